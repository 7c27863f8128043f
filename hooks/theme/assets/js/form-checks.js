/* What was typed → what it means, or a plain sentence about what is wrong. What was typed is never changed. */
'use strict';

(function () {
  /** @typedef {{value?: string|number|null, error?: string}} Meaning */

  const MONTHS = ['januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'desember'];
  /* From here on two digits may be the year somebody was born. */
  const OLD = 40;
  const HOW = 'Skriv datoen slik: 31.12.2026';

  /** 3.5.2026, 03052026, 2026-05-03, 3/5 2026, 3.5.26 or «3. mai 2026» → `2026-05-03`. @param {string} text @returns {Meaning} */
  function date(text) {
    const typed = text.trim().toLowerCase();
    if (!typed) return { value: null };
    const parts = partsOf(typed);
    if (!parts) return { error: HOW };
    const [year, month, day] = parts;
    if (year.length === 2 && Number(year) >= OLD) return { error: `Skriv året med fire sifre: 19${year} eller 20${year}` };
    return dayOf(Number(year.padStart(4, '20')), Number(month), Number(day));
  }

  /** @returns {string[]|null} year, month and day */
  function partsOf(typed) {
    const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
    if (iso) return iso.slice(1);
    const usual = /^(\d{2})(\d{2})(\d{4})$/.exec(typed) || /^(\d{1,2})\s*[./ -]\s*(\d{1,2})\s*[./ -]\s*(\d{4}|\d{2})$/.exec(typed);
    if (usual) return usual.slice(1).reverse();
    const named = /^(\d{1,2})\.?\s*([a-zå]{3,9})\.?\s+(\d{4})$/.exec(typed);
    const at = named ? MONTHS.findIndex((month) => month.startsWith(named[2])) : -1;
    return at < 0 ? null : [named[3], String(at + 1), named[1]];
  }

  /** @returns {Meaning} */
  function dayOf(year, month, day) {
    if (month < 1 || month > 12) return { error: `Måned ${month} finnes ikke. ${HOW}` };
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate(), name = MONTHS[month - 1];
    if (day < 1 || day > last) return { error: `${name[0].toUpperCase()}${name.slice(1)} ${year} har ${last} dager` };
    if (year < 1900 || year > 2100) return { error: `Sjekk året: ${year}` };
    const two = (part) => String(part).padStart(2, '0');
    return { value: `${year}-${two(month)}-${two(day)}` };
  }

  /** Numbers as Norwegians write them; what can mean two things is asked about. @param {string} text @returns {Meaning} */
  function number(text) {
    const typed = text.trim().replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/^[\u2212\u2013]/, '-').replace(/\s*(kr|kroner|timer|t|%|prosent)\.?$/i, '');
    if (!typed) return { value: null };
    if (/^-?0\d+$/.test(typed)) return { error: 'Er dette et tall eller et nummer? Et tall begynner ikke med 0' };
    if (/^-?\d+(,\d{1,2})?$/.test(typed) || /^-?\d+,\d{4,}$/.test(typed)) return { value: Number(typed.replace(',', '.')) };
    if (/^-?\d{1,3}((\.\d{3})+|( \d{3})+)(,\d+)?$/.test(typed)) return { value: Number(typed.replace(/[ .]/g, '').replace(',', '.')) };
    if (/^-?\d+,\d{3}$/.test(typed)) return { error: `Mener du ${typed.replace(',', '')} eller ${typed.replace(/0+$/, '').replace(/,$/, '')}? Skriv tusen uten komma` };
    if (/^-?\d+\.\d+$/.test(typed)) return { error: `Skriv desimaler med komma: ${typed.replace('.', ',')}` };
    return { error: 'Skriv et tall, for eksempel 1200 eller 37,5' };
  }

  /** @param {string} text @returns {Meaning} */
  function phone(text) {
    const digits = text.trim().replace(/[\s().-]/g, '').replace(/^00/, '+');
    if (!digits) return { value: null };
    if (/^(\+47)?\d{8}$/.test(digits) || /^\+(?!47)\d{6,15}$/.test(digits) || /^\d{3,6}$/.test(digits)) return { value: digits };
    return { error: 'Et norsk telefonnummer har åtte sifre. Utenlandske begynner med + og landkode' };
  }

  /** What is wrong with a day that comes before one it should not; empty when nothing is, or one of them is no day. @param {string} text @param {string} first @param {string} label of the first */
  function order(text, first, label) {
    const [last, other] = [date(text).value, date(first).value];
    return last && other && last < other ? `Datoen er før «${label}»: ${String(other).split('-').reverse().join('.')}` : '';
  }

  /** As a reader counts them: what is laid on a sign, or joined to it, is part of it. @param {string} text */
  const signsIn = (text) => Array.from(text.replace(/\u200d.|[\p{M}\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, '')).length;

  /** A limit is advice: what is too long is said, never cut. @param {string} text @param {number} most @returns {string} */
  function counter(text, most) {
    const left = most - signsIn(text);
    if (left < 0) return `${-left} tegn for mye. Alt er tatt vare på, men kort ned før du deler`;
    return left <= most * 0.2 ? `${left} tegn igjen` : '';
  }

  /** The check of a place for an answer, if it has one. @param {{type: string}} spot @param {string} name @returns {((text: string) => Meaning)|undefined} */
  function checkOf(spot, name) {
    if (/(^|[._])phone$/.test(name)) return phone;
    return { date, number }[spot.type];
  }

  /** What an answer means as data: a real day or number, else as it was typed. @param {{type: string}} spot @param {string|true} answer */
  function meaning(spot, answer) {
    const check = { date, number }[spot.type];
    const meant = check && answer !== true ? check(answer).value : undefined;
    return meant === undefined || meant === null ? answer : meant;
  }

  globalThis.handbookChecks = { checkOf, counter, date, meaning, number, order, phone };
})();
