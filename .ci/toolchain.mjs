// The wasm toolchain: an `emcc` on PATH when it is new enough, else one put together from Debian's packages and npm.
//
// Debian 12's own Emscripten (3.1.6, libc++ 13) has no <coroutine>. The package of the next release is
// architecture-independent and works with Debian 12's clang 19, so it is downloaded with apt (which checks its
// signature) and unpacked into a cache folder, never into the system. It brings its system libraries ready-made, so
// nothing has to be compiled into its cache, and FROZEN_CACHE says so. Only two parts are missing, and npm has both:
// binaryen (wasm-opt and friends, as JavaScript) and acorn.
//
//   node .ci/toolchain.mjs    makes sure it is there and prints the folder that holds em++, emar and emranlib
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { isMain, main, root, run, Sentence } from './say.mjs';

const oldest = [3, 1, 69];
const llvm = '/usr/lib/llvm-19/bin';
const suite = 'trixie';

/** Raised when the recipe below changes: an older toolchain in the cache is then left alone. */
const recipe = 1;

export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'asyncio-playground');
const home = join(cacheFolder, `emscripten-${oldest.join('.')}-${recipe}`);

/** Parts of the package that this project never links: 1.6 GB become 0.2. */
const unneeded = [
  './usr/share/doc', './usr/bin', '*/emscripten/test', '*/emscripten/docs', '*/emscripten/media',
  '*/wasm64-emscripten', '*/wasm32-emscripten/lto*', '*/wasm32-emscripten/thinlto*', '*/wasm32-emscripten/pic',
  '*/wasm32-emscripten/*-mt*', '*/wasm32-emscripten/*-ww*', '*/wasm32-emscripten/*-except*',
  '*/wasm32-emscripten/*asan*', '*/wasm32-emscripten/*ubsan*', '*/wasm32-emscripten/libsanitizer*',
  '*/wasm32-emscripten/liblsan*', '*/wasm32-emscripten/libGL*-emu*',
];

export const isDebian12 = () => {
  try {
    const text = readFileSync('/etc/os-release', 'utf8');
    return /^ID="?debian"?$/m.test(text) && /^VERSION_ID="?12"?$/m.test(text);
  } catch {
    return false;
  }
};

