/* All that the reader has written and that lies in this browser: what it is, and one button that deletes it. */
'use strict';

(function () {
  const kept = globalThis.handbookKept, tool = /** @type {HTMLElement|null} */ (document.querySelector('[data-wipe]'));
  if (!tool) return;
  const lies = tool.querySelector('[data-wipe-lies]'), status = tool.querySelector('[data-wipe-status]'), button = tool.querySelector('button');

  function tell() {
    const told = kept.told();
    lies.textContent = told ? `Her ligger det nå ${told}.` : 'Ingenting du har skrevet, ligger i denne nettleseren nå.';
    button.hidden = !told;
  }

  button.addEventListener('click', () => {
    status.textContent = `Slettet fra denne enheten: ${kept.wipe()}.`;
    tell();
  });
  kept.listen(tell);
  tool.hidden = false;
  tell();
})();
