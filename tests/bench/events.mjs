// What recording costs: the same programs with their events streamed as NDJSON, against the run without.
import { join } from 'node:path';
import { root } from '../../.ci/say.mjs';
import { Engine } from '../../dist/node/index.mjs';
import { readFileSync } from 'node:fs';
import { processorSeconds } from './peers/serve.mjs';
import { median, table } from './figures.mjs';

const limits = { steps: 1e12, loop_iterations: 1e9 };
const chosen = ['sleep0', 'create_task', 'queue', 'timers'];

export async function eventsTable(rounds) {
  const engine = await Engine.load();
  const rows = [];
  for (const name of chosen) {
    const source = readFileSync(join(root, 'tests/bench/programs', `${name}.py`), 'utf8');
    const took = { without: [], binary: [], ndjson: [] };
    let lines = 0;
    engine.run(source, { limits, format: 'ndjson' }, { text(bytes) { for (const byte of bytes) if (byte === 10) lines++; } });
    const measure = (into, options, sink) => {
      const start = processorSeconds();
      engine.run(source, { limits, ...options }, sink);
      into.push(processorSeconds() - start);
    };
    for (let round = 0; round < rounds; round++) {
      measure(took.without, {}, {});
      measure(took.binary, { events: true }, { events() {} });
      measure(took.ndjson, { format: 'ndjson' }, { text() {} });
    }
    const base = median(took.without), extra = median(took.ndjson) - base;
    rows.push([name, lines, `${(median(took.binary) / base).toFixed(1)}x`, `${(median(took.ndjson) / base).toFixed(1)}x`, '2x', `${(lines / extra / 1e6).toFixed(1)}M`, '2M']);
  }
  return table(['program', 'events', 'recorded', 'as NDJSON', 'bar', 'events a second', 'bar'], rows);
}
