/* The paper as HTML: running text and real tables only, so that print cuts nothing. */
'use strict';

(function () {
  const EMPTY = 'Ikke besvart';

  /** @param {string} tag @param {string} [text] @param {string} [kind] @returns {HTMLElement} */
  function make(tag, text, kind) {
    const node = document.createElement(tag);
    if (text !== undefined) node.textContent = text;
    if (kind) node.className = kind;
    return node;
  }

  /** Something that was written, as it was written; it runs the way its own script does. */
  function said(text, tag = 'p') {
    if (!text.trim() && tag === 'p') return make('p', EMPTY, 'paper-empty');
    const node = make(tag, text, 'paper-answer');
    node.dir = 'auto';
    return node;
  }

  /** The words of an answer after its face, which says the same. */
  function faced(words, path) {
    const space = 'http://www.w3.org/2000/svg', face = document.createElementNS(space, 'svg'), strokes = document.createElementNS(space, 'path');
    face.setAttribute('viewBox', '0 0 24 24');
    face.setAttribute('class', 'face');
    face.setAttribute('aria-hidden', 'true');
    strokes.setAttribute('d', path);
    face.append(strokes);
    words.prepend(face);
    return words;
  }

  function table(item) {
    const whole = /** @type {HTMLTableElement} */ (make('table'));
    const head = make('tr');
    for (const text of item.heads) {
      const cell = /** @type {HTMLTableCellElement} */ (make('th', text));
      cell.scope = 'col';
      head.append(cell);
    }
    whole.createTHead().append(head);
    const body = whole.createTBody();
    for (const row of item.rows) {
      const line = make('tr');
      line.append(...row.map(cell));
      body.append(line);
    }
    return whole;
  }

  /** A day is not broken in two. */
  function cell(text) {
    const one = said(text, 'td');
    if (/^\s*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\s*$/.test(text)) one.classList.add('paper-day');
    return one;
  }

  function ticked(label, on) {
    return make('p', (on ? '☒ ' : '☐ ') + label, 'paper-tick');
  }

  /** Kind of item → what stands under its label. */
  const under = {
    text: (item) => [item.face ? faced(said(item.value), item.face) : said(item.value)],
    info: (item) => item.text.split('\n').map((text) => make('p', text)),
    ticks: (item) => item.options.map((one) => ticked(one.label, one.on)),
    table: (item) => [item.rows.length ? table(item) : said('')],
    sign: () => [make('p', '', 'paper-line')],
  };

  function draw(item) {
    const part = make('div', undefined, 'paper-item');
    if (item.kind === 'tick') part.append(ticked(item.label, item.on));
    else part.append(make('h3', item.label), ...under[item.kind](item));
    return part;
  }

  /** @param {*} paper @returns {HTMLElement} */
  function view(paper) {
    const sheet = make('article', undefined, 'paper');
    const made = [paper.about, `Utfylt ${paper.made}`, `versjon ${paper.version}`, `utgave ${paper.edition}`].filter(Boolean).join(' · ');
    sheet.append(make('h1', `${paper.id} ${paper.title}`), make('p', made, 'paper-made'));
    if (paper.official) sheet.append(make('p', paper.official, 'paper-official'));
    for (const part of paper.sections) {
      const section = make('section');
      section.append(make('h2', part.title), ...part.items.map(draw));
      sheet.append(section);
    }
    if (paper.left.length) sheet.append(leftovers(paper.left));
    if (paper.afterwards.length) sheet.append(afterwards(paper.afterwards));
    return sheet;
  }

  /** Who gets it, and by which way: the paper is what travels. @param {string[]} lines a heading and what follows */
  function afterwards([title, ...lines]) {
    const end = make('section');
    end.append(make('h2', title), ...lines.map((line) => make('p', line)));
    return end;
  }

  function leftovers(left) {
    const rest = make('section');
    rest.append(make('h2', 'Svar uten plass i denne versjonen'));
    for (const one of left) rest.append(make('h3', one.name), said(one.value));
    return rest;
  }

  /** Only the papers are printed, from now until the printing is over. @param {*[]} papers */
  function lay(papers) {
    document.querySelectorAll('body > .paper').forEach((old) => old.remove());
    document.body.append(...papers.map(view));
    document.body.dataset.printOnly = 'paper';
  }

  globalThis.handbookPaperView = { lay, view };
})();
