// Instructions an operation, counted by valgrind's callgrind: the same on a busy machine as on an idle one, so that they can
// be guarded where seconds cannot.
//
//   node tests/bench/gate.mjs [--print]     needs `node .ci/build.mjs native`; fails where a budget is exceeded
//     --print   shows the counts without judging them
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main, root, run } from '../../.ci/say.mjs';
import { table } from './figures.mjs';

/** Instructions that an operation may take; some 10 % above what it takes. */
const budgets = {
  // of the C++ runtime: a few rounds against more rounds
  switch: { rounds: [5, 25], per: 1000, most: 510 },
  spawn: { rounds: [500, 2500], per: 1, most: 2330 },
  handoff: { rounds: [500, 2500], per: 2, most: 1110 },
  call: { rounds: [1000, 5000], per: 1, most: 380 },
  sleep: { rounds: [2, 8], per: 1000, most: 2760 },
  // of Python: a small number against a larger one; fib's numbers are those of its calls
  'a call of fib': { source: 'def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(N)', rounds: [10, 16], count: (n) => [177, 3193][n === 10 ? 0 : 1], most: 425 },
  'a round of a while loop': { source: 'def f(n):\n    i = t = 0\n    while i < n:\n        t += i\n        i += 1\nf(N)', rounds: [1000, 11_000], per: 1, most: 214 },
  'sleep(0) in Python': {
    source: 'import asyncio\nasync def f(n):\n    for _ in range(n):\n        await asyncio.sleep(0)\nasync def main():\n    await asyncio.gather(*[f(N) for _ in range(10)])\nasyncio.run(main())',
    rounds: [50, 300], per: 10, most: 1700,
  },
};

async function instructions(binary, folder, args, input) {
  const out = join(folder, 'callgrind.out');
  const command = `valgrind --tool=callgrind --callgrind-out-file=${out} ${binary} ${args.join(' ')}${input ? ` < ${input}` : ''}`;
  const { output } = await run('bash', ['-c', command]);
  return Number(/Collected : (\d+)/.exec(output)[1]);
}

await main(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gate-'));
  try {
    await run('cmake', ['--build', join(root, '.build/native'), '--target', 'ap_bench', 'ap_stdlib']);
    // valgrind reads no debug information of newer compilers.
    const binary = join(folder, 'ap_bench');
    await run('strip', ['-g', '-o', binary, join(root, '.build/native/ap_bench')]);
    const rows = [];
    let failed = 0;
    for (const [name, { source, rounds, per, count = (n) => n * per, most }] of Object.entries(budgets)) {
      const taken = [];
      for (const n of rounds) {
        if (!source) {
          taken.push(await instructions(binary, folder, [name, String(n)]));
          continue;
        }
        const [program, list] = [join(folder, 'program.py'), join(folder, 'list')];
        writeFileSync(program, source.replaceAll('N', String(n)));
        writeFileSync(list, program + '\n');
        taken.push(await instructions(binary, folder, ['programs'], list));
      }
      const each = (taken[1] - taken[0]) / (count(rounds[1]) - count(rounds[0]));
      const ok = each <= most;
      if (!ok) failed++;
      rows.push([name, each.toFixed(0), most, ok ? '' : 'too many']);
    }
    console.log(table(['instructions an operation', 'counted', 'at most', ''], rows));
    console.log(`${rows.length - failed} passed, ${failed} failed`);
    if (failed > 0 && !process.argv.includes('--print')) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
