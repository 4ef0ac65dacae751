// Splits the engine for the page: first.wasm holds what a first visit runs, rest.wasm everything else, so that a picture of
// a real run stands before most of the engine has been downloaded (web/src/engine/parts.ts puts the two together).
//
// Which functions a first visit runs is measured, not listed: an instrumented engine runs the first example as the page
// does. Whatever else is called before the rest has arrived makes it come, so the choice is about speed only.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, Sentence } from './say.mjs';
import { splitData } from './split-data.mjs';
import { emccOnPath } from './toolchain.mjs';

const engine = join(root, 'dist/engine');
const folder = join(root, '.build/split');

// What the compiler makes use of; wasm-split takes nothing for granted.
const features = ['bulk-memory', 'mutable-globals', 'nontrapping-float-to-int', 'sign-ext'].map((name) => `--enable-${name}`);

/** As the page runs it, or what reads an option would be missing from the first part, and the second be waited for. */
const shown = /SHOWN_RUN = (\{.*\}) as const/.exec(readFileSync(join(root, 'web/src/state/shown-run.ts'), 'utf8'))[1];
const options = { ...JSON.parse(shown.replace(/(\w+):/g, '"$1":').replaceAll("'", '"')), events: true, format: 'rows' };

/** Where Binaryen's wasm-split is: on PATH, or beside an emcc that is (emsdk and Homebrew bring it). */
function wasmSplit() {
  const emcc = emccOnPath()?.folder;
  const places = [...(process.env.PATH ?? '').split(':'), ...(emcc ? [emcc, join(emcc, '../bin'), join(emcc, '../libexec/binaryen/bin')] : [])];
  const found = places.map((place) => join(place, 'wasm-split')).find((file) => existsSync(file));
  if (!found) throw new Sentence('The engine is split for the page with wasm-split, a part of Binaryen: install Binaryen and see that wasm-split is on PATH.');
  return found;
}

/** dist/engine/engine.wasm -> first.wasm and rest.wasm beside it. */
export async function splitEngine() {
  const tool = wasmSplit();
  const whole = join(engine, 'engine.wasm');
  const [instrumented, profile] = ['instrumented.wasm', 'profile'].map((name) => join(folder, name));
  mkdirSync(folder, { recursive: true });
  execFileSync(tool, ['--instrument', '--profile-export=write_profile', ...features, whole, '-o', instrumented]);
  writeFileSync(profile, await profileOf(instrumented));
  const [first, rest] = ['first.wasm', 'rest.wasm'].map((name) => join(engine, name));
  execFileSync(tool, [...features, whole, `--profile=${profile}`, '-o1', first, '-o2', rest]);
  splitData(first, rest, join(root, '.build/wasm/engine.map'));
  rmSync(instrumented);
}

/** The instrumented engine says which functions it has called. */
async function profileOf(wasm) {
  const { default: createModule } = await import(`${pathToFileURL(join(engine, 'engine.mjs'))}?${Date.now()}`);
  let exported;
  const module = await createModule({
    instantiateWasm(imports, done) {
      void WebAssembly.instantiate(readFileSync(wasm), imports).then(({ instance }) => {
        exported = instance.exports;
        done(instance);
      });
      return {};
    },
  });
  module.apWrite = module.apEvents = () => {};
  const texts = [firstExample(), JSON.stringify(options)].map((text) => new TextEncoder().encode(text));
  const at = texts.map(({ length }) => module._malloc(length));
  texts.forEach((bytes, i) => module.HEAPU8.set(bytes, at[i]));
  module._ap_run(...at.flatMap((start, i) => [start, texts[i].length]));
  at.forEach((start) => module._free(start));
  const size = exported.write_profile(0, 0) >>> 0;
  const into = module._malloc(size);
  exported.write_profile(into, size);
  return module.HEAPU8.slice(into, into + size);
}

function firstExample() {
  const list = join(root, 'scenarios/examples/examples.json');
  const { file } = JSON.parse(readFileSync(list, 'utf8')).examples.find(({ first }) => first);
  return readFileSync(join(dirname(list), file), 'utf8');
}
