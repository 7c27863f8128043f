/* The last day of a period → the date each form must be deleted. Nothing is kept or sent. */
'use strict';

(function () {
  const { faultIn, isoOf, tell } = globalThis.handbookDates;
  const tool = document.querySelector('[data-deletion]');
  if (!tool) return;
  const field = /** @type {HTMLInputElement} */ (tool.querySelector('[data-last-day]'));
  const status = /** @type {HTMLElement} */ (tool.querySelector('[data-deletion-status]'));
  /** @typedef {{form: string, amount: number, unit: string}} Period */
  /** @type {{periods: Period[]}} */
  const { periods } = JSON.parse((tool.querySelector('[data-tool]') || tool).textContent || '');

  /** @param {string} text */
  function day(text) {
    const iso = isoOf(text);
    return iso ? new Date(`${iso}T00:00:00Z`) : null;
  }

  /** Months keep to the month: 31 January and one month is the last of February. @param {Date} date @param {number} amount @param {string} unit */
  function later(date, amount, unit) {
    const result = new Date(date);
    if (unit === 'day') result.setUTCDate(result.getUTCDate() + amount);
    else if (unit === 'week') result.setUTCDate(result.getUTCDate() + 7 * amount);
    else {
      const months = unit === 'year' ? 12 * amount : amount;
      const wanted = result.getUTCDate();
      result.setUTCDate(1);
      result.setUTCMonth(result.getUTCMonth() + months);
      const last = new Date(Date.UTC(result.getUTCFullYear(), result.getUTCMonth() + 1, 0));
      result.setUTCDate(Math.min(wanted, last.getUTCDate()));
    }
    return result;
  }

  /** @param {Date} date @returns {string} 30. november 2026 */
  function words(date) {
    return date.toLocaleDateString('nb-NO', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  }

  /** @param {boolean} finished */
  function fill(finished) {
    const from = day(field.value);
    tell(field, faultIn(field.value, finished));
    status.textContent = from ? 'Datoene er regnet ut.' : faultIn(field.value, finished);
    for (const { form, amount, unit } of periods) {
      const cell = tool.querySelector(`[data-row="${form}"] [data-column="date"]`);
      if (cell) cell.textContent = from ? words(later(from, amount, unit)) : 'Fylles ut';
    }
  }

  field.addEventListener('input', () => fill(false));
  field.addEventListener('change', () => fill(true));
})();
