// FEEL of this project's files: expressions, and decision tables with their hit policy.
import { evaluate, unaryTest } from 'feelin';

// feelin answers with a value and warnings; older versions with the value alone.
const plain = (result) =>
  result !== null && typeof result === 'object' && 'value' in result ? result.value : result;

export const value = (text, context) =>
  /^[a-z_]+$/.test(text) && text in context ? context[text] : plain(evaluate(text, context));

// A cell asks about its own column alone, so what was once found out of a value holds again.
const known = new Map();
function fits(text, input) {
  if (text.trim() === '-') return true;
  const key = `${text} ${JSON.stringify(input)}`;
  if (!known.has(key)) known.set(key, plain(unaryTest(text, { '?': input })) === true);
  return known.get(key);
}

export function decide(definitions, context) {
  const table = definitions.drgElement.find(({ $type }) => $type === 'dmn:Decision').decisionLogic;
  const inputs = table.input.map(({ inputExpression }) => value(inputExpression.text, context));
  const hits = table.rule.filter((rule) =>
    rule.inputEntry.every(({ text }, k) => fits(text, inputs[k])),
  );
  if (table.hitPolicy !== 'FIRST' && hits.length > 1) {
    throw new Error(`hit policy ${table.hitPolicy}, but ${hits.length} rules fit`);
  }
  const output = ({ text }, k) => [table.output[k].name, value(text, {})];
  return hits.length ? Object.fromEntries(hits[0].outputEntry.map(output)) : {};
}
