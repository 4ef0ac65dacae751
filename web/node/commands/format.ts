// What trace, events and export have in common: a run turned into one of the engine's formats.
import { Engine, type RunOptions } from '../engine.ts';
import { readSource, single, UsageError, writeAll } from './options.ts';

/** Runs the one file and writes its trace in this format to standard output; gives the program's exit status. */
export async function runFormat(command: string, files: string[], options: RunOptions, format: string): Promise<number> {
  const source = readSource(single(command, files));
  const engine = await Engine.load();
  const result = engine.run(source.bytes, { ...options, format }, { text: (bytes) => writeAll(1, bytes) });
  if (result.error) throw new UsageError(result.error);
  return result.exit;
}
