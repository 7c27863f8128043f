/** What is typed keeps standing; what it means lies beside it, or a sentence says what is wrong. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fs from 'node:fs';
import vm from 'node:vm';

const js = new URL('../../hooks/theme/assets/js/', import.meta.url);
vm.runInThisContext(fs.readFileSync(new URL('form-checks.js', js), 'utf8'));
const checks = globalThis.handbookChecks;
const WRONG = Symbol('wrong');

const DAYS = {
  '31.12.2026': '2026-12-31', '3.5.2026': '2026-05-03', '03052026': '2026-05-03', '2026-05-03': '2026-05-03',
  '3/5 2026': '2026-05-03', '3. mai 2026': '2026-05-03', '29.02.2028': '2028-02-29', '1.1.26': '2026-01-01',
  '': null,
};
for (const text of ['31.02.2026', '99.99.2026', '1.1.86', 'i morgen', '29.02.2027', '0.1.2026', '1.13.2026', '01.01.0026', '3. tull 2026', '2026-02-31']) DAYS[text] = WRONG;
const NUMBERS = {
  1200: 1200, '1 200': 1200, '1.200': 1200, '1\u00a0200': 1200, '1 200 000': 1200000, '1.200,50': 1200.5, '1,5': 1.5, '−3': -3,
  '37,5 timer': 37.5, '450 kr': 450, 0: 0, '0,5': 0.5, '': null,
};
for (const text of ['007', '1.5', '1,200', 'ti', '1.200.5', '12.34.567', '1 2 3']) NUMBERS[text] = WRONG;
const PHONES = {
  '987 65 432': '98765432', '+47 987 65 432': '+4798765432', '0047 98765432': '+4798765432', '+46 70 123 45 67': '+46701234567',
  '02800': '02800', 113: '113', 9876543: WRONG, 'ring meg': WRONG, '': null,
};

for (const [name, table] of Object.entries({ date: DAYS, number: NUMBERS, phone: PHONES })) {
  test(name, () => {
    for (const [typed, want] of Object.entries(table)) {
      const got = checks[name](typed);
      assert.deepEqual(got.error ? WRONG : got.value, want, `${name} «${typed}»: ${JSON.stringify(got)}`);
    }
  });
}

test('every day of fifty years there and back', () => {
  for (let t = Date.UTC(1990, 0, 1); t < Date.UTC(2041, 0, 1); t += 86400000) {
    const iso = new Date(t).toISOString().slice(0, 10), [y, m, d] = iso.split('-').map(Number);
    assert.equal(checks.date(`${d}.${m}.${y}`).value, iso);
  }
});

test('what is wrong is said plainly', () => {
  assert.equal(checks.date('31.02.2026').error, 'Februar 2026 har 28 dager');
  assert.equal(checks.date('21.12.26').value, '2026-12-21');
  assert.equal(checks.date('1.1.86').error, 'Skriv året med fire sifre: 1986 eller 2086');
  assert.equal(checks.number('1,200').error, 'Mener du 1200 eller 1,2? Skriv tusen uten komma');
});

test('a limit is advice: it counts, and cuts nothing', () => {
  assert.equal(checks.counter('x'.repeat(79), 100), '');
  assert.equal(checks.counter('x'.repeat(80), 100), '20 tegn igjen');
  assert.match(checks.counter('👩🏽'.repeat(120), 100), /^20 tegn for mye/);
});

test('data has the meaning where there is one, else what was typed', () => {
  assert.equal(checks.meaning({ type: 'date' }, '3/5 2026'), '2026-05-03');
  assert.equal(checks.meaning({ type: 'date' }, '31.02.2026'), '31.02.2026');
  assert.equal(checks.meaning({ type: 'number' }, '37,5 timer'), 37.5);
  assert.equal(checks.meaning({ type: 'text' }, '1 200'), '1 200');
});

test('a day before the one it follows is told, and nothing is when one of them is no day', () => {
  const wrong = 'Datoen er før «Fra»: 01.06.2026';
  assert.equal(checks.order('01.05.2026', '01.06.2026', 'Fra'), wrong);
  assert.equal(checks.order('1.5.26', '2026-06-01', 'Fra'), wrong);
  for (const [last, first] of [['01.06.2026', '01.06.2026'], ['02.06.2026', '01.06.2026'], ['31.02.2026', '01.06.2026'], ['', '01.06.2026'], ['01.05.2026', ''], ['snart', 'nå']]) {
    assert.equal(checks.order(last, first, 'Fra'), '', `${last} ${first}`);
  }
});

test('a sign is counted as a reader counts it', () => {
  for (const sign of ['a', '😀', '👩🏽‍🔧', 'e\u0301', '❤️']) assert.equal(checks.counter(sign.repeat(12), 10).split(' ')[0], '2', sign);
});
