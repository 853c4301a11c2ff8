// What a reader can do with the comparison: choose, restate, sort, ask for sources, take away.
// The tables stand in the page already; this script hides, reorders and relabels them. Whatever
// comes from a profile is set as text, never as markup.
'use strict';

const data = JSON.parse(document.getElementById('data').textContent);
const rows = data.groups.flatMap((group) => group.rows);
const rowOf = new Map(rows.map((row) => [row.id, row]));
const state = { parties: data.parties.map(() => true), group: '', measure: 'stated', show: 'both',
  second: false, known: false, sorts: new Map() };

// ---- Small parts

const all = (selector, within = document) => [...within.querySelectorAll(selector)];

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== '' && child != null));
  return made;
}

function shape(tag, attributes) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

const counted = (number, one, many) => `${number} ${number === 1 ? one : many}`;
const chosen = () => data.parties.map((_, index) => index).filter((index) => state.parties[index]);

// ---- What a cell says under the chosen measure

const restates = (row) => state.measure === 'stated' || row.measures.includes(state.measure);
const measureOf = (row) => (restates(row) ? state.measure : 'stated');
// What is not known at all cannot be restated: it lacks the same.
const shownOf = (row, party) => row.cells[party].shown[measureOf(row)]
  ?? { why: row.cells[party].shown.stated.why ?? 'not reckoned' };
const marksOf = (cell, shown) => [...cell.marks, ...(shown.marks ?? [])];
const isKnown = (shown) => shown.number != null || shown.low != null || shown.high != null;
const unitsOf = (row) => [...new Set(chosen().map((party) => shownOf(row, party)).filter(isKnown)
  .map((shown) => shown.unit))];

function unitOf(row) {
  const units = unitsOf(row);
  const unit = units.length === 1 ? units[0] : units.length ? 'own currency' : row.unit;
  return state.measure === 'stated' || restates(row) ? unit : `${unit}, as stated`;
}

// Amounts in several currencies have no order of their own; US dollars give them one.
function sortNumber(row, party) {
  const mixed = unitsOf(row).length > 1;
  const shown = mixed ? row.cells[party].shown.usd : shownOf(row, party);
  if (!shown || !isKnown(shown)) return null;
  return shown.number ?? (shown.low != null && shown.high != null
    ? (shown.low + shown.high) / 2 : shown.low ?? shown.high);
}

const isInRow = (row) => (state.second || row.tier === 1)
  && (!state.known || chosen().some((party) => isKnown(shownOf(row, party))));
const isInGroup = (group) => state.group === '' || state.group === group.id;
const shownRows = (group) => (isInGroup(group) ? group.rows.filter(isInRow) : []);

// ---- Tables

function fillCell(cell, row, party) {
  const shown = shownOf(row, party);
  const words = isKnown(shown) ? shown.text : 'n/a';
  const button = cell.querySelector('button');
  button.textContent = words;
  const why = isKnown(shown) ? '' : shown.why ?? '';
  const who = data.parties[party].heading;
  button.setAttribute('aria-label', `${words}: source of ${row.name}, ${who}`);
  cell.querySelector('.lack').textContent = why;
  const marks = new Set(marksOf(row.cells[party], shown).map(({ name }) => name));
  cell.querySelector('.marks').textContent = [...marks].join('; ');
  const rank = cell.querySelector('.rank');
  // A rank is one of values as stated: it does not carry over to another measure.
  if (rank) rank.hidden = measureOf(row) !== 'stated';
}

function fillGroup(group) {
  const section = document.getElementById(`group-${group.id}`);
  const visible = shownRows(group);
  const ids = new Set(visible.map((row) => row.id));
  section.hidden = visible.length === 0;
  if (section.hidden) return;
  section.querySelector('.scroll').hidden = state.show === 'charts';
  for (const cell of all('[data-row]', section)) {
    const row = rowOf.get(cell.dataset.row);
    cell.hidden = !ids.has(row.id);
    if (cell.tagName === 'TH') cell.querySelector('.unit').textContent = unitOf(row);
    else fillCell(cell, row, Number(cell.dataset.party));
  }
  sortGroup(group, section);
  drawCharts(section.querySelector('.charts'), state.show === 'tables' ? [] : visible);
}

