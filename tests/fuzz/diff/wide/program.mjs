// The second generator: programs as somebody else would write them. Where the first one nests statements over shared objects, this one
// puts patterns together (workers, pools, caches, tickers, hand-made awaitables, exit stacks ...), and shows more of what it sees: the whole chain
// of an exception with the program's lines in its traceback, what the loop's exception handler is given, reprs.
import { Rng } from '../rng.mjs';
import { indented } from '../tree.mjs';
import { PATTERNS } from './patterns.mjs';
import { scenesProgram } from './scenes.mjs';
import { STATEMENTS } from './statements.mjs';

export const DELAYS = [[5, '0'], [3, '0.25'], [4, '0.5'], [6, '1'], [2, '1.25'], [4, '2'], [2, '3'], [1, '0.1'], [1, '0.30000000000000004'], [0.4, '-1'], [0.5, '1e-9'], [0.5, '7']];
const ERRORS = [[5, 'ValueError'], [3, 'KeyError'], [3, 'Oops'], [2, 'TimeoutError'], [1.5, 'asyncio.CancelledError'], [1, 'RuntimeError'], [1, 'OSError'], [0.5, 'Quit'], [0.2, 'SystemExit'], [0.2, 'KeyboardInterrupt'], [0.3, 'StopIteration'], [0.2, 'StopAsyncIteration'], [0.3, 'GeneratorExit']];

export class Maker {
  constructor(seed) {
    this.rng = new Rng(seed * 2 + 1_000_000_007);
    this.labels = 0;
    this.workers = [];
    this.sources = [];
    this.left = 0;
  }

  label() { return `"s${this.labels++}"`; }
  name() { return 'v' + this.labels++; }
  delay() { return this.rng.weighted(DELAYS); }
  error() { return this.rng.weighted(ERRORS); }
  raised() { return this.rng.chance(0.1) ? this.error() : `${this.error()}(${this.label()})`; }
  several(low, high, make) { return Array.from({ length: this.rng.between(low, high) }, make); }
  task() { return `T[${this.rng.below(4)}]`; }
  future() { return `F[${this.rng.below(3)}]`; }
  number() { return this.rng.below(4); }

  /** Of the coroutine functions made before this one, so that nothing calls itself. */
  worker(scope) { const known = this.workers.slice(0, scope.level); return known.length ? `${this.rng.pick(known)}(${this.number()})` : `nap(${this.delay()}, ${this.label()})`; }
  source(scope) { const known = this.sources.slice(0, scope.sources); return known.length ? `${this.rng.pick(known)}(${this.number()})` : `ticks(${this.rng.between(1, 3)}, ${this.delay()})`; }

  /** A coroutine. */
  coroutine(scope) {
    const { rng } = this;
    return rng.weighted([
      [5, () => this.worker(scope)], [3, () => `nap(${this.delay()}, ${this.label()})`], [2, () => `fail(${this.delay()}, ${this.raised()})`], [1, () => `stubborn(${this.delay()}, ${rng.between(1, 3)})`],
      [1, () => `asyncio.sleep(${this.delay()}, ${this.label()})`], [0.7, () => `event.wait()`], [0.7, () => `queue.get()`], [0.4, () => `queue.put(${this.number()})`], [0.3, () => 'queue.join()'],
      [0.5, () => 'sem.acquire()'], [0.5, () => 'barrier.wait()'], [1, () => `tidy(${this.delay()}, ${this.delay()})`], [0.4, () => `hold(lock, ${this.delay()})`], [0.4, () => `hold(sem, ${this.delay()})`],
      [0.5, () => `wait_until(lambda: len(T) > ${rng.below(4)})`], [scope.deep ? 0 : 1, () => `asyncio.wait_for(${this.awaitable({ ...scope, deep: true })}, ${this.delay()})`],
      [0.3, () => `asyncio.to_thread(work, ${rng.pick(['0', '0.5', '1'])}, ${this.number()})`],
    ])();
  }

