// The Chrome trace against the trace-event format (as ui.perfetto.dev and chrome://tracing read it), over all programs of the
// course and a sample of the others: phases and their fields, slices that nest, flows that have both ends, time.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { programs, root } from './programs.mjs';

const ap = `${root}/.build/${process.env.AP_BUILD ?? 'native'}/ap`;

function exported(file, format) {
  const options = JSON.stringify({ format, limits: { steps: 2_000_000, loop_iterations: 5000 } });
  try {
    return execFileSync(ap, ['run', file, '--options', options], { cwd: root, maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] }).toString();
  } catch (error) {
    return error.stdout.toString(); // the program's own exit status
  }
}

const sample = programs.filter((file, i) => file.startsWith('scenarios/') ? i % 4 === 0 : i % 25 === 0);

const course = programs.filter((file, i) => file.startsWith('scenarios/') || i % 25 === 0);

test('a sample of programs', () => assert.ok(sample.length > 60, String(sample.length)));

for (const file of course) {
  test(`chrome: ${file}`, () => {
    const { traceEvents, displayTimeUnit } = JSON.parse(exported(file, 'chrome'));
    assert.equal(displayTimeUnit, 'ms');
    const named = new Set();
    const open = new Map(); // track -> names of slices that are open
    const started = new Map(); // id of a flow -> when
    let ts = 0;
    for (const e of traceEvents) {
      const shown = JSON.stringify(e);
      assert.ok(['M', 'B', 'E', 'i', 'C', 's', 'f'].includes(e.ph), shown);
      assert.equal(typeof e.name, 'string', shown);
      for (const field of ['pid', 'tid', 'ts']) assert.ok(Number.isSafeInteger(e[field]) && e[field] >= 0, shown);
      if (e.ph === 'M') {
        assert.ok(['process_name', 'thread_name', 'thread_sort_index'].includes(e.name), shown);
        if (e.name === 'thread_name') named.add(e.tid);
        continue;
      }
      assert.ok(e.ts >= ts, `${shown} goes back in time`);
      ts = e.ts;
      assert.ok(named.has(e.tid), `${shown} is on a track without a name`);
      const slices = open.get(e.tid) ?? [];
      open.set(e.tid, slices);
      if (e.ph === 'B') slices.push(e.name);
      if (e.ph === 'E') assert.notEqual(slices.pop(), undefined, `${shown} ends nothing`);
      if (e.ph === 'i') assert.ok(['t', 'p', 'g'].includes(e.s), shown);
      if (e.ph === 'C') for (const value of Object.values(e.args)) assert.equal(typeof value, 'number', shown);
      if (e.ph === 's') {
        assert.ok(!started.has(e.id), `${shown} begins twice`);
        assert.ok(slices.length > 0, `${shown} begins in no slice`);
        started.set(e.id, e.ts);
      }
      if (e.ph === 'f') {
        assert.equal(e.bp, 'e', shown);
        assert.ok(started.get(e.id) <= e.ts, `${shown} has no beginning`);
        assert.ok(slices.length > 0, `${shown} ends in no slice`);
      }
    }
    for (const [tid, slices] of open) assert.deepEqual(slices, [], `track ${tid} has open slices at the end`);
  });
}

for (const file of sample) {
  // The grammars as Mermaid 11 accepts them, line by line; text may hold anything but what ends it.
  test(`mermaid: ${file}`, () => {
    const text = String.raw`(?:[^#;%<>\n]|#\w+;)+`;
    const who = String.raw`(?:L|T\d+)`;
    const sequence = new RegExp(`^  (?:participant ${who} as ${text}|${who}(?:->>|-->>|-x)${who}: ${text}|Note over ${who}(?:,${who})?: ${text}|(?:de)?activate ${who})$`);
    const lines = exported(file, 'mermaid-sequence').trimEnd().split('\n');
    assert.equal(lines.shift(), 'sequenceDiagram');
    const active = new Map();
    for (const line of lines) {
      assert.match(line, sequence);
      const [, off, name] = /^ {2}(de)?activate (\w+)$/.exec(line) ?? [];
      if (name) active.set(name, (active.get(name) ?? 0) + (off ? -1 : 1));
      if (off) assert.ok(active.get(name) >= 0, `${line}: it is not active`); // Mermaid refuses the whole diagram
    }
    const chart = exported(file, 'mermaid-gantt').trimEnd().split('\n');
    assert.equal(chart.shift(), 'gantt');
    const task = /^  [^:#;\n]+ :(?:(?:crit|active|done|milestone), )*\d+, (?:\d+|0ms)$/;
    for (const line of chart) assert.match(line, /^  (?:title [^:#;\n]+|dateFormat x|axisFormat %s(?:\.%L)?|tickInterval [1-9]\d*millisecond|section [^:#;\n]+|%% .*)$/.test(line) ? /./ : task);
  });

  test(`svg: ${file}`, () => {
    const svg = exported(file, 'svg');
    assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    // Elements nest and close; nothing of the program's text is markup.
    const open = [];
    for (const [, close, name, rest] of svg.replace(/<style>[\s\S]*?<\/style>/, '').matchAll(/<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^>"])*)>/gi)) {
      if (close) assert.equal(open.pop(), name);
      else if (!rest.endsWith('/')) open.push(name);
      assert.ok(['svg', 'title', 'desc', 'g', 'rect', 'text', 'path', 'line', 'circle', 'polygon', 'defs', 'pattern', 'marker', 'tspan'].includes(name), name);
    }
    assert.deepEqual(open, []);
  });
}
