// The engine in two parts does what the whole one does, whenever the second part comes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test, vi } from 'vitest';
import { engineInParts, giveModules } from '../../../web/src/engine/parts.ts';
import type { EngineModule, RunResult } from '../../../web/src/engine/protocol.ts';
import { SHOWN_RUN } from '../../../web/src/state/shown-run.ts';

const root = join(import.meta.dirname, '../../..');
const engine = (name: string) => join(root, 'dist/engine', name);
const scenarios = join(root, 'scenarios/examples');
const { examples } = JSON.parse(readFileSync(join(scenarios, 'examples.json'), 'utf8')) as { examples: { file: string; first?: boolean }[] };
const firstExample = readFileSync(join(scenarios, examples.find(({ first }) => first)!.file), 'utf8');

type Create = (settings: Record<string, unknown>) => Promise<EngineModule>;
let create: Create, first: WebAssembly.Module, whole: WebAssembly.Module;
const fetched: string[] = [];

beforeAll(async () => {
  create = ((await import(/* @vite-ignore */ pathToFileURL(engine('engine.mjs')).href)) as { default: Create }).default;
  [first, whole] = await Promise.all(['first.wasm', 'engine.wasm'].map((name) => WebAssembly.compile(readFileSync(engine(name))))) as [WebAssembly.Module, WebAssembly.Module];
  // What a worker does when it cannot go on without the rest.
  vi.stubGlobal('XMLHttpRequest', class {
    status = 200;
    response!: ArrayBuffer;
    private name = '';
    open(_: string, address: string) { this.name = address; }
    send() {
      fetched.push(this.name);
      this.response = new Uint8Array(readFileSync(engine(this.name))).buffer;
    }
  });
});

const inParts = () => engineInParts(create, first, { rest: 'rest.wasm', modules: 'stdlib.pack' }).engine;

async function inOnePiece(): Promise<EngineModule> {
  const module = await create({
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
      void WebAssembly.instantiate(whole, imports).then(done);
      return {};
    },
  });
  giveModules(module, readFileSync(engine('stdlib.pack')));
  return module;
}

function run(module: EngineModule, source: string, options: object) {
  const printed = ['', '', '', ''];
  let words = 0;
  module.apWrite = (stream, bytes) => void (printed[stream] += Buffer.from(bytes).toString('latin1'));
  module.apEvents = (view) => void (words += view.length);
  const texts = [source, JSON.stringify(options)].map((text) => Buffer.from(text));
  const at = texts.map(({ length }) => module._malloc(length));
  texts.forEach((bytes, i) => module.HEAPU8.set(bytes, at[i]));
  const answer = module._ap_run(...at.flatMap((start, i) => [start, texts[i]!.length]));
  const result = JSON.parse(Buffer.from(module.HEAPU8.slice(answer, module.HEAPU8.indexOf(0, answer))).toString()) as RunResult;
  return { printed, words, result };
}

test('what a first visit runs needs the first part only', async () => {
  fetched.length = 0;
  const options = { ...SHOWN_RUN, events: true, format: 'rows' };
  const shown = run(await inParts(), firstExample, options);
  expect(fetched).toEqual([]);
  expect(shown).toEqual(run(await inOnePiece(), firstExample, options));
  expect(shown.words).toBeGreaterThan(1000);
});

test('a program that wants the rest at once gets it, and prints what it always prints', { timeout: 120_000 }, async () => {
  const folder = join(root, 'tests/conformance/programs');
  const every = Number(process.env['AP_EVERY'] ?? 12);
  const programs = readdirSync(folder, { recursive: true }).map(String).filter((name) => name.endsWith('.py')).sort().filter((_, i) => i % every === 0);
  expect(programs.length).toBeGreaterThan(80);
  const options = { limits: { steps: 2_000_000, loop_iterations: 2000 } };
  const engineInOnePiece = await inOnePiece();
  fetched.length = 0;
  for (const name of programs) {
    const source = readFileSync(join(folder, name), 'utf8');
    expect(run(await inParts(), source, options), name).toEqual(run(engineInOnePiece, source, options));
  }
  expect(fetched.filter((name) => name === 'rest.wasm').length).toBeGreaterThan(programs.length / 2);
});
