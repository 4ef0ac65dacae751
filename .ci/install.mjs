// Makes sure that what a build or a test needs is there: Debian's packages, npm's packages, the wasm toolchain.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packages } from './packages.mjs';
import { root, run, Sentence, stage } from './say.mjs';
import { toolchain } from './toolchain.mjs';

/** goal: 'start' or 'test'. */
export async function install(goal) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {  // Vite's floor; what is built runs on any Node 20
    throw new Sentence(`Building needs Node 20.19 or newer, and this is Node ${process.versions.node}.`);
  }
  await stage('system packages', () => packages(goal));
  await stage('npm packages', npmPackages);
  await stage('wasm toolchain', async () => (await toolchain()).said);
}

// `npm ci` empties node_modules, and with it this stamp; a stamp from another lock file or another Node does not count.
async function npmPackages() {
  const stamp = join(root, 'node_modules/.stamp');
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(JSON.stringify([manifest.dependencies, manifest.devDependencies]))
    .update(`${process.platform} ${process.arch} ${process.versions.modules}`)
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 'up to date';
  const { status, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], { mayFail: true });
  if (status !== 0) {
    process.stderr.write(output);
    throw new Sentence('npm could not install the packages of package-lock.json; what it said is above.');
  }
  writeFileSync(stamp, wanted);
  return 'npm ci';
}
