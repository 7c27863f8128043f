/* A date that somebody types: read by the same rule as the forms, with what is wrong beside the field. */
'use strict';

(function () {
  const { date } = globalThis.handbookChecks;
  const LEAST = 8;

  /** @param {string} text @returns {string} ÅÅÅÅ-MM-DD, or empty when it is no day */
  const isoOf = (text) => String(date(text).value || '');

  /** What is wrong with what stands in a field; '' for a day, and while somebody is still writing it.
   * @param {string} text @param {boolean} finished @returns {string} */
  function faultIn(text, finished) {
    const { error } = date(text);
    return error && (finished || text.trim().length >= LEAST) ? `${error}.` : '';
  }

  /** A sentence right after a field, tied to it; '' takes it away. @param {HTMLInputElement} field @param {string} fault */
  function tell(field, fault) {
    const id = `${field.id}-feil`, told = document.getElementById(id);
    const others = (field.getAttribute('aria-describedby') || '').split(' ').filter((one) => one && one !== id);
    field.setAttribute('aria-invalid', String(Boolean(fault)));
    const describes = fault ? [id, ...others] : others;
    if (describes.length) field.setAttribute('aria-describedby', describes.join(' '));
    else field.removeAttribute('aria-describedby');
    if (!fault) return told?.remove();
    const line = told || document.createElement('span');
    line.id = id;
    line.className = 'field-error';
    line.textContent = fault;
    if (!told) field.after(line);
  }

  globalThis.handbookDates = { faultIn, isoOf, tell };
})();
