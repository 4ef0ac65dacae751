// Share links, which strangers make: any text is a link. TypeScript, so no target of libFuzzer but one that is like it: seeds
// are changed as text, as deflated bytes and as JSON, and what answers in a new way becomes a seed.
//   node tests/fuzz/targets/share.mjs SEEDS --seconds 20 [--seed N] [--artifact FILE]
// A defect is an answer that is neither a small plain state nor one of the three sentences, or that takes 100 ms of the processor.
import { transformSync } from 'esbuild';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { isMain, root } from '../../../.ci/say.mjs';
import { Rng } from '../diff/rng.mjs';

const source = readFileSync(join(root, 'web/src/state/share.ts'), 'utf8');
const { pack, unpack } = await import(`data:text/javascript,${encodeURIComponent(transformSync(source, { loader: 'ts', format: 'esm' }).code)}`);

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=% <>\u00e9\ud800';
const atoms = ['null', 'true', '-1', '1e999', '9007199254740993', '0.5', '"\\ud800"', '"<img src=x onerror=alert(1)>"', '[]', '{}', '[1]', '["a","b"]', '"time"', '"step"', '{"__proto__":{"polluted":1}}', '"' + 'x'.repeat(1000) + '"'];
const names = ['source', 'seed', 'input', 'step', 'task', 'axis', 'options', 'limits', 'network', '__proto__', 'constructor', 'toString', ''];

const inside = (link) => {
  try {
    return inflateRawSync(Buffer.from(link, 'base64url'), { maxOutputLength: 100_000 });
  } catch {
    return undefined;
  }
};

function spoil(items, rng, any) {
  for (let k = rng.below(4); k >= 0; k--) {
    const at = rng.below(items.length + 1);
    const kind = rng.below(5);
    if (kind === 0) items[Math.min(at, items.length - 1)] = any();
    else if (kind === 1) items.splice(at, rng.below(20));
    else if (kind === 2) items.splice(at, 0, ...items.slice(rng.below(items.length + 1), rng.below(items.length + 1)));
    else if (kind === 3) items.splice(at, 0, any());
    else items.length = at;
  }
  return items;
}

/** A link made of a seed. */
export function mutate(link, rng) {
  const how = rng.below(10);
  if (how < 4) return spoil([...link], rng, () => alphabet[rng.below(alphabet.length)]).join('');
  if (how < 6) return Buffer.from(spoil([...Buffer.from(link, 'base64url')], rng, () => rng.below(256))).toString('base64url');
  if (how < 8) {
    const text = inside(link) ?? Buffer.from('{}');
    return deflateRawSync(Buffer.from(spoil([...text.subarray(0, 5000)], rng, () => rng.below(256)))).toString('base64url');
  }
  if (how === 8) return deflateRawSync(`{${Array.from({ length: rng.below(6) }, () => `${JSON.stringify(rng.pick(names))}:${rng.pick(atoms)}`).join(',')}}`).toString('base64url');
  return rng.chance(0.02) ? deflateRawSync(Buffer.alloc(rng.below(30_000_000))).toString('base64url') : deflateRawSync('['.repeat(rng.below(100_000))).toString('base64url');
}

/** What came of a link: a word for the kind of answer. Throws where it is a defect. */
export async function judge(link) {
  let state;
  try {
    state = await unpack(link);
  } catch (error) {
    const [, what] = /^This link (is damaged|holds no program|is too long to be one)/.exec(error.message) ?? [];
    if (!what || !(error instanceof Error)) throw new Error(`this is no sentence for people: ${error.message}`);
    return what;
  }
  const { source, options, step, task, axis, ...more } = state;
  const { seed, input } = options ?? {};
  const natural = (n) => n === undefined || (Number.isSafeInteger(n) && n >= 0);
  const right = typeof source === 'string' && [seed, step, task].every(natural) && (input === undefined || (Array.isArray(input) && input.every((line) => typeof line === 'string')))
    && ['time', 'step', undefined].includes(axis) && Object.keys(more).length === 0 && source.length <= 300_000;
  if (!right) throw new Error(`this is no small plain state: ${JSON.stringify(state).slice(0, 200)}`);
  if ({}.polluted !== undefined) throw new Error('the prototype of all objects was changed');
  if (JSON.stringify(await unpack(await pack(state))) !== JSON.stringify(state)) throw new Error('it is not what it was when it is shared again');
  return `${Object.keys(state).filter((name) => state[name] !== undefined)}`;
}

async function fuzz(folder, seconds, seed, artifact) {
  const rng = new Rng(seed);
  const corpus = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8').trim());
  const kinds = new Set();
  let executions = 0;
  for (const end = performance.now() + seconds * 1000; performance.now() < end; executions++) {
    const link = executions < corpus.length ? corpus[executions] : mutate(rng.pick(corpus), rng);
    const began = process.cpuUsage();
    try {
      const kind = await judge(link);
      if (!kinds.has(kind)) {
        kinds.add(kind);
        corpus.push(link);
      }
      const { user, system } = process.cpuUsage(began);
      if (user + system > 100_000) {
        // The first time may have compiled something, or collected garbage of others.
        const second = process.cpuUsage();
        await judge(link);
        const { user: u, system: s } = process.cpuUsage(second);
        if (u + s > 100_000) throw new Error(`it took ${((u + s) / 1000).toFixed(0)} ms`);
      }
    } catch (error) {
      writeFileSync(artifact, link);
      console.error(`ERROR: ${error.message}\nTest unit written to ${artifact}`);
      process.exitCode = 1;
      break;
    }
  }
  console.error(`cov: ${kinds.size}\nstat::number_of_executed_units: ${executions}`);
}

if (isMain(import.meta)) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { seconds: { type: 'string' }, seed: { type: 'string' }, artifact: { type: 'string' } } });
  await fuzz(positionals[0], Number(values.seconds ?? 20), Number(values.seed ?? 1), values.artifact ?? 'share-broken');
}
