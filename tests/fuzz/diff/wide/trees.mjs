// The fourth generator: random trees of tasks, dense, as a differential fuzzer over asyncio would draw them. Each node is a coroutine of its own with a number;
// whoever holds it may await, spawn, group, race, shield, cancel, uncancel, time it out or throw it away. What is shown of it: reprs of tasks, futures, handles
// and locks, stacks, names, contexts, cancel counts, the types of what is awaited, all exceptions with their groups and contexts.
import { Rng } from '../rng.mjs';
import { indented } from '../tree.mjs';

const PREAMBLE = `import asyncio, contextlib, contextvars, functools, gc, inspect, sys, time, traceback, types, weakref
from asyncio import (CancelledError, Future, Queue, LifoQueue, PriorityQueue, Lock, Event, Condition, Semaphore, BoundedSemaphore, Barrier, TaskGroup,
                     create_task, current_task, gather, shield, sleep, timeout, timeout_at, wait, wait_for, as_completed, ensure_future, to_thread)

cv = contextvars.ContextVar("cv", default=0)
other = contextvars.ContextVar("other")
tasks, futures, kept, handles, gens = [], [], [], [], []

class E1(Exception): pass
class E2(E1): pass
class E3(ValueError):
    def __init__(self, code, text="e3"):
        super().__init__(code, text)
        self.code = code
class B(BaseException): pass

def show(x, depth=0):
    if depth > 5:
        return "..."
    if isinstance(x, BaseExceptionGroup):
        text = f"{type(x).__name__}({x.message!r}, [{', '.join(show(e, depth + 1) for e in x.exceptions)}])"
    elif isinstance(x, BaseException):
        text = f"{type(x).__name__}{x.args}"
    else:
        return repr(x)
    if hasattr(x, "__notes__"):
        text += f" notes {x.__notes__}"
    if x.__cause__ is not None:
        text += " <- " + show(x.__cause__, depth + 1)
    elif x.__context__ is not None and not x.__suppress_context__:
        text += " << " + show(x.__context__, depth + 1)
    return text

def log(*what):
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return print("--", *what)
    t = current_task()
    print(f"{loop.time():.6g}", (t.get_name() + (f"!{t.cancelling()}" if t.cancelling() else "")) if t else "loop", cv.get() or ".", *what)

def where(e):
    return [f"{f.name}:{f.lineno}" for f in traceback.extract_tb(e.__traceback__) if "main" in f.filename]

def status(f):
    if not f.done():
        return "pending"
    if f.cancelled():
        try:
            f.result()
        except CancelledError as e:
            return "cancelled" + str(e.args)
    return show(f.exception()) if f.exception() else repr(f.result())

def on_done(label):
    def done(f):
        log("done", label, status(f))
    return done

def spawn(coro, **options):
    t = create_task(coro, **options)
    tasks.append(t)
    return t

def pick(i):
    me = current_task()
    return tasks[i % len(tasks)] if tasks and tasks[i % len(tasks)] is not me else None

def fut(i):
    loop = asyncio.get_running_loop()
    while len(futures) <= i:
        futures.append(loop.create_future())
    return futures[i]

def settle(i, value):
    f = fut(i)
    try:
        f.set_exception(value) if isinstance(value, (BaseException, type)) else f.set_result(value)
    except (asyncio.InvalidStateError, TypeError, RuntimeError) as e:
        log("settle", show(e))

def chain(t):
    out, c = [], t.get_coro()
    while c is not None and len(out) < 9:
        out.append(getattr(c, "__qualname__", type(c).__name__))
        c = getattr(c, "cr_await", None) or getattr(c, "ag_await", None) or getattr(c, "gi_yieldfrom", None)
    return out

async def leaf(n, d=0, result=None):
    try:
        await sleep(d)
    except CancelledError as e:
        log("leaf", n, "cancelled", e.args)
        raise
    return n if result is None else result

async def boom(n, d, e):
    await sleep(d)
    raise e

async def swallow(n, d, times=1):
    while True:
        try:
            await sleep(d)
            return ("swallowed", n)
        except CancelledError as e:
            times -= 1
            log("swallow", n, e.args)
            if times < 0:
                raise

async def cleanup(n, d, after, e=None):
    try:
        await sleep(d)
        return n
    finally:
        try:
            await sleep(after)
        finally:
            log("cleaned", n)
            if e:
                raise e

async def polite(n, d):
    try:
        await sleep(d)
    except CancelledError:
        log("uncancel", current_task().uncancel())
        await sleep(0)
        return "polite"

async def agen(n, d=0, tail=0):
    try:
        for i in range(n):
            try:
                got = yield i
            except E1 as e:
                log("agen caught", show(e))
                yield "caught"
                continue
            if got is not None:
                log("agen got", got)
            await sleep(d)
    finally:
        await sleep(tail)
        log("agen closed", n)

class Aw:
    def __init__(self, n, value, error=None):
        self.n, self.value, self.error = n, value, error
    def __await__(self):
        for i in range(self.n):
            yield
        if self.error:
            raise self.error
        return self.value
    def __repr__(self):
        return f"Aw({self.n})"

class Ctx:
    def __init__(self, name, d=0, after=0, suppress=(), error=None):
        self.name, self.d, self.after, self.suppress, self.error = name, d, after, suppress, error
    async def __aenter__(self):
        await sleep(self.d)
        log("enter", self.name)
        return self
    async def __aexit__(self, kind, e, tb):
        log("exit", self.name, show(e))
        await sleep(self.after)
        if self.error:
            raise self.error
        return bool(self.suppress) and isinstance(e, self.suppress)

@contextlib.asynccontextmanager
async def manager(name, d=0, after=0):
    log("manager in", name)
    await sleep(d)
    try:
        yield name
    except E1 as e:
        log("manager", name, show(e))
        raise E3(name) from e
    finally:
        await sleep(after)
        log("manager out", name)

def block(d, n):
    time.sleep(d)
    if n % 3 == 2:
        raise E2(n)
    return n, cv.get()
`.trimEnd().split('\n');

