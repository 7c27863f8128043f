// Fills in PDF forms with pdf.js, the reader in Firefox, and saves them as its save button does.
//
//   node fill.mjs < jobs.json     [{"from": "a.pdf", "to": "b.pdf", "answers": {"name": "value"}}]
//
// A tick is true; a radio button or a list takes the value that the form stores. A name without a
// field, or a field of another kind than the answer, ends the run.
import { readFileSync, writeFileSync } from 'node:fs';

// Drawing classes that pdf.js names while it loads; nothing is drawn here.
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globalThis[name] ??= class {};
const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');

function valueFor(field, answer) {
  if (field.radioButton) return { value: field.buttonValue === answer };
  if (field.checkBox) return { value: answer === true };
  if (field.fieldType === 'Ch' && !field.options.some((one) => one.exportValue === answer)) {
    throw new Error(`${field.fieldName}: no such answer: ${answer}`);
  }
  return { value: answer };
}

for (const { from, to, answers } of JSON.parse(readFileSync(0, 'utf8'))) {
  const file = await pdfjs.getDocument({ data: new Uint8Array(readFileSync(from)), verbosity: 0 }).promise;
  const left = new Set(Object.keys(answers));
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    for (const field of await page.getAnnotations()) {
      if (!(field.fieldName in answers)) continue;
      left.delete(field.fieldName);
      file.annotationStorage.setValue(field.id, valueFor(field, answers[field.fieldName]));
    }
  }
  if (left.size) throw new Error(`${from}: no field for ${[...left].join(', ')}`);
  writeFileSync(to, await file.saveDocument());
  await file.destroy();
}
