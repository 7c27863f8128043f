/* Fills every place of the form on the page, each answer with a marker of its own at its end; gives a list of the places. */
({ round, words, limit, fill, rows }) => {
  const form = document.querySelector('form[data-form]');
  const put = (control, value) => {
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const seen = (control) => !control.closest('[hidden]');
  for (const button of form.querySelectorAll('button[aria-label^="Legg til rad"]')) for (let at = 0; at < rows; at += 1) button.click();
  // First what decides what else is asked: the answer that opens most.
  const opens = {};
  const { sections } = globalThis.handbookForms.get(form.dataset.form);
  for (const field of sections.flatMap((part) => part.fields)) {
    for (const [asked, wanted] of field.if || []) {
      for (const one of wanted) opens[`${asked}=${one}`] = (opens[`${asked}=${one}`] || 0) + 1;
    }
  }
  for (let pass = 0; pass < 3; pass += 1) {
    for (const box of form.querySelectorAll('input[type=checkbox]')) {
      if (seen(box) && !box.checked && !(opens[`${box.name}=false`] && !opens[`${box.name}=true`])) box.click();
    }
    for (const name of new Set([...form.querySelectorAll('input[type=radio]')].filter(seen).map((one) => one.name))) {
      const all = [...form.querySelectorAll(`input[type=radio][name="${name}"]`)];
      const best = all.reduce((a, b) => ((opens[`${name}=${b.value}`] || 0) >= (opens[`${name}=${a.value}`] || 0) ? b : a));
      if (!best.checked) best.click();
    }
  }
  const places = [];
  let number = 0;
  for (const control of form.querySelectorAll('[name]')) {
    if (!seen(control) || ['checkbox', 'radio'].includes(control.type)) continue;
    number += 1;
    const { name } = control;
    if (control.tagName === 'SELECT') {
      const last = control.options[control.options.length - 1];
      put(control, last.value);
      places.push({ name, kind: 'select', last: last.text });
    } else if (control.dataset.date !== undefined) {
      const day = new Date(Date.UTC(2030, 0, 1 + number)).toISOString().slice(0, 10).split('-').reverse().join('.');
      put(control, day);
      places.push({ name, kind: 'date', last: day });
    } else if (control.inputMode === 'decimal') {
      put(control, String(10000 + number));
      places.push({ name, kind: 'number', last: String(10000 + number) });
    } else {
      const kind = control.tagName === 'TEXTAREA' ? 'box' : control.closest('td') ? 'cell' : 'line';
      const most = limit[kind], mark = `Z${String(number).padStart(4, '0')}Q`, script = Object.keys(words)[number % Object.keys(words).length];
      const texts = {
        long: `${fill.repeat(Math.ceil(most / fill.length) + 1).slice(0, most - mark.length - 1).trimEnd()} ${mark}`,
        unbroken: `${'Arbeidslivsinkludering'.repeat(200).slice(0, most - mark.length - 1)} ${mark}`,
        script: `${mark} ${words[script]}`,
      };
      put(control, texts[round]);
      places.push({ name, kind, last: round === 'script' ? words[script] : mark, mark, script: round === 'script' ? script : '', typed: texts[round] });
    }
  }
  return places;
}
