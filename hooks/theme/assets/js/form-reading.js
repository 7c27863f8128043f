/* A file somebody chose → the answers in it: PDF, Word and JSON that a page of the handbook made. */
'use strict';

(function () {
  const LARGEST = 5e6; // bytes; the largest form, filled, is far below one megabyte
  const MOST = 5000; // answers; no form has half as many places
  const STRANGE = 'Fila er ikke lagret fra et skjema i håndboka. Velg en PDF, en Word-fil eller en .json-fil som du har lastet ned her.';
  const REWRITTEN = 'PDF-en har ingen svar som siden kan lese. Enten er den tom, eller så har et annet program lagret den på nytt uten dem.';

  /** @param {File} file @returns {Promise<{form: string, version?: string, answers: *, outside?: string[]}|string>} what it holds, or why it cannot be read */
  async function read(file) {
    if (file.size > LARGEST) return 'Fila er større enn noe skjema herfra. Ingenting er hentet.';
    const told = answersIn(new Uint8Array(await file.arrayBuffer()));
    return Object.keys(Object(told.answers)).length > MOST ? 'Fila har flere svar enn noe skjema i håndboka. Ingenting er hentet.' : told;
  }

  /** @param {Uint8Array} bytes @returns {*} */
  function answersIn(bytes) {
    try {
      if (starts(bytes, '%PDF')) return JSON.parse(jsonIn(bytes) || 'null') || REWRITTEN;
      if (starts(bytes, 'PK')) return named(globalThis.handbookWord.answersIn(bytes));
      return JSON.parse(new TextDecoder().decode(bytes)) || STRANGE;
    } catch {
      return STRANGE;
    }
  }

  /** A file whose places have lost their names can be read where the form's own data is. */
  function named(found) {
    if (!found) return STRANGE;
    if (!found.nameless) return found;
    return `Fila er lagret av et annet program enn Word, og kan bare hentes inn på siden til ${found.form || 'skjemaet den hører til'}. PDF-en kan hentes inn her.`;
  }

  const starts = (bytes, sign) => Array.from(sign).every((one, at) => bytes[at] === one.charCodeAt(0));

  /** The answers that a PDF from here carries in plain sight. @param {Uint8Array} bytes @returns {string|null} */
  function jsonIn(bytes) {
    const text = new TextDecoder('latin1').decode(bytes);
    const found = /\/Type\/EmbeddedFile\/Subtype\/application#2Fjson[^>]*>>\/Length (\d+)>>\nstream\n/.exec(text);
    if (!found) return null;
    const from = found.index + found[0].length;
    return new TextDecoder().decode(bytes.subarray(from, from + Number(found[1])));
  }

  globalThis.handbookReading = { STRANGE, jsonIn, read };
})();
