// Makes a failing program smaller by its text alone: whole statements with what is indented below them, then a block's head alone.
import { descend } from './descend.mjs';

const indent = line => line.length - line.trimStart().length;

/** The end of the statement at `at`: what is indented deeper, and `except`, `finally`, `else` that belong to a `try`. */
function endOf(lines, at, whole) {
  let end = at + 1;
  const deeper = () => { while (end < lines.length && (!lines[end].trim() || indent(lines[end]) > indent(lines[at]))) end++; };
  deeper();
  while (whole && end < lines.length && indent(lines[end]) === indent(lines[at]) && /^\s*(except|finally|else|elif)\b/.test(lines[end])) { end++; deeper(); }
  return end;
}

function* smaller(lines) {
  for (let size = lines.length >> 1; size > 3; size >>= 1) {
    for (let at = 0; at < lines.length; at += size) if (indent(lines[at] || ' ') === 0) yield [...lines.slice(0, at), ...lines.slice(at + size)];
  }
  for (let at = 0; at < lines.length; at++) {
    if (!lines[at].trim()) { yield [...lines.slice(0, at), ...lines.slice(at + 1)]; continue; }
    const whole = endOf(lines, at, true), own = endOf(lines, at, false);
    yield [...lines.slice(0, at), ...lines.slice(whole)];
    if (own !== whole) yield [...lines.slice(0, at), ...lines.slice(own)];
    if (own > at + 1) yield [...lines.slice(0, at), ...lines.slice(at + 1, own).map(line => line.slice(4)), ...lines.slice(whole)];
    if (own > at + 1 && own - at > 2) yield [...lines.slice(0, at + 1), ' '.repeat(indent(lines[at]) + 4) + 'pass', ...lines.slice(own)];
  }
}

/** `fails(texts)` resolves to an array of booleans.  Resolves to the smallest text found. */
export async function shrinkText(text, fails, { limit = 4000 } = {}) {
  const join = lines => lines.join('\n') + '\n';
  return join(await descend(text.trimEnd().split('\n'), smaller, candidates => fails(candidates.map(join)), limit));
}
