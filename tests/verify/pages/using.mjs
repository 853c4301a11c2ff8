// Task: {file, folder}. Answer: what a reader finds who chooses, restates, sorts, asks and takes
// away, first with a mouse's worth of room, then on a phone, without the script, and on paper.
import fs from 'node:fs';
import path from 'node:path';
import { answer, task } from './answers.mjs';
import { audited, browser, opened, overrun, texts } from './browser.mjs';

const { page, complaints, requests, milliseconds } = await opened(task.file);
const states = {};

async function look(name, of = page) {
  const picture = path.join(task.folder, `${name}.png`);
  await of.screenshot({ path: picture });
  states[name] = { violations: await audited(of), overrun: await overrun(of) };
}

const press = async (selector, key, of = page) => {
  await of.focus(selector);
  await of.keyboard.press(key);
};
const heads = '.group:not([hidden]) thead th:not([hidden])';
const said = async () => (await texts(page, '#said'))[0];

await look('begun');
const begun = { said: await said(), groups: await texts(page, '.group h3'),
  values: (await texts(page, 'td[data-row]')).length,
  empty: (await texts(page, 'td[data-row]')).filter((text) => text === '').length };

// Choosing: the last profile goes, one group stays.
const last = (await page.$$('[name=party]')).length - 1;
await press(`[name=party][value="${last}"]`, 'Space');
await page.select('[name=group]', task.group);
const filtered = { said: await said(), groups: await texts(page, '.group h3'),
  lines: await texts(page, '.group tbody th'), heads: await texts(page, heads),
  charts: await texts(page, '.chart figcaption') };
await look('filtered');

// Sorting by the first indicator: twice, by keyboard.
const first = `#group-${task.group} thead th[data-row="${task.indicator}"]`;
const column = `#group-${task.group} td[data-row="${task.indicator}"] button`;
const sorted = [];
for (let time = 0; time < 2; time += 1) {
  await press(`${first} .sort`, 'Enter');
  sorted.push({ order: await page.$eval(first, (head) => head.getAttribute('aria-sort')),
    values: await texts(page, column), said: await said() });
}
await look('sorted');

// Restating.
await page.select('[name=measure]', task.measure);
const restated = { said: await said(), heads: await texts(page, heads),
  values: await texts(page, column), lacks: await texts(page, '.group td .lack') };
await look('restated');

// Taking away.
const session = await browser.target().createCDPSession();
await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: task.folder });
const csv = path.join(task.folder, 'comparison.csv');
fs.rmSync(csv, { force: true });
await press('#download', 'Enter');
for (let wait = 0; wait < 100 && !fs.existsSync(csv); wait += 1) {
  await new Promise((resolve) => { setTimeout(resolve, 50); });
}

// Asking where a value comes from.
await press(column, 'Enter');
const source = { open: await page.$eval('#source', (dialog) => dialog.open),
  words: await texts(page, '#source'),
  links: await page.$$eval('#source a', (all) => all.map((a) => a.href)) };
await look('asked');
await page.keyboard.press('Escape');
source.back = await page.evaluate((wanted) => document.activeElement
  === document.querySelector(wanted) && !document.querySelector('#source').open, column);

// Nobody chosen.
await page.click('[data-choose=none]');
const nobody = await said();
await look('nobody');
await page.click('[data-choose=all]');

const phone = await opened(task.file, { width: 390, height: 844 });
await look('phone', phone.page);
await phone.page.select('[name=group]', task.group);
await phone.page.focus(column);
await look('phone-filtered', phone.page);
await phone.page.keyboard.press('Enter');
await look('phone-asked', phone.page);

const bare = await opened(task.file, { script: false });
// The auditor is a script itself, so it cannot run here.
await bare.page.screenshot({ path: path.join(task.folder, 'bare.png') });
const without = { overrun: await overrun(bare.page),
  values: (await texts(bare.page, 'td[data-row]')).length,
  controls: (await texts(bare.page, '#controls')).length,
  sources: await bare.page.$$eval('details[data-party] tbody tr', (all) => all.length) };

await page.pdf({ path: path.join(task.folder, 'paper.pdf'), preferCSSPageSize: true });

complaints.push(...phone.complaints, ...bare.complaints);
requests.push(...phone.requests, ...bare.requests);
await browser.close();
answer({ complaints, milliseconds,
  requests: requests.filter((url) => !url.startsWith('blob:file:')),
  states, begun, filtered, sorted, restated, source, nobody, without,
  csv: fs.existsSync(csv) ? fs.readFileSync(csv, 'utf8') : '' });
