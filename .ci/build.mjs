// Builds the parts of the project; a part whose inputs did not change costs next to nothing.
//   node .ci/build.mjs [PART ...]     default: wasm node page single, what an installed package holds
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip } from 'node:zlib';
import { writePack } from '../engine/bindings/python/pack.mjs';
import { install } from './install.mjs';
import { splitEngine } from './split.mjs';
import { isMain, main, root, run, Sentence, stage } from './say.mjs';

/** name of the part: what builds it. */
const parts = {
  native: () => cmake('native'),
  asan: () => cmake('asan'),
  coverage: () => cmake('coverage', ['ap', 'ap_unit', 'ap_stdlib', 'ap_allocation']),
  wasm,
  node,
  page,
  single,
};

export async function build(...names) {
  for (const name of names) {
    if (!(name in parts)) throw new Sentence(`There is no part "${name}"; the parts are ${Object.keys(parts).join(', ')}.`);
    await stage(`build: ${name}`, parts[name]);
  }
}

// --- C++ ----------------------------------------------------------------------------------------------------------

async function cmake(preset, targets = []) {
  const folder = join(root, '.build', preset);
  if (!usable(folder)) {
    rmSync(folder, { recursive: true, force: true });
    await run('cmake', ['--preset', preset]);
  }
  const jobs = String(availableParallelism());
  const { output } = await run('cmake', ['--build', '--preset', preset, '-j', jobs, ...targets.flatMap((name) => ['--target', name])]);
  process.stdout.write(output.split('\n').filter((line) => /\bwarning: /.test(line)).map((line) => line + '\n').join(''));
  const compiled = output.match(/Building CXX/g)?.length ?? 0;
  return compiled > 0 ? `${compiled} compiled` : 'up to date';
}

/** dist/engine: the engine, the modules in Python, and the engine in two parts for the page. */
async function wasm() {
  await cmake('wasm');
  writePack(join(root, 'dist/engine/stdlib.pack'));
  const files = ['engine', 'first', 'rest'].map((name) => join(root, `dist/engine/${name}.wasm`));
  const inputs = fingerprint([files[0], 'scenarios/examples', '.ci/split.mjs', '.ci/split-data.mjs']);
  if (!stamped('split', inputs) || !files.every((file) => existsSync(file))) {
    await splitEngine();
    stamp('split', inputs);
  }
  return size();
}

/** Is there a configured build folder, made for this very checkout and with a toolchain that is still there? */
function usable(folder) {
  if (!existsSync(join(folder, 'build.ninja'))) return false;
  const cache = readFileSync(join(folder, 'CMakeCache.txt'), 'utf8');
  const value = (name) => new RegExp(`^${name}:\\w+=(.*)$`, 'm').exec(cache)?.[1];
  const toolchain = value('AP_EMSCRIPTEN');
  return value('CMAKE_HOME_DIRECTORY') === root && (toolchain === undefined || existsSync(toolchain));
}

/** The downloads' sizes as the stage says them. */
function size() {
  const [first, whole] = ['first', 'engine'].map((name) => (engineDownload(name) / 1000).toFixed(0));
  return `${first} KB brotli to begin with, ${whole} KB whole`;
}

/**
 * Bytes after brotli, as a server sends them, of the glue and a wasm: `first` is what the page needs for its first picture,
 * `engine` the whole in one file. Undefined when they are not built.
 */
export function engineDownload(name) {
  const files = ['engine.mjs', `${name}.wasm`].map((file) => join(root, 'dist/engine', file));
  if (!files.every((file) => existsSync(file))) return undefined;
  const print = fingerprint(files);
  const known = join(root, `.build/stamps/size-${name}`);
  if (existsSync(known)) {  // brotli takes a second
    const [was, bytes] = readFileSync(known, 'utf8').split(' ');
    if (was === print) return Number(bytes);
  }
  const bytes = files.map((file) => brotliCompressSync(readFileSync(file)).length).reduce((a, b) => a + b);
  stamp(`size-${name}`, `${print} ${bytes}`);
  return bytes;
}

// --- the package: the library and the command for node, the library for browsers ---------------------------------------

const entries = { node: ['cli', 'index', 'worker'], browser: ['index', 'worker'] };

