// npm run allocation: every allocation of more than a hundred small programs fails once, natively: the run must end by itself, and
// the next one must be exact (allocation.cpp). Takes minutes; limits.test.mjs fails some of them. In wasm the same code refuses:
// base/heap.cpp knows no platform but for the order in which pages are touched, and nothing of it is the system's.
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from '../../.ci/build.mjs';
import { install } from '../../.ci/install.mjs';
import { isMain, root } from '../../.ci/say.mjs';

/** The smallest programs of the conformance tests, at most three of a folder, so that all features are among them. */
export function smallPrograms() {
  const folder = join(root, 'tests/conformance/programs');
  const sizes = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.py') && !name.startsWith('threads'))
    .map((name) => ({ name, size: statSync(join(folder, name)).size })).filter(({ size }) => size < 420).sort((a, b) => a.size - b.size);
  const taken = new Map();
  return sizes.filter(({ name }) => taken.set(dirname(name), (taken.get(dirname(name)) ?? 0) + 1).get(dirname(name)) <= 3).map(({ name }) => join(folder, name));
}

if (isMain(import.meta)) {
  await install('test');
  await build('native');
  const child = spawn(join(root, '.build/native/ap_allocation'), smallPrograms(), { stdio: 'inherit' });
  child.on('close', (status) => (process.exitCode = status ?? 1));
}
