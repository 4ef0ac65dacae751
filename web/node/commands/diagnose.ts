// diagnose: the usual mistakes of asyncio programs, found in a run.
import { basename } from 'node:path';
import { Engine, type RunOptions, type RunResult } from '../engine.ts';
import { out } from '../terminal.ts';
import { print, readSource, single, UsageError, type Command } from './options.ts';

type Diagnosed = RunResult & { stdout: string; stderr: string };

export const diagnose: Command = {
  name: 'diagnose',
  usage: 'FILE|-\n--json FILE...',
  summary: 'Runs a program and names its mistakes: forgotten awaits, a blocked loop, deadlocks, lost updates ...',
  help: `
  --json          one JSON array, an object a file: diagnoses, stdout, stderr, exit, virtual_seconds

  Each finding says what happened, at which line and when, why it matters, and what to write instead.
  \`run --diagnose FILE\` shows the program's own output first and the findings after it, on stderr.

exit status
  0 no mistake was noticed, or hints only; 1 there are warnings or errors; 2 a mistake in the command

try it
  printf 'import asyncio\\nasyncio.sleep(1)' | asyncio-playground diagnose -
`,
  options: { json: { type: 'boolean' } },
  runs: true,
  async run({ values, files, options }) {
    const engine = await Engine.load();
    if (values.json) {
      if (!files.length) throw new UsageError('diagnose --json takes at least one file');
      const all = files.map((path) => ({ file: basename(path), ...ask(engine, path, options) }));
      print('[' + all.map((one) => JSON.stringify(one)).join(',\n') + ']\n');
      return all.some(hasMistakes) ? 1 : 0;
    }
    const answer = ask(engine, single('diagnose', files), options);
    print((answer.diagnosis_text ?? '').replace(/^(?:(error)|(warning)|hint) \w+/gm, (title, error, warning) => (error ? out.red : warning ? out.yellow : out.bold)(title)));
    return hasMistakes(answer) ? 1 : 0;
  },
};

function ask(engine: Engine, path: string, options: RunOptions): Diagnosed {
  const source = readSource(path);
  return engine.call<Diagnosed>('diagnose', source.bytes, { filename: source.name, ...options });
}

function hasMistakes({ diagnoses = [] }: RunResult): boolean {
  return diagnoses.some(({ severity }) => severity !== 'hint');
}
