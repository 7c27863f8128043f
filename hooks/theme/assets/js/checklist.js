/* Checklists you can tick. Ticks are gone with the page unless the reader asks to keep them here. */
'use strict';

(function () {
  /**
   * What is kept about one list: ticked ids, and every id the reader has seen with a sign of its text.
   * @typedef {{done: string[], seen: Object<string, string>}} Kept
   */

  const KEY = 'handboka-kryss';

  /** A short sign of a text, to see that it was edited. @param {string} text @returns {string} */
  function sign(text) {
    let hash = 5381;
    for (const letter of text.replace(/\s+/g, ' ').trim()) {
      hash = ((hash * 33) ^ (letter.codePointAt(0) || 0)) >>> 0;
    }
    return hash.toString(36);
  }

  /**
   * What changed since the reader last looked. Ids decide; a changed text never loses a tick.
   * @param {Kept|undefined} kept @param {Object<string, string>} now id → sign
   * @returns {{fresh: string[], edited: string[], gone: string[]}}
   */
  function changes(kept, now) {
    if (!kept) return { fresh: [], edited: [], gone: [] };
    const ids = Object.keys(now);
    return {
      fresh: ids.filter((id) => !(id in kept.seen)),
      edited: ids.filter((id) => id in kept.seen && kept.seen[id] !== now[id]),
      gone: kept.done.filter((id) => !(id in now) && id in kept.seen),
    };
  }

  globalThis.handbookChecklist = { sign, changes };
  if (typeof document === 'undefined') return;

  /** One list on the page; a list inside an item is a list of its own. */
  class List {
    /** @param {HTMLElement} element */
    constructor(element) {
      this.name = element.dataset.checklist || '';
      /** @type {Map<string, {item: HTMLElement, box: HTMLInputElement, sign: string}>} */
      this.items = new Map();
      for (const child of element.children) {
        const item = /** @type {HTMLElement} */ (child);
        const id = item.dataset.item;
        if (id) this.items.set(id, { item, box: addBox(item), sign: sign(ownText(item)) });
      }
    }

    /** @returns {Object<string, string>} */
    signs() {
      return Object.fromEntries([...this.items].map(([id, { sign: mark }]) => [id, mark]));
    }
  }

  /** The text of an item without lists inside it. @param {HTMLElement} item @returns {string} */
  function ownText(item) {
    const copy = /** @type {HTMLElement} */ (item.cloneNode(true));
    copy.querySelectorAll('[data-checklist], .basis, input').forEach((inner) => inner.remove());
    return copy.textContent || '';
  }

  /** @param {HTMLElement} item @returns {HTMLInputElement} */
  function addBox(item) {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.setAttribute('aria-label', ownText(item).replace(/\s+/g, ' ').trim());
    item.prepend(box);
    return box;
  }

  const lists = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-checklist]')]).map(
    (element) => ({ element, list: new List(element) })
  );
  if (!lists.some(({ list }) => list.items.size)) return;

  /** @type {Storage|null} */
  let storage = null;
  /** @type {Object<string, Kept>|null} null while nothing is kept */
  let kept = null;
  try {
    storage = window.localStorage;
    const text = storage.getItem(KEY);
    kept = text ? JSON.parse(text) : null;
  } catch {
    /* No storage here: ticks last as long as the page. */
  }

  const tools = document.createElement('div');
  tools.className = 'checklist-tools';
  const label = document.createElement('label');
  label.className = 'option';
  const keep = document.createElement('input');
  keep.type = 'checkbox';
  const words = document.createElement('span');
  words.textContent = 'Ta vare på kryssene på denne maskinen';
  label.append(keep, words);
  const reset = button('Nullstill');
  const acknowledge = button('Jeg har sett det nye');
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  tools.append(label, reset, acknowledge, status);
  lists[0].element.before(tools);

  /** @param {string} text @returns {HTMLButtonElement} */
  function button(text) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'link-button';
    made.textContent = text;
    return made;
  }

  function count() {
    let done = 0;
    let all = 0;
    for (const { list } of lists) {
      for (const { box } of list.items.values()) {
        all += 1;
        if (box.checked) done += 1;
      }
    }
    status.textContent = `${done} av ${all} er krysset av.`;
  }

  function save() {
    if (!storage || !kept) return;
    try {
      storage.setItem(KEY, JSON.stringify(kept));
    } catch {
      status.textContent = 'Kryssene kunne ikke lagres. Det er ikke plass på denne maskinen.';
    }
  }

  /** Remember what one list looks like now. @param {List} list @param {boolean} all see every item */
  function record(list, all) {
    if (!kept) return;
    const before = kept[list.name] || { done: [], seen: {} };
    const others = before.done.filter((id) => !list.items.has(id));
    const done = [...list.items].filter(([, { box }]) => box.checked).map(([id]) => id);
    const seen = { ...before.seen };
    for (const [id, { box, sign: mark }] of list.items) if (all || box.checked) seen[id] = mark;
    kept[list.name] = { done: [...others, ...done], seen };
  }

  function clearMarks() {
    document.querySelectorAll('[data-news]').forEach((mark) => mark.remove());
  }

  /** @param {HTMLElement} item @param {string} text */
  function mark(item, text) {
    const badge = document.createElement('span');
    badge.className = 'news';
    badge.dataset.news = '';
    badge.textContent = text;
    const box = /** @type {HTMLElement} */ (item.querySelector('input'));
    box.after(badge, ' ');
  }

  function showKept() {
    clearMarks();
    let news = 0;
    let gone = 0;
    for (const { list } of lists) {
      const own = kept ? kept[list.name] : undefined;
      const found = changes(own, list.signs());
      for (const [id, { item, box }] of list.items) {
        if (own) box.checked = own.done.includes(id);
        if (found.fresh.includes(id)) mark(item, 'Ny siden sist');
        else if (found.edited.includes(id)) mark(item, 'Endret siden sist');
      }
      news += found.fresh.length + found.edited.length;
      if (!list.name.includes('/rolle-')) gone += 0;
      if (kept && !own) record(list, true);
    }
    save();
    keep.checked = Boolean(kept);
    acknowledge.hidden = !news;
    count();
    if (news) status.textContent += news === 1 ? ' Ett punkt er nytt eller endret siden sist.' : ` ${news} punkter er nye eller endret siden sist.`;
    return gone;
  }

  if (!storage) label.hidden = true;
  keep.addEventListener('change', () => {
    if (keep.checked) {
      kept = {};
      lists.forEach(({ list }) => record(list, true));
      save();
      status.textContent = 'Kryssene ligger nå på denne maskinen, også på de andre sidene. Andre som bruker maskinen, kan se dem.';
    } else {
      kept = null;
      if (storage) storage.removeItem(KEY);
      clearMarks();
      acknowledge.hidden = true;
      status.textContent = 'Alle kryss som lå på denne maskinen, er slettet. De du ser, blir borte når du lukker siden.';
    }
  });
  reset.addEventListener('click', () => {
    for (const { list } of lists) {
      list.items.forEach(({ box }) => (box.checked = false));
      if (kept) kept[list.name] = { done: [], seen: list.signs() };
    }
    save();
    clearMarks();
    acknowledge.hidden = true;
    status.textContent = 'Ingen punkter på denne siden er krysset av nå.';
  });
  acknowledge.addEventListener('click', () => {
    lists.forEach(({ list }) => record(list, true));
    save();
    clearMarks();
    acknowledge.hidden = true;
    count();
  });
  for (const { list } of lists) {
    for (const { box } of list.items.values()) {
      box.addEventListener('change', () => {
        record(list, false);
        save();
        count();
      });
    }
  }
  showKept();
})();
