// All programs that the tests about events run: the conformance programs and those of the course.
import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');

export const programs = ['tests/conformance/programs', 'scenarios'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name))
    .filter((name) => name.endsWith('.py')).sort());

const run = promisify(execFile);

/** The answer of `ap VERB` for each file, by two processes. */
export async function ask(verb, files, options) {
  const middle = Math.ceil(files.length / 2);
  const parts = await Promise.all([files.slice(0, middle), files.slice(middle)].filter((part) => part.length > 0).map((part) =>
    run(join(root, '.build/native/ap'), [verb, '--json', ...part, '--options', JSON.stringify(options)], { cwd: root, maxBuffer: 2 ** 30 })));
  return parts.flatMap(({ stdout }) => JSON.parse(stdout));
}

/** Programs that are about running into a limit take long, and repeat themselves. */
export const limits = { steps: 20_000_000, loop_iterations: 20_000 };

export const isSmall = (file) => statSync(join(root, file)).size < 20_000;