/** The folder of an emcc on PATH that is new enough, or undefined. */
export function emccOnPath() {
  const folder = (process.env.PATH ?? '').split(delimiter).find((f) => f && existsSync(join(f, 'emcc')));
  if (!folder) return undefined;
  try {
    const text = execFileSync(join(folder, 'emcc'), ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const version = /(\d+)\.(\d+)\.(\d+)/.exec(text)?.slice(1).map(Number);
    if (!version) return undefined;
    const difference = version.map((n, i) => n - oldest[i]).find((d) => d !== 0) ?? 0;
    return difference >= 0 ? { folder, version: version.join('.') } : undefined;
  } catch {
    return undefined;
  }
}

/** Makes sure that a toolchain is there; {folder, said}, where folder holds em++, emar and emranlib. */
export async function toolchain() {
  const found = emccOnPath();
  if (found) return { folder: found.folder, said: `emcc ${found.version} from PATH` };
  const folder = join(home, 'bin');
  if (existsSync(folder)) return { folder, said: `emcc ${oldest.join('.')} from the cache` };
  if (!isDebian12()) {
    throw new Sentence(
      `The wasm build needs Emscripten ${oldest.join('.')} or newer: install it (emsdk, Homebrew's emscripten, or ` +
        '`apt-get install emscripten` on Debian 13), see that `emcc` is on PATH, and run this again.');
  }
  await assemble();
  return { folder, said: `emcc ${oldest.join('.')} put together` };
}

async function assemble() {
  if (!existsSync(join(llvm, 'clang++')) || !existsSync(join(llvm, 'wasm-ld'))) {
    throw new Sentence('The wasm build needs clang 19: `apt-get install clang-19 lld-19 llvm-19`.');
  }
  for (const part of ['binaryen', 'acorn']) {
    if (!existsSync(join(root, 'node_modules', part))) throw new Sentence(`node_modules/${part} is missing: run \`npm ci\`.`);
  }
  mkdirSync(cacheFolder, { recursive: true });
  for (const old of readdirSync(cacheFolder)) {  // what an interrupted run left behind
    if (old.startsWith('unfinished-')) rmSync(join(cacheFolder, old), { recursive: true, force: true });
  }
  // Everything is made beside its place and moved there by one rename, so a half-made toolchain is never used.
  const work = mkdtempSync(join(cacheFolder, 'unfinished-'));
  try {
    const emscripten = await unpack(work);
    cpSync(join(root, 'node_modules/acorn'), join(emscripten, 'node_modules/acorn'), { recursive: true });
    cpSync(join(root, 'node_modules/binaryen'), join(work, 'toolchain/binaryen'), { recursive: true });
    writeFileSync(join(work, 'toolchain/config.py'), [
      `LLVM_ROOT = '${llvm}'`,
      `BINARYEN_ROOT = '${home}/binaryen'`,
      `NODE_JS = '${process.execPath}'`,
      `CACHE = '${home}/emscripten/cache'`,
      'FROZEN_CACHE = True',
      '',
    ].join('\n'));
    for (const tool of ['em++', 'emcc', 'emar', 'emranlib']) {
      const file = join(work, 'toolchain/bin', tool);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `#!/bin/sh\nEM_CONFIG='${home}/config.py' exec python3 -E '${home}/emscripten/${tool}.py' "$@"\n`);
      chmodSync(file, 0o755);
    }
    try {
      renameSync(join(work, 'toolchain'), home);
    } catch (error) {
      if (!existsSync(join(home, 'bin'))) throw error;  // else another run was quicker: its toolchain is as good
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Downloads and unpacks the package into work/toolchain/emscripten, which is returned. */
async function unpack(work) {
  const apt = join(work, 'apt');
  for (const folder of ['parts', 'lists/partial', 'cache/archives/partial']) mkdirSync(join(apt, folder), { recursive: true });
  writeFileSync(join(apt, 'parts/next.sources'), [
    'Types: deb',
    `URIs: ${await mirror()}`,
    `Suites: ${suite}`,
    'Components: main',
    'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg',
    '',
  ].join('\n'));
  const options = Object.entries({
    'Dir::Etc::sourcelist': '/dev/null',
    'Dir::Etc::sourceparts': join(apt, 'parts'),
    'Dir::State::Lists': join(apt, 'lists'),
    'Dir::Cache': join(apt, 'cache'),
    'APT::Sandbox::User': 'root',  // the user _apt may not write into this folder
  }).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
  const attempt = async (args, cwd) => {
    const { status, output } = await run('apt-get', [...options, ...args], { cwd, mayFail: true });
    if (status !== 0) {
      process.stderr.write(output);
      throw new Sentence(`Emscripten could not be downloaded from Debian (\`apt-get ${args.join(' ')}\` failed; what it said is above).`);
    }
  };
  await attempt(['update']);
  await attempt(['download', 'emscripten'], apt);
  const archive = readdirSync(apt).find((name) => name.endsWith('.deb'));
  const into = join(work, 'unpacked');
  mkdirSync(into);
  const excludes = unneeded.map((pattern) => `--exclude='${pattern}'`).join(' ');
  await run('bash', ['-o', 'pipefail', '-c', `dpkg --fsys-tarfile "$1" | tar -x -C "$2" ${excludes}`, 'bash', join(apt, archive), into]);
  mkdirSync(join(work, 'toolchain'));
  renameSync(join(into, 'usr/share/emscripten'), join(work, 'toolchain/emscripten'));
  return join(work, 'toolchain/emscripten');
}

/** The address that this machine's own apt takes Debian from. */
async function mirror() {
  const { stdout } = await run('apt-get', ['update', '--print-uris', '-o', 'Dir::State::Lists=/nonexistent'], { mayFail: true });
  const address = /^'([^']+)\/dists\/bookworm\/InRelease'/m.exec(stdout)?.[1];
  if (!address) throw new Sentence("apt's sources do not name Debian's suite bookworm, so Emscripten cannot be downloaded: put an emcc on PATH.");
  return address;
}

if (isMain(import.meta)) await main(async () => console.log((await toolchain()).folder));
