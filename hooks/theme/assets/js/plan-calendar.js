/* A plan as a calendar file (RFC 5545): whole days, or times without a zone, so none can move them.
   Needs no page. */
'use strict';

/**
 * `until` is the last day, `time` when a meeting begins (HH:MM) or empty, `alarm` how many days before
 * the calendar tells of it at eight in the morning ('0', '1', '7'), or empty.
 * @typedef {{uid: string, day: number, until: number|null, time: string, alarm: string,
 *   summary: string, description: string, url: string}} CalendarEntry
 */

(function () {
  const { iso } = globalThis.handbookPlan;

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

  const EPOCH = Date.UTC(2026, 0, 1);

  /** When it was made, as DTSTAMP. @param {number} now milliseconds @returns {string} */
  const stampOf = (now) => new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');

  /** A number that rises with each file, so that a calendar takes the later. @param {number} now @returns {number} */
  const sequenceOf = (now) => Math.max(0, Math.floor((now - EPOCH) / 1000));

  /** @param {number} day @returns {string} */
  const plain = (day) => iso(day).replace(/-/g, '');

  /** From when to when: whole days, or an hour. @param {CalendarEntry} entry @returns {string[]} */
  function times(entry) {
    if (!entry.time) {
      const after = Math.max(entry.day, entry.until ?? entry.day) + 1;
      return ['DTSTART;VALUE=DATE:' + plain(entry.day), 'DTEND;VALUE=DATE:' + plain(after)];
    }
    const start = `${plain(entry.day)}T${entry.time.replace(':', '')}00`;
    return ['DTSTART:' + start, 'DURATION:PT1H'];
  }

  const EIGHT = 8 * 60;

  /** @param {string} time HH:MM, or empty for a whole day @returns {number} minutes after midnight */
  function minutes(time) {
    const [hour, minute] = (time || '00:00').split(':').map(Number);
    return hour * 60 + minute;
  }

  /** A length of time as RFC 5545 writes it. @param {number} length minutes, below 0 for before @returns {string} */
  function duration(length) {
    const size = Math.abs(length), days = Math.floor(size / 1440), rest = size % 1440;
    const clock = [[Math.floor(rest / 60), 'H'], [rest % 60, 'M']].filter(([n]) => n).map((one) => one.join(''));
    const time = clock.length || !days ? 'T' + (clock.join('') || '0M') : '';
    return `${length < 0 ? '-' : ''}P${days ? days + 'D' : ''}${time}`;
  }

  /** From the start to the alarm; one that would come after the start comes an hour before it. @param {CalendarEntry} entry @returns {string} */
  function trigger(entry) {
    const after = EIGHT - minutes(entry.time) - Number(entry.alarm) * 1440;
    return duration(entry.time && after > 0 ? -60 : after);
  }

  /** @param {CalendarEntry} entry @returns {string[]} */
  function alarm(entry) {
    if (!entry.alarm) return [];
    const said = 'DESCRIPTION:' + escapeText(entry.summary);
    return ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:' + trigger(entry), said, 'END:VALARM'];
  }

  /**
   * A calendar. The same plan made later has the same ids and a higher sequence and stamp.
   * @param {{name: string, edition: string, now: number}} about now is when it is made
   * @param {CalendarEntry[]} entries @returns {string}
   */
  function calendar(about, entries) {
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
        'SEQUENCE:' + sequenceOf(about.now),
        'DTSTAMP:' + stampOf(about.now),
        ...times(entry),
        'SUMMARY:' + escapeText(entry.summary),
        'DESCRIPTION:' + escapeText(entry.description),
        'URL:' + entry.url,
        'TRANSP:' + (entry.time ? 'OPAQUE' : 'TRANSPARENT'),
        ...alarm(entry),
        'END:VEVENT'
      );
    }
    lines.push('END:VCALENDAR');
    return lines.map(fold).join('\r\n') + '\r\n';
  }

  /** @param {string} text 9.30, 09:30 or 0930 @returns {string} 09:30; empty when it is no time */
  function clock(text) {
    const match = /^(\d{1,2})[.:]?([0-5]\d)$/.exec(text.trim());
    return match && Number(match[1]) < 24 ? `${match[1].padStart(2, '0')}:${match[2]}` : '';
  }

  globalThis.handbookCalendar = { calendar, clock, fold };
})();
