// What people write with asyncio, with numbers drawn: pools of workers, caches, tickers, retries ...  Each gives the lines of one use inside main().
import { indented } from '../tree.mjs';

const fn = (head, lines) => [head, ...indented(lines)];

export const PATTERNS = [
  function pool(g, s) {
    const q = g.name(), kind = g.rng.pick(['Queue', 'LifoQueue', 'PriorityQueue']), how = g.rng.pick(['join', 'shutdown', 'now', 'sentinel', 'cancel']);
    return [
      `${q} = asyncio.${kind}(${g.rng.pick(['', '1', '2'])})`,
      ...fn(`async def worker_${q}(name):`, ['try:', ...indented([...fn('while True:', ['try:', `    item = await ${q}.get()`, 'except asyncio.QueueShutDown:', '    say(name, "shut down")', '    return name', ...(how === 'sentinel' ? ['if item == 99:', `    ${q}.task_done()`, '    break'] : []), 'try:', ...indented([`await asyncio.sleep(${g.delay()})`, ...(g.rng.chance(0.2) ? ['if item == 2:', '    raise Oops(item)'] : []), 'say(name, item)']), 'finally:', `    ${q}.task_done()`])]), 'finally:', '    say(name, "leaves")']),
      ...fn(`async def feed_${q}():`, [...fn(`for item in range(${g.rng.between(2, 6)}):`, [`await ${q}.put(item)`, ...(g.rng.chance(0.5) ? [`await asyncio.sleep(${g.delay()})`] : [])]), ...({ join: [`await ${q}.join()`, `say("joined")`, `${q}.shutdown()`], shutdown: [`${q}.shutdown()`], now: [`${q}.shutdown(immediate=True)`, `say(${q})`], sentinel: ['for _ in range(2):', `    await ${q}.put(99)`], cancel: [`await ${q}.join()`, 'for w in workers:', '    w.cancel()'] })[how]]),
      `workers = [spawn(worker_${q}(i)) for i in range(2)]`,
      'try:', ...indented([`await asyncio.wait_for(feed_${q}(), 10)`, `say([state(x) if isinstance(x, asyncio.Future) else tell(x) if isinstance(x, BaseException) else x for x in await asyncio.wait_for(asyncio.gather(*workers, return_exceptions=True), 10)])`]), 'except Exception as e:', '    say(tell(e))', `say(${q}.qsize(), [state(w) for w in workers])`,
    ];
  },
  function cache(g, s) {
    const c = g.name();
    return [
      `${c} = {}`,
      ...fn(`async def get_${c}(key):`, [...fn(`if key not in ${c}:`, [`${c}[key] = ${g.rng.pick(['spawn', 'asyncio.ensure_future'])}(${g.coroutine(s)})`]), `return await ${g.rng.chance(0.6) ? `asyncio.shield(${c}[key])` : `${c}[key]`}`]),
      `readers = [spawn(get_${c}(i % 2)) for i in range(${g.rng.between(2, 4)})]`, `later(${g.delay()}, readers[0].cancel)`, `say([tell(x) if isinstance(x, BaseException) else x for x in await asyncio.gather(*readers, return_exceptions=True)])`,
    ];
  },
  function ticker(g) {
    const t = g.name();
    return [
      ...fn(`async def tick_${t}(every):`, ['n = 0', 'try:', ...indented([...fn('while n < 20:', [`say("tick", n)`, 'n += 1', 'await asyncio.sleep(every)'])]), `except asyncio.CancelledError${g.rng.chance(0.5) ? ' as e' : ''}:`, '    say("tick stops", n)', ...(g.rng.chance(0.5) ? ['    raise'] : ['    return n'])]),
      `${t} = spawn(tick_${t}(${g.rng.pick(['0.5', '1', '0.3'])}))`, `await asyncio.sleep(${g.rng.pick(['1', '1.5', '2', '0.9'])})`, `say(${t}.cancel(${g.label()}), ${t}.cancelling())`, ...(g.rng.chance(0.5) ? ['await asyncio.sleep(0)', `say(state(${t}))`] : []), 'try:', `    say(await ${t})`, 'except asyncio.CancelledError as e:', '    say(tell(e))',
    ];
  },
  function retry(g, s) {
    const r = g.name();
    return [
      ...fn(`async def try_${r}(times):`, [...fn('for attempt in range(times):', ['try:', `    async with asyncio.timeout(${g.delay()}):`, `        say("attempt", attempt)`, `        return await ${g.coroutine(s)}`, `except (TimeoutError, Oops, OSError) as e:`, '    say(attempt, tell(e))', '    await asyncio.sleep(0.25 * 2 ** attempt)']), 'raise RuntimeError("gave up")']),
      'try:', `    say(await try_${r}(${g.rng.between(1, 3)}))`, 'except Exception as e:', '    say(tell(e))',
    ];
  },
  function race(g, s) {
    return g.rng.chance(0.5) ? [
      `runners = {spawn(${g.coroutine(s)}), spawn(${g.coroutine(s)})}`, 'done, pending = await asyncio.wait(runners, return_when=asyncio.FIRST_COMPLETED, timeout=5)', 'for t in pending:', '    t.cancel()', 'say([state(t) for t in done], await asyncio.gather(*pending, return_exceptions=True))',
    ] : [
      'from asyncio import staggered', `winner, index, errors = await staggered.staggered_race([lambda: ${g.coroutine(s)}, lambda: ${g.coroutine(s)}, lambda: ${g.coroutine(s)}][:${g.rng.between(1, 3)}], ${g.rng.pick(['None', '0.5', '1', '0'])})`, 'say(winner, index, [tell(e) for e in errors])',
    ];
  },
  function pubsub(g) {
    const p = g.name();
    return [
      ...fn(`class Topic_${p}:`, ['def __init__(self):', '    self.version, self.cond = 0, asyncio.Condition()', '', 'async def publish(self):', '    async with self.cond:', '        self.version += 1', `        self.cond.notify${g.rng.chance(0.7) ? '_all' : ''}()`, '', 'async def follow(self, seen, until):', ...indented(fn('while seen < until:', ['async with self.cond:', '    await self.cond.wait_for(lambda: self.version > seen)', '    seen = self.version', `say("version", seen)`, ...(g.rng.chance(0.4) ? [`await asyncio.sleep(${g.delay()})`] : [])]))]),
      `${p} = Topic_${p}()`, `followers = [spawn(${p}.follow(0, ${g.rng.between(1, 3)})) for _ in range(${g.rng.between(1, 3)})]`, ...(g.rng.chance(0.4) ? [`later(${g.delay()}, followers[0].cancel)`] : []), 'for _ in range(4):', `    await ${p}.publish()`, `    await asyncio.sleep(${g.delay()})`, 'for f in followers:', '    f.cancel()', 'say(await asyncio.gather(*followers, return_exceptions=True))', `say(${p}.cond)`,
    ];
  },
  function phases(g) {
    const b = g.name();
    return [
      `${b} = asyncio.Barrier(${g.rng.between(2, 3)})`,
      ...fn(`async def party_${b}(i):`, ['try:', ...indented([...fn(`for phase in range(${g.rng.between(1, 3)}):`, [`await asyncio.sleep(${g.delay()})`, ...(g.rng.chance(0.5) ? [`say(i, phase, await ${b}.wait())`] : fn(`async with ${b} as place:`, ['say(i, phase, place)']))])]), 'except asyncio.BrokenBarrierError as e:', '    say(i, "broken", e.args)', 'return i']),
      `parties = [spawn(party_${b}(i)) for i in range(${g.rng.between(2, 4)})]`, ...g.rng.weighted([[2, []], [1, [`later(${g.delay()}, parties[0].cancel)`]], [1, [`later(${g.delay()}, lambda: spawn(${b}.abort()))`]], [1, [`later(${g.delay()}, lambda: spawn(${b}.reset()))`]]]), 'done, pending = await asyncio.wait(parties, timeout=4)', `say([state(t) for t in done], len(pending), ${b})`, `await ${b}.abort()`, 'say([state(t) for t in parties])', 'await asyncio.sleep(0)', 'say([state(t) for t in parties])',
    ];
  },
  function supervisor(g, s) {
    return [
      ...fn('async def supervise(i):', [...fn('while True:', ['try:', '    async with asyncio.TaskGroup() as tg:', `        tg.create_task(${g.coroutine(s)})`, `        tg.create_task(${g.coroutine(s)})`, '    return i', `except* ${g.rng.pick(['Oops', 'ValueError', 'Exception'])} as group:`, '    say(i, tell(group))', '    i += 1', 'if i > 2:', '    return "too often"', `await asyncio.sleep(${g.delay()})`])]),
      'try:', `    say(await asyncio.wait_for(supervise(0), ${g.rng.pick(['3', '1', '8'])}))`, 'except BaseException as e:', '    say(tell(e))',
    ];
  },
  function pipeline(g) {
    const n = g.rng.between(1, 3);
    return [
      ...fn('async def stage(source, delay):', [...fn('async for x in source:', ['await asyncio.sleep(delay)', 'yield x * 2'])]),
      `flow = ticks(${g.rng.between(2, 4)}, ${g.delay()})`, ...Array.from({ length: n }, () => `flow = stage(flow, ${g.delay()})`),
      'try:', ...indented([...fn(`async with asyncio.timeout(${g.delay()}):`, ['async for x in flow:', '    say("out", x)', ...(g.rng.chance(0.3) ? ['    if x:', '        break'] : [])])]), 'except TimeoutError as e:', '    say(tell(e))', ...(g.rng.chance(0.5) ? ['await flow.aclose()'] : ['flow = None']), 'await asyncio.sleep(0)', 'say("flow over")',
    ];
  },
  function limiter(g, s) {
    const l = g.name();
    return [
      `${l} = asyncio.${g.rng.pick(['Semaphore', 'BoundedSemaphore'])}(${g.rng.between(1, 2)})`,
      ...fn(`async def limited_${l}(i):`, [...fn(`async with ${l}:`, [`say("limited", i, ${l})`, `await asyncio.sleep(${g.delay()})`, ...(g.rng.chance(0.2) ? ['if i == 1:', '    raise Oops(i)'] : [])]), 'return i']),
      `limited = [spawn(limited_${l}(i)) for i in range(${g.rng.between(3, 5)})]`, `later(${g.delay()}, lambda: (limited[1].cancel(), limited[2].cancel()))`, ...(g.rng.chance(0.3) ? [`later(${g.delay()}, ${l}.release)`] : []), 'say([tell(x) if isinstance(x, BaseException) else x for x in await asyncio.gather(*limited, return_exceptions=True)])', `say(${l})`,
    ];
  },
  function handoff(g) {
    const n = g.rng.between(2, 4);
    return [
      `chain = [loop_of().create_future() for _ in range(${n})]`,
      ...fn('async def pass_on(i):', [`value = await chain[i]`, 'say("got", i, value)', 'if i + 1 < len(chain):', `    chain[i + 1].set_${g.rng.chance(0.8) ? 'result(value + 1)' : 'exception(Oops(value))'}`, 'return value']),
      'links = [spawn(pass_on(i)) for i in range(len(chain))]', ...(g.rng.chance(0.5) ? [`chain[-1].add_done_callback(lambda f: say("last", state(f)))`] : []), `later(${g.delay()}, ${g.rng.pick(['chain[0].set_result, 0', 'chain[0].set_result, 0', 'chain[0].cancel', 'chain[0].set_exception, Oops("first")'])})`, 'done, pending = await asyncio.wait(links, timeout=3)', 'say([state(t) for t in links])', 'for t in pending:', '    t.cancel()',
    ];
  },
  function chainOfCallbacks(g) {
    return [
      'calls = []',
      ...fn('def again(n):', ['calls.append(n)', 'say("call", n)', 'if n:', `    H["c"] = ${g.rng.pick(['soon(again, n - 1)', `later(${g.delay()}, again, n - 1)`])}`]),
      `soon(again, ${g.rng.between(1, 4)})`, ...(g.rng.chance(0.4) ? [`later(${g.delay()}, lambda: "c" in H and H["c"].cancel())`] : []), `await asyncio.sleep(${g.delay()})`, 'say(calls)',
    ];
  },
  function nestedTimeouts(g, s) {
    return [
      'try:', ...indented(fn(`async with asyncio.timeout(${g.delay()}) as first:`, ['try:', ...indented(fn(`async with asyncio.timeout(${g.delay()}) as second:`, [`say(await asyncio.${g.rng.pick(['shield', 'gather'])}(${g.awaitable({ ...s, deep: true })}))`])), `except ${g.rng.pick(['TimeoutError', 'asyncio.CancelledError', 'BaseException'])} as e:`, `    say("second", tell(e), second.expired())`, ...(g.rng.chance(0.5) ? ['    await asyncio.sleep(1)'] : ['    raise'])])), 'except BaseException as e:', '    say("first", tell(e), first.expired(), first)', 'say(asyncio.current_task().cancelling())',
    ];
  },
  function exceptionHandlers(g) {
    return [
      'def bad(*args):', `    raise ${g.error()}("callback")`, `soon(bad)`, `later(${g.delay()}, bad, 1)`, `future(0).add_done_callback(bad)`, `spawn(nap(0)).add_done_callback(bad)`, `spawn(fail(0, Oops("lost")))`, `later(${g.delay()}, resolve, 0, Oops("unseen"))`, 'f = loop_of().create_future()', 'f.set_exception(Oops("never seen"))', 'del f', `await asyncio.sleep(${g.delay()})`, 'F.pop(0, None)', 'say("handlers done")',
    ];
  },
  function subclasses(g, s) {
    return [
      ...fn('class Loud(asyncio.Task):', ['def cancel(self, msg=None):', '    say("cancel asked", msg)', `    return super().cancel(msg)${g.rng.chance(0.3) ? ' and False' : ''}`]),
      `loop_of().set_task_factory(lambda loop, coro, **options: Loud(coro, loop=loop, **options))`, `louds = [spawn(${g.coroutine(s)}), spawn(${g.coroutine(s)})]`, 'loop_of().set_task_factory(None)', `later(${g.delay()}, louds[0].cancel)`, 'try:', `    async with asyncio.timeout(${g.delay()}):`, '        say(await asyncio.gather(*louds))', 'except BaseException as e:', '    say(tell(e))', 'say([state(t) for t in louds], louds)',
    ];
  },
  function leftovers(g, s) {
    return [
      ...fn('async def lingering(i):', ['try:', `    await asyncio.sleep(${g.rng.pick(['100', '3', '0'])})`, 'finally:', `    say("lingers", i)`, ...(g.rng.chance(0.5) ? [`    await asyncio.sleep(${g.delay()})`, '    say("lingered", i)'] : []), ...(g.rng.chance(0.3) ? ['    raise Oops(i)'] : [])]),
      `for i in range(${g.rng.between(1, 3)}):`, '    spawn(lingering(i), name=f"left{i}")', 'gen = ticks(3, 0)', 'say(await anext(gen))', ...(g.rng.chance(0.5) ? ['H["kept"] = gen'] : []), 'await asyncio.sleep(0)',
    ];
  },
];
