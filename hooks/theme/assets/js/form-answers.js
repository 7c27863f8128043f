/* A form as data and the answers to it: which place an answer has, and what is asked now. No page is touched here. */
'use strict';

(function () {
  /** @typedef {Object<string, string|true>} Answers place for an answer → what was typed or chosen; ticks are true */
  /** @typedef {[string, string]} Option an id and its words */
  /** @typedef {{id: string, label: string, type: string, options?: Option[]}} Column */
  /** @typedef {Column & {text?: string, required?: boolean, most?: number, same?: string[], not_before?: string, if?: [string, string[]][], columns?: Column[], rows?: number, most_rows?: number, row_head?: string, row_names?: string[]}} Field */
  /** @typedef {{handbook: string, edition: string, id: string, title: string, version: string, file: string, official: string, afterwards: string[], sections: {title: string, fields: Field[]}[]}} Form */
  /** @typedef {{field: Field, type: string, label: string, options: Option[], row: number}} Spot one place for one answer */

  /** @type {Map<string, Form>} */
  const known = new Map();
  /** @type {Map<string, Answers>} made-up answers to begin from */
  const examples = new Map();

  /** Every form whose data has been loaded. */
  const forms = {
    /** @param {Form} form */
    add: (form) => known.set(form.id, form),
    /** @param {string} id @returns {Form} */
    get: (id) => known.get(id),
    /** @param {string} id @param {Answers} answers */
    addExample: (id, answers) => examples.set(id, answers),
    /** @param {string} id @returns {Answers} */
    example: (id) => examples.get(id),
  };

  /** @param {Form} form @returns {Field[]} */
  function fieldsOf(form) {
    return form.sections.flatMap((part) => part.fields);
  }

  /** @param {Form} form @param {string} id @returns {Field|undefined} */
  function fieldOf(form, id) {
    return fieldsOf(form).find((field) => field.id === id);
  }

  /** The place that a name stands for, or null when this version of the form has none. @param {Form} form @param {string} name @returns {Spot|null} */
  function spotOf(form, name) {
    const [id, second, third, more] = name.split('.');
    const field = fieldOf(form, id);
    if (!field || more !== undefined || ['info', 'signature'].includes(field.type)) return null;
    if (field.type === 'table') return cellOf(field, second, third);
    if (field.type === 'multi_choice') return third === undefined ? boxOf(field, second) : null;
    return second === undefined ? { field, type: field.type, label: field.label, options: field.options || [], row: 0 } : null;
  }

  /** @param {Field} field @param {string} row @param {string} id @returns {Spot|null} */
  function cellOf(field, row, id) {
    const column = field.columns.find((one) => one.id === id);
    const number = /^[1-9]\d?$/.test(row) ? Number(row) : 0;
    if (!column || !number || number > field.most_rows) return null;
    const where = field.row_names ? field.row_names[number - 1] : `rad ${number}`;
    const label = `${field.label.replace(/[ ?:.]+$/, '')}, ${where}: ${column.label}`;
    return { field, type: column.type, label, options: column.options || [], row: number };
  }

  /** @param {Field} field @param {string} id @returns {Spot|null} */
  function boxOf(field, id) {
    const option = field.options.find(([one]) => one === id);
    return option ? { field, type: 'yes_no', label: `${field.label}: ${option[1]}`, options: [], row: 0 } : null;
  }

  /** Whether an answer can stand in its place; a choice that is no longer offered cannot. @param {Spot|null} spot @param {string|true} answer */
  function fits(spot, answer) {
    if (!spot) return false;
    if (spot.type === 'yes_no') return answer === true;
    if (answer === true) return false;
    return spot.type !== 'choice' || spot.options.some(([id]) => id === answer);
  }

  /** Answers with a place in this version, and those without: kept, shown and handed on, never dropped. @param {Form} form @param {Answers} answers */
  function sorted(form, answers) {
    /** @type {{placed: Answers, left: Answers}} */
    const found = { placed: {}, left: {} };
    for (const [name, answer] of Object.entries(answers)) {
      found[fits(spotOf(form, name), answer) ? 'placed' : 'left'][name] = answer;
    }
    return found;
  }

  /** Whether a question is asked, as the answers stand; what is not asked decides nothing. @param {Form} form @param {Field} field @param {Answers} answers @returns {boolean} */
  function isAsked(form, field, answers) {
    return (field.if || []).every(([id, wanted]) => {
      const earlier = fieldOf(form, id);
      return !!earlier && isAsked(form, earlier, answers) && wanted.some((one) => isAnswered(id, one, answers));
    });
  }

  /** Whether a question has an answer; an empty box is «false». @param {string} id @param {string} wanted @param {Answers} answers */
  function isAnswered(id, wanted, answers) {
    if (answers[`${id}.${wanted}`] === true) return true;
    const answer = answers[id];
    return wanted === 'false' ? answer === undefined : String(answer) === wanted;
  }

  /** The answers to what is asked. @param {Form} form @param {Answers} answers @returns {Answers} */
  function asked(form, answers) {
    return Object.fromEntries(Object.entries(answers).filter(([name]) => {
      const field = fieldOf(form, name.split('.')[0]);
      return !field || isAsked(form, field, answers);
    }));
  }

  /** Required questions without an answer. @param {Form} form @param {Answers} answers @returns {Field[]} */
  function unanswered(form, answers) {
    const names = Object.keys(answers);
    return fieldsOf(form).filter((field) => field.required && field.type !== 'signature' && isAsked(form, field, answers)
      && !names.some((name) => name === field.id || name.startsWith(field.id + '.')));
  }

  /** Answers of another form under the names they have here. @param {Form} form @param {string} from @param {Answers} answers @returns {Answers} */
  function takenOver(form, from, answers) {
    /** @type {Answers} */
    const found = {};
    for (const field of fieldsOf(form)) {
      for (const spot of field.same || []) {
        const [other, name] = spot.split('/');
        if (other !== from) continue;
        for (const key of Object.keys(answers)) {
          if (key === name || key.startsWith(name + '.')) found[field.id + key.slice(name.length)] = answers[key];
        }
      }
    }
    return found;
  }

  /** How many rows a table needs for some answers; a row beyond the last it may have is none. @param {Field} field @param {string[]} names */
  function rowsFor(field, names) {
    const rows = names.filter((name) => name.startsWith(field.id + '.')).map((name) => Number(name.split('.')[1]));
    return Math.max(field.rows, ...rows.filter((row) => row <= field.most_rows));
  }

  /** Only what can be an answer; a file may hold anything. @param {*} told @returns {Answers|null} */
  function readable(told) {
    if (typeof told !== 'object' || told === null || Array.isArray(told)) return null;
    /** @type {Answers} */
    const answers = {};
    for (const [name, answer] of Object.entries(told)) {
      if (name === '__proto__') continue;
      if (answer === true) answers[name] = true;
      else if (typeof answer === 'number') answers[name] = String(answer).replace('.', ',');
      else if (typeof answer === 'string' && answer.trim()) answers[name] = answer;
    }
    return answers;
  }

  /** Answers as the page shows them: a date the way one writes it. @param {Form} form @param {Answers} answers @returns {Answers} */
  function asTyped(form, answers) {
    return Object.fromEntries(Object.entries(answers).map(([name, answer]) => {
      const spot = spotOf(form, name);
      const day = spot && spot.type === 'date' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(answer));
      return [name, day ? `${day[3]}.${day[2]}.${day[1]}` : answer];
    }));
  }

  /** `2026-11-30`, where the reader is. @param {Date} day */
  function isoDay(day) {
    return dayOf(day).split('.').reverse().join('-');
  }

  /** `30.11.2026`, whatever language the browser speaks. @param {Date} day */
  function dayOf(day) {
    return [day.getDate(), day.getMonth() + 1].map((one) => String(one).padStart(2, '0')).join('.') + '.' + day.getFullYear();
  }

  globalThis.handbookForms = forms;
  globalThis.handbookAnswers = { asTyped, dayOf, asked, fieldOf, fieldsOf, fits, isAsked, isoDay, readable, rowsFor, sorted, spotOf, takenOver, unanswered };
})();
