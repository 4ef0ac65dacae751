#!/usr/bin/env node
// Runs Python files on the reference and prints their records as a JSON array.
//   node tests/conformance/reference/run.mjs [--jobs N] [--timeout S] [--text] FILE.py|FOLDER ...
// --text prints what a reader wants to see instead of JSON.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runOnReference } from './pool.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { jobs: { type: 'string' }, timeout: { type: 'string' }, text: { type: 'boolean' } },
});
if (!positionals.length) {
  console.error('usage: node tests/conformance/reference/run.mjs [--jobs N] [--timeout S] [--text] FILE.py|FOLDER ...');
  process.exit(2);
}
const files = positionals.flatMap(path => statSync(path).isDirectory()
  ? readdirSync(path, { recursive: true }).filter(name => name.endsWith('.py')).sort().map(name => join(path, name))
  : [path]);
const options = {};
if (values.jobs) options.jobs = +values.jobs;
if (values.timeout) options.timeout = +values.timeout;
const records = await runOnReference(files.map(file => ({ source: readFileSync(file, 'utf8') })), options);
if (values.text) {
  records.forEach((r, i) => {
    const { stdout, stderr, ...rest } = r;
    console.log(`==== ${files[i]} ${JSON.stringify(rest)}\n${stdout}${stderr && '---- stderr\n' + stderr}`);
  });
} else {
  console.log(JSON.stringify(records.map((r, i) => ({ file: files[i], ...r })), null, 1));
}
