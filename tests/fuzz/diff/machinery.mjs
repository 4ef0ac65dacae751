// Statements about the loop's own things: handles, factories, contexts, call graphs, tasks seen from outside.
import { delay } from './awaitables.mjs';
import { node } from './tree.mjs';

const LOOP = 'asyncio.get_running_loop()';
const handle = g => g.rng.pick(['h0', 'h1', 'h2']);
const task = g => g.rng.pick(g.tasks);

export const KINDS = {
  handle: {
    weight: 1,
    make: g => node('handle', { h: handle(g), how: g.rng.pick(['soon', 'later', 'at']), d: delay(g), x: g.label(), context: g.rng.chance(0.2) }),
    render: n => {
      const rest = `log, "${n.p.x}"${n.p.context ? ', context=copy_context()' : ''}`;
      return [`H["${n.p.h}"] = ${{ soon: `${LOOP}.call_soon(${rest})`, later: `${LOOP}.call_later(${n.p.d}, ${rest})`, at: `${LOOP}.call_at(${n.p.d}, ${rest})` }[n.p.how]}`];
    },
  },
  handleUse: {
    weight: 1,
    make: g => node('handleUse', { h: handle(g), how: g.rng.weighted([[4, 'cancel'], [1, 'cancelled'], [1, 'when']]) }),
    render: n => [`if "${n.p.h}" in H:`, `    ${{ cancel: `H["${n.p.h}"].cancel()`, cancelled: `log(H["${n.p.h}"].cancelled())`, when: `log(getattr(H["${n.p.h}"], "when", lambda: None)())` }[n.p.how]}`],
  },
  factory: {
    weight: 0.2,
    make: g => node('factory', { how: g.rng.pick(['eager', 'own', 'none']) }),
    render: n => n.p.how === 'own'
      ? ['def factory(loop, coro, **options):', '    log("factory", sorted(options))', '    return asyncio.Task(coro, loop=loop, **options)', `${LOOP}.set_task_factory(factory)`]
      : [`${LOOP}.set_task_factory(${n.p.how === 'eager' ? 'asyncio.eager_task_factory' : 'None'})`],
  },
  stack: {
    weight: 0.4,
    make: g => node('stack', { t: task(g), how: g.rng.pick(['get_stack', 'limit', 'coro', 'context']) }),
    // Below a running task lies whoever runs it, which is the reference's own; a failed one shows frames of the library.
    render: n => [`if "${n.p.t}" in T${n.p.how === 'get_stack' || n.p.how === 'limit' ? ` and T["${n.p.t}"] is not asyncio.current_task() and not T["${n.p.t}"].done()` : ''}:`, `    ${{
      get_stack: `log([f.f_lineno for f in T["${n.p.t}"].get_stack()])`, limit: `log([f.f_code.co_name for f in T["${n.p.t}"].get_stack(limit=1)])`,
      coro: `log(getattr(T["${n.p.t}"].get_coro(), "__qualname__", None))`, context: `log(var.name in [v.name for v in T["${n.p.t}"].get_context()])`,
    }[n.p.how]}`],
  },
  callGraph: {
    weight: 0.3,
    make: g => node('callGraph', { t: task(g), own: g.rng.chance(0.5) }),
    render: n => n.p.own ? ['print(asyncio.format_call_graph())'] : [`if "${n.p.t}" in T:`, `    print(asyncio.format_call_graph(T["${n.p.t}"]))`],
  },
  token: {
    weight: 0.4,
    make: g => node('token', { x: g.label(), d: delay(g) }),
    render: n => [`token = var.set("${n.p.x}")`, `await asyncio.sleep(${n.p.d})`, 'log("before reset", var.get())', 'var.reset(token)', 'log("after reset", var.get())'],
  },
  contextRun: {
    weight: 0.4,
    make: g => node('contextRun', { x: g.label(), f: g.rng.pick(['set', 'log']) }),
    render: n => ['context = copy_context()', n.p.f === 'set' ? `context.run(var.set, "${n.p.x}")` : `context.run(log, "${n.p.x}")`, 'log(context.get(var), var.get())'],
  },
  waitAll: {
    weight: 0.5,
    make: g => node('waitAll', { x: g.label(), how: g.rng.pick(['wait', 'gather', 'gather_re', 'as_completed']), t: delay(g), mode: g.rng.pick(['ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION']) }),
    render: n => [
      'others = [t for t in T.values() if t is not asyncio.current_task()]', 'try:',
      ...({
        wait: [`    done, pending = await asyncio.wait(others, timeout=${n.p.t}, return_when=asyncio.${n.p.mode})`, `    log("${n.p.x}", [state(t) for t in done], [state(t) for t in pending])`],
        gather: [`    log("${n.p.x}", await asyncio.wait_for(asyncio.gather(*others), ${n.p.t}))`],
        gather_re: [`    log("${n.p.x}", await asyncio.wait_for(asyncio.gather(*others, return_exceptions=True), ${n.p.t}))`],
        as_completed: [`    for f in asyncio.as_completed(others, timeout=${n.p.t}):`, `        log("${n.p.x}", await f)`],
      })[n.p.how],
      'except Exception as e:', `    log("${n.p.x}", repr(e))`,
    ],
  },
  awaitOther: {
    weight: 0.6,
    make: g => node('awaitOther', { t: task(g), x: g.label(), how: g.rng.pick(['shield', 'wait_for', 'timeout']), d: delay(g) }),
    render: n => [
      `if "${n.p.t}" in T and T["${n.p.t}"] is not asyncio.current_task():`, '    try:',
      ...({
        shield: [`        log("${n.p.x}", await asyncio.wait_for(asyncio.shield(T["${n.p.t}"]), ${n.p.d}))`],
        wait_for: [`        log("${n.p.x}", await asyncio.wait_for(T["${n.p.t}"], ${n.p.d}))`],
        timeout: [`        async with asyncio.timeout(${n.p.d}):`, `            log("${n.p.x}", await T["${n.p.t}"])`],
      })[n.p.how],
      '    except Exception as e:', `        log("${n.p.x}", repr(e))`,
    ],
  },
  lateChild: {
    weight: 0.4,
    when: (g, scope) => g.callable(scope).length > 0,
    make: (g, scope) => node('lateChild', { x: g.label(), d: delay(g) }, { a: [g.coroutine(scope)] }),
    render: (n, c) => ['try:', '    async with asyncio.TaskGroup() as outer_group:', `        ${LOOP}.call_later(${n.p.d}, lambda: outer_group.create_task(asyncio.sleep(1)))`, `        outer_group.create_task(${c.aw(n.a[0])})`, `        outer_group.create_task(asyncio.sleep(0.5), name="${n.p.x}")`, 'except BaseExceptionGroup as e:', `    log("${n.p.x}", repr(e))`],
  },
  unused: {
    weight: 0.3,
    when: (g, scope) => g.callable(scope).length > 0,
    make: (g, scope) => node('unused', { f: g.rng.pick(g.callable(scope)), how: g.rng.pick(['close', 'drop', 'send']), x: g.label() }),
    render: (n, c) => c.functions.has(n.p.f) ? ({
      close: [`coro = ${n.p.f}(0)`, 'coro.close()'], drop: [`coro = ${n.p.f}(0)`, 'coro = None'],
      send: [`coro = ${n.p.f}(0)`, 'try:', '    coro.close()', '    coro.send(None)', 'except BaseException as e:', `    log("${n.p.x}", repr(e))`],
    })[n.p.how] : ['pass'],
  },
  callbackOff: {
    weight: 0.4,
    make: g => node('callbackOff', { f: g.rng.pick(g.futures), n: g.rng.between(0, 2) }),
    render: n => [`for _ in range(${n.p.n}):`, `    ${n.p.f}.add_done_callback(look_at)`, `log(${n.p.f}.remove_done_callback(look_at))`],
  },
  twice: {
    weight: 0.4,
    make: g => node('twice', { f: g.rng.pick(g.futures), how: g.rng.pick(['result', 'exception', 'set', 'bad']) }),
    render: n => ['try:', `    ${{ result: `log(${n.p.f}.result())`, exception: `log(${n.p.f}.exception())`, set: `${n.p.f}.set_result(1)`, bad: `${n.p.f}.set_exception(StopIteration)` }[n.p.how]}`, 'except BaseException as e:', '    log(repr(e))'],
  },
  timeoutMoved: {
    weight: 0.5,
    make: g => node('timeoutMoved', { x: g.label(), d: delay(g), moves: g.several(1, 3, () => g.rng.pick(['None', delay(g), `${LOOP}.time() + ${delay(g)}`])), wait: delay(g) }),
    render: n => [
      'try:', `    async with asyncio.timeout(${n.p.d}) as scope:`,
      ...n.p.moves.flatMap(m => [`        scope.reschedule(${m})`, `        log(scope, scope.when())`, '        await asyncio.sleep(0.5)']),
      `        await asyncio.sleep(${n.p.wait})`,
      'except (TimeoutError, RuntimeError) as e:', `    log("${n.p.x}", repr(e), scope.expired())`,
    ],
  },
  executor: {
    weight: 0.15,
    make: g => node('executor', { d: g.rng.pick(['0', '0.5', '1']), n: g.rng.below(3), x: g.label() }),
    render: n => ['try:', `    log("${n.p.x}", await ${LOOP}.run_in_executor(None, blocking, ${n.p.d}, ${n.p.n}))`, 'except Boom as e:', '    log(repr(e))'],
  },
  leftOpen: {
    weight: 0.5,
    when: (g, scope) => g.generatorsOf(scope).length > 0,
    make: (g, scope) => node('leftOpen', { f: g.rng.pick(g.generatorsOf(scope)), keep: g.rng.chance(0.5), x: g.label() }),
    render: (n, c) => c.functions.has(n.p.f) ? [`gen = ${n.p.f}(1)`, 'try:', `    log("${n.p.x}", await anext(gen))`, 'except (Exception, StopAsyncIteration) as e:', `    log("${n.p.x}", repr(e))`, ...(n.p.keep ? ['H["gen"] = gen'] : ['gen = None'])] : ['pass'],
  },
  shapes: {
    weight: 0.3,
    make: g => node('shapes', { x: g.rng.pick([`${g.barriers[0]}.n_waiting, ${g.barriers[0]}.broken, ${g.barriers[0]}.parties`, `${g.locks[0]}.locked(), ${g.semaphores[0]}.locked(), ${g.conditions[0]}.locked()`, 'len(asyncio.all_tasks())', `${g.queues[0]}.maxsize, ${g.queues[0]}.full()`]) }),
    render: n => [`log(${n.p.x})`],
  },
};
