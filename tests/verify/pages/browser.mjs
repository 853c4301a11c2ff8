// Opens a page in Chromium as a reader would, and tells what goes wrong on it.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import puppeteer from 'puppeteer-core';
import { task } from './answers.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const browser = await puppeteer.launch({
  executablePath: task.chromium,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  headless: true,
});

// A page with all that it asked for or complained of: {page, complaints, requests}.
export async function opened(file, { width = 1400, height = 900, script = true } = {}) {
  const page = await browser.newPage();
  const complaints = [];
  const requests = [];
  page.on('console', (said) => {
    if (['error', 'warn'].includes(said.type())) complaints.push(said.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', async (box) => {
    complaints.push(`a box opened: ${box.message()}`);
    await box.dismiss();
  });
  page.on('request', (request) => requests.push(request.url()));
  await page.setViewport({ width, height });
  await page.setJavaScriptEnabled(script);
  const begun = performance.now();
  await page.goto(`file://${file}`, { waitUntil: 'load' });
  const milliseconds = performance.now() - begun;
  return { page, complaints, requests: requests.filter((url) => url !== `file://${file}`),
    milliseconds };
}

// What axe finds on the page as it stands; the size of targets is asked for too.
export async function audited(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, {
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  }));
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
}

// By how many pixels the page runs over its window.
export const overrun = (page) => page.evaluate(() =>
  document.documentElement.scrollWidth - document.documentElement.clientWidth);

export const texts = (page, selector) => page.evaluate((wanted) =>
  [...document.querySelectorAll(wanted)].filter((part) => part.checkVisibility())
    .map((part) => part.textContent.trim().replace(/\s+/g, ' ')), selector);
