/* The parts of a long form: ways to each, and how much is missing in it. */
'use strict';

(function () {
  const { unanswered } = globalThis.handbookAnswers;

  /** `3 svar mangler`, `ett svar mangler`. @param {number} count */
  const missing = (count) => (count === 1 ? 'ett svar mangler' : `${count} svar mangler`);

  /** @param {*} form its data @param {Object<string, string|true>} answers @returns {{title: string, missing: number}[]} */
  function parts(form, answers) {
    const lacking = new Set(unanswered(form, answers).map((field) => field.id));
    return form.sections.map(({ title, fields }) => ({ title, missing: fields.filter(({ id }) => lacking.has(id)).length }));
  }

  /** @param {HTMLElement} box @param {HTMLFormElement} page @param {*} form its data @param {Object<string, string|true>} answers */
  function draw(box, page, form, answers) {
    const told = parts(form, answers), all = told.reduce((sum, one) => sum + one.missing, 0);
    const places = /** @type {HTMLElement[]} */ (Array.from(page.children).filter((one) => one.tagName === 'FIELDSET'));
    box.querySelector('summary').textContent = `Skjemaet har ${told.length} deler. ${all ? `${missing(all)[0].toUpperCase()}${missing(all).slice(1)}` : 'Alt som må fylles ut, er svart på'}`;
    box.querySelector('ol').replaceChildren(...told.map((one, at) => {
      const item = document.createElement('li'), link = document.createElement('a');
      link.href = `#${places[at].id}`;
      link.textContent = one.title;
      item.append(link, one.missing ? `: ${missing(one.missing)}` : '');
      return item;
    }));
  }

  globalThis.handbookParts = { draw, parts };
})();
