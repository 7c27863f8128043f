// A content file ↔ the values that the editor's form shows.
//
// The text the values came from follows them, hidden under KEPT. A save changes that text only where
// a value is changed, so comments, order and quotation marks stay. The rules for how a value is
// written are those of handbook/editing/canonical.py; a test holds the two together.

import * as YAML from './yaml/index.js';

const KEPT = '_file';
const HOLES = ['unknown', 'not_applicable'];

export function fromFile(text, fields) {
  const document = YAML.parseDocument(text);
  if (document.errors.length) throw new Error(document.errors[0].message);
  return { ...opened(document.toJS() ?? {}, fields), [KEPT]: text };
}

export function toFile(data, fields, firstLine) {
  const { [KEPT]: text, ...shown } = data;
  const values = closed(shown, fields) ?? {};
  const document = YAML.parseDocument(text ?? '');
  document.contents = YAML.isMap(document.contents)
    ? merged(document.contents, values, { fields })
    : created(values, { fields });
  const out = document.toString({ lineWidth: 0, doubleQuotedAsJSON: true, nullStr: '' });
  return text ? out : `${firstLine}\n${out}`;
}

// What the form shows: a thing that may be absent is a list, and an item of two kinds says which.

function opened(values, fields) {
  const shown = { ...values };
  for (const field of fields) {
    if (shown[field.name] != null) shown[field.name] = openedValue(shown[field.name], field);
  }
  return shown;
}

function openedValue(value, field) {
  if (field.types) {
    const hole = HOLES.find((name) => !Array.isArray(value) && name in value);
    if (hole) return [{ ...value[hole], [field.typeKey]: hole }];
    const inner = field.types[0].fields;
    return (field.one ? [value] : value).map((one) => ({
      ...opened(one, inner), [field.typeKey]: 'value',
    }));
  }
  if (field.widget === 'object') return opened(value, field.fields);
  if (field.fields) return (field.one ? [value] : value).map((one) => opened(one, field.fields));
  return value;
}

// The way back. What is empty is left out.

function closed(shown, fields) {
  const values = {};
  const known = new Map(fields.map((field) => [field.name, field]));
  for (const [name, given] of Object.entries(shown)) {
    const value = known.has(name) ? closedValue(given, known.get(name)) : given;
    if (!empty(value)) values[name] = value;
  }
  return empty(values) ? null : values;
}

function closedValue(given, field) {
  if (typeof given === 'string') return given.replace(/\r\n?/g, '\n').trim();
  if (given == null) return null;
  if (field.types) return closedKinds(given, field);
  if (field.widget === 'object') return closed(given, field.fields);
  if (field.fields) {
    const list = given.map((one) => closed(one, field.fields)).filter((one) => one !== null);
    return field.one ? list[0] : list;
  }
  if (Array.isArray(given)) return given.map((one) => closedValue(one, {})).filter((one) => !empty(one));
  return given;
}

function closedKinds(given, field) {
  const hole = given.find((one) => HOLES.includes(one[field.typeKey]));
  if (hole && given.length > 1) {
    throw new Error(`${field.label}: velg enten innhold eller «Ikke kjent»/«Gjelder ikke», ikke begge`);
  }
  const list = given.map(({ [field.typeKey]: kind, ...one }) => {
    const type = field.types.find((candidate) => candidate.name === kind);
    const values = closed(one, type.fields);
    return hole ? { [kind]: values } : values;
  });
  return field.one || hole ? list[0] : list.filter((one) => one !== null);
}

