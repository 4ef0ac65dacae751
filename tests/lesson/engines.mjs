// The two engines that must say the same: the native command and the wasm in node. Each answers ask(verb, source, options)
// with the engine's own JSON text.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const ap = join(root, `.build/${process.env.AP_BUILD ?? 'native'}/ap`);

export function native(verb, source, options = {}) {
  // `run` of the native command prints; its verb is reached by the option --json of one file.
  const { stdout, stderr, error, signal } = spawnSync(ap, [verb, '-', '--options', JSON.stringify(options)], { input: source, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw error;
  if (signal) throw new Error(`the native engine was ended by ${signal}: ${stderr}`);
  return stdout.replace(/\n$/, '');
}

let engine;
export async function wasm() {
  if (!engine) {
    const { Engine } = await import('../../dist/node/index.mjs');
    const loaded = await Engine.load();
    engine = (verb, source, options = {}) => loaded.callText(verb, source, options);
  }
  return engine;
}

/** A run's stdout and length natively. */
export function run(source, options = {}) {
  const { stdout } = spawnSync(ap, ['run', '-', '--options', JSON.stringify({ ...options, format: 'ndjson' })], { input: source, encoding: 'utf8', maxBuffer: 1 << 28 });
  const events = stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
  const lines = [];
  let open = false;
  for (const { type, stream, text, t } of events) {
    if (type !== 'output' || stream !== 'stdout') continue;
    for (const piece of text.split(/(?<=\n)/)) {
      if (open) lines.at(-1).text += piece.replace(/\n$/, '');
      else lines.push({ text: piece.replace(/\n$/, ''), t });
      open = !piece.endsWith('\n');
    }
  }
  return { lines, events, total: events.at(-1).virtual_seconds };
}

export const json = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** A scenario of the course as the verb `check` takes it. */
export function bundle(id) {
  const scenario = json(`scenarios/${id}/scenario.json`);
  const files = Object.fromEntries(scenario.programs.map(({ file }) => [file, readFileSync(join(root, 'scenarios', id, file), 'utf8')]));
  return { scenario, files, misconceptions: json('scenarios/misconceptions.json').misconceptions };
}

export const course = () => json('scenarios/course.json').chapters.flatMap(({ scenarios }) => scenarios);

/** Answers to a scenario's questions: some right, the typical wrong ones, and some that are no answers at all. */
export function tried(id) {
  const at = join(root, 'scenarios', id, 'answers.json');
  const own = existsSync(at) ? JSON.parse(readFileSync(at, 'utf8')).questions : {};
  return (bundle(id).scenario.questions ?? []).flatMap(({ id: question }) => {
    const { right = [], wrong = [] } = own[question] ?? {};
    const given = [...right.slice(0, 1), ...wrong.slice(0, 2)].map(({ file, answer }) => (file ? readFileSync(join(root, 'scenarios', id, file), 'utf8') : answer));
    return [...given, null].map((answer) => ({ question, answer }));
  });
}
