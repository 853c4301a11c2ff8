// Run people through process files in bpmn-engine, by FEEL, on a clock that only this file moves.
// Task: [{bpmn, dmn, steps: {step: {usual, pays}}, decision, inputs: {yes, no}, people}].
// Answer: [{runs: [{visits, end, payments, error}]}], as of SpiffWorkflow.
import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { Engine } from 'bpmn-engine';
import { BpmnModdle } from 'bpmn-moddle';
import * as Elements from 'bpmn-elements';
import { DmnModdle } from 'dmn-moddle';
import serializer, { TypeResolver } from 'moddle-context-serializer';
import { answer, task } from './answers.mjs';
import { decide, value } from './feel.mjs';

const require = createRequire(import.meta.url);
const zeebe = JSON.parse(
  fs.readFileSync(require.resolve('zeebe-bpmn-moddle/resources/zeebe.json'), 'utf8'),
);
const MOST_STEPS = 5000;

// Node cannot wait longer than 24 days; these timers wait until they are told to go off.
class Clock {
  constructor() {
    this.now = 0;
    this.waiting = new Set();
  }
  get executing() {
    return [...this.waiting];
  }
  register() {
    return this;
  }
  setTimeout = (callback, delay, ...args) => {
    const timer = { callback, args, at: this.now + delay };
    this.waiting.add(timer);
    return timer;
  };
  clearTimeout = (timer) => {
    this.waiting.delete(timer);
  };
  goOff() {
    const [next] = [...this.waiting].sort((a, b) => a.at - b.at);
    if (!next) return false;
    this.waiting.delete(next);
    this.now = Math.max(this.now, next.at);
    next.callback(...next.args);
    return true;
  }
}

// Which way is not taken, this engine tells all that comes after, and a join counts being told as
// an arrival: one behind a choice goes on too early, then waits for ever (paed01/bpmn-engine#200).
// Later versions no longer tell; these flows do not either, so a join waits for what BPMN says.
class Flow extends Elements.SequenceFlow {
  discard() {}
}

// One person under way: each step is done as drawn, or left until its time is up.
class Run {
  constructor(process, person) {
    this.process = process;
    this.outcomes = person.outcomes;
    this.data = {};
    this.clock = new Clock();
    this.times = {};
    this.codes = {};
    this.begun = new Set();
    this.open = [];
    this.warnings = {};
    this.visits = [];
    this.error = '';
  }

  async toEnd(sourceContext) {
    const listener = new EventEmitter();
    listener.on('activity.start', ({ id }) => this.begin(id));
    listener.on('activity.wait', (api) => this.wait(api));
    listener.on('activity.end', (api) => this.over(api));
    const engine = new Engine({
      sourceContext,
      listener,
      timers: this.clock,
      expressions: { resolveExpression: (text) => this.resolved(text) },
      scripts: { register() {}, getScript: (_, element) => this.script(element) },
      extensions: { services: (activity) => this.serve(activity) },
      settings: { disableTrackState: true },
    });
    engine.on('error', (error) => (this.error ||= error.message));
    try {
      await engine.execute();
      this.go(engine);
    } catch (error) {
      this.error ||= error.message;
    }
    return this.told();
  }

  go(engine) {
    const running = () => engine.execution.state === 'running' && !this.error;
    for (let k = 0; k < MOST_STEPS && running(); k += 1) {
      const at = this.open.findIndex(({ id }) => this.codes[id] !== 'late');
      if (at >= 0) this.open.splice(at, 1)[0].complete();
      else if (!this.sayThatTimeIsUp() && !this.clock.goOff()) break;
    }
    if (running()) this.error = `stuck at ${this.open.map(({ id }) => id)}`;
  }

  told() {
    const { visits, error } = this;
    const paid = visits.filter(([step, code]) => {
      const { pays, usual } = this.process.steps[step];
      return pays && code === usual;
    });
    const end = visits.at(-1)?.[0] ?? '';
    return { visits, end, payments: paid.map(([step]) => step), error };
  }

  begin(id) {
    const { steps, decision, inputs } = this.process;
    if (!(id in steps)) return;
    this.begun.add(id);
    this.times[id] = (this.times[id] ?? 0) + 1;
    const code = this.outcomes[id]?.[this.times[id] - 1] ?? '';
    this.codes[id] = code;
    if (id === decision) Object.assign(this.data, inputs[code === steps[id].usual ? 'yes' : 'no']);
  }

