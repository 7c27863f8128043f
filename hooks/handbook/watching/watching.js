/* Shows what is wrong in the files while somebody writes. Only a watched site has this script. */
'use strict';

(function () {
  /**
   * @typedef {{file: string, line: number, column: number, code: string, problem: string,
   *            found: string, fix: string}} Finding
   * @typedef {{summary: string, findings: Finding[]}} Report
   */

  const ASKED_EVERY_MS = 300;
  const SHOWN = 20;
  const report = new URL('findings.json', /** @type {HTMLScriptElement} */ (document.currentScript).src);
  let last = '';

  /** @param {string} tag @param {string} text @param {string} style @returns {HTMLElement} */
  function element(tag, text, style) {
    const made = document.createElement(tag);
    made.textContent = text;
    made.style.cssText = style;
    return made;
  }

  const panel = element('section', '', 'position:fixed;inset:auto 0 0 0;z-index:1000;max-height:60vh;overflow:auto;'
    + 'padding:1rem 1.5rem;background:#fff;color:#1c2b2d;border-top:.4rem solid #9a2f4b;'
    + 'box-shadow:0 -.2rem 1rem rgb(0 0 0/.25)');
  panel.id = 'feil-i-filene';
  panel.setAttribute('role', 'alert');
  panel.setAttribute('aria-label', 'Feil i filene');
  panel.tabIndex = 0;
  panel.hidden = true;

  /** @param {Finding} finding @returns {HTMLElement} */
  function line(finding) {
    const item = element('li', '', 'margin:.6rem 0');
    item.append(
      element('code', `${finding.file}:${finding.line}:${finding.column}`, 'color:inherit;background:none'),
      element('div', `${finding.code} ${finding.problem}`, 'font-weight:700'),
    );
    if (finding.found) item.append(element('div', finding.found, ''));
    if (finding.fix) item.append(element('div', `Slik retter du det: ${finding.fix}`, ''));
    return item;
  }

  /** @param {Report} told */
  function show(told) {
    const list = element('ol', '', 'margin:.5rem 0 0;padding-left:1.5rem');
    list.append(...told.findings.slice(0, SHOWN).map(line));
    panel.replaceChildren(
      element('strong', `Siden er ikke ny: ${told.summary}`, 'font-size:1.1rem'),
      element('div', 'Rett det under, og lagre. Da kommer den nye siden hit av seg selv.', ''),
      list,
    );
    const more = told.findings.length - SHOWN;
    if (more > 0) panel.append(element('div', `… og ${more} til, som står i terminalen.`, ''));
  }

  async function ask() {
    try {
      const answer = await fetch(report, { cache: 'no-store' });
      const text = answer.ok ? await answer.text() : last; // none while the site is being made
      if (text !== last) {
        const told = /** @type {Report} */ (JSON.parse(text));
        last = text;
        panel.hidden = told.findings.length === 0;
        if (!panel.hidden) show(told);
      }
    } catch {
      // the server is stopped, or the file is half written: ask again
    }
    setTimeout(ask, ASKED_EVERY_MS);
  }

  document.body.append(panel);
  ask();
})();
