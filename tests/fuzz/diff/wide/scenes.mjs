// The third generator: short scenes, each about one part of asyncio and nothing else, as a tester of the library would write them: operations drawn
// one after the other on one object, from several tasks at once, and what is left of it shown after each. What the other two seldom reach is here:
// a queue that is shut down while others join, what is left to consume after a timeout, futures by duck typing, runners that are used again.
import { indented } from '../tree.mjs';

const fn = (head, lines) => [head, ...indented(lines.length ? lines : ['pass'])];
const safe = (g, lines, kinds = 'BaseException') => ['try:', ...indented(lines), `except ${kinds} as e:`, `    say(${g.label()}, tell(e))`];
const tick = g => g.rng.pick(['0', '0', '0', '1', '1', '2', '0.5']);
const pause = g => `await asyncio.sleep(${tick(g)})`;
const raised = g => g.rng.weighted([[5, `ValueError(${g.label()})`], [2, `Oops(${g.label()})`], [1, 'asyncio.CancelledError("made")'], [1, 'TimeoutError()'], [0.7, 'Quit("q")'], [0.3, 'asyncio.InvalidStateError("i")'], [0.2, 'StopAsyncIteration()'], [0.15, 'SystemExit(4)'], [0.15, 'KeyboardInterrupt()']]);
/** Coroutine functions that do a few things each, started as tasks; then things that are done to them from outside. */
function cast(g, makers, { low = 2, high = 4, outside = [] } = {}) {
  const n = g.rng.between(low, high), out = [];
  for (let i = 0; i < n; i++) out.push(...fn(`async def actor${i}():`, [...g.several(1, 3, () => g.rng.pick(makers)(i)).flat(), ...(g.rng.chance(0.5) ? [`return ${g.label()}`] : [])]));
  out.push(`actors = [spawn(f()) for f in (${Array.from({ length: n }, (_, i) => `actor${i},`).join(' ')})]`);
  for (let k = g.rng.between(0, 4); k > 0; k--) out.push(...g.rng.weighted([[3, () => [pause(g)]], [2, () => [`say("cancel", actors[${g.rng.below(n)}].cancel(${g.rng.chance(0.3) ? g.label() : ''}))`]], [outside.length ? 3 : 0, () => safe(g, g.rng.pick(outside)())]])());
  out.push('done, pending = await asyncio.wait(actors, timeout=6)', 'say([state(t) for t in actors])', ...(g.rng.chance(0.8) ? ['for t in pending:', '    t.cancel()', 'say([x if not isinstance(x, BaseException) else tell(x) for x in await asyncio.gather(*pending, return_exceptions=True)])'] : []));
  return out;
}
const small = g => g.rng.weighted([[4, () => `nap(${tick(g)}, ${g.label()})`], [3, () => `fail(${tick(g)}, ${raised(g)})`], [1, () => `tidy(${tick(g)}, ${tick(g)})`], [1, () => `stubborn(1, 2)`], [1, () => `late_error(${tick(g)})`]])();
const anything = g => g.rng.weighted([[6, () => small(g)], [2, () => `spawn(${small(g)})`], [1, () => `future(${g.rng.below(3)})`], [1, () => `asyncio.shield(spawn(${small(g)}))`], [1, () => `asyncio.gather(${small(g)}, ${small(g)}${g.rng.chance(0.4) ? ', return_exceptions=True' : ''})`], [0.5, () => `Steps(2, ${g.label()})`]])();