  // A step is over at its end, or when the event on its border is: then it was late.
  over(api) {
    const host = borderOf(api);
    if (host) this.end(host, 'late');
    else this.end(api.id, this.codes[api.id] ?? '');
  }

  end(id, code) {
    if (!this.begun.delete(id)) return;
    this.open = this.open.filter((waiting) => waiting.id !== id);
    this.visits.push([id, code]);
  }

  // What waits: a person's task, a message that breaks off a step, or a message for a step.
  wait(api) {
    const host = borderOf(api);
    if (host) this.warnings[host] = api;
    else this.open.push({ id: api.id, complete: () => this.complete(api.id, () => api.signal()) });
  }

  serve(activity) {
    const { id, type } = activity;
    if (type !== 'bpmn:ServiceTask' && type !== 'bpmn:BusinessRuleTask') return;
    const execute = (_, callback) =>
      this.open.push({ id, complete: () => this.complete(id, callback) });
    activity.behaviour.Service = function service() {
      return { execute };
    };
  }

  complete(id, callback) {
    if (this.codes[id]) this.data[`${id}_outcome`] = this.codes[id];
    if (id === this.process.decision) Object.assign(this.data, decide(this.process.table, this.data));
    callback();
  }

  sayThatTimeIsUp() {
    const late = this.open.find(({ id }) => id in this.warnings);
    if (!late) return false;
    const api = this.warnings[late.id];
    delete this.warnings[late.id];
    api.signal();
    return true;
  }

  // A duration is written as it is, a moment as an expression, for Camunda 8 behind a sign.
  resolved(text) {
    return typeof text !== 'string' || text.startsWith('P') ? text : this.feel(text);
  }

  feel(text) {
    const found = value(text.replace(/^=/, ''), this.data);
    return stored(found);
  }

  script({ id, behaviour }) {
    const condition = behaviour.conditionExpression;
    if (condition) return { execute: (_, callback) => callback(null, this.feel(condition.body)) };
    if (!behaviour.script && !behaviour.extensionElements) return undefined;
    return {
      execute: (_, callback) => {
        Object.assign(this.data, this.assigned(behaviour));
        callback(null);
      },
    };
  }

  assigned({ script, extensionElements }) {
    if (script) return flat(value(script, this.data));
    const parts = extensionElements.values;
    const { expression, resultVariable } = parts.find(({ $type }) => $type === 'zeebe:Script');
    const context = { [resultVariable]: value(expression.slice(1), this.data) };
    const { outputParameters } = parts.find(({ $type }) => $type === 'zeebe:IoMapping');
    return flat(
      Object.fromEntries(
        outputParameters.map(({ source, target }) => [target, value(source.slice(1), context)]),
      ),
    );
  }
}

const borderOf = ({ owner }) => owner.attachedTo?.id;

// Dates are kept as text, as an engine would store them.
const stored = (found) => found?.iso ?? found;
const flat = (values) =>
  Object.fromEntries(Object.entries(values).map(([name, found]) => [name, stored(found)]));

async function answered(process) {
  const read = (file) => fs.readFileSync(file, 'utf8');
  const options = process.dialect === 'camunda8' ? { zeebe } : {};
  let context;
  try {
    context = await new BpmnModdle(options).fromXML(read(process.bpmn));
    const { rootElement } = await new DmnModdle().fromXML(read(process.dmn), 'dmn:Definitions');
    process.table = rootElement;
  } catch (error) {
    return { error: error.message, runs: [], lanes: {} };
  }
  const source = serializer(context, TypeResolver({ ...Elements, SequenceFlow: Flow }));
  const runs = [];
  for (const person of process.people) runs.push(await new Run(process, person).toEnd(source));
  return { error: '', runs, lanes: lanesOf(context.rootElement) };
}

function lanesOf({ rootElements }) {
  const process = rootElements.find(({ $type }) => $type === 'bpmn:Process');
  const lanes = process.laneSets.flatMap((set) => set.lanes);
  return Object.fromEntries(
    lanes.flatMap(({ name, flowNodeRef }) => flowNodeRef.map(({ id }) => [id, name])),
  );
}

const answers = [];
for (const process of task) answers.push(await answered(process));
answer(answers);
