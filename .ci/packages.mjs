// The system's packages that a build or a test needs: installed with apt-get where that is possible, else named.
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from './browser.mjs';
import { run, Sentence } from './say.mjs';
import { emccOnPath } from './toolchain.mjs';

// What a build of the page and the wasm engine needs, and what the tests need besides.
const forStart = ['ca-certificates', 'cmake', 'ninja-build', 'ccache', 'nlohmann-json3-dev', 'binaryen'];
const forWasm = ['clang-19', 'lld-19', 'llvm-19', 'python3'];
const forTest = ['clang-19', 'lld-19', 'llvm-19', 'libclang-rt-19-dev', 'doctest-dev', 'valgrind', 'chromium', 'fonts-dejavu-core'];

const isDebian = () => {
  try {
    return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
};

export const onPath = (name) => (process.env.PATH ?? '').split(delimiter).some((folder) => folder && existsSync(join(folder, name)));

/** Sees to the packages for `start` or for `test`; resolves to what the stage says. */
export async function packages(goal) {
  return isDebian() ? debian(goal) : elsewhere(goal);
}

async function debian(goal) {
  const wanted = [...forStart, ...(emccOnPath() ? [] : forWasm), ...(goal === 'test' ? forTest : [])];
  const missing = await notInstalled([...new Set(wanted)]);
  if (missing.length === 0) return 'nothing missing';
  const command = `apt-get install --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid() !== 0) throw new Sentence(`Packages are missing; as root, type: apt-get update && ${command}`);
  console.log(`installing ${missing.join(' ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  const updated = await run('apt-get', [...wait, 'update'], { env, mayFail: true });
  const installed = await run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...missing], { env, mayFail: true });
  if (installed.status !== 0) {
    process.stderr.write(updated.output + installed.output);
    throw new Sentence(`Debian's packages could not be installed; what apt-get said is above. The command was: ${command}`);
  }
  return `${missing.length} installed`;
}

async function notInstalled(wanted) {
  const { stdout } = await run('dpkg-query', ['-W', '-f', '${db:Status-Abbrev}${Package}\\n', ...wanted], { mayFail: true });
  const installed = new Set(stdout.split('\n').filter((line) => line.startsWith('ii ')).map((line) => line.slice(3).trim()));
  return wanted.filter((name) => !installed.has(name));
}

async function elsewhere(goal) {
  const missing = [];
  if (!onPath('cmake')) missing.push('CMake 3.25 or newer');
  if (!onPath('ninja')) missing.push('Ninja');
  if (goal === 'test' && !['clang++-19', 'clang++', 'g++'].some(onPath)) missing.push('a C++23 compiler (clang 19 is the one tested)');
  if (goal === 'test' && !chromium()) missing.push('Chromium or Chrome');
  if (missing.length > 0) {
    throw new Sentence(`This is not Debian, so please install with your system's package manager, and run this again: ${missing.join(', ')}.`);
  }
  return 'nothing missing';
}
