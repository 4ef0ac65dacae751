// What every peer in node does: a line in is the path of a program, a line out the seconds of processor that it took.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** Seconds of processor that this process has used; on a busy machine they say more than a clock on the wall. */
export function processorSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Answers each path on stdin with what `measure(source)` gives, in order; "nan" where the peer cannot run it. */
export async function serve(measure) {
  for await (const path of createInterface({ input: process.stdin })) {
    let seconds = NaN;
    try {
      seconds = await measure(readFileSync(path, 'utf8'));
    } catch {
      // it lacks something that the program needs
    }
    process.stdout.write(`${Number.isFinite(seconds) ? seconds : 'nan'}\n`);
  }
}
