/* «Hva passer for oss?»: Monday's list and whom to call, in the words of the answers further down the page. */
'use strict';

(function () {
  /** @typedef {[string, string]} Reasoned an answer, and why it is where it is */
  /** @typedef {{answers: [string, string, string][], callees: [string, string, string][]}} About */

  const NAV = 'Nav';

  /** @param {string} tag @param {string} [className] @param {string} [text] @returns {HTMLElement} */
  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  /** What makes the list. @param {About} about */
  function listsOf(about) {
    const titles = Object.fromEntries(about.answers.map(([id, title]) => [id, title]));

    /** Monday's one list. @param {Reasoned[]} best @param {[string, string[]][]} tasks @param {string[]} calls */
    function toDo(best, tasks, calls) {
      const list = make('ol');
      const contact = ownContact(calls);
      let whose = '';
      for (const [task, own] of tasks) {
        const item = make('li');
        const told = [...best.map(([answer]) => answer), ''].map((one) => document.getElementById(`gjor-${one}-${task}`)).find(Boolean);
        item.append(...(told?.cloneNode(true).childNodes || [task]));
        item.querySelectorAll('.when, .rule-ref').forEach((one) => one.remove());
        if (contact.instead) withOwn(item, contact.words);
        const owners = own.map((one) => titles[one]).join(', ');
        if (owners && owners !== whose) item.prepend(make('strong', '', `${owners}:`), ' ');
        whose = owners;
        list.append(item);
      }
      return list;
    }

    /** A step that says whom to ring in Nav says one's own contact. @param {HTMLElement} item @param {(string|Node)[]} words */
    function withOwn(item, words) {
      for (const number of item.querySelectorAll('a[href^="tel:"]')) {
        const told = number.closest('[data-basis]') || number;
        told.replaceWith('kontakten deres, ', ...words.map((one) => (one instanceof Node ? one.cloneNode(true) : one)));
      }
    }

    /** Whom to call; one's own contact comes first where it is who one calls. @param {string[]} calls */
    function toCall(calls) {
      const list = make('ul', 'calls');
      const own = placesOf(calls).map((at) => ({ at, ...ownContact(calls, at) })).filter((one) => one.words.length);
      list.append(...own.filter((one) => one.instead).map(mine));
      for (const name of calls) {
        const item = make('li');
        const told = toldOf(name);
        item.append(...(told ? told.cloneNode(true).childNodes : [calleeOf(name)]));
        list.append(item);
      }
      list.append(...own.filter((one) => !one.instead).map(mine));
      return list;
    }

    /** @param {{at: string, words: (string|Node)[]}} own */
    function mine({ at, words }) {
      const item = make('li', '', `Kontakten deres i ${at}: `);
      item.append(...words);
      return item;
    }

    /** @param {string} name */
    const callee = (name) => about.callees.find(([id]) => id === name);

    /** Where their own contacts would sit, those who are called first before the rest. @param {string[]} calls */
    const placesOf = (calls) => [...new Set(calls.map((name) => (callee(name) || ['', '', NAV])[2]))];

    /** What an answer says of somebody to call. @param {string} name */
    const toldOf = (name) => document.querySelector(`[id^="ring-"][id$="-${name}"]`);

    /** Somebody no answer names: who it is, and the first that is said of them. @param {string} name */
    function calleeOf(name) {
      const way = plainLink(`#kontakt-${name}`, (callee(name) || ['', name])[1]);
      const told = document.getElementById(`kontakt-${name}`)?.querySelector('dd p');
      const both = make('span');
      both.append(way, ...(told ? [': ', ...told.cloneNode(true).childNodes] : []));
      return both;
    }

    /**
     * The contact that has been written down further down the page, and whether it is called instead: of Nav's general
     * line, which must be the one number they would call, or of the office they would call first. Theirs must have a number.
     * @param {string[]} calls @param {string} [at] where they sit @returns {{words: (string|Node)[], instead: boolean}}
     */
    function ownContact(calls, at = NAV) {
      const cases = globalThis.handbookCase;
      const contact = cases && !cases.isOld() ? cases.contactAt(cases.open(), at) : {};
      const ways = [contact.phone && ['tel:' + contact.phone.replace(/[^+\d]/g, ''), contact.phone], contact.email && ['mailto:' + encodeURIComponent(contact.email), contact.email]];
      const links = ways.filter(Boolean).map(([href, words]) => plainLink(href, words));
      const words = [contact.name, ...links].filter(Boolean).flatMap((one, at) => (at ? [', ', one] : [one]));
      const numbered = calls.filter((name) => toldOf(name)?.querySelector('a[href^="tel:"]'));
      const first = at === NAV ? numbered.join() === about.callees[0][0] : placesOf(calls)[0] === at;
      return { words, instead: Boolean(contact.phone) && first };
    }

    /** @param {string} href @param {string} words */
    function plainLink(href, words) {
      const made = button(href, words);
      made.className = '';
      return made;
    }

    /** To call now, and to write down whom one has got where one calls first. @param {HTMLElement} list @param {string[]} calls */
    function callWays(list, calls) {
      const ways = make('p', 'more');
      const [first, any] = [list.firstElementChild, list].map((one) => one?.querySelector('a[href^="tel:"]'));
      const ring = any && button(any.getAttribute('href') || '', `Ring ${any.textContent}`);
      const write = button(placesOf(calls)[0] === NAV ? '#kontaktkort' : '#sak-training_contact', 'Skriv ned kontakten deres');
      ways.append(...(first && ring ? [ring, ' ', write] : [write, ...(ring ? [' ', ring] : [])]));
      ways.lastElementChild?.classList.toggle('button-secondary', ways.children.length > 1);
      return ways;
    }

    /** @param {string} href @param {string} words */
    function button(href, words) {
      const made = /** @type {HTMLAnchorElement} */ (make('a', 'button', words));
      made.href = href;
      return made;
    }

    return { callWays, toCall, toDo };
  }

  globalThis.handbookChooserMonday = { make, listsOf };
})();
