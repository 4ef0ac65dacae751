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

/** The answer of `ap VERB` for each file, by two processes at a time; a portion's answers must fit into one string. */
export async function ask(verb, files, options, portion = Math.ceil(files.length / 2)) {
  const portions = [];
  for (let at = 0; at < files.length; at += portion) portions.push(files.slice(at, at + portion));
  const answers = [];
  const worker = async (turn) => {
    for (; turn < portions.length; turn += 2) {
      const { stdout } = await run(join(root, `.build/${process.env.AP_BUILD ?? 'native'}/ap`), [verb, '--json', ...portions[turn], '--options', JSON.stringify(options)], { cwd: root, maxBuffer: 2 ** 29 - 32 });
      answers[turn] = JSON.parse(stdout);
    }
  };
  await Promise.all([worker(0), worker(1)]);
  return answers.flat();
}

/** Programs that are about running into a limit take long, and repeat themselves. */
export const limits = { steps: 20_000_000, loop_iterations: 20_000 };

export const isSmall = (file) => statSync(join(root, file)).size < 20_000;
