/* A form and its answers as one «paper» of plain data. Print, PDF and preview are all made from it, and from nothing else. */
'use strict';

(function () {
  /** @typedef {{kind: 'text'|'tick'|'ticks'|'table'|'sign'|'info', name: string, label: string, value?: string, face?: string, on?: boolean, options?: {label: string, on: boolean}[], heads?: string[], rows?: string[][], text?: string}} Item */
  /** @typedef {{id: string, title: string, version: string, edition: string, made: string, about: string, official: string, afterwards: string[], sections: {title: string, items: Item[]}[], left: {name: string, value: string}[]}} Paper */

  const { dayOf, isAsked, isoDay, rowsFor, sorted, spotOf } = globalThis.handbookAnswers;

  /**
   * @param {*} form its data @param {Object<string, string|true>} answers
   * @param {{about?: string, made?: Date}} [more] who or what it is about, and the day @returns {Paper}
   */
  function paper(form, answers, more = {}) {
    const { placed, left } = sorted(form, answers);
    return {
      id: form.id, title: form.title, version: form.version, edition: form.edition,
      made: dayOf(more.made || new Date()), about: more.about || '',
      official: form.official || '', afterwards: form.afterwards || [],
      sections: form.sections.map((part) => sectionOf(form, part, placed)).filter((part) => part.items.length),
      left: Object.entries(left).map(([name, answer]) => ({ name, value: answer === true ? 'Ja' : answer })),
    };
  }

  function sectionOf(form, part, answers) {
    const asked = part.fields.filter((field) => isAsked(form, field, answers));
    return { title: part.title, items: asked.map((field) => itemOf(field, answers)) };
  }

  /** @returns {Item} */
  function itemOf(field, answers) {
    const about = { name: field.id, label: field.label };
    if (field.type === 'info') return { kind: 'info', ...about, text: field.text || '' };
    if (field.type === 'signature') return { kind: 'sign', ...about };
    if (field.type === 'yes_no') return { kind: 'tick', ...about, on: answers[field.id] === true };
    if (field.type === 'multi_choice') {
      return { kind: 'ticks', ...about, options: field.options.map(([id, label]) => ({ label, on: answers[`${field.id}.${id}`] === true })) };
    }
    if (field.type === 'table') return { kind: 'table', ...about, ...tableOf(field, answers) };
    const value = words(field, answers[field.id]), face = faceOf(field, answers[field.id]);
    return face ? { kind: 'text', ...about, value, face } : { kind: 'text', ...about, value };
  }

  /** Rows with something in them; rows that have names are all there as soon as one is answered. */
  function tableOf(field, answers) {
    const names = field.row_names;
    const cells = Array.from({ length: rowsFor(field, Object.keys(answers)) }, (_, at) =>
      field.columns.map((column) => words(column, answers[`${field.id}.${at + 1}.${column.id}`])));
    const used = cells.some((row) => row.some((cell) => cell.trim()));
    const rows = names ? cells.map((row, at) => [names[at], ...row]) : cells.filter((row) => row.some((cell) => cell.trim()));
    const heads = [...(names ? [field.row_head] : []), ...field.columns.map((column) => column.label)];
    return { heads, rows: used ? rows : [] };
  }

  /** An answer in words that a person reads. @param {*} place a field or a column @param {string|true|undefined} answer @returns {string} */
  function words(place, answer) {
    if (answer === undefined) return '';
    if (answer === true) return 'Ja';
    const option = (place.options || []).find(([id]) => id === answer);
    return option ? option[1] : answer;
  }

  /** The strokes of the face beside an answer, where it has one. @param {*} field @param {string|true|undefined} answer @returns {string|undefined} */
  function faceOf(field, answer) {
    const option = (field.options || []).find(([id]) => id === answer);
    return option && option[2];
  }

  /** The answers as a file keeps them: days as ÅÅÅÅ-MM-DD and numbers as numbers, where they are that. @param {*} form @param {Object<string, string|true>} answers @param {string} about @returns {string} */
  function saved(form, answers, about) {
    const { placed, left } = sorted(form, answers);
    const meant = Object.entries(placed).map(([name, answer]) => [name, globalThis.handbookChecks.meaning(spotOf(form, name), answer)]);
    const told = {
      handbook: form.handbook, edition: form.edition, form: form.id, version: form.version, saved: isoDay(new Date()),
      about: about || undefined, answers: Object.fromEntries(meant), left: Object.keys(left).length ? left : undefined,
    };
    return JSON.stringify(told, null, 2) + '\n';
  }

  globalThis.handbookPaper = { paper, saved };
})();
