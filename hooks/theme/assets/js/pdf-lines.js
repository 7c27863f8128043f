/* Text → lines that have room: words, signs, scripts and directions. */
'use strict';

(function () {
  const pdf = globalThis.handbookPdf;
  const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802-\ud803\ud83a-\ud83b]/;
  const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\ufeff\ufff9-\ufffb]/g;
  const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufdd0-\ufdef\ufffe\uffff]/g;
  const PRIVATE = /[\ue000-\uf8ff]|[\udb80-\udbff][\udc00-\udfff]/g;
  const MUCH = 500; // signs; no paper has room for a word of that many, and measuring it whole takes long
  const BULLETS = { '\uf0b7': '•', '\uf0a7': '▪', '\uf0d8': '➢', '\uf0fc': '✓' };
  const graphemes = typeof Intl !== 'undefined' && Intl.Segmenter ? new Intl.Segmenter('nb', { granularity: 'grapheme' }) : null;

  /** What a reader takes for one sign each. @param {string} text @returns {string[]} */
  function split(text) {
    if (/^[\u0020-\u02ff]*$/.test(text)) return Array.from(text); // no sign here joins another
    return graphemes ? Array.from(graphemes.segment(text), (one) => one.segment) : Array.from(text);
  }

  /** Only what can stand on paper; Word's own bullets are private signs. @param {string} text @returns {string[]} */
  function plainLines(text) {
    return String(text)
      .replace(/\r\n?/g, '\n').replace(/\t/g, '    ').replace(UNSEEN, '').replace(LONE, '\ufffd')
      .replace(/[\uf0b7\uf0a7\uf0d8\uf0fc]/g, (sign) => BULLETS[sign]).replace(PRIVATE, '\ufffd')
      .split(/[\n\u2028\u2029]/).map((line) => line.normalize('NFC'));
  }

  /** @typedef {{text: string, font: *, level: number, size: number, bold: boolean, width: number, nr?: number, x?: number}} Piece one font, one direction */
  /** @typedef {{pieces: Piece[], width: number, rtl: boolean}} Line */

  class Setter {
    /** @param {{regular: *, bold: *, rest: *}} fonts @param {*} painter @param {*} bidi or null */
    constructor(fonts, painter, bidi) {
      this.fonts = fonts;
      this.painter = painter;
      this.bidi = bidi;
    }

    /** One line for each line break, more where a line is too wide. @returns {Line[]} */
    lines(text, size, room, bold = false) {
      return plainLines(text).flatMap((line) => this.broken(line, size, room, bold));
    }

    /** @param {string} text one paragraph @returns {Line[]} */
    broken(text, size, room, bold) {
      const found = this.bidi && RTL.test(text) ? this.bidi.getEmbeddingLevels(text, 'auto') : null;
      const row = new Row(room, found ? found.paragraphs[0].level === 1 : false);
      let at = 0;
      for (const word of text.match(/[ \u00a0]+|[^ \u00a0]+/g) || []) {
        const style = { levels: found ? found.levels : null, from: at, bold, size };
        this.put(word, style, row);
        at += word.length;
      }
      row.close();
      return row.lines;
    }

    /** One word, or the space between two. */
    put(word, style, row) {
      if (word.length > MUCH) return this.putSigns(word, style, row);
      const pieces = this.pieces(word, style), wide = pieces.reduce((sum, one) => sum + one.width, 0);
      const space = !word.trim();
      if (!space && row.width + wide > row.room) row.next();
      if (space || wide <= row.room) row.add(pieces);
      else this.putSigns(word, style, row);
      return undefined;
    }

    /** A word wider than the paper breaks between signs. */
    putSigns(word, style, row) {
      let { from } = style;
      for (const cluster of split(word)) {
        const [piece] = this.pieces(cluster, { ...style, from });
        if (row.width + piece.width > row.room && row.pieces.length) row.close();
        row.append(piece);
        from += cluster.length;
      }
    }

    /** @returns {Piece[]} */
    pieces(text, { levels, from, bold, size }) {
      const whole = levels ? null : this.fontFor(text, bold);
      if (whole) return [{ text, font: whole, level: 0, size, bold, width: whole.width(text, size) }];
      /** @type {Piece[]} */
      const found = [];
      let at = from;
      for (const cluster of split(text)) {
        const level = levels ? levels[at] : 0;
        const font = level % 2 && cluster.trim() ? null : this.fontFor(cluster, bold);
        const last = found[found.length - 1];
        if (last && last.font === font && last.level === level) last.text += cluster;
        else found.push({ text: cluster, font, level, size, bold, width: 0 });
        at += cluster.length;
      }
      for (const one of found) one.width = one.font ? one.font.width(one.text, size) : this.painter.width(one.text, size, bold, one.level % 2 === 1);
      return found;
    }

    /** The first font with all signs of a cluster; none when the browser must draw it. */
    fontFor(cluster, bold) {
      const { regular, rest, bold: heavy } = this.fonts;
      return (bold ? [heavy, rest, regular] : [regular, rest]).find((font) => font && font.has(cluster)) || null;
    }
  }

  /** The line being filled, and those that are full. */
  class Row {
    constructor(room, rtl) {
      this.room = room;
      this.rtl = rtl;
      /** @type {Line[]} */
      this.lines = [];
      this.start();
    }

    start() {
      /** @type {Piece[]} */
      this.pieces = [];
      this.width = 0;
    }

    add(pieces) {
      this.pieces.push(...pieces);
      this.width += pieces.reduce((sum, one) => sum + one.width, 0);
    }

    /** A sign that goes together with the one before, where it can. */
    append(piece) {
      const last = this.pieces[this.pieces.length - 1];
      if (!last || !last.font || last.font !== piece.font || last.level !== piece.level) return this.add([piece]);
      last.text += piece.text;
      last.width += piece.width;
      this.width += piece.width;
      return undefined;
    }

    /** On to a new line, without the spaces that end this one. */
    next() {
      while (this.pieces.length && !this.pieces[this.pieces.length - 1].text.trim()) this.width -= this.pieces.pop().width;
      if (this.pieces.length) this.close();
      else this.start();
    }

    close() {
      this.pieces.forEach((one, nr) => { one.nr = nr; });
      this.lines.push({ pieces: seen(this.pieces), width: this.width, rtl: this.rtl });
      this.start();
    }
  }

  /** Rule L2 of the bidirectional algorithm: from the highest level down, what lies together is turned. @param {Piece[]} pieces */
  function seen(pieces) {
    const top = Math.max(0, ...pieces.map((one) => one.level));
    for (let level = top; level > 0; level -= 1) {
      for (let at = 0; at < pieces.length; at += 1) {
        let end = at;
        while (end < pieces.length && pieces[end].level >= level) end += 1;
        if (end > at) pieces.splice(at, end - at, ...pieces.slice(at, end).reverse());
        at = end;
      }
    }
    return pieces;
  }

  Object.assign(pdf, { Setter, plainLines, runsBothWays: (text) => RTL.test(text), split });
})();
