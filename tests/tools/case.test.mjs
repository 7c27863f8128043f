/* The rules of a case: what a file may say, what is kept, what is refused in words. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import vm from 'node:vm';

vm.runInThisContext(readFileSync(new URL('../../hooks/theme/assets/js/case.js', import.meta.url), 'utf8'));
const { answers, blank, changed, isDay, isEmpty, read, write } = globalThis.handbookCase;
const ABOUT = { handbook: 'Håndboka', edition: '2026.1', saved: '2026-11-29' };

const whole = () => changed(blank(), {
  name: 'K. N.', model: 'ia-vikar', start: '2027-01-11', people: { fadder: 'Ola', leder: 'Kari' },
  contact: { name: 'Per', phone: '99 88 77 66' }, options: { plan: 'rolle=fadder' }, done: ['gi-planen/1'],
});

test('what was written is read back the same', () => {
  const { told, edition, said } = read(write(whole(), ABOUT));
  assert.deepEqual({ ...told, ...ABOUT }, { ...whole(), ...ABOUT });
  assert.equal(edition, '2026.1');
  assert.deepEqual(said, []);
});

test('a part that no handbook knows yet is kept and handed on', () => {
  const text = JSON.stringify({ ...whole(), later: { a: [1] }, contact: { name: 'Per', office: 'Nav Moss' } });
  const { told } = read(text);
  const again = JSON.parse(write(changed(told, { name: 'B. C.' }), ABOUT));
  assert.deepEqual(again.later, { a: [1] });
  assert.equal(again.contact.office, 'Nav Moss');
  assert.equal(again.name, 'B. C.');
});

for (const [what, text] of [
  ['nothing', ''], ['no JSON', 'hei'], ['a list', '[]'], ['another file', '{"a":1}'], ['half a file', write(whole(), ABOUT).slice(0, 90)],
  ['no contract', JSON.stringify({ format: 'inkluderingshandboka-sak' })],
  ['a contract of words', JSON.stringify({ ...whole(), contract: 'en' })],
]) {
  test(`${what} is no case, in words`, () => assert.match(read(text), /ingen sak .* Ingenting er hentet/));
}

test('a file from a newer handbook, one too large and answers to a form are told apart', () => {
  assert.match(read(JSON.stringify({ ...whole(), contract: 2 })), /nyere utgave/);
  assert.match(read('x'.repeat(100001)), /for stor/);
  assert.match(read('{"form":"SKJ-05","answers":{}}'), /SKJ-05/);
});

test('a part that cannot be used is told, and the rest is taken', () => {
  const { told, said } = read(JSON.stringify({
    ...whole(), start: '2027-02-30', people: { leder: 7 }, done: 'alt', name: 'a'.repeat(201), contact: { name: 'Per\nPål' },
  }));
  assert.equal(said.length, 5);
  assert.match(said.join(' '), /Første dag \(«2027-02-30»\)/);
  assert.deepEqual([told.start, told.people, told.name, told.model], ['', {}, '', 'ia-vikar']);
});

test('a hostile file changes nothing but the case', () => {
  const { told } = read('{"format":"inkluderingshandboka-sak","contract":1,"__proto__":{"bad":1},"people":{"__proto__":"x","constructor":"y"}}');
  assert.equal({}.bad, undefined);
  assert.equal(told.bad, undefined);
  assert.equal(Object.getPrototypeOf(changed(told, { people: { leder: 'K' } }).people), Object.prototype);
});

test('changes leave the rest alone, and an empty text is none', () => {
  const after = changed(whole(), { people: { fadder: '', hr: 'Åse' } });
  assert.deepEqual(after.people, { leder: 'Kari', hr: 'Åse' });
  assert.equal(after.start, '2027-01-11');
  assert.equal(isEmpty(changed(blank(), { model: 'vta', options: { velg: 'org=a' } })), true);
  assert.equal(isEmpty(after), false);
});

test('a form is given only what somebody wrote', () => {
  assert.deepEqual(answers(changed(blank(), { start: '2027-01-11', people: { 'hms-kontakt': 'Åse' } })), { start: '2027-01-11', hms_kontakt: 'Åse' });
  assert.equal(answers(whole())['contacts.3.phone'], '99 88 77 66');
});

test('days are days', () => {
  assert.deepEqual(['2028-02-29', '2027-02-29', '2027-1-1', '', '0001-01-01', null].map(isDay), [true, false, false, false, false, false]);
});
