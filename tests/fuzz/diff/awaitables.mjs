// Expressions that can be awaited, or handed to gather, wait_for, shield, create_task ...
import { node } from './tree.mjs';

// Few different delays, so that many things fall due at the same instant; some sums differ in the last bit.
const DELAYS = [[5, '0'], [3, '0.5'], [6, '1'], [3, '1.5'], [4, '2'], [2, '3'], [1, '0.1'], [1, '0.2'], [1, '0.3'], [0.5, '-1'], [0.5, '1e-10'], [0.5, '5'], [0.3, '7.25']];
export const delay = g => g.rng.weighted(DELAYS);

export const KINDS = {
  sleep: {
    weight: 5,
    make: g => node('sleep', { d: delay(g), result: g.rng.chance(0.4) ? g.label() : null }),
    render: n => `asyncio.sleep(${n.p.d}${n.p.result ? `, "${n.p.result}"` : ''})`,
  },
  call: {
    weight: 8,
    when: (g, scope) => g.callable(scope).length > 0,
    make: (g, scope) => node('call', { f: g.rng.pick(g.callable(scope)), n: g.rng.below(3) }),
    render: (n, c) => c.functions.has(n.p.f) ? `${n.p.f}(${n.p.n})` : 'asyncio.sleep(0)',
  },
  future: {
    weight: 1.5,
    make: g => node('future', { f: g.rng.pick(g.futures) }),
    render: n => n.p.f,
  },
  eventWait: {
    weight: 1,
    make: g => node('eventWait', { e: g.rng.pick(g.events) }),
    render: n => `${n.p.e}.wait()`,
  },
  queueGet: {
    weight: 1,
    make: g => node('queueGet', { q: g.rng.pick(g.queues) }),
    render: n => `${n.p.q}.get()`,
  },
  queuePut: {
    weight: 0.7,
    make: g => node('queuePut', { q: g.rng.pick(g.queues), v: g.rng.below(9) }),
    render: n => `${n.p.q}.put(${n.p.v})`,
  },
  queueJoin: {
    weight: 0.4,
    make: g => node('queueJoin', { q: g.rng.pick(g.queues) }),
    render: n => `${n.p.q}.join()`,
  },
  lockAcquire: {
    weight: 0.6,
    make: g => node('lockAcquire', { l: g.rng.pick([...g.locks, ...g.semaphores]) }),
    render: n => `${n.p.l}.acquire()`,
  },
  barrierWait: {
    weight: 0.7,
    make: g => node('barrierWait', { x: g.rng.pick(g.barriers) }),
    render: n => `${n.p.x}.wait()`,
  },
  waitFor: {
    weight: 1,
    when: (g, scope) => scope.awDepth < 2,
    make: (g, scope) => node('waitFor', { t: g.rng.chance(0.1) ? 'None' : delay(g) }, { a: [g.awaitable(scope)] }),
    render: (n, c) => `asyncio.wait_for(${c.aw(n.a[0])}, ${n.p.t})`,
  },
  shield: {
    weight: 0.9,
    when: (g, scope) => scope.awDepth < 2,
    make: (g, scope) => node('shield', {}, { a: [g.awaitable(scope)] }),
    render: (n, c) => `asyncio.shield(${c.aw(n.a[0])})`,
  },
  gather: {
    weight: 0.9,
    when: (g, scope) => scope.awDepth < 2,
    make: (g, scope) => node('gather', { re: g.rng.chance(0.4) }, { a: g.several(1, 3, () => g.awaitable(scope)) }),
    render: (n, c) => `asyncio.gather(${[...n.a.map(c.aw), ...(n.p.re ? ['return_exceptions=True'] : [])].join(', ')})`,
  },
  createTask: {
    weight: 0.8,
    when: (g, scope) => g.callable(scope).length > 0,
    make: (g, scope) => node('createTask', { f: g.rng.pick(g.callable(scope)), n: g.rng.below(3), name: g.rng.chance(0.3) ? g.label() : null, eager: g.rng.chance(0.1) }),
    render: (n, c) => c.functions.has(n.p.f)
      ? `asyncio.create_task(${n.p.f}(${n.p.n})${n.p.name ? `, name="${n.p.name}"` : ''}${n.p.eager ? ', eager_start=True' : ''})` : 'asyncio.sleep(0)',
  },
  pause: {
    weight: 0.6,
    make: () => node('pause'),
    render: () => 'pause()',
  },
  thing: {
    weight: 0.6,
    make: g => node('thing', { d: delay(g), x: g.label() }),
    render: n => `Thing(${n.p.d}, "${n.p.x}")`,
  },
  toThread: {
    weight: 0.25,
    make: g => node('toThread', { d: g.rng.pick(['0', '0.5', '1', '2']), n: g.rng.below(3) }),
    render: n => `asyncio.to_thread(blocking, ${n.p.d}, ${n.p.n})`,
  },
  threadsafe: {
    weight: 0.25,
    when: (g, scope) => g.callable(scope).length > 0,
    make: (g, scope) => node('threadsafe', { f: g.rng.pick(g.callable(scope)), n: g.rng.below(3) }),
    render: (n, c) => c.functions.has(n.p.f)
      ? `asyncio.wrap_future(asyncio.run_coroutine_threadsafe(${n.p.f}(${n.p.n}), asyncio.get_running_loop()))` : 'asyncio.sleep(0)',
  },
};