  awaitable(scope) {
    const { rng } = this;
    const inner = { ...scope, deep: true };
    return rng.weighted([
      [6, () => this.coroutine(scope)], [1, () => `future(${rng.below(3)})`], [0.8, () => `Steps(${rng.between(0, 3)}, ${this.label()})`], [0.5, () => `steps(${rng.between(0, 3)})`], [1, () => `task(${rng.below(4)})`],
      [scope.deep ? 0 : 1, () => `asyncio.shield(${this.awaitable(inner)})`],
      [scope.deep ? 0 : 1.5, () => `asyncio.gather(${this.several(1, 3, () => this.awaitable(inner)).join(', ')}${rng.chance(0.4) ? ', return_exceptions=True' : ''})`],
      [0.7, () => `spawn(${this.coroutine(scope)})`], [0.3, () => `Later(${this.delay()}, ${this.label()})`],
    ])();
  }

  /** What a callback does, as an expression. */
  action() {
    const { rng } = this;
    return rng.weighted([
      [3, () => `say(${this.label()})`], [3, () => `cancel(${rng.below(4)}${rng.chance(0.3) ? `, ${this.label()}` : ''})`], [2, () => `event.${rng.chance(0.7) ? 'set' : 'clear'}()`], [3, () => `resolve(${rng.below(3)}, ${this.label()})`],
      [1, () => `resolve(${rng.below(3)}, ${this.raised()})`], [1, () => `future(${rng.below(3)}).cancel()`], [1, () => `queue.put_nowait(${this.number()})`], [0.7, () => 'say(queue.get_nowait())'], [0.7, () => 'sem.release()'],
      [0.4, () => `queue.shutdown(${rng.chance(0.4) ? 'immediate=True' : ''})`], [0.6, () => `soon(say, ${this.label()})`], [0.5, () => 'say([].pop())'], [0.4, () => `var.set(${this.label()})`], [0.4, () => `spawn(nap(${this.delay()}, ${this.label()}))`], [0.3, () => 'say(len(asyncio.all_tasks()))'],
    ])();
  }

  statement(scope) {
    this.left--;
    const table = Object.values(STATEMENTS).filter(s => !s.when || s.when(scope)).map(s => [s.weight, s]);
    const chosen = this.rng.weighted(table);
    let lines = chosen.make(this, { ...scope, depth: scope.depth + 1 });
    if (chosen.risky && this.rng.chance(scope.main ? 0.8 : 0.4)) lines = ['try:', ...indented(lines), `except ${this.rng.weighted([[6, 'Exception'], [1, 'BaseException'], [1, '(OSError, LookupError, ValueError)']])} as e:`, `    say(${this.label()}, tell(e))`];
    return lines;
  }

  block(scope, low = 1, high = 3) {
    const lines = [];
    for (let n = this.rng.between(low, high); n > 0 && this.left > 0 && scope.depth < 4; n--) lines.push(...this.statement(scope));
    return lines.length ? lines : [`say(${this.label()})`];
  }
}

