// `inspect` runs the program again and only counts events on its way. Where it stops, the event is the one that the stream has
// there, and the state is what the stream tells.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { join } from 'node:path';
import { limits, programs, root } from './programs.mjs';

const ap = (...args) => execFileSync(join(root, `.build/${process.env.AP_BUILD ?? 'native'}/ap`), args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] });
const stream = (file) => {
  let text;
  try {
    text = ap('run', file, '--options', JSON.stringify({ format: 'ndjson', limits }));
  } catch (failed) {
    text = failed.stdout;  // the program's own exit status
  }
  return text.trimEnd().split('\n');
};
const inspect = (file, at) => JSON.parse(ap('inspect', file, '--options', JSON.stringify({ ...at, limits })));

test('the event at which inspect stops is the one of the stream, over a sample', { timeout: 120_000 }, () => {
  let compared = 0;
  for (const file of programs.filter((_, i) => i % 40 === 0)) {
    const lines = stream(file);
    // Beyond the events that are told whole on the way, and the end, whose events come after the program.
    for (const seq of new Set([0, 66, 131, Math.floor(lines.length / 2), lines.length - 3])) {
      if (seq < 0 || seq >= lines.length - 1) continue;
      const state = inspect(file, { seq });
      assert.deepEqual(state.event, JSON.parse(lines[seq]), `${file}, event ${seq}`);
      assert.equal(state.seq, seq);
      for (const task of state.tasks) assert.match(task.state, /^(created|ready|running|waiting|returned|raised|cancelled)$/, file);
      compared++;
    }
  }
  assert.ok(compared > 60, `only ${compared}`);
});

test('by time: the last event up to that moment', () => {
  const file = programs.find((name) => name.endsWith('scenarios/queues/closing-time/join.py'));
  const events = stream(file).map((line) => JSON.parse(line));
  for (const t of [0, 0.999, 1, 2.5]) {
    const state = inspect(file, { t });
    assert.equal(state.seq, events.findLast((e) => e.t <= t).seq, `at ${t}`);
    assert.deepEqual(state.event, events[state.seq]);
  }
});

test('a task that waits inside the library waits for what the program has called', () => {
  const file = programs.find((name) => name.endsWith('conformance/programs/asyncio/streams/echo.py')) ?? programs.find((name) => /asyncio\/streams\/.*echo/.test(name));
  const events = stream(file).map((line) => JSON.parse(line));
  const told = events.filter(({ type }) => type === 'task_step_finished').flatMap(({ seq }) => inspect(file, { seq }).tasks.map(({ waits_for }) => waits_for?.text ?? ''));
  assert.ok(told.some((text) => /^asyncio\.StreamReader\.read\w*\(\)$/.test(text)), told.join('\n'));
  assert.ok(!told.includes('a future'), told.join('\n'));
});
