// Statements of the second generator. `risky`: mostly stands in a try.
import { indented } from '../tree.mjs';

const block = (head, lines) => [head, ...indented(lines.length ? lines : ['pass'])];
const LOOP = 'loop_of()';
const deeper = (scope, more = {}) => ({ ...scope, ...more });

export const STATEMENTS = {
  say: { weight: 5, make: g => [`say(${g.label()})`] },
  wait: { weight: 9, risky: true, make: (g, s) => [`say(${g.label()}, await ${g.awaitable(s)})`] },
  sleep: { weight: 5, make: g => [`await asyncio.sleep(${g.delay()})`] },
  spawn: { weight: 7, make: (g, s) => [`spawn(${g.coroutine(s)}, ${g.rng.below(4)}${g.rng.weighted([[6, ''], [1, ', eager_start=True'], [1, `, name=${g.label()}`], [1, ', context=contextvars.copy_context()'], [0.5, ', eager_start=False']])})`] },
  cancel: { weight: 4, make: g => [`say(${g.label()}, cancel(${g.rng.below(4)}${g.rng.chance(0.3) ? `, ${g.label()}` : ''}))`] },
  resolve: { weight: 2, make: g => [`say(resolve(${g.rng.below(3)}, ${g.rng.chance(0.6) ? g.label() : g.raised()}))`], risky: true },
  callback: { weight: 2.5, make: g => [g.rng.weighted([[3, `later(${g.delay()}, lambda: ${g.action()})`], [2, `soon(lambda: ${g.action()})`], [1, `${LOOP}.call_at(${g.delay()}, lambda: ${g.action()})`], [1, `H[${g.rng.below(2)}] = later(${g.delay()}, say, ${g.label()})`], [0.5, `soon(say, ${g.label()}, context=contextvars.copy_context())`]])] },
  handle: { weight: 1, make: g => { const h = `H[${g.rng.below(2)}]`, l = g.label(); return [`if ${h.slice(2, -1)} in H:`, `    ${g.rng.pick([`${h}.cancel()`, `say(${l}, ${h}.cancelled(), ${h}.when())`, `say(${l}, ${h})`, `${h}.cancel(); say(${l}, ${h})`])}`]; } },
  doneCallback: { weight: 1.5, make: g => { const t = g.rng.below(4), l = g.label(); return [`if ${t} in T:`, `    T[${t}].add_done_callback(lambda t: say(${l}, state(t)${g.rng.chance(0.3) ? ', ' + g.action() : ''})${g.rng.chance(0.2) ? ', context=contextvars.copy_context()' : ''})`]; } },
  futureCallback: { weight: 1, make: g => [`future(${g.rng.below(3)}).add_done_callback(lambda f: say(${g.label()}, state(f)))`] },
  variable: { weight: 1.2, make: g => g.rng.chance(0.7) ? [`var.set(${g.label()})`] : ['token = var.set("t")', `await asyncio.sleep(${g.delay()})`, 'var.reset(token)', 'say("reset")'] },
  contextRun: { weight: 0.5, make: g => ['context = contextvars.copy_context()', `context.run(var.set, ${g.label()})`, `T[${g.rng.below(4)}] = asyncio.create_task(nap(${g.delay()}), context=context)`, `say(context[var], len(context) > 0)`] },
  shows: {
    weight: 1.6, make: g => [g.rng.weighted([
      [3, `say(T.get(${g.rng.below(4)}))`], [1, `say(future(${g.rng.below(3)}))`], [1, 'say(event, lock, sem)'], [1, 'say(cond, barrier)'], [1, 'say(queue, queue.qsize())'], [1, 'say(barrier.n_waiting, barrier.broken, barrier.parties)'],
      [1, 'say([t.get_name() for t in asyncio.all_tasks()])'], [1, 'say(asyncio.current_task().get_coro().__qualname__, asyncio.current_task().cancelling())'], [0.4, 'asyncio.print_call_graph()'],
      [0.5, `say({i: (t.done(), t.cancelling(), t.get_coro() and inspect.getcoroutinestate(t.get_coro())) for i, t in T.items()})`], [0.5, `say({i: [f.f_lineno for f in t.get_stack()] for i, t in T.items() if t is not asyncio.current_task() and not t.done()})`],
      [0.5, `say([type(t.get_coro().cr_await).__name__ for t in T.values() if inspect.iscoroutine(t.get_coro())])`], [0.4, `say(asyncio.get_event_loop() is loop_of(), loop_of().is_running(), loop_of().is_closed(), loop_of().get_debug())`],
    ])],
  },
  token: { weight: 0.8, when: s => s.depth < 3, make: (g, s) => block(`with var.set(${g.label()}):`, g.block(s, 1, 2)) },
  collect: { weight: 0.4, make: g => [g.rng.pick(['gc.collect()', 'gc.collect()', 'T.clear(); gc.collect()', `gone = Gone(${g.label()})`, `H["gone"] = Gone(${g.label()})`, `T.pop(${g.rng.below(4)}, None)`])] },
  names: { weight: 0.5, make: g => { const t = g.rng.below(4), l = g.label(); return [`if ${t} in T:`, `    ${g.rng.pick([`T[${t}].set_name(${l})`, `say(T[${t}].remove_done_callback(say), T[${t}].get_coro() is not None)`, `say(${l}, T[${t}].get_name(), T[${t}].cancelled(), T[${t}].get_context().get(var))`])}`]; } },
  report: { weight: 0.3, make: g => [`loop_of().call_exception_handler({"message": ${g.label()}, "exception": ${g.error()}(${g.label()})${g.rng.chance(0.3) ? ', "task": asyncio.current_task()' : ''}})`] },
  streams: {
    weight: 0.5, risky: true, when: s => s.depth < 3, make: (g, s) => [
      `server = await asyncio.start_server(echo, "127.0.0.1", ${8000 + g.labels++})`, ...block('async with server:', [`reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())`, `writer.write(b"one\\ntwo\\n")`, ...(g.rng.chance(0.4) ? g.block(s, 1, 1) : []),
        `say(${g.label()}, await ${g.rng.chance(0.4) ? `asyncio.wait_for(reader.readline(), ${g.delay()})` : 'reader.readline()'})`, ...(g.rng.chance(0.5) ? ['writer.write_eof()', `say(${g.label()}, await reader.read())`] : []), ...(g.rng.chance(0.7) ? ['writer.close()', 'await writer.wait_closed()'] : [])])],
  },
  uncancel: { weight: 0.8, make: () => ['say("uncancel", asyncio.current_task().uncancel())'] },
  cancelSelf: { weight: 0.5, when: s => !s.main, make: g => ['asyncio.current_task().cancel("own")', ...(g.rng.chance(0.3) ? ['await asyncio.sleep(0)'] : [])] },
  misuse: {
    weight: 1.5, make: (g, s) => {
      const l = g.label(), safe = lines => ['try:', ...indented(lines), 'except BaseException as e:', `    say(${l}, repr(e))`];
      return g.rng.pick([
        () => safe(['coro = nap(0, 1)', 'await coro', 'await coro']),
        () => safe([`future(${g.rng.below(3)}).set_result(1)`, `future(${g.rng.below(3)}).set_result(2)`]),
        () => safe([`say(future(${g.rng.below(3)}).result())`]),
        () => safe([`say(future(${g.rng.below(3)}).exception())`]),
        () => safe(['coro = nap(0)', 'asyncio.run(coro)', ]).concat(['coro.close()']),
        () => safe(['loop_of().run_until_complete(future(0))']),
        () => safe(['await [1]']),
        () => safe(['asyncio.gather(1, 2)']),
        () => safe(['async with lock:', '    lock.release()']),
        () => safe(['lock.release()']),
        () => safe(['cond.notify()']),
        () => safe(['await cond.wait()']),
        () => safe(['await asyncio.wait([nap(0)])']),
        () => safe(['await asyncio.wait([])']),
        () => safe(['for f in asyncio.as_completed(nap(0)):', '    pass']),
        () => safe(['await asyncio.current_task()']),
        () => safe(['asyncio.current_task().set_result(1)']),
        () => safe(['async with asyncio.timeout(1) as scope:', '    async with scope:', '        pass']),
        () => safe(['group = asyncio.TaskGroup()', 'group.create_task(nap(0))']),
        () => safe(['queue.task_done()']),
        () => safe(['sem.release()', 'sem.release()', 'sem.release()']),
        () => safe(['asyncio.Barrier(0)']),
        () => safe(['asyncio.Semaphore(-1)']),
        () => safe([`future(${g.rng.below(3)}).set_exception(StopIteration("no"))`]),
        () => safe([`spawn(nap(0)).get_coro().send(None)`, 'await asyncio.sleep(1)']),
        () => safe(['asyncio.wrap_future(3)']),
        () => safe(['asyncio.ensure_future(3)']),
        () => safe(['await asyncio.wait_for(nap(1), -1)']),
        () => safe([`await asyncio.wait_for(${g.awaitable({ ...s, deep: true })}, 0)`]),
        () => safe(['asyncio.timeout(1).reschedule(3)']),
        () => safe(['loop_of().call_later(1, nap(1))']),
        () => safe(['loop_of().call_soon(nap)']),
        () => safe(['await Bad()']),
        () => safe(['nap(5)']),
      ])();
    },
  },
  raise: { weight: 1.6, make: g => g.rng.weighted([
    [5, [`raise ${g.raised()}`]], [1, [`raise ${g.raised()} from ${g.raised()}`]], [0.5, ['e = Oops(1)', `e.add_note(${g.label()})`, 'raise e']], [1, [`raise ExceptionGroup(${g.label()}, [${['ValueError(1)', 'Oops(2)', 'OSError(3)', 'ExceptionGroup("in", [KeyError(4), TimeoutError()])'].slice(0, g.rng.between(1, 4)).join(', ')}])`]],
    [0.3, [`raise BaseExceptionGroup(${g.label()}, [Oops(2), asyncio.CancelledError(5)])`]]]) },
  try: {
    weight: 6, when: s => s.depth < 3,
    make: (g, s) => {
      const form = g.rng.weighted([[4, 'except'], [4, 'finally'], [2, 'both'], [1, 'else']]);
      const lines = block('try:', g.block(s));
      if (form !== 'finally') lines.push(...block(`except ${g.rng.weighted([[3, 'Exception'], [3, 'asyncio.CancelledError'], [2, 'BaseException'], [1, '(ValueError, Oops)'], [1, 'TimeoutError']])} as e:`, [`say(${g.label()}, tell(e))`, ...(g.rng.chance(0.4) ? g.block(s, 1, 1) : []), ...g.rng.weighted([[4, []], [3, ['raise']], [1, ['raise Oops("again") from e']], [1, ['raise Oops("new")']]])]));
      if (form === 'else') lines.push(...block('else:', g.block(s, 1, 1)));
      if (form === 'finally' || form === 'both') lines.push(...block('finally:', g.block(s, 1, 2)));
      return lines;
    },
  },
  exceptStar: {
    weight: 1.5, when: s => s.depth < 3, make: (g, s) => [
      ...block('try:', g.block(s)),
      ...block(`except* ${g.rng.pick(['ValueError', 'Oops', '(KeyError, OSError)', 'asyncio.CancelledError'])} as group:`, [`say(${g.label()}, tell(group))`, ...g.rng.weighted([[3, []], [1, ['raise']], [1, [`raise ${g.raised()}`]]])]),
      ...block('except* Exception as group:', [`say(${g.label()}, group.split(lambda e: isinstance(e, OSError))[0], len(group.exceptions))`, ...(g.rng.chance(0.2) ? ['raise'] : [])]),
    ],
  },
  suppress: { weight: 0.8, when: s => s.depth < 3, make: (g, s) => block(`with contextlib.suppress(${g.rng.pick(['asyncio.CancelledError', 'TimeoutError', 'Exception', 'ValueError'])}):`, g.block(s)) },
  group: {
    weight: 4, risky: true, when: s => s.depth < 3,
    make: (g, s) => {
      const tg = 'tg' + g.labels++;
      const inside = [...g.several(1, 3, () => g.rng.chance(0.3) ? `T[${g.rng.below(4)}] = ${tg}.create_task(${g.coroutine(s)})` : `${tg}.create_task(${g.coroutine(s)}${g.rng.chance(0.15) ? `, name=${g.label()}` : ''}${g.rng.chance(0.08) ? ', eager_start=True' : ''})`),
        ...(g.rng.chance(0.2) ? [`later(${g.delay()}, lambda: ${tg}.create_task(nap(0.5, ${g.label()})))`] : []), ...(g.rng.chance(0.5) ? g.block(s, 1, 2) : []), ...(g.rng.chance(0.15) ? [`say(${tg})`] : [])];
      return [...block(`async with asyncio.TaskGroup() as ${tg}:`, inside), ...(g.rng.chance(0.2) ? [`say(${tg})`] : [])];
    },
  },
  timeout: {
    weight: 3.5, risky: true, when: s => s.depth < 3,
    make: (g, s) => {
      const v = 'scope' + g.labels++, d = g.delay();
      const lines = block(`async with ${g.rng.chance(0.2) ? `asyncio.timeout_at(${LOOP}.time() + ${d})` : `asyncio.timeout(${g.rng.chance(0.06) ? 'None' : d})`} as ${v}:`, [...g.block(s), ...(g.rng.chance(0.2) ? [`${v}.reschedule(${g.rng.pick(['None', `${LOOP}.time() + ${g.delay()}`, `${v}.when()`])})`, ...g.block(s, 1, 1)] : []), ...(g.rng.chance(0.15) ? [`say(${v}, ${v}.when(), ${v}.expired())`] : [])]);
      return g.rng.chance(0.5) ? [...block('try:', lines), 'except TimeoutError as e:', `    say(${g.label()}, tell(e), ${v}.expired())`] : lines;
    },
  },
  shield: {
    weight: 1.5, make: (g, s) => [`inner = spawn(${g.coroutine(s)}, ${g.rng.below(4)})`, 'outer = asyncio.shield(inner)', `later(${g.delay()}, ${g.rng.pick(['outer', 'outer', 'inner'])}.cancel${g.rng.chance(0.3) ? `, ${g.label()}` : ''})`, 'try:', `    say(${g.label()}, await outer)`, 'except BaseException as e:', `    say(${g.label()}, tell(e), outer.cancelled(), inner.done())`],
  },
  gather: {
    weight: 1.5, make: (g, s) => [`all_of = asyncio.gather(${g.several(1, 4, () => g.awaitable({ ...s, deep: true })).join(', ')}${g.rng.chance(0.4) ? ', return_exceptions=True' : ''})`, ...(g.rng.chance(0.5) ? [`later(${g.delay()}, lambda: say(all_of.cancel(${g.rng.chance(0.3) ? g.label() : ''}), all_of))`] : []), ...(g.rng.chance(0.2) ? [`all_of.add_done_callback(lambda f: say(${g.label()}, f.cancelled()))`] : []), 'try:', `    say(${g.label()}, await all_of)`, 'except BaseException as e:', `    say(${g.label()}, tell(e), all_of.cancelled())`],
  },
  waitSome: {
    weight: 1.8, risky: true, make: (g, s) => {
      const mode = g.rng.pick(['ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION']);
      const tasks = `[${g.several(1, 4, () => `asyncio.ensure_future(${g.awaitable({ ...s, deep: true })})`).join(', ')}]`;
      if (g.rng.chance(0.4)) return [`pending = ${tasks}`, 'while pending:', `    done, pending = await asyncio.wait(pending, timeout=${g.delay()}, return_when=asyncio.${mode})`, `    say(${g.label()}, [state(t) for t in done], len(pending))`, '    if not done:', '        for t in pending:', '            t.cancel("slow")', '        break'];
      return [`done, pending = await asyncio.wait(${tasks}${g.rng.chance(0.5) ? `, timeout=${g.delay()}` : ''}, return_when=asyncio.${mode})`, `say(${g.label()}, [state(t) for t in done], [state(t) for t in pending])`];
    },
  },
  asCompleted: {
    weight: 1.8, risky: true, make: (g, s) => {
      const isAsync = g.rng.chance(0.6);
      const head = [`jobs = [${g.several(1, 4, () => `asyncio.ensure_future(${g.awaitable({ ...s, deep: true })})`).join(', ')}]`, ...(g.rng.chance(0.3) ? [`later(${g.delay()}, jobs[0].cancel)`] : [])];
      const body = isAsync ? [`say(${g.label()}, jobs.index(job), job.done(), state(job))`] : ['try:', `    say(${g.label()}, await job)`, 'except Exception as e:', `    say(${g.label()}, tell(e))`];
      return [...head, ...block(`${isAsync ? 'async ' : ''}for job in asyncio.as_completed(jobs${g.rng.chance(0.4) ? `, timeout=${g.delay()}` : ''}):`, [...body, ...(g.rng.chance(0.1) ? ['break'] : [])]), ...(g.rng.chance(0.2) ? ['else:', `    say(${g.label()})`] : [])];
    },
  },
  condition: {
    weight: 1.5, risky: true, make: (g, s) => block('async with cond:', [...g.rng.weighted([[3, [`say(${g.label()}, await cond.wait())`]], [2, [`say(${g.label()}, await cond.wait_for(lambda: ${g.rng.pick(['event.is_set()', 'queue.qsize()', `${g.rng.below(4)} in T`, `future(${g.rng.below(3)}).done()`])}))`]], [2, [`cond.notify(${g.rng.between(0, 2)})`]], [3, ['cond.notify_all()']], [1, ['try:', `    say(await asyncio.wait_for(cond.wait(), ${g.delay()}))`, 'except TimeoutError as e:', `    say(${g.label()}, cond.locked())`]]]), ...(g.rng.chance(0.3) ? g.block(s, 1, 1) : [])]),
  },
  primitive: {
    weight: 3, risky: true, make: g => g.rng.weighted([
      [2, [`event.${g.rng.chance(0.7) ? 'set' : 'clear'}()`]], [1, ['sem.release()']], [2, [`queue.put_nowait(${g.number()})`]], [2, [`say(${g.label()}, queue.get_nowait())`]], [1, ['queue.task_done()']], [0.5, ['queue.shutdown()']], [0.5, ['queue.shutdown(immediate=True)']], [0.6, ['await barrier.abort()']], [0.6, ['await barrier.reset()']],
      [1, ['if lock.locked():', '    lock.release()']], [1, [`say(${g.label()}, await barrier.wait())`]], [0.7, [`say(await lock.acquire(), lock)`, `await asyncio.sleep(${g.delay()})`, 'lock.release()']],
    ]),
  },
  hold: { weight: 2.5, risky: true, when: s => s.depth < 3, make: (g, s) => block(`async with ${g.rng.pick(['lock', 'sem', 'sem', 'barrier', `Door(${g.label()}, ${g.delay()})`, `Door(${g.label()}, ${g.delay()}, ${g.raised()})`, `Door(${g.label()}, 0, None, ${g.rng.pick(['Exception', 'asyncio.CancelledError', 'BaseException'])})`, `corridor(${g.label()}, ${g.delay()})`, `corridor(${g.label()}, 0), Door(${g.label()})`])}:`, g.block(s)) },
  exitStack: {
    weight: 1.2, risky: true, when: s => s.depth < 3, make: (g, s) => block('async with contextlib.AsyncExitStack() as stack:', [...g.several(1, 3, () => g.rng.pick([`await stack.enter_async_context(Door(${g.label()}, ${g.delay()}))`, `stack.push_async_callback(nap, ${g.delay()}, ${g.label()})`, `stack.callback(say, ${g.label()})`, `stack.push_async_callback(fail, 0, ${g.raised()})`, `await stack.enter_async_context(corridor(${g.label()}, ${g.delay()}))`, 'await stack.enter_async_context(lock)', `await stack.enter_async_context(asyncio.timeout(${g.delay()}))`])), ...g.block(s, 1, 2)]),
  },
  asyncFor: {
    weight: 2, risky: true, when: s => s.depth < 3, make: (g, s) => {
      const source = g.source(s), closing = g.rng.chance(0.4);
      const lines = block(`async for item in ${closing ? 'source' : source}:`, [`say(${g.label()}, item)`, ...(g.rng.chance(0.4) ? g.block(s, 1, 1) : []), ...(g.rng.chance(0.2) ? ['break'] : [])]);
      return closing ? block(`async with contextlib.aclosing(${source}) as source:`, lines) : lines;
    },
  },
  comprehension: { weight: 0.8, risky: true, make: (g, s) => [g.rng.pick([`say(${g.label()}, [x async for x in ${g.source(s)}])`, `say(${g.label()}, {x: await nap(${g.delay()}, x) async for x in ${g.source(s)}})`, `say(${g.label()}, [await f for f in [${g.coroutine(s)}, ${g.coroutine(s)}]])`, `say(${g.label()}, [y async for y in (x async for x in ${g.source(s)})])`])] },
  generator: {
    weight: 2, risky: true, make: (g, s) => {
      const name = g.rng.chance(0.3) ? 'H["gen"]' : 'gen', l = g.label();
      const steps = g.several(1, 3, () => g.rng.weighted([[4, `say(${g.label()}, await anext(${name}, "end"))`], [1, `say(${g.label()}, await ${name}.asend("sent"))`], [2, `say(${g.label()}, await ${name}.athrow(${g.raised()}))`], [2, `await ${name}.aclose()`], [1, `T[${g.rng.below(4)}] = spawn(anext_of(${name}))`], [0.5, `say(${l}, await asyncio.wait_for(anext(${name}), ${g.delay()}))`], [0.5, `say(${l}, ${name}.ag_running, type(${name}.ag_await).__name__)`], [0.3, `later(${g.delay()}, lambda x=${name}: spawn(x.aclose()))`]]));
      return [`${name} = ${g.source(s)}`, ...steps, ...(g.rng.chance(0.4) ? [`await ${name}.aclose()`] : [])];
    },
  },
  thread: { weight: 0.5, risky: true, make: g => [g.rng.pick([`say(${g.label()}, await asyncio.to_thread(work, ${g.rng.pick(['0', '0.5', '1'])}, ${g.number()}))`, `say(${g.label()}, await loop_of().run_in_executor(None, work, ${g.rng.pick(['0', '0.5', '1'])}, ${g.number()}))`])] },
  loop: { weight: 1.5, when: s => s.depth < 3, make: (g, s) => g.rng.chance(0.5) ? block(`for i in range(${g.rng.between(2, 3)}):`, g.block(s, 1, 2)) : block('while not event.is_set():', [...g.block(s, 1, 1), 'await asyncio.sleep(0.5)', 'if loop_of().time() > 20:', '    break']) },
  if: { weight: 1, when: s => s.depth < 3, make: (g, s) => [...block(`if ${g.rng.pick(['event.is_set()', 'lock.locked()', 'len(T) % 2', 'asyncio.current_task().cancelling()', 'queue.empty()', `future(${g.rng.below(3)}).done()`, 'barrier.broken'])}:`, g.block(s, 1, 2)), ...(g.rng.chance(0.3) ? block('else:', g.block(s, 1, 1)) : [])] },
  block: { weight: 0.5, make: g => [`time.sleep(${g.rng.pick(['0.5', '1', '0.25'])})`] },
  yield: { weight: 8, when: s => s.source, make: g => [g.rng.chance(0.4) ? `say(${g.label()}, (yield ${g.label()}))` : `yield ${g.label()}`] },
};
