// What is new in a checklist: ids decide, texts only tell that something was edited.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import vm from 'node:vm';

const script = (name) =>
  vm.runInThisContext(fs.readFileSync(new URL(`../../hooks/theme/assets/js/${name}`, import.meta.url), 'utf8'));
script('checklist.js');
script('compare.js');
const { sign, changes } = globalThis.handbookChecklist;
const { difference, readHash } = globalThis.handbookCompare;

test('a first visit has no news', () =>
  assert.deepEqual(changes(undefined, { a: '1' }), { fresh: [], edited: [], gone: [] }));

test('new, edited and gone are told apart by id', () =>
  assert.deepEqual(changes({ a: '1', b: '2', c: '3' }, { b: '2', c: '9', d: '4' }), {
    fresh: ['d'], edited: ['c'], gone: ['a'],
  }));

test('a sign does not care about line breaks, but about words', () => {
  assert.equal(sign('Spør  hvem\n som har lyst. '), sign('Spør hvem som har lyst.'));
  assert.notEqual(sign('Spør hvem som har lyst.'), sign('Spør hvem som har tid.'));
});

test('two that say the same are alike, one alone is not compared', () => {
  assert.equal(difference(['x']), '');
  assert.equal(difference(['x', 'x']), 'likt');
  assert.equal(difference(['x', 'x', 'y']), 'ulikt');
});

test('an address names known models only, in the order of the table', () =>
  assert.deepEqual(readHash('#modeller=vta,finnes-ikke,aft', ['aft', 'ia-vikar', 'vta']), ['aft', 'vta']));
