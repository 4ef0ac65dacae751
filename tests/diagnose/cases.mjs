// The programs of this folder, and what an engine says about them.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, '../..');

/** Engines that are built: a name, and a function from a file to the answer of the verb. */
export function engines() {
  const all = [];
  for (const name of ['native', 'asan']) {
    const ap = join(root, `.build/${name}/ap`);
    // One process for many programs: an array of answers.
    if (existsSync(ap)) all.push({ name, ask: (verb, programs) => JSON.parse(execFileSync(ap, [verb, '--json', ...programs.map(({ file }) => file)], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] })) });
  }
  return all;
}

export function programs(folder, below = here) {
  return readdirSync(join(below, folder), { recursive: true }).filter((name) => name.endsWith('.py')).sort().map((name) => ({ name: `${folder}/${name}`.slice(0, -3), file: join(below, folder, name) }));
}

export const expected = ({ file }) => readFileSync(file.replace(/\.py$/, '.txt'), 'utf8');

/** "cancel_swallowed lost_update" of an answer's findings. */
export const codes = (answer) => [...new Set((answer.diagnoses ?? []).map((d) => d.code))].sort().join(' ');

/** The programs of the course and of the conformance tests, in which mistakes are made on purpose only. */
export const corpora = () => [...programs('scenarios', root), ...programs('tests/conformance/programs', root)];

export function noticed() {
  const text = readFileSync(join(here, 'noticed.txt'), 'utf8');
  return new Map(text.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split(': ')));
}
