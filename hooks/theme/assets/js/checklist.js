/* Checklists you can tick. Ticks are gone with the page unless the reader asks to keep them here. */
'use strict';

(function () {
  /**
   * What is kept: ticked ids by list, and by view every id the reader has seen with a sign of its
   * text. A view is a list as one page shows it; a role sees a part of a step's list.
   * @typedef {{done: Object<string, string[]>, seen: Object<string, Object<string, string>>}} Kept
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
   * @param {Object<string, string>|undefined} seen id → sign then
   * @param {Object<string, string>} now id → sign
   * @returns {{fresh: string[], edited: string[], gone: string[]}}
   */
  function changes(seen, now) {
    if (!seen) return { fresh: [], edited: [], gone: [] };
    const ids = Object.keys(now);
    return {
      fresh: ids.filter((id) => !(id in seen)),
      edited: ids.filter((id) => id in seen && seen[id] !== now[id]),
      gone: Object.keys(seen).filter((id) => !(id in now)),
    };
  }

  /** @param {unknown} value @returns {value is Object<string, unknown>} */
  function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  }

  /** @param {unknown} value @returns {value is string} */
  function isText(value) {
    return typeof value === 'string';
  }

  /**
   * What was kept, as far as it can be understood; anybody may have written there.
   * @param {string|null} text @returns {Kept|null} null while nothing is kept
   */
  function read(text) {
    let found = null;
    try {
      found = JSON.parse(text || 'null');
    } catch {
      return null;
    }
    if (!isRecord(found) || !isRecord(found.done)) return null; // not ours: it stands as it was
    const done = Object.entries(found.done);
    const seen = Object.entries(isRecord(found.seen) ? found.seen : {}).filter(([, signs]) => isRecord(signs));
    return {
      done: Object.fromEntries(done.map(([name, ids]) => [name, Array.isArray(ids) ? ids.filter(isText) : []])),
      seen: /** @type {Kept['seen']} */ (Object.fromEntries(seen)),
    };
  }

  globalThis.handbookChecklist = { sign, changes, read };
  if (typeof document === 'undefined') return;

  /** One list as the page shows it, perhaps in several places; a list inside an item is its own. */
  class List {
    /** @param {string} name @param {string} view */
    constructor(name, view) {
      this.name = name;
      this.view = view;
      /** @type {Map<string, {item: HTMLElement, box: HTMLInputElement, sign: string}>} */
      this.items = new Map();
    }

    /** @param {HTMLElement} element */
    add(element) {
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

  const elements = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-checklist]')]);
  /** @type {Map<string, List>} */
  const views = new Map();
  for (const element of elements) {
    const name = element.dataset.checklist || '';
    const view = name + (element.dataset.view ? '#' + element.dataset.view : '');
    const list = views.get(view) || new List(name, view);
    list.add(element);
    views.set(view, list);
  }
  const lists = [...views.values()];
  if (!lists.some((list) => list.items.size)) return;

  const store = globalThis.handbookKept;
  const unsafe = store.unsafe(document.body.dataset.root);
  /** @type {Kept|null} null while nothing is kept */
  let kept = read(store.get('machine', KEY));

  const tools = document.createElement('div');
  tools.className = 'checklist-tools';
  const label = document.createElement('label');
  label.className = 'option';
  const keep = document.createElement('input');
  keep.type = 'checkbox';
  const words = document.createElement('span');
  words.textContent = 'Ta vare på kryssene på denne enheten';
  label.append(keep, words);
  const reset = button('Nullstill');
  const acknowledge = button('Jeg har sett det nye');
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  tools.append(label, reset, acknowledge, status);
  const last = elements[elements.length - 1];
  /* After everything the role does, not between a task and the step it belongs to, nor folded away. */
  const moments = last.closest('.moment') ? [...document.querySelectorAll('.moment')] : [];
  (moments.pop() || last.closest('details') || last).after(tools);

  /** @param {string} text @returns {HTMLButtonElement} */
  function button(text) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'link-button';
    made.textContent = text;
    return made;
  }

  /** What stands on the page for paper alone is ticked in its step. @param {HTMLElement} item @returns {boolean} */
  function elsewhere(item) {
    return Boolean(item.closest('.on-paper'));
  }

  function count() {
    const items = lists.flatMap((list) => [...list.items.values()]);
    const here = items.filter(({ item }) => !elsewhere(item));
    const done = here.filter(({ box }) => box.checked).length;
    const more = items.length - here.length;
    const beside = more ? ` her. ${more} til står i stegene det er lenke til.` : '.';
    status.textContent = done || more ? `${done} av ${here.length} er krysset av${beside}` : '';
  }

  /** @returns {boolean} */
  function save() {
    if (!kept || store.put('machine', KEY, JSON.stringify(kept))) return true;
    status.textContent = 'Kryssene er IKKE lagret: det er fullt, eller det er ikke lov å lagre her.';
    return false;
  }

  /** Only what was ticked here is changed; what another tab has ticked stands. @param {List} list @param {string} id */
  function tick(list, id) {
    const { box, sign: now } = list.items.get(id);
    if (kept) kept = read(store.get('machine', KEY));
    if (!kept) return;
    const others = (kept.done[list.name] || []).filter((one) => one !== id);
    kept.done[list.name] = box.checked ? [...others, id] : others;
    if (box.checked) kept.seen[list.view] = { ...kept.seen[list.view], [id]: now };
    save();
  }

  /** Remember what one list looks like now. @param {List} list */
  function record(list) {
    if (!kept) return;
    const others = (kept.done[list.name] || []).filter((id) => !list.items.has(id));
    const done = [...list.items].filter(([, { box }]) => box.checked).map(([id]) => id);
    kept.done[list.name] = [...others, ...done];
    kept.seen[list.view] = list.signs();
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
    let recorded = false;
    for (const list of lists) {
      const done = (kept && kept.done[list.name]) || [];
      const seen = kept ? kept.seen[list.view] : undefined;
      const found = changes(seen, list.signs());
      for (const [id, { item, box }] of list.items) {
        if (kept) box.checked = done.includes(id);
        if (found.fresh.includes(id)) mark(item, 'Ny siden sist');
        else if (found.edited.includes(id)) mark(item, 'Endret siden sist');
      }
      news += found.fresh.length + found.edited.length;
      gone += found.gone.length;
      if (!kept || seen) continue;
      record(list);
      recorded = true;
    }
    if (recorded) save();
    keep.checked = Boolean(kept);
    acknowledge.hidden = !news && !gone;
    count();
    if (news === 1) status.textContent += ' Ett punkt er nytt eller endret siden sist.';
    else if (news) status.textContent += ` ${news} punkter er nye eller endret siden sist.`;
    if (gone === 1) status.textContent += ' Ett punkt er tatt bort siden sist.';
    else if (gone) status.textContent += ` ${gone} punkter er tatt bort siden sist.`;
  }

  if (unsafe && !kept) {
    label.hidden = true;
    tools.prepend(`${unsafe} Derfor blir kryssene borte når du lukker siden.`);
  }
  store.listen((key) => {
    if (key !== KEY) return;
    kept = read(store.get('machine', KEY));
    showKept();
  });
  keep.addEventListener('change', () => {
    if (keep.checked) {
      kept = { done: {}, seen: {} };
      lists.forEach((list) => record(list));
      if (save()) status.textContent = 'Kryssene ligger nå på denne enheten, også på de andre sidene. Andre som bruker den, kan se dem.';
      else {
        kept = null;
        keep.checked = false;
      }
    } else {
      kept = null;
      store.drop('machine', KEY);
      clearMarks();
      acknowledge.hidden = true;
      status.textContent = 'Alle kryss som lå på denne enheten, er slettet. De du ser, blir borte når du lukker siden.';
    }
  });
  reset.addEventListener('click', () => {
    for (const list of lists) {
      list.items.forEach(({ box }) => (box.checked = false));
      if (kept) kept.done[list.name] = [];
      record(list);
    }
    save();
    clearMarks();
    acknowledge.hidden = true;
    status.textContent = 'Ingen punkter på denne siden er krysset av nå.';
  });
  acknowledge.addEventListener('click', () => {
    lists.forEach((list) => record(list));
    save();
    clearMarks();
    acknowledge.hidden = true;
    count();
  });
  for (const list of lists) {
    for (const [id, { box }] of list.items) {
      box.addEventListener('change', () => {
        count();
        tick(list, id);
      });
    }
  }
  showKept();
})();
