/* «Hva koster det oss?» on a page: figures to type, and the tables that follow. The state is the address. */
'use strict';

(function () {
  const { costing, read, number, between, LIMITS } = globalThis.handbookCosting;
  const UNKNOWN = 'Ikke kjent';
  const WRONG = 'Feil tall';
  /** What is asked: field → its limit, whether it is a whole number, whether it may be empty, what to write. */
  const FIELDS = {
    plasser: { most: LIMITS.places, whole: true, empty: false, say: 'Plasser: Skriv et helt tall fra 1 til 100.' },
    uker: { most: LIMITS.weeks, whole: true, empty: false, say: 'Uker: Skriv et helt tall fra 1 til 156.' },
    timepris: {
      most: LIMITS.hourly, whole: false, empty: true,
      say: 'Kroner per time: Skriv et tall over 0 og høyst 10 000, for eksempel 475 eller 475,50, eller la feltet stå tomt.',
    },
    lonn: {
      most: LIMITS.wage, whole: false, empty: true,
      say: 'Lønn per måned: Skriv et tall over 0 og høyst 200 000, for eksempel 45 000 eller 45 000,50, eller la feltet stå tomt.',
    },
    lonnsuker: {
      most: LIMITS.weeks, whole: true, empty: true,
      say: 'Uker som ansatt: Skriv et helt tall fra 1 til 156, eller la feltet stå tomt.',
    },
  };
  /** @type {Object<string, string>} */
  const WHY = {
    over: 'Ikke kjent. Satsen er gått ut.',
    'not-begun': 'Ikke kjent. Satsen gjelder ikke ennå.',
    'no-wage': 'Lønna er ikke skrevet inn.',
    'no-weeks': 'Uker som ansatt er ikke skrevet inn.',
    'no-hourly': 'Timekostnaden er ikke kjent.',
    agreed: 'Avtales med Nav.',
    unknown: 'Ikke kjent.',
  };
  /** What is chosen and not typed: the grant to take off a wage. */
  const GRANT = 'tilskudd';
  /** @typedef {keyof FIELDS} Name */
  /** @typedef {Object<string, string>} Typed field → what stands in it */
  const NAMES = /** @type {Name[]} */ (Object.keys(FIELDS));
  const ALL = /** @type {string[]} */ ([...NAMES, GRANT]);

  /** What is typed as numbers, and a sentence for each that cannot be one. @param {Typed} typed @param {boolean} [several] models, each with its own length where no weeks are typed */
  function understood(typed, several = false) {
    /** @type {Object<string, number | null>} */
    const values = {};
    /** @type {Name[]} */
    const wrong = [];
    for (const name of NAMES) {
      const { most, whole, empty } = FIELDS[name];
      const text = (typed[name] || '').trim();
      values[name] = read(text, most, whole);
      const may = empty || (several && name === 'uker');
      if (values[name] === null && !(may && !text)) wrong.push(name);
    }
    const { plasser, uker, timepris, lonn, lonnsuker } = values;
    const grant = (typed[GRANT] || '').trim();
    return { asked: { places: plasser, weeks: uker, hourly: timepris, wage: lonn, grant, paid: lonnsuker }, wrong };
  }

  /** Figures in an address. Those we cannot count with are told, and the rest kept. @param {string} hash */
  function readHash(hash) {
    const parts = new URLSearchParams(hash.replace(/^#/, ''));
    /** @type {Typed} */
    const typed = {};
    /** @type {string[]} */
    const unknown = [];
    for (const name of NAMES) {
      const text = parts.get(name);
      if (text === null) continue;
      const { most, whole, empty } = FIELDS[name];
      if (read(text, most, whole) === null && !(empty && !text.trim())) unknown.push(`${name}=${text}`);
      else typed[name] = text;
    }
    const grant = parts.get(GRANT);
    if (grant !== null && /^[a-z0-9-]+(\/\d)?$/.test(grant)) typed[GRANT] = grant;
    else if (grant) unknown.push(`${GRANT}=${grant}`);
    return { typed, unknown };
  }

  /** An address with the figures that are not the usual ones; what others keep there is left. */
  /** @param {string} hash @param {Typed} typed @param {Typed} usual */
  function writeHash(hash, typed, usual) {
    const kept = hash.includes('=') ? hash.replace(/^#/, '').split('&') : [];
    const others = kept.filter((part) => !ALL.includes(part.split('=')[0]));
    const own = ALL.filter((name) => typed[name] !== undefined && typed[name] !== usual[name]);
    const parts = [...others, ...own.map((name) => `${name}=${encodeURIComponent(typed[name])}`)];
    return parts.length ? `#${parts.join('&')}` : '';
  }

  globalThis.handbookCalculator = { understood, readHash, writeHash };
  if (typeof document === 'undefined') return;
  const place = /** @type {HTMLElement} */ (document.querySelector('[data-calculator]'));
  if (!place) return;

  /** @param {string} selector @returns {HTMLElement} */
  const find = (selector) => /** @type {HTMLElement} */ (place.querySelector(selector));
  const datas = /** @type {HTMLElement[]} */ ([...place.querySelectorAll('[data-tool]')]);
  /** @type {{costs: [string, any][], groups: {title: string, kroner: number}[], measured: string, grants: [string, string][]}} */
  const about = datas.map((one) => JSON.parse(one.textContent || '')).find((one) => one.costs);
  const inputs = /** @type {HTMLInputElement[]} */ ([...place.querySelectorAll('[data-figure]')]);
  const choice = /** @type {HTMLSelectElement | null} */ (place.querySelector('[data-public]'));
  const taken = /** @type {HTMLSelectElement | null} */ (place.querySelector('[data-grant]'));
  const usual = typedNow();

  /** @returns {Typed} */
  function typedNow() {
    const figures = Object.fromEntries(inputs.map((input) => [input.dataset.figure, input.value]));
    return { ...figures, [GRANT]: taken ? taken.value : '' };
  }

  function today() {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  /** @param {[number, number] | null} range */
  const money = (range) => (range ? between(range) : UNKNOWN);

  /** @param {Element | null} row @param {string} column @param {string} text */
  function put(row, column, text) {
    const cell = row && row.querySelector(`[data-column="${column}"]`);
    if (cell) cell.textContent = text;
  }

  /** @param {string} key */
  const row = (key) => place.querySelector(`[data-row="${key}"]`);

  /** One model's tables. @param {ReturnType<typeof costing> | null} told */
  function fill(told) {
    const body = row('sum')?.parentElement;
    for (const one of told ? told.roles : []) {
      const line = row(one.role);
      if (!line) continue;
      const known = one.hours[1] > 0 || !one.unknown;
      put(line, 'once', known ? between(one.once) : UNKNOWN);
      put(line, 'each', known ? between(one.each) : UNKNOWN);
      put(line, 'hours', known ? between(one.hours) : UNKNOWN);
      put(line, 'kroner', known ? money(one.kroner) : UNKNOWN);
      body?.insertBefore(line, row('sum'));
    }
    const counted = '[data-row] td[data-column]:not([data-column="amount"], [data-column="valid"])';
    if (!told) for (const cell of place.querySelectorAll(counted)) if (cell.textContent) cell.textContent = WRONG;
    if (!told) return;
    put(row('sum'), 'hours', between(told.hours));
    put(row('sum'), 'kroner', money(told.kroner));
    put(row('wage'), 'kroner', money(told.wage === null ? null : [told.wage, told.wage]));
    put(row('whole'), 'kroner', money(told.whole));
    put(row('per-place'), 'hours', between(told.hours_each));
    put(row('per-place'), 'kroner', money(told.whole_each));
    for (const rate of told.rates) put(row(rate.key), 'kroner', rateText(rate));
    for (const grant of told.grants) put(row(`tilskudd:${grant.key}`), 'kroner', grantText(grant));
  }

  /** The same as grant_text() in sections/grants.py. @param {{kroner: number | null, state: string}} grant */
  function grantText(grant) {
    if (grant.kroner === null) return WHY[grant.state];
    const beyond = grant.state === 'outlasted' ? ' Regnet som om satsen gjelder hele tida.' : '';
    return `Høyst ${number(grant.kroner)}.${beyond}`;
  }

  /** @param {string} text */
  const lower = (text) => text.charAt(0).toLowerCase() + text.slice(1);

  /** The one sum of work and wages, and what is not in it. @param {ReturnType<typeof costing> | null} told @param {any} asked */
  function fillTotal(told, asked) {
    const line = find('[data-total]');
    const said = told ? [...sumOf(told, asked), ...grantIn(told, asked.grant)] : [];
    line.textContent = said.join(' ');
    line.hidden = !said.length;
  }

  /** @param {any} told @param {any} asked @returns {string[]} */
  function sumOf(told, asked) {
    if (asked.wage === null) return [];
    const unpaid = about.costs[0][1].unpaid;
    if (told.pay === null) return ['Skriv hvor mange uker personen er ansatt etterpå, så regnes lønna med. Før det er personen ikke ansatt hos dere.'];
    const weeks = weeksOf(told.paid);
    const pay = `lønn ${number(told.pay)} for ${weeks}${unpaid ? ' som ansatt etterpå' : ''}`;
    if (!told.total) return [`Til sammen er ikke kjent: ${pay}, og arbeidstid som ikke er regnet i kroner.`];
    const work = told.roles.length ? `arbeidstid ${between(told.kroner)} og ` : '';
    return [`Til sammen ${between(told.total)} kroner: ${work}${pay}.`];
  }

  /** What the chosen grant does to the sum, or why it does nothing. @param {any} told @param {string} key @returns {string[]} */
  function grantIn(told, key) {
    const grant = key && told.grants.find((/** @type {{key: string}} */ one) => one.key === key);
    if (!grant) return [];
    const title = (about.grants.find(([one]) => one === key) || ['', key])[1];
    return told.taken === null || !told.total
      ? [`${title} er ikke trukket fra: ${grantText(grant)}`]
      : [`Laveste tall er hvis Nav betaler ${lower(title)}, høyst ${number(told.taken)}.`];
  }

  /** @param {{kroner: number | null, least: boolean, state: string}} rate */
  function rateText(rate) {
    if (rate.state === 'over') return `${UNKNOWN}. Satsen er gått ut.`;
    if (rate.state === 'not-begun') return `${UNKNOWN}. Satsen gjelder ikke ennå.`;
    const beyond = rate.state === 'outlasted' ? ' Regnet som om satsen gjelder hele tida.' : '';
    return `${rate.least ? 'Minst' : 'Høyst'} ${number(rate.kroner)}.${beyond}`;
  }

  /** Models side by side: three rows with a column for each, every figure with its weeks. @param {any} asked */
  function fillColumns(asked) {
    for (const [model, basis] of about.costs) {
      const weeks = asked && (asked.weeks ?? basis.weeks);
      const told = asked && costing(basis, { ...asked, weeks }, today());
      const over = (/** @type {string} */ text) => (text === UNKNOWN ? text : `${text} på ${weeksOf(weeks)}`);
      put(row('cost-hours'), model, told ? over(between(told.hours)) : WRONG);
      put(row('cost-kroner'), model, told ? over(money(told.kroner)) : WRONG);
      if (basis.employed) put(row('cost-wage'), model, told ? over(money(told.wage && [told.wage, told.wage])) : WRONG);
    }
  }

  /** @param {number} weeks */
  const weeksOf = (weeks) => `${number(weeks)} ${weeks === 1 ? 'uke' : 'uker'}`;

  /** The open case, where it is about the one model that is counted; its figures are kept as an address has them. */
  function ownCase() {
    const told = globalThis.handbookCase?.open();
    return told && about.costs.length === 1 && told.model === about.costs[0][0] ? told : null;
  }

  /** The length of the open case, from its first day to its last; null when they are not both known. @returns {string | null} */
  function weeksOfCase() {
    const { start, end } = ownCase() || {};
    const weeks = start && end ? Math.round(((Date.parse(end) - Date.parse(start)) / 86400000 + 1) / 7) : 0;
    return weeks >= 1 ? String(Math.min(weeks, LIMITS.weeks)) : null;
  }

  /** What the figures are counted for. @param {any} asked */
  function assumed(asked) {
    const places = `${number(asked.places)} ${asked.places === 1 ? 'plass' : 'plasser'}`;
    const weeks = asked.weeks === null ? 'så mange uker som er vanlig i hver modell, 52 der ingen lengde er vanlig' : weeksOf(asked.weeks);
    if (!inputs.some((input) => input.dataset.figure === 'timepris')) return `Regnet for ${places} i ${weeks}.`;
    if (asked.hourly === null) return `Regnet for ${places} i ${weeks}. Skriv kroner per time for å se kroner.`;
    const group = about.groups.find((one) => one.kroner === asked.hourly);
    const whose = group ? `${group.title.toLowerCase()}, ${about.measured}, påslaget er regnet ut i håndboka` : 'deres eget tall';
    return `Regnet for ${places} i ${weeks}, med ${number(asked.hourly)} kroner per time (${whose}).`;
  }

  /** That a model does not last so long. @param {any} asked */
  function tooLong(asked) {
    const longest = about.costs.length === 1 ? about.costs[0][1].longest : 0;
    return longest && asked.weeks > longest ? ` Modellen varer ikke så lenge: høyst ${longest} uker.` : '';
  }

  /** Figures go along to the other pages of the model. @param {string} hash */
  function carry(hash) {
    for (const link of document.querySelectorAll('a[href*="notat.html"], a[href*="tidsbruk.html"]')) {
      if (!(link instanceof HTMLAnchorElement)) continue;
      if (link.dataset.spot === undefined) link.dataset.spot = link.hash;
      link.hash = hash || link.dataset.spot || '';
    }
  }

  /** @param {string[]} strange what the address said that we cannot use */
  function render(strange = []) {
    const { asked, wrong } = understood({ plasser: '1', uker: '1', ...typedNow() }, about.costs.length > 1);
    const told = strange.length
      ? [`Adressen har tall vi ikke kan regne med: ${strange.join(', ')}. Vi bruker de vanlige.`]
      : [];
    const problem = find('[data-problem]');
    problem.textContent = told.join(' ');
    problem.hidden = !problem.textContent;
    for (const input of inputs) {
      const name = /** @type {Name} */ (input.dataset.figure);
      const bad = wrong.includes(name);
      input.setAttribute('aria-invalid', String(bad));
      const beside = find(`[data-problem-of="${name}"]`);
      beside.textContent = bad ? FIELDS[name].say : '';
      beside.hidden = !bad;
    }
    if (choice) choice.value = [...choice.options].some((one) => one.value === value('timepris')) ? value('timepris') : '';
    const counted = wrong.length ? null : asked;
    if (about.costs.length === 1) {
      const found = counted && costing(about.costs[0][1], counted, today());
      fill(found);
      fillTotal(found, asked);
    } else fillColumns(counted);
    for (const line of place.querySelectorAll('.assumed')) {
      line.textContent = counted ? assumed(counted) + tooLong(counted) : 'Et felt har feil tall. Rett det, så regnes resten ut.';
    }
  }

  /** @param {string} name */
  const value = (name) => inputs.find((input) => input.dataset.figure === name)?.value || '';

  function changed() {
    render();
    const { wrong } = understood({ plasser: '1', uker: '1', ...typedNow() }, about.costs.length > 1);
    if (wrong.length) return;
    const hash = writeHash(location.hash, typedNow(), usual);
    try {
      history.replaceState(history.state, '', hash || location.pathname + location.search);
    } catch {
      /* Opened from a disk that does not allow it: the figures last for this page. */
    }
    if (ownCase()) globalThis.handbookCase.change({ options: { regn: writeHash('', typedNow(), usual).slice(1) } });
    carry(writeHash('', typedNow(), usual));
  }

  function fromAddress() {
    const asked = readHash(location.hash);
    const given = asked.unknown.length || Object.keys(asked.typed).length;
    const { typed, unknown } = given ? asked : readHash(ownCase()?.options.regn || '');
    const own = { ...usual, uker: (given ? null : weeksOfCase()) ?? usual.uker, ...typed };
    for (const input of inputs) input.value = own[input.dataset.figure || ''];
    if (taken) taken.value = [...taken.options].some((one) => one.value === own[GRANT]) ? own[GRANT] : '';
    const fold = find('[data-calculator-fields]').closest('details');
    if (fold && Object.keys(typed).length) fold.open = true;
    render(unknown);
    carry(writeHash('', typedNow(), usual));
  }

  place.addEventListener('input', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.dataset.figure) changed();
  });
  taken?.addEventListener('change', changed);
  choice?.addEventListener('change', () => {
    const hourly = inputs.find((input) => input.dataset.figure === 'timepris');
    if (hourly && choice.value) hourly.value = choice.value;
    changed();
  });
  window.addEventListener('hashchange', fromAddress);
  find('[data-calculator-fields]').hidden = false;
  fromAddress();
})();
