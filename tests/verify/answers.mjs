// Read the task from standard input as JSON; give the answer on standard output as JSON.
import fs from 'node:fs';

// Some packages print; only the answer may be on standard output.
console.log = console.info = console.warn = console.error;

export const task = JSON.parse(fs.readFileSync(0, 'utf8'));

export function answer(value) {
  fs.writeSync(1, JSON.stringify(value));
  process.exit(0);
}

// A long answer to a pipe must not be cut off by a pipe that is full for a moment.
process.stdout._handle?.setBlocking?.(true);
