/** The rules of drafts: joined over tabs, never overwritten unseen. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fs from 'node:fs';
import vm from 'node:vm';

const js = new URL('../../hooks/theme/assets/js/', import.meta.url);
vm.runInThisContext(fs.readFileSync(new URL('drafts.js', js), 'utf8'));
const drafts = globalThis.handbookDrafts;
const blank = () => ({ ...drafts.blank('SKJ-09', '1.0', 0), id: 'a', seen: 0, until: 9e15 });
const only = ({ answers, gone }) => ({ answers, gone });
const random = (seed) => () => ((seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff);

/** Three tabs, twenty changes in any of them, four places, a clock that stands still at times. */
function tabs(seed) {
  const r = random(seed), found = [blank(), blank(), blank()];
  let now = 1;
  for (let step = 0; step < 20; step += 1) {
    const at = Math.floor(r() * 3);
    now += Math.floor(r() * 3);
    found[at] = drafts.changed(found[at], 'q' + Math.floor(r() * 4), r() < 0.2 ? '' : r() < 0.1 ? true : 'v' + step, now);
  }
  return found;
}

test('joining gives the same in any order, and again: 2 000 histories', () => {
  for (let seed = 1; seed <= 2000; seed += 1) {
    const [a, b, c] = tabs(seed), join = drafts.merged;
    assert.deepEqual(only(join(a, b)), only(join(b, a)));
    assert.deepEqual(only(join(join(a, b), c)), only(join(a, join(b, c))));
    assert.deepEqual(only(join(a, a)), only(a));
  }
});

test('in each place the last change anywhere stands: 2 000 histories', () => {
  for (let seed = 1; seed <= 2000; seed += 1) {
    const all = tabs(seed), whole = drafts.merged(drafts.merged(all[0], all[1]), all[2]);
    const at = (draft, name) => Math.max(draft.answers[name]?.t || 0, draft.gone[name] || 0);
    for (const name of ['q0', 'q1', 'q2', 'q3']) assert.equal(at(whole, name), Math.max(...all.map((one) => at(one, name))));
  }
});

test('two tabs write in two places: both stay', () => {
  const a = drafts.changed(blank(), 'x', '1', 5), b = drafts.changed(blank(), 'y', '2', 6);
  assert.deepEqual(drafts.answersOf(drafts.merged(a, b)), { x: '1', y: '2' });
});

test('an emptied answer does not come back from an old tab', () => {
  const a = drafts.changed(blank(), 'x', 'old', 5), b = drafts.changed(a, 'x', '', 9);
  assert.deepEqual(drafts.answersOf(drafts.merged(a, b)), {});
});

test('two tabs write in one place: the later stands, the other is laid beside it', () => {
  const base = drafts.changed(blank(), 'x', 'A', 1);
  const a = drafts.changed(base, 'x', 'A og B', 5), b = drafts.changed(base, 'x', 'A, men C', 6);
  assert.deepEqual(drafts.clashes(base, a, b), [{ name: 'x', kept: 'A, men C', aside: 'A og B' }]);
  assert.deepEqual(drafts.clashes(base, base, b), []);
  assert.deepEqual(drafts.clashes(base, drafts.changed(base, 'x', 'A og', 5), drafts.changed(base, 'x', 'A og mer', 6)), []);
});

test('a proposal says what it would do and changes nothing', () => {
  const here = Object.freeze({ name: 'Kari', same: 'x' });
  assert.deepEqual(drafts.proposal(here, { name: 'Ola', same: 'x', place: 'Lager' }), { fresh: ['place'], same: ['same'], other: ['name'] });
});

test('what is no draft is none, and a strange one keeps what can be read', () => {
  for (const text of [null, '', '{', '5', '[]', '{"form":"SKJ-09"}', '{"form":"SKJ-09","answers":{"a":']) assert.equal(drafts.read(text), null);
  const told = drafts.read('{"form":"SKJ-09","version":"0.9","gone":{"b":1},"answers":{"a":{"v":"ja","t":4},"c":5,"d":{"v":7,"t":1},"__proto__":{"v":"x","t":1}}}');
  assert.equal(drafts.answersOf(told).a, 'ja');
  assert.equal(told.version, '0.9');
  assert.ok(!('c' in told.answers) && !('d' in told.answers));
});

test('a draft is old when nobody has written in it for thirty days', () => {
  const draft = drafts.changed(drafts.blank('SKJ-09', '1.0', 0), 'x', '1', 1000);
  assert.equal(drafts.expired(draft, 1000 + 30 * drafts.DAY), false);
  assert.equal(drafts.expired(draft, 1001 + 30 * drafts.DAY), true);
});
