/* A plan with dates from a first day, to read, print or put in a calendar.
   Dates come from plan-dates.js, files from plan-calendar.js. */
'use strict';

(function () {
  const { parse, iso, numbers, words, short, dayOff, workingDay, plus, plan, seenFrom, withFirstDay, earliest, today, note, tooOftenForPaper } =
    globalThis.handbookPlan;
  const { faultIn, isoOf, tell } = globalThis.handbookDates;
  const { ahead: tasksAhead, company, othersDo, remedyFor, rowsOf, taskWords, tasksAt, withDay } = globalThis.handbookPlanWords;
  const { lateForOthers, linkButton, listOf, make, tableOf, withList } = globalThis.handbookPlanTable;
  const { calendar, clock } = globalThis.handbookCalendar;
  const { download } = globalThis.handbookFiles;
  const tool = /** @type {HTMLElement} */ (document.querySelector('[data-plan]'));
  const relative = /** @type {HTMLElement} */ (document.querySelector('[data-relative]'));
  const dated = /** @type {HTMLElement} */ (document.querySelector('[data-dated]'));
  if (!tool || !relative || !dated) return;

  /** @param {string} text @returns {number|null} */
  const typed = (text) => parse(isoOf(text));

  /** @param {string} selector @returns {HTMLInputElement} */
  const field = (selector) => /** @type {HTMLInputElement} */ (tool.querySelector(selector));
  const startField = field('[data-start]');
  const endField = field('[data-end]');
  const roleField = field('[data-role]');
  const numberField = field('[data-number]');
  const timeField = field('[data-time]');
  const alarmField = field('[data-alarm]');
  const status = /** @type {HTMLElement} */ (tool.querySelector('[data-plan-status]'));
  const buttons = /** @type {HTMLButtonElement[]} */ ([...tool.querySelectorAll('[data-action]')]);
  /**
   * @typedef {{late: Late[], ahead: PlanEvent[], firstDay: number|null, reachable: boolean}} Seen
   * @typedef {PlanRow & {page: string, roles: string[], present: string[], own_title: string, meeting: boolean,
   *   tasks: PlanTask[]}} PlanStep
   * @typedef {{id: string, version: string, page: string, start: string, end: string,
   *   meetings: PlanTable, activities: PlanTable}} PlanForm
   */
  /** @type {{model: string, title: string, length: Span|null, folder: string, host: string, edition: string,
   *   date: string, steps: PlanStep[], first_day: PlanStep, roles: [string, string][], called: Object<string, string>, ours: string[], own: string[], answering: string[], form: PlanForm|null, contact: string}} */
  const about = JSON.parse((tool.querySelector('[data-tool]') || tool).textContent || '');
  const rows = about.steps;
  const cases = globalThis.handbookCase;
  const stepById = new Map([...rows, about.first_day].map((row) => [row.step, row]));
  /** @type {{events: PlanEvent[], undated: string[]}} */
  let current = { events: [], undated: [] };
  /** @type {PlanEvent[]} what is left from today, of those chosen */
  let ahead = [];
  let startIsOurs = true;
  let endIsOurs = true;
  /* Only what the reader does here goes into the case; an address that says otherwise does not. */
  let touched = false;

  /** The open case, when it is about this model. @returns {*} */
  function ownCase() {
    const told = cases.isOld() ? null : cases.open();
    return told && told.model === about.model ? told : null;
  }

  /** @param {PlanEvent} event @returns {string} its name among what is done */
  const nameOf = (event) => `${event.step}/${event.number}`;

  /** @param {PlanEvent} event @returns {boolean} */
  const isDone = (event) => Boolean(ownCase()?.done.includes(nameOf(event)));

  /** @param {string} id @returns {PlanStep} */
  const stepOf = (id) => /** @type {PlanStep} */ (stepById.get(id));

  /** @param {string} step @param {string} name @returns {HTMLElement} one cell of its row */
  const part = (step, name) =>
    /** @type {HTMLElement} */ (
      relative.querySelector(`[data-row="${step}"] [data-column="${name}"]`) || ofFirstDay(name)
    );

  /** A cell of the day no step begins on. @param {string} name @returns {HTMLElement} */
  function ofFirstDay(name) {
    return make('td', '', name === 'what' ? 'Første dag' : name === 'who' ? whose(about.first_day.roles, ', ') : '');
  }

  /** @param {string} step @returns {boolean} does the chosen role have a hand in it */
  const chosen = (step) => isChosen(stepOf(step).roles);

  /** @param {string[]} roles @returns {boolean} is the chosen role among them */
  function isChosen(roles) {
    if (roleField.value === 'alle' || (!roleField.value && !about.ours.length)) return true;
    if (!roleField.value) return roles.some((role) => about.ours.includes(role));
    return roles.includes(roleField.value);
  }

  /** @returns {boolean} is the plan for one role alone */
  const isOne = () => about.roles.some(([role]) => role === roleField.value);

  /** @param {PlanEvent} event @returns {string} «Møte 2» for what is repeated */
  function turn(event) {
    const all = current.events.filter((other) => other.step === event.step).length;
    if (all < 2) return '';
    const kind = stepOf(event.step).meeting ? 'Møte' : 'Gang';
    return `${kind} ${event.number} av ${all}`;
  }

  /** @param {string} label @param {string} step @param {string} name @returns {HTMLElement} a copied cell */
  function copied(label, step, name) {
    const original = part(step, name);
    const cell = make('td');
    cell.dataset.label = label;
    cell.append(...original.cloneNode(true).childNodes);
    return cell;
  }

  /** @param {number} day @returns {HTMLElement} */
  function timeOf(day) {
    const time = /** @type {HTMLTimeElement} */ (make('time', '', short(day)));
    time.dateTime = iso(day);
    return time;
  }

  /** @param {PlanEvent} event @returns {HTMLElement} */
  function eventRow(event) {
    const row = make('tr');
    row.dataset.day = iso(event.day);
    const tasks = tasksOf(event), ownTasks = tasks.some((fold) => fold.open);
    if (event.number > 1 && !ownTasks) row.dataset.again = '';
    const when = make('td', 'plan-day');
    when.dataset.label = 'Dato';
    when.append(timeOf(event.day));
    if (event.until !== null) {
      const last = make('span', '', 'til ');
      last.append(timeOf(event.until));
      when.append(' ', last);
    }
    const what = make('th');
    what.setAttribute('scope', 'row');
    what.append(...wayTo(event.step));
    const times = turn(event);
    if (times) what.append(' ', make('span', 'turn', times));
    const last = tooOftenForPaper(event, current.events);
    if (last && event.number > 1 && !ownTasks) row.dataset.many = '';
    if (last && event.number === 1) what.append(make('span', 'on-paper', `, det siste ${short(last.day)}`));
    if (event.deadline) what.append(' ', make('span', 'deadline', 'Frist'));
    what.append(...tasks);
    const moved = make('td', '', note(event));
    moved.dataset.label = 'Merk';
    const people = copied('Hvem', event.step, 'who');
    people.append(names(event.step));
    row.append(tick(event), when, what, people, copied('Skjema', event.step, 'forms'), moved);
    return row;
  }

  /** @param {PlanEvent} event @returns {HTMLElement} a box for what is done; it lies in the case */
  function tick(event) {
    const cell = make('td', 'plan-done'), label = make('label'), box = /** @type {HTMLInputElement} */ (make('input'));
    cell.dataset.label = 'Gjort';
    box.type = 'checkbox';
    box.dataset.event = nameOf(event);
    box.checked = isDone(event);
    box.addEventListener('change', () => {
      const done = (ownCase()?.done || []).filter((/** @type {string} */ one) => one !== nameOf(event));
      const told = { model: about.model, ...days(), done: box.checked ? [...done, nameOf(event)] : done };
      const kept = cases.change(told);
      if (dated.querySelector('.banner')) {
        render();
        const again = [.../** @type {NodeListOf<HTMLElement>} */ (dated.querySelectorAll('[data-event]'))];
        again.find((one) => one.dataset.event === nameOf(event))?.focus();
      }
      status.textContent = kept ? 'Krysset ligger i saken. Lagre den som fil under «Kom i gang».' : 'Krysset er IKKE lagret her.';
    });
    label.append(box, make('span', 'sr', `Gjort: ${title(event.step)} ${numbers(event.day)}`));
    cell.append(label);
    return cell;
  }

  /** What the chosen role does in it, or each of those at work. @param {PlanEvent} event @returns {HTMLDetailsElement[]} */
  function tasksOf(event) {
    const mine = tasksOn(event).filter(({ who }) => !who.length || isChosen(who));
    if (!mine.length) return [];
    const fold = /** @type {HTMLDetailsElement} */ (make('details', 'plan-tasks')), list = make('ul');
    fold.open = (event.number === 1 || mine.some(({ at }) => at)) && isOne();
    fold.toggleAttribute('data-mine', fold.open);
    list.append(...mine.map((task) => make('li', '', taskWords(withDay(task, startOf(event)), fold.open ? '' : whose(task.who)))));
    fold.append(make('summary', '', mine.length === 1 ? 'Én oppgave' : `${mine.length} oppgaver`), list);
    return [fold];
  }

  /** What «før start» is counted from: a workplace found later has a start of its own. @param {PlanEvent} event */
  const startOf = (event) => Math.max(event.day, typed(startField.value) || 0);

  /** @param {PlanEvent} event @returns {PlanTask[]} */
  const tasksOn = ({ step, number }) =>
    tasksAt(stepOf(step).tasks, number, current.events.filter((other) => other.step === step).length);

  /** @param {string[]} who @param {string} [last] what stands before the last @returns {string} */
  function whose(who, last = ' og ') {
    const words = about.roles.filter(([role]) => who.includes(role)).map(([role]) => about.called[role]);
    return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(last);
  }

  /** Those in the case who have a hand in it. @param {string} step @returns {string} */
  function names(step) {
    const people = ownCase()?.people || {};
    const said = stepOf(step).present.filter((role) => people[role]).map((role) => people[role]);
    return said.length ? ` (${said.join(', ')})` : '';
  }

  /** The days in the fields, as the case has them. @returns {{start: string, end: string}} */
  function days() {
    const start = typed(startField.value), end = typed(endField.value);
    return { start: start === null ? '' : iso(start), end: end === null || endIsOurs ? '' : iso(end) };
  }

  /** What has no new date has a box for being done already, and what must be done in it. @param {Late} one @param {Seen} seen @returns {HTMLElement} */
  function lateItem({ event, how }, seen) {
    const anew = seen.ahead.find((other) => nameOf(other) === nameOf(event));
    const box = !seen.reachable && how === 'now' ? [...tick(event).childNodes, ' '] : [];
    return withList(make('li'), [...box, ...wayTo(event.step), remedyFor(event, how, anew)], anew ? [] : mustDo(event));
  }

  /** @param {string} step @returns {Node[]} its number and title, which lead to it */
  const wayTo = (step) => [...part(step, 'what').cloneNode(true).childNodes];

  /** @param {PlanEvent} event @returns {string[]} what those chosen must do in it */
  const mustDo = (event) => tasksOn(event).filter(({ who, must }) => must && (!who.length || isChosen(who)))
    .map((task) => `Må: ${taskWords(task, isOne() ? '' : whose(task.who))}`);

  /**
   * What is too late, the shortest way that still works, and the day that would give all its time.
   * @param {Seen} seen @param {number} start @returns {HTMLElement[]}
   */
  function lateness(seen, start) {
    const { late, firstDay, reachable } = seen;
    const told = late.filter((one) => one.how !== 'passed' && chosen(one.event.step));
    const others = [...new Set(late.filter((one) => one.how !== 'passed' && !chosen(one.event.step)).map((one) => one.event.step))];
    const passed = late.filter((one) => one.how === 'passed' && chosen(one.event.step)).length;
    if ((!told.length && !others.length && !passed) || firstDay === null) return [];
    const box = make('div', 'banner');
    box.append(make('h2', '', reachable ? 'For sent til vanlig tid' : 'Første dag kommer for tidlig'));
    if (!reachable) box.append(make('p', '', `Dere rekker ikke ${words(start)}. Da får ikke alle stegene den tida de trenger.`));
    const intro = reachable ? 'Korteste vei er å gjøre dette i denne rekkefølgen:' : 'Dette skulle vært gjort. Kryss av det som er gjort alt:';
    if (told.length) box.append(make('p', '', intro), listOf(told.map((one) => lateItem(one, seen))));
    if (others.length) box.append(lateForOthers(others.map(wayTo)));
    if (passed) box.append(make('p', '', passed === 1 ? 'Ett møte er passert.' : `${passed} møter er passert.`));
    const later = make('p', '', `Hvis alt skal få vanlig tid, kan første dag tidligst være ${words(firstDay)}. `);
    box.append(later);
    later.append(mayMove() ? moveTo(firstDay) : 'Ta det opp med den som har ansvaret.');
    return [box];
  }

  /** @param {number} firstDay @returns {HTMLElement} what moves the first day there */
  const moveTo = (firstDay) => linkButton('Bruk den dagen', () => {
    startField.value = numbers(firstDay);
    startField.dispatchEvent(new Event('input'));
    startField.focus();
  });

  /** @returns {boolean} can the first day be moved by the one the plan is for */
  const mayMove = () => !isOne() || about.answering.includes(roleField.value);

  /**
   * @param {PlanEvent[]} events @param {string[]} undated @param {Seen} seen @param {number} start
   */
  function draw(events, undated, seen, start) {
    const drawn = [
      ...lateness(seen, start),
      make('h2', '', 'Planen'),
      make('p', 'print-note', printed(start)),
      ...othersDo(rows.map(({ step }) => ({ mine: chosen(step), who: part(step, 'who').textContent || '' }))).map((said) => make('p', '', said)),
      tableOf('Plan med datoer', ['Gjort', 'Dato', 'Hva', 'Hvem', 'Skjema', 'Merk'], events.map(eventRow)),
    ];
    if (undated.length) {
      const list = make('ul', 'undated');
      for (const step of undated) {
        const item = make('li');
        item.append(...wayTo(step), ': ', part(step, 'when').textContent || '');
        list.append(item);
      }
      drawn.push(make('h3', '', 'Uten dato'), list);
    }
    dated.replaceChildren(...drawn);
  }

  /** What a sheet says above the dates: the case, its days and for whom. @param {number} start @returns {string} */
  function printed(start) {
    const called = ownCase()?.name, end = typed(endField.value), whom = /** @type {any} */ (roleField).selectedOptions[0];
    const told = [called && `Saken ${called}.`, `Første dag ${words(start)}.`, end !== null && `Siste dag ${words(end)}.`];
    return [...told, whom && `Planen er for: ${whom.textContent}.`].filter(Boolean).join(' ');
  }

  /** The table without dates stays until the one with dates is drawn. @param {boolean} drawn */
  function showDated(drawn) {
    buttons.forEach((button) => (button.disabled = !drawn));
    dated.hidden = !drawn;
    relative.hidden = drawn;
  }

  /** @param {boolean} [finished] nobody is writing in a field */
  function render(finished = true) {
    const start = typed(startField.value);
    const end = typed(endField.value);
    const faults = [startField, endField].map((one) => faultIn(one.value, finished));
    const unread = [startField, endField].some((one) => one.value.trim() && typed(one.value) === null);
    const backwards = start !== null && end !== null && end < start;
    const good = start !== null && !unread && !backwards;
    showDated(false);
    if (backwards) faults[1] = 'Siste dag må være etter første dag.';
    tell(startField, faults[0]);
    tell(endField, faults[1]);
    if (!good) {
      current = { events: [], undated: [] };
      ahead = [];
      status.textContent = faults.filter(Boolean).join(' ');
      return;
    }
    current = plan(rows, start, end);
    /* Lateness is everybody's: a first day is as early for one as for all. What is done is not late. */
    const seen = seenFrom(rows, current.events.filter((event) => !isDone(event)), start, today());
    const shown = [...current.events.filter(isDone), ...seen.ahead].filter((event) => chosen(event.step));
    shown.sort((one, other) => one.day - other.day);
    ahead = withFirstDay(rows, shown, start, today());
    draw(ahead, current.undated.filter(chosen), seen, start);
    showDated(true);
    status.textContent = [
      startIsOurs ? `Hvis dere begynner å planlegge i dag, kan første dag tidligst være ${words(start)}.` : '',
      start < today() ? 'Første dag er passert. Planen viser det som er igjen fra i dag.' : '',
      start > today() + FAR ? 'Første dag er mer enn tre år fram. Stemmer årstallet?' : '',
      `Planen har ${ahead.length} datoer.`,
      moves(ahead),
      dayOff(start) ? `Første dag er ${dayOff(start)}.` : '',
      otherDay(start),
    ].filter(Boolean).join(' ');
    if (!startIsOurs) remember();
  }

  const FAR = 3 * 365;

  /** @param {number} start @returns {string} that the open case says another day than the address */
  function otherDay(start) {
    const told = ownCase(), own = told && parse(told.start);
    return own && own !== start ? `Saken som er åpen, har første dag ${words(own)}. Den er ikke endret.` : '';
  }

  /** @param {PlanEvent[]} events @returns {string} how many were moved from days off */
  function moves(events) {
    const moved = events.filter((event) => note(event)).length;
    return moved === 1 ? 'Én er flyttet fra en fridag.' : moved ? `${moved} er flyttet fra fridager.` : '';
  }

  function suggestStart() {
    startField.value = numbers(earliest(rows, today(), isDone));
    suggestEnd();
  }

  function suggestEnd() {
    const start = typed(startField.value);
    if (start !== null && about.length && endIsOurs) endField.value = numbers(plus(start, about.length) - 1);
  }

  function remember() {
    const hash = new URLSearchParams();
    const start = typed(startField.value);
    const end = typed(endField.value);
    if (start !== null) hash.set('start', iso(start));
    if (end !== null) hash.set('slutt', iso(end));
    if (roleField.value) hash.set('rolle', roleField.value);
    if (numberField.value !== '1') hash.set('nummer', numberField.value);
    if (touched && ownCase()) cases.change({ ...days(), options: { plan: hash.toString() } });
    try {
      history.replaceState(null, '', '#' + hash.toString());
    } catch {
      /* Opened from a disk that does not allow it: the dates last for this page. */
    }
  }

  function fromAddress() {
    const told = ownCase() || cases.blank();
    const before = new URLSearchParams(told.options.plan || '');
    const asked = new URLSearchParams(location.hash.replace(/^#/, ''));
    const hash = { get: (/** @type {string} */ name) => asked.get(name) ?? before.get(name) };
    const start = parse(asked.get('start') || told.start);
    const end = parse(asked.get('slutt') || (asked.get('start') ? '' : told.end));
    if (start !== null) {
      startField.value = numbers(start);
      startIsOurs = false;
    }
    if (end !== null) {
      endField.value = numbers(end);
      endIsOurs = false;
    }
    const role = hash.get('rolle');
    if (role && [.../** @type {any} */ (roleField).options].some((o) => o.value === role)) roleField.value = role;
    const number = Number(hash.get('nummer'));
    if (number >= 1 && number <= 99) numberField.value = String(number);
  }

  /** Who has a hand in it, as text. @param {string} step @returns {string} */
  const who = (step) => (part(step, 'who').textContent || '').trim() + names(step);

  /** @param {string} step @returns {string} title without its number */
  const title = (step) => (part(step, 'what').textContent || '').replace(/^\s*\d+\.\s*/, '').trim();

  /** What a calendar says of the tasks of the one role it is for. @param {PlanEvent} event @returns {string[]} */
  function mineOf(event) {
    if (!isOne()) return [];
    return tasksOn(event).filter((task) => task.who.includes(roleField.value)).map((task) => `– ${taskWords(task)}`);
  }

  /** @returns {string[]} the reader's own contact, for the calendar */
  function contact() {
    const { name, phone } = cases.contactAt(cases.open(), about.contact);
    return name || phone ? [`Kontakten deres i ${about.contact}: ${[name, phone].filter(Boolean).join(', ')}.`] : [];
  }

  /** @param {PlanEvent} event @returns {CalendarEntry[]} its day, and the deadline at the end of what takes time */
  function entries(event) {
    const number = Math.max(1, Number(numberField.value) || 1);
    const forms = (part(event.step, 'forms').textContent || '').trim();
    const times = turn(event);
    const url = new URL(stepOf(event.step).page, about.folder).href;
    const facts = [
      event.until !== null ? `Varer til ${words(event.until)}.` : '',
      `Hvem: ${who(event.step)}.`,
      ...mineOf(event),
      forms ? `Skjema: ${forms.split(/\s+/).join(', ')}.` : '',
      note(event),
      ...contact(),
    ];
    const ends = event.deadline && event.until !== null;
    const whole = {
      uid: `${about.model}-${event.step}-${event.number}-plan${number}-${roleField.value || 'oss'}@${about.host}`,
      day: event.day,
      until: ends ? null : event.until,
      time: stepOf(event.step).meeting ? clock(timeField.value) : '',
      alarm: alarmField.value,
      summary: `${event.deadline && !ends ? 'Frist: ' : ''}${title(event.step)}${times ? ` (${times.toLowerCase()})` : ''}`,
      description: facts.filter(Boolean).join('\n') + `\n${about.title}: ${url}`,
      url,
    };
    const soon = tasksAhead(tasksOn(event), roleField.value, startOf(event))
      .filter(({ day }) => day >= today())
      .map(({ day, text, n }) => ({ ...whole, uid: `tidlig-${n}-${whole.uid}`, day, until: null, time: '', summary: text }));
    if (!ends) return [...soon, whole];
    return [
      ...soon,
      whole,
      {
        ...whole, uid: 'frist-' + whole.uid, day: Number(event.until), time: '',
        summary: 'Frist: ' + title(event.step),
      },
    ];
  }

  /** A row in the participant's own words. @param {PlanEvent} event */
  function toParticipant({ step, day }) {
    const { present, own_title: what } = stepOf(step), others = present.filter((role) => !about.own.includes(role));
    return { day, what, who: company(others, about.roles, ownCase()?.people || {}) };
  }

  /** What the participant's plan can be filled with. @param {PlanForm} form @returns {Object<string, string>} */
  function answers(form) {
    const start = typed(startField.value) || 0;
    const end = typed(endField.value);
    const all = withFirstDay(rows, current.events, start, start);
    const within = all.filter((event) => event.day >= start && (end === null || event.day <= end));
    const involved = within.filter((event) => stepOf(event.step).involved);
    const isMeeting = (/** @type {PlanEvent} */ event) => stepOf(event.step).meeting;
    return {
      [form.start]: iso(start),
      ...(end === null ? {} : { [form.end]: iso(end) }),
      ...rowsOf(form.meetings, involved.filter(isMeeting).map(toParticipant)),
      ...rowsOf(form.activities, involved.filter((event) => !isMeeting(event)).map(toParticipant)),
    };
  }

  /** @type {Object<string, () => void>} */
  const actions = {
    calendar() {
      const called = ownCase()?.name;
      const name = `${about.title}, ${called || `plan ${numberField.value || 1}`}`;
      const text = calendar({ name, edition: about.edition, now: Date.now() }, ahead.filter((event) => !isDone(event)).flatMap(entries));
      download(new Blob([text], { type: 'text/calendar' }), `plan-${about.model}.ics`);
      status.textContent = 'Kalenderfila er laget. Åpne den i Outlook eller en annen kalender.';
    },
    print: () => window.print(),
    /* What stands after # is for the next page alone; a browser sends it nowhere. */
    form() {
      if (!about.form) return;
      const { id, version, page } = about.form;
      const saved = { form: id, version, answers: answers(about.form) };
      location.assign(`${page}#svar=${encodeURIComponent(JSON.stringify(saved))}`);
    },
  };

  tool.addEventListener('input', () => (touched = true), true);
  startField.addEventListener('input', () => {
    startIsOurs = false;
    suggestEnd();
    render(false);
  });
  endField.addEventListener('input', () => {
    endIsOurs = !endField.value;
    render(false);
  });
  for (const one of [startField, endField, roleField]) one.addEventListener('change', () => render());
  numberField.addEventListener('input', () => render());
  tool.addEventListener('click', (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest('[data-action]');
    if (button) actions[/** @type {HTMLElement} */ (button).dataset.action || '']();
  });
  tool.hidden = false;
  fromAddress();
  if (startIsOurs) suggestStart();
  else suggestEnd();
  render();
})();
