// Generates from events.def what must agree with it: C++, the JSON Schema and TypeScript.
//   node engine/trace/generate.mjs            writes the files that would change
//   node engine/trace/generate.mjs --check    writes nothing; status 1 where a file differs
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cppHeader, cppSource } from './generate/cpp.mjs';
import { everyEvent } from './generate/every-event.mjs';
import { jsonSchema } from './generate/json-schema.mjs';
import { parseSchema } from './generate/schema.mjs';
import { typeScript } from './generate/typescript.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');

let schema;
try {
  schema = parseSchema(readFileSync(join(here, 'events.def'), 'utf8'));
} catch (error) {
  console.error(`engine/trace/events.def:${error.line ?? 1}: ${error.message}`);
  process.exit(1);
}

const outputs = [
  ['engine/trace/events.generated.hpp', cppHeader(schema)],
  ['engine/trace/events.generated.cpp', cppSource(schema)],
  ['engine/trace/events.schema.json', jsonSchema(schema)],
  ['web/src/trace/events.generated.ts', typeScript(schema)],
  ['tests/unit/trace/every_event.generated.hpp', everyEvent(schema)],
];

const check = process.argv.includes('--check');
let differing = 0;
for (const [name, text] of outputs) {
  const path = join(root, name);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  differing++;
  if (check) {
    console.error(`${name} is not what events.def says: run \`node ${relative(root, fileURLToPath(import.meta.url))}\``);
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${name}`);
  }
}
if (check && differing > 0) process.exit(1);
