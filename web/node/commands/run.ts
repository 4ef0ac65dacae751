// run: what the program prints, its exit status.
import { basename } from 'node:path';
import { Engine, type RunOptions } from '../engine.ts';
import { print, readSource, single, toStandardStreams, UsageError, type Command } from './options.ts';
import { runFormat } from './format.ts';

export const run: Command = {
  name: 'run',
  usage: 'FILE|-\n--json FILE...\n--events FILE|-',
  summary: 'Runs a program: its output, its exit status, at once, however long it sleeps.',
  help: `
  --json          one JSON array, an object a file: stdout, stderr, exit, virtual_seconds
  --events        the event stream instead, one JSON object a line (NDJSON), as the command events gives it
  --diagnose      its mistakes after its output, on stderr, as the command diagnose finds them
  --lines         with --events: also each line of the program as it is reached

exit status
  0 the program ended; 1 an exception that nobody caught, or a program that is refused; 3 a limit stopped it;
  otherwise what the program gave to sys.exit(). With --json: 0, and each object has its own exit

try it
  printf 'import asyncio\\nasyncio.run(asyncio.sleep(3600))\\nprint("an hour")' | asyncio-playground run -
`,
  options: { json: { type: 'boolean' }, diagnose: { type: 'boolean' }, events: { type: 'boolean' }, lines: { type: 'boolean' } },
  runs: true,
  async run({ values, files, options }) {
    if (values.lines) options.lines = true;
    if (values.diagnose) options.diagnose = true;
    if (values.json) {
      if (!files.length) throw new UsageError('run --json takes at least one file');
      return runJson(files, options);
    }
    if (values.events) return runFormat('run', files, options, 'ndjson');
    const source = readSource(single('run', files));
    const engine = await Engine.load();
    const result = engine.run(source.bytes, options, toStandardStreams);
    if (result.error) throw new UsageError(result.error);
    if (result.hint && !options.diagnose) toStandardStreams.stderr?.(new TextEncoder().encode(`hint: ${result.hint}\n`));
    if (result.diagnosis_text) toStandardStreams.stderr?.(new TextEncoder().encode(`\n${result.diagnosis_text}`));
    return result.exit;
  },
};

async function runJson(files: string[], options: RunOptions): Promise<number> {
  const engine = await Engine.load();
  print('[');
  let first = true;
  for (const path of files) {
    let record: Record<string, unknown>;
    try {
      const source = readSource(path);
      const out = new TextDecoder();
      const err = new TextDecoder();
      let stdout = '';
      let stderr = '';
      const result = engine.run(source.bytes, options, {
        stdout: (bytes) => (stdout += out.decode(bytes, { stream: true })),
        stderr: (bytes) => (stderr += err.decode(bytes, { stream: true })),
      });
      const { exit, virtual_seconds, ...rest } = result;
      record = { file: source.name, stdout, stderr, exit, virtual_seconds, ...rest };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      record = { file: basename(path), stdout: '', stderr: `asyncio-playground: ${error.message}\n`, exit: 2, virtual_seconds: 0 };
    }
    print((first ? '' : ',') + JSON.stringify(record) + '\n');
    first = false;
  }
  print(']\n');
  return 0;
}