const PREAMBLE = `import asyncio
import contextlib
import contextvars
import gc
import inspect
import sys
import time
import traceback
import types

T, F, H = {}, {}, {}
var = contextvars.ContextVar("var", default="-")
loop_of = asyncio.get_running_loop

class Oops(Exception):
    def __str__(self):
        return "oops: " + super().__str__()

class Quit(BaseException):
    pass

def say(*what):
    if asyncio._get_running_loop() is None:
        return print("no loop", *what)
    task = asyncio.current_task()
    print(round(loop_of().time(), 9), f"{task.get_name()}/{task.cancelling()}" if task else "loop", var.get(), *what)

def tell(e, depth=0):
    if e is None or depth > 4:
        return "-"
    text = repr(e)
    if isinstance(e, BaseExceptionGroup):
        text = f"{type(e).__name__}({e.message!r}: {', '.join(tell(x, depth + 1) for x in e.exceptions)})"
    if not isinstance(e, (SystemExit, KeyboardInterrupt)):
        text += str([f"{f.name}:{f.lineno}" for f in traceback.extract_tb(e.__traceback__) if f.filename == __file__])
    if getattr(e, "__notes__", None):
        text += str(e.__notes__)
    if e.__cause__ is not None:
        return text + " from " + tell(e.__cause__, depth + 1)
    if e.__context__ is not None and not e.__suppress_context__:
        return text + " while " + tell(e.__context__, depth + 1)
    return text

def state(f):
    if not f.done():
        return "pending"
    if f.cancelled():
        return "cancelled"
    return tell(f.exception()) if f.exception() else repr(f.result())

def handler(loop, context):
    print("handler", sorted(context), context["message"], tell(context.get("exception")))

def soon(f, *args, **options):
    return loop_of().call_soon(f, *args, **options)

def later(delay, f, *args, **options):
    return loop_of().call_later(delay, f, *args, **options)

def future(i):
    if i not in F or F[i].get_loop() is not loop_of():
        F[i] = loop_of().create_future()
    return F[i]

def resolve(i, what):
    f = future(i)
    if f.done():
        return "done already"
    if isinstance(what, BaseException) or isinstance(what, type):
        f.set_exception(what)
    else:
        f.set_result(what)

def spawn(coro, i=None, **options):
    task = asyncio.create_task(coro, **options)
    if i is not None:
        T[i] = task
    return task

def task(i):
    return T[i] if i in T and T[i] is not asyncio.current_task() else asyncio.sleep(0, "no task")

def cancel(i, *message):
    return T[i].cancel(*message) if i in T else "no task"

async def nap(delay, result=None):
    try:
        return await asyncio.sleep(delay, result)
    except asyncio.CancelledError as e:
        say("nap cancelled", e.args)
        raise

async def fail(delay, error):
    await asyncio.sleep(delay)
    raise error

async def stubborn(delay, times):
    for i in range(times):
        try:
            await asyncio.sleep(delay)
        except asyncio.CancelledError as e:
            say("stubborn", e.args)
    return "stubborn"

async def tidy(delay, cleanup):
    try:
        await asyncio.sleep(delay)
        return "tidy"
    finally:
        await asyncio.sleep(cleanup)
        say("tidied")

async def hold(what, delay):
    async with what:
        say("holds")
        await asyncio.sleep(delay)

async def wait_until(predicate):
    async with cond:
        return await cond.wait_for(predicate)

async def ticks(n, delay):
    try:
        for i in range(n):
            got = yield i
            if got:
                say("got", got)
            await asyncio.sleep(delay)
    finally:
        say("ticks end")

async def anext_of(source):
    return await anext(source, "end")

class Gone:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        say("gone", self.name)

async def echo(reader, writer):
    try:
        while line := await reader.readline():
            await asyncio.sleep(0.25)
            writer.write(line.upper())
            await writer.drain()
    except asyncio.CancelledError:
        say("echo cancelled")
        raise
    finally:
        writer.close()
        say("echo ends")

class Bad:
    def __await__(self):
        yield 42

def work(delay, n):
    time.sleep(delay)
    if n == 2:
        raise Oops("in thread")
    return n, var.get()

@types.coroutine
def steps(n):
    for i in range(n):
        yield
    return n

class Steps:
    def __init__(self, n, result):
        self.n, self.result = n, result

    def __await__(self):
        try:
            for i in range(self.n):
                yield
        finally:
            print("steps end", self.n)
        return self.result

class Later(asyncio.Future):
    def __init__(self, delay, result):
        super().__init__(loop=loop_of())
        later(delay, self.arrive, result)

    def arrive(self, result):
        if not self.done():
            self.set_result(result)

class Door:
    def __init__(self, name, leave=0, error=None, swallow=()):
        self.name, self.leave, self.error, self.swallow = name, leave, error, swallow

    async def __aenter__(self):
        say("in", self.name)
        return self

    async def __aexit__(self, kind, error, tb):
        say("out", self.name, repr(error))
        await asyncio.sleep(self.leave)
        if self.error:
            raise self.error
        return isinstance(error, self.swallow)

@contextlib.asynccontextmanager
async def corridor(name, delay):
    say("enter", name)
    try:
        yield name
    except Oops as e:
        say("corridor", tell(e))
    finally:
        await asyncio.sleep(delay)
        say("leave", name)
`.trimEnd().split('\n');

