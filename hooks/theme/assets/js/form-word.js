/* Answers → the blank Word file, with as many rows as there are answers; and back again, also after somebody wrote in it. */
'use strict';

(function () {
  const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
  const BODY = 'word/document.xml';
  const TICKED = '\u2612', UNTICKED = '\u2610';
  const LEFT = 'Svar uten plass i denne versjonen';
  const READ = /^(word\/(document|comments|footnotes|endnotes)|docProps\/core)\.xml$/;
  /** What stands where nothing is answered yet; the same as in forms/word_xml.py, and a test holds them together. */
  const PROMPTS = ['', 'Skriv her', 'Velg eller skriv dato', 'Velg ett svar', 'Skriv et tall', 'Underskrift'];

  /** @param {Element|Document} node @param {string} name @returns {Element[]} */
  const all = (node, name, space = W) => Array.from(node.getElementsByTagNameNS(space, name));
  const valueOf = (node) => (node ? node.getAttributeNS(W, 'val') : '');
  const nameOf = (control) => valueOf(all(control, 'tag')[0]);
  const titleOf = (control) => valueOf(all(control, 'alias')[0]);

  let blank = '';
  /** A blank file lies in a script, since a page opened from disk may not fetch. */
  globalThis.handbookBlank = (base64) => {
    blank = base64;
  };

  /** @type {Object<string, string>} */
  let letters = {};
  /** The letters every blank carries lie in a script of their own, part by part. */
  globalThis.handbookWordLetters = (parts) => {
    letters = parts;
  };

  /** @param {string} base64 @returns {Uint8Array} */
  const bytesOf = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

  /** Read as XML, which runs nothing; the policy of the page asks that who reads is named. */
  const types = globalThis.trustedTypes || { createPolicy: (_name, rules) => rules };
  const asXml = types.createPolicy('word-xml', { createHTML: (text) => text });

  /** The body of a Word file, or another part of it. @param {Object<string, Uint8Array>} parts @returns {Document} */
  function bodyOf(parts, name = BODY) {
    return new DOMParser().parseFromString(asXml.createHTML(new TextDecoder().decode(parts[name])), 'text/xml');
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
    for (const text of said.length ? [LEFT, ...said] : []) {
      const paragraph = body.createElementNS(W, 'w:p'), run = body.createElementNS(W, 'w:r');
      paragraph.append(run);
      put(body, run, text);
      end.before(paragraph);
    }
  }

  /** @typedef {{form: string, answers: Object<string, string|true>, left: Object<string, string>, outside: string[], nameless: boolean}} Found */

  /**
   * What stands in a Word file from here, whoever wrote in it and whatever program saved it.
   * @param {Uint8Array} bytes @returns {Found|null} `outside` is what was written beside the places for answers,
   * `nameless` that the places have lost their names and the form is not one whose data is loaded
   */
  function answersIn(bytes) {
    const parts = partsOf(bytes);
    if (!parts[BODY]) return null;
    const form = formOf(parts), body = bodyOf(parts);
    const names = globalThis.handbookWordNames.namesOf(body, globalThis.handbookForms.get(form));
    /** @type {Object<string, string|true>} */
    const answers = {};
    for (const [control, name] of names) {
      const answer = answerOf(control);
      if (answer !== null) answers[name] = answer;
    }
    const { left, outside } = beside(parts, body, names, form);
    return { form, answers, left, outside, nameless: !names.size && all(body, 'sdt').length > 0 };
  }

  const partsOf = (bytes) => fflate.unzipSync(bytes, { filter: (part) => READ.test(part.name) && part.originalSize < 3e7 });
  const formOf = (parts) => (/SKJ-\d\d/.exec(new TextDecoder().decode(parts['docProps/core.xml'] || new Uint8Array())) || [''])[0];

  /** What was written that the blank file does not say, and the answers without a place among it. */
  function beside(parts, body, names, form) {
    const clean = blank ? partsOf(bytesOf(blank)) : {};
    if (!blank || formOf(clean) !== form) return { left: {}, outside: [] };
    const printed = new Set(paragraphsOf(clean, bodyOf(clean), () => true));
    const said = paragraphsOf(parts, body, (control) => names.has(control)).filter((text) => !printed.has(text));
    const from = said.indexOf(LEFT), after = from < 0 ? [] : said.slice(from + 1).map((text) => /^([\w.]+): (.+)$/s.exec(text));
    return {
      left: Object.fromEntries(after.filter(Boolean).map(([, name, value]) => [name, value])),
      outside: said.filter((text, at) => text !== LEFT && !(from >= 0 && at > from && after[at - from - 1])),
    };
  }

  /** Every paragraph's words outside the controls that are answered, notes and comments too. @param {Object<string, Uint8Array>} parts @param {Document} body is emptied of what is answered @param {(control: Element) => boolean} isAnswer */
  function paragraphsOf(parts, body, isAnswer) {
    const texts = Object.keys(parts).filter((name) => name.startsWith('word/')).sort().flatMap((name) => {
      const part = name === BODY ? body : bodyOf(parts, name);
      for (const control of all(part, 'sdt')) if (isAnswer(control) || isPrompt(control)) all(control, 't').forEach((words) => words.remove());
      return all(part, 'p').filter((one) => !all(one, 'p').length).map((one) => wordsIn(one).replace(/\s+/g, ' ').trim());
    });
    return texts.filter(Boolean);
  }

  /** @returns {string|true|null} */
  function answerOf(control) {
    const box = all(control, 'checkbox', W14)[0];
    if (box) return all(box, 'checked', W14).some((one) => /^(1|true)$/.test(one.getAttributeNS(W14, 'val'))) ? true : null;
    if (all(control, 'showingPlcHdr').length || isPrompt(control)) return null;
    const text = wordsIn(all(control, 'sdtContent')[0]);
    const chosen = all(control, 'listItem').find((one) => one.getAttributeNS(W, 'displayText') === text);
    return text.trim() ? (chosen ? chosen.getAttributeNS(W, 'value') : text) : null;
  }

  const isPrompt = (control) => PROMPTS.includes(wordsIn(all(control, 'sdtContent')[0]).trim());

  /** Each paragraph and each break is a new line. */
  function wordsIn(content) {
    const lines = all(content, 'p').length ? all(content, 'p') : [content];
    return lines.map((line) => all(line, '*').map((node) => ({ t: node.textContent, br: '\n', tab: '\t' })[node.localName] || '').join('')).join('\n');
  }

  globalThis.handbookWord = { all, answersIn, changed, fill, nameOf, titleOf };
})();
