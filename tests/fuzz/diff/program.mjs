// Makes the program of a seed, as a tree, and writes a tree as Python text.
import { KINDS as AWAITABLES } from './awaitables.mjs';
import { KINDS as MACHINERY } from './machinery.mjs';
import { Rng } from './rng.mjs';
import { KINDS as BASIC } from './statements.mjs';
import { KINDS as STREAMS } from './streams.mjs';
import { indented, node } from './tree.mjs';

const STATEMENTS = { ...BASIC, ...MACHINERY, ...STREAMS };

const RISKY = new Set(['await', 'awaitTask', 'asCompleted', 'queue', 'release', 'taskGroup', 'timeout', 'condition', 'asyncFor', 'generatorByHand', 'barrier', 'room', 'group', 'asyncWith', 'wait']);

class Maker {
  constructor(seed) {
    const rng = this.rng = new Rng(seed);
    const names = (stem, n) => Array.from({ length: n }, (_, i) => stem + i);
    this.labels = 0;
    this.tasks = names('k', rng.between(2, 5));
    this.futures = names('fut', rng.between(1, 2));
    this.events = names('event', rng.between(1, 2));
    this.locks = names('lock', rng.between(1, 2));
    this.conditions = names('cond', 1);
    this.semaphores = names('sem', rng.between(1, 2));
    this.barriers = names('bar', 1);
    this.queues = names('queue', rng.between(1, 2));
    this.functions = [];
    this.left = 0;
  }

  label() { return 'x' + this.labels++; }
  several(low, high, make) { return Array.from({ length: this.rng.between(low, high) }, make); }

  /** Coroutine functions that may be called here: those made before, so that nothing recurses. */
  callable(scope) { return this.functions.filter(f => !f.generator && f.index > scope.index).map(f => f.name); }
  generatorsOf(scope) { return this.functions.filter(f => f.generator && f.index > scope.index).map(f => f.name); }

  awaitable(scope) {
    const deeper = { ...scope, awDepth: (scope.awDepth ?? 0) + 1 };
    return this.choose(AWAITABLES, deeper);
  }

  /** For places that take coroutines only. */
  coroutine(scope) {
    if (this.callable(scope).length && this.rng.chance(0.85)) return AWAITABLES.call.make(this, scope);
    return this.choose({ sleep: AWAITABLES.sleep, eventWait: AWAITABLES.eventWait, queueGet: AWAITABLES.queueGet, waitFor: AWAITABLES.waitFor }, { ...scope, awDepth: 1 });
  }

  choose(kinds, scope) {
    const table = Object.entries(kinds).filter(([, kind]) => !kind.when || kind.when(this, scope)).map(([, kind]) => [typeof kind.weight === 'function' ? kind.weight(scope) : kind.weight, kind]);
    const n = this.rng.weighted(table).make(this, scope);
    // most of what may raise is guarded, or programs would be over after a few lines
    if (kinds === STATEMENTS && RISKY.has(n.k)) n.p.guard = this.rng.chance(scope.main ? 0.75 : 0.45) ? this.label() : null;
    return n;
  }

  block(scope) {
    const length = scope.small ? this.rng.between(1, 2) : this.rng.between(1, 4);
    const statements = [];
    for (let i = 0; i < length && this.left > 0; i++) {
      this.left--;
      const n = this.choose(STATEMENTS, scope);
      statements.push(n);
      if (['raise', 'raiseGroup', 'return'].includes(n.k)) break;
    }
    return statements;
  }

  body(scope, size) {
    this.left = size;
    const statements = [];
    while (this.left > 0) {
      this.left--;
      const n = this.choose(STATEMENTS, scope);
      if (['raise', 'raiseGroup', 'return'].includes(n.k) && this.left > 0) continue;
      statements.push(n);
    }
    return statements;
  }
}

