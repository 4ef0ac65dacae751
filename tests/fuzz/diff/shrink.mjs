// Makes a failing program smaller: first on its tree, then line by line.
import { node, walk } from './tree.mjs';
import { BATCH, descend } from './descend.mjs';
import { renderProgram } from './program.mjs';

const copy = tree => structuredClone(tree);

/** Every tree that is one step smaller, the boldest steps first. */
function* smaller(tree) {
  if (tree.mains.length > 1) {
    for (let i = 0; i < tree.mains.length; i++) { const t = copy(tree); t.mains = [{ ...t.mains[i], name: 'main' }]; t.how = 'run'; yield t; }
  }
  for (let i = 0; i < tree.functions.length; i++) { const t = copy(tree); t.functions.splice(i, 1); yield t; }
  if (tree.how !== 'run' && tree.mains.length === 1) yield { ...copy(tree), how: 'run' };
  for (const flag of ['handler', 'shared']) {
    if (tree.declared[flag]) { const t = copy(tree); t.declared[flag] = false; yield t; }
  }
  for (let i = 0; i < tree.mains.length; i++) {
    for (const [key, value] of [['ends', null], ['watchdog', null], ['caught', false]]) {
      if (tree.mains[i][key]) { const t = copy(tree); t.mains[i][key] = value; yield t; }
    }
  }
  // whole stretches of statements
  const bodies = t => [...t.mains, ...t.functions].map(f => f.body);
  for (let b = 0; b < bodies(tree).length; b++) {
    const length = bodies(tree)[b].length;
    for (let size = length >> 1; size > 1; size >>= 1) {
      for (let at = 0; at < length; at += size) { const t = copy(tree); bodies(t)[b].splice(at, size); yield t; }
    }
  }
  // node by node, found again in the copy by its number
  let total = 0;
  walk(tree, () => total++);
  const edit = (number, change) => {
    const t = copy(tree);
    let n = 0, done = false;
    walk(t, (list, i) => { if (n++ === number && !done) { done = true; change(list, i); } });
    return t;
  };
  const at = [];
  walk(tree, (list, i) => at.push({ node: list[i], awaitable: !isStatement(list, tree), length: list.length }));
  for (let number = 0; number < total; number++) {
    const here = at[number];
    const { node: n, awaitable } = here;
    if (!awaitable || here.length > 1) yield edit(number, (list, i) => list.splice(i, 1));
    if (!awaitable) {
      for (const key of Object.keys(n.b)) if (n.b[key].length) yield edit(number, (list, i) => list.splice(i, 1, ...list[i].b[key]));
    } else {
      if (n.k !== 'sleep' || n.p.d !== '0') yield edit(number, (list, i) => { list[i] = node('sleep', { d: '0', result: null }); });
      if (n.k !== 'sleep' && n.a.length) yield edit(number, (list, i) => { list[i] = list[i].a[0]; });
    }
    for (const [key, value] of Object.entries(n.p)) {
      if (value === null || value === false) continue;
      if (key === 'd' || key === 'enter' || key === 'leave') {
        for (const simple of ['0', '1']) if (typeof value === 'string' && value !== simple && value !== '0') yield edit(number, (list, i) => { list[i].p[key] = simple; });
      } else if (['guard', 'm', 'result', 'mode', 't', 're', 'star', 'caught', 'swallow', 'act', 'cancel', 'close', 'at', 'chained', 'eager', 'name', 'async'].includes(key) && !(key === 't' && typeof value === 'string' && value.startsWith('k'))
        && !(key === 'act' && n.k.startsWith('call'))) {
        yield edit(number, (list, i) => { list[i].p[key] = null; });
      } else if (key === 'kinds' && value.length > 1) {
        yield edit(number, (list, i) => { list[i].p.kinds.pop(); });
      } else if (key === 'n' && value > 1) {
        yield edit(number, (list, i) => { list[i].p.n = 1; });
      }
    }
  }
}

function isStatement(list, tree) {
  // a list of awaitables is the `a` of some node; all other lists are blocks
  let found = false;
  const look = nodes => { for (const n of nodes) { if (n.a === list) found = true; look(n.a); Object.values(n.b).forEach(look); } };
  for (const f of [...tree.functions, ...tree.mains]) look(f.body);
  return !found;
}

/** `fails(texts)` resolves to an array of booleans.  Resolves to the smallest text found. */
export async function shrink(tree, fails, { limit = 3000 } = {}) {
  function* different(from) {
    const text = renderProgram(from);
    for (const candidate of smaller(from)) if (renderProgram(candidate) !== text) yield candidate;
  }
  const small = await descend(tree, different, candidates => fails(candidates.map(renderProgram)), limit);
  return shrinkLines(renderProgram(small), fails, limit);
}

async function shrinkLines(text, fails, limit) {
  let lines = text.trimEnd().split('\n');
  const join = list => list.join('\n') + '\n';
  let spent = 0;
  for (let size = Math.max(1, lines.length >> 2); size >= 1; size = size === 1 ? 0 : size >> 1) {
    for (let at = 0; at < lines.length && spent < limit;) {
      const candidates = [];
      for (let k = 0; k < BATCH && at + k * size < lines.length; k++) {
        candidates.push(lines.filter((_, i) => i < at + k * size || i >= at + (k + 1) * size));
      }
      spent += candidates.length;
      const verdicts = await fails(candidates.map(join));
      const hit = verdicts.indexOf(true);
      if (hit >= 0) { lines = candidates[hit]; at += hit * size; } else at += candidates.length * size;
    }
  }
  return join(lines);
}
