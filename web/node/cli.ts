#!/usr/bin/env node
// asyncio-playground: the command for people. See `asyncio-playground --help`.
import { readFileSync, statSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { Engine, type RunOptions, type RunSink } from './engine.ts';

const HELP = `asyncio-playground: run Python asyncio programs on a simulated clock

  A program that sleeps for an hour ends at once, prints what CPython 3.14 prints, in CPython's order,
  and can be looked at step by step.

usage
  asyncio-playground run FILE|-            run it: its output, its exit status
  asyncio-playground run --json FILE...    one JSON array, an object a file
  asyncio-playground run --events FILE|-   the event stream, one JSON object a line (NDJSON)
  asyncio-playground trace FILE|-          the story of the run in words: who runs, who waits, what wakes whom
  asyncio-playground export FORMAT FILE|-  chrome (open it in ui.perfetto.dev), svg, mermaid-sequence, mermaid-gantt, ndjson, text

options
  --seed N        the seed of random (0)
  --input TEXT    an answer to input(); again for the next one
  --steps N       stop after so many steps of the interpreter
  --lines         trace and events: also each line of the program as it is reached
  -h, --help

exit status
  0  the program ended        1  an exception that nobody caught, or a program that is refused
  2  a mistake in the command 3  a limit stopped the program
  n  what the program gave to sys.exit()

try it
  printf 'import asyncio\\nasyncio.run(asyncio.sleep(3600, print("an hour in no time")))' | asyncio-playground run -
`;

class UsageError extends Error {}

interface Source {
  name: string;
  bytes: Uint8Array;
}

/** The file's bytes, or one clear sentence. `-` is standard input. */
function readSource(path: string): Source {
  if (path === '-') return { name: '-', bytes: readFileSync(0) };
  try {
    if (statSync(path).isDirectory()) throw new UsageError(`'${path}' is a directory: name a Python file`);
    return { name: basename(path), bytes: readFileSync(path) };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new UsageError(`there is no file '${path}'`);
    if (code === 'EACCES') throw new UsageError(`'${path}' may not be read`);
    throw new UsageError(`'${path}' cannot be read: ${(error as Error).message}`);
  }
}

/** Writes all of it, also to a pipe that is slow; a closed pipe ends us quietly, as `head` expects. */
function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EAGAIN') continue;
      if (code === 'EPIPE') process.exit(0);
      throw error;
    }
  }
}

const toStandardStreams: RunSink = {
  stdout: (bytes) => writeAll(1, bytes),
  stderr: (bytes) => writeAll(2, bytes),
};

function runOptions(values: Record<string, unknown>): RunOptions {
  const options: RunOptions = {};
  const number = (name: string): number | undefined => {
    if (values[name] === undefined) return undefined;
    const n = Number(values[name]);
    if (!Number.isSafeInteger(n) || n < 0) throw new UsageError(`--${name} takes a whole number, not '${String(values[name])}'`);
    return n;
  };
  const seed = number('seed');
  if (seed !== undefined) options.seed = seed;
  const steps = number('steps');
  if (steps !== undefined) options.limits = { steps };
  if (values.input) options.input = values.input as string[];
  if (values.lines) options.lines = true;
  return options;
}

async function runJson(files: string[], options: RunOptions): Promise<number> {
  const engine = await Engine.load();
  writeAll(1, new TextEncoder().encode('['));
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
    writeAll(1, new TextEncoder().encode((first ? '' : ',') + JSON.stringify(record) + '\n'));
    first = false;
  }
  writeAll(1, new TextEncoder().encode(']\n'));
  return 0;
}

async function runOne(path: string, options: RunOptions, format: string | undefined): Promise<number> {
  const source = readSource(path);
  const engine = await Engine.load();
  const sink: RunSink = format ? { text: (bytes) => writeAll(1, bytes) } : toStandardStreams;
  if (format) options.format = format;
  const result = engine.run(source.bytes, options, sink);
  if (result.error) throw new UsageError(result.error);
  return result.exit;
}

async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      json: { type: 'boolean' },
      events: { type: 'boolean' },
      lines: { type: 'boolean' },
      seed: { type: 'string' },
      steps: { type: 'string' },
      input: { type: 'string', multiple: true },
    },
  });
  const [command, ...files] = positionals;
  if (values.help || command === 'help') {
    writeAll(1, new TextEncoder().encode(HELP));
    return 0;
  }
  const options = runOptions(values);
  const single = (): string => {
    if (files.length !== 1) throw new UsageError(`${command} takes one file (or - for standard input), not ${files.length}`);
    return files[0]!;
  };
  switch (command) {
    case 'run':
      if (values.json) {
        if (!files.length) throw new UsageError('run --json takes at least one file');
        return runJson(files, options);
      }
      return runOne(single(), options, values.events ? 'ndjson' : undefined);
    case 'events':
      return runOne(single(), options, 'ndjson');
    case 'trace':
      return runOne(single(), options, 'text');
    case 'export': {
      const format = files.shift();
      if (!format) throw new UsageError('export takes a format and a file');
      return runOne(single(), options, format);
    }
    case undefined:
      throw new UsageError('say what to do: run, trace, events or export (--help explains)');
    default:
      throw new UsageError(`there is no command '${command}'; there are run, trace, events, export (--help explains)`);
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const usage = error instanceof UsageError || String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
  if (!usage) throw error;
  process.stderr.write(`asyncio-playground: ${(error as Error).message}\n`);
  process.exitCode = 2;
}