/** The tree of a seed's program. */
export function makeProgram(seed) {
  const g = new Maker(seed);
  const { rng } = g;
  const how = rng.weighted([[70, 'run'], [8, 'runner'], [6, 'loop'], [8, 'eager'], [3, 'forever'], [2, 'debug'], [3, 'twice'], [2, 'steps'], [1, 'stopped']]);
  g.eager = how === 'eager';
  const declared = {
    sem: g.semaphores.map(() => [rng.chance(0.25) ? 'BoundedSemaphore' : 'Semaphore', rng.between(0, 2)]),
    queue: g.queues.map(() => [rng.weighted([[4, 'Queue'], [1, 'PriorityQueue'], [1, 'LifoQueue']]), rng.weighted([[3, 0], [3, 1], [2, 2]])]),
    bar: g.barriers.map(() => rng.between(1, 3)),
    handler: rng.chance(0.5),
    shared: rng.chance(0.3), // the condition uses lock0
  };
  const streams = rng.chance(0.12); // else few programs have a server, and most clients are refused
  g.streams = streams;
  const total = rng.between(2, 5);
  for (let index = total - 1; index >= 0; index--) {
    const generator = index > 0 && rng.chance(0.15);
    const scope = { index, depth: 0, generator };
    const f = { name: (generator ? 'g' : 'a') + index, index, generator, body: [] };
    f.body = g.body(scope, rng.between(2, 9));
    if (generator && !f.body.some(n => n.k === 'yield')) f.body.push(node('yield', { x: g.label() }));
    g.functions.unshift(f);
  }
  const mains = [];
  const main = { index: -1, depth: 0, main: true };
  // most programs begin by setting things going, and see to it that what is waited for comes some day
  const opening = () => [
    ...g.tasks.filter(() => rng.chance(0.7)).map(t => node('spawn', { t, how: rng.weighted([[9, 'plain'], [1, 'eager'], [1, 'loop']]) }, { a: [g.coroutine(main)] })),
    ...g.futures.filter(() => rng.chance(0.6)).map(f => node('callLater', { d: rng.pick(['0.5', '1', '2', '3', '4']), at: false, act: `${f}.done() or ${f}.set_result("${g.label()}")` })),
    ...(streams ? [STATEMENTS.serve.make(g), ...(rng.chance(0.5) ? [STATEMENTS.serve.make(g)] : [])] : []),
    ...g.events.filter(() => rng.chance(0.6)).map(e => node('callLater', { d: rng.pick(['0.5', '1', '2', '3', '4']), at: false, act: `${e}.set()` })),
  ];
  for (let i = 0; i < (how === 'runner' || how === 'twice' ? 2 : 1); i++) {
    mains.push({
      name: i ? 'main2' : 'main',
      caught: rng.chance(0.5),
      watchdog: rng.weighted([[6, 'timeout'], [2, 'call_later'], [1.2, null]]),
      ends: rng.weighted([[2, null], [2, 'sleep'], [3, 'tasks']]),
      body: [...(rng.chance(0.9) ? opening() : []), ...g.body(main, rng.between(3, 10))],
    });
  }
  return { seed, how, declared, functions: g.functions, mains, futures: g.futures };
}

// ---- writing

const HELPERS = {
  log: ['def log(*what):', '    task = asyncio.current_task()', '    who = f"{task.get_name()}/{task.cancelling()}" if task else "loop"', '    print(asyncio.get_running_loop().time(), who, *what)'],
  state: ['def state(f):', '    if not f.done():', '        return "pending"', '    return "cancelled" if f.cancelled() else repr(f.exception() or f.result())'],
  look: ['def look(name):', '    t = T.get(name)', '    log(name, t and (t.done(), t.cancelled(), t.cancelling(), t.get_name()))'],
  cancel: ['def cancel(name, *message):', '    return T[name].cancel(*message) if name in T else "no task"'],
  blocking: ['def blocking(seconds, n):', '    time.sleep(seconds)', '    if n == 2:', '        raise Boom("in thread")', '    return n'],
  pause: ['@types.coroutine', 'def pause():', '    yield', '    return "paused"'],
  Thing: ['class Thing:', '    def __init__(self, delay, result):', '        self.delay, self.result = delay, result', '', '    def __await__(self):', '        yield from asyncio.sleep(self.delay).__await__()', '        return self.result'],
  look_at: ['def look_at(f):', '    log("seen", state(f))'],
  handler: ['def handler(loop, context):', '    if context["message"].startswith(("Exception in callback", "unhandled exception during")):', '        print("handler", repr(context.get("exception")))'],
};
const ROOM = [
  'class Room:', '    def __init__(self, name, enter, leave, swallow=()):', '        self.name, self.enter, self.leave, self.swallow = name, enter, leave, swallow', '',
  '    async def __aenter__(self):', '        log("enter", self.name)', '        await asyncio.sleep(self.enter)', '',
  '    async def __aexit__(self, kind, error, tb):', '        log("leave", self.name, repr(error))', '        await asyncio.sleep(self.leave)', '        return isinstance(error, self.swallow)',
];

