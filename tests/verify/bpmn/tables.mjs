// Task: [{file, grid: [inputs, ...]}]. Answer: [[outputs or {error}, ...], ...], by FEEL.
import fs from 'node:fs';
import { DmnModdle } from 'dmn-moddle';
import { answer, task } from './answers.mjs';
import { decide } from './feel.mjs';

const answers = [];
for (const { file, grid } of task) {
  const text = fs.readFileSync(file, 'utf8');
  const { rootElement } = await new DmnModdle().fromXML(text, 'dmn:Definitions');
  answers.push(
    grid.map((inputs) => {
      try {
        return decide(rootElement, inputs);
      } catch (error) {
        return { error: error.message };
      }
    }),
  );
}
answer(answers);
