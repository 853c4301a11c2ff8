// Task: {file}. Answer: what the Tab key reaches on the page, and what of it shows no focus; what
// became of texts that would be markup or script.
import { answer, task } from './answers.mjs';
import { browser, opened } from './browser.mjs';

const { page, complaints, requests } = await opened(task.file);
const title = await page.title();
const wanted = await page.evaluate(() => {
  const parts = [...document.querySelectorAll('a, button, input, select, summary, [tabindex="0"]')];
  const seen = parts.filter((part) => part.checkVisibility());
  seen.forEach((part, index) => { part.dataset.reach = index; });
  return seen.length;
});
const reached = new Set();
const faint = [];
for (let step = 0; step < wanted + 5; step += 1) {
  await page.keyboard.press('Tab');
  const now = await page.evaluate(() => {
    const part = document.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(part);
    return { reach: part.dataset.reach, name: part.outerHTML.slice(0, 80),
      shows: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
  });
  if (now.reach === undefined) continue;
  reached.add(now.reach);
  if (!now.shows) faint.push(now.name);
}

// Every value is opened once, so that every text has passed through the script.
const links = await page.evaluate(() => {
  const found = [];
  for (const button of document.querySelectorAll('td[data-row] button')) {
    button.click();
    const links = [...document.querySelectorAll('#source a')];
    found.push(...links.map((link) => link.getAttribute('href')));
    document.querySelector('#source').close();
  }
  return found;
});
const parts = await page.evaluate(() => ({
  scripts: document.scripts.length,
  images: document.querySelectorAll('img, iframe, object, embed').length,
  drawings: document.querySelectorAll('svg:not(.bar)').length,
  handlers: [...document.querySelectorAll('*')].filter((part) =>
    [...part.attributes].some(({ name }) => name.startsWith('on'))).length,
}));
const after = await page.title();
await browser.close();
answer({ complaints, requests, wanted, reached: reached.size, faint, links, parts, title, after });