export const SCENES = {
  queue(g) {
    const kind = g.rng.pick(['Queue', 'Queue', 'PriorityQueue', 'LifoQueue']), item = () => kind === 'PriorityQueue' && g.rng.chance(0.3) ? `(${g.number()}, ${g.label()})` : `${g.number()}`;
    const ops = [
      i => [`say(${i}, await q.get())`], i => [`say(${i}, await q.get())`, ...(g.rng.chance(0.6) ? ['q.task_done()'] : [])], i => safe(g, [`say(${i}, await asyncio.wait_for(q.get(), ${tick(g)}))`]), i => [`await q.put(${item()})`, `say(${i}, "put", q.qsize())`], i => safe(g, [`q.put_nowait(${item()})`]), i => safe(g, [`say(q.get_nowait())`]),
      i => [`await q.join()`, `say(${i}, "joined")`], i => safe(g, ['await asyncio.wait_for(q.join(), 1)']), i => [pause(g)], i => [`q.shutdown(${g.rng.pick(['', '', 'immediate=True', 'True'])})`, `say(${i}, q)`], i => safe(g, ['q.task_done()']), i => ['say(q.empty(), q.full(), q.qsize(), q)'],
      i => [...fn('while True:', [`say(${i}, await q.get())`, 'q.task_done()', ...(g.rng.chance(0.4) ? [pause(g)] : [])])],
    ];
    return [`q = asyncio.${kind}(${g.rng.pick(['', '1', '2', '-1'])})`, ...(g.rng.chance(0.4) ? g.several(1, 2, () => safe(g, [`q.put_nowait(${item()})`])).flat() : []), ...cast(g, ops, { outside: [() => ['q.shutdown()'], () => ['q.shutdown(immediate=True)'], () => [`q.put_nowait(${item()})`], () => ['say(q.get_nowait())'], () => ['say(q)']] }), 'say(q, q.qsize())'];
  },
  asCompleted(g) {
    const make = () => `[${g.several(1, 4, () => g.rng.weighted([[3, () => small(g)], [3, () => `spawn(${small(g)})`], [1, () => `future(${g.rng.below(3)})`], [0.5, () => 'twice']])()).join(', ')}]`;
    const timeout = g.rng.chance(0.5) ? `, timeout=${g.rng.pick(['0', '1', '1', '2', 'None', '-1', '0.5'])}` : '';
    const source = g.rng.pick([v => v, v => v, v => `tuple(${v})`, v => `iter(${v})`, v => `(x for x in ${v})`])(make());
    const it = [`twice = spawn(nap(1, "twice"))`, `it = asyncio.as_completed(${source}${timeout})`];
    return g.rng.weighted([
      [3, () => [...it, ...fn('for c in it:', [`say(type(c).__name__)`, ...safe(g, ['say(await c)']), ...(g.rng.chance(0.1) ? ['break'] : [])]), ...safe(g, ['say(next(it, "over"))'])]],
      [3, () => [...it, ...safe(g, fn('async for t in it:', [`say(state(t))`, ...(g.rng.chance(0.2) ? [pause(g)] : []), ...(g.rng.chance(0.1) ? ['break'] : [])])), ...safe(g, ['say(await anext(it, "over"))']), ...(g.rng.chance(0.3) ? safe(g, ['say(await anext(it))']) : [])]],
      [2, () => [...it, 'waits = []', ...fn('for k in range(3):', safe(g, ['waits.append(next(it))'], '(StopIteration, TypeError)')), ...(g.rng.chance(0.5) ? [pause(g)] : []), ...fn('for w in reversed(waits):', safe(g, ['say(await w)'])), ...(g.rng.chance(0.4) ? safe(g, ['say(await waits[0])']) : [])]],
      [1, () => [...it, `later(${tick(g)}, twice.cancel)`, ...safe(g, ['results = [await c for c in it]', 'say(results)']), 'await asyncio.sleep(3)', 'say(state(twice))']],
      [0.5, () => ['say(await asyncio.gather(*asyncio.as_completed([nap(1, "x"), nap(0, "y")]), return_exceptions=True))']],
      [0.5, () => [`jobs = [spawn(${small(g)}), spawn(${small(g)})]`, ...safe(g, ['it = asyncio.as_completed(jobs)', 'first = await anext(it)', 'say(first in jobs)', 'second = next(it)', 'say(await second)'])]],
    ])();
  },
  condition(g) {
    const ops = [
      i => fn('async with cond:', [`say(${i}, await cond.wait())`]), i => fn('async with cond:', [`say(${i}, await cond.wait_for(lambda: box["n"] > ${g.number()}))`]), i => fn('async with cond:', [...safe(g, [`say(${i}, await asyncio.wait_for(cond.wait(), ${tick(g)}))`]), 'say(cond.locked())']), i => fn('async with cond:', ['box["n"] += 1', `cond.notify(${g.rng.pick(['', '1', '2', '0'])})`, ...(g.rng.chance(0.3) ? [pause(g)] : [])]),
      i => fn('async with cond:', ['box["n"] += 1', 'cond.notify_all()']), i => [pause(g)], i => safe(g, ['cond.notify()']), i => safe(g, ['await cond.wait()']), i => ['await cond.acquire()', pause(g), 'cond.release()'], i => fn('async with cond:', ['box["n"] += 1', 'cond.notify()', 'await cond.wait()', `say(${i}, "again")`]), i => safe(g, fn('async with cond:', ['cond.release()'])),
    ];
    return ['box = {"n": 0}', g.rng.chance(0.3) ? 'cond = asyncio.Condition(lock := asyncio.Lock())' : 'cond = asyncio.Condition()', ...cast(g, ops, { outside: [() => fn('async with cond:', ['cond.notify_all()']), () => ['say(cond)'], () => ['cond.notify_all()']] }), 'say(cond, cond.locked())'];
  },
  barrier(g) {
    const ops = [i => [`say(${i}, await b.wait())`], i => fn('async with b as place:', [`say(${i}, place)`, pause(g)]), i => [...safe(g, [`say(${i}, await asyncio.wait_for(b.wait(), ${tick(g)}))`]), 'say(b)'], i => [pause(g)], i => ['await b.reset()', 'say(b)'], i => ['await b.abort()', 'say(b)'], i => fn('for _ in range(2):', [`say(${i}, await b.wait())`])];
    return [`b = asyncio.Barrier(${g.rng.between(1, 3)})`, ...cast(g, ops, { high: 5, outside: [() => ['await b.reset()'], () => ['await b.abort()'], () => ['say(b, b.n_waiting, b.broken)']] }), 'say(b, b.n_waiting, b.broken)'];
  },
  locks(g) {
    const ops = [
      i => fn('async with lock:', [`say(${i}, "has")`, pause(g)]), i => ['await lock.acquire()', pause(g), 'lock.release()'], i => [...safe(g, [`say(await asyncio.wait_for(lock.acquire(), ${tick(g)}))`, pause(g), 'lock.release()'])], i => fn('async with sem:', [`say(${i}, sem)`, pause(g)]), i => ['await sem.acquire()', pause(g), 'sem.release()'], i => safe(g, ['sem.release()', 'say(sem)']), i => safe(g, ['lock.release()']), i => [`say(${i}, await event.wait())`], i => ['event.set()', ...(g.rng.chance(0.5) ? ['event.clear()'] : [])], i => safe(g, [`await asyncio.wait_for(event.wait(), ${tick(g)})`]), i => fn('async with sem, lock:', [pause(g)]), i => safe(g, ['await asyncio.wait_for(sem.acquire(), 0)', 'sem.release()']),
    ];
    return [`lock, event, sem = asyncio.Lock(), asyncio.Event(), asyncio.${g.rng.pick(['Semaphore', 'BoundedSemaphore'])}(${g.rng.between(0, 2)})`, ...cast(g, ops, { high: 5, outside: [() => ['event.set()'], () => ['sem.release()'], () => ['lock.release()'], () => ['say(lock, sem, event)']] }), 'say(lock, sem, event, lock.locked(), sem.locked())'];
  },
  timeouts(g) {
    const scope = depth => {
      const v = 'tm' + g.labels++, form = g.rng.pick([() => `asyncio.timeout(${g.rng.pick(['0', '1', '2', '0.5', 'None', '-1'])})`, () => `asyncio.timeout_at(loop_of().time() + ${tick(g)})`])();
      const step = () => g.rng.weighted([
        [4, () => [pause(g)]], [1, () => [`say(await ${anything(g)})`]], [2, () => safe(g, [`${v}.reschedule(${g.rng.pick(['None', 'loop_of().time() + 1', 'loop_of().time()', 'loop_of().time() - 1', `${v}.when()`, '0'])})`, `say(${v}.when())`])], [1, () => [`say(${v}, ${v}.expired())`]], [1, () => [`raise ${raised(g)}`]], [0.7, () => ['asyncio.current_task().cancel("self")']], [0.5, () => ['say(asyncio.current_task().uncancel())']], [depth < 3 ? 2.5 : 0, () => scope(depth + 1)],
        [1, () => safe(g, [`await asyncio.sleep(2)`], g.rng.pick(['asyncio.CancelledError', 'BaseException', 'TimeoutError']))], [0.5, () => ['try:', `    ${pause(g)}`, 'finally:', `    ${pause(g)}`]], [0.5, () => [`time.sleep(${tick(g)})`]],
      ])();
      const lines = fn(`async with ${form} as ${v}:`, g.several(1, 3, step).flat());
      const after = [`say(${v}, ${v}.expired(), asyncio.current_task().cancelling())`];
      return g.rng.weighted([[3, () => [...safe(g, lines, g.rng.pick(['TimeoutError', 'TimeoutError', 'BaseException'])), ...after]], [2, () => [...lines, ...after]]])();
    };
    return [...fn('async def timed():', [...scope(0), ...(g.rng.chance(0.3) ? scope(0) : []), 'return "timed"']), 'job = spawn(timed())', ...(g.rng.chance(0.4) ? [`later(${tick(g)}, job.cancel, "outside")`] : []), ...(g.rng.chance(0.2) ? ['later(1, job.cancel)', 'later(1, job.cancel)'] : []), 'await asyncio.wait([job], timeout=9)', 'say(state(job), job.cancelling())', ...(g.rng.chance(0.2) ? safe(g, ['scope = asyncio.timeout(1)', g.rng.pick(['say(scope, scope.when(), scope.expired())', 'scope.reschedule(2)', 'await scope.__aexit__(None, None, None)', 'async with scope:\n    pass\nscope.reschedule(3)', 'async with scope:\n    async with scope:\n        pass']).split('\n')].flat()) : [])];
  },
  eager(g) {
    const body = () => g.several(1, 4, () => g.rng.pick([() => `say(asyncio.current_task().get_name(), len(asyncio.all_tasks()))`, () => pause(g), () => `var.set(${g.label()})`, () => `spawn(nap(0, ${g.label()}))`, () => `raise ${raised(g)}`, () => 'asyncio.current_task().cancel()', () => `say(await spawn(nap(${tick(g)}, 1)))`, () => 'asyncio.current_task().set_name("renamed")', () => `say(await asyncio.gather(nap(0, 1), nap(0, 2)))`, () => `async with asyncio.timeout(1):\n    await asyncio.sleep(${tick(g)})`])().split('\n')).flat();
    return [
      ...Array.from({ length: 3 }, (_, i) => fn(`async def quick${i}():`, [...body(), ...(g.rng.chance(0.6) ? [`return ${g.label()}`] : [])])).flat(), g.rng.pick(['loop_of().set_task_factory(asyncio.eager_task_factory)', 'loop_of().set_task_factory(asyncio.create_eager_task_factory(asyncio.Task))', 'pass', 'loop_of().set_task_factory(lambda loop, coro, **kw: asyncio.Task(coro, loop=loop, **(kw | {"eager_start": True})))']),
      ...safe(g, [`made = [${Array.from({ length: g.rng.between(2, 4) }, () => g.rng.pick([`spawn(quick${g.rng.below(3)}())`, `spawn(quick${g.rng.below(3)}(), eager_start=${g.rng.pick(['True', 'False'])})`, `spawn(quick${g.rng.below(3)}(), name=${g.label()})`, `spawn(quick${g.rng.below(3)}(), context=contextvars.copy_context(), eager_start=True)`, `asyncio.ensure_future(quick${g.rng.below(3)}())`])).join(', ')}]`, 'say([state(t) for t in made], var.get())', ...fn('for t in made:', ['t.add_done_callback(lambda t: say("done", t.get_name(), state(t)))']), pause(g), ...safe(g, fn('async with asyncio.TaskGroup() as tg:', [`tg.create_task(quick${g.rng.below(3)}())`, `tg.create_task(quick${g.rng.below(3)}(), name="member")`])), 'say([tell(x) if isinstance(x, BaseException) else x for x in await asyncio.gather(*made, return_exceptions=True)])', 'say([t.get_name() for t in made], made)']), 'loop_of().set_task_factory(None)',
    ];
  },
  groups(g) {
    const make = depth => fn('async with asyncio.TaskGroup() as tg:', g.several(1, 4, () => g.rng.weighted([
      [5, () => [`tg.create_task(${small(g)})`]], [1, () => [`tg.create_task(${small(g)}, name=${g.label()}${g.rng.chance(0.3) ? ', eager_start=True' : ''})`]], [2, () => [pause(g)]], [1, () => [`raise ${raised(g)}`]], [0.7, () => ['asyncio.current_task().cancel("inside")']], [0.5, () => ['say(asyncio.current_task().uncancel())']], [0.5, () => ['say(tg)']], [0.7, () => [`later(${tick(g)}, late_member, tg)`]],
      [depth < 2 ? 2 : 0, () => make(depth + 1)], [depth < 2 ? 1 : 0, () => safe(g, make(depth + 1))], [0.8, () => ['try:', `    ${pause(g)}`, 'finally:', `    ${pause(g)}`, ...(g.rng.chance(0.3) ? [`    raise ${raised(g)}`] : [])]], [0.5, () => [`outer = asyncio.current_task()`, `later(${tick(g)}, outer.cancel)`]], [0.4, () => safe(g, [`tg.create_task(nap(0), context=contextvars.copy_context())`])], [0.5, () => ['tg.create_task(stubborn(1, 3))']],
    ])()).flat());
    const catching = g.rng.pick([l => safe(g, l), l => ['try:', ...indented(l), `except* ${g.rng.pick(['ValueError', 'Oops', 'Exception', '(ValueError, TimeoutError)'])} as eg:`, `    say("star", tell(eg))`], l => l]);
    return [
      ...fn('def late_member(tg):', ['coro = nap(0, "late")', ...safe(g, ['tg.create_task(coro)']).concat(g.rng.chance(0.5) ? ['    coro.close()'] : [])]),
      ...fn('async def grouped():', [...catching(make(0)), 'say("after", asyncio.current_task().cancelling())', ...(g.rng.chance(0.4) ? [pause(g)] : []), 'return "grouped"']), 'job = spawn(grouped())', ...(g.rng.chance(0.5) ? [`later(${tick(g)}, job.cancel, "parent")`] : []), ...(g.rng.chance(0.15) ? ['await asyncio.sleep(0)', 'job.cancel()', 'job.cancel()', 'say(job.uncancel())'] : []), 'await asyncio.wait([job], timeout=9)', 'say(state(job), job.cancelling())', ...(g.rng.chance(0.15) ? safe(g, g.rng.pick([['tg = asyncio.TaskGroup()', 'await tg.__aexit__(None, None, None)'], ['tg = asyncio.TaskGroup()', 'async with tg:', '    pass', 'async with tg:', '    pass'], ['tg = asyncio.TaskGroup()', 'async with tg:', '    pass', 'tg.create_task(nap(0))']])) : []),
    ];
  },
  generators(g) {
    const body = g.several(1, 4, () => g.rng.pick([() => [`say("sent", (yield ${g.label()}))`], () => [`yield ${g.label()}`], () => [pause(g)], () => ['try:', `    yield ${g.label()}`, 'finally:', `    ${pause(g)}`, '    say("closed inside")'], () => safe(g, [`yield ${g.label()}`], g.rng.pick(['ValueError', 'Exception', 'GeneratorExit', 'BaseException'])), () => [`raise ${raised(g)}`], () => ['return'], () => ['async for x in ticks(2, 0):', '    yield x']])()).flat();
    const op = () => g.rng.weighted([
      [4, () => ['say(await anext(ag, "end"))']], [2, () => [`say(await ag.asend(${g.rng.pick(['None', g.label()])}))`]], [2, () => [`say(await ag.athrow(${raised(g)}))`]], [2, () => ['say(await ag.aclose())']], [1, () => ['tasks = [spawn(anext_of(ag)), spawn(anext_of(ag))]', 'say([tell(x) if isinstance(x, BaseException) else x for x in await asyncio.gather(*tasks, return_exceptions=True)])']], [1, () => [`a = ag.${g.rng.pick(['__anext__()', 'asend(None)', 'aclose()', 'athrow(Oops(1))'])}`, `say(type(a).__name__)`, ...g.rng.pick([['a.close()'], ['say(await a)', 'say(await a)'], ['say(a.send(None))'], ['say(a.throw(ValueError("thrown")))'], []])]],
      [1, () => [`say(await asyncio.wait_for(anext(ag), ${tick(g)}))`]], [1, () => [...fn('async for x in ag:', ['say(x)', ...(g.rng.chance(0.4) ? ['break'] : [])])]], [0.7, () => ['say(ag.ag_running, ag.ag_await is None, ag.ag_frame is None)']], [0.5, () => ['ag = None', 'gc.collect()', pause(g)]], [0.6, () => ['t = spawn(anext_of(ag))', 'await asyncio.sleep(0)', `say(await ag.${g.rng.pick(['aclose()', 'athrow(Oops(2))', 'asend(3)'])})`]], [0.5, () => ['t = spawn(anext_of(ag))', 'await asyncio.sleep(0)', 't.cancel()', 'await asyncio.sleep(0)', 'say(state(t))']],
    ])();
    return [...fn('async def agen():', ['try:', ...indented([...body, `yield ${g.label()}`]), 'finally:', ...indented([`say("agen over")`, ...(g.rng.chance(0.4) ? [pause(g), 'say("agen slept")'] : [])])]), 'ag = agen()', ...g.several(1, 4, () => safe(g, op())).flat(), ...(g.rng.chance(0.3) ? ['H["ag"] = ag'] : []), ...(g.rng.chance(0.3) ? ['del ag', 'await asyncio.sleep(0)', 'say("dropped")'] : []), ...(g.rng.chance(0.15) ? ['await loop_of().shutdown_asyncgens()', ...safe(g, ['say(await anext(agen(), "end"))'])] : [])];
  },
  reader(g) {
    const op = i => g.rng.pick([() => [`say(${i}, await r.readline())`], () => [`say(${i}, await r.read(${g.rng.pick(['3', '100', '-1', '0', '']) }))`], () => [`say(${i}, await r.readexactly(${g.rng.pick(['0', '2', '5', '40', '-1'])}))`], () => [`say(${i}, await r.readuntil(${g.rng.pick(['b";"', 'b"\\n"', 'b"ab"', 'b""', '(b";", b"\\n")', '()'])}))`], () => ['say(r.at_eof())'], () => [pause(g)], () => fn('async for line in r:', ['say(line)']), () => [`say(await asyncio.wait_for(r.readline(), ${tick(g)}))`]])();
    const feed = () => g.rng.pick([() => ['r.feed_data(b"one;two\\n")'], () => ['r.feed_data(b"ab")'], () => ['r.feed_data(b"a" * 30)'], () => ['r.feed_data(b"\\n")'], () => ['r.feed_eof()'], () => [`r.set_exception(${g.rng.pick(['ValueError("broken")', 'ConnectionResetError()'])})`], () => ['say(r.exception())'], () => ['say(r)'], () => ['r.feed_data(b"")']])();
    return [`r = asyncio.StreamReader(${g.rng.pick(['', 'limit=8', 'limit=16'])})`, ...cast(g, [i => safe(g, op(i)), i => op(i), i => safe(g, feed())], { low: 1, high: 2, outside: [feed, feed] })];
  },
  network(g) {
    const port = 9000 + g.labels++;
    const serve = g.several(1, 3, () => g.rng.pick([() => ['data = await reader.readline()', 'say("server got", data)', 'writer.write(data.upper())'], () => ['writer.write(b"hello\\n")', 'await writer.drain()'], () => [pause(g)], () => ['writer.writelines([b"a", b"b\\n"])'], () => [`raise ${raised(g)}`], () => ['say(await reader.read())'], () => ['writer.write_eof()'], () => ['say(writer.can_write_eof(), writer.is_closing())'], () => ['return'], () => ['writer.transport.abort()']])()).flat();
    const client = () => safe(g, ['reader, writer = await asyncio.open_connection("localhost", ' + port + ')', ...g.several(1, 4, () => g.rng.pick([() => ['writer.write(b"ping\\n")'], () => ['await writer.drain()'], () => ['say(await reader.readline())'], () => [`say(await asyncio.wait_for(reader.readline(), ${tick(g)}))`], () => ['writer.write_eof()'], () => ['say(await reader.read())'], () => [pause(g)], () => ['writer.close()'], () => ['await writer.wait_closed()'], () => ['say(writer.get_extra_info("peername") is not None, writer.is_closing(), reader.at_eof())']])()).flat(), ...(g.rng.chance(0.6) ? ['writer.close()', 'await writer.wait_closed()'] : [])]);
    return [
      ...fn('async def serve(reader, writer):', ['try:', ...indented(serve), 'finally:', ...indented(['say("server ends")', ...(g.rng.chance(0.7) ? ['writer.close()'] : [])])]), `server = await asyncio.start_server(serve, "localhost", ${port})`, ...fn('async def client(i):', client()), ...fn('async with server:', [`clients = [spawn(client(i)) for i in range(${g.rng.between(1, 2)})]`, ...(g.rng.chance(0.3) ? [pause(g), 'clients[0].cancel()'] : []), ...(g.rng.chance(0.2) ? ['server.close()', 'say(server.is_serving())'] : []), ...(g.rng.chance(0.15) ? [`server.${g.rng.pick(['close_clients', 'abort_clients'])}()`] : []), 'await asyncio.wait(clients, timeout=5)', 'say([state(c) for c in clients])']), 'say(server.is_serving())', ...(g.rng.chance(0.4) ? safe(g, [`await asyncio.open_connection("localhost", ${port})`]) : []),
    ];
  },
  threads(g) {
    const call = () => g.rng.pick([() => `asyncio.to_thread(work, ${tick(g)}, ${g.number()})`, () => `loop_of().run_in_executor(None, work, ${tick(g)}, ${g.number()})`, () => `asyncio.wait_for(asyncio.to_thread(work, ${tick(g)}, ${g.number()}), ${tick(g)})`, () => `asyncio.shield(loop_of().run_in_executor(None, work, ${tick(g)}, 1))`])();
    return [...safe(g, [`say(await ${call()})`]), `jobs = [${g.several(1, 3, () => `asyncio.ensure_future(${call()})`).join(', ')}]`, ...(g.rng.chance(0.4) ? [pause(g), 'say(jobs[0].cancel(), jobs[0])'] : []), 'say([tell(x) if isinstance(x, BaseException) else x for x in await asyncio.gather(*jobs, return_exceptions=True)])', ...(g.rng.chance(0.4) ? ['import concurrent.futures', ...fn(`with concurrent.futures.ThreadPoolExecutor(${g.rng.between(3, 4)}) as pool:`, [`fs = [loop_of().run_in_executor(pool, work, ${tick(g)}, i) for i in range(3)]`, ...(g.rng.chance(0.4) ? ['fs[2].cancel()'] : []), 'say([tell(x) if isinstance(x, BaseException) else x for x in await asyncio.gather(*fs, return_exceptions=True)])'])] : []),];
  },
  handlers(g) {
    const bad = g.rng.pick([`raise ${raised(g)}`, 'return 1 / 0', 'raise ExceptionGroup("g", [ValueError(1)])']);
    return [
      ...fn('def bad(*args):', [bad]), ...g.rng.pick([() => ['loop_of().set_exception_handler(None)'], () => ['loop_of().set_exception_handler(lambda loop, context: say("h", sorted(context), context["message"], tell(context.get("exception"))))'], () => [...fn('def broken(loop, context):', ['say("broken", context["message"])', 'raise Oops("in handler")']), 'loop_of().set_exception_handler(broken)'], () => [...fn('def passes(loop, context):', ['say("passes")', 'loop.default_exception_handler(context)']), 'loop_of().set_exception_handler(passes)']])(), 'say(loop_of().get_exception_handler() is None)',
      ...g.several(1, 4, () => g.rng.pick([() => ['soon(bad)'], () => [`later(${tick(g)}, bad, 1, "two")`], () => ['f = loop_of().create_future()', 'f.add_done_callback(bad)', `f.${g.rng.pick(['set_result(1)', 'cancel()', 'set_exception(Oops("x"))'])}`], () => [`spawn(${small(g)}).add_done_callback(bad)`], () => ['f = loop_of().create_future()', `f.set_exception(${g.rng.pick(['ValueError("unseen")', 'Oops'])})`, 'del f'], () => [`t = spawn(fail(0, ${raised(g)}))`, 'await asyncio.sleep(0)', 'await asyncio.sleep(0)', 'await asyncio.sleep(0)', 'del t'], () => [`loop_of().call_exception_handler({"message": ${g.label()}${g.rng.pick(['', ', "exception": ValueError(7)', ', "extra": [1, 2]', ', "task": asyncio.current_task()', ', "future": None'])}})`], () => safe(g, ['loop_of().call_exception_handler({})']), () => safe(g, [`loop_of().set_exception_handler(${g.rng.pick(['3', '"x"'])})`]), () => ['import functools', 'soon(functools.partial(bad, 1, k=2), 3)'], () => ['soon(print.__call__, "called")'], () => ['h = soon(bad)', 'say(h)', 'h.cancel()', 'say(h)']])()).flat(), 'await asyncio.sleep(3)', 'loop_of().set_exception_handler(None)',
    ];
  },
  debugging(g) {
    return ['loop_of().set_debug(True)', `loop_of().slow_callback_duration = ${g.rng.pick(['0.1', '0.5', '0.05'])}`, ...g.several(1, 3, () => g.rng.pick([() => ['soon(lambda: time.sleep(0.7))'], () => [...fn('async def slow():', ['time.sleep(0.3)', 'await asyncio.sleep(0)', 'time.sleep(0.2)']), 'await slow()', 'await spawn(slow(), name="slow")'], () => ['later(0.1, lambda: time.sleep(1))', 'await asyncio.sleep(0.2)'], () => safe(g, [`soon(${g.rng.pick(['nap(0)', 'nap', '3', 'None'])})`]), () => safe(g, [`later(1, ${g.rng.pick(['nap', '3'])})`]), () => ['say(spawn(nap(0)), loop_of().create_future())'], () => ['say(soon(print, "x", 1))'], () => ['nap(3)', 'gc.collect()'], () => ['f = loop_of().create_future()', 'f.set_exception(ValueError("debug"))', 'del f'], () => ['spawn(fail(0, ValueError("task")))', 'await asyncio.sleep(0.1)', 'gc.collect()'], () => ['soon(lambda: 1 / 0)'], () => ['say(nap(0).cr_origin is not None)'], () => ['t = later(1, print)', 'say(t)', 't.cancel()', 'say(t)']])()).flat(), 'await asyncio.sleep(1)', 'loop_of().set_debug(False)'];
  },
  gathering(g) {
    const parts = () => g.several(0, 4, () => (g.rng.chance(0.12) ? 'same' : anything(g)) + ', ').join('');
    return ['same = spawn(nap(1, "same"))', ...safe(g, [`outer = asyncio.gather(${parts()}${g.rng.chance(0.5) ? `return_exceptions=${g.rng.pick(['True', 'False'])}` : ''})`, 'say(type(outer).__name__, outer.done())', ...g.several(0, 2, () => g.rng.pick([() => `later(${tick(g)}, outer.cancel${g.rng.chance(0.4) ? ', ' + g.label() : ''})`, () => `later(${tick(g)}, same.cancel)`, () => `later(${tick(g)}, resolve, ${g.rng.below(3)}, ${g.rng.chance(0.5) ? g.label() : raised(g)})`, () => `later(${tick(g)}, lambda: future(${g.rng.below(3)}).cancel())`, () => 'outer.add_done_callback(lambda f: say("outer done", state(f)))', () => `outer = asyncio.gather(outer, ${small(g)}, return_exceptions=True)`])()), `say(await ${g.rng.pick(['outer', 'outer', 'asyncio.wait_for(outer, 1)', 'asyncio.wait_for(outer, 3)', 'asyncio.shield(outer)'])})`]), 'await asyncio.sleep(3)', 'say(state(same))'];
  },
  shielding(g) {
    return [
      `inner = ${g.rng.pick([`spawn(${small(g)})`, `spawn(${small(g)})`, 'future(0)', `asyncio.gather(${small(g)}, ${small(g)})`])}`, 'outer = asyncio.shield(inner)', ...g.several(1, 3, () => g.rng.pick([() => ['say(outer.cancel("o"))'], () => [`later(${tick(g)}, outer.cancel)`], () => [`later(${tick(g)}, inner.cancel)`], () => [pause(g)], () => [`later(${tick(g)}, resolve, 0, ${g.rng.chance(0.5) ? g.label() : raised(g)})`], () => ['outer.add_done_callback(lambda f: say("outer", state(f)))'], () => ['inner.add_done_callback(lambda f: say("inner", state(f)))'], () => ['say(inner, outer)'], () => ['second = asyncio.shield(inner)'], () => ['second = asyncio.shield(outer)']])()).flat(), ...safe(g, [`say(await ${g.rng.pick(['outer', 'outer', 'asyncio.wait_for(outer, 1)', 'asyncio.wait_for(asyncio.shield(inner), 0)'])})`]), ...(g.rng.chance(0.5) ? ['del outer', 'inner = None', 'second = None', 'F.clear()', 'gc.collect()'] : []), 'await asyncio.sleep(3)', 'say("shield over")',
    ];
  },
  waiting(g) {
    const things = () => g.several(1, 4, () => g.rng.weighted([[5, `spawn(${small(g)})`], [1, `future(${g.rng.below(3)})`], [0.3, small(g)], [0.5, `asyncio.gather(${small(g)}, ${small(g)})`]])).join(', ');
    return g.rng.weighted([
      [4, () => [`jobs = [${things()}]`, ...(g.rng.chance(0.4) ? [`later(${tick(g)}, jobs[0].cancel)`] : []), ...(g.rng.chance(0.3) ? [`later(${tick(g)}, resolve, ${g.rng.below(3)}, ${g.label()})`] : []), ...safe(g, [`done, pending = await asyncio.wait(${g.rng.pick(['jobs', 'jobs', 'set(jobs)', 'tuple(jobs)', 'iter(jobs)'])}, timeout=${g.rng.pick(['None', '0', '1', '2', '-1', '0.5', '5'])}, return_when=asyncio.${g.rng.pick(['ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'FIRST_EXCEPTION'])})`, 'say([state(j) for j in jobs if j in done], len(pending))', ...fn('for p in pending:', ['p.cancel("enough")']), ...(g.rng.chance(0.6) ? ['if pending:', '    done, pending = await asyncio.wait(pending, timeout=4)', '    say([state(j) for j in jobs if j in done], len(pending))'] : [])])]],
      [4, () => [`inner = ${g.rng.pick([small(g), `spawn(${small(g)})`, `future(${g.rng.below(3)})`, `asyncio.shield(spawn(${small(g)}))`, `asyncio.gather(${small(g)}, ${small(g)})`])}`, ...fn('async def limited():', [`return await asyncio.wait_for(inner, ${g.rng.pick(['0', '1', '2', 'None', '-1', '0.5'])})`]), 'job = spawn(limited())', ...(g.rng.chance(0.4) ? [`later(${tick(g)}, job.cancel${g.rng.chance(0.5) ? ', "asked"' : ''})`] : []), ...(g.rng.chance(0.3) ? [`later(${tick(g)}, resolve, ${g.rng.below(3)}, ${g.label()})`] : []), 'await asyncio.wait([job], timeout=6)', 'say(state(job), job.cancelling())', ...(g.rng.chance(0.3) ? ['if isinstance(inner, asyncio.Future):', '    say(state(inner))'] : [])]],
      [1, () => safe(g, [`await asyncio.wait(${g.rng.pick(['[]', 'spawn(nap(0))', '[1]', 'None', '[nap(0)]', '{spawn(nap(0))}, return_when="X"'])})`])],
    ])();
  },
  graphs(g) {
    return [
      ...fn('async def leaf():', [pause(g), g.rng.pick(['asyncio.print_call_graph()', 'say(asyncio.format_call_graph())', 'asyncio.print_call_graph(limit=1)', 'say(asyncio.format_call_graph(limit=-1))', 'asyncio.print_call_graph(depth=2)']), pause(g), 'return 1']), ...fn('async def middle():', [g.rng.pick(['return await leaf()', 'return await asyncio.gather(leaf(), nap(1))', 'return await asyncio.wait_for(leaf(), 9)', 'async with asyncio.TaskGroup() as tg:\n    tg.create_task(leaf(), name="leaf")', 'async with asyncio.timeout(9):\n    return await leaf()', 'return await asyncio.shield(leaf())', 'async for t in asyncio.as_completed([spawn(leaf(), name="l"), spawn(nap(1), name="n")]):\n    say(state(t) == "1")', 'await asyncio.wait([spawn(leaf(), name="leaf")])']).split('\n')].flat()), 't = spawn(middle(), name="middle")', 'await asyncio.sleep(0)', 'await asyncio.sleep(0)', g.rng.pick(['asyncio.print_call_graph(t)', 'say(asyncio.format_call_graph(t))', 'graph = asyncio.capture_call_graph(t)\nsay(graph and (type(graph).__name__, graph.future is t, [type(e).__name__ for e in graph.call_stack], len(graph.awaited_by)))', 'asyncio.print_call_graph(t, limit=0)']).split('\n'), 't.print_stack()'.replace('t.', g.rng.chance(0.3) ? 't.' : 'say("no stack") or t.').replace('say("no stack") or t.print_stack()', 'say([f.f_lineno for f in t.get_stack()])'), 'await t', ...(g.rng.chance(0.3) ? ['asyncio.print_call_graph(t)'] : []), ...safe(g, [g.rng.pick(['asyncio.capture_call_graph(3)', 'say(asyncio.capture_call_graph() is not None)', 'say(asyncio.future_add_to_awaited_by)'])]),
    ].flat();
  },
  ducks(g) {
    return [
      ...fn('class Duck:', ['_asyncio_future_blocking = False', '', 'def __init__(self):', '    self.loop, self.callbacks, self.value = loop_of(), [], None', '', 'def get_loop(self):', '    return self.loop', '', 'def add_done_callback(self, fn, *, context=None):', '    say("add", context is not None)', '    self.callbacks.append((fn, context))', '', 'def remove_done_callback(self, fn):', '    return 0', '', 'def done(self):', '    return self.value is not None', '', 'def cancelled(self):', '    return False', '', 'def cancel(self, msg=None):', `    say("duck cancel", msg)`, `    return ${g.rng.pick(['False', 'True', 'self.finish("cancelled") or True', 'False'])}`, '', 'def exception(self):', '    return None', '', 'def result(self):', '    if isinstance(self.value, Exception):', '        raise self.value', '    return self.value', '', 'def finish(self, value):', '    self.value = value', '    for fn, context in self.callbacks:', '        self.loop.call_soon(fn, self, context=context)', '', 'def __await__(self):', '    if not self.done():', `        ${g.rng.chance(0.85) ? 'self._asyncio_future_blocking = True' : 'pass'}`, '        yield self', '    return self.result()']),
      'duck = Duck()', 'say(asyncio.isfuture(duck))', ...fn('async def swim():', safe(g, [`say("swam", await ${g.rng.pick(['duck', 'duck', 'asyncio.wait_for(duck, 1)', 'asyncio.shield(duck)', 'asyncio.gather(duck, nap(0))'])})`])), 'job = spawn(swim())', `later(${tick(g)}, duck.finish, ${g.rng.pick(['1', '"quack"', 'ValueError("duck")'])})`, ...(g.rng.chance(0.4) ? [`later(${tick(g)}, job.cancel, "duck")`] : []), 'await asyncio.wait([job], timeout=4)', 'say(state(job))',
      ...fn('class Wrong:', ['def __await__(self):', `    ${g.rng.pick(['yield 1', 'yield "text"', 'yield self', 'yield [future(0)]', 'return 3', 'return iter([None, None])', 'yield future(0)', 'yield nap(0)', 'yield (x for x in [])', 'yield asyncio.current_task()', 'return (yield)'])}`]), ...safe(g, ['say(await Wrong())']), ...(g.rng.chance(0.4) ? ['t = spawn(asyncio.wait_for(Wrong(), 1))', 'await asyncio.wait([t])', 'say(state(t))'] : []), ...(g.rng.chance(0.4) ? safe(g, g.rng.pick([['c = nap(0)', 'await c', 'await c'], ['c = nap(1)', 'spawn(c)', 'await asyncio.sleep(0)', 'await c'], ['c = nap(1)', 'a, b = spawn(c), spawn(c)', 'await asyncio.sleep(2)', 'say(state(a), state(b))'], ['await asyncio.current_task()'], ['await 3'], ['await nap'], ['asyncio.create_task(nap)'], ['asyncio.create_task(asyncio.sleep)'], ['await asyncio.ensure_future(Wrong())']])) : []),
    ];
  },
  contexts(g) {
    const what = () => g.rng.pick(['5', '"x"', 'None', 'contextvars.copy_context()', 'contextvars.Context()', 'asyncio.current_task().get_context()', 'Ring()']);
    return [...fn('class Ring:', ['def run(self, f, *args):', '    say("ring", len(args))', '    return f(*args)']), ...fn('async def inside():', [`var.set(${g.label()})`, pause(g), 'say("inside")', 'return var.get()']), ...g.several(2, 5, () => safe(g, g.rng.pick([() => [`soon(say, ${g.label()}, context=${what()})`], () => [`later(${tick(g)}, say, ${g.label()}, context=${what()})`], () => [`t = spawn(inside(), context=${what()})`, 'await asyncio.wait([t], timeout=2)', 'say(state(t), type(t.get_context()).__name__)', 't.cancel()'], () => ['f = loop_of().create_future()', `f.add_done_callback(lambda f: say("cb", state(f)), context=${what()})`, 'f.set_result(1)', pause(g)], () => ['ctx = contextvars.copy_context()', 'say(await spawn(inside(), context=ctx), ctx[var], var.get())'], () => ['token = var.set("t")', 'var.reset(token)', 'var.reset(token)'], () => ['with var.set("w"):', '    say("with")', 'say("without")'], () => ['contextvars.copy_context().run(spawn, inside())', 'await asyncio.sleep(2)'], () => ['ctx = contextvars.copy_context()', 'ctx.run(ctx.run, print)'], () => ['ctx = contextvars.copy_context()', 'ctx.run(lambda: soon(say, "again", context=ctx))', 'await asyncio.sleep(0)']])())).flat(), pause(g)];
  },
  callbacks(g) {
    return ['f = loop_of().create_future()', ...fn('def cb(name, f):', ['say("cb", name, state(f))', ...(g.rng.chance(0.2) ? [`raise ${raised(g)}`] : [])]), 'import functools', 'cbs = [functools.partial(cb, i) for i in range(3)]', ...g.several(2, 6, () => g.rng.pick([() => [`f.add_done_callback(cbs[${g.rng.below(3)}])`], () => [`f.add_done_callback(cbs[${g.rng.below(3)}])`], () => [`say(f.remove_done_callback(cbs[${g.rng.below(3)}]))`], () => safe(g, [`f.set_${g.rng.pick(['result(1)', 'exception(Oops("f"))', 'exception(StopIteration())', 'exception(3)', 'exception(TimeoutError)', 'exception(asyncio.CancelledError())'])}`]), () => [`say(f.cancel(${g.rng.chance(0.5) ? g.label() : ''}))`], () => safe(g, [`say(f.${g.rng.pick(['result', 'exception', 'done', 'cancelled'])}())`]), () => ['say(f)'], () => [pause(g)], () => [`later(${tick(g)}, lambda: f.done() or f.set_result("late"))`]])()).flat(), ...safe(g, ['say(await asyncio.wait_for(f, 2))']), ...safe(g, ['say(await f)'])];
  },
};
const PARTS = Object.entries(SCENES);