class Maker {
  constructor(seed) { this.rng = new Rng(seed * 3 + 777_000_001); this.n = 0; this.left = 0; this.functions = []; }
  id() { return this.n++; }
  d() { return this.rng.weighted([[6, '0'], [5, '1'], [3, '0.5'], [2, '2'], [1, '0.1'], [1, '1.5'], [0.5, '3'], [0.3, '-1'], [0.2, '10']]); }
  e() { const { rng } = this; return rng.weighted([[4, () => `E1(${this.id()})`], [3, () => `E2(${this.id()})`], [2, () => `E3(${this.id()})`], [2, () => `ValueError(${this.id()})`], [1, () => 'KeyError("k")'], [1, () => `CancelledError("x${this.id()}")`], [1, () => `TimeoutError()`], [0.7, () => `B(${this.id()})`], [0.5, () => `ExceptionGroup("eg${this.id()}", [E1(1), ValueError(2)])`], [0.2, () => 'KeyboardInterrupt()'], [0.2, () => 'SystemExit(3)'], [0.2, () => 'StopIteration(1)'], [0.3, () => 'GeneratorExit()'], [0.2, () => 'asyncio.QueueShutDown()'], [0.2, () => 'StopAsyncIteration()']])(); }
  msg() { return this.rng.weighted([[5, ''], [2, `"m${this.id()}"`], [1, `msg="n${this.id()}"`], [0.4, 'None'], [0.4, `(1, ${this.id()})`]]); }
  i() { return this.rng.below(5); }
  times(low, high, f) { return Array.from({ length: this.rng.between(low, high) }, (_, k) => f(k)); }

