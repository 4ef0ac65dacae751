// Small random programs with many timers of one instant, for comparing searches. The same seed, the same program.

function random(seed) {
  let state = seed * 2654435761 >>> 0;
  return (n) => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

export function makeProgram(seed) {
  const pick = random(seed);
  const one = (...choices) => choices[pick(choices.length)];
  const workers = 2 + pick(3);
  const used = new Set();
  const statement = (name) => {
    const what = pick(13);
    used.add(what);
    switch (what) {
      case 0: return [`print("${name}")`];
      case 1: return [`log.append("${name}")`];
      case 2: return ['box.n += 1'];
      case 3: return [`box.last = "${name}"`];
      case 4: return ['seen = box.n', 'await asyncio.sleep(0)', 'box.n = seen + 1'];
      case 5: return [`own.append("${name}")`, `table["${name}"] = own`];
      case 6: return ['async with lock:', `    log.append("in ${name}")`, `    await asyncio.sleep(${one(0, 1)})`];
      case 7: return [`await queue.put("${name}")`];
      case 8: return ['if not queue.empty():', '    log.append(queue.get_nowait())'];
      case 9: return [one('bell.set()', 'bell.clear()', 'log.append(bell.is_set())')];
      case 10: return ['try:', '    async with asyncio.timeout(1):', `        await asyncio.sleep(${one(1, 2)})`, 'except TimeoutError:', `    log.append("late ${name}")`];
      case 11: return [`await asyncio.sleep(${one(0, 1)})`];
      default: return [`counts[${pick(2)}] = counts[0] + ${pick(3)}`];
    }
  };
  let text = `import asyncio
class Box:
    n = 0
    last = None
box, log, table, counts = Box(), [], {}, [0, 0]
`;
  const names = 'abcde'.slice(0, workers).split('');
  for (const name of names) {
    text += `async def ${name}(lock, queue, bell):\n    own = []\n`;
    const rounds = 1 + pick(2);
    for (let i = 0; i < rounds; i++) {
      text += `    await asyncio.sleep(1)\n`;
      for (const line of statement(name + i)) text += `    ${line}\n`;
    }
  }
  const how = pick(3);
  text += 'async def main():\n    lock, queue, bell = asyncio.Lock(), asyncio.Queue(), asyncio.Event()\n';
  const calls = names.map((name) => `${name}(lock, queue, bell)`);
  if (how === 0) text += `    await asyncio.gather(${calls.join(', ')})\n`;
  else if (how === 1) text += `    async with asyncio.TaskGroup() as group:\n${calls.map((call) => `        group.create_task(${call})\n`).join('')}`;
  else text += `    tasks = [${calls.map((call) => `asyncio.create_task(${call})`).join(', ')}]\n    done, pending = await asyncio.wait(tasks${one('', ', return_when=asyncio.FIRST_COMPLETED')})\n    print(len(done), len(pending))\n    await asyncio.wait(tasks)\n`;
  return `${text}    print(log, box.n, box.last, list(table), counts, queue.qsize(), bell.is_set())\nasyncio.run(main())\n`;
}