/** Where no loop runs: runners and loops made by hand, used again, left by exceptions. */
function outside(g) {
  const run = what => safe(g, [`print(${what})`]);
  const op = () => g.rng.weighted([
    [4, () => run(`runner.run(${small(g)})`)], [1, () => run(`runner.run(scene0())`)], [1, () => run('runner.get_loop().is_running(), runner.get_loop().is_closed()')], [1, () => run(`runner.run(nap(0), context=${g.rng.pick(['contextvars.copy_context()', 'None'])})`)], [0.7, () => run(`runner.run(${g.rng.pick(['3', 'nap', 'None', 'Steps(1, 2)', 'iter([])'])})`)], [0.5, () => run('asyncio.run(nap(0, 1))')], [0.5, () => run('asyncio.get_running_loop()')], [0.5, () => ['runner.close()']],
  ])();
  const loopOp = () => g.rng.weighted([[3, () => run(`loop.run_until_complete(${small(g)})`)], [2, () => ['loop.call_later(1, loop.stop)', ...run('loop.run_forever()')]], [1, () => ['loop.stop()', ...run('loop.run_forever()')]], [1, () => [`t = loop.create_task(${small(g)})`, ...run('loop.run_until_complete(t)')]], [1, () => [`loop.call_soon(${g.rng.pick(['print, "soon"', 'lambda: 1 / 0', 'loop.stop'])})`]], [1, () => ['f = loop.create_future()', 'loop.call_later(1, f.set_result, 2)', ...run('loop.run_until_complete(f)')]], [0.5, () => run('loop.run_until_complete(3)')], [0.5, () => ['loop.close()', 'print(loop.is_closed())']], [0.5, () => run('sorted(t.get_name() for t in asyncio.all_tasks(loop))')], [0.5, () => run('loop.run_until_complete(loop.shutdown_asyncgens())')], [0.5, () => ['print(loop)']], [0.5, () => run('asyncio.get_event_loop()')]])();
  return g.rng.chance(0.5)
    ? [...safe(g, fn(`with asyncio.Runner(${g.rng.pick(['', 'debug=True', 'loop_factory=asyncio.new_event_loop', 'debug=False'])}) as runner:`, g.several(1, 4, op).flat())), ...(g.rng.chance(0.3) ? run('runner.run(nap(0))') : [])]
    : ['loop = asyncio.new_event_loop()', ...(g.rng.chance(0.5) ? ['asyncio.set_event_loop(loop)'] : []), ...g.several(1, 4, loopOp).flat(), ...(g.rng.chance(0.8) ? ['loop.close()'] : []), ...(g.rng.chance(0.3) ? ['asyncio.set_event_loop(None)'] : [])];
}

