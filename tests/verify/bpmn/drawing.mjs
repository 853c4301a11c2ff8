// Task: {library, files: [{file, picture}]}. Answer: {file: {warnings, error, width, height, ...}}.
// bpmn-js draws each file in Chromium; texts are measured where they stand.
import fs from 'node:fs';
import puppeteer from 'puppeteer-core';
import { answer, task } from './answers.mjs';

const dist = `${task.library}/bpmn-js/dist`;
const browser = await puppeteer.launch({
  executablePath: task.chromium,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  headless: true,
});
const page = await browser.newPage();
await page.setContent('<body style="margin:0;background:#fff"><div id="c"></div></body>');
await page.addStyleTag({ path: `${dist}/assets/diagram-js.css` });
await page.addScriptTag({ path: `${dist}/bpmn-viewer.production.min.js` });

async function drawn(xml) {
  return page.evaluate(async (text) => {
    const box = document.getElementById('c');
    box.innerHTML = '';
    box.style.cssText = 'width:1600px;height:900px';
    const viewer = new BpmnJS({ container: box });
    let warnings;
    try {
      ({ warnings } = await viewer.importXML(text));
    } catch (error) {
      return { error: error.message, warnings: (error.warnings ?? []).map((w) => w.message) };
    }
    const inner = viewer.get('canvas').viewbox().inner;
    const [width, height] = [Math.ceil(inner.width) + 40, Math.ceil(inner.height) + 40];
    box.style.cssText = `width:${width}px;height:${height}px`;
    viewer.get('canvas').resized();
    viewer.get('canvas').viewbox({ x: inner.x - 20, y: inner.y - 20, width, height });
    await document.fonts.ready;
    const around = (node) => {
      const { left, top, right, bottom } = node.getBoundingClientRect();
      return [left, top, right, bottom];
    };
    const words = (text) => text.split(/\s+|(?<=-)/).filter(Boolean);
    const isBroken = (name, lines) =>
      words(name).join(' ') !== lines.flatMap((line) => words(line)).join(' ');
    const texts = [];
    const broken = [];
    const shapes = [];
    const lines = [];
    const registry = viewer.get('elementRegistry');
    registry.forEach((element, graphics) => {
      const visual = graphics.querySelector(':scope > .djs-visual');
      if (!visual) return;
      const name = element.id;
      const text = visual.querySelector('text');
      if (text && text.textContent.trim()) {
        const lines = [...text.querySelectorAll('tspan')].map((span) => span.textContent);
        if (isBroken(element.businessObject.name ?? '', lines)) broken.push(name);
        texts.push({
          name,
          size: parseFloat(getComputedStyle(text).fontSize),
          box: around(text),
          label: element.type === 'label',
          lane: /Lane|Participant/.test(element.type),
        });
      }
      if (element.waypoints) lines.push({ name, points: element.waypoints });
      else if (element.type !== 'label') {
        const node = visual.firstElementChild;
        const lane = /Lane|Participant/.test(element.type);
        if (node) shapes.push({ name, type: element.type, lane, box: around(node) });
      }
    });
    const drawn = { left: inner.x - 20, top: inner.y - 20 };
    for (const line of lines) {
      line.points = line.points.map(({ x, y }) => [x - drawn.left, y - drawn.top]);
    }
    return { warnings: warnings.map((w) => w.message), width, height, texts, shapes, lines, broken };
  }, xml);
}

const found = {};
for (const { file, picture } of task.files) {
  await page.setViewport({ width: 1600, height: 900 });
  const result = await drawn(fs.readFileSync(file, 'utf8'));
  found[file] = result;
  if (picture && !result.error) {
    const { width, height } = result;
    await page.setViewport({ width, height });
    await page.screenshot({ path: picture, clip: { x: 0, y: 0, width, height } });
  }
}
await browser.close();
answer(found);
