// The stream of events rebuilds the state: compared with the engine's own structures, event by event, over every test
// program and every program of the course (engine/api/replay.cpp): 155,000 of 175,000; and the page's model likewise, over a sample of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from 'esbuild';
import { ask, limits, programs, root } from './programs.mjs';

// Events do not tell what a program does by hand, and the collector at the end, to a coroutine that a task still has.
const toldOf = programs.filter((file) => !/\b(driven_by_two|interrupted_twice)\.py$/.test(file));

test('the state that events tell is the engine\'s own, after every event of every program, in the largest ever thinner', { timeout: 300_000 }, async () => {
  const answers = await ask('replay', toldOf, { limits, most: 10_000 });
  assert.equal(answers.length, toldOf.length);
  const wrong = answers.flatMap(({ differences }, i) => (differences.length > 0 ? [`${toldOf[i]}: ${JSON.stringify(differences[0])}`] : []));
  assert.deepEqual(wrong.slice(0, 10), [], `${wrong.length} programs differ`);
  const compared = answers.reduce((sum, answer) => sum + answer.compared, 0);
  assert.ok(compared > 150_000, `only ${compared} comparisons`);
});

// Without the looks themselves being told: an event may come from the middle of anything the engine does.
test('at each of these events the state can be looked at whole, and has no task of which nothing was told', { timeout: 300_000 }, async () => {
  const answers = await ask('replay', programs, { limits, most: 100, snapshots: true });
  const wrong = answers.flatMap(({ differences }, i) => differences.filter((d) => d.snapshot).slice(0, 1).map((d) => `${programs[i]}: ${JSON.stringify(d)}`));
  assert.deepEqual(wrong.slice(0, 10), [], `${wrong.length} programs differ`);
});

test('a run that is watched prints what the run that is not prints', { timeout: 300_000 }, async () => {
  const watched = await ask('replay', programs, { limits, most: 2 });
  const plain = await ask('run', programs, { limits });
  const differ = programs.filter((_, i) => ['stdout', 'stderr', 'exit', 'virtual_seconds'].some((key) => watched[i][key] !== plain[i][key]));
  assert.deepEqual(differ, []);
});

test('the page\'s model tells the same as the engine, over a sample', { timeout: 300_000 }, async () => {
  const { RunState } = await model();
  const sample = toldOf.filter((_, i) => i % 9 === 0);
  const answers = await ask('replay', sample, { limits, most: 200, facts: true });
  let compared = 0;
  for (const [i, { facts, events }] of answers.entries()) {
    const state = new RunState();
    const done = new Map();
    let next = 0;
    for (const { seq, facts: engine } of facts) {
      for (; next <= seq; next++) {
        state.apply(events[next]);
        if (events[next].type === 'future_resolved') done.set(events[next].future, events[next].outcome);
      }
      assert.deepEqual(told(state, engine, done), engine, `${sample[i]}, event ${seq}: ${JSON.stringify(events[seq])}`);
      compared++;
    }
  }
  assert.ok(compared > 2000, `only ${compared} comparisons`);
});

async function model() {
  const { outputFiles } = await build({
    entryPoints: [`${root}/web/src/trace/run-state.ts`], bundle: true, format: 'esm', write: false, platform: 'neutral',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The model's facts in the engine's words: engine/trace/facts.hpp. */
function told(state, engine, done) {
  const seconds = (t) => (Number.isInteger(t) && Math.abs(t) < 1e16 ? `${t}.0` : pythonFloat(t));
  const facts = [`t ${seconds(state.t)}`, engine.includes('current -') ? 'current -' : `current ${state.running.at(-1) ?? 0}`];
  const isDone = ({ state: s }) => s === 'returned' || s === 'raised' || s === 'cancelled';
  for (const task of state.tasks.values()) {
    if (isDone(task) || task.destroyed) continue;
    facts.push(`task ${task.id} ${task.state} on=${task.state === 'waiting' ? task.future : 0} cancels=${task.cancels} context=${task.context}`);
    const awaits = state.awaits.get(task.id) ?? [];
    if (awaits.length > 0) facts.push(`awaits ${task.id}: ${awaits.map(({ label, future }) => label || (future ? `future ${future}` : '?')).join(' > ')}`);
    const variables = state.contexts.get(task.context);
    if (variables?.size) {
      const line = engine.find((fact) => fact.startsWith(`variables ${task.id}:`)) ?? '';
      facts.push(`variables ${task.id}:${[...variables].map(([name, value]) => ` ${name}=${line.includes(` ${name}=...`) ? '...' : value}`).join('')}`);
    }
  }
  const byLoop = (word, items) => {
    for (const loop of [...new Set(items.map((item) => item.loop))].sort((a, b) => a - b)) {
      facts.push(`${word} ${loop}:${items.filter((item) => item.loop === loop).map(({ text }) => ` ${text}`).join('')}`);
    }
  };
  byLoop('ready', state.ready.map(({ loop, handle }) => ({ loop, text: handle })));
  byLoop('timers', state.timersByDeadline().map(({ loop, handle, deadline }) => ({ loop, text: `${handle}@${seconds(deadline)}` })));
  for (const line of engine) {
    const [, word, id] = /^([a-z-]+) (\d+)/.exec(line) ?? [];
    if (word === 'done') facts.push(`done ${id} ${isDone(state.tasks.get(+id)) ? state.tasks.get(+id).state : 'not told'}`);
    if (word === 'future') facts.push(`future ${id} ${state.futures.has(+id) ? 'pending' : done.get(+id)}`);
    if (word === 'awaited-by') facts.push(`awaited-by ${id}:${(state.awaiters.get(+id) ?? []).map((task) => ` ${task}`).join('')}`);
    if (word === 'members') facts.push(`members ${id}:${(state.groups.get(+id) ?? []).map((task) => ` ${task}`).join('')}`);
    if (word === 'sync') {
      const sync = state.syncs.get(+id);
      const sides = ['waiter', 'getter', 'putter', 'joiner'];
      const waiters = [...sync.waiters].sort((a, b) => sides.indexOf(a.side) - sides.indexOf(b.side));
      facts.push(`sync ${id} ${sync.kind} value=${sync.kind === 'condition' ? 0 : sync.value} waiters:${waiters.map(({ future }) => ` ${future}`).join('')}`);
    }
  }
  return facts;
}

/** repr() of a float: JavaScript has the same digits, but other exponents. */
function pythonFloat(x) {
  const [digits, exponent] = x.toExponential().split('e');
  const e = Number(exponent);
  if (e >= 16 || e < -4) return `${digits}e${e < 0 ? '-' : '+'}${String(Math.abs(e)).padStart(2, '0')}`;
  return String(x);
}
