// The answers to a form, as lines of text: «felt: svar», tables as lists. What they are in the file is
// what stands here; whether they fit the form is for the check to say.

import * as YAML from './yaml/index.js';

// The widget for them. What cannot be read is kept in the box, and nothing is saved until it can.
export function answersAsText(createClass, h) {
  return createClass({
    getInitialState() {
      const value = this.props.value;
      const plain = value && value.toJS ? value.toJS() : value;
      return { text: plain ? YAML.stringify(plain, { lineWidth: 0 }) : '', wrong: '' };
    },
    isValid() {
      return this.state.wrong ? { error: { message: this.state.wrong } } : true;
    },
    typed(event) {
      const text = event.target.value, { value, wrong } = answersIn(text);
      this.setState({ text, wrong });
      if (!wrong) this.props.onChange(value);
    },
    render() {
      const { forID, classNameWrapper, setActiveStyle, setInactiveStyle } = this.props;
      const rows = Math.min(30, this.state.text.split('\n').length + 2);
      const { text, wrong } = this.state;
      return h('div', {},
        h('textarea', {
          id: forID, className: classNameWrapper, rows, value: text, spellCheck: false,
          onChange: this.typed, onFocus: setActiveStyle, onBlur: setInactiveStyle, key: 'box',
        }),
        wrong && h('p', { role: 'alert', key: 'wrong' }, wrong));
    },
  });
}

export function answersIn(text) {
  const document = YAML.parseDocument(text);
  if (document.errors.length) return { wrong: `Svarene kan ikke leses: ${document.errors[0].message.split('\n')[0]}` };
  const value = document.toJS();
  if (!value || typeof value !== 'object' || Array.isArray(value)) return { wrong: 'Skriv «felt: svar», ett på hver linje.' };
  return { value, wrong: '' };
}
