/* «Hva koster det oss?»: the same as model/costing.py, line by line; a test holds them together. */
'use strict';

(function () {
  /** @typedef {{at: number[], most: number, monthly: boolean, goes_on: boolean}} Pace */
  /** @typedef {{role: string, step: string, hours: number, once: boolean, sometimes: boolean, pace: Pace}} Work */
  /** @typedef {{key: string, kroner: number, yearly: boolean, least: boolean, begins: string, ends: string}} Rate */
  /** @typedef {{key: string, base: string, shares: {percent: number, until: number}[], most: number, begins: string, ends: string}} Grant */
  /**
   * @typedef {{roles: string[], work: Work[], unknown: [string, number][], covered: string[],
   *   employed: boolean, rates: Rate[], weeks: number, longest: number, grants: Grant[], unpaid: boolean}} Basis
   */
  /** @typedef {{places: number, weeks: number, hourly: number | null, wage: number | null, grant: string, paid: number | null}} Asked */
  /** @typedef {[number, number]} Range lowest and highest */
  /** @typedef {{role: string, once: Range, each: Range, hours: Range, kroner: Range | null, unknown: number}} RoleCost */

  const YEAR = 52;
  const LIMITS = { places: 100, weeks: 156, hourly: 10000, wage: 200000 };

  /** @param {number} value */
  const tenths = (value) => Math.floor(value * 10 + 0.5) / 10;

  /** @param {number} kroner */
  const rounded = (kroner) => Math.floor(kroner / 100 + 0.5) * 100;

  /** How often in so many weeks. @param {Pace} pace @param {number} weeks */
  function times(pace, weeks) {
    if (!pace.goes_on) return pace.at.filter((week) => week <= weeks).length;
    const going = Math.max(1, Math.min(weeks, pace.most || weeks));
    return pace.monthly ? tenths((going * 12) / 52) : going;
  }

  /** @param {Work[]} work @param {number} weeks @returns {Range} */
  function hours(work, weeks) {
    let [low, high] = [0, 0];
    for (const one of work) {
      const spent = tenths(one.hours * times(one.pace, weeks));
      [low, high] = [tenths(low + (one.sometimes ? 0 : spent)), tenths(high + spent)];
    }
    return [low, high];
  }

  /** @param {Range[]} ranges @returns {Range} */
  function added(ranges) {
    let [low, high] = [0, 0];
    for (const one of ranges) [low, high] = [tenths(low + one[0]), tenths(high + one[1])];
    return [low, high];
  }

  /** @param {Basis} basis @param {string} role @param {Asked} asked @returns {RoleCost} */
  function roleCost(basis, role, asked) {
    const own = basis.work.filter((one) => one.role === role);
    const once = hours(own.filter((one) => one.once), asked.weeks);
    const each = hours(own.filter((one) => !one.once), asked.weeks);
    /** @type {Range} */
    const whole = [tenths(once[0] + each[0] * asked.places), tenths(once[1] + each[1] * asked.places)];
    /** @type {Range | null} */
    const kroner =
      asked.hourly === null
        ? null
        : [basis.covered.includes(role) ? 0 : rounded(whole[0] * asked.hourly), rounded(whole[1] * asked.hourly)];
    const unknown = (basis.unknown.find(([name]) => name === role) || ['', 0])[1];
    return { role, once, each, hours: whole, kroner, unknown };
  }

  /** @param {Range | null} whole @param {number} places @returns {Range | null} */
  const shared = (whole, places) => whole && [rounded(whole[0] / places), rounded(whole[1] / places)];

  /** @param {Rate} rate @param {Asked} asked @param {string} day ÅÅÅÅ-MM-DD */
  function rateCost(rate, asked, day) {
    const last = new Date(Date.parse(day) + asked.weeks * 7 * 86400000).toISOString().slice(0, 10);
    const { key, least } = rate;
    if (rate.ends && rate.ends < day) return { key, kroner: null, least, state: 'over' };
    if (rate.begins > day) return { key, kroner: null, least, state: 'not-begun' };
    const often = rate.yearly ? Math.ceil(asked.weeks / YEAR) : (asked.weeks * 12) / 52;
    const state = rate.ends && rate.ends < last ? 'outlasted' : '';
    return { key, kroner: rounded(rate.kroner * often * asked.places), least, state };
  }

  /** The same as granted() in model/grants.py. @param {Grant} grant @param {Asked} asked @param {boolean} unpaid whether a wage comes after @param {number | null} cost what the time it pays for costs @param {string} day */
  function grantCost(grant, asked, unpaid, cost, day) {
    const { key, base } = grant;
    const none = (/** @type {string} */ state) => ({ key, kroner: null, state });
    if (base === 'agreed' || base === 'unknown') return none(base);
    if (grant.ends && grant.ends < day) return none('over');
    if (grant.begins > day) return none('not-begun');
    if (base === 'wage' && asked.wage === null) return none('no-wage');
    if (base === 'hours' && cost === null) return none('no-hourly');
    const later = unpaid && base === 'wage';
    const weeks = later ? asked.paid : asked.weeks;
    if (weeks === null) return none('no-weeks');
    const last = new Date(Date.parse(day) + (weeks + (later ? asked.weeks : 0)) * 7 * 86400000).toISOString().slice(0, 10);
    const state = grant.ends && grant.ends < last ? 'outlasted' : '';
    return { key, kroner: grantKroner(grant, asked, weeks, cost || 0), state };
  }

  /** @param {Grant} grant @param {Asked} asked @param {number} weeks @param {number} cost */
  function grantKroner(grant, asked, weeks, cost) {
    if (grant.base === 'hours') return cost;
    if (grant.base === 'once') return rounded(grant.most * asked.places);
    if (grant.base === 'yearly') return rounded(grant.most * Math.ceil(weeks / YEAR) * asked.places);
    return rounded(ofWage(grant, weeks, asked.wage || 0) * asked.places);
  }

  /** Year by year, since the most it can be is by the year. @param {Grant} grant @param {number} weeks @param {number} wage */
  function ofWage(grant, weeks, wage) {
    let whole = 0;
    for (let first = 0; first < weeks; first += YEAR) {
      const last = Math.min(first + YEAR, weeks);
      let [before, year] = [0, 0];
      for (const one of grant.shares) {
        const until = one.until || weeks;
        const spent = Math.max(0, Math.min(last, until) - Math.max(first, before));
        year += (((wage * 12) / 52) * spent * one.percent) / 100;
        before = until;
      }
      whole += grant.most ? Math.min(year, grant.most) : year;
    }
    return whole;
  }

  /** The weeks with a wage. @param {Basis} basis @param {Asked} asked */
  const paidOf = (basis, asked) => (basis.unpaid ? asked.paid : asked.weeks);

  /** The wage if one employs. @param {Basis} basis @param {Asked} asked */
  function payOf(basis, asked) {
    const weeks = paidOf(basis, asked);
    return asked.wage === null || weeks === null ? null : rounded(asked.wage * ((weeks * 12) / 52) * asked.places);
  }

  /** @param {Basis} basis @param {Asked} asked @param {string} day ÅÅÅÅ-MM-DD */
  function costing(basis, asked, day) {
    const roles = basis.roles.map((role) => roleCost(basis, role, asked)).sort((a, b) => b.hours[1] - a.hours[1]);
    const all = added(roles.map((one) => one.hours));
    const kroner = asked.hourly === null && basis.roles.length ? null : added(roles.map((one) => one.kroner || [0, 0]));
    const pay = payOf(basis, asked);
    const wage = basis.employed ? pay : null;
    const covered = roles.filter((one) => basis.covered.includes(one.role));
    const paid = asked.hourly === null ? null : covered.reduce((sum, one) => sum + (one.kroner ? one.kroner[1] : 0), 0);
    const grants = basis.grants.map((grant) => grantCost(grant, asked, basis.unpaid, paid, day));
    const at = basis.grants.findIndex((grant) => grant.key === asked.grant && grant.base === 'wage');
    const taken = at < 0 ? null : grants[at].kroner;
    const owed = basis.employed ? wage : 0;
    /** @type {Range | null} */
    const whole = kroner === null || owed === null ? null : [kroner[0] + owed, kroner[1] + owed];
    return {
      roles,
      hours: all,
      hours_each: [tenths(all[0] / asked.places), tenths(all[1] / asked.places)],
      kroner,
      kroner_each: shared(kroner, asked.places),
      wage,
      whole,
      whole_each: shared(whole, asked.places),
      rates: basis.rates.map((rate) => rateCost(rate, asked, day)),
      grants,
      paid: paidOf(basis, asked),
      pay,
      taken,
      total: kroner === null || pay === null ? null : [kroner[0] + pay - (taken || 0), kroner[1] + pay],
    };
  }

  /**
   * Thousands in groups of three with one sign between them, and at most two decimals after a comma. What can mean two
   * things is no number: 1.5, 45,000, 45 00.
   */
  const NUMBER = /^(0|[1-9]\d*|[1-9]\d{0,2}([ .])\d{3}(?:\2\d{3})*)(,\d{1,2})?$/;
  const KRONER = /^kr\.?\s*|\s*(kr\.?|kroner|,[-\u2013])$/gi;

  /**
   * A number as people write it, `1 250,50` or `kr 1.250`; null when it is none, or not one we count with.
   * @param {string} text @param {number} most @param {boolean} whole only whole numbers, from 1
   */
  function read(text, most, whole) {
    const [, thousands, , part] = NUMBER.exec(text.trim().replace(/\s+/g, ' ').replace(KRONER, '')) || [];
    if (!thousands) return null;
    const plain = thousands.replace(/[ .]/g, '') + (part || '').replace(',', '.');
    const value = Number(plain);
    const fits = value <= most && (whole ? Number.isInteger(value) && value >= 1 : value > 0);
    return fits ? value : null;
  }

  /** `1 753`, `2,5`: as norwegian.py: number() writes it. @param {number} value */
  function number(value) {
    const [whole, part] = (Number.isInteger(value) ? String(value) : value.toFixed(1)).split('.');
    return whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0') + (part ? `,${part}` : '');
  }

  /** `12`, `12–14`. @param {Range} range */
  const between = (range) =>
    range[0] === range[1] ? number(range[0]) : `${number(range[0])}\u2060–\u2060${number(range[1])}`;

  globalThis.handbookCosting = { costing, read, number, between, LIMITS };
})();
