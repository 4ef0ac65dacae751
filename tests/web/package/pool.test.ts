import { expect, test } from 'vitest';
import { EngineError, Pool, type EngineWorker } from '../../../web/package/pool.ts';
import type { FromWorker, ToWorker } from '../../../web/src/engine/protocol.ts';

/** Workers that answer when they are told to. */
function workshop() {
  const workers: { asked: ToWorker[]; ended: boolean; say(reply: FromWorker): void; die(message: string): void }[] = [];
  const spawn = (): EngineWorker => {
    let on = { message: (_: FromWorker) => {}, failed: (_: string) => {} };
    const made = { asked: [] as ToWorker[], ended: false, say: (reply: FromWorker) => on.message(reply), die: (message: string) => on.failed(message) };
    workers.push(made);
    return { post: (message) => made.asked.push(message), terminate: () => (made.ended = true), listen: (to) => (on = to) };
  };
  const ask = (pool: Pool, name: string, signal?: AbortSignal) =>
    pool.submit<unknown>({
      message: { type: 'call', name, source: '', options: {} },
      signal,
      reply: (reply) => (reply.type === 'answer' ? { result: reply.answer } : undefined),
    });
  const answer = (worker: number, answer: unknown) => workers[worker]!.say({ type: 'answer', id: workers[worker]!.asked.at(-1)!.id, answer });
  return { workers, spawn, ask, answer };
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

test('jobs are done in the order of asking, as many at once as there are engines', async () => {
  const { workers, spawn, ask, answer } = workshop();
  const pool = new Pool(spawn, 2);
  const done: string[] = [];
  for (const name of ['a', 'b', 'c']) void ask(pool, name).then((said) => done.push(`${name} ${String(said)}`));
  expect(workers.map(({ asked }) => asked.length)).toEqual([1, 1]);
  answer(1, 2);
  expect(workers[1]!.asked.map((message) => (message as { name: string }).name)).toEqual(['b', 'c']);
  answer(0, 1);
  answer(1, 3);
  await settled();
  expect(done).toEqual(['b 2', 'a 1', 'c 3']);
  expect(workers.length).toBe(2);
});

test('a job that is called off takes its worker with it; one that waits does not', async () => {
  const { workers, spawn, ask, answer } = workshop();
  const pool = new Pool(spawn, 1);
  const [first, second] = [new AbortController(), new AbortController()];
  const running = ask(pool, 'running', first.signal);
  const waiting = ask(pool, 'waiting', second.signal);
  const last = ask(pool, 'last');
  second.abort(new Error('changed my mind'));
  await expect(waiting).rejects.toThrow('changed my mind');
  expect(workers[0]!.ended).toBe(false);
  first.abort(new Error('enough'));
  await expect(running).rejects.toThrow('enough');
  expect(workers[0]!.ended).toBe(true);
  answer(1, 'ok');
  expect(await last).toBe('ok');
  await expect(ask(pool, 'late', AbortSignal.abort(new Error('never')))).rejects.toThrow('never');
});

test('a broken engine fails its job only', async () => {
  const { workers, spawn, ask, answer } = workshop();
  const pool = new Pool(spawn, 1);
  const [one, two, three] = [ask(pool, 'one'), ask(pool, 'two'), ask(pool, 'three')];
  workers[0]!.die('out of memory');
  await expect(one).rejects.toBeInstanceOf(EngineError);
  workers[1]!.say({ type: 'failed', message: 'unreachable' });
  await expect(two).rejects.toThrow('unreachable');
  answer(2, 3);
  expect(await three).toBe(3);
  expect(workers.map(({ ended }) => ended)).toEqual([true, true, false]);
});

test('an engine that fails to load before it is needed is not waited for', async () => {
  const { workers, spawn, ask, answer } = workshop();
  const pool = new Pool(spawn, 1);
  pool.warm();
  workers[0]!.say({ type: 'failed', message: 'no such file' });
  const one = ask(pool, 'one');
  answer(1, 1);
  expect(await one).toBe(1);
  workers[1]!.die('later');
  const two = ask(pool, 'two');
  answer(2, 2);
  expect(await two).toBe(2);
});

test('late words of a job that is over reach nobody', async () => {
  const { workers, spawn, ask, answer } = workshop();
  const pool = new Pool(spawn, 1);
  const one = ask(pool, 'one');
  answer(0, 1);
  expect(await one).toBe(1);
  const two = ask(pool, 'two');
  workers[0]!.say({ type: 'answer', id: 1, answer: 'stale' });
  answer(0, 2);
  expect(await two).toBe(2);
});

test('engines are started ahead, and no more than are wanted', () => {
  const { workers, spawn } = workshop();
  const pool = new Pool(spawn, 2);
  pool.warm();
  pool.warm();
  expect(workers.length).toBe(1);
  pool.warm(5);
  expect(workers.length).toBe(2);
  pool.close();
  expect(workers.every(({ ended }) => ended)).toBe(true);
});
