/* A form before anybody answers. What the reader left here is opened at once; all else is loaded when somebody begins. */
'use strict';

(function () {
  const form = /** @type {HTMLFormElement|null} */ (document.querySelector('form[data-form]'));
  const tools = /** @type {HTMLElement|null} */ (document.querySelector('[data-form-tools]'));
  const end = /** @type {HTMLElement|null} */ (document.querySelector('[data-form-end]'));
  if (!form || !tools || !end) return;

  const kept = globalThis.handbookKept, files = globalThis.handbookFiles;
  /** What is loaded when: see `render/form_scripts.py`. @type {Object<string, string[]>} */
  const scripts = JSON.parse(tools.querySelector('[data-scripts]').textContent);
  const MANY_PARTS = 4;
  /** @type {Set<EventTarget>} controls that were changed while the scripts came */
  const changed = new Set();
  /** @type {HTMLElement|null} the button that was pressed last, meanwhile */
  let pressed = null;
  let asked = false, awake = false;

  /** Load the rest, and let it have what happened meanwhile. */
  async function wake() {
    if (asked) return;
    asked = true;
    await files.load(scripts.form);
    await globalThis.handbookForm.start(scripts);
    awake = true;
    for (const control of changed) for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }));
    if (pressed) pressed.click();
    form.dataset.awake = '';
  }

  /** @param {Event} event */
  function hear(event) {
    if (awake) return;
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.type === 'click') pressed = /** @type {HTMLElement|null} */ (target.closest('button')) || pressed;
    if (event.type === 'input' || event.type === 'change') changed.add(target);
    wake();
  }

  /** Whether something of this form, or a case, lies in this browser. */
  function left() {
    const id = form.dataset.form, where = /** @type {('tab'|'machine')[]} */ (['tab', 'machine']);
    const beginnings = [`handboka-utkast-${id}-`, `handboka-utkast-fane-${id}`, `handboka-skjema-${id}`, 'handboka-sak', 'handboka-felles'];
    return where.some((one) => beginnings.some((beginning) => kept.keys(one, beginning).length));
  }

  /** As it looks until then: nothing that is not asked, and on a phone one row of each table. */
  function show() {
    for (const node of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-unasked]'))) node.hidden = true;
    for (const node of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-rows]'))) node.hidden = false;
    const parts = /** @type {HTMLElement} */ (tools.querySelector('[data-parts]'));
    const all = Array.from(form.children).filter((one) => one.tagName === 'FIELDSET').length;
    parts.hidden = all < MANY_PARTS;
    parts.querySelector('summary').textContent = `${all} deler`;
    form.dataset.folding = '';
    tools.hidden = end.hidden = false;
  }

  for (const one of [form, tools, end]) for (const kind of ['focusin', 'pointerdown', 'click', 'input', 'change']) one.addEventListener(kind, hear);
  show();
  if (location.hash.startsWith('#svar=') || left()) wake();
})();