function sortGroup(group, section) {
  const sort = state.sorts.get(group.id) ?? { by: '', order: 'none' };
  const body = section.querySelector('tbody');
  const lines = all('tr', body).sort((a, b) => a.dataset.party - b.dataset.party);
  const sign = sort.order === 'descending' ? -1 : 1;
  const compare = sort.by === 'party'
    ? (a, b) => sign * data.parties[a].heading.localeCompare(data.parties[b].heading, 'en')
    : (a, b) => byNumber(rowOf.get(sort.by), a, b, sign);
  if (sort.order !== 'none') lines.sort((a, b) => compare(a.dataset.party, b.dataset.party));
  body.append(...lines);
  for (const head of all('thead th', section)) {
    const own = (head.dataset.row ?? 'party') === sort.by ? sort.order : 'none';
    head.setAttribute('aria-sort', own);
    const arrow = { none: '', ascending: ' ▲', descending: ' ▼' }[own];
    head.querySelector('.arrow').textContent = arrow;
  }
}

function byNumber(row, a, b, sign) {
  const [left, right] = [sortNumber(row, a), sortNumber(row, b)];
  // What is missing stands last, whichever way the rest is sorted.
  if (left === null || right === null) return (left === null) - (right === null);
  return sign * (left - right);
}

function nextSort(group, by) {
  const sort = state.sorts.get(group.id);
  const orders = by === 'party' ? ['ascending', 'descending', 'none']
    : ['descending', 'ascending', 'none'];
  const now = sort && sort.by === by ? orders.indexOf(sort.order) : -1;
  const order = orders[(now + 1) % 3];
  state.sorts.set(group.id, { by, order });
  sortGroup(group, document.getElementById(`group-${group.id}`));
  const what = by === 'party' ? 'profile' : rowOf.get(by).name;
  const mixed = by !== 'party' && order !== 'none' && unitsOf(rowOf.get(by)).length > 1;
  say(order === 'none' ? `${group.name}: in the order of the profiles.`
    : `${group.name}: sorted by ${what}, ${order}${mixed ? ', in US dollars' : ''}; `
    + 'missing values last.');
}

// ---- Charts: one for each indicator, the same order of profiles in all of them

function drawCharts(place, visible) {
  place.replaceChildren(...visible.map(chart));
}

function chart(row) {
  const parties = chosen().map((party) => ({ party, shown: shownOf(row, party) }));
  const ends = parties.flatMap(({ shown }) => [shown.low, shown.number, shown.high])
    .filter((number) => number != null);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const scale = (number) => (most > least ? (100 * (number - least)) / (most - least) : 0);
  const mixed = unitsOf(row).length > 1;
  const bars = parties.map(({ party, shown }) => element('li', {},
    element('span', { class: 'who' }, data.parties[party].heading),
    mixed ? '' : bar(shown, scale),
    element('span', { class: isKnown(shown) ? 'said' : 'said lack' },
      isKnown(shown) ? shown.text : briefly(row.cells[party], shown))));
  const note = mixed ? 'Different currencies: no bars. Choose US dollars or PPP to draw them.' : '';
  return element('figure', { class: 'chart', 'data-chart': row.id },
    element('figcaption', {}, row.name, ' ', element('span', { class: 'unit' }, unitOf(row)),
      note && element('span', { class: 'note' }, note)),
    element('ul', {}, ...bars));
}

function briefly(cell, shown) {
  const lacking = cell.missing.length;
  if (lacking) return `n/a: ${counted(lacking, 'figure', 'figures')} missing`;
  return shown.why ? `n/a: ${shown.why}` : 'n/a';
}

