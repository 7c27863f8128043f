/* How signs come on paper: letters of a font, or what the browser itself draws for all other scripts. */
'use strict';

(function () {
  const pdf = globalThis.handbookPdf;
  const { decoded, hex16, latin, utf16 } = pdf;
  const DOTS = 4; // of a picture to each point: 288 to the inch
  const INK = [0x1c, 0x2b, 0x2d];
  const SYSTEM = 'system-ui, "Noto Sans", "Noto Naskh Arabic", "Segoe UI", sans-serif';

  class Font {
    /** @param {*} data from `assets/fonts/paper-letters.js` @param {string} key what pages call it */
    constructor(data, key) {
      this.data = data;
      this.key = key;
      this.about = 0;
      /** @type {Map<number, string>} glyph → letter, of those that were used */
      this.used = new Map();
      /** @type {Map<number, number>} letter → glyph */
      this.glyphs = new Map();
      for (const [code, glyph, count] of data.runs) for (let at = 0; at < count; at += 1) this.glyphs.set(code + at, glyph + at);
    }

    /** @param {string} signs */
    has(signs) {
      return Array.from(signs).every((sign) => this.glyphs.has(sign.codePointAt(0)));
    }

    /** @param {string} text @param {number} size @returns {number} points */
    width(text, size) {
      let sum = 0;
      for (const sign of text) sum += this.data.widths[this.glyphs.get(sign.codePointAt(0))];
      return (sum * size) / 1000;
    }

    /** @param {string} text @returns {string} glyphs, as a page holds them */
    encode(text) {
      return Array.from(text, (sign) => {
        const glyph = this.glyphs.get(sign.codePointAt(0));
        this.used.set(glyph, sign);
        return hex16(glyph);
      }).join('');
    }

    /** @returns {number} the font's object */
    write(file) {
      const { data } = this, bytes = decoded(data.file), name = `ABCDEF+${data.name}`;
      const inside = file.packed(`/Length1 ${bytes.length}`, bytes);
      this.about = file.add(`<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${data.box.join(' ')}]/ItalicAngle 0/Ascent ${data.ascent}/Descent ${data.descent}/CapHeight ${data.cap}/StemV ${data.bold ? 140 : 80}/FontFile2 ${inside} 0 R>>`);
      return composite(file, { name, about: this.about, widths: `/DW 0/W[0[${data.widths.join(' ')}]]`, map: '/Identity', letters: [...this.used] });
    }
  }

  /** A font whose codes stand for the given letters. */
  function composite(file, { name, about, widths, map, letters }) {
    const lines = letters.map(([glyph, sign]) => `<${hex16(glyph)}> <${utf16(sign)}>`);
    const blocks = [];
    for (let at = 0; at < lines.length; at += 100) {
      blocks.push(`${Math.min(100, lines.length - at)} beginbfchar\n${lines.slice(at, at + 100).join('\n')}\nendbfchar`);
    }
    const toUnicode = file.packed('', latin(`/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${blocks.join('\n')}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend`));
    const inner = file.add(`<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${about} 0 R${widths}/CIDToGIDMap ${map}>>`);
    return file.add(`<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${inner} 0 R]/ToUnicode ${toUnicode} 0 R>>`);
  }

  /** A browser that hides who it is may hand back noise instead of what was drawn. */
  class CanvasBlurred extends Error {
    /** @param {string} signs that only it could draw */
    constructor(signs) {
      super('canvas');
      this.signs = signs;
    }
  }

  class Painter {
    constructor() {
      this.canvas = document.createElement('canvas');
      this.pen = this.canvas.getContext('2d', { willReadFrequently: true });
      /** @type {Map<string, *>} */
      this.pictures = new Map();
      /** @type {Map<string, number>} how wide each text is that was measured */
      this.widths = new Map();
      /** @type {Map<string, number>} sign → its code in the font of blanks */
      this.signs = new Map();
      /** @type {Map<string, boolean>} sign → whether no font of the machine has it */
      this.boxes = new Map();
      this.trusted = this.honest();
      this.box = this.dots('\u{10ffff}');
    }

    honest() {
      this.canvas.width = this.canvas.height = 8;
      this.pen.fillStyle = '#000';
      this.pen.fillRect(0, 0, 8, 4);
      const { data } = this.pen.getImageData(0, 0, 8, 8);
      return Array.from({ length: 64 }, (_, at) => at).every((at) => {
        const inked = at < 32;
        return Math.abs(data[at * 4 + 3] - (inked ? 255 : 0)) <= 5 && !(inked && data[at * 4] > 5);
      });
    }

    /** How one sign looks, small. @param {string} sign */
    dots(sign) {
      this.canvas.width = this.canvas.height = 40;
      this.style(5, false, false);
      this.pen.fillText(sign, 4, 28);
      return this.pen.getImageData(0, 0, 40, 40).data.join();
    }

    /** Whether a sign is drawn as the box that stands for no sign at all. @param {string} text */
    lacks(text) {
      return Array.from(text).some((sign) => {
        if (!this.boxes.has(sign)) this.boxes.set(sign, /[1-9]/.test(this.box) && this.dots(sign) === this.box);
        return this.boxes.get(sign);
      });
    }

    style(size, bold, rtl) {
      this.pen.font = `${bold ? '700' : '400'} ${size * DOTS}px ${SYSTEM}`;
      this.pen.direction = rtl ? 'rtl' : 'ltr';
      this.pen.textBaseline = 'alphabetic';
      this.pen.textAlign = 'left';
    }

    width(text, size, bold, rtl) {
      const key = [text, size, bold, rtl].join('|');
      if (!this.widths.has(key)) {
        this.style(size, bold, rtl);
        this.widths.set(key, this.pen.measureText(text).width / DOTS);
      }
      return this.widths.get(key);
    }

    /** Some text, drawn; the same text is drawn once. Raises CanvasBlurred. */
    picture(text, size, bold, rtl) {
      const key = [text, size, bold, rtl].join('|');
      if (!this.pictures.has(key)) {
        if (!this.trusted) throw new CanvasBlurred(text);
        const lacks = this.lacks(text), drawn = this.draw(text, size, bold, rtl);
        this.pictures.set(key, { ...drawn, drawn: drawn.drawn && !lacks, name: `P${this.pictures.size}`, ref: 0 });
      }
      return this.pictures.get(key);
    }

    draw(text, size, bold, rtl) {
      const said = rtl ? `\u200f${text}\u200f` : text; // so that a bracket alone is turned, too
      this.style(size, bold, rtl);
      const about = this.pen.measureText(said), pad = 2 * DOTS;
      const up = Math.ceil(Math.max(about.actualBoundingBoxAscent, size * DOTS * 0.8)) + pad;
      const under = Math.ceil(Math.max(about.actualBoundingBoxDescent, size * DOTS * 0.3)) + pad;
      const wide = Math.ceil(about.width + 2 * pad), high = up + under;
      this.canvas.width = wide;
      this.canvas.height = high;
      this.style(size, bold, rtl);
      this.pen.fillStyle = `rgb(${INK.join(' ')})`;
      this.pen.fillText(said, pad, up);
      return { ...inkOf(this.pen.getImageData(0, 0, wide, high).data), wide, high, under: under / DOTS, pad: pad / DOTS };
    }

    write(file) {
      for (const one of this.pictures.values()) {
        const size = `/Width ${one.wide}/Height ${one.high}`;
        const mask = file.packed(`/Type/XObject/Subtype/Image${size}/ColorSpace/DeviceGray/BitsPerComponent 8`, one.alpha);
        const shown = one.colour ? size : '/Width 1/Height 1';
        one.ref = file.packed(`/Type/XObject/Subtype/Image${shown}/ColorSpace/DeviceRGB/BitsPerComponent 8/SMask ${mask} 0 R`, one.colour || Uint8Array.from(INK));
      }
    }

    /** @param {string} sign @returns {number} */
    code(sign) {
      if (!this.signs.has(sign)) this.signs.set(sign, this.signs.size + 1);
      return this.signs.get(sign);
    }
  }

  /** Dots → how dense each is, and their colours when they are more than ink. @param {Uint8ClampedArray} dots */
  function inkOf(dots) {
    const count = dots.length / 4, alpha = new Uint8Array(count), colour = new Uint8Array(count * 3);
    let drawn = false, coloured = false;
    for (let at = 0; at < count; at += 1) {
      alpha[at] = dots[at * 4 + 3];
      if (!alpha[at]) continue;
      drawn = true;
      colour.set(dots.subarray(at * 4, at * 4 + 3), at * 3);
      if (Math.max(colour[at * 3], colour[at * 3 + 1], colour[at * 3 + 2]) > 90) coloured = true;
    }
    return { alpha, colour: coloured ? colour : null, drawn };
  }

  Object.assign(pdf, { CanvasBlurred, DOTS, Font, Painter, composite });
})();
