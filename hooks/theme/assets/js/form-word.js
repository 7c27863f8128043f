/* Answers → the blank Word file, with as many rows as there are answers; and back again, also after somebody wrote in it. */
'use strict';

(function () {
  const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
  const BODY = 'word/document.xml';
  const TICKED = '\u2612', UNTICKED = '\u2610';

  /** @param {Element|Document} node @param {string} name @returns {Element[]} */
  const all = (node, name, space = W) => Array.from(node.getElementsByTagNameNS(space, name));
  const valueOf = (node) => (node ? node.getAttributeNS(W, 'val') : '');
  const nameOf = (control) => valueOf(all(control, 'tag')[0]);

  let blank = '';
  /** A blank file lies in a script, since a page opened from disk may not fetch. */
  globalThis.handbookBlank = (base64) => {
    blank = base64;
  };

  /** @type {Object<string, string>} */
  let letters = {};
  /** The letters every blank carries lie in a script of their own, part by part. */
  globalThis.handbookLetters = (parts) => {
    letters = parts;
  };

  /** @param {string} base64 @returns {Uint8Array} */
  const bytesOf = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

  /** Read as XML, which runs nothing; the policy of the page asks that who reads is named. */
  const types = globalThis.trustedTypes || { createPolicy: (_name, rules) => rules };
  const asXml = types.createPolicy('word-xml', { createHTML: (text) => text });

  /** The body of a Word file. @param {Object<string, Uint8Array>} parts @returns {Document} */
  function bodyOf(parts) {
    return new DOMParser().parseFromString(asXml.createHTML(new TextDecoder().decode(parts[BODY])), 'text/xml');
  }

  /**
   * The blank that was loaded last, filled.
   * @param {Object<string, string|true>} answers @param {{name: string, value: string}[]} left without a place in it @returns {Blob}
   */
  function fill(answers, left) {
    return changed((body) => {
      addRows(body, Object.keys(answers));
      for (const control of all(body, 'sdt')) {
        const answer = answers[nameOf(control)];
        if (answer !== undefined) fillControl(body, control, answer);
      }
      addLeft(body, left);
    });
  }

  /** The blank that was loaded last, with its body changed. @param {(body: Document) => void} change @returns {Blob} */
  function changed(change) {
    const parts = fflate.unzipSync(bytesOf(blank));
    for (const [name, part] of Object.entries(letters)) parts[name] = bytesOf(part);
    const body = bodyOf(parts);
    change(body);
    parts[BODY] = new TextEncoder().encode(new XMLSerializer().serializeToString(body));
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    return new Blob([/** @type {*} */ (fflate.zipSync(parts, { level: 6 }))], { type });
  }

  /** @param {Document} body @param {string[]} names */
  function addRows(body, names) {
    /** @type {Object<string, number>} */
    const need = {};
    for (const name of names) {
      const cell = /^(.+?)\.(\d+)\./.exec(name);
      if (cell) need[cell[1]] = Math.max(need[cell[1]] || 0, Number(cell[2]));
    }
    const ids = all(body, 'id').map((one) => Number(valueOf(one)) || 0);
    const next = { id: Math.max(0, ...ids) + 1 };
    Object.entries(need).forEach(([field, count]) => growTable(body, field, count, next));
  }

  /** The last row again and again, each with names, spoken names and ids of its own. */
  function growTable(body, field, count, next) {
    const controls = all(body, 'sdt').filter((control) => nameOf(control).startsWith(`${field}.`));
    const numbers = controls.map((control) => Number(nameOf(control).split('.')[1])).filter(Number.isFinite);
    const last = Math.max(0, ...numbers);
    const end = controls.find((control) => nameOf(control).startsWith(`${field}.${last}.`));
    let row = end && closestRow(end);
    for (let number = last + 1; row && number <= count; number += 1) {
      const copy = /** @type {Element} */ (row.cloneNode(true));
      for (const control of all(copy, 'sdt')) renumber(control, number, next);
      row.after(copy);
      row = copy;
    }
  }

  function closestRow(node) {
    let row = node;
    while (row && row.localName !== 'tr') row = row.parentNode;
    return row;
  }

  function renumber(control, number, next) {
    const [tag] = all(control, 'tag'), [alias] = all(control, 'alias'), [id] = all(control, 'id');
    tag.setAttributeNS(W, 'w:val', valueOf(tag).replace(/\.\d+\./, `.${number}.`));
    if (alias) alias.setAttributeNS(W, 'w:val', valueOf(alias).replace(/rad \d+/, `rad ${number}`));
    if (id) id.setAttributeNS(W, 'w:val', String(next.id++));
  }

  /** Put one answer into one content control. */
  function fillControl(body, control, answer) {
    const box = all(control, 'checkbox', W14)[0];
    if (box) {
      all(box, 'checked', W14).forEach((checked) => checked.setAttributeNS(W14, 'w14:val', answer === true ? '1' : '0'));
      write(body, control, answer === true ? TICKED : UNTICKED);
      return;
    }
    const chosen = all(control, 'listItem').find((one) => one.getAttributeNS(W, 'value') === answer);
    const day = all(control, 'date')[0], meant = day && globalThis.handbookChecks.date(String(answer)).value;
    if (meant) day.setAttributeNS(W, 'w:fullDate', `${meant}T00:00:00Z`);
    write(body, control, chosen ? chosen.getAttributeNS(W, 'displayText') : String(answer));
    all(control, 'showingPlcHdr').forEach((hint) => hint.remove());
  }

  /** Replace the text of a control; line breaks stay line breaks, signs that no Word file can hold go. */
  function write(body, control, text) {
    const [run, ...others] = all(all(control, 'sdtContent')[0], 'r');
    if (!run) return;
    others.forEach((other) => other.remove());
    all(run, 'rStyle').forEach((style) => style.remove());
    for (const old of Array.from(run.children)) if (old.localName !== 'rPr') old.remove();
    put(body, run, text);
  }

  function put(body, run, text) {
    const clean = text.replace(/\r\n?/g, '\n').replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
    clean.split('\n').forEach((line, number) => {
      if (number) run.append(body.createElementNS(W, 'w:br'));
      const words = body.createElementNS(W, 'w:t');
      words.setAttribute('xml:space', 'preserve');
      words.textContent = line;
      run.append(words);
    });
  }

  /** At the end, before what says how the pages are. */
  function addLeft(body, left) {
    const end = all(body, 'sectPr').pop();
    const said = left.map(({ name, value }) => `${name}: ${value}`);
    for (const text of said.length ? ['Svar uten plass i denne versjonen', ...said] : []) {
      const paragraph = body.createElementNS(W, 'w:p'), run = body.createElementNS(W, 'w:r');
      paragraph.append(run);
      put(body, run, text);
      end.before(paragraph);
    }
  }

  /** What stands in a Word file from here, whoever wrote it. @param {Uint8Array} bytes @returns {{form: string, answers: Object<string, string|true>}|null} */
  function answersIn(bytes) {
    const parts = fflate.unzipSync(bytes, { filter: (part) => /^(word\/document|docProps\/core)\.xml$/.test(part.name) && part.originalSize < 3e7 });
    if (!parts[BODY]) return null;
    /** @type {Object<string, string|true>} */
    const answers = {};
    for (const control of all(bodyOf(parts), 'sdt')) {
      const answer = answerOf(control);
      if (nameOf(control) && answer !== null) answers[nameOf(control)] = answer;
    }
    const about = new TextDecoder().decode(parts['docProps/core.xml'] || new Uint8Array());
    return { form: (/SKJ-\d\d/.exec(about) || [''])[0], answers };
  }

  /** @returns {string|true|null} */
  function answerOf(control) {
    const box = all(control, 'checkbox', W14)[0];
    if (box) return all(box, 'checked', W14).some((one) => /^(1|true)$/.test(one.getAttributeNS(W14, 'val'))) ? true : null;
    if (all(control, 'showingPlcHdr').length) return null;
    const text = wordsIn(all(control, 'sdtContent')[0]);
    const chosen = all(control, 'listItem').find((one) => one.getAttributeNS(W, 'displayText') === text);
    return text.trim() ? (chosen ? chosen.getAttributeNS(W, 'value') : text) : null;
  }

  /** Each paragraph and each break is a new line. */
  function wordsIn(content) {
    const lines = all(content, 'p').length ? all(content, 'p') : [content];
    return lines.map((line) => all(line, '*').map((node) => ({ t: node.textContent, br: '\n', tab: '\t' })[node.localName] || '').join('')).join('\n');
  }

  globalThis.handbookWord = { answersIn, changed, fill };
})();