function bar(shown, scale) {
  const drawn = shape('svg', { class: 'bar', 'aria-hidden': 'true' });
  const part = (name, from, to, [y, height]) => drawn.append(shape('rect', { class: name, y, height,
    x: `${Math.min(scale(from), scale(to))}%`, width: `${Math.abs(scale(to) - scale(from))}%` }));
  if (shown.number != null) part('size', 0, shown.number, ['15%', '70%']);
  const [low, high] = [shown.low ?? shown.number, shown.high ?? shown.number];
  if (low != null && high != null && low !== high) part('spread', low, high, ['42%', '16%']);
  drawn.append(shape('line', { class: 'zero', x1: `${scale(0)}%`, x2: `${scale(0)}%`,
    y1: '0', y2: '100%' }));
  return drawn;
}

// ---- Where a value comes from

function openSource(row, party) {
  const cell = row.cells[party];
  const dialog = document.getElementById('source');
  dialog.querySelector('h2').textContent = `${row.name}: ${data.parties[party].heading}`;
  dialog.querySelector('.body').replaceChildren(
    terms([['Indicator', row.id], ...values(cell), ['Rank', rankWords(row, cell)],
      ['Basis', cell.basis], ['Note', cell.note]]),
    ...list('Marks', marksOf(cell, shownOf(row, party)).map(inFull)),
    ...list('Missing', cell.missing.map((path) => lackWords(party, path))),
    ...inputs('Reckoned from', cell.inputs),
    ...inputs('Restated with', restatedWith(cell)),
    element('h3', {}, 'The indicator'),
    terms([['Unit', row.unit], ['Formula', row.formula], ['Read', row.reads],
      ['Reference', row.reference], ['Caveat', row.caveat]]),
  );
  dialog.showModal();
  dialog.scrollTop = 0;
}

const values = (cell) => data.measures.filter(({ id }) => cell.shown[id]).map(({ id, name }) => {
  const shown = cell.shown[id];
  const words = id === 'stated' ? `${shown.exact} ${shown.unit}` : shown.exact;
  return [name[0].toUpperCase() + name.slice(1), isKnown(shown) ? words : `n/a: ${shown.why}`];
});
const lackWords = (party, path) => {
  const said = data.parties[party].lacks[path];
  return said ? `${said} [${path}]` : path;
};
const inFull = ({ name, said }) => `${name}: ${said}`;
const rankWords = (row, cell) => cell.rank
  || [cell.unranked, row.unranked].filter(Boolean).map((why) => `none: ${why}`).join('; ');

const restatedWith = (cell) => [...new Set(Object.values(cell.shown).flatMap((one) => one.inputs))]
  .filter((number) => !cell.inputs.includes(number));

function inputs(title, numbers) {
  if (!numbers.length) return [];
  const one = (input) => element('li', {}, element('strong', {}, input.name), ' ',
    element('code', {}, input.path),
    terms([['Value', stated(input.value)], ['Year', stated(input.year)],
      ['Source', stated(origin(input))], ['Status', stated(input.status)],
      ['Confidence', stated(input.confidence)], ['Definition', input.definition],
      ['Remarks', input.remarks]]));
  const found = numbers.map((number) => one(data.inputs[number]));
  return [element('h3', {}, title), element('ul', { class: 'inputs' }, ...found)];
}

// A figure that lacks its year or its source says so.
const stated = (said) => said || 'not stated';