  coro(depth) {
    const { rng } = this;
    return rng.weighted([
      [this.functions.length && depth < 4 ? 5 : 0, () => `${rng.pick(this.functions)}()`], [4, () => `leaf(${this.id()}, ${this.d()})`], [2.5, () => `boom(${this.id()}, ${this.d()}, ${this.e()})`], [1.2, () => `swallow(${this.id()}, ${this.d()}, ${rng.between(1, 2)})`], [1.5, () => `cleanup(${this.id()}, ${this.d()}, ${this.d()}${rng.chance(0.3) ? `, ${this.e()}` : ''})`],
      [0.8, () => `polite(${this.id()}, ${this.d()})`], [0.8, () => `sleep(${this.d()}, ${this.id()})`], [0.5, () => 'q.get()'], [0.4, () => `q.put(${this.id()})`], [0.3, () => 'q.join()'], [0.4, () => 'ev.wait()'], [0.4, () => 'lk.acquire()'], [0.4, () => 'sm.acquire()'], [0.3, () => 'br.wait()'], [0.3, () => `anext(agen(2, ${this.d()}))`.replace('anext', 'first')],
      [depth < 4 ? 1.5 : 0, () => `wait_for(${this.aw(depth + 1)}, ${this.d()})`], [0.3, () => `to_thread(block, ${this.d().replace('-', '')}, ${rng.below(4)})`], [0.4, () => `wait(${this.group(depth + 1)}, timeout=${this.d()})`], [0.3, () => `cd_wait(${rng.below(3)})`], [0.2, () => `chat(${rng.below(3)})`],
    ])();
  }
  aw(depth) {
    const { rng } = this;
    return rng.weighted([
      [5, () => this.coro(depth)], [1, () => `fut(${rng.below(3)})`], [1, () => `Aw(${rng.below(4)}, ${this.id()}${rng.chance(0.2) ? `, ${this.e()}` : ''})`], [1.2, () => `spawn(${this.coro(depth)})`], [depth < 4 ? 1 : 0, () => `shield(${this.aw(depth + 1)})`],
      [depth < 4 ? 1.5 : 0, () => `gather(${this.times(1, 3, () => this.aw(depth + 1)).join(', ')}${rng.chance(0.4) ? ', return_exceptions=True' : ''})`], [0.7, () => `(pick(${this.i()}) or sleep(0))`], [0.3, () => `ensure_future(${this.coro(depth)})`], [0.1, () => `${this.id()}`],
    ])();
  }
  group(depth) { return `[${this.times(1, 3, () => this.rng.chance(0.3) ? `ensure_future(fut(${this.rng.below(3)}))` : `spawn(${this.coro(depth)})`).join(', ')}]`; }

