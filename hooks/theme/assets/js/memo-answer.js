/* The memo can be answered where it stands: one of its answers, and who decides by when. Kept until the tab is closed. */
'use strict';

(function () {
  const kept = globalThis.handbookKept;
  const page = document.querySelector('.kind-memo');
  const lines = page ? /** @type {HTMLElement[]} */ ([...page.querySelectorAll('.choices > li')]) : [];
  const blank = page && /** @type {HTMLElement | null} */ (page.querySelector('.beside > .blank'));
  if (!lines.length || !blank) return;
  const KEY = 'handboka-notat-' + location.pathname.split('/').slice(-2).join('-').replace(/\.html$/, '');
  const MOST = 200;
  const decides = blank.textContent || '';
  /* What is missing is written where it is asked who decides: the same sheet has room for both. */
  const LATER = 'Hva mangler, hvem avgjør, og innen hvilken dato?';

  const radios = lines.map(radio);
  const field = written();

  /** A button before an answer, which is its name. @param {HTMLElement} line @param {number} at @returns {HTMLInputElement} */
  function radio(line, at) {
    const button = document.createElement('input');
    Object.assign(button, { type: 'radio', name: 'notat-svar', id: `notat-svar-${at}`, value: String(at) });
    const label = document.createElement('label');
    label.htmlFor = button.id;
    const name = /** @type {Element} */ (line.querySelector('strong'));
    name.before(button, label);
    label.append(name);
    return button;
  }

  /** A field where the paper has a line. @returns {HTMLInputElement} */
  function written() {
    const input = document.createElement('input');
    Object.assign(input, { type: 'text', id: 'notat-avgjor', maxLength: MOST, autocomplete: 'off' });
    const label = document.createElement('label');
    label.htmlFor = input.id;
    label.textContent = decides;
    const place = document.createElement('p');
    place.className = 'field memo-decided';
    place.append(label, input);
    /** @type {HTMLElement} */ (blank).before(place);
    /** @type {HTMLElement} */ (blank).classList.add('on-paper');
    return input;
  }

  /** What the field asks for: also what is missing, when the answer is «Ikke nå». @returns {string} */
  function asks() {
    const at = radios.findIndex((one) => one.checked);
    return lines[at]?.querySelector('strong')?.textContent?.trim() === 'Ikke nå.' ? LATER : decides;
  }

  /** What paper says where the field stands. */
  function onPaper() {
    const asked = asks();
    /** @type {HTMLElement} */ (field.labels?.[0]).textContent = asked;
    const place = /** @type {HTMLElement} */ (blank);
    const text = field.value.trim();
    place.classList.toggle('is-filled', Boolean(text));
    const words = document.createElement('span');
    words.textContent = text ? `${asked} ${text}` : asked;
    place.replaceChildren(words);
  }

  /** The answer that is chosen, by its number, and what is written. */
  const told = () => ({ chosen: radios.findIndex((one) => one.checked), asked: asks(), decided: field.value.trim() });

  function keep() {
    onPaper();
    const { chosen, decided } = told();
    if (kept.shared()) return;
    if (chosen < 0 && !decided) kept.drop('tab', KEY);
    else kept.put('tab', KEY, JSON.stringify({ chosen, decided }));
  }

  function fetched() {
    try {
      const { chosen, decided } = JSON.parse(kept.get('tab', KEY) || '{}');
      if (radios[chosen]) radios[chosen].checked = true;
      if (typeof decided === 'string') field.value = decided.slice(0, MOST).replace(/[\u0000-\u001f]/g, ' ');
    } catch {
      kept.drop('tab', KEY);
    }
    onPaper();
  }

  for (const one of [...radios, field]) one.addEventListener('input', keep);
  kept.whenEmptied(() => {
    field.value = '';
    onPaper();
  });
  if (!kept.shared()) fetched();
  globalThis.handbookMemoAnswer = { told };
})();
