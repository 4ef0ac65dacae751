// What the commands share: their options, reading a source, writing to pipes, mistakes in a command.
import { readFileSync, statSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Limits, RunOptions, RunSink } from '../engine.ts';
import { besideProgress, out } from '../terminal.ts';

/** A command of asyncio-playground: a file of this folder, and a row in index.ts. */
export interface Command {
  name: string;
  /** What stands after the command in a usage line: "[--json] FILE...". */
  usage: string;
  /** One line for the list of commands. */
  summary: string;
  /** What `--help` says below the usage line; the shared options are added. */
  help: string;
  /** Its own options, as node's parseArgs takes them. */
  options?: NonNullable<ParseArgsConfig['options']>;
  /** Does it take the options of runs (--seed and so on)? */
  runs: boolean;
  /** Does it go on until it is ended? Then no line says how long it takes. */
  stays?: boolean;
  /** Does the work; gives the exit status. */
  run(args: Arguments): Promise<number>;
}

export interface Arguments {
  /** The command's own options, by name. */
  values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  /** What follows the command: files, usually. */
  files: string[];
  /** The options of the run. */
  options: RunOptions;
}

/** A mistake in the command: one sentence on stderr, status 2. */
export class UsageError extends Error {}

/** The options that set limits: which one, and what its number may be besides a whole one. SECURITY.md has what each says. */
const limits: Record<string, { limit: keyof Limits; bytes?: true; seconds?: true }> = {
  steps: { limit: 'steps' },
  memory: { limit: 'memory', bytes: true },
  recursion: { limit: 'recursion' },
  output: { limit: 'output', bytes: true },
  iterations: { limit: 'loop_iterations' },
  until: { limit: 'virtual_seconds', seconds: true },
  'max-events': { limit: 'events' },
};

/** Options of all commands that run programs. */
export const shared = {
  seed: { type: 'string' },
  steps: { type: 'string' },
  memory: { type: 'string' },
  recursion: { type: 'string' },
  output: { type: 'string' },
  iterations: { type: 'string' },
  until: { type: 'string' },
  'max-events': { type: 'string' },
  input: { type: 'string', multiple: true },
  latency: { type: 'string' },
  network: { type: 'string' },
} as const;

const SHARED_HELP = `options of the run
  --seed N        the seed of random (0)
  --input TEXT    an answer to input(); again for the next one
  --latency S     seconds until an answer is there in the simulated network (2; 0 for streams)
  --network FILE  JSON: how the simulated network answers (latency, status, headers, body, failure; by URL)

limits of the run
  --steps N       steps of the interpreter (2,000,000,000)
  --memory N      bytes of Python objects, also as 64M or 500K (256M)
  --recursion N   calls inside calls (1000)
  --output N      bytes that are shown, also as 1M (1M)
  --iterations N  rounds of the event loop (500,000)
  --until S       seconds of the simulated clock (1e15)
  --max-events N  events that are told, where any are (10,000,000)
`;

export function helpOf(command: Command): string {
  const usage = command.usage.split('\n').map((line) => `  asyncio-playground ${command.name} ${line}\n`).join('');
  const [own, example] = command.help.replace(/^\n+|\s+$/g, '').split(/\n+(?=try it\n)/);
  return headings(`${command.summary}\n\nusage\n${usage}\n${own}\n${command.runs ? `\n${SHARED_HELP}` : ''}${example ? `\n${example}\n` : ''}`);
}

/** A help's headings (what stands alone on a line, without a margin) stand out on a terminal. */
export const headings = (help: string): string => help.replace(/^[a-z][a-z ]*$/gm, (line) => out.bold(line));

