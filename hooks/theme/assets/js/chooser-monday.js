/* «Hva passer for oss?»: Monday's list and whom to call, in the words of the answers further down the page. */
'use strict';

(function () {
  /** @typedef {[string, string]} Reasoned an answer, and why it is where it is */
  /** @typedef {{answers: [string, string, string][], callees: [string, string][]}} About */

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
      const own = ownContact(calls);
      const mine = make('li', '', 'Kontakten deres: ');
      mine.append(...own.words);
      if (own.instead) list.append(mine);
      for (const name of calls) {
        const item = make('li');
        const told = toldOf(name);
        item.append(...(told ? told.cloneNode(true).childNodes : [calleeOf(name)]));
        list.append(item);
      }
      if (own.words.length && !own.instead) list.append(mine);
      return list;
    }

    /** What an answer says of somebody to call. @param {string} name */
    const toldOf = (name) => document.querySelector(`[id^="ring-"][id$="-${name}"]`);

    /** Somebody no answer names: who it is, and the first that is said of them. @param {string} name */
    function calleeOf(name) {
      const way = plainLink(`#kontakt-${name}`, (about.callees.find(([id]) => id === name) || ['', name])[1]);
      const told = document.getElementById(`kontakt-${name}`)?.querySelector('dd p');
      const both = make('span');
      both.append(way, ...(told ? [': ', ...told.cloneNode(true).childNodes] : []));
      return both;
    }

    /**
     * The contact that has been written down further down the page, and whether it is called instead of Nav's general
     * line: that must be the one number they would call, and theirs must have one.
     * @param {string[]} calls @returns {{words: (string|Node)[], instead: boolean}}
     */
    function ownContact(calls) {
      const cases = globalThis.handbookCase;
      const contact = (cases && !cases.isOld() && cases.open()?.contact) || {};
      const ways = [contact.phone && ['tel:' + contact.phone.replace(/[^+\d]/g, ''), contact.phone], contact.email && ['mailto:' + encodeURIComponent(contact.email), contact.email]];
      const links = ways.filter(Boolean).map(([href, words]) => plainLink(href, words));
      const words = [contact.name, ...links].filter(Boolean).flatMap((one, at) => (at ? [', ', one] : [one]));
      const numbered = calls.filter((name) => toldOf(name)?.querySelector('a[href^="tel:"]'));
      return { words, instead: Boolean(contact.phone) && numbered.join() === about.callees[0][0] };
    }

    /** @param {string} href @param {string} words */
    function plainLink(href, words) {
      const made = button(href, words);
      made.className = '';
      return made;
    }

    /** To call now, and to write down whom one has got. @param {HTMLElement} calls */
    function callWays(calls) {
      const ways = make('p', 'more');
      const [first, any] = [calls.firstElementChild, calls].map((one) => one?.querySelector('a[href^="tel:"]'));
      const ring = any && button(any.getAttribute('href') || '', `Ring ${any.textContent}`);
      const write = button('#kontaktkort', 'Skriv ned kontakten deres');
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