export function renderProgram(tree) {
  const functions = new Set(tree.functions.map(f => f.name));
  const c = {
    functions,
    aw: n => AWAITABLES[n.k].render(n, c),
    block: nodes => nodes.flatMap(n => {
      const lines = STATEMENTS[n.k].render(n, c);
      return n.p.guard ? ['try:', ...indented(lines), 'except Exception as e:', `    log("${n.p.guard}", repr(e))`] : lines;
    }),
  };
  const globals = lines => {
    const assigned = tree.futures.filter(f => lines.some(line => new RegExp(`^\\s*${f} = `).test(line)));
    return assigned.length ? [`global ${assigned.join(', ')}`, ...lines] : lines;
  };
  const coroutines = tree.functions.map(f => {
    const lines = c.block(f.body);
    return [`async def ${f.name}(n):`, ...indented(lines.length ? globals(lines) : ['pass'])];
  });
  const mains = tree.mains.map(m => {
    let lines = c.block(m.body);
    if (m.ends === 'sleep') lines.push('await asyncio.sleep(10)');
    if (m.ends === 'tasks') lines.push('log("rest", [state(f) for f in (await asyncio.wait([*T.values()], timeout=20))[0]] if T else "")');
    if (!lines.length) lines = ['pass'];
    if (m.watchdog === 'timeout') lines = ['async with asyncio.timeout(30):', ...indented(lines)];
    if (m.watchdog === 'call_later') lines = ['asyncio.get_running_loop().call_later(25, asyncio.current_task().cancel)', ...lines];
    if (m.caught) lines = ['try:', ...indented(lines), 'except BaseException as e:', '    log("main", repr(e))', '    return "caught"'];
    return { name: m.name, lines };
  });
  const text = [...coroutines.flat(), ...mains.flatMap(m => m.lines)].join('\n');
  const uses = word => new RegExp(`\\b${word}\\b`).test(text);

  const declarations = [];
  const declare = (stem, make) => {
    for (const name of new Set(text.match(new RegExp(`\\b${stem}\\d\\b`, 'g')))) declarations.push(`${name} = ${make(Number(name.slice(stem.length)))}`);
  };
  declare('event', () => 'asyncio.Event()');
  declare('lock', () => 'asyncio.Lock()');
  declare('cond', () => tree.declared.shared && uses('lock0') ? 'asyncio.Condition(lock0)' : 'asyncio.Condition()');
  declare('sem', i => `asyncio.${tree.declared.sem[i][0]}(${tree.declared.sem[i][1]})`);
  declare('queue', i => `asyncio.${tree.declared.queue[i][0]}(${tree.declared.queue[i][1] || ''})`);
  declare('bar', i => `asyncio.Barrier(${tree.declared.bar[i]})`);
  if (uses('var')) declarations.push('var = ContextVar("var", default="unset")');

  const futures = tree.futures.filter(uses);
  const handler = tree.declared.handler && (uses('call_soon') || uses('call_later') || uses('call_at') || uses('call_soon_threadsafe') || uses('add_done_callback'));
  const helperText = uses('Room') ? text + ' log' : text;
  const needed = new Set();
  const want = name => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const other of Object.keys(HELPERS)) if (HELPERS[name].some(line => new RegExp(`\\b${other}\\(`).test(line))) want(other);
  };
  for (const name of Object.keys(HELPERS)) if (name !== 'handler' && new RegExp(`\\b${name}\\b`).test(helperText)) want(name);
  if (handler) want('handler');
  const helpers = Object.keys(HELPERS).filter(name => needed.has(name)).map(name => HELPERS[name]);
  const whole = helpers.flat().join('\n') + text;

  for (const name of 'THS') if (new RegExp(`\\b${name}\\b`).test(whole)) declarations.push(`${name} = {}`);
  const out = ['import asyncio'];
  if (/\btime\.sleep/.test(whole)) out.push('import time');
  if (needed.has('pause')) out.push('import types');
  if (uses('aclosing')) out.push('from contextlib import aclosing');
  const contextNames = ['ContextVar', 'copy_context'].filter(name => (name === 'ContextVar' ? uses('var') : uses(name)));
  if (contextNames.length) out.push(`from contextvars import ${contextNames.join(', ')}`);
  if (declarations.length) out.push('', ...declarations);
  for (const name of ['Boom', 'Stop']) {
    if (new RegExp(`\\b${name}\\b`).test(whole)) out.push('', `class ${name}(${name === 'Boom' ? 'Exception' : 'BaseException'}):`, '    pass');
  }
  for (const helper of helpers) out.push('', ...helper);
  if (uses('Room')) out.push('', ...ROOM);
  for (const lines of coroutines) out.push('', ...lines);
  for (const m of mains) {
    out.push('', `async def ${m.name}():`);
    if (futures.length) out.push(`    global ${futures.join(', ')}`);
    const first = [
      ...futures.map(f => `${f} = asyncio.get_running_loop().create_future()`),
      ...(handler ? ['asyncio.get_running_loop().set_exception_handler(handler)'] : []),
      ...(tree.how === 'eager' ? ['asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)'] : []),
    ];
    const own = globals(m.lines).filter(line => !line.startsWith('global '));
    out.push(...indented([...first, ...own]));
  }
  out.push('', ...({
    run: () => ['print("result", asyncio.run(main()))'],
    eager: () => ['print("result", asyncio.run(main()))'],
    debug: () => ['print("result", asyncio.run(main(), debug=True))'],
    twice: () => ['try:', '    print("result", asyncio.run(main()))', 'except BaseException as e:', '    print("first run:", repr(e))', 'print("result", asyncio.run(main2()))'],
    runner: () => ['with asyncio.Runner() as runner:', '    try:', '        print("result", runner.run(main()))', '    except BaseException as e:', '        print("first run:", repr(e))', '    print("result", runner.run(main2()))'],
    loop: () => ['loop = asyncio.new_event_loop()', 'try:', '    print("result", loop.run_until_complete(main()))', 'finally:', '    loop.run_until_complete(loop.shutdown_asyncgens())', '    loop.close()'],
    steps: () => ['loop = asyncio.new_event_loop()', 'task = loop.create_task(main())', 'for seconds in (0, 0, 0.5, 1, 5):', '    try:', '        print("step", loop.run_until_complete(asyncio.sleep(seconds, seconds)), task.done())', '    except BaseException as e:', '        print("step", repr(e))', 'for t in asyncio.all_tasks(loop):', '    t.cancel()', 'loop.run_until_complete(asyncio.sleep(10))', 'print("end", len(asyncio.all_tasks(loop)))', 'loop.close()'],
    stopped: () => ['loop = asyncio.new_event_loop()', 'loop.call_later(2, loop.stop)', 'task = loop.create_task(main())', 'try:', '    print("result", loop.run_until_complete(task))', 'except BaseException as e:', '    print("stopped", repr(e), task.done())', 'loop.call_soon(loop.stop)', 'loop.run_forever()', 'try:', '    print("result", loop.run_until_complete(task))', 'except BaseException as e:', '    print("ended", repr(e))', 'loop.close()'],
    forever: () => ['loop = asyncio.new_event_loop()', 'task = loop.create_task(main())', 'task.add_done_callback(lambda t: loop.call_later(1, loop.stop))', 'loop.call_later(40, loop.stop)', 'loop.run_forever()', 'print("stopped", loop.time(), task.done() and not task.cancelled() and repr(task.exception() or task.result()))', 'loop.close()'],
  })[tree.how]().filter((line, i, all) => tree.mains.length > 1 || !line.includes('main2') || all.length === 1));
  return out.join('\n') + '\n';
}

export const programText = seed => renderProgram(makeProgram(seed));
