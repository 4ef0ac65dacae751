// The package's entry for node: run and trace programs from a script.
//
//   import { run } from 'asyncio-playground';
//   const { stdout, virtual_seconds } = await run("import asyncio\nasyncio.run(asyncio.sleep(3))");
import { Engine, type RunOptions, type RunResult } from './engine.ts';

export { Engine } from './engine.ts';
export type { Limits, RunOptions, RunResult, RunSink } from './engine.ts';

let loaded: Promise<Engine> | undefined;

export interface Finished extends RunResult {
  stdout: string;
  stderr: string;
}

/** Runs a program and gives what it printed, its exit status and its virtual time in seconds. */
export async function run(source: string, options: RunOptions = {}): Promise<Finished> {
  const engine = await (loaded ??= Engine.load());
  const out = new TextDecoder();
  const err = new TextDecoder();
  let stdout = '';
  let stderr = '';
  const result = engine.run(source, options, {
    stdout: (bytes) => (stdout += out.decode(bytes, { stream: true })),
    stderr: (bytes) => (stderr += err.decode(bytes, { stream: true })),
  });
  if (result.error) throw new TypeError(result.error);
  return { ...result, stdout, stderr };
}

/** Asks the engine about a program; see Engine.call. */
export async function call<Answer>(name: string, source: string, options: object = {}): Promise<Answer> {
  return (await (loaded ??= Engine.load())).call<Answer>(name, source, options);
}

/** Runs a program and gives its trace in one of the formats ndjson, text, rows, chrome, mermaid-sequence, mermaid-gantt, svg. */
export async function trace(source: string, format = 'text', options: RunOptions = {}): Promise<string> {
  const engine = await (loaded ??= Engine.load());
  const decoder = new TextDecoder();
  let text = '';
  const result = engine.run(source, { ...options, format }, { text: (bytes) => (text += decoder.decode(bytes, { stream: true })) });
  if (result.error) throw new TypeError(result.error);
  return text;
}
