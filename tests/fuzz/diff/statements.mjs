// Statements of a generated program.  A kind: its weight, when it may stand, how it is made and how it is written.
import { delay } from './awaitables.mjs';
import { indented, node } from './tree.mjs';

const ERRORS = [[5, 'ValueError'], [3, 'KeyError'], [3, 'Boom'], [1, 'TimeoutError'], [1, 'asyncio.CancelledError'], [0.7, 'RuntimeError'], [0.3, 'Stop'], [0.15, 'KeyboardInterrupt'], [0.15, 'SystemExit'], [0.3, 'StopIteration'], [0.2, 'StopAsyncIteration']];
const CAUGHT = [[4, 'Exception'], [3, 'asyncio.CancelledError'], [2, 'ValueError'], [2, 'TimeoutError'], [1.5, '(ValueError, KeyError, Boom)'], [1, 'BaseException'], [1, 'asyncio.QueueShutDown'], [0.7, 'RuntimeError']];
const error = g => g.rng.weighted(ERRORS);
const block = (head, lines) => [head, ...indented(lines.length ? lines : ['pass'])];
const inner = (scope, more = {}) => ({ ...scope, depth: scope.depth + 1, ...more });
const task = g => g.rng.pick(g.tasks);

/** What a callback may do: no await.  Written as an expression. */
const ACTIONS = [
  [4, g => `log("${g.label()}")`],
  [3, g => `cancel("${task(g)}")`],
  [2, g => `${g.rng.pick(g.events)}.set()`],
  [1, g => `${g.rng.pick(g.events)}.clear()`],
  [3, g => { const f = g.rng.pick(g.futures); return `${f}.done() or ${f}.set_result("${g.label()}")`; }],
  [1, g => `${g.rng.pick(g.futures)}.set_result("${g.label()}")`],
  [1, g => { const f = g.rng.pick(g.futures); return `${f}.done() or ${f}.set_exception(Boom("${g.label()}"))`; }],
  [1, g => `${g.rng.pick(g.futures)}.cancel()`],
  [2, g => `${g.rng.pick(g.queues)}.put_nowait(${g.rng.below(9)})`],
  [1, g => `log(${g.rng.pick(g.queues)}.get_nowait())`],
  [1, g => `${g.rng.pick(g.semaphores)}.release()`],
  [0.5, g => `${g.rng.pick(g.queues)}.shutdown(${g.rng.chance(0.3) ? 'True' : ''})`],
  [1, g => `asyncio.get_running_loop().call_soon(log, "${g.label()}")`],
  [0.5, g => `asyncio.get_running_loop().call_later(${delay(g)}, log, "${g.label()}")`],
  [0.7, () => '1 / 0'],
];
const action = g => g.rng.weighted(ACTIONS)(g);

