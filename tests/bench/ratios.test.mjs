// A few of the bench's ratios, with much slack, so that a change which costs a third is noticed where it is made. All are of
// processor time and of runs that take turns: a busy machine is busy for both sides.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { Engine } from '../../dist/node/index.mjs';
import { processorSeconds } from './peers/serve.mjs';
import { median } from './figures.mjs';

const here = import.meta.dirname;
const engine = await Engine.load();
const limits = { steps: 1e12, loop_iterations: 1e9, output: 1 << 24 };

/** A program of the bench, made smaller: a test has less time. */
function smaller(name, from, to) {
  const source = readFileSync(join(here, `programs/${name}.py`), 'utf8');
  assert.ok(source.includes(from), `${name}.py has no ${from}`);
  return source.replace(from, to);
}

function seconds(source, options = {}, sink = {}) {
  const start = processorSeconds();
  assert.equal(engine.run(source, { limits, ...options }, sink).exit, 0);
  return processorSeconds() - start;
}

/** The median of `rounds` for each of the sides, which take turns; a first round warms up. */
async function inTurn(rounds, ...sides) {
  const took = sides.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [i, side] of sides.entries()) {
      const one = await side();
      if (round >= 0) took[i].push(one);
    }
  }
  return took.map((all) => median(all));
}

test('resuming through 50 awaits is hardly dearer than through one', async () => {
  const [deep, flat] = await inTurn(5, () => seconds(smaller('await_50', '25_000', '20_000')), () => seconds(smaller('await_1', '25_000', '20_000')));
  assert.ok(deep < 2 * flat, `${(deep / flat).toFixed(2)} times; the bar is 3`);
});

test('events that are recorded, and told as NDJSON, cost little', async () => {
  const source = smaller('sleep0', '20_000', '4_000');
  const [without, binary, ndjson] = await inTurn(5, () => seconds(source), () => seconds(source, { events: true }, { events() {} }), () => seconds(source, { format: 'ndjson' }, { text() {} }));
  assert.ok(binary < 3 * without, `recorded: ${(binary / without).toFixed(2)} times; 1.9 is usual`);
  assert.ok(ndjson < 3.5 * without, `as NDJSON: ${(ndjson / without).toFixed(2)} times; 2.3 is usual, 2 the bar`);
});

test('the engine is faster than Pyodide', { timeout: 120_000 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'ratios-'));
  const peer = spawn(process.execPath, [join(here, 'peers/pyodide.mjs')], { stdio: ['pipe', 'pipe', 'ignore'] });
  t.after(() => {
    peer.kill();
    rmSync(folder, { recursive: true });
  });
  const answers = createInterface({ input: peer.stdout })[Symbol.asyncIterator]();
  for (const [name, from, to, least, usual] of [['sleep0', '20_000', '4_000', 3, 5], ['gather', '100', '20', 3, 6], ['while_loop', '3_000_000', '500_000', 2.5, 4.4], ['fib', 'range(8)', 'range(2)', 0.9, 1.4]]) {
    const source = smaller(name, from, to);
    const file = join(folder, `${name}.py`);
    writeFileSync(file, source);
    const [own, its] = await inTurn(3, () => seconds(source), async () => {
      peer.stdin.write(`${file}\n`);
      return Number((await answers.next()).value);
    });
    assert.ok(its / own > least, `${name}: ${(its / own).toFixed(1)} times as fast; ${usual} is usual`);
    t.diagnostic(`${name}: ${(its / own).toFixed(1)} times as fast`);
  }
});
