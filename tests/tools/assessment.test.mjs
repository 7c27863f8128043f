// Scores of the self-assessment, as properties over many made-up assessments.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import vm from 'node:vm';

const file = new URL('../../hooks/theme/assets/js/assessment.js', import.meta.url);
vm.runInThisContext(fs.readFileSync(file, 'utf8'));
const { score, profile, improvements, isOld, read, write } = globalThis.handbookAssessment;

let seed = 7;
const random = () => ((seed = (seed * 1103515245 + 12345) % 2147483648), seed / 2147483648);
const pick = (list) => list[Math.floor(random() * list.length)];
const between = (low, high) => low + Math.floor(random() * (high - low + 1));

const PHASES = ['a', 'b', 'c'];

function made() {
  const criteria = Array.from({ length: between(1, 12) }, (_, n) => {
    const highest = between(3, 5);
    return {
      id: 'k' + n, title: 'K' + n, phases: [pick(PHASES), ...(random() < 0.3 ? [pick(PHASES)] : [])],
      lowest: 1, highest, weight: pick([1, 1, 1, 2]), steps: between(1, 4),
    };
  });
  const answers = {};
  for (const c of criteria) {
    const level = pick([null, 'vet-ikke', between(c.lowest, c.highest), between(c.lowest, c.highest)]);
    if (level !== null) answers[c.id] = { level, note: '' };
  }
  return { criteria, answers };
}

const many = (check) => { for (let n = 0; n < 500; n += 1) check(made()); };
const all = (criteria, level) =>
  Object.fromEntries(criteria.map((c) => [c.id, { level: level(c), note: '' }]));

test('all on the highest level is 100 percent, all on the lowest 0', () =>
  many(({ criteria }) => {
    assert.equal(score(criteria, all(criteria, (c) => c.highest)).percent, 100);
    assert.equal(score(criteria, all(criteria, (c) => c.lowest)).percent, 0);
  }));

test('a share lies between 0 and 100, or is not known', () =>
  many(({ criteria, answers }) => {
    const { percent, answered } = score(criteria, answers);
    assert.equal(percent === null, answered === 0);
    if (percent !== null) assert.ok(percent >= 0 && percent <= 100 + 1e-9);
  }));

test('one level up never gives less, in the whole or in any phase', () =>
  many(({ criteria, answers }) => {
    const before = profile(criteria, PHASES, answers);
    for (const c of criteria) {
      const level = answers[c.id] ? answers[c.id].level : null;
      if (typeof level !== 'number' || level >= c.highest) continue;
      const after = profile(criteria, PHASES, { ...answers, [c.id]: { level: level + 1, note: '' } });
      assert.ok(after.whole.percent > before.whole.percent);
      for (const phase of c.phases) assert.ok(after.phases[phase].percent > before.phases[phase].percent);
      for (const phase of PHASES.filter((p) => !c.phases.includes(p))) {
        assert.deepEqual(after.phases[phase], before.phases[phase]);
      }
    }
  }));

test('«vet ikke» and no answer change no share, and are counted', () =>
  many(({ criteria, answers }) => {
    const known = Object.fromEntries(Object.entries(answers).filter(([, a]) => a.level !== 'vet-ikke'));
    const found = score(criteria, answers);
    assert.equal(found.percent, score(criteria, known).percent);
    assert.equal(found.unsure, Object.keys(answers).length - Object.keys(known).length);
    assert.equal(found.answered + found.unsure + found.open, criteria.length);
  }));

test('improvements are the lowest, then those with fewest steps, and never what cannot rise', () =>
  many(({ criteria, answers }) => {
    const ids = improvements(criteria, answers);
    const by = Object.fromEntries(criteria.map((c) => [c.id, c]));
    const at = (id) => (answers[id].level - by[id].lowest) / (by[id].highest - by[id].lowest);
    const open = criteria.filter((c) => {
      const level = answers[c.id] ? answers[c.id].level : null;
      return typeof level === 'number' && level < c.highest;
    });
    assert.equal(ids.length, Math.min(3, open.length));
    for (let n = 1; n < ids.length; n += 1) {
      const [a, b] = [ids[n - 1], ids[n]];
      assert.ok(at(a) < at(b) || (at(a) === at(b) && by[a].steps <= by[b].steps));
    }
    for (const c of open) if (!ids.includes(c.id) && ids.length) assert.ok(at(c.id) >= at(ids.at(-1)));
  }));

test('a saved file read again gives the same answers', () =>
  many(({ criteria, answers }) => {
    const noted = Object.fromEntries(Object.entries(answers).map(([id, a]) => [id, { ...a, note: 'Belegg «æøå»\n' + id }]));
    const about = { edition: '2026.1', model: 'm', version: '1.0', saved: '2026-11-22' };
    const again = read(write(about, noted), 'm', criteria);
    assert.deepEqual(again, { answers: noted, unknown: [], left: {} });
    assert.equal(write(about, again.answers), write(about, noted));
  }));

test('answers nobody has written in for thirty days are asked about', () => {
  const kept = (saved) => JSON.stringify({ saved });
  const now = Date.UTC(2026, 10, 29);
  assert.equal(isOld(kept('2026-10-30'), now), false);
  assert.equal(isOld(kept('2026-10-29'), now), true);
  for (const strange of ['', '{', 'null', '5', kept('tull'), kept(5)]) assert.equal(isOld(strange, now), false, strange);
});

test('what does not belong is refused or told about', () => {
  const criteria = [{ id: 'k', title: '', phases: ['a'], lowest: 1, highest: 4, weight: 1, steps: 1 }];
  const file = (answers, model = 'm') =>
    write({ edition: '', model, version: '', saved: '' }, answers);
  assert.equal(read('ikke json', 'm', criteria), null);
  assert.equal(read('{}', 'm', criteria), null);
  assert.equal(read(file({}, 'annen'), 'm', criteria), null);
  const found = read(file({ k: { level: 9, note: '' }, borte: { level: 1, note: '' } }), 'm', criteria);
  const left = { k: { level: 9, note: '' }, borte: { level: 1, note: '' } };
  assert.deepEqual(found, { answers: {}, unknown: ['k', 'borte'], left }, 'handed on as they were');
});
