/** A form and its answers as plain data: what all papers are made from. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fs from 'node:fs';
import vm from 'node:vm';

const js = new URL('../../hooks/theme/assets/js/', import.meta.url);
for (const name of ['form-answers', 'form-checks', 'form-paper']) vm.runInThisContext(fs.readFileSync(new URL(`${name}.js`, js), 'utf8'));
const { asked, fits, readable, sorted, spotOf, takenOver, unanswered } = globalThis.handbookAnswers;
const { paper, saved } = globalThis.handbookPaper;

const FORM = {
  handbook: 'Håndbok', edition: '2026.1', id: 'SKJ-99', title: 'Prøve', version: '1.0', file: 'SKJ-99-prove',
  sections: [{ title: 'Del', fields: [
    { id: 'way', label: 'Hvordan?', type: 'choice', options: [['well', 'Godt'], ['badly', 'Dårlig']], required: true },
    { id: 'why', label: 'Hvorfor?', type: 'text', if: [['way', ['badly']]], required: true },
    { id: 'deeper', label: 'Mer?', type: 'text', if: [['why', ['x']]] },
    { id: 'tools', label: 'Utstyr', type: 'multi_choice', options: [['coat', 'Frakk'], ['shoes', 'Sko']] },
    { id: 'people', label: 'Hvem?', type: 'table', rows: 2, most_rows: 50, columns: [{ id: 'name', label: 'Navn', type: 'text' }, { id: 'came', label: 'Kom', type: 'yes_no' }], same: ['SKJ-05/group'] },
    { id: 'days', label: 'Dager', type: 'table', rows: 2, most_rows: 2, row_head: 'Dag', row_names: ['Mandag', 'Tirsdag'], columns: [{ id: 'when', label: 'Når', type: 'date' }] },
    { id: 'sign', label: 'Underskrift', type: 'signature', required: true },
  ] }],
};
const items = (answers) => Object.fromEntries(paper(FORM, answers).sections[0].items.map((item) => [item.name, item]));

test('choices are words, ticks are crosses, rows without answers are left out', () => {
  const made = items({ way: 'badly', 'tools.coat': true, 'people.7.name': 'Łukasz', 'people.7.came': true });
  assert.equal(made.way.value, 'Dårlig');
  assert.deepEqual(made.tools.options, [{ label: 'Frakk', on: true }, { label: 'Sko', on: false }]);
  assert.deepEqual(made.people.rows, [['Łukasz', 'Ja']]);
  assert.equal(made.why.value, '');
});

test('an answer of a scale brings the strokes of its face, and others bring none', () => {
  const scale = structuredClone(FORM);
  scale.sections[0].fields[0].options = [['well', 'Godt', 'M1 1L2 2'], ['badly', 'Dårlig', 'M2 2L1 1']];
  const [way] = paper(scale, { way: 'badly' }).sections[0].items;
  assert.deepEqual([way.value, way.face], ['Dårlig', 'M2 2L1 1']);
  assert.equal(paper(scale, {}).sections[0].items[0].face, undefined);
  assert.equal(items({ way: 'badly' }).way.face, undefined);
});

test('rows with names are all there as soon as one is answered', () => {
  assert.deepEqual(items({}).days.rows, []);
  assert.deepEqual(items({ 'days.2.when': '1.2.2026' }).days.rows, [['Mandag', ''], ['Tirsdag', '1.2.2026']]);
  assert.deepEqual(items({}).days.heads, ['Dag', 'Når']);
});

test('what is not asked is on no paper, but kept; what is asked by an answer that is not asked is not asked', () => {
  const answers = { way: 'well', why: 'x', deeper: 'y' };
  assert.deepEqual(Object.keys(items(answers)), ['way', 'tools', 'people', 'days', 'sign']);
  assert.deepEqual(asked(FORM, answers), { way: 'well' });
  assert.deepEqual(JSON.parse(saved(FORM, answers, '')).answers, answers);
});

test('all conditions must hold, and any of the answers does', () => {
  const form = { ...FORM, sections: [{ title: 'Del', fields: [
    { id: 'way', label: 'Hvordan?', type: 'choice', options: [['a', 'A'], ['b', 'B'], ['c', 'C']] },
    { id: 'agreed', label: 'Avtalt', type: 'yes_no' },
    { id: 'tools', label: 'Utstyr', type: 'multi_choice', options: [['coat', 'Frakk']] },
    { id: 'why', label: 'Hvorfor?', type: 'text', if: [['way', ['a', 'b']], ['agreed', ['false']]] },
    { id: 'size', label: 'Mål', type: 'text', if: [['tools', ['coat']], ['way', ['c']]] },
  ] }] };
  const kept = (answers) => Object.keys(asked(form, { why: 'x', size: 'y', ...answers }));
  assert.deepEqual(kept({ way: 'a' }), ['why', 'way']);
  assert.deepEqual(kept({ way: 'b' }), ['why', 'way']);
  assert.deepEqual(kept({ way: 'b', agreed: true }), ['way', 'agreed']);
  assert.deepEqual(kept({ way: 'c' }), ['way']);
  assert.deepEqual(kept({ way: 'c', 'tools.coat': true }), ['size', 'way', 'tools.coat']);
});

test('an answer without a place follows along, under its own name', () => {
  const answers = { way: 'gone', old: 'tekst', 'people.51.name': 'x', 'people.0.name': 'x', 'tools.hat': true, sign: 'K. N.' };
  assert.deepEqual(paper(FORM, answers).left.map((one) => one.name).sort(), Object.keys(answers).sort());
  assert.deepEqual(sorted(FORM, answers).placed, {});
  assert.deepEqual(JSON.parse(saved(FORM, answers, '')).left, answers);
});

test('names of places are only those of the form', () => {
  for (const name of ['', 'constructor', '__proto__', 'people', 'people.1', 'people.1e1.name', 'people.01.name', 'people.1.name.x', 'tools.coat.x', 'way.x']) {
    assert.equal(spotOf(FORM, name), null, name);
    assert.equal(fits(null, 'x'), false);
  }
  assert.equal(spotOf(FORM, 'people.50.name').label, 'Hvem, rad 50: Navn');
});

test('answers of another form come under the names they have here', () => {
  assert.deepEqual(takenOver(FORM, 'SKJ-05', { 'group.1.name': 'A', groups: 'B' }), { 'people.1.name': 'A' });
});

test('only what can be an answer is one', () => {
  assert.deepEqual(readable(JSON.parse('{"a":true,"b":false,"c":1.5,"d":"x","e":" ","f":null,"g":[1],"__proto__":"y"}')), { a: true, c: '1,5', d: 'x' });
  for (const told of [null, 5, 'x', [1]]) assert.equal(readable(told), null);
});

test('what is required and asked is missing until it is answered; a signature is put on the paper', () => {
  assert.deepEqual(unanswered(FORM, {}).map((one) => one.id), ['way']);
  assert.deepEqual(unanswered(FORM, { way: 'badly' }).map((one) => one.id), ['why']);
});
