/* What readers wrote that lies in this browser. No other script touches its storage for that. */
'use strict';

(function () {
  const PREFIX = 'handboka-';
  /** Says that others use this machine. */
  const SHARED = 'handboka-felles';
  /** When all was deleted last, and nothing more: a page that Firefox keeps, keeps what lay in the tab with it. */
  const DELETED = 'slettet';
  /** Beginning of a key → what readers call it, one and many. */
  const KINDS = {
    'handboka-utkast-': ['skjemautkast', 'skjemautkast'],
    'handboka-skjema-': ['skjemautkast', 'skjemautkast'],
    'handboka-sak': ['sak', 'saker'],
    'handboka-kryss': ['sjekklister', 'sjekklister'],
    'handboka-egenvurdering-': ['egenvurdering', 'egenvurderinger'],
    'handboka-notat-': ['notat', 'notater'],
  };

  /** @typedef {'tab'|'machine'} Where until the tab is closed, or until it is deleted */

  /** Whether nothing may be read or kept: the page belongs to a proposal, where the words and scripts are somebody's draft. */
  const nothing = document.documentElement.hasAttribute('data-preview');

  /** @param {Where} where @returns {Storage|null} null where it is forbidden */
  function storeOf(where) {
    if (nothing) return null;
    try {
      return where === 'tab' ? window.sessionStorage : window.localStorage;
    } catch {
      return null;
    }
  }

  /** @param {Where} where @param {string} key @returns {string|null} */
  function get(where, key) {
    try {
      return storeOf(where).getItem(key);
    } catch {
      return null;
    }
  }

  /** True only when what was put there is read back. @param {Where} where @param {string} key @param {string} text @returns {boolean} */
  function put(where, key, text) {
    try {
      storeOf(where).setItem(key, text);
    } catch {
      return false;
    }
    return get(where, key) === text;
  }

  /** @param {Where} where @param {string} key */
  function drop(where, key) {
    try {
      storeOf(where).removeItem(key);
    } catch {
      /* Nothing can lie where nothing is allowed. */
    }
  }

  /** @param {Where} where @param {string} [beginning] @returns {string[]} */
  function keys(where, beginning = PREFIX) {
    try {
      return Object.keys(storeOf(where)).filter((key) => key.startsWith(beginning)).sort();
    } catch {
      return [];
    }
  }

  /** What lies here, in words: «2 skjemautkast og sjekklister»; empty when nothing does. @returns {string} */
  function told() {
    const all = new Set([...keys('machine'), ...keys('tab')]);
    const counts = new Map();
    for (const key of all) {
      const kind = Object.keys(KINDS).find((beginning) => key.startsWith(beginning));
      const words = kind ? KINDS[kind] : null;
      if (words) counts.set(words[1], { words, count: ((counts.get(words[1]) || {}).count || 0) + 1 });
    }
    const said = [...counts.values()].map(({ words, count }) => (words[0] === 'sjekklister' ? words[0] : `${count} ${words[count === 1 ? 0 : 1]}`));
    return said.length > 1 ? `${said.slice(0, -1).join(', ')} og ${said[said.length - 1]}` : said.join('');
  }

  function dropAll() {
    for (const where of /** @type {Where[]} */ (['machine', 'tab'])) keys(where).forEach((key) => drop(where, key));
  }

  /** Everything readers wrote on any page, in both stores. @returns {string} what went, in words */
  function wipe() {
    const said = told();
    wiped = true;
    dropAll();
    put('machine', DELETED, String(Date.now()));
    return said;
  }

  /**
   * Why nothing personal should be left on this machine; empty when it may.
   * A page from disk shares its storage with every other such page, a site in a folder with its neighbours.
   * @param {string} root the way from the page to the site's first folder @returns {string}
   */
  function unsafe(root) {
    if (nothing) return 'Dette er et forslag.';
    if (location.protocol === 'file:') return 'Siden er åpnet fra en mappe på enheten. Da kan alle andre nettsider som er lagret på enheten, lese det som blir tatt vare på her.';
    if (new URL(root, location.href).pathname !== '/') return 'Håndboka deler nettadresse med andre nettsteder, og de kan lese det som blir tatt vare på her.';
    return '';
  }

  /** Run when another tab has changed a key. @param {(key: string) => void} heard */
  function listen(heard) {
    window.addEventListener('storage', (event) => {
      if (event.key && event.key.startsWith(PREFIX)) heard(event.key);
    });
  }

  /** One after the other, in all tabs. @param {string} name @param {() => void} act */
  function alone(name, act) {
    if (navigator.locks) navigator.locks.request(PREFIX + name, act);
    else act();
  }

  const shared = () => nothing || get('tab', SHARED) !== null;
  /** @type {(() => void)[]} */
  const emptied = [];
  let wiped = false;

  /** Run when the page must not hold what was written on it any longer. @param {() => void} act */
  const whenEmptied = (act) => emptied.push(act);

  /** Nothing that was written can be read on the page, not even while it is loaded anew. */
  function empty() {
    document.body.hidden = true;
    emptied.forEach((act) => act());
    for (const form of Array.from(document.forms)) form.reset();
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input, textarea'))) {
      box.value = box.defaultValue;
      box.checked = box.defaultChecked;
    }
  }

  /**
   * A browser may keep a page as it was, to show when one goes back. Where others use the machine, and after all was
   * deleted, here or on another page, it comes back as a new one.
   */
  function forgetWhenLeft() {
    let left = 0;
    window.addEventListener('pagehide', () => {
      left = Date.now();
      if (shared() || wiped) empty();
    });
    window.addEventListener('pageshow', (event) => {
      const deleted = Number(get('machine', DELETED)) >= left;
      if (!event.persisted || !(document.body.hidden || shared() || deleted)) return;
      if (deleted) keys('tab').forEach((key) => drop('tab', key));
      empty();
      location.reload();
    });
  }

  forgetWhenLeft();
  globalThis.handbookKept = { SHARED, alone, drop, get, keys, listen, nothing, put, shared, told, unsafe, whenEmptied, wipe };
})();
