// web/docs/authoring.md, followed to the letter in an empty folder: what it says happens.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root } from './engines.mjs';

const guide = readFileSync(join(root, 'web/docs/authoring.md'), 'utf8');
const part = (n) => guide.split(/^## /m).find((text) => text.startsWith(`${n}. `));
const block = (n, language) => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(part(n))[1];
const said = (n) => [...part(n).matchAll(/^    (.*)$/gm)].map(([, line]) => line);

const empty = mkdtempSync(join(tmpdir(), 'authoring-'));
after(() => rmSync(empty, { recursive: true, force: true }));
const command = (args, input = '') => spawnSync('node', [join(root, 'dist/node/cli.mjs'), ...args], { cwd: empty, encoding: 'utf8', input });
const write = (name, text) => writeFileSync(join(empty, 'mine/kettle', name), text);
const tested = () => command(['test', 'mine']);

test('from an empty folder to a tested teaser', () => {
  mkdirSync(join(empty, 'mine/kettle'), { recursive: true });
  write('kettle.py', block(1, 'python'));
  assert.match(command(['run', 'mine/kettle/kettle.py']).stdout, /tea time\n/);
  write('scenario.json', block(2, 'json'));
  const [, broken, right] = said(3);
  const first = tested();
  assert.equal(first.status, 1);
  assert.equal(first.stdout.split('\n')[0].trim(), broken.trim());
  write('scenario.json', block(2, 'json').replace('["kettle", "pot"]', '["kettle", "boil"]'));
  const second = tested();
  assert.deepEqual([second.status, second.stdout.trim().replace(/^✓ /, '')], [0, right.trim()]);

  write('answers.json', block(4, 'json'));
  assert.equal(tested().stdout.includes('nothing is wrong'), true, tested().stdout);
  const verdict = command(['check', 'mine/kettle', '-'], '{"total": 3}');
  assert.equal(verdict.status, 1);
  assert.match(verdict.stdout, /Everything happens in turn/);
  write('answers.json', block(4, 'json').replace('times_add_up', 'calling_runs'));
  assert.match(tested().stdout, /answers\.json: questions\.total\.wrong\[0\]\.belief: calling_runs should be named, and times_add_up is/);

  const scenario = JSON.parse(block(2, 'json').replace('["kettle", "pot"]', '["kettle", "boil"]'));
  scenario.questions.push(JSON.parse(block(5, 'json')));
  write('scenario.json', JSON.stringify(scenario));
  assert.match(tested().stdout, /questions\.faster\.right: a question of this kind wants at least one program that solves it/);
  const answers = JSON.parse(block(4, 'json'));
  Object.assign(answers.questions, JSON.parse(`{${/`("faster": .*)`\./.exec(part(5))[1]}}`));
  write('answers.json', JSON.stringify(answers));
  const program = block(1, 'python');
  for (const folder of ['solutions', 'wrong']) mkdirSync(join(empty, 'mine/kettle', folder));
  write('solutions/gather.py', program.replace(/    kettle = [^]*await kettle\n/, '    await asyncio.gather(boil("kettle", 2), boil("pot", 1))\n'));
  write('wrong/no_await.py', program.replace('await boil("pot", 1)', 'boil("pot", 1)'));
  assert.equal(tested().status, 0, tested().stdout);
});
