/* «Hva passer for oss?»: what an answer looks like, near, possible or not for them. */
'use strict';

(function () {
  const { monday, writeHash } = globalThis.handbookChooser;
  const { make, listsOf } = globalThis.handbookChooserMonday;
  /** @typedef {[string, string]} Reasoned an answer, and why it is where it is */

  /** What makes cards of answers; `now` gives what has been answered. @param {*} about @param {() => *} now */
  function cardsOf(about, now) {
    const titles = Object.fromEntries(about.answers.map(([id, title]) => [id, title]));
    const { toCall, toDo } = listsOf(about);

    /** An answer as it stands further down, without the ids that only one may have. @param {string} answer */
    function copied(answer) {
      const card = document.getElementById(`svar-${answer}`)?.closest('section')?.cloneNode(true);
      if (!(card instanceof HTMLElement)) return make('section', '', titles[answer]);
      card.removeAttribute('aria-labelledby');
      for (const inner of card.querySelectorAll('[id]')) inner.removeAttribute('id');
      card.querySelector('h2, h3, h4')?.remove();
      return card;
    }

    /** One of the nearest, with its reason; what to do and whom to call come after all of them. @param {Reasoned} one */
    function nearestCard([answer, why]) {
      const card = copied(answer);
      card.dataset.verdict = answer;
      for (const list of card.querySelectorAll(':scope > ol, :scope > .calls')) {
        list.previousElementSibling?.remove();
        list.remove();
      }
      const begin = /** @type {HTMLAnchorElement | null} */ (card.querySelector('.more a.button'));
      if (begin) {
        begin.className = '';
        takeAnswers(begin);
      }
      const whole = begin?.nextElementSibling;
      whole?.remove();
      const reason = make('p', 'answer-why');
      reason.append(make('strong', '', 'Hvorfor: '), why);
      card.querySelector('p')?.after(reason);
      card.querySelector('.provenance')?.remove();
      folded(card);
      const name = make('h4', '', whole ? '' : titles[answer]);
      if (whole) {
        whole.textContent = titles[answer];
        name.append(whole);
      }
      card.prepend(name);
      return card;
    }

    /** The first of what it costs, which one must not open anything to see. @param {HTMLElement} card @returns {string} */
    function costOf(card) {
      const row = [...card.querySelectorAll('.facts > div')].find((one) => one.querySelector('dt')?.textContent === 'Regn med');
      return (row?.querySelector('dd')?.textContent || '').split(/ for |\. /)[0];
    }

    /** What it asks for opens where it stands. @param {HTMLElement} card */
    function folded(card) {
      const fold = make('details');
      fold.append(make('summary', '', ['Hva det krever', costOf(card)].filter(Boolean).join(': ')), ...card.querySelectorAll(':scope > :is(.facts, .more)'));
      card.append(fold);
    }

    /** A way to a page of its own takes the answers along; that page offers to put them in the case. @param {HTMLAnchorElement} way */
    function takeAnswers(way) {
      const answers = writeHash(now().given, now().skipped, { show: true }).slice(1);
      if (!way.hash || way.hash.startsWith('#velg=')) way.hash = `velg=${encodeURIComponent(answers)}`;
    }

    /** An answer by name, and that it is a thing of the past where it is. @param {string} answer @returns {string} */
    function called(answer) {
      const old = about.table.answers.some((one) => one.id === answer && one.historical);
      return titles[answer] + (old ? ' (historisk modell)' : '');
    }

    /** The others that are possible, by name: paper has room for no more. @param {Reasoned[]} also @returns {HTMLElement[]} */
    function alsoOnPaper(also) {
      if (!also.length) return [];
      const line = make('p', 'on-paper');
      line.append(make('strong', '', 'Også mulig: '), `${also.map(([answer]) => called(answer)).join(', ')}.`);
      return [line];
    }

    /** An answer that is possible too: it opens where it stands, with its own list. @param {Reasoned} one */
    function possible([answer, why]) {
      const fold = make('details', 'unprinted');
      fold.dataset.verdict = answer;
      const card = copied(answer);
      const { tasks, calls } = monday(about.monday, about.table, [answer], now().given);
      card.querySelector(':scope > ol')?.replaceWith(toDo([[answer, why]], tasks, calls));
      card.querySelector(':scope > .calls')?.replaceWith(toCall(calls));
      const reason = make('p', 'answer-why');
      reason.append(make('strong', '', 'Hvorfor: '), why);
      fold.append(make('summary', '', called(answer)), reason, card);
      return fold;
    }

    /** What is not for them, folded: few ask. @param {Reasoned[]} out */
    function notForThem(out) {
      if (!out.length) return [];
      const fold = make('details', 'unprinted');
      const list = make('ul', 'verdicts');
      for (const [answer, why] of out) {
        const item = make('li', '', `${titles[answer]} – ${why}`);
        item.dataset.verdict = answer;
        list.append(item);
      }
      fold.append(make('summary', '', 'Ikke for dere, fordi'), list);
      return [fold];
    }

    /** What the answers rest on, folded, where it breaks no sentence. @param {string[]} best */
    function grounds(best) {
      const fold = make('details', 'unprinted');
      fold.append(make('summary', '', 'Grunnlag for svaret'));
      for (const answer of best) {
        const told = copied(answer).querySelector('.provenance');
        if (told) fold.append(make('h4', '', titles[answer]), told);
      }
      return fold;
    }

    return { alsoOnPaper, grounds, nearestCard, notForThem, possible, takeAnswers };
  }

  globalThis.handbookChooserAnswer = { cardsOf };
})();
