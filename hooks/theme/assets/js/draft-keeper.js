/* One form's draft in the browser: opened, changed, joined with other tabs, and stored where the reader has chosen. */
'use strict';

(function () {
  const kept = globalThis.handbookKept, rules = globalThis.handbookDrafts;
  const OPEN = 'handboka-aapent-';
  const DRAFT = 'handboka-utkast-';
  const OLD = 'handboka-skjema-';

  /** @typedef {'tab'|'machine'|'shared'} Mode kept until the tab is closed, kept on the machine, or not at all */

  class Keeper {
    /** @param {string} form @param {string} version @param {{joined: (names: string[], clashes: *[]) => void, failed: () => void, stored: () => void, deleted: () => void}} heard */
    constructor(form, version, heard) {
      this.form = form;
      this.version = version;
      this.heard = heard;
      this.tabKey = `${DRAFT}fane-${form}`;
      this.openKey = OPEN + form;
      this.machineKeys = `${DRAFT}${form}-`;
      /** @type {Mode} */
      this.mode = kept.shared() ? 'shared' : 'tab';
      this.draft = rules.blank(form, version);
      this.base = this.draft;
      this.stored = true;
      /* Nothing is written that lies nowhere else. */
      this.handedOn = true;
      this.timer = 0;
      kept.listen((key) => this.hear(key));
      window.addEventListener('pagehide', () => this.save(), true); // before what is on the page may be emptied
      kept.whenEmptied(() => this.drop());
      document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.save());
    }

    get where() {
      return this.mode === 'machine' ? 'machine' : 'tab';
    }

    get key() {
      return this.mode === 'machine' ? this.machineKeys + this.draft.id : this.tabKey;
    }

    /** The draft that this tab was writing in, else the only one on the machine. @param {boolean} [onlyTab] nothing from the machine @returns {boolean} */
    open(onlyTab) {
      if (this.mode === 'shared') return false;
      const here = rules.read(kept.get('tab', this.tabKey));
      const listed = onlyTab ? [] : this.listed().filter((draft) => !rules.expired(draft));
      const chosen = listed.find((draft) => draft.id === kept.get('tab', this.openKey));
      const only = listed.length === 1 && !here ? listed[0] : undefined;
      if (chosen || only) this.take(chosen || only, 'machine');
      else if (here) this.take(here, 'tab');
      return Boolean(chosen || only || here);
    }

    /** @param {*} draft @param {Mode} mode */
    take(draft, mode) {
      this.mode = mode;
      this.draft = this.base = draft;
      this.handedOn = mode === 'machine' || !Object.keys(draft.answers).length;
      if (mode === 'machine') kept.put('tab', this.openKey, draft.id);
      else kept.drop('tab', this.openKey);
    }

    /** Drafts of this form on the machine, newest first. @returns {*[]} */
    listed() {
      const drafts = kept.keys('machine', this.machineKeys).map((key) => rules.read(kept.get('machine', key)));
      return drafts.filter((draft) => draft && draft.form === this.form).sort((a, b) => b.seen - a.seen);
    }

    /** @param {string} name @param {*} value */
    change(name, value) {
      this.draft = rules.changed(this.draft, name, value);
      this.later();
    }

    /** @param {string} about who or what the draft is about */
    call(about) {
      this.draft = { ...this.draft, about, seen: Date.now() };
      this.later();
    }

    later() {
      this.handedOn = false;
      if (!this.timer) this.timer = window.setTimeout(() => kept.alone(this.form, () => this.save()), 250);
    }

    /** Read, join, write, and read back. @returns {boolean} whether all is stored where it should be */
    save() {
      const due = this.timer;
      clearTimeout(this.timer);
      this.timer = 0;
      if (this.mode === 'shared') this.stored = true;
      if (this.mode === 'shared' || (!due && this.stored)) return this.stored;
      this.join(rules.read(kept.get(this.where, this.key)));
      const empty = this.mode === 'tab' && !Object.keys(this.draft.answers).length;
      if (empty) kept.drop('tab', this.tabKey);
      this.stored = empty || kept.put(this.where, this.key, JSON.stringify(this.draft));
      if (this.stored) this.base = this.draft;
      if (this.stored) this.heard.stored();
      else this.heard.failed();
      return this.stored;
    }

    /** What another tab wrote in the same draft. @param {*} there */
    join(there) {
      if (!there || there.id !== this.draft.id) return;
      const before = this.draft, whole = rules.merged(before, there);
      const names = Object.keys({ ...before.answers, ...whole.answers }).filter((name) => (before.answers[name] || {}).v !== (whole.answers[name] || {}).v);
      const found = rules.clashes(this.base, before, there);
      this.draft = whole;
      this.base = there;
      if (names.length || found.length) this.heard.joined(names, found);
    }

    /** Another tab has changed or deleted something. @param {string} key */
    hear(key) {
      if (this.mode !== 'machine' || key !== this.key) return;
      const there = rules.read(kept.get('machine', key));
      if (there) {
        this.join(there);
        return;
      }
      this.mode = 'tab';
      kept.drop('tab', this.openKey);
      this.heard.deleted();
    }

    /** Move the draft to where the reader wants it; what it leaves is emptied only after it has come. @param {Mode} mode @returns {boolean} */
    move(mode) {
      const from = { where: this.where, key: this.key };
      const before = this.mode;
      this.mode = mode;
      if (mode === 'shared') kept.put('tab', kept.SHARED, 'ja');
      else kept.drop('tab', kept.SHARED);
      this.stored = false;
      if (!this.save()) {
        this.mode = before;
        return false;
      }
      if (before !== 'shared' && from.key !== this.key) kept.drop(/** @type {*} */ (from.where), from.key);
      if (mode === 'shared') kept.drop('tab', this.tabKey);
      if (mode === 'machine') kept.put('tab', this.openKey, this.draft.id);
      else kept.drop('tab', this.openKey);
      this.handedOn = mode === 'machine';
      return true;
    }

    /** A new, empty draft, kept where the one before was chosen to be; that one stays where it lies. */
    begin() {
      if (this.mode === 'machine') this.save();
      kept.drop('tab', this.tabKey);
      this.take(rules.blank(this.form, this.version), this.mode);
    }

    /** The draft that was open before another was. @param {*} draft @param {Mode} mode */
    takeBack(draft, mode) {
      this.save();
      this.take(draft, mode);
      this.later();
    }

    /** What is on the page is gone from it; what lies in a store, lies there. */
    drop() {
      clearTimeout(this.timer);
      this.timer = 0;
      this.draft = this.base = rules.blank(this.form, this.version);
      this.handedOn = this.stored = true;
    }

    /** @param {string} id */
    remove(id) {
      kept.drop('machine', this.machineKeys + id);
      if (this.mode === 'machine' && this.draft.id === id) {
        this.mode = 'tab';
        kept.drop('tab', this.openKey);
      }
    }

    /** Thirty days more. @param {*} draft */
    renew(draft) {
      return kept.put('machine', this.machineKeys + draft.id, JSON.stringify({ ...draft, until: Date.now() + rules.LIFE }));
    }

    /** After everything was deleted: what stands on the page lies nowhere. */
    forget() {
      clearTimeout(this.timer);
      this.timer = 0;
      this.mode = this.mode === 'machine' ? 'tab' : this.mode;
      this.stored = true;
      this.draft = { ...this.draft, id: rules.blank(this.form, this.version).id };
      this.handedOn = !Object.keys(this.draft.answers).length;
    }

    /**
     * The one draft that each form had before drafts had names: it becomes one of those when it can be read.
     * @param {(answers: *) => Object<string, string|true>|null} readable @returns {string} its text when it cannot
     */
    takeOld(readable) {
      const key = OLD + this.form, text = kept.get('machine', key);
      if (text === null) return '';
      let told = null;
      try {
        told = JSON.parse(text);
      } catch {
        return text;
      }
      const answers = told && readable(told.answers);
      if (!answers) return text;
      let draft = rules.blank(this.form, String(told.version || ''));
      for (const [name, answer] of Object.entries(answers)) draft = rules.changed(draft, name, answer);
      if (kept.put('machine', this.machineKeys + draft.id, JSON.stringify(draft))) kept.drop('machine', key);
      return '';
    }

    dropOld() {
      kept.drop('machine', OLD + this.form);
    }
  }

  globalThis.handbookKeeper = { Keeper };
})();
