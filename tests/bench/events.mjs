// What recording costs: the same programs with their events streamed as NDJSON, against the run without.
import { join } from 'node:path';
import { root } from '../../.ci/say.mjs';
import { Engine } from '../../dist/node/index.mjs';
import { readFileSync } from 'node:fs';
import { processorSeconds } from './peers/serve.mjs';
import { median, table } from './figures.mjs';

const limits = { steps: 1e12, loop_iterations: 1e9 };
const chosen = ['sleep0', 'create_task', 'queue', 'timers'];

/** The bar is for what the issue names, scheduling; beside it all that is told unless a program's run says otherwise. */
const kinds = { scheduling: { categories: 'scheduling' }, all: {} };

export async function eventsTable(rounds) {
  const engine = await Engine.load();
  const rows = [];
  for (const name of chosen) {
    const source = readFileSync(join(root, 'tests/bench/programs', `${name}.py`), 'utf8');
    const measure = (into, options, sink) => {
      const start = processorSeconds();
      engine.run(source, { limits, ...options }, sink);
      into.push(processorSeconds() - start);
    };
    const without = [];
    const took = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, { lines: 0, binary: [], ndjson: [] }]));
    for (const [kind, options] of Object.entries(kinds)) {
      const count = (bytes) => { for (const byte of bytes) if (byte === 10) took[kind].lines++; };
      engine.run(source, { limits, ...options, format: 'ndjson' }, { text: count });
    }
    for (let round = 0; round < rounds; round++) {
      measure(without, {}, {});
      for (const [kind, options] of Object.entries(kinds)) {
        measure(took[kind].binary, { ...options, events: true }, { events() {} });
        measure(took[kind].ndjson, { ...options, format: 'ndjson' }, { text() {} });
      }
    }
    const base = median(without);
    const times = (list) => `${(median(list) / base).toFixed(1)}x`;
    const { scheduling, all } = took;
    rows.push([name, scheduling.lines, times(scheduling.binary), times(scheduling.ndjson), '2x', all.lines, times(all.binary), times(all.ndjson),
      `${(all.lines / (median(all.ndjson) - base) / 1e6).toFixed(1)}M`, '2M']);
  }
  return table(['program', 'of scheduling', 'recorded', 'as NDJSON', 'bar', 'all events', 'recorded', 'as NDJSON', 'events a second', 'bar'], rows);
}
