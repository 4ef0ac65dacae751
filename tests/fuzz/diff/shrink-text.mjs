// Makes a failing program smaller by its text alone: whole statements with what is indented below them, then a block's head alone.

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

const BATCH = 16;

/** `fails(texts)` resolves to an array of booleans.  Resolves to the smallest text found. */
export async function shrinkText(text, fails, { limit = 4000 } = {}) {
  let lines = text.trimEnd().split('\n');
  let spent = 0;
  const join = list => list.join('\n') + '\n';
  for (let progress = true; progress && spent < limit;) {
    progress = false;
    let batch = [];
    const tryBatch = async () => {
      if (!batch.length) return false;
      spent += batch.length;
      const hit = (await fails(batch.map(join))).indexOf(true);
      if (hit >= 0) { lines = batch[hit]; progress = true; }
      batch = [];
      return hit >= 0;
    };
    for (const candidate of smaller(lines)) {
      batch.push(candidate);
      if (batch.length === BATCH && await tryBatch()) break;
    }
    if (!progress) await tryBatch();
  }
  return join(lines);
}
