// What trace, events and export have in common: a run turned into one of the engine's formats.
import { Engine, type RunOptions } from '../engine.ts';
import { print, readSource, single, UsageError, writeAll } from './options.ts';

/**
 * Runs the one file and writes its trace in this format to standard output (or, `whole`, as the text in one JSON object);
 * gives the program's exit status.
 */
export async function runFormat(command: string, files: string[], options: RunOptions, format: string, whole = false): Promise<number> {
  const source = readSource(single(command, files));
  const engine = await Engine.load();
  const decoder = new TextDecoder();
  let content = '';
  const result = engine.run(source.bytes, { ...options, format }, { text: whole ? (bytes) => (content += decoder.decode(bytes, { stream: true })) : (bytes) => writeAll(1, bytes) });
  if (result.error) throw new UsageError(result.error);
  if (whole) print(`${JSON.stringify({ file: source.name, format, exit: result.exit, virtual_seconds: result.virtual_seconds, content })}\n`);
  return result.exit;
}
