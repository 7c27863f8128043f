/* Fill in a form in the browser. Nothing leaves it: answers go to files on your own machine. */
'use strict';

(function () {
  const form = /** @type {HTMLFormElement} */ (document.querySelector('form[data-form]'));
  const tools = /** @type {HTMLElement} */ (document.querySelector('[data-form-tools]'));
  const end = /** @type {HTMLElement} */ (document.querySelector('[data-form-end]'));

  const rules = globalThis.handbookDrafts, kept = globalThis.handbookKept, files = globalThis.handbookFiles;
  /** @type {{form: string, version: string, edition: string, docx: string|null, data: string, example: string|null}} */
  const about = JSON.parse(tools.querySelector('[data-tool]').textContent);
  /** What is loaded when: see `render/form_scripts.py`. @type {Object<string, string[]>} */
  let scripts = {};
  const root = document.body.dataset.root;
  /** @param {string} selector @returns {*} */
  const find = (selector) => document.querySelector(selector);
  const keep = find('[data-keep]'), shared = find('[data-shared]'), called = find('[data-about]'), picker = find('[data-import-file]');
  const status = find('[data-form-status]'), undo = find('[data-undo]'), lies = find('[data-lies]'), list = find('[data-drafts]');
  const AFTER_PRESS = 200; // ms: a remark must not move a button away from the finger that left the field for it
  const WHERE = {
    tab: 'Svarene ligger i denne fanen til du lukker den.',
    machine: 'Utkastet ligger på denne enheten i 30 dager etter at du sist skrev i det. Andre som bruker enheten, kan se det.',
    shared: 'Svarene ligger ingen steder. De er borte når du går fra siden.',
  };
  let data = null, fields = null, rows = null, summary = null, takeBack = null;

  const keeper = new globalThis.handbookKeeper.Keeper(about.form, about.version, {
    joined(names, clashes) {
      fields.show(names, answers());
      refresh();
      say('Svar du skrev i en annen fane, er satt inn her.');
      if (clashes.length) begun().then(() => summary.layAside(clashes, (name, value) => change(name, value, true)));
    },
    stored: tellWhere,
    failed() {
      tellWhere();
      say('Utkastet er IKKE lagret: det er fullt, eller det er ikke lov å lagre her. Last ned en fil med svarene nå.');
    },
    deleted() {
      tellWhere();
      say('Utkastet ble slettet i en annen fane. Svarene som står her, ligger nå bare i denne fanen.');
    },
  });

  /** Say something to everyone, screen readers too. @param {string} text @param {() => void} [back] what «Angre» does */
  function say(text, back) {
    status.textContent = text;
    if (back) offer(back);
  }

  /** What «Angre» does until the next change. @param {(() => void)|null} back */
  function offer(back) {
    takeBack = back;
    undo.hidden = !back;
  }

  const answers = () => rules.answersOf(keeper.draft);

  function tellWhere() {
    lies.textContent = keeper.stored ? WHERE[keeper.mode] : 'Svarene er ikke lagret.';
    keep.checked = keeper.mode === 'machine';
    shared.checked = keeper.mode === 'shared';
    find('[data-offer]').hidden = keeper.mode !== 'tab' || Boolean(kept.unsafe(root)) || !Object.keys(answers()).length;
    find('[data-forget]').hidden = !kept.told();
  }

  /** What is loaded as soon as somebody begins to answer: checks, and the paper that is printed. */
  async function begun() {
    await files.load(scripts.begun);
    if (summary) return;
    summary = new globalThis.handbookSummary.Summary(form, fields, data, (control) => rows.reveal(control));
    find('[data-share]').hidden = !globalThis.handbookHand.canShare('.pdf', 'application/pdf');
  }

  /** @param {string} name @param {*} value @param {boolean} [shown] put it in its control, too */
  function change(name, value, shown) {
    keeper.change(name, value);
    offer(null);
    if (shown) fields.show([name], answers());
    refresh();
  }

  function refresh() {
    const now = answers();
    fields.ask(now);
    fields.tellLeft(find('[data-left-over]'), globalThis.handbookAnswers.sorted(data, now).left);
    if (summary && summary.open) summary.draw(now);
    globalThis.handbookParts.draw(find('[data-parts]'), form, data, now);
  }

  /** Every answer at once, with a way back. @param {Object<string, *>} wanted name → answer, undefined to empty it @param {string} text */
  function changeAll(wanted, text) {
    const before = answers(), names = Object.keys(wanted);
    names.forEach((name) => keeper.change(name, wanted[name]));
    showAll(names);
    say(text, () => {
      names.forEach((name) => keeper.change(name, before[name]));
      showAll(names);
      offer(null);
      say('Det er angret.');
    });
  }

  /** Nothing is put under the reader's fingers, so they are lifted first. */
  function lift() {
    if (form.contains(document.activeElement)) /** @type {HTMLElement} */ (document.activeElement).blur();
  }

  function showAll(names) {
    lift();
    fields.show(names, answers());
    rows.draw();
    refresh();
  }

  /** @returns {string} */
  const paper = () => globalThis.handbookPaper.paper(data, answers(), { about: called.value.trim() });

  /** @param {'pdf'|'docx'|'json'} kind @param {boolean} [sent] shared from the phone, not downloaded */
  async function hand(kind, sent) {
    say('Lager fila …');
    await begun();
    const told = { data, answers: answers(), about: called.value.trim(), scripts, docx: about.docx };
    const { said, done } = await globalThis.handbookHand.hand(kind, told, sent);
    if (done) keeper.handedOn = true;
    if (!done || !summary.draw(answers())) return say(said);
    say(`${said} Noe mangler eller bør rettes. Se lista øverst i skjemaet.`);
    return summary.focus();
  }

  /** The drafts of this form on the machine, when there is more to choose than the one that is open. @param {string} [broken] what an older one said */
  async function listDrafts(broken) {
    list.hidden = !keeper.listed().length && !broken;
    if (list.hidden) return;
    await files.load(scripts.drafts);
    globalThis.handbookDraftList.draw(find('[data-draft-list]'), keeper, broken || '', {
      opened(name, draft, mode) {
        openNow('');
        opened(`Utkastet «${name}» er åpnet.`, draft, mode);
      },
      deleted(name) {
        listDrafts();
        tellWhere();
        say(`Utkastet «${name}» er slettet.`);
      },
    });
  }

  /** Another draft is open; one that lay only in this tab can be taken back. @param {string} text @param {*} before @param {'tab'|'machine'|'shared'} mode */
  function opened(text, before, mode) {
    listDrafts();
    if (mode === 'machine' || !Object.keys(before.answers).length) return say(text);
    return say(text, () => {
      keeper.takeBack(before, mode);
      openNow('Utkastet som sto her, er tilbake.');
      listDrafts();
    });
  }

  const actions = {
    pdf: () => hand('pdf'),
    docx: () => hand('docx'),
    json: () => hand('json'),
    share: () => hand('pdf', true),
    undo: () => takeBack && takeBack(),
    async example() {
      await files.load([about.example]);
      propose({ form: about.form, about: 'Oppdiktet eksempel', answers: globalThis.handbookForms.example(about.form) }, 'det oppdiktede eksempelet');
    },
    import: () => picker.click(),
    async missing() {
      await begun();
      if (summary.draw(answers())) summary.focus();
      else say('Alt som må fylles ut, er svart på.');
    },
    async print() {
      await begun();
      summary.draw(answers());
      /* A blank one; answers are printed as a paper. */
      document.body.dataset.printOnly = 'form';
      window.print();
    },
    clear() {
      const names = Object.keys(answers());
      changeAll(Object.fromEntries(names.map((name) => [name, undefined])), 'Skjemaet er tomt.');
      if (summary) summary.close();
    },
    keep: () => move('machine'),
    new() {
      const { draft, mode } = keeper;
      keeper.begin();
      openNow('');
      opened(`Et nytt, tomt utkast er åpnet. ${WHERE[keeper.mode]}`, draft, mode);
    },
    forget() {
      const gone = kept.wipe();
      keeper.forget();
      listDrafts();
      tellWhere();
      say(`Slettet fra denne enheten: ${gone}. Det som står på siden, står til du tømmer skjemaet eller går herfra.`);
    },
  };

  /** Show the draft that is open now. @param {string} text @param {boolean} [first] what was typed before stands */
  function openNow(text, first) {
    if (!first) {
      lift();
      form.reset();
    }
    offer(null);
    if (!first || keeper.draft.about) called.value = keeper.draft.about;
    fields.show(Object.keys(answers()), answers());
    rows.draw();
    refresh();
    tellWhere();
    if (text) say(text);
    if (Object.keys(answers()).length) begun();
  }

  /** Answers from elsewhere are shown before they are taken in. @param {Promise<*>|*} told @param {string} from */
  async function propose(told, from) {
    await begun();
    await files.load(scripts.proposal);
    const good = globalThis.handbookProposal.understood(data, await told);
    if (typeof good === 'string') return say(good);
    const choice = await globalThis.handbookProposal.ask(find('[data-proposal]'), data, answers(), good, from);
    if (!choice) return say('Ingenting er satt inn.');
    if (good.about && !called.value) {
      called.value = good.about;
      keeper.call(good.about);
    }
    return changeAll(choice, takenIn(choice, good, from));
  }

  /** What was taken in, what was not, and what there was no place for. */
  function takenIn(choice, good, from) {
    const count = Object.keys(choice).length, now = answers();
    const mine = Object.keys(good.answers).filter((name) => !(name in choice) && now[name] !== good.answers[name]).length;
    const said = !count && !mine ? `Alt i ${from} står her fra før.` : `Satt inn ${count} svar fra ${from}.`;
    return [said, mine ? `${mine} av dine egne svar står som før.` : '', globalThis.handbookProposal.beside(good.outside)].filter(Boolean).join(' ');
  }

  /** @param {File} file */
  async function takeIn(file) {
    say('Leser fila …');
    await files.load(scripts.reading);
    /* What the blank file says is told from what was written beside its fields. */
    if (about.docx && /\.docx$/i.test(file.name)) await files.load([`${about.docx}.js`]);
    const told = await globalThis.handbookReading.read(file);
    return typeof told === 'string' ? say(told) : propose(told, `«${file.name}»`);
  }

  /** Answers that another page of the handbook sent along in the address. @param {string} text */
  function takeSent(text) {
    let told = null;
    try {
      told = JSON.parse(decodeURIComponent(text));
      history.replaceState(null, '', '#fyll-ut');
    } catch {
      /* Not ours, or opened from a disk that does not allow it: then the answers stay in the address. */
    }
    if (told) withCase(told);
  }

  /** The open case goes in with them, so that names and contacts are not a second thing to do. @param {*} told */
  async function withCase(told) {
    if (!hasCase()) return propose(told, 'lenka du fulgte');
    await files.load(scripts.case);
    return propose(globalThis.handbookCaseForm.beside(data, told), 'lenka du fulgte, og saken');
  }

  const hasCase = () => Boolean(kept.get('tab', 'handboka-sak') || kept.get('machine', 'handboka-sak'));

  function listen() {
    form.addEventListener('input', (event) => {
      const control = /** @type {HTMLInputElement} */ (event.target);
      if (!control.name) return;
      change(control.name, fields.value(control));
      begun().then(() => summary.count(control));
    });
    form.addEventListener('change', (event) => {
      const control = /** @type {HTMLInputElement} */ (event.target);
      if (control.name) begun().then(() => setTimeout(() => summary.check(control), AFTER_PRESS));
    });
    called.addEventListener('input', () => keeper.call(called.value.trim()));
    keep.addEventListener('change', () => move(keep.checked ? 'machine' : 'tab'));
    shared.addEventListener('change', () => move(shared.checked ? 'shared' : 'tab'));
    picker.addEventListener('change', () => {
      const file = picker.files[0];
      if (file) takeIn(file);
      picker.value = '';
    });
    for (const one of [tools, end]) {
      one.addEventListener('click', (event) => {
        const button = /** @type {HTMLElement} */ (event.target).closest('[data-action]');
        if (button) actions[/** @type {HTMLElement} */ (button).dataset.action]();
      });
    }
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && /** @type {HTMLElement} */ (event.target).matches('input')) event.preventDefault();
    });
    window.addEventListener('beforeprint', () => {
      if (Object.keys(answers()).length && globalThis.handbookPaperView) globalThis.handbookPaperView.lay([paper()]);
    });
    window.addEventListener('afterprint', () => {
      delete document.body.dataset.printOnly;
      document.querySelectorAll('body > .paper').forEach((old) => old.remove());
    });
    window.addEventListener('pageshow', (event) => {
      if (event.persisted && keeper.open()) openNow('');
    });
  }

  /** @param {'tab'|'machine'|'shared'} mode */
  function move(mode) {
    const done = keeper.move(mode);
    tellWhere();
    listDrafts();
    if (done) say(WHERE[mode]);
  }

  /** Asked before answers are gone; a link within the handbook loses nothing while the tab remembers. */
  function guard() {
    let inside = false;
    document.addEventListener('click', (event) => {
      const link = /** @type {HTMLAnchorElement|null} */ (/** @type {HTMLElement} */ (event.target).closest('a[href]'));
      inside = Boolean(link && link.target !== '_blank' && link.href.startsWith(new URL(root, location.href).href));
      setTimeout(() => { inside = false; }, 2000);
    }, true);
    window.addEventListener('beforeunload', (event) => {
      keeper.save();
      const lost = keeper.mode === 'shared' || !keeper.stored;
      if (keeper.handedOn || !Object.keys(answers()).length) return;
      if (lost || (keeper.mode === 'tab' && !inside)) event.preventDefault();
    });
  }

  /** @param {Object<string, string[]>} ways to the scripts that are loaded later */
  async function start(ways) {
    scripts = ways;
    await files.load([about.data]);
    data = globalThis.handbookForms.get(about.form);
    fields = new globalThis.handbookFields.Fields(form, data);
    rows = new globalThis.handbookRows.Rows(fields, {
      added(row, number) {
        /** @type {HTMLElement} */ (row.querySelector('[name]')).focus();
        say(`Rad ${number} er lagt til.`);
      },
      removed: (number, names) => changeAll(Object.fromEntries(names.map((name) => [name, undefined])), `Rad ${number} er fjernet.`),
      full: (most) => say(`Tabellen har plass til ${most} rader.`),
    });
    const why = kept.unsafe(root);
    find('[data-keep-line]').hidden = Boolean(why);
    find('[data-keep-why]').hidden = !why;
    find('[data-keep-why]').textContent = why && `${why} Lagre svarene som fil i stedet.`;
    const broken = keeper.takeOld(globalThis.handbookAnswers.readable);
    const sent = /^#svar=(.+)$/.exec(location.hash);
    const found = keeper.open(Boolean(sent));
    openNow(found ? (keeper.mode === 'machine' ? 'Utkastet ditt fra sist er hentet fra denne enheten.' : 'Svarene dine er satt inn igjen.') : '', true);
    listDrafts(broken);
    if (hasCase()) files.load(scripts.case).then(() => globalThis.handbookCaseForm.offer(data, (told) => propose(told, 'saken')));
    listen();
    guard();
    if (sent) takeSent(sent[1]);
  }

  globalThis.handbookForm = { start };
})();
