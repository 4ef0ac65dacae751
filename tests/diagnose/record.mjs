#!/usr/bin/env node
// Writes what the native engine says about the programs of this folder, and noticed.txt.
//   node tests/diagnose/record.mjs [PATTERN]     programs whose name contains PATTERN; noticed.txt only without one
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codes, corpora, engines, here, programs } from './cases.mjs';

const pattern = process.argv[2] ?? '';
const native = engines().find(({ name }) => name === 'native');
if (!native) throw new Error('.build/native/ap is not there: node .ci/build.mjs native');
for (const program of [...programs('mistakes'), ...programs('correct')].filter(({ name }) => name.includes(pattern)))
  writeFileSync(program.file.replace(/\.py$/, '.txt'), native.ask('diagnose', program.file).diagnosis_text);
if (!pattern) {
  const lines = corpora().map((program) => [program.name, codes(native.ask('diagnose', program.file))]).filter(([, found]) => found);
  writeFileSync(join(here, 'noticed.txt'), `# Programs of the course and of the conformance tests in which something is noticed, and what: each is meant so.\n${lines.map(([name, found]) => `${name}: ${found}\n`).join('')}`);
}
