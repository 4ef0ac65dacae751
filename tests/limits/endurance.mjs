// Many runs in one wasm instance, hostile ones between: its memory must not grow, and what it does must not change.
//   node tests/limits/endurance.mjs [--runs 10000]
import { parseArgs } from 'node:util';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, root } from '../../.ci/say.mjs';
import { hostile, probe } from './hostile.mjs';
import { instance } from './instance.mjs';

/** Megabytes by which `runs` runs may make the instance larger, after all of them have been there once. */
export const allowedGrowth = 1;

/** @returns {runs, growth: megabytes, memory: megabytes, differing: how many probes were not as on a fresh instance} */
export async function endure(runs) {
  const folder = join(root, 'tests/conformance/programs');
  const programs = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.py') && statSync(join(folder, name)).size < 1500).slice(0, 200).map((name) => readFileSync(join(folder, name), 'utf8'));
  const quick = hostile.filter(({ name }) => !/million|100,000|gone|small things|^memory$/.test(name));
  const options = { events: true, limits: { steps: 2_000_000 } };
  const fresh = (await instance()).run(probe, options);
  const engine = await instance();
  let differing = 0;
  let count = 0;
  const one = (i, all) => {
    if (i % 20 === 19) {
      const { source, options: own } = all[Math.floor(i / 20) % all.length];
      engine.run(source, { events: true, ...own });
    } else if (i % 20 === 0) {
      const again = engine.run(probe, options);
      if (again.stderr !== fresh.stderr || again.stdout !== fresh.stdout || !again.events.equals(fresh.events)) differing++;
    } else {
      engine.run(programs[i % programs.length], options);
    }
    count++;
  };
  // Once through all of them: the largest decides how large the instance is.
  for (const { source, options: own } of hostile) engine.run(source, { events: true, ...own });
  for (const source of programs) engine.run(source, options);
  const before = engine.memory;
  for (let i = 0; i < runs; i++) one(i, quick);
  return { runs: count, growth: (engine.memory - before) / 2 ** 20, memory: engine.memory / 2 ** 20, differing };
}

if (isMain(import.meta)) {
  const { values } = parseArgs({ options: { runs: { type: 'string' } } });
  const { runs, growth, memory, differing } = await endure(Number(values.runs ?? 10_000));
  console.log(`${runs} runs in one instance of ${memory} MB: it grew by ${growth} MB; ${differing} probes differ from a fresh instance's`);
  process.exitCode = growth > allowedGrowth || differing ? 1 : 0;
}
