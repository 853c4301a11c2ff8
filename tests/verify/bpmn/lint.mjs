// Task: [{file, dialect, kind: "bpmn"|"dmn"}]. Answer: {file: [problem, ...]}, all linters that apply.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';
import { evaluate } from 'feelin';
import { answer, task } from './answers.mjs';

const require = createRequire(import.meta.url);
const read = (path) => JSON.parse(fs.readFileSync(require.resolve(path), 'utf8'));
const camunda8 = { zeebe: read('zeebe-bpmn-moddle/resources/zeebe.json') };
const camunda7 = { camunda: read('camunda-bpmn-moddle/resources/camunda.json') };
const VENDOR = { camunda7, camunda8 };
const RULES = {
  camunda7: ['plugin:camunda-compat/camunda-platform-7-23'],
  camunda8: ['plugin:camunda-compat/camunda-cloud-8-7'],
};

const BpmnLinter = require('bpmnlint/lib/linter');
const BpmnResolver = require('bpmnlint/lib/resolver/node-resolver');
const DmnLinter = require('dmnlint/lib/linter');
const DmnResolver = require('dmnlint/lib/resolver/node-resolver');

async function problemsOfProcess(text, dialect) {
  const { rootElement, warnings } = await new BpmnModdle(VENDOR[dialect] ?? {}).fromXML(text);
  const found = warnings.map((warning) => `moddle: ${warning.message}`);
  for (const rules of ['bpmnlint:recommended', ...(RULES[dialect] ?? [])]) {
    const linter = new BpmnLinter({ config: { extends: rules }, resolver: new BpmnResolver() });
    for (const [rule, reports] of Object.entries(await linter.lint(rootElement))) {
      for (const { category, id, message } of reports) {
        if (category !== 'error' && rules !== 'bpmnlint:recommended') continue;
        found.push(`${rule}: ${id}: ${message}`);
      }
    }
  }
  return [...found, ...problemsOfExpressions(rootElement, dialect)];
}

// Linters do not look into conditions: Camunda 8 takes one without its sign as a plain text.
function problemsOfExpressions({ rootElements }, dialect) {
  if (dialect !== 'plain' && dialect !== 'camunda8') return [];
  const { flowElements } = rootElements.find(({ $type }) => $type === 'bpmn:Process');
  return flowElements.flatMap(({ id, conditionExpression }) => {
    if (!conditionExpression) return [];
    const text = conditionExpression.body;
    const isMarked = text.startsWith('=');
    if (isMarked !== (dialect === 'camunda8')) return [`FEEL: ${id}: ${text}`];
    try {
      evaluate(text.replace(/^=/, ''), {});
      return [];
    } catch (error) {
      return [`FEEL: ${id}: ${error.message}`];
    }
  });
}

async function problemsOfTable(text) {
  const { rootElement, warnings } = await new DmnModdle().fromXML(text, 'dmn:Definitions');
  const found = warnings.map((warning) => `moddle: ${warning.message}`);
  const linter = new DmnLinter({
    config: { extends: 'dmnlint:recommended' },
    resolver: new DmnResolver(),
  });
  for (const [rule, reports] of Object.entries(await linter.lint(rootElement))) {
    for (const { id, message } of reports) found.push(`${rule}: ${id}: ${message}`);
  }
  return found;
}

const problems = {};
for (const { file, dialect, kind } of task) {
  const text = fs.readFileSync(file, 'utf8');
  try {
    problems[file] =
      kind === 'bpmn' ? await problemsOfProcess(text, dialect) : await problemsOfTable(text);
  } catch (error) {
    problems[file] = [`not readable: ${error.message}`];
  }
}
answer(problems);
