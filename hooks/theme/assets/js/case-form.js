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

  /**
   * What another page sent to this form, with what the case has beside it: all is shown and put in at once.
   * @param {*} form the form's data @param {*} sent what the page sent; what it says stands
   */
  function beside(form, sent) {
    if (!sent || sent.form !== form.id) return sent;
    const { about, answers } = answersTo(form);
    const own = Object.keys(answers).length ? globalThis.handbookAnswers.takenOver(form, 'sak', answers) : {};
    return { ...sent, about: sent.about || about, answers: { ...own, ...sent.answers } };
  }

  globalThis.handbookCaseForm = { beside, offer };
})();
