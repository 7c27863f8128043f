/* Pages and tags: where ink lies on A4, and what a screen reader is told of it. */
'use strict';

(function () {
  const pdf = globalThis.handbookPdf;
  const { DOTS, hex16, num, pdfText, split } = pdf;
  const A4 = [595.28, 841.89];
  const LEFT = 51, RIGHT = 51, TOP = 60, BOTTOM = 62, WIDE = A4[0] - LEFT - RIGHT;
  const INK = '0.11 0.169 0.176', GREY = '0.337 0.384 0.373', RULE = '0.49 0.54 0.53';
  const LINE = 1.42, RISE = 0.35; // of the size: from line to line, and from a line's foot to its baseline
  const CELL = { size: 9.5, high: 9.5 * 1.4, pad: 3.5 };

  /** @typedef {{tag: string, kids: *[], parent?: Element, more: string, ref?: number}} Element */

  class Sheet {
    constructor(setter) {
      this.setter = setter;
      this.pages = [];
      this.signs = [];
      /** @type {Set<string>} what the browser had no letters for */
      this.missing = new Set();
      /** @type {Element} */
      this.root = { tag: 'Document', kids: [], more: '' };
      this.newPage();
    }

    newPage() {
      this.page = { parts: [], marks: [], pictures: new Set() };
      this.pages.push(this.page);
      this.y = A4[1] - TOP;
    }

    room() {
      return this.y - BOTTOM;
    }

    /** A new page, unless there is this much room or the page is fresh. */
    need(height) {
      if (this.room() < height && this.y < A4[1] - TOP) this.newPage();
    }

    /** @param {string} tag @param {Element} [parent] @param {string} [more] @returns {Element} */
    tag(tag, parent = this.root, more = '') {
      const one = { tag, kids: [], parent, more };
      parent.kids.push(one);
      return one;
    }

    /** What is drawn until `close` belongs to the element. */
    open(element) {
      const mark = this.page.marks.push(element) - 1;
      element.kids.push({ page: this.pages.length - 1, mark });
      this.page.parts.push(`/${element.tag} <</MCID ${mark}>> BDC`);
    }

    close() {
      this.page.parts.push('EMC');
    }

    /** Drawn for the eye alone. */
    artifact(draw) {
      this.page.parts.push('/Artifact BMC', draw, 'EMC');
    }

    /** One line at x with its baseline at y: every piece where it is seen, in the order it is read. */
    ink(line, x, y, room, colour) {
      let from = line.rtl ? x + room - line.width : x;
      for (const one of line.pieces) {
        one.x = from;
        from += one.width;
      }
      const read = [...line.pieces].sort((a, b) => a.nr - b.nr);
      for (let at = 0; at < read.length; at += 1) {
        if (read[at].font) {
          this.letters(read[at], y, colour);
          continue;
        }
        const run = [read[at]]; // drawn words with the spaces between and after them are found as one text
        while (at + 1 < read.length && goesOn(read[at + 1], run[0])) run.push(read[at += 1]);
        run.filter((one) => one.text.trim()).forEach((one) => this.paint(one, y));
        this.under(run, y);
      }
    }

    letters(one, y, colour) {
      this.page.parts.push(`BT /${one.font.key} ${num(one.size)} Tf ${colour} rg ${num(one.x)} ${num(y)} Td <${one.font.encode(one.text)}> Tj ET`);
    }

    paint(one, y) {
      const picture = this.setter.painter.picture(one.text, one.size, one.bold, one.level % 2 === 1);
      if (!picture.drawn) this.missing.add(one.text);
      this.page.parts.push(`q ${num(picture.wide / DOTS)} 0 0 ${num(picture.high / DOTS)} ${num(one.x - picture.pad)} ${num(y - picture.under)} cm /${picture.name} Do Q`);
      this.page.pictures.add(picture);
    }

    /** The text under pictures: unseen, but found, copied and read aloud. Right to left it lies as it is seen, as in other PDF files. */
    under(run, y) {
      const { painter, fonts } = this.setter, [{ size, level }] = run;
      const text = run.map((one) => one.text).join(''), signs = level % 2 ? split(text).reverse().join('') : text;
      const codes = Array.from(signs, (sign) => hex16(painter.code(sign)));
      const wide = run.reduce((sum, one) => sum + one.width, 0), blank = codes.length * fonts.regular.width(' ', size);
      this.page.parts.push(`BT 3 Tr /FX ${num(size)} Tf ${num((100 * wide) / blank)} Tz ${num(Math.min(...run.map((one) => one.x)))} ${num(y)} Td <${codes.join('')}> Tj 100 Tz 0 Tr ET`);
    }

    /** Running text over as many pages as it takes; `keep` is room for what must stand with it. */
    text(element, text, { size = 10.5, bold = false, x = LEFT, room = WIDE, colour = INK, after = 4, keep = 0 } = {}) {
      const high = size * LINE, lines = this.setter.lines(text, size, room, bold);
      this.need(high * Math.min(lines.length, 2) + keep);
      for (let at = 0; at < lines.length;) {
        const fit = Math.max(1, Math.min(lines.length - at, Math.floor(this.room() / high)));
        this.open(element);
        for (const line of lines.slice(at, at + fit)) {
          this.y -= high;
          this.ink(line, x, this.y + size * RISE, room, colour);
        }
        this.close();
        at += fit;
        if (at < lines.length) this.newPage();
      }
      this.y -= after;
    }

    /** A box with or without a cross, and its words. */
    tick(parent, label, on) {
      this.need(18);
      const element = this.tag('P', parent);
      const figure = this.tag('Figure', element, `/Alt${pdfText(on ? 'Krysset av:' : 'Ikke krysset av:')}`);
      this.open(figure);
      this.page.parts.push(box(LEFT, this.y - 11.4, 9, on));
      this.close();
      this.text(element, label, { x: LEFT + 16, room: WIDE - 16, after: 1, colour: on ? INK : GREY });
    }

    /** A face and the words of the answer, which say the same: the face is for the eye alone. */
    face(parent, path, label) {
      this.need(26);
      this.artifact(strokes(path, LEFT, this.y, 20));
      this.y -= 3;
      this.text(this.tag('P', parent), label, { x: LEFT + 26, room: WIDE - 26, after: 10 });
    }

    /** A line to sign on, by hand or in a reader that signs. */
    sign(parent, { name, label }) {
      this.need(44);
      this.y -= 34;
      const right = LEFT + 240;
      this.artifact(`q 0.7 w ${INK} RG ${LEFT} ${num(this.y)} m ${right} ${num(this.y)} l S Q`);
      const element = this.tag('Form', this.tag('P', parent));
      this.signs.push({ element, page: this.pages.length - 1, box: [LEFT, this.y, right, this.y + 32], name, label });
      this.y -= 10;
    }

    /** Rows break between lines, under a repeated head; a cell on two pages is still one cell. */
    table(parent, heads, rows) {
      const columns = this.columns(heads, rows), whole = this.tag('Table', parent);
      const set = (cells, bold) => columns.map(({ room }, at) => this.setter.lines(cells[at] || '', CELL.size, room, bold));
      const head = set(heads, true), headLines = tallest(head);
      const headRow = this.tag('TR', this.tag('THead', whole));
      this.need(headLines * CELL.high + 2 * CELL.pad + 3 * CELL.high);
      this.cells(columns, head, heads.map(() => this.tag('TH', headRow, '/A<</O/Table/Scope/Column>>')));
      const body = this.tag('TBody', whole);
      for (const row of rows) {
        const line = this.tag('TR', body);
        this.row(columns, set(row, false), heads.map(() => this.tag('TD', line)), head);
      }
      this.y -= 6;
    }

    /** One row, on as many pages as it takes. */
    row(columns, cells, elements, head) {
      const count = tallest(cells);
      const fits = () => Math.floor((this.room() - 2 * CELL.pad) / CELL.high);
      for (let from = 0; from < count;) {
        if (fits() < Math.min(count - from, 2)) {
          this.newPage();
          this.cells(columns, head, null);
        }
        const fit = Math.max(1, Math.min(fits(), count - from));
        this.cells(columns, cells.map((lines) => lines.slice(from, from + fit)), elements);
        from += fit;
      }
    }

    /** Cells side by side with their frames; without elements they are for the eye alone. */
    cells(columns, cells, elements) {
      const top = this.y, tall = tallest(cells) * CELL.high + 2 * CELL.pad;
      cells.forEach((lines, at) => {
        if (elements && !lines.length) return;
        if (elements) this.open(elements[at]);
        else this.page.parts.push('/Artifact BMC');
        const { x, room } = columns[at];
        lines.forEach((line, row) => this.ink(line, x + CELL.pad, top - CELL.pad - (row + 1) * CELL.high + CELL.size * RISE, room, INK));
        this.close();
      });
      const frames = columns.map(({ x, wide }) => `${num(x)} ${num(top - tall)} ${num(wide)} ${num(tall)} re`);
      this.artifact(`q 0.4 w ${RULE} RG ${frames.join(' ')} S Q`);
      this.y -= tall;
    }

    /** Room for the longest word of each column where there is, and the rest by how much is said. */
    columns(heads, rows) {
      const said = heads.map((head, at) => [head, ...rows.map((row) => row[at] || '')]);
      const longest = (texts) => Math.max(30, ...Array.from(new Set(texts.join(' ').split(/\s+/)), (word) => this.setter.lines(word, CELL.size, 9999, true)[0].width));
      const least = said.map((texts) => Math.min(WIDE / heads.length, longest(texts) + 2 * CELL.pad));
      const want = said.map((texts, at) => Math.max(least[at], texts[0].length * 3, ...texts.slice(1).map((text) => Math.sqrt(text.length) * 14)));
      const spare = WIDE - sum(least), all = sum(want);
      let x = LEFT;
      return least.map((one, at) => {
        const wide = one + (spare * want[at]) / all, column = { x, wide, room: wide - 2 * CELL.pad };
        x += wide;
        return column;
      });
    }
  }

  const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
  const tallest = (cells) => Math.max(...cells.map((lines) => lines.length));
  const goesOn = (next, first) => next.level === first.level && (!next.font || !next.text.trim());

  function box(x, y, size, on) {
    const [left, low, right, high] = [x + 1.8, y + 1.8, x + size - 1.8, y + size - 1.8].map(num);
    const cross = on ? ` 1.3 w ${left} ${low} m ${right} ${high} l ${left} ${high} m ${right} ${low} l S` : '';
    return `q 0.7 w ${INK} RG ${num(x)} ${num(y)} ${size} ${size} re S${cross} Q`;
  }

  /** `M`, `L` and `C` on a grid of 24 as ink on the page, its upper left corner at x and y. */
  function strokes(path, x, y, side) {
    const scale = side / 24, inked = { M: 'm', L: 'l', C: 'c' };
    const drawn = path.replace(/([MLC])([^MLC]*)/g, (_, kind, places) => `${places.trim().replace(/[ ,]+/g, ' ')} ${inked[kind]} `);
    return `q ${num(scale)} 0 0 ${num(-scale)} ${num(x)} ${num(y)} cm 1.75 w 1 J 1 j ${INK} RG ${drawn}S Q`;
  }

  Object.assign(pdf, { A4, GREY, INK, LEFT, Sheet, WIDE });
})();
