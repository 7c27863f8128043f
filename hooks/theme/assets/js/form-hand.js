/* Answers → a file, in the reader's hands. Loaded when somebody has begun to answer. */
'use strict';

(function () {
  const files = globalThis.handbookFiles;

  /** @typedef {{data: *, answers: Object<string, string|true>, about: string, scripts: Object<string, string[]>, docx: string|null}} Told */
  /** @typedef {{blob: Blob, missing: string[]}} Made a file, and the signs that came out empty */

  const paperOf = ({ data, answers, about }) => globalThis.handbookPaper.paper(data, answers, { about });
  const savedOf = ({ data, answers, about }) => globalThis.handbookPaper.saved(data, answers, about);
  const asked = ({ data, answers }) => globalThis.handbookAnswers.asked(data, answers);
  /** A file may name row 1 000 000 000: what has no place makes no rows. @param {Told} told */
  const placed = (told) => globalThis.handbookAnswers.sorted(told.data, asked(told)).placed;

  /** Kind → the file. @type {Object<string, (told: Told) => Promise<Made>>} */
  const makers = {
    async pdf(told) {
      const paper = paperOf(told);
      await files.load(told.scripts.pdf);
      await files.load(globalThis.handbookPaperPdf.more(paper).flatMap((name) => told.scripts[name]));
      return globalThis.handbookPaperPdf.write(paper, savedOf(told));
    },
    async docx(told) {
      await files.load([...told.scripts.word, `${told.docx}.js`]);
      return { blob: globalThis.handbookWord.fill(placed(told), paperOf(told).left), missing: [] };
    },
    json: async (told) => ({ blob: new Blob([savedOf(told)], { type: 'application/json' }), missing: [] }),
  };

  /**
   * Make a file and hand it over.
   * @param {'pdf'|'docx'|'json'} kind @param {Told} told @param {boolean} [sent] shared from the phone, not downloaded
   * @returns {Promise<{said: string, done: boolean}>} what the reader is told
   */
  async function hand(kind, told, sent) {
    try {
      const { blob, missing } = await makers[kind](told), name = files.fileName(told.data, told.about, `.${kind}`);
      if (sent && !(await share(blob, name))) return { said: 'Fila er ikke delt.', done: false };
      if (!sent) files.download(blob, name);
      return { said: saidOf(told, missing), done: true };
    } catch (fault) {
      console.error(fault);
      const error = /** @type {*} */ (fault);
      const said = error.signs
        ? `Nettleseren slipper ikke til tegnene «${error.signs}». Skriv ut siden, eller last ned Word.`
        : 'Fila kunne ikke lages. Skriv ut siden, eller last ned det tomme skjemaet og fyll det ut der.';
      return { said, done: false };
    }
  }

  /** Whether a file of this kind can be shared from here, as from a phone. @param {string} ending @param {string} type */
  function canShare(ending, type) {
    const trial = new File(['x'], `x${ending}`, { type });
    return matchMedia('(pointer: coarse)').matches && Boolean(navigator.canShare) && navigator.canShare({ files: [trial] });
  }

  /** False when the reader thought better of it. @param {Blob} blob @param {string} name @returns {Promise<boolean>} */
  async function share(blob, name) {
    try {
      await navigator.share({ files: [new File([blob], name, { type: blob.type })], title: name });
      return true;
    } catch (fault) {
      if (/** @type {*} */ (fault).name === 'AbortError') return false;
      files.download(blob, name);
      return true;
    }
  }

  function saidOf(told, missing) {
    const unasked = Object.keys(told.answers).length - Object.keys(asked(told)).length;
    return [
      'Fila er laget.',
      unasked ? `${unasked} svar på spørsmål som ikke gjelder nå, er ikke med.` : '',
      missing.length ? `Nettleseren hadde ingen tegn for «${missing.join('», «')}».` : '',
    ].filter(Boolean).join(' ');
  }

  globalThis.handbookHand = { canShare, hand };
})();
