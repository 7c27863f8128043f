/* Where a case is filled in, kept, saved and opened: days, names and contact, and what happens first. */
'use strict';

(function () {
  const cases = globalThis.handbookCase, kept = globalThis.handbookKept, files = globalThis.handbookFiles;
  const { iso, numbers, parse, plan, plus, seenFrom, short, today } = globalThis.handbookPlan;
  const { faultIn, isoOf, tell } = globalThis.handbookDates;
  const desk = /** @type {HTMLElement} */ (document.querySelector('[data-case-desk]'));
  if (!desk) return;

  /** @param {string} selector @returns {*} */
  const find = (selector) => desk.querySelector(selector);
  /**
   * @typedef {{timed: *, title: string, paper: {place: string, words: string, code: string}|null}} Step
   * @type {{model: string, title: string, handbook: string, edition: string, length: Span|null,
   *   roles: [string, string][], steps: Step[], plan: string, chooser: string, desks: [string, string, string][]}}
   */
  const about = JSON.parse(find('[data-tool]').textContent);
  const fields = /** @type {HTMLInputElement[]} */ ([...desk.querySelectorAll('[data-part]')]);
  const status = find('[data-case-status]'), picker = find('[data-case-file]');
  const keep = find('[data-keep]'), shared = find('[data-shared]');
  const inChooser = Boolean(document.querySelector('[data-chooser]'));
  const FIRST = 5;
  const LIES = {
    tab: 'Saken ligger i denne fanen til du lukker den.',
    machine: 'Saken ligger på denne enheten i 30 dager etter at du sist skrev i den. Andre som bruker enheten, kan se den.',
    shared: 'Saken ligger ingen steder. Den er borte når du går fra siden. Lagre den som fil før det.',
  };
  const NOT_KEPT = 'Saken er IKKE lagret: det er fullt, eller det er ikke lov å lagre her. Lagre den som fil nå.';
  /** @type {*} a case from a file, until the reader has said whether to open it */
  let waiting = null;

  /** @param {string} text */
  const say = (text) => (status.textContent = text);
  const open = () => cases.open() || cases.blank();

  /** @param {HTMLInputElement} field @returns {string} what the case has for it */
  function valueOf(field) {
    const { part, key } = field.dataset, value = open()[part];
    if (key) return value[key] || '';
    const day = part === 'start' || part === 'end' ? parse(value) : null;
    return day === null ? value : numbers(day);
  }

  /** What stands in the fields is the case; a day that is none stays in its field and is told. @param {HTMLInputElement} field */
  function take(field) {
    const { part, key } = field.dataset, text = field.value.trim();
    const isDay = part === 'start' || part === 'end', fault = isDay ? faultIn(text, true) : '';
    if (isDay) tell(field, fault);
    if (fault) return say(fault);
    const value = isDay ? isoOf(text) : text;
    const model = open().model || about.model;
    const done = cases.change({ model, [part]: key ? { [key]: value } : value, options: chosenBefore() });
    say(done ? (firstFault()) : NOT_KEPT);
    return around();
  }

  /** What the reader answered in the chooser, when they are there or came from there. @returns {Object<string, string>} */
  function chosenBefore() {
    const hash = location.hash.replace(/^#/, '');
    const told = inChooser ? hash : new URLSearchParams(hash).get('velg');
    return told && told.includes('=') && told.length < 500 ? { velg: told } : {};
  }

  /** What stands wrong in a field, stands until it is mended. @param {HTMLInputElement} field */
  const isWrong = (field) => field.getAttribute('aria-invalid') === 'true';

  /** @returns {string} */
  const firstFault = () => faultIn(fields.find(isWrong)?.value || '', true);

  /** The case in the fields. @param {boolean} [whole] another case than the one that stood there */
  function show(whole) {
    for (const field of fields) {
      if (!whole && (field === document.activeElement || isWrong(field))) continue;
      field.value = valueOf(field);
      tell(field, '');
    }
    around();
  }

  /** All that follows from the case: where it lies, which model it is about, what happens first. */
  function around() {
    const told = open(), where = cases.where();
    find('[data-case-lies]').textContent = cases.isEmpty(told) ? '' : LIES[where];
    keep.checked = where === 'machine';
    shared.checked = where === 'shared';
    find('[data-forget]').hidden = !kept.told();
    otherModel(told);
    find('[data-case-chosen]').hidden = inChooser || !told.options.velg;
    find('[data-case-chosen] a').href = `${about.chooser}#${told.options.velg || ''}`;
    if (cases.isOld()) say('Saken har ligget her i over 30 dager. Lukk den, eller skriv i den for å beholde den.');
    drawFirst(told);
  }

  /** @param {*} told */
  function otherModel(told) {
    const line = find('[data-case-other]'), other = about.desks.find(([id]) => id === told.model);
    line.hidden = !about.model || !told.model || told.model === about.model;
    if (line.hidden) return;
    const name = told.name ? `Saken «${told.name}»` : 'Saken som er åpen,';
    line.replaceChildren(
      other ? `${name} gjelder ${other[1]}. ` : `${name} gjelder modellen «${told.model}», som denne utgaven ikke har. Navn og kontakt er med. `,
      ...(other ? [link(other[2], `Gå til ${other[1]}`), ' eller '] : []),
      button(`bruk den i ${about.title}`, () => {
        cases.change({ model: about.model });
        show();
      })
    );
  }

  /** @param {*} told */
  function drawFirst(told) {
    const start = told.model === about.model ? parse(told.start) : null, box = find('[data-case-first]');
    if (!box) return;
    box.hidden = start === null;
    if (start === null) return;
    const rows = about.steps.map((step) => step.timed), end = endOf(told, start);
    const ours = about.roles.map(([role]) => role);
    const made = plan(rows, start, end).events.filter((event) => !told.done.includes(`${event.step}/${event.number}`));
    const seen = seenFrom(rows, made, start, today());
    const isOurs = (/** @type {PlanEvent} */ event) => ofStep(event).timed.roles.some((role) => ours.includes(role));
    box.querySelector('ol').replaceChildren(...seen.ahead.filter(isOurs).slice(0, FIRST).map((event) => lineOf(event, told)));
    const late = seen.late.filter((one) => one.how === 'now' && isOurs(one.event)).length;
    find('[data-case-late]').textContent = late ? `${late} steg skulle alt vært gjort. Planen sier hva som haster, og hva som kan gå ut.${seen.reachable ? '' : ' Dere rekker ikke den første dagen.'}` : '';
    const hash = new URLSearchParams({ start: told.start, ...(end === null ? {} : { slutt: iso(end) }) });
    find('[data-case-plan]').href = `${about.plan}#${hash}`;
  }

  /** The last day somebody wrote, else the usual one. @param {*} told @param {number} start @returns {number|null} */
  function endOf(told, start) {
    return parse(told.end) ?? (about.length ? plus(start, about.length) - 1 : null);
  }

  /** @param {PlanEvent} event @returns {Step} */
  const ofStep = (event) => /** @type {Step} */ (about.steps.find((step) => step.timed.step === event.step));

  /** @param {PlanEvent} event @param {*} told */
  function lineOf(event, told) {
    const { timed, title, paper } = ofStep(event), item = document.createElement('li'), day = document.createElement('time');
    day.dateTime = iso(event.day);
    day.textContent = short(event.day);
    const who = about.roles.filter(([role]) => timed.roles.includes(role)).map(([role, name]) => (told.people[role] ? `${told.people[role]} (${name})` : name));
    item.append(day, ' ', link(timed.page, title), who.length ? `: ${who.join(', ')}` : '');
    if (paper) item.append(' · ', link(paper.place, `${paper.code} ${paper.words}`));
    return item;
  }

  /** @param {string} href @param {string} text */
  function link(href, text) {
    const made = document.createElement('a');
    made.href = href;
    made.textContent = text;
    return made;
  }

  /** @param {string} text @param {() => void} act */
  function button(text, act) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'link-button';
    made.textContent = text;
    made.addEventListener('click', act);
    return made;
  }

  /** @param {File} file */
  async function takeIn(file) {
    const found = file.size > 1000000 ? 'Fila er for stor til å være en sak. Ingenting er hentet.' : cases.read(await file.text());
    if (typeof found === 'string') return say(found);
    waiting = found;
    if (cases.isEmpty(open())) return actions.take();
    const [here, there] = [open().name, found.told.name].map((name) => (name ? `«${name}»` : 'uten navn'));
    find('[data-case-question]').textContent = `Saken ${here} er åpen. Vil du lukke den og åpne saken ${there} fra fila? Hvis den ikke er lagret som fil, blir den borte.`;
    find('[data-case-ask]').hidden = false;
    return find('[data-action=take]').focus();
  }

  /** @param {*} found */
  function opened({ told, edition, said }) {
    const other = edition && edition !== about.edition ? [`Den er laget med utgave ${edition}, og dette er ${about.edition}. Se over datoene.`] : [];
    return [`Saken ${told.name ? `«${told.name}» ` : ''}er åpnet.`, ...other, ...said].join(' ');
  }

  /** @param {'tab'|'machine'|'shared'} where */
  function move(where) {
    const done = cases.move(where);
    around();
    say(done ? LIES[where] : NOT_KEPT);
  }

  /** @type {Object<string, () => void>} */
  const actions = {
    save() {
      const told = cases.changed(open(), { options: chosenBefore() });
      const now = new Date(), saved = files.fileName({ id: 'Sak', title: told.name }, '', '', now).slice(-10);
      const text = cases.write(told, { handbook: about.handbook, edition: about.edition, saved });
      files.download(new Blob([text], { type: 'application/json' }), files.fileName({ id: 'Sak', title: told.name }, about.title, '.json', now));
      say('Saken er lagret som fil. Gi den til den som skal ha den, eller åpne den på en annen maskin.');
    },
    open: () => picker.click(),
    close() {
      cases.close();
      show(true);
      say('Saken er lukket. Den ligger ikke lenger på denne enheten.');
    },
    take() {
      find('[data-case-ask]').hidden = true;
      if (!waiting) return;
      const done = cases.keep(waiting.told), said = opened(waiting), answered = waiting.told.options.velg;
      waiting = null;
      if (inChooser && answered) location.hash = answered;
      show(true);
      say(done ? said : NOT_KEPT);
    },
    leave() {
      find('[data-case-ask]').hidden = true;
      waiting = null;
      say('Fila er ikke åpnet. Saken din er som før.');
    },
    forget() {
      const gone = kept.wipe();
      cases.close();
      show(true);
      say(`Slettet fra denne enheten: ${gone}.`);
    },
  };

  desk.addEventListener('input', (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.dataset.part && !['start', 'end'].includes(field.dataset.part)) take(field);
  });
  desk.addEventListener('change', (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.dataset.part) take(field);
  });
  desk.addEventListener('click', (event) => {
    const pressed = /** @type {HTMLElement} */ (event.target).closest('[data-action]');
    if (pressed) actions[/** @type {HTMLElement} */ (pressed).dataset.action || '']();
  });
  keep.addEventListener('change', () => move(keep.checked ? 'machine' : 'tab'));
  shared.addEventListener('change', () => move(shared.checked ? 'shared' : 'tab'));
  picker.addEventListener('change', () => {
    const file = picker.files[0];
    if (file) takeIn(file);
    picker.value = '';
  });
  cases.listen(() => show());
  const unsafe = kept.unsafe(document.body.dataset.root || './');
  if (unsafe) {
    find('[data-keep-line]').hidden = true;
    find('[data-keep-why]').hidden = false;
    find('[data-keep-why]').textContent = `${unsafe} Lagre saken som fil i stedet.`;
  }
  desk.hidden = false;
  show();
})();
