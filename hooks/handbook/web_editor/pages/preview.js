// A text as the site will show it, below the field it is written in: only where it has markup to show.
// The language is that of model/prose.py: paragraphs, lists, **bold**, [links](…) and [[references]].

const MARKUP = /\*\*|\[|\n/;
const PIECE = /\*\*(.+?)\*\*|\[\[([^[\]|\n]+)(?:\|([^[\]\n]+))?\]\]|\[([^\]\n]+)\]\((\S+?)\)/g;
const ITEM = /^\s*(?:[-*+]|(\d+)[.)])\s+/;

// The widget for such a text: the ordinary box, and what it becomes.
export function withPreview(CMS, createClass, h, titles) {
  const Box = CMS.getWidget('text').control;
  return createClass({
    isValid() { return true; },
    render() {
      const text = this.props.value ?? '';
      const shown = MARKUP.test(text) && h('div', { className: 'preview', key: 'preview' },
        h('p', { className: 'preview-label' }, 'Slik blir det:'), ...blocks(text, h, titles));
      return h('div', {}, h(Box, { ...this.props, key: 'box' }), shown);
    },
  });
}

export function blocks(text, h, titles) {
  return text.trim().split(/\n\s*\n/).flatMap((part) => grouped(part.split('\n')))
    .map(({ ordered, lines }) => {
      if (ordered === undefined) return h('p', {}, ...inline(lines.join(' '), h, titles));
      const items = lines.map((line) => h('li', {}, ...inline(line, h, titles)));
      return h(ordered ? 'ol' : 'ul', {}, ...items);
    });
}

// Lines that belong together: those of one list, or of one paragraph.
function grouped(lines) {
  const groups = [];
  for (const line of lines) {
    const item = ITEM.exec(line);
    const ordered = item ? Boolean(item[1]) : undefined;
    const last = groups.at(-1);
    const words = item ? line.slice(item[0].length) : line.trim();
    if (last && !item && last.ordered !== undefined) last.lines.push(`${last.lines.pop()} ${words}`);
    else if (last && last.ordered === ordered) last.lines.push(words);
    else groups.push({ ordered, lines: [words] });
  }
  return groups;
}

function inline(text, h, titles) {
  const made = [];
  let end = 0;
  for (const found of text.matchAll(PIECE)) {
    const [whole, strong, id, shown, words, address] = found;
    made.push(text.slice(end, found.index));
    end = found.index + whole.length;
    if (strong) made.push(h('strong', {}, ...inline(strong, h, titles)));
    else if (id) made.push(reference(id.trim(), shown, h, titles));
    else made.push(h('u', { title: address }, words));
  }
  return [...made, text.slice(end)].filter((piece) => piece !== '');
}

// A link is shown as one, and leads nowhere here; an id that nothing has is marked. A rule that is
// told in its own words is shown by its title.
function reference(id, shown, h, titles) {
  const rule = id.startsWith('regel:');
  const title = titles.get(rule ? id.slice('regel:'.length).trim() : id);
  const words = rule ? title : shown ?? title;
  return title ? h('u', { title: id }, words) : h('mark', {}, `[[${id}]] finnes ikke`);
}
