/* A PDF file as objects and bytes: the outermost shell of a paper. Needs nothing but fflate. */
'use strict';

(function () {
  const hex16 = (value) => value.toString(16).padStart(4, '0');
  const utf16 = (text) => Array.from({ length: text.length }, (_, at) => hex16(text.charCodeAt(at))).join('');
  /** Any text, as a PDF string. */
  const pdfText = (text) => `<FEFF${utf16(text)}>`;
  /** One byte a sign; a plain loop, since a phone spends most of a large form's time here. @param {string} text @returns {Uint8Array} */
  function latin(text) {
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    return bytes;
  }

  const bytesOf = (text) => new TextEncoder().encode(text);
  const decoded = (base64) => latin(atob(base64));
  /** A measure with as many decimals as anybody sees. */
  const num = (value) => String(Math.round(value * 100) / 100);

  class PdfFile {
    constructor() {
      /** @type {{body: string, data?: Uint8Array}[]} */
      this.objects = [];
    }

    /** A number for an object that is written later. @returns {number} */
    place() {
      return this.objects.push(null);
    }

    /** @param {number} at @param {string} body @param {Uint8Array} [data] @returns {number} */
    set(at, body, data) {
      this.objects[at - 1] = { body, data };
      return at;
    }

    /** @param {string} body @param {Uint8Array} [data] @returns {number} */
    add(body, data) {
      return this.set(this.place(), body, data);
    }

    /** @param {string} about without << >> @param {Uint8Array} data @returns {number} */
    packed(about, data) {
      const small = fflate.zlibSync(data, { level: 6 });
      return this.add(`<<${about}/Length ${small.length}/Filter/FlateDecode>>`, small);
    }

    /** In plain sight, for programs that look for it. @param {string} about without << >> @param {Uint8Array} data @returns {number} */
    plain(about, data) {
      return this.add(`<<${about}/Length ${data.length}>>`, data);
    }

    /** @param {number} root @param {number} info @param {string} id @returns {Blob} */
    blob(root, info, id) {
      const parts = [latin('%PDF-1.7\n%\u00e6\u00f8\u00e5\u00c6\n')];
      let size = parts[0].length;
      const push = (data) => { parts.push(data); size += data.length; };
      const starts = this.objects.map(({ body, data }, at) => {
        const start = size;
        push(latin(`${at + 1} 0 obj\n${body}\n`));
        if (data) [latin('stream\n'), data, latin('\nendstream\n')].forEach(push);
        push(latin('endobj\n'));
        return start;
      });
      const table = starts.map((start) => String(start).padStart(10, '0') + ' 00000 n \n').join('');
      const count = starts.length + 1;
      push(latin(`xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<</Size ${count}/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]>>\nstartxref\n${size}\n%%EOF\n`));
      return new Blob(/** @type {*} */ (parts), { type: 'application/pdf' });
    }
  }

  globalThis.handbookPdf = { PdfFile, bytesOf, decoded, hex16, latin, num, pdfText, utf16 };
})();