  /** A synchronous action, as an expression. */
  act() {
    const { rng } = this;
    return rng.weighted([
      [3, () => `log("act", ${this.id()})`], [3, () => `log("cancel", (t := pick(${this.i()})) and t.cancel(${this.msg()}))`], [1, () => `settle(${rng.below(3)}, ${rng.chance(0.3) ? this.e() : this.id()})`], [1, () => `fut(${rng.below(3)}).cancel(${this.msg()})`], [1, () => 'ev.set()'], [0.5, () => 'ev.clear()'], [0.6, () => `q.put_nowait(${this.id()})`], [0.4, () => 'log(q.get_nowait())'], [0.4, () => 'sm.release()'], [0.3, () => 'lk.release()'], [0.3, () => `q.shutdown(${rng.chance(0.5) ? 'True' : ''})`], [0.3, () => 'q.task_done()'],
      [1, () => `log(pick(${this.i()}))`], [0.6, () => `log([t.get_name() for t in sorted(asyncio.all_tasks(), key=lambda t: t.get_name())])`], [0.5, () => 'log(q, ev, lk, sm)'], [0.5, () => `cv.set(${this.id()})`], [0.5, () => `handles.append(asyncio.get_running_loop().call_soon(log, "soon", ${this.id()}))`], [0.6, () => `handles.append(asyncio.get_running_loop().call_later(${this.d()}, log, "later", ${this.id()}))`], [0.3, () => 'handles and handles[-1].cancel()'], [0.3, () => 'log(handles[-1:])'], [0.4, () => `tasks and tasks[-1].add_done_callback(on_done(${this.id()}))`],
      [0.4, () => `fut(${rng.below(3)}).add_done_callback(on_done(${this.id()}))`], [0.3, () => `log([status(t) for t in tasks])`], [0.3, () => `log((t := pick(${this.i()})) and chain(t))`], [0.4, () => `log((t := pick(${this.i()})) and [(f.f_code.co_name, f.f_lineno) for f in t.get_stack()])`], [0.2, () => 'gc.collect()'], [0.3, () => `spawn(${this.coro(3)})`], [0.2, () => `1 // 0`], [0.2, () => `log(fut(${rng.below(3)}))`], [0.2, () => `fut(${rng.below(3)}).exception()`], [0.2, () => `br`], [0.15, () => 'asyncio.get_running_loop().stop()'].slice(0, 0),
      [0.3, () => `log((t := pick(${this.i()})) and (t.cancelling(), t.uncancel(), t.cancelling()))`], [0.2, () => `log((t := pick(${this.i()})) and t.set_name("named${this.id()}"))`],
    ].filter(x => x.length))();
  }

  caught(lines, depth) {
    const { rng } = this;
    const kinds = rng.weighted([[4, 'Exception'], [2, 'BaseException'], [2, 'CancelledError'], [1.5, 'TimeoutError'], [1, 'E1'], [1, '(E1, ValueError)']]);
    const star = rng.chance(0.25);
    const handler = kind => [`except${star ? '*' : ''} ${kind} as e:`, ...indented([`log(${this.id()}, show(e))`, ...rng.weighted([[5, []], [1.2, ['raise']], [1, [`raise ${this.e()}${rng.chance(0.4) ? ' from e' : ''}`]], [0.6, [`e.add_note("note${this.id()}")`, 'raise']], [0.7, [`await sleep(${this.d()})`]], [star ? 0 : 0.5, ['return "early"']], [0.7, [`log("uncancel", current_task().uncancel())`]], [0.4, ['log(where(e))']], [0.3, ['kept.append(e)']]])])];
    return ['try:', ...indented(lines), ...handler(kinds), ...(rng.chance(0.25) ? handler(rng.pick(['ValueError', 'B', 'KeyError', 'OSError'])) : []), ...(rng.chance(0.15) ? ['else:', `    log("else", ${this.id()})`] : []), ...(rng.chance(0.3) ? ['finally:', ...indented(this.few(depth + 2))] : [])];
  }
  few(depth) { const { rng } = this; return [rng.weighted([[3, () => `log("finally", ${this.id()})`], [2, () => `await sleep(${this.d()})`], [1, () => this.act()], [0.5, () => `log(await ${this.aw(4)})`]])()]; }

