#!/usr/bin/env node
// Writes what the native engine says about the programs of this folder, and noticed.txt.
//   node tests/diagnose/record.mjs [PATTERN]     programs whose name contains PATTERN; noticed.txt only without one
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codes, corpora, engines, here, programs } from './cases.mjs';

const pattern = process.argv[2] ?? '';
const native = engines().find(({ name }) => name === 'native');
if (!native) throw new Error('.build/native/ap is not there: node .ci/build.mjs native');
const mine = [...programs('mistakes'), ...programs('correct')].filter(({ name }) => name.includes(pattern));
native.ask('diagnose', mine).forEach((answer, i) => writeFileSync(mine[i].file.replace(/\.py$/, '.txt'), answer.diagnosis_text));
if (!pattern) {
  const all = corpora();
  const lines = native.ask('diagnose', all).map((answer, i) => [all[i].name, codes(answer)]).filter(([, found]) => found);
  writeFileSync(join(here, 'noticed.txt'), `# Programs of the course and of the conformance tests in which something is noticed, and what: each is meant so.\n${lines.map(([name, found]) => `${name}: ${found}\n`).join('')}`);
}
