// How long does `grade` take for a university's class?
//   node tests/bench/grade.mjs [COUNT]      10,000 submissions by default
// The submissions are the right and wrong programs that the scenario's author tried, each with a comment of its own, so that
// no two are the same text.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../.ci/say.mjs';

const scenario = 'coroutines/nothing-cooks';
const count = Number(process.argv[2] ?? 10_000);
const programs = ['solutions', 'wrong'].flatMap((kind) => readdirSync(join(root, 'scenarios', scenario, kind)).map((name) => readFileSync(join(root, 'scenarios', scenario, kind, name), 'utf8')));
const folder = mkdtempSync(join(tmpdir(), 'grade-'));
for (let i = 0; i < count; i++) writeFileSync(join(folder, `learner-${String(i).padStart(5, '0')}.py`), `${programs[i % programs.length]}# learner ${i}\n`);
const sizes = programs.map((text) => text.length).sort((a, b) => a - b);
const began = performance.now();
const { stdout, stderr, status } = spawnSync('node', [join(root, 'dist/node/cli.mjs'), 'grade', scenario, folder, '--format', 'json', '--rows', join(folder, 'rows.ndjson')], { encoding: 'utf8', maxBuffer: 1 << 30 });
const seconds = (performance.now() - began) / 1000;
rmSync(folder, { recursive: true, force: true });
if (status !== 0) throw new Error(stderr);
const { submissions } = JSON.parse(stdout);
console.log(`${submissions.length} submissions, ${submissions.filter(({ correct }) => correct).length} right, median ${sizes[sizes.length >> 1]} bytes: ${seconds.toFixed(1)} s`);