async function node() {
  if (!existsSync(join(root, 'web/node/cli.ts'))) return 'no sources yet';
  link();
  const inputs = fingerprint(['web', 'scenarios', 'package.json', 'package-lock.json', '.ci/build.mjs']);
  const outputs = Object.entries(entries).flatMap(([folder, names]) => names.map((name) => join(root, 'dist', folder, `${name}.mjs`)));
  if (stamped('node', inputs) && outputs.every((file) => existsSync(file))) return 'up to date';
  const esbuild = await import('esbuild');
  for (const [folder, names] of Object.entries(entries)) {
    await esbuild.build({
      entryPoints: names.map((name) => join(root, 'web', folder, `${name}.ts`)),
      outdir: join(root, 'dist', folder),
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      chunkNames: 'chunk-[hash]',
      format: 'esm',
      platform: folder,
      target: 'es2022',
      legalComments: 'none',
      plugins: [engineBeside],
      logLevel: 'warning',
    }).catch((error) => { throw new Sentence(error.message.split('\n')[0]); });
  }
  for (const file of outputs) chmodSync(file, 0o755);
  // The course travels with the command.
  rmSync(join(root, 'dist/scenarios'), { recursive: true, force: true });
  cpSync(join(root, 'scenarios'), join(root, 'dist/scenarios'), { recursive: true });
  await declarations();
  stamp('node', inputs);
  return 'bundled';
}

/** The engine's glue stays a file of its own, beside its wasm. */
const engineBeside = {
  name: 'engine-beside',
  setup(build) {
    build.onResolve({ filter: /^#engine$/ }, () => ({ path: '../engine/engine.mjs', external: true }));
  },
};

/** dist/types: what TypeScript knows of the package. */
async function declarations() {
  await run('node', ['node_modules/typescript/bin/tsc', '-p', 'web/package/tsconfig.json']);
}

// npx looks for a package's own command among the links of node_modules, and npm makes none for the root package.
function link() {
  const file = join(root, 'node_modules/.bin/asyncio-playground');
  const target = '../../dist/node/cli.mjs';
  if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() && readlinkSync(file) === target) return;
  rmSync(file, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  symlinkSync(target, file);
}

// --- the page -----------------------------------------------------------------------------------------------------

async function page() {
  if (!existsSync(join(root, 'web/index.html'))) return 'no sources yet';
  const inputs = fingerprint(['web', 'scenarios', 'dist/engine', 'package.json', 'package-lock.json', '.ci/build.mjs']);
  if (stamped('page', inputs) && existsSync(join(root, 'dist/web/index.html'))) return 'up to date';
  const { output } = await run('node', ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn']);
  process.stdout.write(output);
  await compressed(join(root, 'dist/web'));
  stamp('page', inputs);
  return 'bundled';
}

/** The page as one file, for handing out: dist/single/asyncio-playground.html. */
async function single() {
  const inputs = fingerprint(['web', 'scenarios', 'dist/engine', 'package.json', 'package-lock.json', '.ci/build.mjs']);
  if (stamped('single', inputs) && existsSync(join(root, 'dist/single/asyncio-playground.html'))) return 'up to date';
  const { output } = await run('node', ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.single.config.ts', '--logLevel', 'warn']);
  process.stdout.write(output);
  stamp('single', inputs);
  return 'bundled';
}

/** Beside each file that compresses well its .br and .gz, for hosts that send them (web/docs/hosting.md). */
async function compressed(folder) {
  const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, name))
    .filter((file) => /\.(html|js|mjs|css|wasm|json|svg|pack|map|txt|py)$/.test(file) && statSync(file).size > 1000);
  await Promise.all(files.map(async (file) => {
    const bytes = readFileSync(file);
    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
      promisify(gzip)(bytes, { level: 9 }),
    ]);
    if (br.length < bytes.length) writeFileSync(`${file}.br`, br);
    if (gz.length < bytes.length) writeFileSync(`${file}.gz`, gz);
  }));
}

// --- is it up to date? ----------------------------------------------------------------------------------------------

/** One value for the state of all files under these paths: names, sizes and times of change. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) if (name !== 'node_modules') visit(join(path, name));
    } else {
      hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
    }
  };
  for (const path of paths) visit(join(path.startsWith('/') ? '' : root, path));
  return hash.digest('hex');
}

const stampFile = (name) => join(root, '.build/stamps', name);
const stamped = (name, value) => existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === value;

function stamp(name, value) {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), value);
}

if (isMain(import.meta)) {
  await main(async () => {
    const names = process.argv.slice(2);
    await install(['native', 'asan', 'coverage'].some((name) => names.includes(name)) ? 'test' : 'start');
    await build(...(names.length > 0 ? names : ['wasm', 'node', 'page', 'single']));
  });
}