function origin(input) {
  // Only a web address becomes a link: a profile may hold any text in its place.
  const words = [input.source, input.address].filter(Boolean).join(', ');
  if (!/^https?:\/\//i.test(input.address)) return words;
  const link = { href: input.address, rel: 'noreferrer noopener', target: '_blank' };
  return element('a', link, input.source || input.address);
}

const terms = (pairs) => element('dl', {}, ...pairs.filter(([, said]) => said)
  .map(([name, said]) => element('div', {}, element('dt', {}, name), element('dd', {}, said))));
const list = (title, lines) => (lines.length ? [element('h3', {}, title),
  element('ul', {}, ...lines.map((line) => element('li', {}, line)))] : []);

// ---- The figures that are shown, for a spreadsheet

const COLUMNS = ['group', 'id', 'indicator', 'profile', 'value', 'low', 'high', 'unit', 'rank',
  'marks', 'missing', 'years', 'sources'];

function csv() {
  const lines = data.groups.flatMap((group) => shownRows(group).flatMap((row) => chosen()
    .map((party) => csvLine(group, row, party))));
  return `\ufeff${[COLUMNS, ...lines].map((line) => line.map(field).join(',')).join('\r\n')}\r\n`;
}

function csvLine(group, row, party) {
  const [cell, shown] = [row.cells[party], shownOf(row, party)];
  const used = measureOf(row) === 'stated' ? cell.inputs : [...cell.inputs, ...shown.inputs ?? []];
  const from = used.map((number) => data.inputs[number]);
  const several = (values) => [...new Set(values.filter(Boolean))].join('; ');
  return [group.name, row.id, row.name, data.parties[party].name, shown.number, shown.low,
    shown.high, shown.unit ?? '', measureOf(row) === 'stated' ? cell.rank : '',
    several(marksOf(cell, shown).map(inFull)),
    isKnown(shown) ? '' : shown.why, several(from.map((input) => input.year)),
    several(from.map((input) => input.source))];
}

function field(value) {
  if (typeof value === 'number') return String(value);
  const text = String(value ?? '');
  // A spreadsheet runs a text that begins like a formula.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function download() {
  const url = URL.createObjectURL(new Blob([csv()], { type: 'text/csv;charset=utf-8' }));
  const link = element('a', { href: url, download: 'comparison.csv' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
  say('comparison.csv is written with what is shown.');
}

// ---- Choosing

const say = (text) => { document.getElementById('said').textContent = text; };

function update() {
  for (const part of all('[data-party]')) {
    if (!part.dataset.row) part.hidden = !state.parties[part.dataset.party];
  }
  data.groups.forEach(fillGroup);
  const number = data.groups.reduce((sum, group) => sum + shownRows(group).length, 0);
  const named = data.measures.find(({ id }) => id === state.measure).name;
  const hidden = rows.filter((row) => row.tier !== 1).length;
  say(chosen().length === 0 ? 'No profile is chosen: choose at least one.'
    : `Shown: ${counted(chosen().length, 'profile', 'profiles')} of ${data.parties.length}, `
    + `${counted(number, 'indicator', 'indicators')}. Values: ${named}.`
    + (state.second || !hidden ? '' : ` ${hidden} of the second tier are left out.`));
}

function begin() {
  for (const cell of all('td[data-row]')) {
    const value = cell.querySelector('.value');
    const button = element('button', { type: 'button', class: value.className,
      'aria-haspopup': 'dialog' });
    button.addEventListener('click', () =>
      openSource(rowOf.get(cell.dataset.row), Number(cell.dataset.party)));
    value.replaceWith(button);
  }
  for (const group of data.groups) {
    for (const head of all(`#group-${group.id} thead th`)) {
      const button = element('button', { type: 'button', class: 'sort' });
      button.append(...head.querySelector('.name').childNodes,
        element('span', { class: 'arrow', 'aria-hidden': 'true' }));
      button.addEventListener('click', () => nextSort(group, head.dataset.row ?? 'party'));
      head.querySelector('.name').append(button);
    }
  }
  const form = document.getElementById('controls');
  form.addEventListener('change', () => {
    all('[name=party]', form).forEach((box) => { state.parties[box.value] = box.checked; });
    for (const name of ['group', 'measure', 'show']) state[name] = form.elements[name].value;
    for (const name of ['second', 'known']) state[name] = form.elements[name].checked;
    update();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const box of all('[data-choose]', form)) {
    box.addEventListener('click', () => {
      const isAll = box.dataset.choose === 'all';
      all('[name=party]', form).forEach((party) => { party.checked = isAll; });
      form.dispatchEvent(new Event('change'));
    });
  }
  document.getElementById('download').addEventListener('click', download);
  // A browser may restore what was ticked before it loaded the page anew.
  form.reset();
  all('.scripted').forEach((part) => { part.hidden = false; });
  update();
}

begin();