export const KINDS = {
  // ---- seeing
  log: {
    weight: 9,
    make: g => node('log', { x: g.label() }),
    render: n => [`log("${n.p.x}")`],
  },
  look: {
    weight: 1.5,
    make: g => node('look', { t: task(g) }),
    render: n => [`look("${n.p.t}")`],
  },
  reprTask: {
    weight: 0.6,
    make: g => node('reprTask', { t: task(g) }),
    render: n => [`log(repr(T.get("${n.p.t}")))`],
  },
  reprThing: {
    weight: 0.6,
    make: g => node('reprThing', { x: g.rng.pick([...g.locks, ...g.events, ...g.semaphores, ...g.queues, ...g.barriers, ...g.futures, ...g.conditions]) }),
    render: n => [`log(${n.p.x})`],
  },
  allTasks: {
    weight: 0.5,
    when: g => !g.eager,
    make: () => node('allTasks'),
    render: () => ['log([t.get_name() for t in asyncio.all_tasks()])'],
  },

  // ---- waiting
  await: {
    weight: 14,
    make: (g, scope) => node('await', { x: g.label() }, { a: [g.awaitable(scope)] }),
    render: (n, c) => [`log("${n.p.x}", await ${c.aw(n.a[0])})`],
  },
  sleep: {
    weight: 8,
    make: g => node('sleep', { d: delay(g) }),
    render: n => [`await asyncio.sleep(${n.p.d})`],
  },
  awaitTask: {
    weight: scope => scope.main ? 5 : 1.5, // cancelling a ring of tasks that wait for each other overflows the stack of the reference
    make: g => node('awaitTask', { t: task(g), x: g.label() }),
    render: n => [`if "${n.p.t}" in T:`, `    log("${n.p.x}", await T["${n.p.t}"])`],
  },
  wait: {
    weight: 2.5,
    make: (g, scope) => node('wait', { x: g.label(), mode: g.rng.pick(['ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', null]), t: g.rng.chance(0.4) ? delay(g) : null, cancel: g.rng.chance(0.4) }, { a: g.several(1, 4, () => g.awaitable(scope)) }),
    render: (n, c) => {
      const options = [n.p.mode && `return_when=asyncio.${n.p.mode}`, n.p.t && `timeout=${n.p.t}`].filter(Boolean).map(o => ', ' + o).join('');
      return [
        `done, pending = await asyncio.wait([${n.a.map(a => `asyncio.ensure_future(${c.aw(a)})`).join(', ')}]${options})`,
        `log("${n.p.x}", [state(t) for t in done], [state(t) for t in pending])`,
        ...(n.p.cancel ? ['for t in pending:', '    t.cancel()'] : []),
      ];
    },
  },
  asCompleted: {
    weight: 1.5,
    make: (g, scope) => node('asCompleted', { async: g.rng.chance(0.5), x: g.label(), t: g.rng.chance(0.3) ? delay(g) : null, leave: g.rng.chance(0.15) }, { a: g.several(1, 4, () => g.awaitable(scope)) }),
    render: (n, c) => [
      `${n.p.async ? 'async ' : ''}for f in asyncio.as_completed([${n.a.map(c.aw).join(', ')}]${n.p.t ? `, timeout=${n.p.t}` : ''}):`,
      `    log("${n.p.x}", await f)`,
      ...(n.p.leave ? ['    break'] : []),
    ],
  },

  group: {
    weight: 1.2,
    make: (g, scope) => node('group', { x: g.label(), outer: g.rng.pick(['gather', 'shield', 'gather_re']), d: delay(g), m: g.rng.chance(0.3) ? g.label() : null }, { a: g.several(1, 3, () => g.awaitable(scope)) }),
    render: (n, c) => [
      n.p.outer === 'shield' ? `outer = asyncio.shield(${c.aw(n.a[0])})` : `outer = asyncio.gather(${[...n.a.map(c.aw), ...(n.p.outer === 'gather_re' ? ['return_exceptions=True'] : [])].join(', ')})`,
      `asyncio.get_running_loop().call_later(${n.p.d}, outer.cancel${n.p.m ? `, "${n.p.m}"` : ''})`,
      'try:', `    log("${n.p.x}", await outer)`, 'except BaseException as e:', `    log("${n.p.x}", repr(e), outer.cancelled())`,
    ],
  },

  // ---- tasks
  spawn: {
    weight: 9,
    when: (g, scope) => g.callable(scope).length > 0,
    make: (g, scope) => node('spawn', { t: task(g), how: g.rng.weighted([[8, 'plain'], [1, 'named'], [1, 'eager'], [1, 'ensure'], [1, 'loop'], [1, 'context']]) }, { a: [g.coroutine(scope)] }),
    render: (n, c) => {
      const co = c.aw(n.a[0]);
      const make = {
        plain: `asyncio.create_task(${co}, name="${n.p.t}")`, named: `asyncio.create_task(${co})`, ensure: `asyncio.ensure_future(${co})`,
        loop: `asyncio.get_running_loop().create_task(${co}, name="${n.p.t}")`, eager: `asyncio.create_task(${co}, name="${n.p.t}", eager_start=True)`,
        context: `asyncio.create_task(${co}, name="${n.p.t}", context=copy_context())`,
      }[n.p.how];
      return [`T["${n.p.t}"] = ${make}`];
    },
  },
  cancel: {
    weight: 6,
    make: g => node('cancel', { t: task(g), m: g.rng.chance(0.25) ? g.label() : null }),
    render: n => [`log("cancel ${n.p.t}", cancel("${n.p.t}"${n.p.m ? `, "${n.p.m}"` : ''}))`],
  },
  cancelSelf: {
    weight: 0.6,
    when: (g, scope) => !scope.main,
    make: () => node('cancelSelf'),
    render: () => ['asyncio.current_task().cancel("self")'],
  },
  uncancel: {
    weight: 0.9,
    make: () => node('uncancel'),
    render: () => ['log("uncancel", asyncio.current_task().uncancel())'],
  },
  rename: {
    weight: 0.3,
    make: g => node('rename', { t: task(g), x: g.label() }),
    render: n => [`if "${n.p.t}" in T:`, `    T["${n.p.t}"].set_name("${n.p.x}")`],
  },
  doneCallback: {
    weight: 1.5,
    make: g => node('doneCallback', { t: task(g), x: g.label(), act: g.rng.chance(0.3) ? action(g) : null }),
    render: n => [`if "${n.p.t}" in T:`, `    T["${n.p.t}"].add_done_callback(lambda t: log("${n.p.x}", state(t)${n.p.act ? `, ${n.p.act}` : ''}))`],
  },
  futureCallback: {
    weight: 0.7,
    make: g => node('futureCallback', { f: g.rng.pick(g.futures), x: g.label() }),
    render: n => [`${n.p.f}.add_done_callback(lambda f: log("${n.p.x}", state(f)))`],
  },

  // ---- callbacks of the loop
  callSoon: {
    weight: 1.5,
    make: g => node('callSoon', { act: action(g), safe: g.rng.chance(0.1) }),
    render: n => [`asyncio.get_running_loop().call_soon${n.p.safe ? '_threadsafe' : ''}(lambda: ${n.p.act})`],
  },
  callLater: {
    weight: 3,
    make: g => node('callLater', { d: delay(g), act: action(g), at: g.rng.chance(0.25) }),
    render: n => [n.p.at ? `asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + ${n.p.d}, lambda: ${n.p.act})`
      : `asyncio.get_running_loop().call_later(${n.p.d}, lambda: ${n.p.act})`],
  },
  handleCancelled: {
    weight: 0.4,
    make: g => node('handleCancelled', { d: delay(g), x: g.label() }, { b: { body: [] } }),
    render: n => [`handle = asyncio.get_running_loop().call_later(${n.p.d}, log, "${n.p.x}")`, 'await asyncio.sleep(0)', 'handle.cancel()', 'log(handle.cancelled())'],
  },

  // ---- errors
  try: {
    weight: 8,
    when: (g, scope) => scope.depth < 3,
    make: (g, scope) => {
      const form = g.rng.weighted([[5, 'except'], [4, 'finally'], [3, 'both']]);
      const b = { body: g.block(inner(scope)) };
      const p = { x: g.label() };
      if (form !== 'finally') {
        p.kinds = g.several(1, 2, () => g.rng.weighted(CAUGHT));
        p.then = g.rng.weighted([[5, 'nothing'], [3, 'raise'], [1, 'uncancel']]);
        b.handler = g.rng.chance(0.5) ? g.block(inner(scope, { small: true })) : [];
      }
      if (form !== 'except') b.final = g.block(inner(scope, { small: true, noReturn: g.rng.chance(0.8) || scope.noReturn }));
      if (form === 'except' && g.rng.chance(0.2)) b.orelse = g.block(inner(scope, { small: true }));
      return node('try', p, { b });
    },
    render: (n, c) => [
      ...block('try:', c.block(n.b.body)),
      ...(n.p.kinds ?? []).flatMap((kind, i) => block(`except ${kind} as e:`, [
        `log("${n.p.x}", repr(e))`,
        ...(i === 0 ? c.block(n.b.handler ?? []) : []),
        ...(n.p.then === 'raise' ? ['raise'] : n.p.then === 'uncancel' ? ['log("uncancel", asyncio.current_task().uncancel())'] : []),
      ])),
      ...(n.b.orelse ? block('else:', c.block(n.b.orelse)) : []),
      ...(n.b.final ? block('finally:', [`log("${n.p.x} finally")`, ...c.block(n.b.final)]) : []),
    ],
  },
  raise: {
    weight: 1.6,
    make: g => node('raise', { e: error(g), x: g.label(), chained: g.rng.chance(0.1) }),
    render: n => [`raise ${n.p.e}("${n.p.x}")${n.p.chained ? ' from None' : ''}`],
  },
  raiseGroup: {
    weight: 0.5,
    make: g => node('raiseGroup', { x: g.label(), es: g.several(1, 3, () => g.rng.pick(['ValueError', 'KeyError', 'Boom'])) }),
    render: n => [`raise ExceptionGroup("${n.p.x}", [${n.p.es.map((e, i) => `${e}(${i})`).join(', ')}])`],
  },
  return: {
    weight: 1.2,
    when: (g, scope) => !scope.noReturn && !scope.generator,
    make: g => node('return', { x: g.label() }),
    render: n => [`return "${n.p.x}"`],
  },

  // ---- contexts
  taskGroup: {
    weight: 5,
    when: (g, scope) => scope.depth < 3 && g.callable(scope).length > 0,
    make: (g, scope) => node('taskGroup', { star: g.rng.chance(0.6) ? g.rng.pick(['ValueError', 'Exception', 'Boom', '(KeyError, Boom)']) : null, x: g.label(), keep: task(g) }, {
      a: g.several(1, 3, () => g.coroutine(scope)),
      b: { body: g.rng.chance(0.6) ? g.block(inner(scope, { noReturn: true, small: true })) : [] },
    }),
    render: (n, c) => {
      const lines = block('async with asyncio.TaskGroup() as tg:', [
        ...n.a.map((a, i) => i === 0 ? `T["${n.p.keep}"] = tg.create_task(${c.aw(a)})` : `tg.create_task(${c.aw(a)})`),
        ...c.block(n.b.body),
      ]);
      return n.p.star ? [...block('try:', lines), `except* ${n.p.star} as group:`, `    log("${n.p.x}", repr(group))`] : lines;
    },
  },
  timeout: {
    weight: 4,
    when: (g, scope) => scope.depth < 3,
    make: (g, scope) => node('timeout', { d: g.rng.chance(0.08) ? 'None' : delay(g), at: g.rng.chance(0.2), re: g.rng.chance(0.2) ? delay(g) : null, x: g.label(), caught: g.rng.chance(0.6) }, { b: { body: g.block(inner(scope)), after: g.rng.chance(0.3) ? g.block(inner(scope, { small: true })) : [] } }),
    render: (n, c) => {
      const now = 'asyncio.get_running_loop().time()';
      const head = n.p.at && n.p.d !== 'None' ? `asyncio.timeout_at(${now} + ${n.p.d})` : `asyncio.timeout(${n.p.d})`;
      const v = 'cm_' + n.p.x;
      const lines = block(`async with ${head} as ${v}:`, [
        ...c.block(n.b.body),
        ...(n.p.re ? [`${v}.reschedule(${now} + ${n.p.re})`, `log("${n.p.x}", ${v})`, ...c.block(n.b.after)] : []),
      ]);
      return n.p.caught ? [...block('try:', lines), 'except TimeoutError as e:', `    log("${n.p.x}", repr(e), ${v}.expired())`] : lines;
    },
  },
  asyncWith: {
    weight: 3.5,
    when: (g, scope) => scope.depth < 3,
    make: (g, scope) => node('asyncWith', { x: g.rng.pick([...g.locks, ...g.locks, ...g.semaphores, ...g.conditions]) }, { b: { body: g.block(inner(scope)) } }),
    render: (n, c) => block(`async with ${n.p.x}:`, c.block(n.b.body)),
  },
  barrier: {
    weight: 0.6,
    when: (g, scope) => scope.depth < 3,
    make: (g, scope) => node('barrier', { x: g.rng.pick(g.barriers), l: g.label() }, { b: { body: g.block(inner(scope, { small: true })) } }),
    render: (n, c) => block(`async with ${n.p.x} as place:`, [`log("${n.p.l}", place)`, ...c.block(n.b.body)]),
  },
  room: {
    weight: 1.2,
    when: (g, scope) => scope.depth < 3,
    make: (g, scope) => node('room', { x: g.label(), enter: delay(g), leave: delay(g), swallow: g.rng.chance(0.15) ? g.rng.pick(['ValueError', 'asyncio.CancelledError', 'Exception']) : null }, { b: { body: g.block(inner(scope)) } }),
    render: (n, c) => block(`async with Room("${n.p.x}", ${n.p.enter}, ${n.p.leave}${n.p.swallow ? `, ${n.p.swallow}` : ''}):`, c.block(n.b.body)),
  },

  // ---- synchronisation
  event: {
    weight: 2,
    make: g => node('event', { e: g.rng.pick(g.events), set: g.rng.chance(0.7) }),
    render: n => [`${n.p.e}.${n.p.set ? 'set' : 'clear'}()`],
  },
  future: {
    weight: 2,
    make: g => node('future', { f: g.rng.pick(g.futures), x: g.label(), how: g.rng.weighted([[4, 'result'], [2, 'exception'], [1, 'cancel'], [1, 'again']]) }),
    render: n => n.p.how === 'cancel' ? [`log(${n.p.f}.cancel())`]
      : n.p.how === 'again' ? [`if ${n.p.f}.done():`, `    ${n.p.f} = asyncio.get_running_loop().create_future()`]
        : [`if not ${n.p.f}.done():`, n.p.how === 'result' ? `    ${n.p.f}.set_result("${n.p.x}")` : `    ${n.p.f}.set_exception(Boom("${n.p.x}"))`],
  },
  queue: {
    weight: 2.5,
    make: g => node('queue', { q: g.rng.pick(g.queues), v: g.rng.below(9), how: g.rng.weighted([[4, 'put_nowait'], [3, 'get_nowait'], [2, 'task_done'], [0.8, 'shutdown'], [0.4, 'shutdown_now'], [1, 'sizes']]) }),
    render: n => ({
      put_nowait: [`${n.p.q}.put_nowait(${n.p.v})`], get_nowait: [`log(${n.p.q}.get_nowait())`], task_done: [`${n.p.q}.task_done()`],
      shutdown: [`${n.p.q}.shutdown()`], shutdown_now: [`${n.p.q}.shutdown(immediate=True)`], sizes: [`log(${n.p.q}.qsize(), ${n.p.q}.empty(), ${n.p.q}.full())`],
    })[n.p.how],
  },
  release: {
    weight: 0.7,
    make: g => node('release', { x: g.rng.pick([...g.locks, ...g.semaphores, ...g.semaphores]) }),
    render: n => [`${n.p.x}.release()`],
  },
  condition: {
    weight: 1.8,
    when: (g, scope) => scope.depth < 3,
    make: (g, scope) => node('condition', { c: g.rng.pick(g.conditions), x: g.label(), how: g.rng.weighted([[4, 'wait'], [1, 'wait_for'], [2, 'notify'], [2, 'notify_all']]), n: g.rng.between(1, 3), e: g.rng.pick(g.events) }, { b: { body: g.rng.chance(0.4) ? g.block(inner(scope, { small: true })) : [] } }),
    render: (n, c) => block(`async with ${n.p.c}:`, [
      ...({
        wait: [`log("${n.p.x}", await ${n.p.c}.wait())`], wait_for: [`log("${n.p.x}", await ${n.p.c}.wait_for(${n.p.e}.is_set))`],
        notify: [`${n.p.c}.notify(${n.p.n})`], notify_all: [`${n.p.c}.notify_all()`],
      })[n.p.how],
      ...c.block(n.b.body),
    ]),
  },
  barrierReset: {
    weight: 0.3,
    make: g => node('barrierReset', { x: g.rng.pick(g.barriers), how: g.rng.pick(['reset', 'abort']) }),
    render: n => [`await ${n.p.x}.${n.p.how}()`],
  },

  // ---- the rest
  loop: {
    weight: 2.2,
    when: (g, scope) => scope.depth < 2 && !scope.inLoop,
    make: (g, scope) => node('loop', { n: g.rng.between(2, 3) }, { b: { body: g.block(inner(scope, { inLoop: true, small: true })) } }),
    render: (n, c) => block(`for i in range(${n.p.n}):`, c.block(n.b.body)),
  },
  if: {
    weight: 1.2,
    when: (g, scope) => scope.depth < 3,
    make: (g, scope) => node('if', { c: g.rng.pick([...(scope.main ? [] : ['n > 0', 'n > 1', 'n == 0']), `${g.rng.pick(g.futures)}.done()`, `${g.rng.pick(g.events)}.is_set()`, `${g.rng.pick(g.locks)}.locked()`, 'asyncio.current_task().cancelling()']) }, { b: { body: g.block(inner(scope, { small: true })) } }),
    render: (n, c) => block(`if ${n.p.c}:`, c.block(n.b.body)),
  },
  contextVar: {
    weight: 1.2,
    make: g => node('contextVar', { x: g.label(), set: g.rng.chance(0.6) }),
    render: n => n.p.set ? [`var.set("${n.p.x}")`] : ['log("var", var.get())'],
  },
  blockLoop: {
    weight: 0.5,
    make: g => node('blockLoop', { d: g.rng.pick(['0.5', '1', '2']) }),
    render: n => [`time.sleep(${n.p.d})`],
  },
  asyncFor: {
    weight: 2.2,
    when: (g, scope) => scope.depth < 3 && g.generatorsOf(scope).length > 0,
    make: (g, scope) => node('asyncFor', { f: g.rng.pick(g.generatorsOf(scope)), n: g.rng.between(1, 3), x: g.label(), leave: g.rng.chance(0.12), close: g.rng.chance(0.3) }, { b: { body: g.rng.chance(0.5) ? g.block(inner(scope, { small: true, inLoop: true })) : [] } }),
    render: (n, c) => {
      if (!c.functions.has(n.p.f)) return ['pass'];
      const source = n.p.close ? 'source' : `${n.p.f}(${n.p.n})`;
      const lines = block(`async for item in ${source}:`, [`log("${n.p.x}", item)`, ...c.block(n.b.body), ...(n.p.leave ? ['break'] : [])]);
      return n.p.close ? block(`async with aclosing(${n.p.f}(${n.p.n})) as source:`, lines) : lines;
    },
  },
  generatorByHand: {
    weight: 0.9,
    when: (g, scope) => g.generatorsOf(scope).length > 0,
    make: (g, scope) => node('generatorByHand', { f: g.rng.pick(g.generatorsOf(scope)), n: g.rng.between(1, 3), x: g.label(), steps: g.several(1, 3, () => g.rng.weighted([[5, 'anext'], [2, 'asend'], [2, 'athrow'], [2, 'aclose']])) }),
    render: (n, c) => c.functions.has(n.p.f) ? [
      `gen = ${n.p.f}(${n.p.n})`,
      ...n.p.steps.map((step, i) => ({
        anext: `log("${n.p.x}", await anext(gen, "end"))`, asend: `log("${n.p.x}", await gen.asend(${i === 0 ? 'None' : `"sent"`}))`,
        athrow: `log("${n.p.x}", await gen.athrow(Boom("thrown")))`, aclose: 'await gen.aclose()',
      })[step]),
      ...(n.p.steps.includes('aclose') ? [] : ['await gen.aclose()']),
    ] : ['pass'],
  },
  yield: {
    weight: 14,
    when: (g, scope) => scope.generator,
    make: g => node('yield', { x: g.label(), got: g.rng.chance(0.3) }),
    render: n => n.p.got ? [`log("${n.p.x}", (yield n))`] : [`yield "${n.p.x}"`],
  },
};
