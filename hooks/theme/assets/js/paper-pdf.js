/* A paper → a tagged PDF (PDF/UA-1, PDF/A-3a) with the answers inside as data, so that the page can take them in again. */
'use strict';

(function () {
  const pdf = globalThis.handbookPdf;
  const { A4, Font, GREY, INK, LEFT, Painter, PdfFile, Setter, Sheet, WIDE, bytesOf, composite, decoded, latin, num, pdfText } = pdf;
  const EMPTY = 'Ikke besvart';

  /**
   * @param {*} paper @param {string} saved the answers as the page saves them
   * @returns {Promise<{blob: Blob, missing: string[]}>} the file, and the signs that came out empty. Raises CanvasBlurred.
   */
  async function write(paper, saved) {
    const letters = globalThis.handbookLetters, bidi = globalThis.bidi_js;
    const fonts = { regular: new Font(letters.regular, 'F1'), bold: new Font(letters.bold, 'F2'), rest: letters.rest ? new Font(letters.rest, 'F3') : null };
    const sheet = new Sheet(new Setter(fonts, new Painter(), bidi ? bidi() : null));
    await breath();
    await fill(sheet, paper);
    await breath();
    number(sheet, paper);
    return { blob: new Document(sheet, paper, saved).blob(), missing: [...sheet.missing] };
  }

  /** Which parts a paper needs beyond what all need: `rest` of the letters, and `bidi` for scripts from right to left. @param {*} paper @returns {string[]} */
  function more(paper) {
    const text = JSON.stringify(paper).normalize('NFC'), house = new Font(globalThis.handbookLetters.regular, '');
    const strange = Array.from(new Set(text)).some((sign) => !house.has(sign));
    return [...(strange ? ['rest'] : []), ...(pdf.runsBothWays(text) ? ['bidi'] : [])];
  }

  let since = 0;

  /** Between two questions the page answers the reader, when it has not for a while. */
  async function breath() {
    if (performance.now() - since < 40) return;
    await new Promise((resolve) => { setTimeout(resolve); });
    since = performance.now();
  }

  const titleOf = (paper) => `${paper.id} ${paper.title}`;

  async function fill(sheet, paper) {
    sheet.text(sheet.tag('H1'), titleOf(paper), { size: 18, bold: true, after: 2 });
    const made = [paper.about, `Utfylt ${paper.made}`, `versjon ${paper.version}`, `utgave ${paper.edition}`];
    sheet.text(sheet.tag('P'), made.filter(Boolean).join(' · '), { size: 9.5, colour: GREY, after: 6 });
    if (paper.official) sheet.text(sheet.tag('P'), paper.official, { after: 6 });
    for (const part of [...paper.sections, ...leftovers(paper), ...afterwards(paper)]) {
      const section = sheet.tag('Sect');
      sheet.need(70);
      sheet.y -= 8;
      sheet.text(sheet.tag('H2', section), part.title, { size: 13, bold: true, keep: 40 });
      for (const item of part.items) {
        put(sheet, section, item);
        await breath();
      }
    }
  }

  function leftovers({ left }) {
    const items = left.map(({ name, value }) => ({ kind: 'text', name, label: name, value }));
    return items.length ? [{ title: 'Svar uten plass i denne versjonen', items }] : [];
  }

  function afterwards({ afterwards: [title, ...lines] }) {
    return lines.length ? [{ title, items: lines.map((text) => ({ kind: 'note', text })) }] : [];
  }

  function put(sheet, section, item) {
    if (item.kind === 'note') {
      sheet.text(sheet.tag('P', section), item.text, { after: 4 });
      return;
    }
    if (item.kind === 'tick') {
      sheet.tick(section, item.label, item.on);
      return;
    }
    sheet.text(sheet.tag('H3', section), item.label, { bold: true, after: 1, keep: item.kind === 'table' ? 60 : 16 });
    under[item.kind](sheet, section, item);
  }

  /** Kind of item → what is put under its label. */
  const under = {
    text(sheet, section, item) {
      if (item.face) sheet.face(section, item.face, item.value);
      else answer(sheet, section, item.value);
    },
    info: (sheet, section, item) => sheet.text(sheet.tag('P', section), item.text, { after: 6 }),
    sign: (sheet, section, item) => sheet.sign(section, item),
    ticks(sheet, section, item) {
      item.options.forEach((one) => sheet.tick(section, one.label, one.on));
      sheet.y -= 4;
    },
    table(sheet, section, item) {
      if (item.rows.length) sheet.table(section, item.heads, item.rows);
      else answer(sheet, section, '');
    },
  };

  function answer(sheet, section, text) {
    const said = text.trim() ? text : EMPTY;
    sheet.text(sheet.tag('P', section), said, { after: 7, colour: text.trim() ? INK : GREY });
  }

  /** What the paper is and which page this is, at the foot of each. */
  function number(sheet, paper) {
    sheet.pages.forEach((page, at) => {
      sheet.page = page;
      const words = `${titleOf(paper)} · ${paper.made} · side ${at + 1} av ${sheet.pages.length}`;
      page.parts.push('/Artifact <</Type/Pagination>> BDC');
      sheet.ink(sheet.setter.lines(words, 8.5, WIDE)[0], LEFT, 34, WIDE, GREY);
      sheet.close();
    });
  }

  /** Everything around the pages. */
  class Document {
    constructor(sheet, paper, saved) {
      this.sheet = sheet;
      this.title = titleOf(paper);
      this.saved = saved;
      this.file = new PdfFile();
      this.now = new Date().toISOString().slice(0, 19);
    }

    /** @returns {Blob} */
    blob() {
      const { file, sheet } = this;
      const fonts = this.fonts();
      sheet.setter.painter.write(file);
      const tree = file.place(), pages = file.place();
      this.pageRefs = sheet.pages.map(() => file.place());
      const elements = this.numbered(sheet.root);
      this.widgets();
      this.pages(pages, fonts);
      elements.forEach((element) => this.element(element, tree));
      this.tree(tree);
      const stamp = `(D:${this.now.replace(/[-T:]/g, '')}Z)`;
      const info = file.add(`<</Title${pdfText(this.title)}/CreationDate${stamp}/ModDate${stamp}>>`);
      return file.blob(this.catalog(tree, pages, stamp), info, randomId());
    }

    /** @returns {string} what pages call each font, and its object */
    fonts() {
      const { painter, fonts: { regular, bold, rest } } = this.sheet.setter, { file } = this;
      const refs = { F1: regular.write(file), F2: bold.write(file) };
      if (rest && rest.used.size) refs.F3 = rest.write(file);
      if (painter.signs.size) refs.FX = blanks(file, regular, painter.signs);
      return Object.entries(refs).map(([key, ref]) => `/${key} ${ref} 0 R`).join('');
    }

    numbered(element) {
      element.ref = this.file.place();
      return [element, ...element.kids.filter((kid) => kid.tag).flatMap((kid) => this.numbered(kid))];
    }

    widgets() {
      const { file, sheet } = this;
      if (!sheet.signs.length) return;
      const empty = file.packed('/Type/XObject/Subtype/Form/BBox[0 0 240 32]', latin(''));
      sheet.signs.forEach((one, at) => {
        one.ref = file.add(`<</Type/Annot/Subtype/Widget/FT/Sig/T${pdfText(one.name)}/TU${pdfText(one.label)}/Contents${pdfText(one.label)}/Rect[${one.box.map(num).join(' ')}]/F 4/P ${this.pageRefs[one.page]} 0 R/StructParent ${sheet.pages.length + at}/AP<</N ${empty} 0 R>>>>`);
        one.element.kids.push({ object: one.ref, page: one.page });
      });
    }

    pages(at, fonts) {
      const { file, sheet, pageRefs } = this;
      sheet.pages.forEach((page, number) => {
        const content = file.packed('', latin(page.parts.join('\n')));
        const pictures = [...page.pictures].map((one) => `/${one.name} ${one.ref} 0 R`).join('');
        const signs = sheet.signs.filter((one) => one.page === number).map((one) => `${one.ref} 0 R`).join(' ');
        file.set(pageRefs[number], `<</Type/Page/Parent ${at} 0 R/MediaBox[0 0 ${A4.join(' ')}]/Contents ${content} 0 R/Resources<</Font<<${fonts}>>${pictures && `/XObject<<${pictures}>>`}>>/StructParents ${number}/Tabs/S${signs && `/Annots[${signs}]`}>>`);
      });
      file.set(at, `<</Type/Pages/Count ${pageRefs.length}/Kids[${pageRefs.map((ref) => `${ref} 0 R`).join(' ')}]>>`);
    }

    element(element, tree) {
      const kids = element.kids.map((kid) => {
        if (kid.tag) return `${kid.ref} 0 R`;
        const page = `/Pg ${this.pageRefs[kid.page]} 0 R`;
        return kid.object ? `<</Type/OBJR/Obj ${kid.object} 0 R${page}>>` : `<</Type/MCR${page}/MCID ${kid.mark}>>`;
      });
      const parent = element.parent ? element.parent.ref : tree;
      this.file.set(element.ref, `<</Type/StructElem/S/${element.tag}/P ${parent} 0 R/K[${kids.join(' ')}]${element.more}>>`);
    }

    tree(at) {
      const { sheet, file } = this;
      const marked = sheet.pages.map((page, number) => `${number} [${page.marks.map((one) => `${one.ref} 0 R`).join(' ')}]`);
      const signed = sheet.signs.map((one, number) => `${sheet.pages.length + number} ${one.element.ref} 0 R`);
      const parents = file.add(`<</Nums[${[...marked, ...signed].join(' ')}]>>`);
      file.set(at, `<</Type/StructTreeRoot/K[${sheet.root.ref} 0 R]/ParentTree ${parents} 0 R/ParentTreeNextKey ${marked.length + signed.length}>>`);
    }

    catalog(tree, pages, stamp) {
      const { file, sheet } = this;
      const profile = file.packed('/N 3', decoded(globalThis.handbookLetters.profile));
      const data = bytesOf(this.saved);
      const inside = file.plain(`/Type/EmbeddedFile/Subtype/application#2Fjson/Params<</ModDate${stamp}/Size ${data.length}>>`, data);
      const answers = file.add(`<</Type/Filespec/F(svar.json)/UF(svar.json)/Desc${pdfText('Svarene som data, til å hente inn igjen')}/AFRelationship/Data/EF<</F ${inside} 0 R/UF ${inside} 0 R>>>>`);
      const signs = sheet.signs.map((one) => `${one.ref} 0 R`).join(' ');
      return file.add(`<</Type/Catalog/Pages ${pages} 0 R/Lang(nb-NO)/MarkInfo<</Marked true>>/StructTreeRoot ${tree} 0 R/Metadata ${this.metadata()} 0 R/ViewerPreferences<</DisplayDocTitle true>>${signs && `/AcroForm<</Fields[${signs}]>>`}/Names<</EmbeddedFiles<</Names[(svar.json) ${answers} 0 R]>>>>/AF[${answers} 0 R]/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile ${profile} 0 R>>]>>`);
    }

    metadata() {
      const spaces = { rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', dc: 'http://purl.org/dc/elements/1.1/', pdfuaid: 'http://www.aiim.org/pdfua/ns/id/', pdfaid: 'http://www.aiim.org/pdfa/ns/id/', xmp: 'http://ns.adobe.com/xap/1.0/', pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/', pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#', pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#' };
      const named = Object.entries(spaces).map(([name, url]) => ` xmlns:${name}="${url}"`).join('');
      const part = '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part</pdfaProperty:description></rdf:li>';
      const schema = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema><pdfaSchema:namespaceURI>${spaces.pdfuaid}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${part}</rdf:Seq></pdfaSchema:property></rdf:li>`;
      const told = `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(this.title)}</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>nb-NO</rdf:li></rdf:Bag></dc:language><pdfuaid:part>1</pdfuaid:part><pdfaExtension:schemas><rdf:Bag>${schema}</rdf:Bag></pdfaExtension:schemas><pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><xmp:CreateDate>${this.now}Z</xmp:CreateDate><xmp:ModifyDate>${this.now}Z</xmp:ModifyDate>`;
      const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF${named.split(' ').filter((one) => one.startsWith('xmlns:rdf')).map((one) => ` ${one}`).join('')}><rdf:Description rdf:about=""${named}>${told}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
      return this.file.plain('/Type/Metadata/Subtype/XML', bytesOf(packet));
    }
  }

  /** A font whose letters are all blank: it carries the text that lies under pictures. */
  function blanks(file, regular, signs) {
    const space = regular.glyphs.get(32), map = new Uint8Array(2 * (signs.size + 1));
    for (let at = 0; at <= signs.size; at += 1) map.set([space >> 8, space & 255], 2 * at);
    return composite(file, {
      name: `ABCDEF+${regular.data.name}`, about: regular.about, widths: `/DW ${regular.data.widths[space]}`,
      map: `${file.packed('', map)} 0 R`, letters: [...signs].map(([sign, code]) => [code, sign]),
    });
  }

  const escaped = (text) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);
  const randomId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (one) => one.toString(16).padStart(2, '0')).join('');

  globalThis.handbookPaperPdf = { more, write };
})();