  stmt(depth) {
    const { rng } = this;
    this.left--;
    const deep = depth < 4, body = () => this.block(depth + 1, 1, 3);
    return rng.weighted([
      [5, () => [`log(${this.id()}, await ${this.aw(depth)})`]], [2.5, () => [`spawn(${this.coro(depth)}${rng.weighted([[6, ''], [1, `, name="n${this.id()}"`], [1, ', eager_start=True'], [0.7, ', context=contextvars.copy_context()']])})`]], [3, () => [this.act()]], [2, () => [`await sleep(${this.d()})`]], [deep ? 4 : 0, () => this.caught(body(), depth)],
      [deep ? 2 : 0, () => { const v = `tm${this.id()}`; return [`async with ${rng.pick(['timeout', 'timeout', 'timeout_at'])}(${rng.weighted([[6, this.d()], [1, 'None']])}) as ${v}:`, ...indented([...body(), ...(rng.chance(0.4) ? [`${v}.reschedule(${rng.weighted([[4, `asyncio.get_running_loop().time() + ${this.d()}`], [1, 'None'], [0.5, '0']])})`] : []), ...(rng.chance(0.3) ? [`log(${v}, ${v}.when(), ${v}.expired())`] : []), ...body()]), ...(rng.chance(0.3) ? [`log(${v}, ${v}.expired())`] : [])]; }],
      [deep ? 2.5 : 0, () => { const v = `tg${this.id()}`; return [`async with TaskGroup() as ${v}:`, ...indented([...this.times(1, 3, () => `tasks.append(${v}.create_task(${this.coro(depth + 1)}${rng.chance(0.15) ? `, name="g${this.id()}"` : ''}))`), ...(rng.chance(0.6) ? body() : []), ...(rng.chance(0.2) ? [`log(${v})`] : [])]), ...(rng.chance(0.1) ? [`${v}.create_task(leaf(0))`] : [])]; }],
      [1, () => [`dn, pd = await wait(${this.group(depth)}${rng.weighted([[3, ''], [2, ', return_when=asyncio.FIRST_COMPLETED'], [2, ', return_when=asyncio.FIRST_EXCEPTION']])}${rng.chance(0.4) ? `, timeout=${this.d()}` : ''})`, 'log([status(t) for t in dn], len(pd))', ...(rng.chance(0.3) ? ['for t in pd:', '    t.cancel()'] : [])]],
      [1, () => [`for c in as_completed([${this.times(1, 3, () => this.aw(depth + 1)).join(', ')}]${rng.chance(0.3) ? `, timeout=${this.d()}` : ''}):`, ...indented([rng.chance(0.5) ? `log(await c)` : 'try:\n        log(await c)\n    except Exception as e:\n        log(show(e))'.replace(/\n {4}/g, '\n')].join('\n').split('\n')), ...(rng.chance(0.2) ? ['    break'] : [])]],
      [0.8, () => [`async for t in as_completed([${this.times(1, 3, () => `spawn(${this.coro(depth + 1)})`).join(', ')}]${rng.chance(0.3) ? `, timeout=${this.d()}` : ''}):`, '    log(status(t))', ...(rng.chance(0.2) ? ['    break'] : [])]],
      [1, () => [`async with ${rng.pick(['lk', 'sm', 'cd'])}:`, ...indented(body())]], [1, () => [`async with Ctx(${this.id()}, ${this.d()}, ${this.d()}${rng.chance(0.3) ? `, ${rng.pick(['Exception', 'CancelledError', 'E1', 'TimeoutError'])}` : ''}${rng.chance(0.1) ? `, error=${this.e()}` : ''}):`, ...indented(body())]], [0.8, () => [`async with manager(${this.id()}, ${this.d()}, ${this.d()}):`, ...indented(body())]],
      [1, () => [`async for x in agen(${rng.between(1, 3)}, ${this.d()}, ${this.d()}):`, ...indented([`log(x)`, ...(rng.chance(0.4) ? body() : []), ...(rng.chance(0.3) ? ['break'] : [])])]], [0.7, () => { const v = `ag${this.id()}`; return [`${v} = agen(3, ${this.d()}, ${this.d()})`, ...(rng.chance(0.5) ? [`gens.append(${v})`] : []), ...this.times(1, 4, () => `log(await ${v}.${rng.weighted([[4, '__anext__()'], [2, `asend(${this.id()})`], [2, `athrow(${this.e()})`], [1, 'aclose()']])})`)]; }],
      [0.5, () => [`async with contextlib.aclosing(agen(3, ${this.d()})) as ag:`, '    async for x in ag:', ...indented(indented(['log(x)', ...(rng.chance(0.5) ? ['break'] : [])]))]], [0.4, () => [`log([x async for x in agen(2, ${this.d()})])`]], [0.4, () => [`log(await anext(agen(${rng.below(2)}), "none"))`]],
      [1, () => [`raise ${this.e()}${rng.chance(0.2) ? ` from E1("cause")` : ''}`]], [0.8, () => [`current_task().cancel(${this.msg()})`, ...(rng.chance(0.5) ? [`await sleep(${this.d()})`] : [])]], [0.5, () => ['async with cd:', ...indented(rng.pick([['cd.notify()'], ['cd.notify_all()'], ['log(await cd.wait())'], [`await wait_for(cd.wait(), ${this.d()})`]]))]],
      [0.5, () => [`token = cv.set(${this.id()})`, ...body(), 'cv.reset(token)']], [0.4, () => [`log(contextvars.copy_context().run(lambda: (cv.set(${this.id()}), cv.get())[1]), cv.get())`]], [0.5, () => [`for _ in range(${rng.between(2, 3)}):`, ...indented(body())]], [0.5, () => [`await br.wait()`]], [0.5, () => [`log(await q.get())`]], [0.3, () => [`await q.put(${this.id()})`]], [0.3, () => ['await ev.wait()']],
      [0.4, () => [`log(await asyncio.get_running_loop().run_in_executor(None, block, ${rng.pick(['0', '0.5', '1'])}, ${rng.below(4)}))`]], [0.3, () => [`cf = asyncio.run_coroutine_threadsafe(${this.coro(depth)}, asyncio.get_running_loop())`, 'log(await asyncio.wrap_future(cf))']], [0.3, () => ['asyncio.print_call_graph(file=sys.stdout)'].slice(0, 0).concat(['log(len(asyncio.all_tasks()))'])], [0.2, () => [`${this.coro(3)}`]], [0.3, () => [`async with asyncio.timeout(${this.d()}):`, '    async with asyncio.timeout(1):', ...indented(indented(body()))]],
      [0.4, () => ['t = current_task()', `asyncio.get_running_loop().call_${rng.pick(['soon(', `later(${this.d()}, `])}t.cancel${rng.chance(0.4) ? `, "late${this.id()}"` : ''})`]], [0.3, () => [`s = contextlib.AsyncExitStack()`, 'async with s:', ...indented([`await s.enter_async_context(Ctx(${this.id()}, 0, ${this.d()}))`, `s.push_async_callback(leaf, ${this.id()}, ${this.d()})`, ...body()])]],
    ])();
  }
  block(depth, low, high) {
    const out = [];
    for (let k = this.rng.between(low, high); k > 0 && this.left > 0; k--) {
      const lines = this.stmt(depth);
      out.push(...(this.rng.chance(depth ? 0.35 : 0.75) && lines.some(l => /await|async|raise|cancel/.test(l)) ? ['try:', ...indented(lines), `except ${this.rng.pick(['Exception', 'Exception', 'BaseException', '(Exception, CancelledError)'])} as e:`, `    log(${this.id()}, show(e)${this.rng.chance(0.2) ? ', where(e)' : ''})`] : lines));
    }
    return out.length ? out : [`log("pass", ${this.id()})`];
  }
}

export function treesText(seed) {
  const g = new Maker(seed), { rng } = g, out = [...PREAMBLE, ''];
  const fresh = [`q = ${rng.pick(['Queue', 'Queue', 'LifoQueue', 'PriorityQueue'])}(${rng.pick(['', '1', '2'])})`, 'ev, lk, cd = Event(), Lock(), Condition()', `sm = ${rng.pick(['Semaphore', 'BoundedSemaphore'])}(${rng.between(0, 2)})`, `br = Barrier(${rng.between(1, 3)})`];
  out.push(...fresh, '', 'async def cd_wait(n):', '    async with cd:', '        return await cd.wait_for(lambda: len(tasks) > n)', '', 'async def first(g):', '    return await anext(g)', '');
  out.push('async def chat(n):', '    async def serve(r, w):', '        try:', '            while data := await r.read(4):', '                w.write(data[::-1])', '                await w.drain()', '        finally:', '            w.close()', '            log("served")', '    server = await asyncio.start_server(serve, "127.0.0.1", 9000 + n)', '    async with server:', '        r, w = await asyncio.open_connection("127.0.0.1", 9000 + n)', '        w.write(b"hello" * n)', '        w.write_eof() if n == 2 else w.write(b"!\\n")', '        log(await r.read(3) if n else await r.readline())', '        w.close()', '        await w.wait_closed()', '        return n', '');
  for (let i = 0, n = rng.between(2, 5); i < n; i++) {
    g.left = rng.between(4, 10);
    const body = [...g.block(1, 2, 5), ...(rng.chance(0.6) ? [`return ${g.id()}`] : [])];
    out.push(`async def f${i}():`, ...indented([`log("f${i}")`, ...body]), '');
    g.functions.push(`f${i}`);
  }
  const main = () => {
    g.left = rng.between(10, 28);
    const opening = [...(rng.chance(0.25) ? ['asyncio.get_running_loop().set_exception_handler(lambda loop, c: log("handler", sorted(c), c["message"], show(c.get("exception"))))'] : []), ...(rng.chance(0.12) ? [`asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)`] : []), ...g.times(0, 3, () => `spawn(${g.coro(1)})`), ...g.times(0, 2, () => `asyncio.get_running_loop().call_later(${g.d()}, lambda: ${g.act()})`)];
    let lines = [...opening, ...g.block(0, 6, 14)];
    if (rng.chance(0.6)) lines = ['try:', ...indented(lines), 'except BaseException as e:', '    log("main", show(e), where(e))', ...(rng.chance(0.2) ? ['    raise'] : [])];
    lines.push(...rng.weighted([[3, ['log("left", [status(t) for t in tasks])']], [2, ['await sleep(5)', 'log([status(t) for t in tasks])']], [2, ['log([show(x) for x in await gather(*[t for t in tasks if not t.done()], return_exceptions=True)])']], [1, ['for t in tasks:', '    t.cancel("bye")']], [1, []]]));
    if (rng.chance(0.9)) lines = [`async with timeout(40):`, ...indented(lines)];
    return lines;
  };
  out.push('async def main():', ...indented(main()), ...(rng.chance(0.5) ? [`    return ${g.id()}`] : []), '');
  out.push(...rng.weighted([
    [10, () => ['print(asyncio.run(main()))']], [1, () => ['asyncio.run(main(), debug=True)']],
    [2, () => ['with asyncio.Runner() as runner:', '    for i in range(2):', '        try:', '            print("run", i, runner.run(main()))', '        except (Exception, CancelledError) as e:', '            print("failed", show(e), where(e))', '        tasks.clear(), futures.clear()']],
    [2, () => ['loop = asyncio.new_event_loop()', 'asyncio.set_event_loop(loop)', 'try:', '    print(loop.run_until_complete(main()))', 'except Exception as e:', '    print("failed", show(e), where(e))', 'print([status(t) for t in tasks], sorted(t.get_name() for t in asyncio.all_tasks(loop)))', `loop.call_later(${g.d()}, loop.stop)`, 'loop.run_forever()', 'print(loop.time(), [status(t) for t in tasks])', ...(rng.chance(0.5) ? ['loop.run_until_complete(loop.shutdown_asyncgens())'] : []), 'loop.close()', 'print(loop.is_closed(), loop.is_running())']],
    [1, () => ['try:', '    asyncio.run(main(), loop_factory=asyncio.EventLoop)', 'except BaseException as e:', '    print("out", show(e), where(e))']],
    [1, () => ['ctx = contextvars.copy_context()', 'print(ctx.run(asyncio.run, main()), ctx.get(cv))']],
  ])());
  return out.join('\n') + '\n';
}
