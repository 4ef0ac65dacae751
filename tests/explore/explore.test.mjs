import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeProgram } from './programs.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const ap = join(root, `.build/${process.env.AP_BUILD ?? 'native'}/ap`);
const skip = !existsSync(ap);
const explore = (source, options = {}) =>
  JSON.parse(execFileSync(ap, ['explore', '-', '--options', JSON.stringify(options)], { input: source, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'inherit'] }));
const outputs = (answer) => answer.outputs.map((o) => `${o.stdout}|${o.exit}`).sort();

const program = (body) => `import asyncio\n${body}\nasyncio.run(main())\n`;

test('A and B of the course: B end and A end at 2.0 are a tie', { skip }, () => {
  const answer = explore(program(`
async def a():
    print("A start")
    await asyncio.sleep(1)
    print("A middle")
    await asyncio.sleep(1)
    print("A end")
async def b():
    print("B start")
    await asyncio.sleep(2)
    print("B end")
async def main():
    await asyncio.gather(a(), b())`));
  assert.equal(answer.guaranteed, false);
  assert.equal(answer.count, 2);
  assert.equal(answer.at_least, false);
  assert.equal(answer.runs, 2);
  assert.ok(answer.outputs[0].own && answer.outputs[0].stdout.endsWith('B end\nA end\n'));
  const [departure] = answer.outputs[1].departures;
  assert.deepEqual([departure.t, departure.first.task_name, departure.first.line, departure.before.task_name, departure.before.line], [2, 'Task-2', 7, 'Task-3', 11]);
});

test('the ready queue is a guarantee: no timers, one order', { skip }, () => {
  const answer = explore(program(`
async def say(name):
    for n in range(3):
        print(name, n)
        await asyncio.sleep(0)
async def main():
    await asyncio.gather(*(say(name) for name in "abcd"))`));
  assert.deepEqual([answer.guaranteed, answer.count, answer.runs, answer.ties], [true, 1, 1, 0]);
});

test('tied timers that touch nothing in common need one run', { skip }, () => {
  const answer = explore(program(`
PRICES = {"a": 1, "b": 2}
async def job(n):
    await asyncio.sleep(1)
    return n * PRICES["a"]
async def main():
    print(await asyncio.gather(*(job(n) for n in range(8))))`));
  assert.deepEqual([answer.guaranteed, answer.count, answer.runs], [true, 1, 1]);
});

test('eight tied timers that print: bounded, and honest about it', { skip }, () => {
  const answer = explore(program(`
async def job(n):
    await asyncio.sleep(1)
    print(n)
async def main():
    await asyncio.gather(*(job(n) for n in range(8)))`), { runs: 100 });
  assert.deepEqual([answer.guaranteed, answer.count, answer.runs, answer.at_least], [false, 100, 100, true]);
});

test('two pairs of tied timers: four orders, four runs', { skip }, () => {
  const answer = explore(program(`
lists = {"x": [], "y": []}
async def job(list, n):
    await asyncio.sleep(1)
    list.append(n)
async def main():
    x, y = lists["x"], lists["y"]
    await asyncio.gather(job(x, 1), job(y, 2), job(x, 3), job(y, 4))
    print(lists)`));
  assert.deepEqual([answer.count, answer.at_least], [4, false]);
  assert.ok(answer.runs <= 5, `${answer.runs} runs`);
});

test('a sum does not depend on the order, and the search says so', { skip }, () => {
  const answer = explore(program(`
total = 0
async def add(n):
    global total
    await asyncio.sleep(1)
    total += n
async def main():
    await asyncio.gather(add(1), add(2), add(3))
    print(total)`));
  assert.deepEqual([answer.guaranteed, answer.count], [true, 1]);
});

test('a time limit and a sleep that are due together', { skip }, () => {
  const answer = explore(program(`
async def main():
    try:
        print(await asyncio.wait_for(asyncio.sleep(1, "done"), 1))
    except TimeoutError:
        print("too late")`));
  assert.equal(answer.at_least, false);
  assert.ok(answer.count >= 1);
});

