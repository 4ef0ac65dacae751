// The driver of the peer's suite, tried on a suite of our own: what passes, fails, is refused or ends the run is told apart.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { engineCommand } from '../conformance/engines.mjs';
import { lineOf, runFile } from './run.mjs';

const command = engineCommand('native');

test('each test of a file is told, also after one that ends the run', async () => {
  const result = await runFile('test_own', readFileSync(new URL('suite/test_own.py', import.meta.url), 'utf8'), { command });
  const what = Object.fromEntries(result.tests.map(t => [t.test, t.what]));
  assert.deepEqual(what, {
    'LoopTests.test_briefly': 'passed',
    'LoopTests.test_sockets': 'unsupported',
    'WaitingTests.test_a_passes': 'passed',
    'WaitingTests.test_b_fails': 'failed',
    'WaitingTests.test_c_never_ends': 'failed',
    'WaitingTests.test_d_is_skipped': 'skipped',
  });
  assert.match(result.tests.find(t => t.test.endsWith('never_ends')).why, /deadlock/i);
  assert.match(result.tests.find(t => t.test.endsWith('sockets')).why, /No module named 'selectors_that_nobody_has'/);
  assert.equal(lineOf(result), 'test_own                    2 passed     2 failed     1 unsupported     1 skipped');
});

test('a file that asks for what is not there is unsupported, by name', async () => {
  const result = await runFile('test_sockets', 'import ssl_of_another_world\n', { command });
  assert.equal(lineOf(result), "test_sockets             unsupported: ModuleNotFoundError: No module named 'ssl_of_another_world'");
});
