/* What a plan says of a date: the tasks with their moments, and the rows of the participant's plan. Needs no page. */
'use strict';

/**
 * @typedef {{who: string[], text: string, lead: string, turn: string, before: number, at: number, must: boolean}} PlanTask
 * @typedef {{table: string, date: string, who: string, what: string}} PlanTable
 */

(function () {
  const { iso, short, today, words, workingDay } = globalThis.handbookPlan;

  /** What is done one of the times of a step. @param {PlanTask[]} tasks @param {number} number @param {number} times @returns {PlanTask[]} */
  function tasksAt(tasks, number, times) {
    const here = { each: true, first: number === 1, last: number === Math.max(times, 1) };
    return tasks.filter(({ turn, at }) =>
      at ? number === Math.min(at, Math.max(times, 1)) : here[/** @type {keyof here} */ (turn)]);
  }

  /** What is done on a working day before the row it stands in, for a calendar to remind of.
   * @param {PlanTask[]} tasks @param {string} role @param {number} start @returns {{day: number, text: string, n: number}[]} */
  function ahead(tasks, role, start) {
    return tasks.flatMap(({ who, before, text }, n) =>
      before && who.includes(role) ? [{ day: workingDay(start - before, true), text, n }] : []);
  }

  /** A task done before the row it stands in, with its day. @param {PlanTask} task @param {number} start @returns {PlanTask} */
  function withDay(task, start) {
    const day = workingDay(start - task.before, true);
    return task.before && day >= today() ? { ...task, lead: `${task.lead}, ${short(day)}` } : task;
  }

  /** A task with its moment, and with who does it when that is said. @param {PlanTask} task @param {string} [who] @returns {string} */
  function taskWords({ lead, text }, who) {
    const said = who ? lead.charAt(0).toLowerCase() + lead.slice(1) : lead;
    return [who && who.charAt(0).toUpperCase() + who.slice(1), said, text].filter(Boolean).join(': ');
  }

  /** Those the participant is with, by name where it is known. @param {string[]} others @param {[string, string][]} roles @param {Object<string, string>} people @returns {string} */
  function company(others, roles, people) {
    const some = roles.filter(([role]) => others.includes(role));
    return some.map(([role, words]) => (people[role] ? `${people[role]} (${words})` : words)).join(', ');
  }

  /** A row of a table for each; the form grows, and keeps what is more than it can hold.
   * @param {PlanTable} table @param {{day: number, what: string, who: string}[]} told @returns {Object<string, string>} */
  function rowsOf(table, told) {
    /** @type {Object<string, string>} */
    const found = {};
    told.forEach(({ day, what, who }, n) => {
      const row = `${table.table}.${n + 1}`;
      found[`${row}.${table.date}`] = iso(day);
      if (table.what) found[`${row}.${table.what}`] = what;
      found[`${row}.${table.who}`] = who;
    });
    return found;
  }

  const FEW = 3;

  /** Whose the steps are that are not shown, so that no number seems lost. @param {{mine: boolean, who: string}[]} steps @returns {string[]} one sentence, or none */
  function othersDo(steps) {
    const left = steps.flatMap(({ mine, who }, n) => (mine ? [] : [{ number: String(n + 1), who: who.trim() }]));
    if (!left.length) return [];
    const named = left.length <= FEW;
    const said = left.map(({ number, who }) => (named ? `${number} (${who})` : number));
    const last = said.pop();
    return [`Andre gjør steg ${said.length ? `${said.join(', ')} og ${last}` : last}.`];
  }

  /** What to do with what is too late, said after its title. @param {PlanEvent} event @param {string} how @param {PlanEvent} [anew] its new date @returns {string} */
  function remedyFor(event, how, anew) {
    const was = `: skulle vært gjort ${words(event.until ?? event.day)}.`;
    if (how === 'drop') return `${was} Det kan gå ut, for ingenting i steget må gjøres.`;
    if (!anew) return was;
    const day = `${words(anew.day)}${anew.until === null ? '' : ` til ${words(anew.until)}`}`;
    return anew.day === workingDay(today(), false) ? `${was} Gjør det straks, helst ${day}.` : `${was} Gjør det ${day}.`;
  }

  globalThis.handbookPlanWords = { ahead, withDay, othersDo, remedyFor, company, rowsOf, taskWords, tasksAt };
})();