/** Reads the arguments behind a command's name. Undefined: help was asked for. */
export function parse(command: Command, argv: string[]): Arguments | undefined {
  const options = { help: { type: 'boolean', short: 'h' }, ...command.options, ...(command.runs ? shared : {}) } as const satisfies ParseArgsConfig['options'];
  let parsed;
  try {
    parsed = parseArgs({ args: argv, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(inOurWords(error as NodeJS.ErrnoException, command.name, Object.keys(options)));
  }
  const { values, positionals } = parsed;
  if (values.help) return undefined;
  return { values, files: positionals, options: runOptions(values) };
}

/** What parseArgs says is for people who write commands; this is for those who use one. */
function inOurWords(error: NodeJS.ErrnoException, command: string, options: string[]): string {
  const [, named = ''] = /'(-[^' ]*)/.exec(error.message) ?? [];
  const help = `(asyncio-playground ${command} --help lists them)`;
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = nearest(named.replace(/^-+/, ''), options);
    return `${command} has no option '${named}'${near ? `; did you mean '--${near}'?` : ''} ${help}`;
  }
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return /does not take/.test(error.message) ? `${named} takes no value ${help}` : `${named} wants a value after it ${help}`;
  return error.message;
}

/** The known word that somebody may have meant; undefined: none is close enough. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const distance = (a: string, b: string): number => {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
      row = next;
    }
    return row[b.length]!;
  };
  const [best] = known.map((name) => ({ name, far: distance(word, name) })).sort((a, b) => a.far - b.far);
  return best && best.far <= Math.max(1, Math.floor(word.length / 3)) ? best.name : undefined;
}

function runOptions(values: Arguments['values']): RunOptions {
  const options: RunOptions = {};
  const seed = wholeNumber(values, 'seed');
  if (seed !== undefined) options.seed = seed;
  for (const name of Object.keys(limits)) {
    const value = limitOf(name, values[name] as string | undefined);
    if (value !== undefined) options.limits = { ...options.limits, [limits[name]!.limit]: value };
  }
  if (values.network) options.network = readNetwork(values.network as string);
  if (values.latency !== undefined) {
    const latency = Number(values.latency);
    if (values.latency === '' || !(latency >= 0 && latency < Infinity)) throw new UsageError(`--latency takes seconds, not '${String(values.latency)}'`);
    options.network = { ...options.network, latency };
  }
  if (values.input) options.input = values.input as string[];
  return options;
}

function limitOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const { bytes, seconds } = limits[name]!;
  const [, digits, unit] = (bytes ? /^(\d+)([KM]?)$/i : seconds ? /^(\d+(?:\.\d*)?(?:e\d+)?)$/i : /^(\d+)$/).exec(text) ?? [];
  const value = Number(digits) * ({ K: 1024, M: 1024 ** 2 }[unit?.toUpperCase() ?? ''] ?? 1);
  if (digits === undefined || value > Number.MAX_SAFE_INTEGER || (name === 'recursion' && value < 1)) {
    const wanted = bytes ? 'bytes, such as 500000, 500K or 64M' : seconds ? 'seconds' : `a whole number${name === 'recursion' ? ' from 1' : ''}`;
    throw new UsageError(`--${name} takes ${wanted}, not '${text}'`);
  }
  return value;
}

function readNetwork(path: string): NonNullable<RunOptions['network']> {
  try {
    return JSON.parse(new TextDecoder().decode(readSource(path).bytes)) as NonNullable<RunOptions['network']>;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} is not JSON: ${(error as Error).message}`);
  }
}

/** An option that is a whole number from 0. */
export function wholeNumber(values: Arguments['values'], name: string): number | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  const n = Number(value);
  if (!Number.isSafeInteger(n) || n < 0 || value === '') throw new UsageError(`--${name} takes a whole number, not '${String(value)}'`);
  return n;
}

/** The one file that a command takes. */
export function single(command: string, files: string[]): string {
  if (files.length !== 1) throw new UsageError(`${command} takes one file (or - for standard input), not ${files.length}`);
  return files[0]!;
}

export interface Source {
  name: string;
  bytes: Uint8Array;
}

/** The file's bytes, or one clear sentence. `-` is standard input. */
export function readSource(path: string): Source {
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
export function writeAll(fd: number, bytes: Uint8Array): void {
  besideProgress(fd, bytes, () => writeBytes(fd, bytes));
}

function writeBytes(fd: number, bytes: Uint8Array): void {
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

const encoder = new TextEncoder();

/** Writes a text to standard output. */
export function print(text: string): void {
  writeAll(1, encoder.encode(text));
}

export const toStandardStreams: RunSink = {
  stdout: (bytes) => writeAll(1, bytes),
  stderr: (bytes) => writeAll(2, bytes),
};