export function wideText(seed) {
  const g = new Maker(seed);
  const { rng } = g;
  const out = [...PREAMBLE, ''];
  const queue = rng.weighted([[4, 'Queue'], [1, 'LifoQueue'], [1, 'PriorityQueue']]);
  out.push('event, lock, cond = asyncio.Event(), asyncio.Lock(), asyncio.Condition()', `sem = asyncio.${rng.chance(0.3) ? 'BoundedSemaphore' : 'Semaphore'}(${rng.between(0, 2)})`, `queue = asyncio.${queue}(${rng.pick(['', '1', '2'])})`, `barrier = asyncio.Barrier(${rng.between(1, 3)})`, '');
  const total = rng.between(2, 4);
  for (let i = 0; i < total; i++) {
    const scope = { depth: 0, level: g.workers.length, sources: g.sources.length, source: false };
    g.left = rng.between(2, 7);
    const body = g.block(scope, 2, 5);
    const returns = rng.chance(0.5) ? [`return ${rng.pick([g.label(), 'n', '[n, var.get()]', 'asyncio.current_task().get_name()'])}`] : [];
    out.push(`async def w${i}(n):`, ...indented([...body, ...returns]), '');
    g.workers.push('w' + i);
    if (rng.chance(0.4)) {
      g.left = rng.between(1, 4);
      const inside = g.block({ ...scope, source: true }, 1, 2);
      out.push(`async def g${i}(n):`, ...indented(['try:', ...indented(['yield n', ...inside, `${rng.chance(0.5) ? `say(${g.label()}, (yield n + 1))` : 'yield n + 1'}`]), ...(rng.chance(0.3) ? ['except Oops as e:', ...indented([`say(${g.label()}, tell(e))`, ...(rng.chance(0.5) ? [`yield ${g.label()}`] : [])])] : []), 'finally:', ...indented([...(rng.chance(0.4) ? [`await asyncio.sleep(${g.delay()})`] : []), `say("g${i} ends")`])]), '');
      g.sources.push('g' + i);
    }
  }
  const scope = { depth: 0, level: g.workers.length, sources: g.sources.length, main: true };
  const mainBody = () => {
    g.left = rng.between(3, 9);
    const opening = [...(rng.chance(0.6) ? ['loop_of().set_exception_handler(handler)'] : []),
      ...(rng.chance(0.12) ? [`loop_of().set_task_factory(${rng.pick(['asyncio.eager_task_factory', 'asyncio.eager_task_factory', 'lambda loop, coro, **kw: asyncio.Task(coro, loop=loop, **kw)', 'asyncio.create_eager_task_factory(asyncio.Task)'])})`] : []),
      ...g.several(0, 3, () => `spawn(${g.coroutine(scope)}, ${rng.below(4)}${rng.chance(0.2) ? ', eager_start=True' : ''}${rng.chance(0.2) ? `, name=${g.label()}` : ''})`),
      ...g.several(1, 3, () => `later(${g.delay()}, lambda: ${g.action()})`)];
    const patterns = rng.chance(0.7) ? [[g.rng.pick(PATTERNS)(g, scope)], ...(rng.chance(0.3) ? [[g.rng.pick(PATTERNS)(g, scope)]] : [])].flat(2) : [];
    let lines = [...opening, ...g.block(scope, 1, 4), ...patterns, ...g.block(scope, 0, 3)];
    const end = rng.weighted([[3, null], [3, 'all'], [2, 'sleep'], [1, 'cancel']]);
    if (end === 'all') lines.push('for t in list(T.values()):', '    try:', '        say("end", await asyncio.wait_for(asyncio.shield(t), 20))', '    except BaseException as e:', '        say("end", tell(e))');
    if (end === 'sleep') lines.push('await asyncio.sleep(10)', 'say("end", {i: state(t) for i, t in T.items()})');
    if (end === 'cancel') lines.push('for t in T.values():', '    t.cancel("end")', 'say("end", [x if not isinstance(x, BaseException) else tell(x) for x in await asyncio.gather(*T.values(), return_exceptions=True)])');
    if (rng.chance(0.85)) lines = ['async with asyncio.timeout(50):', ...indented(lines)];
    if (rng.chance(0.6)) lines = ['try:', ...indented(lines), 'except BaseException as e:', '    say("main", tell(e))', `    ${rng.chance(0.8) ? 'return "caught"' : 'raise'}`];
    return lines;
  };
  const how = rng.weighted([[60, 'run'], [6, 'debug'], [8, 'runner'], [4, 'runner2'], [6, 'loop'], [4, 'factory'], [4, 'threadsafe'], [3, 'interrupt']]);
  out.push('async def main():', ...indented(mainBody()), '');
  if (how === 'runner' || how === 'runner2') out.push('async def second():', ...indented(mainBody()), '');
  out.push(...({
    run: ['print("result", asyncio.run(main()))'],
    debug: ['print("result", asyncio.run(main(), debug=True))'],
    runner: ['with asyncio.Runner() as runner:', '    for f in main, second:', '        try:', '            print("result", runner.run(f()))', '        except BaseException as e:', '            print("run", tell(e))', '        T.clear()'],
    runner2: ['for f in main, second:', '    context = contextvars.copy_context()', '    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:', '        try:', '            print("result", runner.run(f(), context=context), context.get(var))', '        except Exception as e:', '            print("run", tell(e))', '    event, lock, cond, queue, barrier = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), asyncio.Queue(), asyncio.Barrier(2)', '    sem = asyncio.Semaphore(1)', '    T.clear()'],
    loop: ['loop = asyncio.new_event_loop()', 'asyncio.set_event_loop(loop)', 'try:', '    print("result", loop.run_until_complete(main()))', '    print("left", sorted(t.get_name() for t in asyncio.all_tasks(loop)))', 'finally:', '    loop.run_until_complete(loop.shutdown_asyncgens())', '    loop.run_until_complete(loop.shutdown_default_executor())', '    loop.close()', '    print(loop)'],
    factory: ['def factory():', '    loop = asyncio.new_event_loop()', '    loop.set_exception_handler(handler)', '    loop.set_task_factory(asyncio.eager_task_factory)', '    return loop', 'print("result", asyncio.run(main(), loop_factory=factory))'],
    threadsafe: ['async def outer():', '    loop = loop_of()', '    t = spawn(main())', '    loop.call_soon_threadsafe(say, "safe")', '    done, pending = await asyncio.wait([t], timeout=5)', '    say([state(x) for x in done], len(pending))', '    f = asyncio.run_coroutine_threadsafe(nap(1, "safe"), loop)', '    say(await asyncio.wrap_future(f), f.done())', '    return await t', 'print("result", asyncio.run(outer()))'],
    interrupt: ['async def outer():', '    later(3, sys.exit, 3)', '    return await main()', 'try:', '    print("result", asyncio.run(outer()))', 'except BaseException as e:', '    print("outer", tell(e))'],
  })[how]);
  return out.join('\n') + '\n';
}

/** Of the third generator. */
export function scenesText(seed, only) {
  const g = new Maker(seed + 500_000_000);
  const queue = 'event, lock, cond, sem, queue, barrier = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), asyncio.Semaphore(1), asyncio.Queue(), asyncio.Barrier(2)';
  return [...PREAMBLE, '', queue, '', ...scenesProgram(g, only)].join('\n') + '\n';
}
