/* Dates for the steps of a model: working days, holidays, and a plan from a first day. Needs no page. */
'use strict';

/**
 * A day is a whole number: days since 1 January 1970. No time zone; only today() reads a clock.
 * @typedef {{amount: number, unit: string}} Span
 * @typedef {{step: string, phase: string, anchor: string, offset: Span|null, duration: Span|null,
 *   every: Span|null, times: number, deadline: boolean, needed: boolean, involved: boolean, after: string[]}} PlanRow
 * @typedef {{step: string, number: number, planned: number, day: number, until: number|null,
 *   deadline: boolean}} PlanEvent
 * @typedef {{event: PlanEvent, how: string}} Late
 */

(function () {
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

  /** @param {number} day @returns {string} 30.11.2026 */
  const numbers = (day) => iso(day).split('-').reverse().join('.');

  /** @param {number} day @returns {string} mandag 30. november 2026 */
  function words(day) {
    const { year, month, day: date, weekday } = parts(day);
    return `${DAYS[weekday]} ${date}. ${MONTHS[month - 1]} ${year}`;
  }

  /** A day in few letters, for a column. @param {number} day @returns {string} man. 30.11.2026 */
  const short = (day) => `${DAYS[parts(day).weekday].slice(0, 3)}. ${numbers(day)}`;

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

  /** Norwegian public holidays; a day that is two has both names. @param {number} year @returns {Map<number, string>} */
  function holidays(year) {
    /** @type {Map<number, string>} */
    const days = new Map();
    const add = (/** @type {number} */ day, /** @type {string} */ name) =>
      days.set(day, days.has(day) ? `${days.get(day)} og ${name}` : name);
    add(dayOf(year, 1, 1), '1. nyttårsdag');
    add(dayOf(year, 5, 1), '1. mai');
    add(dayOf(year, 5, 17), '17. mai');
    add(dayOf(year, 12, 25), '1. juledag');
    add(dayOf(year, 12, 26), '2. juledag');
    const sunday = easter(year);
    add(sunday - 3, 'skjærtorsdag');
    add(sunday - 2, 'langfredag');
    add(sunday, '1. påskedag');
    add(sunday + 1, '2. påskedag');
    add(sunday + 39, 'Kristi himmelfartsdag');
    add(sunday + 49, '1. pinsedag');
    add(sunday + 50, '2. pinsedag');
    return days;
  }

  /** No public holidays, yet nobody plans a meeting then. @type {Object<string, string>} */
  const EVES = { '12-24': 'julaften', '12-31': 'nyttårsaften' };

  /** Why nothing is planned on a day; '' on a working day. @param {number} day @returns {string} */
  function dayOff(day) {
    const { year, weekday } = parts(day);
    return holidays(year).get(day) || EVES[iso(day).slice(5)] || (weekday > 4 ? DAYS[weekday] : '');
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
   * @param {PlanRow[]} rows @param {number} start @param {number|null} end
   * @returns {{events: PlanEvent[], undated: string[]}}
   */
  function plan(rows, start, end) {
    /** @type {PlanEvent[]} */
    const events = [];
    /** @type {Map<string, number>} */
    const begun = new Map();
    for (const row of rows) {
      const known = row.after.flatMap((step) => begun.get(step) ?? []);
      const found = eventsOf(row, rows, start, end, known.length ? Math.max(...known) : null);
      events.push(...found);
      if (found.length) begun.set(row.step, found[0].day);
    }
    inOrder(events, rows);
    return { events, undated: rows.map((row) => row.step).filter((step) => !begun.has(step)) };
  }

  /** @param {PlanEvent[]} events @param {PlanRow[]} rows sorts by day, then step, then number */
  function inOrder(events, rows) {
    const order = new Map(rows.map((row, n) => [row.step, n]));
    events.sort(
      (a, b) => a.day - b.day || Number(order.get(a.step)) - Number(order.get(b.step)) || a.number - b.number
    );
  }

  /**
   * @param {PlanRow} row @param {PlanRow[]} rows @param {number} start @param {number|null} end
   * @param {number|null} earliest the day of the last step it waits for @returns {PlanEvent[]}
   */
  function eventsOf(row, rows, start, end, earliest) {
    const counted = firstDay(row, rows, start, end);
    if (counted === null || (end !== null && row.anchor !== 'end' && counted > end)) return [];
    const first = Math.max(counted, earliest ?? counted);
    const before = row.deadline || row.anchor === 'end' || first < start;
    const goesOn = row.every && row.duration && days(row.duration) > days(row.every);
    const length = goesOn ? null : row.duration;
    return daysOf(row, first, start, end).map((planned, n) => {
      const free = workingDay(planned, before);
      const day = Math.max(free, earliest ?? free);
      const last = length ? lastOf(row, planned, length, end) : day;
      const until = last > day ? last : null;
      return { step: row.step, number: n + 1, planned, day, until, deadline: row.deadline };
    });
  }

  /** What is not about the end, ends by it. @param {PlanRow} row @param {number} planned @param {Span} length @param {number|null} end @returns {number} */
  function lastOf(row, planned, length, end) {
    const last = plus(planned, length) - 1;
    const stop = end === null || row.anchor === 'end' ? last : Math.min(last, Math.max(end, planned));
    return workingDay(stop, true);
  }

  /** @param {PlanRow} row @param {PlanRow[]} rows @param {number} start @param {number|null} end @returns {number|null} */
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

  /** @param {PlanRow} row @param {number} first @param {number} start @param {number|null} end @returns {number[]} */
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

  /** @param {PlanRow} row @param {Span} every @param {number} first @param {number} start @param {number|null} end @returns {number|null} */
  function lastDay(row, every, first, start, end) {
    if (row.anchor === 'end') return row.times ? null : plus(first, HORIZON);
    const stops = end !== null ? [end] : row.times ? [] : [Math.max(plus(start, HORIZON) - 1, first)];
    if (row.duration && days(row.duration) > days(every)) stops.push(plus(first, row.duration) - 1);
    return stops.length ? Math.min(...stops) : null;
  }

  const FIRST_DAY = 'forste-dag';

  /**
   * The events with the first day among them, unless it is past or one of them opens it; the same as
   * with_first_day() in model/calendar.py.
   * @param {PlanRow[]} rows @param {PlanEvent[]} events @param {number} start @param {number} today
   * @returns {PlanEvent[]}
   */
  function withFirstDay(rows, events, start, today) {
    const day = workingDay(start, false);
    const opens = (/** @type {PlanRow} */ row) => row.anchor === 'start' && !(row.offset && row.offset.amount);
    const opening = new Set(rows.filter(opens).map((row) => row.step));
    if (day < today || events.some((event) => opening.has(event.step) && event.day === day)) return events;
    const begins = { step: FIRST_DAY, number: 1, planned: start, day, until: null, deadline: false };
    const before = events.filter((e) => e.day < day || (e.day === day && e.planned < start)).length;
    return [...events.slice(0, before), begins, ...events.slice(before)];
  }

  /**
   * A plan seen from today, the same as seen_from() in model/calendar.py: what is late with what to
   * do (now, drop, passed), what is left, the first day that would have given all its time, and
   * whether what is late can be done in turn before the first day.
   * @param {PlanRow[]} rows @param {PlanEvent[]} events @param {number} start @param {number} today
   * @returns {{late: Late[], ahead: PlanEvent[], firstDay: number|null, reachable: boolean}}
   */
  function seenFrom(rows, events, start, today) {
    const rowOf = new Map(rows.map((row) => [row.step, row]));
    const how = (/** @type {PlanEvent} */ event) => {
      const row = /** @type {PlanRow} */ (rowOf.get(event.step));
      return row.every ? 'passed' : row.needed ? 'now' : 'drop';
    };
    const late = events.filter((event) => endOf(event) < today).map((event) => ({ event, how: how(event) }));
    const begins = start >= today ? caughtUp(rows, events, late, today) : new Map();
    const reachable = inTime(rowOf, events, late, begins, start);
    const ahead = left(rowOf, events, late, reachable ? begins : null, today);
    inOrder(ahead, rows);
    const behind = late.map(({ event }) => today - event.day);
    const firstDay = behind.length ? workingDay(start + Math.max(...behind), false) : null;
    return { late, ahead, firstDay, reachable };
  }

  /** The first day on which everything not done gets its usual time when one begins to plan today. @param {PlanRow[]} rows @param {number} today @param {(event: PlanEvent) => boolean} isDone @returns {number} */
  function earliest(rows, today, isDone) {
    const soon = workingDay(today + 1, false);
    const events = plan(rows, soon, null).events.filter((event) => !isDone(event));
    return seenFrom(rows, events, soon, today).firstDay ?? soon;
  }

  /** @param {PlanEvent} event @returns {number} */
  const endOf = (event) => event.until ?? event.day;

  /** @param {Late[]} late @returns {Map<string, string>} what to do with each step */
  const howOf = (late) => new Map(late.filter(({ event }) => event.number === 1).map(({ event, how }) => [event.step, how]));

  /** The day each step can begin when what is late is done in turn. @param {PlanRow[]} rows @param {PlanEvent[]} events @param {Late[]} late @param {number} today @returns {Map<string, number>} */
  function caughtUp(rows, events, late, today) {
    const soon = workingDay(today, false);
    const usual = new Map(events.filter((event) => event.number === 1).map((event) => [event.step, event]));
    const how = howOf(late), rowOf = new Map(rows.map((row) => [row.step, row]));
    /** @type {Map<string, number>} */
    const begins = new Map();
    for (const row of rows) {
      const one = usual.get(row.step);
      if (!one) continue;
      const ready = row.after.flatMap((step) => {
        const other = usual.get(step), begun = begins.get(step);
        return other && begun !== undefined ? [begun + between(rowOf.get(step), other, one.day, how.get(step))] : [];
      });
      const own = how.has(row.step) ? soon : one.day;
      begins.set(row.step, workingDay(Math.max(own, ...ready), false));
    }
    return begins;
  }

  /** What must pass from one step until what comes after it. @param {PlanRow|undefined} row @param {PlanEvent} one @param {number} then @param {string} [how] @returns {number} */
  function between(row, one, then, how) {
    if (how === 'drop' || how === 'passed') return 0;
    const usual = Math.max(then - one.day, 0);
    return row && row.involved ? usual : Math.min(usual, 1);
  }

  /** Whether all that comes before the first day has its time. @param {Map<string, PlanRow>} rowOf @param {PlanEvent[]} events @param {Late[]} late @param {Map<string, number>} begins @param {number} start @returns {boolean} */
  function inTime(rowOf, events, late, begins, start) {
    const how = howOf(late);
    return events.filter((one) => one.number === 1 && one.day < start).every((one) => {
      const begun = begins.get(one.step) ?? one.day, what = how.get(one.step);
      if (begun <= one.day || (what && what !== 'now')) return true;
      return begun + between(rowOf.get(one.step), one, start, what) <= start;
    });
  }

  /** What is left, moved as far as its step is. @param {Map<string, PlanRow>} rowOf @param {PlanEvent[]} events @param {Late[]} late @param {Map<string, number>|null} begins @param {number} today @returns {PlanEvent[]} */
  function left(rowOf, events, late, begins, today) {
    const soon = workingDay(today, false);
    const firsts = new Map(events.filter((one) => one.number === 1).map((one) => [one.step, one.day]));
    const again = begins ? late.filter(({ how }) => how === 'now').map(({ event }) => event) : [];
    return [...again, ...events.filter((event) => endOf(event) >= today)].map((event) => {
      const first = firsts.get(event.step) ?? event.day;
      const involved = Boolean(rowOf.get(event.step)?.involved);
      return moved(event, involved, (begins?.get(event.step) ?? first) - first, soon);
    });
  }

  /** Groundwork that is moved is done in a day. @param {PlanEvent} event @param {boolean} involved @param {number} by days @param {number} soon @returns {PlanEvent} */
  function moved(event, involved, by, soon) {
    const day = Math.max(by ? workingDay(event.day + by, false) : event.day, soon);
    const last = event.until !== null && involved ? workingDay(event.until + by, true) : null;
    const until = by ? last : event.until;
    return { ...event, day, until: until !== null && until > day ? until : null };
  }

  /** Today where the reader is, as days since 1970. @returns {number} */
  function today() {
    const now = new Date();
    return Math.round(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86400000);
  }

  /** What was moved, and from where. @param {PlanEvent} event @returns {string} */
  function note(event) {
    const why = event.day === event.planned ? '' : dayOff(event.planned);
    return why ? `Flyttet fra ${short(event.planned)}${DAYS.includes(why) ? '' : ` (${why})`}.` : '';
  }

  const MOST_ON_PAPER = 26;

  /** The last time of what is held more often than paper has room for.
   * @param {PlanEvent} event @param {PlanEvent[]} events @returns {PlanEvent|undefined} */
  function tooOftenForPaper(event, events) {
    const times = events.filter((other) => other.step === event.step);
    return times.length > MOST_ON_PAPER ? times.at(-1) : undefined;
  }

  globalThis.handbookPlan = {
    DAYS, parse, iso, numbers, words, short, easter, dayOff, workingDay, plus, plan, seenFrom, withFirstDay, earliest, today,
    note, tooOftenForPaper,
  };
})();
