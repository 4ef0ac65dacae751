// What is expected of a run of one of hostile.mjs, wherever it was.
import assert from 'node:assert/strict';

export function right({ name, says, line, exit, out, cut }, { exit: status, stdout, stderr }, filename = 'main.py') {
  assert.equal(status, exit, `${name}: ${stderr.slice(-300)}`);
  if (says) assert.ok(stderr.split('\n').some((text) => text.startsWith(says)), `${name}: ${stderr.slice(-300)}`);
  if (line) assert.match(stderr, new RegExp(`${filename}", line ${line}\\b`), name);
  if (out !== undefined) assert.equal(stdout, out, name);
  if (cut) {
    assert.ok(Buffer.byteLength(stdout) <= cut && Buffer.byteLength(stdout) > cut * 0.9, `${name}: ${stdout.length} bytes are shown`);
    assert.match(stderr, /\[the output is cut here: it is longer than the limit of this run\]/);
  }
}
