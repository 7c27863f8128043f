/* Which answer each place in a Word file holds, also where another program has saved it without the names. */
'use strict';

(function () {
  const { fieldsOf, spotOf } = globalThis.handbookAnswers;
  const { all, nameOf, titleOf } = globalThis.handbookWord;

  /** Place → its name; without tags, as LibreOffice leaves them, by order and title. @param {Document} body @param {*} form its data, where it is loaded @returns {Map<Element, string>} */
  function namesOf(body, form) {
    /* LibreOffice lays a place around a tick and all that follows it; those within are the real ones. */
    const places = all(body, 'sdt').filter((place) => !all(place, 'sdt').length);
    const tagged = places.filter(nameOf);
    if (tagged.length || !form) return new Map(tagged.map((place) => [place, nameOf(place)]));
    const titles = titlesIn(form);
    const pairs = [...alone(places, form), ...inTables(places, form)].filter(([place, name]) => agree(titleOf(place), spotOf(form, name)));
    const found = new Map(pairs);
    for (const place of places) if (!found.has(place) && titles.has(titleOf(place))) found.set(place, titles.get(titleOf(place)));
    return found;
  }

  /** Whether the title that a place still has is that of an answer; many have none left. */
  const agree = (title, spot) => !title || !spot || begins(title, spot.label);
  /** A title is cut where Word has its limit, and may say how one writes. */
  const begins = (title, label) => title.startsWith(label) || (title.endsWith('…') && label.startsWith(title.slice(0, -1)));

  /** Places outside tables, in the order of the questions; none where there are more or fewer. */
  function alone(places, form) {
    const found = places.filter((place) => !around(place, 'tbl'));
    const names = fieldsOf(form).filter(({ type }) => !['info', 'table'].includes(type)).flatMap((field) => (
      field.type === 'multi_choice' ? field.options.map(([id]) => `${field.id}.${id}`) : [field.id]));
    return found.length === names.length ? found.map((place, at) => [place, names[at]]) : [];
  }

  function inTables(places, form) {
    const tables = grouped(places.filter((place) => around(place, 'tbl')), (place) => around(place, 'tbl'));
    const fields = fieldsOf(form).filter(({ type }) => type === 'table');
    if (tables.length !== fields.length) return [];
    return tables.flatMap((cells, at) => grouped(cells, (place) => around(place, 'tr')).flatMap((row, number) => inRow(row, fields[at], number + 1)));
  }

  function inRow(row, field, number) {
    if (row.length !== field.columns.length) return [];
    return row.map((place, at) => [place, `${field.id}.${number}.${field.columns[at].id}`]);
  }

  /** Titles that only one answer has → its name. */
  function titlesIn(form) {
    const names = fieldsOf(form).filter(({ type }) => !['info', 'signature', 'table', 'multi_choice'].includes(type)).map(({ id }) => id);
    const titles = names.map((name) => spotOf(form, name).label);
    return new Map(names.map((name, at) => [titles[at], name]).filter(([title]) => titles.filter((one) => one === title).length === 1));
  }

  function around(node, tag) {
    let one = node.parentNode;
    while (one && one.localName !== tag) one = one.parentNode;
    return one;
  }

  /** @param {Element[]} places @param {(place: Element) => Element} by @returns {Element[][]} */
  function grouped(places, by) {
    const groups = new Map();
    for (const place of places) groups.set(by(place), [...(groups.get(by(place)) || []), place]);
    return [...groups.values()];
  }

  globalThis.handbookWordNames = { namesOf };
})();
