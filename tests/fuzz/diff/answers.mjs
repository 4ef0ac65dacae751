// The reference's answers to the first seeds, so that the usual test run needs no Pyodide: a line a seed, with a
// fingerprint of the program (which changes when the generator does) and one of what CPython made of it.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { masked } from '../../conformance/records.mjs';

const FILE = new URL('answers.txt', import.meta.url);
const hash = (text, length) => createHash('sha256').update(text).digest('hex').slice(0, length);

export const programHash = text => hash(text, 8);

/** What is compared of a record: stdout, exit and virtual time; after a deadlock only what was printed before it. */
export function answerHash(record) {
  if (record.crash || record.timeout || record.exit === null) return '-'.repeat(12);
  const stdout = record.deadlock?.stdout_bytes !== undefined
    ? Buffer.from(record.stdout).subarray(0, record.deadlock.stdout_bytes).toString() : record.stdout;
  const end = record.deadlock ? 'deadlock' : record.limit ? 'limit' : [record.exit, record.virtual_seconds];
  return hash(JSON.stringify([masked(stdout), end]), 12);
}

/** Map from seed to {program, answer}. */
export function readAnswers() {
  if (!existsSync(FILE)) return new Map();
  return new Map(readFileSync(FILE, 'utf8').trim().split('\n').map((line, i) => {
    const [program, answer] = line.split(' ');
    return [i + 1, { program, answer }];
  }));
}

/** `list[i]` is {program, answer} of seed i + 1. */
export function writeAnswers(list) {
  writeFileSync(FILE, list.map(({ program, answer }) => `${program} ${answer}\n`).join(''));
}

/** Answers by the program's text, in a file that grows: a line a program, the last one counts. */
export class AnswerCache {
  #answers = new Map();

  constructor(file) {
    this.file = file;
    if (!existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const [program, answer] = line.split(' ');
      if (answer?.length === 12) this.#answers.set(program, answer);
    }
  }

  get(text) { return this.#answers.get(hash(text, 20)); }

  add(text, answer) {
    const program = hash(text, 20);
    if (this.#answers.get(program) === answer) return;
    this.#answers.set(program, answer);
    appendFileSync(this.file, `${program} ${answer}\n`);
  }
}
