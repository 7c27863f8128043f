/* Models side by side: choose two or three, see where they differ. The choice is in the address. */
'use strict';

(function () {
  /**
   * How the chosen models stand to each other in one row.
   * @param {string[]} keys what each chosen model says @returns {'ulikt'|'likt'|''}
   */
  function difference(keys) {
    if (keys.length < 2) return '';
    return new Set(keys).size > 1 ? 'ulikt' : 'likt';
  }

  /** So many stand side by side on a screen without hiding each other. */
  const MOST = 3;

  /** @param {string} hash @param {string[]} known @returns {string[]} the first known models that are asked for, in their own order */
  function readHash(hash, known) {
    const asked = (new URLSearchParams(hash.replace(/^#/, '')).get('modeller') || '').split(',');
    const first = asked.filter((model) => known.includes(model)).slice(0, MOST);
    return known.filter((model) => first.includes(model));
  }

  globalThis.handbookCompare = { difference, readHash };
  if (typeof document === 'undefined') return;
  const tool = /** @type {HTMLElement} */ (document.querySelector('[data-compare-tool]'));
  const tables = /** @type {HTMLTableElement[]} */ ([...document.querySelectorAll('table.comparison')]);
  if (!tool || !tables.length) return;

  const boxes = /** @type {HTMLInputElement[]} */ ([...tool.querySelectorAll('[data-pick]')]);
  const only = /** @type {HTMLInputElement} */ (tool.querySelector('[data-only-different]'));
  const status = /** @type {HTMLElement} */ (tool.querySelector('[data-compare-status]'));
  /** @param {string} selector @returns {*[]} */
  const inTables = (selector) => tables.flatMap((table) => [...table.querySelectorAll(selector)]);
  const rows = /** @type {HTMLElement[]} */ (inTables('[data-row]'));
  const cells = /** @type {HTMLElement[]} */ (inTables('[data-column]'));
  const groups = /** @type {HTMLTableCellElement[]} */ (inTables('.group > th'));
  /* What has nothing in it before models are chosen. */
  const regions = tables.map((table) => /** @type {HTMLElement} */ (table.closest('details') || table.closest('.table-scroll')));

  /** Where a row says whether the models differ, beside its heading. @param {HTMLElement} row */
  function addMark(row) {
    const mark = document.createElement('span');
    mark.className = 'difference';
    mark.dataset.difference = '';
    mark.hidden = true;
    /** @type {HTMLElement} */ (row.querySelector('th')).append(' ', mark);
  }

  function render() {
    const picked = boxes.filter((box) => box.checked).map((box) => box.value);
    const comparing = picked.length > 1;
    regions.forEach((region) => (region.hidden = !comparing));
    boxes.forEach((box) => (box.disabled = picked.length >= MOST && !box.checked));
    cells.forEach((cell) => (cell.hidden = comparing && !picked.includes(cell.dataset.column || '')));
    groups.forEach((cell) => (cell.colSpan = 1 + (comparing ? picked.length : boxes.length)));
    for (const table of tables) {
      table.classList.toggle('is-comparing', comparing);
      table.classList.toggle('is-two', picked.length === 2);
    }
    let different = 0;
    for (const row of rows) {
      const shown = /** @type {HTMLElement[]} */ ([...row.querySelectorAll('td[data-column]')]);
      const keys = shown.filter((cell) => !cell.hidden).map((cell) => cell.dataset.key || '');
      const found = comparing ? difference(keys) : '';
      const mark = /** @type {HTMLElement} */ (row.querySelector('[data-difference]'));
      mark.hidden = !found;
      mark.textContent = found === 'ulikt' ? '≠ Ulikt' : '= Likt';
      row.classList.toggle('row-different', found === 'ulikt');
      row.hidden = comparing && only.checked && found !== 'ulikt';
      if (found === 'ulikt') different += 1;
    }
    for (const body of inTables('tbody')) {
      body.hidden = [...body.querySelectorAll('[data-row]')].every((row) => row.hidden);
    }
    only.disabled = !comparing;
    if (comparing) status.textContent = `${picked.length} modeller. ${different} av ${rows.length} felter er ulike.`;
    else status.textContent = picked.length ? 'Velg én modell til.' : 'Velg to eller tre modeller, så står de side om side.';
  }

  function fromAddress() {
    const picked = readHash(location.hash, boxes.map((box) => box.value));
    boxes.forEach((box) => (box.checked = picked.includes(box.value)));
    render();
  }

  tool.addEventListener('change', () => {
    const picked = boxes.filter((box) => box.checked).map((box) => box.value);
    render();
    try {
      const others = location.hash.replace(/^#/, '').split('&').filter((part) => /=/.test(part) && !/^modeller=/.test(part));
      history.replaceState(null, '', '#' + [`modeller=${picked.join(',')}`, ...others].join('&'));
    } catch {
      /* Opened from a disk that does not allow it: the choice lasts for this page. */
    }
  });
  window.addEventListener('hashchange', fromAddress);
  rows.forEach(addMark);
  tool.hidden = false;
  fromAddress();
})();
