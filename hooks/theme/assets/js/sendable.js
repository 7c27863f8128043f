/* A text is copied as it is to be sent, blanks and all. */
'use strict';

(function () {
  /** A page from the disk may not write to the clipboard itself; then the text is marked and copied as by hand. @param {string} text */
  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const box = Object.assign(document.createElement('textarea'), { value: text });
      document.body.append(box);
      box.select();
      const done = document.execCommand('copy');
      box.remove();
      return done;
    }
  }

  document.addEventListener('click', async (event) => {
    const button = /** @type {HTMLElement|null} */ (/** @type {HTMLElement} */ (event.target).closest('[data-copy]'));
    if (!button) return;
    const done = await copied(button.dataset.copy);
    button.focus();
    button.parentElement.querySelector('[role="status"]').textContent = done ? 'Teksten er kopiert.' : 'Nettleseren kopierer ikke her. Merk teksten og kopier den selv.';
  });
})();
