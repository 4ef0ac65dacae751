// Each limit in wasm, one instance for all: what is said, where, and that the next run is as on a fresh engine, to the byte of
// its events. limits.test.mjs has the same natively.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { allowedGrowth, endure } from './endurance.mjs';
import { hostile, probe, tenMegabytes } from './hostile.mjs';
import { instance } from './instance.mjs';
import { right } from './right.mjs';

let engine;
let fresh;

before(async () => {
  fresh = (await instance()).run(probe, { events: true });
  engine = await instance();
});

function asFresh(after) {
  const again = engine.run(probe, { events: true });
  assert.equal(again.stdout, fresh.stdout, `after ${after}`);
  assert.equal(again.stderr, fresh.stderr, `after ${after}`);
  assert.ok(again.events.equals(fresh.events), `the events of the run after ${after}`);
}

test('the same messages, and the next run is as on a fresh engine', { timeout: 240_000 }, () => {
  for (const one of hostile) {
    // Recorded, unless the point is that nobody records; then what is told up to the limit is there as well.
    const seen = engine.run(one.source, { events: !one.silent, ...one.options });
    right(one, seen);
    if (!one.silent) assert.ok(seen.events.length > 0, `${one.name}: its events`);
    asFresh(one.name);
  }
});

test('ten megabytes of source are answered within two seconds', { timeout: 60_000 }, () => {
  const began = process.cpuUsage();
  const { stderr, exit } = engine.run(tenMegabytes);
  const { user } = process.cpuUsage(began);
  assert.ok([0, 1].includes(exit), stderr.slice(-200));
  assert.ok(user / 1e6 < 2, `${(user / 1e6).toFixed(1)} s`);
  asFresh('ten megabytes of source');
});

test('MemoryError for what nobody could have comes within 10 ms', () => {
  for (const source of ['[0] * 10**12', '"a" * 10**15', '1 << 10**12', 'bytes(10**12)', 'bytearray(10**12)', '(0,) * 10**12', '"a".ljust(10**15)']) {
    const times = Array.from({ length: 5 }, () => {
      const began = process.cpuUsage();
      assert.match(engine.run(source).stderr, /^MemoryError$/m, source);
      return process.cpuUsage(began).user / 1000;
    });
    assert.ok(Math.min(...times) < 10, `${source}: ${times}`);
  }
  asFresh('giants');
});

// `npm run endurance`: ten thousand.
test('five hundred runs in one instance, hostile ones between', { timeout: 240_000 }, async () => {
  const { growth, differing } = await endure(500);
  assert.equal(differing, 0);
  assert.ok(growth <= allowedGrowth, `it grew by ${growth} MB`);
});