test('answers that arrive at one instant are permuted: requests', { skip }, () => {
  const source = (second) => `import asyncio, aiohttp
async def fetch(session, url):
    async with session.get(url) as response:
        print(url, response.status)
async def main():
    async with aiohttp.ClientSession() as session:
        await asyncio.gather(fetch(session, "https://a/"), fetch(session, "${second}"))
asyncio.run(main())
`;
  const network = { urls: { 'https://late/': { latency: 3 } } };
  const answer = explore(source('https://b/'), { network });
  assert.deepEqual([answer.guaranteed, answer.count, answer.runs, answer.at_least], [false, 2, 2, false]);
  assert.deepEqual(outputs(answer), ['https://a/ 200\nhttps://b/ 200\n|0', 'https://b/ 200\nhttps://a/ 200\n|0']);
  const [departure] = answer.outputs[1].departures;
  assert.deepEqual([departure.t, departure.first.task_name, departure.before.task_name, departure.first.kind], [2, 'Task-3', 'Task-2', 'network']);
  // Where they arrive at different times, nothing is open.
  assert.deepEqual([explore(source('https://late/'), { network }).guaranteed, explore(source('https://late/'), { network }).ties], [true, 0]);
});

test('what one connection carries stays in order; what two carry is permuted', { skip }, () => {
  const source = `import asyncio
async def serve(reader, writer):
    writer.write(await reader.readline())
    writer.close()
async def ask(name):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    writer.write(name.encode() + b"\\n")
    print((await reader.readline()).decode().strip())
    writer.close()
async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8888)
    await asyncio.gather(ask("a"), ask("b"))
    server.close()
asyncio.run(main())
`;
  for (const options of [{}, { jitter: 20, runs: 30 }]) {
    const answer = explore(source, { network: { latency: 1 }, ...options });
    assert.deepEqual(outputs(answer), ['a\nb\n|0', 'b\na\n|0'], JSON.stringify(options));
    for (const { stderr } of answer.outputs) assert.equal(stderr, '');
  }
  assert.equal(explore(source).guaranteed, true, 'without a delay there are no timers');
});

test('jitter: the same seed, the same draw; exact delays first', { skip }, () => {
  const source = program(`
async def say(name, delay):
    await asyncio.sleep(delay)
    print(name)
async def main():
    await asyncio.gather(say("a", 1), say("b", 1.05), say("c", 3))`);
  const answer = explore(source, { jitter: 10, runs: 50 });
  assert.deepEqual(answer, explore(source, { jitter: 10, runs: 50 }));
  assert.equal(answer.count, 2);
  assert.equal(answer.outputs[0].stdout, 'a\nb\nc\n');
  assert.equal(answer.outputs[0].runs + answer.outputs[1].runs, 50);
  assert.ok(answer.outputs[1].runs > 5);
  assert.deepEqual([answer.outputs[1].departure.text, answer.outputs[1].departure.instead], ['b', 'a']);
  assert.ok(answer.virtual_seconds.least > 2.69 && answer.virtual_seconds.most < 3.31);
  assert.equal(explore(source, { jitter: 1, runs: 50 }).count, 1);
});

test('bad options are answered with a sentence', { skip }, () => {
  for (const [options, said] of [[{ runs: 0 }, /runs/], [{ jitter: 100 }, /below 100/], [{ jitter: 'much' }, /jitter/]]) {
    let status = 0;
    try {
      explore('print(1)', options);
    } catch (error) {
      status = error.status;
      assert.match(JSON.parse(error.stdout).error, said);
    }
    assert.equal(status, 2);
  }
});

test('the pruned search finds what trying every order finds', { skip, timeout: 300_000 }, () => {
  let saved = 0;
  let several = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const source = makeProgram(seed);
    const blind = explore(source, { blind: true, runs: 800 });
    if (blind.at_least) continue;
    const pruned = explore(source, { runs: 800 });
    assert.deepEqual(outputs(pruned), outputs(blind), `seed ${seed}:\n${source}`);
    assert.equal(pruned.at_least, false, `seed ${seed}`);
    saved += blind.runs - pruned.runs;
    if (blind.count > 1) several++;
  }
  assert.ok(several > 8, `${several} programs with several outputs`);
  assert.ok(saved > 200, `${saved} runs saved`);
});