function empty(value) {
  if (value == null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

// The text, changed where the values are.

function merged(node, value, field) {
  if (Array.isArray(value)) return YAML.isSeq(node) ? mergedList(node, value, field) : created(value, field);
  if (typeof value === 'object') {
    return YAML.isMap(node) ? mergedMap(node, value, field) : created(value, field);
  }
  if (YAML.isScalar(node) && same(node.value, value)) return node;
  const made = created(value, field);
  if (YAML.isScalar(node)) Object.assign(made, { comment: node.comment, commentBefore: node.commentBefore });
  return made;
}

function same(before, after) {
  return before === after || (typeof before === 'string' && before.trim() === after);
}

function mergedMap(map, values, field) {
  const inner = innerOf(values, field);
  map.items = map.items.filter((pair) => pair.key.value in values);
  const there = new Map(map.items.map((pair) => [pair.key.value, pair]));
  for (const [name, value] of Object.entries(values)) {
    const pair = there.get(name);
    if (pair) pair.value = merged(pair.value, value, inner.get(name) ?? {});
    else inserted(map, name, created(value, inner.get(name) ?? {}), inner);
  }
  return map;
}

function inserted(map, name, value, fields) {
  const place = (one) => fields.get(one)?.at ?? Infinity;
  const next = map.items.findIndex((pair) => place(pair.key.value) > place(name));
  map.items.splice(next < 0 ? map.items.length : next, 0, new YAML.Pair(new YAML.Scalar(name), value));
}

// An item keeps its lines when it is moved, or when another is put in before it.
function mergedList(list, values, field) {
  const unused = [...list.items];
  const plain = new Map(unused.map((node) => [node, plainOf(node)]));
  const taken = values.map((value) => take(unused, (node) => JSON.stringify(plain.get(node)) === JSON.stringify(value)));
  values.forEach((value, at) => {
    taken[at] ??= value.id && take(unused, (node) => plain.get(node)?.id === value.id);
  });
  values.forEach((value, at) => {
    taken[at] ??= take(unused, (node) => node === list.items[at]);
  });
  list.items = values.map((value, at) => (
    taken[at] ? merged(taken[at], value, itemOf(field)) : created(value, itemOf(field))
  ));
  return list;
}

function take(nodes, wanted) {
  const at = nodes.findIndex(wanted);
  return at < 0 ? undefined : nodes.splice(at, 1)[0];
}

function plainOf(node) {
  return node.toJS(new YAML.Document());
}

function innerOf(values, field) {
  let fields = field.fields ?? [];
  if (field.types) {
    const hole = HOLES.find((name) => name in values);
    if (hole) fields = [{ name: hole, fields: field.types.find((type) => type.name === hole).fields }];
    else fields = field.types[0].fields;
  }
  return new Map(fields.map((one) => [one.name, one]));
}

function itemOf(field) {
  return field.field ?? field;
}

function created(value, field) {
  if (Array.isArray(value)) {
    const list = new YAML.YAMLSeq();
    list.items = value.map((one) => created(one, itemOf(field)));
    return list;
  }
  if (typeof value === 'object') {
    const map = new YAML.YAMLMap();
    const inner = innerOf(value, field);
    for (const [name, one] of Object.entries(value)) {
      inserted(map, name, created(one, inner.get(name) ?? {}), inner);
    }
    return map;
  }
  const scalar = new YAML.Scalar(value);
  scalar.type = styleOf(value, field);
  return scalar;
}

function styleOf(value, field) {
  if (typeof value !== 'string' || ['datetime', 'number'].includes(field.widget)) return 'PLAIN';
  if (value.includes('\n') && !/[\r\u0085\t]/.test(value)) return 'BLOCK_LITERAL';
  return plainIsSafe(value) ? 'PLAIN' : 'QUOTE_DOUBLE';
}

// As `plain_is_safe` in canonical.py: every YAML reader takes the bare words as this very text.
const NOT_TEXT = new RegExp('^(?:y|n|yes|no|on|off|true|false|null|~|=|<<'
  + '|[-+]?(\\.inf|\\.nan)|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?'
  + '|[-+]?(0[box])?[0-9a-f_]*[0-9][0-9a-f_]*|[-+]?[0-9_]*\\.?[0-9_]+(e[-+]?[0-9]+)?'
  + '|[-+]?[0-9][0-9_]*\\.[0-9_]*(e[-+]?[0-9]+)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(.*)?)$', 'i');
const PRINTABLE = /^[^\p{C}\p{Zl}\p{Zp}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*$/u;

function plainIsSafe(text) {
  return PRINTABLE.test(text) && !'-?:,[]{}#&*!|>\'"%@`'.includes(text[0]) && !/:(\s|$)|\s#/.test(text)
    && !text.startsWith('---') && !text.startsWith('...') && !NOT_TEXT.test(text);
}
