/* What the open case can answer in a form: offered, and nothing put in before the reader says so. */
'use strict';

(function () {
  const cases = globalThis.handbookCase;

  /** Its answers as another form's would come; none when none belong here. @param {*} form the form's data */
  function answersTo(form) {
    const told = (!cases.isOld() && cases.open()) || cases.blank(), all = cases.answers(told);
    const some = Object.keys(globalThis.handbookAnswers.takenOver(form, 'sak', all)).length;
    return { form: 'sak', about: told.name, answers: some ? all : {} };
  }

  /** @param {*} form the form's data @param {(told: *) => void} taken */
  function offer(form, taken) {
    const line = /** @type {HTMLElement} */ (document.querySelector('[data-from-case]'));
    const { about, answers } = answersTo(form);
    line.hidden = !Object.keys(answers).length;
    const called = /** @type {HTMLElement} */ (line.querySelector('span'));
    called.textContent = `Saken ${about ? `«${about}» ` : ''}er åpen, og har svar på noe av dette.`;
    const button = /** @type {HTMLButtonElement} */ (line.querySelector('button'));
    button.onclick = () => taken(answersTo(form));
  }

  globalThis.handbookCaseForm = { offer };
})();