export const LATE = ['async def late_error(delay):', '    try:', '        await asyncio.sleep(delay)', '    except asyncio.CancelledError:', '        raise Oops("late")', '    return "in time"', ''];

/** The lines of a program after the preamble. */
export function scenesProgram(g, only) {
  const { rng } = g, out = [...LATE], n = rng.weighted([[5, 1], [3, 2], [1, 3]]);
  if (rng.chance(0.08)) out.push('import logging', `logging.basicConfig(level=logging.${rng.pick(['DEBUG', 'INFO', 'WARNING'])}, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s")`, '');
  for (let i = 0; i < n; i++) {
    const [, scene] = only ? [only, SCENES[only]] : rng.pick(PARTS);
    out.push(`async def scene${i}():`, ...indented(scene(g)), '');
  }
  const all = Array.from({ length: n }, (_, i) => `scene${i}()`);
  const calls = n > 1 && rng.chance(0.3) ? [`say(await asyncio.gather(${all.join(', ')}${rng.chance(0.5) ? ', return_exceptions=True' : ''}))`] : all.flatMap(s => rng.chance(0.85) ? safe(g, [`await ${s}`], rng.pick(['Exception', 'BaseException'])) : [`await ${s}`]);
  const body = [...(rng.chance(0.5) ? ['loop_of().set_exception_handler(handler)'] : []), ...calls];
  out.push('async def main():', ...indented([...(rng.chance(0.9) ? ['async with asyncio.timeout(60):', ...indented(body)] : body), `return ${g.label()}`]), '');
  const how = rng.weighted([[14, 'run'], [2, 'debug'], [2, 'eager'], [1.5, 'caught'], [1.2, 'loop']]);
  out.push(...{ run: ['print("result", asyncio.run(main()))'], debug: ['print("result", asyncio.run(main(), debug=True))'], eager: ['def factory():', '    loop = asyncio.new_event_loop()', '    loop.set_task_factory(asyncio.eager_task_factory)', '    return loop', 'print("result", asyncio.run(main(), loop_factory=factory))'], caught: ['try:', '    print("result", asyncio.run(main()))', 'except BaseException as e:', '    print("run", tell(e))'], loop: ['loop = asyncio.new_event_loop()', 'try:', '    print("result", loop.run_until_complete(main()))', 'finally:', '    print(len(asyncio.all_tasks(loop)))', '    loop.close()'] }[how]);
  if (rng.chance(0.2)) out.push(...outside(g));
  return out;
}
