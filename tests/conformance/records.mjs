// What it means that an engine's record equals the reference's.
//
// stdout, exit status and virtual time: exactly.  stderr: what a learner reads, that is everything but the frames inside the
// standard library, the marks under a frame's source line, where in the standard library a warning or a task arose, and the
// advice to enable tracemalloc.  With a deadlock: stdout up to it.

// Addresses, and the folder of the standard library, are the machine's business. reprlib cuts an address of 64 bits short.
export const masked = text => text.replace(/\b0x[0-9a-f]{6,16}\b/g, '0xADDR').replace(/\.\.\.(?:\w{0,2} at 0xADDR|x[0-9a-f]{12})>/g, '...ADDR>').replace(/[^\s'"(<]*\/asyncio\/(?=\w+\.py)/g, 'asyncio/');

const FRAME = /^([ |+-]*)File "([^"]*)", line \d+(, in .*)?$/;
const WARNING = /^(.+?):\d+: (\w*Warning: .*)$/;
const ADVICE = 'RuntimeWarning: Enable tracemalloc to get the object allocation traceback';
const MARKS = /^[ |]*[~^]+[ ~^]*$/;

/** The lines of stderr that are compared. */
export function essentialLines(stderr) {
  const kept = [];
  let skipDeeperThan = null; // inside a frame: what is indented more belongs to it
  let firstLineOf = false;
  for (const line of masked(stderr).replace(/ created at (?!main\.py)\S+:\d+/g, '').replace(/\n+$/, '').split('\n')) {
    const frame = FRAME.exec(line), warning = WARNING.exec(line);
    const depth = line.search(/[^ |]/);
    if (frame) {
      const ours = frame[2] === 'main.py';
      if (ours) kept.push(line);
      if (frame[3] === undefined) { skipDeeperThan = ours ? null : depth; firstLineOf = false; } // a SyntaxError: its marks count
      else { skipDeeperThan = depth; firstLineOf = ours; }
    } else if (skipDeeperThan !== null && depth > skipDeeperThan) {
      if (firstLineOf && !MARKS.test(line)) kept.push(line);
      firstLineOf = false;
    } else if (warning && warning[1] !== 'main.py') {
      kept.push(warning[2]);
      skipDeeperThan = 0; // the source line below it
      firstLineOf = false;
    } else if (line !== ADVICE) {
      skipDeeperThan = null;
      kept.push(line.replace(/^transport: <.*>$/, 'transport: <...>'));
    }
  }
  return kept.length === 1 && kept[0] === '' ? [] : kept;
}

const firstDifference = (kind, expected, actual) => {
  const at = expected.findIndex((line, i) => line !== actual[i]);
  const i = at < 0 ? expected.length : at;
  return { kind, line: i + 1, expected: expected[i] ?? '(end)', actual: actual[i] ?? '(end)', expectedLines: expected, actualLines: actual };
};

/** null when equal, else {kind: 'stdout'|'stderr'|'exit'|'time'|..., expected, actual, ...}. */
export function difference(expected, actual, { stderr = true } = {}) {
  if (!actual || actual.crash) return { kind: 'crash', expected: '', actual: actual?.stderr ?? '' };
  let [expectedOut, actualOut] = [masked(expected.stdout), masked(actual.stdout)];
  if (expected.deadlock) {
    const upTo = text => Buffer.from(text).subarray(0, expected.deadlock.stdout_bytes).toString();
    [expectedOut, actualOut] = [upTo(expectedOut), upTo(actualOut)];
  }
  if (expectedOut !== actualOut) return firstDifference('stdout', expectedOut.split('\n'), actualOut.split('\n'));
  if (Boolean(expected.limit) !== Boolean(actual.limit)) return { kind: 'limit', expected: Boolean(expected.limit), actual: Boolean(actual.limit) };
  if (Boolean(expected.deadlock) !== Boolean(actual.deadlock)) return { kind: 'deadlock', expected: Boolean(expected.deadlock), actual: Boolean(actual.deadlock) };
  if (expected.deadlock || expected.limit) return null;
  if (expected.exit !== actual.exit) return { kind: 'exit', expected: expected.exit, actual: actual.exit, stderr: actual.stderr };
  if (expected.virtual_seconds !== actual.virtual_seconds) return { kind: 'time', expected: expected.virtual_seconds, actual: actual.virtual_seconds };
  if (stderr) {
    const [expectedErr, actualErr] = [essentialLines(expected.stderr), essentialLines(actual.stderr)];
    if (expectedErr.join('\n') !== actualErr.join('\n')) return firstDifference('stderr', expectedErr, actualErr);
  }
  return null;
}

/** The engine said, before anything ran, what it does not support and where. */
export const isRefusal = record => (record.exit === 1 || record.exit === 2) && record.stdout === ''
  && /not supported|unsupported/i.test(record.stderr) && /line \d+|main\.py:\d+/.test(record.stderr);

/** Both texts line by line, with marks where they differ. */
export function diffText({ expectedLines, actualLines }) {
  const [a, b] = [expectedLines, actualLines];
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i][j] = a[i] === b[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  const out = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) { out.push('   ' + a[i]); i++; j++; }
    else if (i < a.length && (j >= b.length || longest[i + 1][j] >= longest[i][j + 1])) out.push(' - ' + a[i++]);
    else out.push(' + ' + b[j++]);
  }
  return out.join('\n');
}
