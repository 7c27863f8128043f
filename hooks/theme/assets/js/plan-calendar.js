/* A plan as a calendar file (RFC 5545): whole days, so no time zone can move them. Needs no page. */
'use strict';

/** @typedef {{uid: string, day: number, summary: string, description: string, url: string}} CalendarEntry */

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

  /**
   * A calendar of whole days.
   * @param {{name: string, edition: string, date: string}} about date is that of the edition
   * @param {CalendarEntry[]} entries @returns {string}
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

  globalThis.handbookCalendar = { calendar, fold };
})();
