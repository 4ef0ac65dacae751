// The test programs and their recorded expectations: programs/<feature>/<behaviour>.py and expected/<same>.json.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const PROGRAMS = join(here, 'programs');
export const EXPECTED = join(here, 'expected');

const slashes = path => path.replaceAll('\\', '/');
const filesUnder = (folder, suffix) => existsSync(folder)
  ? readdirSync(folder, { recursive: true }).map(slashes).filter(name => name.endsWith(suffix)).sort()
  : [];

/** [{name: 'asyncio/tasks/cancel_twice', feature: 'asyncio/tasks', file, source}] */
export function listPrograms({ only } = {}) {
  return filesUnder(PROGRAMS, '.py')
    .map(path => path.slice(0, -3))
    .filter(name => !only || name.includes(only))
    .map(name => {
      const file = join(PROGRAMS, name + '.py');
      return { name, feature: slashes(dirname(name)), mayBeRefused: name.startsWith('may_be_refused/'), file: slashes(relative(process.cwd(), file)), source: readFileSync(file, 'utf8') };
    });
}

export const fingerprint = source => createHash('sha256').update(source).digest('hex').slice(0, 16);
const expectationFile = name => join(EXPECTED, name + '.json');

/** The recorded expectation, or null; `stale` when the program has changed since. */
export function readExpectation(program) {
  const file = expectationFile(program.name);
  if (!existsSync(file)) return null;
  const record = JSON.parse(readFileSync(file, 'utf8'));
  return { ...record, stale: record.program !== fingerprint(program.source) };
}

export function writeExpectation(program, record) {
  const file = expectationFile(program.name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ program: fingerprint(program.source), ...record }, null, 1) + '\n');
}

/** Removes expectations whose program is gone; returns their names. */
export function removeOrphans(programs) {
  const names = new Set(programs.map(p => p.name));
  const orphans = filesUnder(EXPECTED, '.json').map(path => path.slice(0, -5)).filter(name => !names.has(name));
  for (const name of orphans) rmSync(expectationFile(name));
  return orphans;
}
