// Starts Decap on the handbook's own settings, file format, pick lists and words.

import { fromFile, toFile } from './yaml_file.js';
import { WORDS, LOCAL_WORDS, together } from './words.js';
import { watchMoves } from './moves.js';
import { watchNames } from './names.js';
import { showCheck, watchSaves } from './check.js';
import { withPreview } from './preview.js';
import { answersAsText } from './answers.js';

const [settings, options] = await Promise.all([json('config.json'), json('options.json')]);
window.CMS_MANUAL_INIT = true;
await script('decap-cms.js');
const { CMS, createClass, h } = window;
const { kinds, ...config } = settings;
const local = config.backend.name === 'proxy';

for (const [name, { fields, first_line: firstLine }] of Object.entries(kinds)) {
  CMS.registerCustomFormat(`handbook-${name}`, 'yml', {
    fromFile: (text) => fromFile(text, fields),
    toFile: (data) => toFile(data, fields, firstLine),
  });
}
// A collection of single files has one format for all; each file's first line says its kind.
CMS.registerCustomFormat('handbook', 'yml', {
  fromFile: (text) => fromFile(text, kindOf(text).fields),
  toFile: (data) => toFile(data, kindOf(data._file).fields, ''),
});
CMS.registerWidget('pick', pickList());
CMS.registerWidget('answers', answersAsText(createClass, h));
CMS.registerWidget('prose', withPreview(CMS, createClass, h, titlesById()));
CMS.registerLocale('nb_no', together(together(CMS.getLocale('nb_no'), WORDS), local ? LOCAL_WORDS : {}));
watchNames(document.body);
watchMoves(document.body);
if (local) {
  watchSaves();
  CMS.registerEventListener({ name: 'postSave', handler: () => { showCheck(); } });
}
CMS.init({ config: { ...config, collections: config.collections.map(withFields), load_config_file: false } });

async function json(name) {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

function script(name) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement('script'), { src: name, onload: resolve, onerror: reject });
    document.head.append(element);
  });
}

function kindOf(text) {
  const found = /\/schemas\/([a-z]+)\.json/.exec(text.split('\n', 1)[0]);
  if (!found) throw new Error('Fila mangler første linje med skjema. Kjør «handbook format» først.');
  return kinds[found[1]];
}

// What a reference in a text is called; findings are cited in a field of their own.
function titlesById() {
  const named = Object.entries(options).filter(([kind]) => kind !== 'finding').flatMap(([, all]) => all);
  return new Map(named.map(({ value, label }) => [value, label.replace(`${value} · `, '')]));
}

function withFields({ kind, files, ...collection }) {
  if (kind) return { ...collection, fields: kinds[kind].fields };
  return { ...collection, files: files.map(({ kind: of, ...file }) => ({ ...file, fields: kinds[of].fields })) };
}

// A list to pick from whose choices are shared by all fields that refer to the same kind of thing.
function pickList() {
  const Select = CMS.getWidget('select').control;
  return createClass({
    isValid() { return true; },
    render() {
      const { field } = this.props;
      return h(Select, { ...this.props, field: field.set('options', options[field.get('of')] ?? []) });
    },
  });
}
