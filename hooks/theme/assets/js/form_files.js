/* Answers → a filled PDF or Word file. Loaded only when somebody asks for one. */
'use strict';

(function () {
  /** @type {Object<string, string>} kind → the blank file, base64 */
  const blanks = {};
  window.handbookBlank = (kind, base64) => {
    blanks[kind] = base64;
  };

  /** @param {string} kind @returns {Uint8Array} */
  function blank(kind) {
    return Uint8Array.from(atob(blanks[kind]), (sign) => sign.charCodeAt(0));
  }

  /** `2026-11-30` as it is written on paper. @param {string} text */
  function paper(text) {
    const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    return day ? `${day[3]}.${day[2]}.${day[1]}` : text;
  }

  /** @param {Object<string, string|boolean>} answers @returns {Promise<Blob>} */
  async function pdf(answers) {
    const { PDFDocument, PDFTextField, PDFCheckBox, PDFRadioGroup, PDFDropdown } = window.PDFLib;
    const file = await PDFDocument.load(blank('pdf'), { updateMetadata: false });
    const form = file.getForm();
    const font = typingFont(form);
    for (const field of form.getFields()) {
      const answer = answers[field.getName()];
      if (answer === undefined) continue;
      if (field instanceof PDFTextField) {
        const text = paper(String(answer));
        const longest = field.getMaxLength();
        field.setText(longest ? text.slice(0, longest) : text);
        if (field.isMultiline()) field.setFontSize(sizeFor(field, font));
        field.updateAppearances(font);
      } else if (field instanceof PDFCheckBox) {
        if (answer === true) field.check();
      } else if (field instanceof PDFRadioGroup || field instanceof PDFDropdown) {
        if (field instanceof PDFRadioGroup) field.select(String(answer));
        else selectByExport(font, field, String(answer));
      }
    }
    const bytes = await file.save({ updateFieldAppearances: false });
    return new Blob([bytes], { type: 'application/pdf' });
  }

  const SAMI = { ccaron: 'č', Ccaron: 'Č', dcroat: 'đ', Dcroat: 'Đ', eng: 'ŋ', Eng: 'Ŋ', tbar: 'ŧ', Tbar: 'Ŧ' };

  /** The font that lies in the file, so that pdf-lib draws with it and the file stays whole. Letters it lacks are drawn as «?»; the answer itself keeps them. */
  function typingFont(form) {
    const { PDFFont, PDFName, PDFDict, PDFArray, PDFHexString } = window.PDFLib;
    const fonts = form.acroForm.dict.lookup(PDFName.of('DR'), PDFDict).lookup(PDFName.of('Font'), PDFDict);
    const [[key, ref]] = fonts.entries();
    const font = fonts.lookup(key, PDFDict);
    const about = font.lookup(PDFName.of('FontDescriptor'), PDFDict);
    const number = (name) => about.lookup(PDFName.of(name)).asNumber();
    const widths = font.lookup(PDFName.of('Widths'), PDFArray).asArray().map((width) => width.asNumber());
    const codes = codesOf(font.lookup(PDFName.of('Encoding'), PDFDict).lookup(PDFName.of('Differences'), PDFArray));
    const code = (sign) => codes.get(sign) || codes.get('?');
    return Object.assign(Object.create(PDFFont.prototype), {
      ref,
      name: key.decodeText(),
      encodeText: (text) => PDFHexString.of(Array.from(text, (sign) => code(sign).toString(16).padStart(2, '0')).join('')),
      widthOfTextAtSize: (text, size) => Array.from(text).reduce((sum, sign) => sum + widths[code(sign) - 32], 0) * size / 1000,
      heightAtSize: (size, options) => (options && options.descender === false ? number('CapHeight') / 1000 : 1) * size,
    });
  }

  /** The largest size at which the whole answer shows in its box; never below 7 points. */
  function sizeFor(field, font) {
    const box = field.acroField.getWidgets()[0].getRectangle();
    const bounds = { x: 0, y: 0, width: box.width - 2, height: box.height - 2 };
    const own = Number(/([\d.]+) Tf/.exec(field.acroField.getDefaultAppearance())[1]);
    for (let size = own; size > 7; size -= 0.5) {
      const { lines, lineHeight } = window.PDFLib.layoutMultilineText(field.getText() || '', { alignment: 0, fontSize: size, font, bounds });
      if (lines.length * lineHeight <= bounds.height) return size;
    }
    return 7;
  }

  /** Letter → its code in the font: Windows Latin 1, changed where the font says so. */
  function codesOf(differences) {
    const latin = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 224 }, (_, at) => at + 32));
    const codes = new Map(Array.from(latin, (sign, at) => [sign, at + 32]));
    let at = 0;
    for (const item of differences.asArray()) {
      if (item.asNumber) at = item.asNumber();
      else codes.set(SAMI[item.decodeText()], at++);
    }
    return codes;
  }

  /** A list shows labels but stores ids; pdf-lib knows only the labels, so the id is set after. */
  function selectByExport(font, field, answer) {
    const pairs = field.acroField.getOptions();
    const match = pairs.find((pair) => pair.value.decodeText() === answer);
    if (!match) return;
    field.select((match.display || match.value).decodeText());
    field.updateAppearances(font);
    const { PDFName, PDFHexString } = window.PDFLib;
    field.acroField.dict.set(PDFName.of('V'), PDFHexString.fromText(answer));
  }

  const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml';

  /** @param {Object<string, string|boolean>} answers @returns {Promise<Blob>} */
  async function docx(answers) {
    const parts = window.fflate.unzipSync(blank('docx'));
    const name = 'word/document.xml';
    const xml = new DOMParser().parseFromString(new TextDecoder().decode(parts[name]), 'text/xml');
    for (const control of Array.from(xml.getElementsByTagNameNS(W, 'sdt'))) {
      const tag = control.getElementsByTagNameNS(W, 'tag')[0];
      const answer = tag && answers[tag.getAttributeNS(W, 'val')];
      if (answer !== undefined && answer !== null) fillControl(xml, control, answer);
    }
    parts[name] = new TextEncoder().encode(new XMLSerializer().serializeToString(xml));
    const bytes = window.fflate.zipSync(parts, { level: 6 });
    return new Blob([bytes], {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    });
  }

  /** Put one answer into one content control. */
  function fillControl(xml, control, answer) {
    const box = control.getElementsByTagNameNS(W14, 'checkbox')[0];
    if (box) {
      const checked = box.getElementsByTagNameNS(W14, 'checked')[0];
      if (checked) checked.setAttributeNS(W14, 'w14:val', answer === true ? '1' : '0');
      write(xml, control, answer === true ? '\u2612' : '\u2610');
      return;
    }
    const item = Array.from(control.getElementsByTagNameNS(W, 'listItem')).find(
      (one) => one.getAttributeNS(W, 'value') === answer,
    );
    const day = control.getElementsByTagNameNS(W, 'date')[0];
    const parts = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(paper(String(answer)));
    if (day && parts) {
      const [, d, m, y] = parts;
      day.setAttributeNS(W, 'w:fullDate', `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}T00:00:00Z`);
    }
    write(xml, control, item ? item.getAttributeNS(W, 'displayText') : paper(String(answer)));
    for (const hint of Array.from(control.getElementsByTagNameNS(W, 'showingPlcHdr'))) hint.remove();
  }

  /** Replace the text of a control; line breaks stay line breaks, signs that no Word file can hold go. */
  function write(xml, control, text) {
    const content = control.getElementsByTagNameNS(W, 'sdtContent')[0];
    const runs = Array.from(content.getElementsByTagNameNS(W, 'r'));
    const run = runs.shift();
    if (!run) return;
    runs.forEach((other) => other.remove());
    for (const style of Array.from(run.getElementsByTagNameNS(W, 'rStyle'))) style.remove();
    for (const old of Array.from(run.children)) if (old.localName !== 'rPr') old.remove();
    const clean = text.replace(/\r\n?/g, '\n').replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
    clean.split('\n').forEach((line, number) => {
      if (number) run.append(xml.createElementNS(W, 'w:br'));
      const words = xml.createElementNS(W, 'w:t');
      words.setAttribute('xml:space', 'preserve');
      words.textContent = line;
      run.append(words);
    });
  }

  window.handbookFill = { pdf, docx };
})();
