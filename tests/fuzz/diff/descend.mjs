// From a failing thing to ever smaller ones that fail too, a batch of candidates at a time: both sides run several programs at once.

export const BATCH = 16;

/** `smaller(thing)` yields the candidates, the boldest first; `fails(candidates)` resolves to booleans.  At most about `limit` are tried. */
export async function descend(thing, smaller, fails, limit) {
  let spent = 0;
  for (let progress = true; progress && spent < limit;) {
    progress = false;
    let batch = [];
    const tryBatch = async () => {
      if (!batch.length) return false;
      spent += batch.length;
      const hit = (await fails(batch)).indexOf(true);
      if (hit >= 0) { thing = batch[hit]; progress = true; }
      batch = [];
      return hit >= 0;
    };
    for (const candidate of smaller(thing)) {
      batch.push(candidate);
      if (batch.length === BATCH && await tryBatch()) break;
    }
    if (!progress) await tryBatch();
  }
  return thing;
}
