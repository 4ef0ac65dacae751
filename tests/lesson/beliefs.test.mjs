// Each wrong belief by a short program: what Python does, and what would come of it if the belief were right. Both engines.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { course, json, native, run, wasm, bundle } from './engines.mjs';

const head = 'import asyncio, time\nstart = time.monotonic\n';
const sleeper = 'async def nap(name, s):\n    print(name, "starts", start())\n    await asyncio.sleep(s)\n    print(name, "ends", start())\n    return name\n';
const main = (body, more = sleeper) => `${head}${more}async def main():\n${body.trim().split('\n').map((line) => `    ${line}`).join('\n')}\nasyncio.run(main())\n`;

// belief: [program, lines in truth, lines under the belief]
const table = {
  calling_runs: [main('nap("a", 1)\nprint("end", start())'), ['end 0.0'], ['a starts 0.0', 'a ends 1.0', 'end 1.0']],
  every_await_overlaps: [
    main('x = await nap("a", 1)\ny = await nap("b", 2)\nprint(x, y, start())'),
    ['a starts 0.0', 'a ends 1.0', 'b starts 1.0', 'b ends 3.0', 'a b 3.0'],
    ['a starts 0.0', 'b starts 0.0', 'a ends 1.0', 'b ends 2.0', 'a b 2.0'],
  ],
  every_await_switches: [
    main('asyncio.create_task(other())\nawait quick()', 'async def quick():\n    print("quick")\nasync def other():\n    print("other")\n'),
    ['quick', 'other'],  // main is done before other begins, but the loop ends its iteration
    ['other', 'quick'],
  ],
  create_task_starts_now: [main('t = asyncio.create_task(nap("a", 0))\nprint("made")\nawait t'), ['made', 'a starts 0.0', 'a ends 0.0'], ['a starts 0.0', 'made', 'a ends 0.0']],
  awaited_task_first: [
    main('a = asyncio.create_task(nap("a", 0))\nb = asyncio.create_task(nap("b", 0))\nawait b'),
    ['a starts 0.0', 'b starts 0.0', 'a ends 0.0', 'b ends 0.0'],
    ['b starts 0.0', 'a starts 0.0', 'b ends 0.0', 'a ends 0.0'],
  ],
  cancel_is_immediate: [
    main('t = asyncio.create_task(nap("a", 5))\nawait asyncio.sleep(1)\nt.cancel()\nprint(t.cancelled())'),
    ['a starts 0.0', 'False'],
    ['a starts 0.0', 'True'],
  ],
  cancelled_before_start_runs_finally: [
    main('t = asyncio.create_task(work())\nt.cancel()\nawait asyncio.sleep(1)\nprint(t.cancelled())', 'async def work():\n    try:\n        await asyncio.sleep(1)\n    finally:\n        print("tidied")\n'),
    ['True'],
    ['tidied', 'True'],
  ],
  except_exception_catches_cancelled: [
    main('t = asyncio.create_task(work())\nawait asyncio.sleep(1)\nt.cancel()\nawait asyncio.wait([t])\nprint(t.cancelled())', 'async def work():\n    try:\n        await asyncio.sleep(9)\n    except Exception:\n        print("caught")\n'),
    ['True'],
    ['caught', 'False'],
  ],
  gather_failure_cancels: [
    main('try:\n    await asyncio.gather(fail(), nap("a", 2))\nexcept ValueError:\n    print("failed", start())\nawait asyncio.sleep(3)', `${sleeper}async def fail():\n    await asyncio.sleep(1)\n    raise ValueError\n`),
    ['a starts 0.0', 'failed 1.0', 'a ends 2.0'],
    ['a starts 0.0', 'failed 1.0'],
  ],
  gather_completion_order: [main('print(await asyncio.gather(asyncio.sleep(3, "c"), asyncio.sleep(1, "a"), asyncio.sleep(2, "b")))'), ["['c', 'a', 'b']"], ["['a', 'b', 'c']"]],
  wait_timeout_cancels: [
    main('t = asyncio.create_task(nap("a", 2))\nawait asyncio.wait([t], timeout=1)\nawait asyncio.sleep(3)\nprint(t.cancelled())'),
    ['a starts 0.0', 'a ends 2.0', 'False'],
    ['a starts 0.0', 'True'],
  ],
  wait_timeout_raises: [
    main('t = asyncio.create_task(nap("a", 2))\ntry:\n    done, pending = await asyncio.wait([t], timeout=1)\n    print(len(done), len(pending), start())\nexcept TimeoutError:\n    print("too late", start())\nawait t'),
    ['a starts 0.0', '0 1 1.0', 'a ends 2.0'],
    ['a starts 0.0', 'too late 1.0', 'a ends 2.0'],
  ],
  wait_for_exact: [
    main('try:\n    await asyncio.wait_for(slow(), 1)\nexcept TimeoutError:\n    print("given up", start())', 'async def slow():\n    try:\n        await asyncio.sleep(9)\n    finally:\n        await asyncio.sleep(2)\n'),
    ['given up 3.0'],
    ['given up 1.0'],
  ],
  wait_for_does_not_cancel: [
    main('try:\n    await asyncio.wait_for(nap("a", 2), 1)\nexcept TimeoutError:\n    print("given up", start())\nawait asyncio.sleep(3)'),
    ['a starts 0.0', 'given up 1.0'],
    ['a starts 0.0', 'given up 1.0', 'a ends 2.0'],
  ],
  timeout_interrupts_blocking: [
    main('try:\n    async with asyncio.timeout(1):\n        time.sleep(3)\n        await asyncio.sleep(1)\nexcept TimeoutError:\n    print("over", start())'),
    ['over 3.0'],
    ['over 1.0'],
  ],
  sleep_blocks_only_me: [
    main('await asyncio.gather(block(), nap("a", 1))', `${sleeper}async def block():\n    time.sleep(2)\n    print("blocked until", start())\n`),
    ['blocked until 2.0', 'a starts 2.0', 'a ends 3.0'],
    ['a starts 0.0', 'a ends 1.0', 'blocked until 2.0'],
  ],
  sleep_exact: [
    main('await asyncio.gather(nap("a", 1), block())', `${sleeper}async def block():\n    await asyncio.sleep(0)\n    time.sleep(3)\n`),
    ['a starts 0.0', 'a ends 3.0'],
    ['a starts 0.0', 'a ends 1.0'],
  ],
  as_completed_input_order: [
    main('for f in asyncio.as_completed([asyncio.sleep(2, "slow"), asyncio.sleep(1, "fast")]):\n    print(await f, start())'),
    ['fast 1.0', 'slow 2.0'],
    ['slow 2.0', 'fast 2.0'],
  ],
  one_thread_no_races: [
    `${head}n = 0\nasync def add():\n    global n\n    seen = n\n    await asyncio.sleep(0)\n    n = seen + 1\nasync def main():\n    await asyncio.gather(add(), add(), add())\n    print(n)\nasyncio.run(main())\n`,
    ['1'],
    ['3'],
  ],
  background_tasks_finish: [main('asyncio.create_task(nap("a", 1))\nawait asyncio.sleep(0)\nprint("main ends")'), ['a starts 0.0', 'main ends'], ['a starts 0.0', 'main ends', 'a ends 1.0']],
  errors_surface_at_once: [
    main('t = asyncio.create_task(fail())\ntry:\n    await asyncio.sleep(5)\nexcept ValueError:\n    pass\nprint("main at", start())\nt.exception()', 'async def fail():\n    await asyncio.sleep(1)\n    raise ValueError\n'),
    ['main at 5.0'],
    ['main at 1.0'],
  ],
  many_threads: [
    main('await asyncio.gather(hog(), nap("a", 1))', `${sleeper}async def hog():\n    end = start() + 0.05\n    while start() < end:\n        pass\n    print("hog ends", round(start(), 2))\n`).replaceAll('start())', 'round(start(), 2))'),
    ['hog ends 0.05', 'a starts 0.05', 'a ends 1.05'],
    ['a starts 0.0', 'hog ends 0.05', 'a ends 1.0'],
  ],
  order_random: [main('await asyncio.gather(nap("a", 0), nap("b", 0))'), ['a starts 0.0', 'b starts 0.0', 'a ends 0.0', 'b ends 0.0'], ['b starts 0.0', 'a starts 0.0', 'a ends 0.0', 'b ends 0.0']],
  times_add_up: [
    main('await asyncio.gather(nap("a", 1), nap("b", 2))'),
    ['a starts 0.0', 'b starts 0.0', 'a ends 1.0', 'b ends 2.0'],
    ['a starts 0.0', 'a ends 1.0', 'b starts 1.0', 'b ends 3.0'],
  ],
};

test('misconceptions.json, the engine and this table know the same beliefs', () => {
  assert.deepEqual(json('scenarios/misconceptions.json').misconceptions.map(({ id }) => id).sort(), Object.keys(table).sort());
});

for (const [belief, [program, truth, believed]] of Object.entries(table)) {
  test(belief, async () => {
    const lines = (options) => run(program, options).lines.map(({ text }) => text);
    assert.deepEqual(lines({}), truth, 'what Python does');
    assert.deepEqual(lines({ belief }), believed, 'under the belief');
    const inWasm = await wasm();
    assert.equal(JSON.parse(inWasm('run', program, { belief })).stdout, `${believed.join('\n')}\n`, 'in wasm');
    assert.equal(JSON.parse(inWasm('run', program, {})).stdout, `${truth.join('\n')}\n`, 'a belief does not outlive its run');
  });
}

test('a belief that is unknown is refused by name', async () => {
  assert.match(JSON.parse((await wasm())('run', 'print(1)', { belief: 'earth_is_flat' })).error, /no belief named "earth_is_flat"/);
});
