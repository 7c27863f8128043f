/* A plan with dates from a first day, to read, print and put in a calendar. Nothing is sent or stored. */
'use strict';

(function () {
  /**
   * A day is a whole number: days since 1 January 1970. No clock, no time zone.
   * @typedef {{amount: number, unit: string}} Span
   * @typedef {{step: string, phase: string, anchor: string, offset: Span|null, duration: Span|null,
   *   every: Span|null, times: number, deadline: boolean}} Row
   * @typedef {{step: string, number: number, planned: number, day: number, until: number|null,
   *   deadline: boolean}} Event
   * @typedef {{uid: string, day: number, summary: string, description: string, url: string}} Entry
   */

  const MONTHS = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ');
  const DAYS = 'mandag tirsdag onsdag torsdag fredag lørdag søndag'.split(' ');
  const MOST = 200;
  /** @type {Span} */
  const HORIZON = { amount: 1, unit: 'year' };

  /** @param {number} year @param {number} month from 1 @param {number} day @returns {number} */
  function dayOf(year, month, day) {
    return Math.round(Date.UTC(year, month - 1, day) / 86400000);
  }

  /** @param {number} day @returns {{year: number, month: number, day: number, weekday: number}} */
  function parts(day) {
    const date = new Date(day * 86400000);
    return {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      weekday: (((day + 3) % 7) + 7) % 7,
    };
  }

  /** @param {string} text ÅÅÅÅ-MM-DD @returns {number|null} */
  function parse(text) {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    if (!match || Number(match[1]) < 1900) return null;
    const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
    return iso(day) === text ? day : null;
  }

  /** @param {number} day @returns {string} ÅÅÅÅ-MM-DD */
  function iso(day) {
    const { year, month, day: date } = parts(day);
    return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');
  }

  /** A day as people type it; a phone's number pad has no dot. @param {string} text 30.11.2026 or 30112026 @returns {number|null} */
  function typed(text) {
    const match = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$|^(\d{2})(\d{2})(\d{4})$/.exec(text.trim());
    if (!match) return parse(text.trim());
    const [day, month, year] = match[3] ? match.slice(1, 4) : match.slice(4, 7);
    return parse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  }

  /** @param {number} day @returns {string} 30.11.2026 */
  const numbers = (day) => iso(day).split('-').reverse().join('.');

  /** @param {number} day @returns {string} mandag 30. november 2026 */
  function words(day) {
    const { year, month, day: date, weekday } = parts(day);
    return `${DAYS[weekday]} ${date}. ${MONTHS[month - 1]} ${year}`;
  }

  /** Easter Sunday (the anonymous Gregorian computus). @param {number} year @returns {number} */
  function easter(year) {
    const a = year % 19;
    const b = Math.floor(year / 100);
    const c = year % 100;
    const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
    const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
    const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
    return dayOf(year, Math.floor(f / 31), (f % 31) + 1);
  }

  /** Norwegian public holidays. @param {number} year @returns {Map<number, string>} */
  function holidays(year) {
    /** @type {Map<number, string>} */
    const days = new Map();
    days.set(dayOf(year, 1, 1), '1. nyttårsdag');
    days.set(dayOf(year, 5, 1), '1. mai');
    days.set(dayOf(year, 5, 17), '17. mai');
    days.set(dayOf(year, 12, 25), '1. juledag');
    days.set(dayOf(year, 12, 26), '2. juledag');
    const sunday = easter(year);
    days.set(sunday - 3, 'skjærtorsdag');
    days.set(sunday - 2, 'langfredag');
    days.set(sunday, '1. påskedag');
    days.set(sunday + 1, '2. påskedag');
    days.set(sunday + 39, 'Kristi himmelfartsdag');
    days.set(sunday + 49, '1. pinsedag');
    days.set(sunday + 50, '2. pinsedag');
    return days;
  }

  /** Why nobody works on a day; '' on a working day. @param {number} day @returns {string} */
  function dayOff(day) {
    const { year, weekday } = parts(day);
    return holidays(year).get(day) || (weekday > 4 ? DAYS[weekday] : '');
  }

  /** @param {number} day @param {boolean} earlier @returns {number} nearest working day that way */
  function workingDay(day, earlier) {
    while (dayOff(day)) day += earlier ? -1 : 1;
    return day;
  }

  /** @param {number} day @param {Span|null} span @param {number} [times] @returns {number} */
  function plus(day, span, times = 1) {
    if (!span) return day;
    const amount = span.amount * times;
    if (span.unit === 'day') return day + amount;
    if (span.unit === 'week') return day + amount * 7;
    const { year, month, day: date } = parts(day);
    const months = year * 12 + month - 1 + amount * (span.unit === 'year' ? 12 : 1);
    const to = { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
    const last = parts(dayOf(to.year, to.month + 1, 1) - 1).day;
    return dayOf(to.year, to.month, Math.min(date, last));
  }

  /** About how many days; only for comparing lengths. @param {Span} span @returns {number} */
  function days(span) {
    /** @type {Object<string, number>} */
    const about = { day: 1, week: 7, month: 30, year: 365 };
    return span.amount * about[span.unit];
  }

  /**
   * Give every row its date, the same as plan() in model/calendar.py; a test holds them together.
   * @param {Row[]} rows @param {number} start @param {number|null} end
   * @returns {{events: Event[], undated: string[]}}
   */
  function plan(rows, start, end) {
    /** @type {Event[]} */
    const events = [];
    /** @type {string[]} */
    const undated = [];
    for (const row of rows) {
      const found = eventsOf(row, rows, start, end);
      events.push(...found);
      if (!found.length) undated.push(row.step);
    }
    const order = new Map(rows.map((row, n) => [row.step, n]));
    events.sort(
      (a, b) => a.day - b.day || Number(order.get(a.step)) - Number(order.get(b.step)) || a.number - b.number
    );
    return { events, undated };
  }

  /** @param {Row} row @param {Row[]} rows @param {number} start @param {number|null} end @returns {Event[]} */
  function eventsOf(row, rows, start, end) {
    const first = firstDay(row, rows, start, end);
    if (first === null) return [];
    const before = row.deadline || row.anchor === 'end' || first < start;
    const goesOn = row.every && row.duration && days(row.duration) > days(row.every);
    const length = goesOn ? null : row.duration;
    return daysOf(row, first, start, end).map((planned, n) => {
      const day = workingDay(planned, before);
      const last = length ? workingDay(plus(planned, length) - 1, true) : day;
      const until = last > day ? last : null;
      return { step: row.step, number: n + 1, planned, day, until, deadline: row.deadline };
    });
  }

  /** @param {Row} row @param {Row[]} rows @param {number} start @param {number|null} end @returns {number|null} */
  function firstDay(row, rows, start, end) {
    if (row.anchor === 'start') return plus(start, row.offset);
    if (row.anchor === 'end') return end === null ? null : plus(end, row.offset);
    if (row.anchor === 'phase') {
      const same = rows.filter((other) => other.phase === row.phase && other.anchor === 'start');
      const begins = same.map((other) => plus(start, other.offset));
      return plus(begins.length ? Math.min(...begins) : start, row.offset);
    }
    return row.anchor === 'continuous' && row.every ? plus(start, row.every) : null;
  }

  /** @param {Row} row @param {number} first @param {number} start @param {number|null} end @returns {number[]} */
  function daysOf(row, first, start, end) {
    if (!row.every) return [first];
    const last = lastDay(row, row.every, first, start, end);
    const found = [];
    for (let n = 0; n < Math.min(row.times || MOST, MOST); n += 1) {
      const day = plus(first, row.every, n);
      if (last !== null && day > last) break;
      found.push(day);
    }
    return found;
  }

  /** @param {Row} row @param {Span} every @param {number} first @param {number} start @param {number|null} end @returns {number|null} */
  function lastDay(row, every, first, start, end) {
    if (row.anchor === 'end') return row.times ? null : plus(first, HORIZON);
    const stops = end !== null ? [end] : row.times ? [] : [plus(start, HORIZON)];
    if (row.duration && days(row.duration) > days(every)) stops.push(plus(first, row.duration) - 1);
    return stops.length ? Math.min(...stops) : null;
  }

  /** Text in a calendar file (RFC 5545, 3.3.11). @param {string} text @returns {string} */
  function escapeText(text) {
    return text.replace(/\\/g, '\\\\').replace(/;/g, '\\;').replace(/,/g, '\\,').replace(/\r?\n/g, '\\n');
  }

  /** Lines of at most 75 bytes, cut between letters (RFC 5545, 3.1). @param {string} line @returns {string} */
  function fold(line) {
    const encoder = new TextEncoder();
    let out = '';
    let room = 75;
    for (const letter of line) {
      const size = encoder.encode(letter).length;
      if (size > room) {
        out += '\r\n ';
        room = 74;
      }
      out += letter;
      room -= size;
    }
    return out;
  }

  /**
   * A calendar of whole days.
   * @param {{name: string, edition: string, date: string}} about date is that of the edition
   * @param {Entry[]} entries @returns {string}
   */
  function calendar(about, entries) {
    const stamp = about.date.replace(/-/g, '') + 'T000000Z';
    const plain = (/** @type {number} */ day) => iso(day).replace(/-/g, '');
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      `PRODID:-//Inkluderingshåndboka//Plan ${escapeText(about.edition)}//NO`,
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:' + escapeText(about.name),
    ];
    for (const entry of entries) {
      lines.push(
        'BEGIN:VEVENT',
        'UID:' + entry.uid,
        'DTSTAMP:' + stamp,
        'DTSTART;VALUE=DATE:' + plain(entry.day),
        'DTEND;VALUE=DATE:' + plain(entry.day + 1),
        'SUMMARY:' + escapeText(entry.summary),
        'DESCRIPTION:' + escapeText(entry.description),
        'URL:' + entry.url,
        'TRANSP:TRANSPARENT',
        'END:VEVENT'
      );
    }
    lines.push('END:VCALENDAR');
    return lines.map(fold).join('\r\n') + '\r\n';
  }

  /** @param {string|undefined} text «-2 week» @returns {Span|null} */
  function span(text) {
    if (!text) return null;
    const [amount, unit] = text.split(' ');
    return { amount: Number(amount), unit };
  }

  /** @param {Object<string, string|undefined>} data attributes of a row @returns {Row} */
  function rowOf(data) {
    return {
      step: data.step || '',
      phase: data.phase || '',
      anchor: data.anchor || '',
      offset: span(data.offset),
      duration: span(data.duration),
      every: span(data.every),
      times: Number(data.times || 0),
      deadline: data.deadline === 'ja',
    };
  }

  globalThis.handbookPlan = { parse, typed, iso, words, easter, dayOff, workingDay, plus, plan, calendar, fold, rowOf };
  if (typeof document === 'undefined') return;
  const tool = /** @type {HTMLElement} */ (document.querySelector('[data-plan]'));
  const relative = /** @type {HTMLElement} */ (document.querySelector('[data-relative]'));
  const dated = /** @type {HTMLElement} */ (document.querySelector('[data-dated]'));
  if (!tool || !relative || !dated) return;

  /** @param {string} selector @returns {HTMLInputElement} */
  const field = (selector) => /** @type {HTMLInputElement} */ (tool.querySelector(selector));
  const startField = field('[data-start]');
  const endField = field('[data-end]');
  const roleField = field('[data-role]');
  const numberField = field('[data-number]');
  const status = /** @type {HTMLElement} */ (tool.querySelector('[data-plan-status]'));
  const buttons = /** @type {HTMLButtonElement[]} */ ([...tool.querySelectorAll('[data-action]')]);
  const about = tool.dataset;
  /** @type {Map<string, HTMLElement>} */
  const lines = new Map();
  for (const line of /** @type {HTMLElement[]} */ ([...relative.querySelectorAll('[data-step]')])) {
    lines.set(line.dataset.step || '', line);
  }
  const rows = [...lines.values()].map((line) => rowOf(line.dataset));
  /** @type {{events: Event[], undated: string[]}} */
  let current = { events: [], undated: [] };
  let endIsOurs = true;

  /** @param {string} tag @param {string} [className] @param {string} [text] @returns {HTMLElement} */
  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  /** @param {string} step @returns {HTMLElement} */
  const line = (step) => /** @type {HTMLElement} */ (lines.get(step));

  /** @param {string} step @param {string} name @returns {HTMLElement} one cell of its row */
  const part = (step, name) => /** @type {HTMLElement} */ (line(step).querySelector(`[data-${name}]`));

  /** @param {string} step @returns {boolean} does the chosen role have a hand in it */
  function chosen(step) {
    return !roleField.value || (line(step).dataset.roles || '').split(' ').includes(roleField.value);
  }

  /** @param {Event} event @returns {string} «Møte 2» for what is repeated */
  function turn(event) {
    const all = current.events.filter((other) => other.step === event.step).length;
    if (all < 2) return '';
    const kind = line(event.step).dataset.meeting !== undefined ? 'Møte' : 'Gang';
    return `${kind} ${event.number} av ${all}`;
  }

  /** @param {Event} event @returns {string} what was moved, and from where */
  function note(event) {
    const why = event.day === event.planned ? '' : dayOff(event.planned);
    return why ? `Flyttet fra ${words(event.planned)}${DAYS.includes(why) ? '' : ` (${why})`}.` : '';
  }

  /** @param {string} label @param {string} step @param {string} name @returns {HTMLElement} a copied cell */
  function copied(label, step, name) {
    const original = part(step, name);
    const cell = make('td');
    cell.dataset.label = label;
    cell.append(...original.cloneNode(true).childNodes);
    return cell;
  }

  /** @param {Event} event @returns {HTMLElement} */
  function eventRow(event) {
    const row = make('tr');
    row.dataset.event = `${event.step}-${event.number}`;
    row.dataset.day = iso(event.day);
    const when = make('td', 'plan-day');
    when.dataset.label = 'Dato';
    const time = /** @type {HTMLTimeElement} */ (make('time', '', words(event.day)));
    time.dateTime = iso(event.day);
    when.append(time);
    if (event.until !== null) {
      const until = /** @type {HTMLTimeElement} */ (make('time', '', words(event.until)));
      until.dateTime = iso(event.until);
      when.append(' til ', until);
    }
    const what = make('th');
    what.setAttribute('scope', 'row');
    what.append(...part(event.step, 'what').cloneNode(true).childNodes);
    const times = turn(event);
    if (times) what.append(' ', make('span', 'turn', times));
    if (event.deadline) what.append(' ', make('span', 'deadline', 'Frist'));
    const moved = make('td', '', note(event));
    moved.dataset.label = 'Merk';
    row.append(when, what, copied('Hvem', event.step, 'who'), copied('Skjema', event.step, 'forms'), moved);
    return row;
  }

  /** @param {string} caption @param {string[]} headings @param {HTMLElement[]} body @returns {HTMLElement} */
  function tableOf(caption, headings, body) {
    const scroll = make('div', 'table-scroll');
    scroll.setAttribute('role', 'region');
    scroll.setAttribute('aria-label', caption);
    scroll.tabIndex = 0;
    const table = make('table', 'stack plan-table');
    const head = make('tr');
    for (const heading of headings) {
      const cell = make('th', '', heading);
      cell.setAttribute('scope', 'col');
      head.append(cell);
    }
    const thead = make('thead');
    thead.append(head);
    const tbody = make('tbody');
    tbody.append(...body);
    table.append(thead, tbody);
    scroll.append(table);
    return scroll;
  }

  /** @param {Event[]} events @param {string[]} undated */
  function draw(events, undated) {
    const drawn = [
      make('h2', '', 'Planen'),
      tableOf('Plan med datoer', ['Dato', 'Hva', 'Hvem', 'Skjema', 'Merk'], events.map(eventRow)),
    ];
    if (undated.length) {
      const list = make('ul', 'undated');
      for (const step of undated) {
        const item = make('li');
        item.append(...part(step, 'what').cloneNode(true).childNodes, ': ', part(step, 'when').textContent || '');
        list.append(item);
      }
      drawn.push(make('h3', '', 'Uten dato'), list);
    }
    dated.replaceChildren(...drawn);
  }

  function render() {
    const start = typed(startField.value);
    const end = typed(endField.value);
    const unread = [startField, endField].filter((one) => one.value && typed(one.value) === null);
    const backwards = start !== null && end !== null && end < start;
    const good = start !== null && !unread.length && !backwards;
    buttons.forEach((button) => (button.disabled = !good));
    dated.hidden = !good;
    relative.hidden = good;
    startField.setAttribute('aria-invalid', String(unread.includes(startField)));
    endField.setAttribute('aria-invalid', String(backwards || unread.includes(endField)));
    if (!good) {
      current = { events: [], undated: [] };
      status.textContent = unread.length
        ? 'Skriv datoen som dd.mm.åååå.'
        : backwards
          ? 'Siste dag må være etter første dag.'
          : '';
      return;
    }
    current = plan(rows, start, end);
    const events = current.events.filter((event) => chosen(event.step));
    draw(events, current.undated.filter(chosen));
    const moved = events.filter((event) => note(event)).length;
    const off = dayOff(start);
    status.textContent =
      `Planen har ${events.length} datoer. ` +
      (moved === 1 ? 'Én er flyttet fra en fridag. ' : moved ? `${moved} er flyttet fra fridager. ` : '') +
      (off ? `Første dag er ${off}.` : '');
    remember();
  }

  function remember() {
    const hash = new URLSearchParams();
    const start = typed(startField.value);
    const end = typed(endField.value);
    if (start !== null) hash.set('start', iso(start));
    if (end !== null) hash.set('slutt', iso(end));
    if (roleField.value) hash.set('rolle', roleField.value);
    if (numberField.value !== '1') hash.set('nummer', numberField.value);
    try {
      history.replaceState(null, '', '#' + hash.toString());
    } catch {
      /* Opened from a disk that does not allow it: the dates last for this page. */
    }
  }

  function fromAddress() {
    const hash = new URLSearchParams(location.hash.replace(/^#/, ''));
    const start = parse(hash.get('start') || '');
    const end = parse(hash.get('slutt') || '');
    if (start !== null) startField.value = numbers(start);
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
  const who = (step) => (part(step, 'who').textContent || '').trim();

  /** @param {string} step @returns {string} title without its number */
  const title = (step) => (part(step, 'what').textContent || '').replace(/^\s*\d+\.\s*/, '').trim();

  /** @param {Event} event @returns {Entry[]} its day, and the deadline at the end of what takes time */
  function entries(event) {
    const number = Math.max(1, Number(numberField.value) || 1);
    const forms = (part(event.step, 'forms').textContent || '').trim();
    const times = turn(event);
    const url = (about.site || '') + (line(event.step).dataset.url || '');
    const facts = [
      event.until !== null ? `Varer til ${words(event.until)}.` : '',
      `Hvem: ${who(event.step)}.`,
      forms ? `Skjema: ${forms.split(/\s+/).join(', ')}.` : '',
      note(event),
    ];
    const ends = event.deadline && event.until !== null;
    const whole = {
      uid: `${about.model}-${event.step}-${event.number}-plan${number}@${about.host}`,
      day: event.day,
      summary: `${event.deadline && !ends ? 'Frist: ' : ''}${title(event.step)}${times ? ` (${times.toLowerCase()})` : ''}`,
      description: facts.filter(Boolean).join('\n') + `\n${about.title}: ${url}`,
      url,
    };
    if (!ends) return [whole];
    return [
      whole,
      { ...whole, uid: 'frist-' + whole.uid, day: Number(event.until), summary: 'Frist: ' + title(event.step) },
    ];
  }

  /** Hand a file to the reader. @param {string} text @param {string} type @param {string} name */
  function download(text, type, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  /** What the participant's plan can be filled with. @returns {Object<string, string>} */
  function answers() {
    /** @type {Object<string, string>} */
    const start = typed(startField.value) || 0;
    const end = typed(endField.value);
    const found = { start_date: iso(start) };
    if (end !== null) found.end_date = iso(end);
    const involved = current.events.filter(
      (event) => event.day >= start && line(event.step).dataset.involved !== undefined
    );
    const isMeeting = (/** @type {Event} */ event) => line(event.step).dataset.meeting !== undefined;
    involved.filter(isMeeting).slice(0, Number(about.meetings)).forEach((event, n) => {
      found[`meetings.${n + 1}.date`] = iso(event.day);
      found[`meetings.${n + 1}.who`] = who(event.step);
    });
    involved.filter((event) => !isMeeting(event)).slice(0, Number(about.activities)).forEach((event, n) => {
      found[`activities.${n + 1}.date`] = iso(event.day);
      found[`activities.${n + 1}.activity`] = title(event.step);
      found[`activities.${n + 1}.who`] = who(event.step);
    });
    return found;
  }

  /** @type {Object<string, () => void>} */
  const actions = {
    calendar() {
      const events = current.events.filter((event) => chosen(event.step));
      const name = `${about.title}, plan ${numberField.value || 1}`;
      const text = calendar(
        { name, edition: about.edition || '', date: about.date || '' },
        events.flatMap(entries)
      );
      download(text, 'text/calendar', `plan-${about.model}.ics`);
      status.textContent = 'Kalenderfila er laget. Åpne den i Outlook eller en annen kalender.';
    },
    print: () => window.print(),
    form() {
      const saved = {
        handbook: 'Inkluderingshåndboka',
        edition: about.edition,
        form: about.form,
        version: about.formVersion,
        saved: new Date().toISOString().slice(0, 10),
        answers: answers(),
      };
      download(JSON.stringify(saved, null, 2) + '\n', 'application/json', `${about.form}-fra-plan.json`);
      status.textContent = `Fila er laget. Åpne ${about.form} og velg «Hent svar fra fil».`;
    },
  };

  startField.addEventListener('input', () => {
    const start = typed(startField.value);
    const length = span(about.length);
    if (start !== null && length && endIsOurs) endField.value = numbers(plus(start, length) - 1);
    render();
  });
  endField.addEventListener('input', () => {
    endIsOurs = !endField.value;
    render();
  });
  roleField.addEventListener('change', render);
  numberField.addEventListener('input', render);
  tool.addEventListener('click', (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest('[data-action]');
    if (button) actions[/** @type {HTMLElement} */ (button).dataset.action || '']();
  });
  tool.hidden = false;
  fromAddress();
  render();
})();
