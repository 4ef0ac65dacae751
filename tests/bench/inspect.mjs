// How long `inspect` takes in wasm, at the first, middle and last step of programs of 100,000 steps (the bar: 100 ms).
//   node tests/bench/inspect.mjs [--rounds N]     needs `node .ci/build.mjs wasm node`; `npm run bench` shows it too
// Medians of processor time, for a machine that does other things too.
import { parseArgs } from 'node:util';
import { Engine } from '../../dist/node/index.mjs';
import { isMain, main } from '../../.ci/say.mjs';
import { median, table } from './figures.mjs';
import { processorSeconds } from './peers/serve.mjs';

const programs = {
  'sleep(0), 100 tasks': `
async def worker(n):
    for i in range(n):
        await asyncio.sleep(0)
async def main():
    await asyncio.gather(*[worker(1000) for _ in range(100)])
`,
  'a lock and timers, 100 tasks': `
async def cook(lock, n):
    for i in range(n):
        async with lock:
            await asyncio.sleep(0.5)
async def main():
    lock = asyncio.Lock()
    async with asyncio.TaskGroup() as group:
        for i in range(100):
            group.create_task(cook(lock, 500))
`,
  'a queue of 5, 40 tasks': `
async def producer(queue, n):
    for i in range(n):
        await queue.put(i)
async def consumer(queue, n):
    for i in range(n):
        await queue.get()
        await asyncio.sleep(0.001)
async def main():
    queue = asyncio.Queue(5)
    await asyncio.gather(*[producer(queue, 1820) for _ in range(20)], *[consumer(queue, 1820) for _ in range(20)])
`,
};
const limits = { steps: 1e12, loop_iterations: 1e9 };
const bar = 100;

/** The numbers of the events that begin a task's step. */
function stepsOf(engine, source) {
  const steps = [];
  let rest = '';
  const decoder = new TextDecoder();
  engine.run(source, { limits, format: 'ndjson' }, {
    text(bytes) {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
      rest = lines.pop();
      for (const line of lines) if (line.includes('"type":"task_step_started"')) steps.push(Number(/"seq":(\d+)/.exec(line)[1]));
    },
  });
  return steps;
}

export async function inspectTable(rounds) {
  const engine = await Engine.load();
  const rows = [];
  for (const [name, body] of Object.entries(programs)) {
    const source = `import asyncio\n${body}asyncio.run(main())\n`;
    const steps = stepsOf(engine, source);
    const measured = (what) => {
      const took = [];
      for (let round = 0; round < rounds; round++) {
        const start = processorSeconds();
        what();
        took.push((processorSeconds() - start) * 1000);
      }
      return median(took).toFixed(0);
    };
    const inspected = [0, steps.length >> 1, steps.length - 1].map((step) => measured(() => {
      const answer = engine.call('inspect', source, { limits, seq: steps[step] });
      if (answer.event?.seq !== steps[step]) throw new Error(answer.error ?? 'another event');
    }));
    rows.push([name, steps.length, ...inspected, bar, measured(() => engine.run(source, { limits }, {}))]);
  }
  return table(['program', 'steps', 'first, ms', 'middle, ms', 'last, ms', 'bar', 'the run alone, ms'], rows);
}

if (isMain(import.meta)) {
  await main(async () => {
    const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
    console.log(await inspectTable(Number(values.rounds)));
  });
}
