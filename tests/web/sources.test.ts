// What no file of the page may do, in our sources and in what is built of them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

function files(folder: string, ending: RegExp): string[] {
  const whole = join(root, folder);
  if (!existsSync(whole)) return [];
  return readdirSync(whole, { recursive: true }).map((name) => join(folder, String(name))).filter((name) => ending.test(name) && !name.includes('node_modules'));
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

test('our sources write no markup and run no text', () => {
  const forbidden = /\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc|unsafeHTML|unsafeSVG|createContextualFragment|setHTMLUnsafe|new Function|eval)\b(?!\w)/;
  const sources = ['web/src', 'web/package', 'web/browser', 'web/public'].flatMap((folder) => files(folder, /\.(ts|js|mjs)$/));
  expect(sources.length).toBeGreaterThan(50);
  const found = sources.flatMap((name) => withoutComments(readFileSync(join(root, name), 'utf8')).split('\n')
    .filter((line) => forbidden.test(line)).map((line) => `${name}: ${line.trim()}`));
  expect(found).toEqual([]);
});

test('nothing that is built runs text as a program', () => {
  const bundles = ['dist/web', 'dist/browser', 'dist/engine'].flatMap((folder) => files(folder, /\.m?js$/));
  const found = bundles.flatMap((name) => (/[^\w.$]eval\(|new Function\(|[^\w.$]Function\(["'`]|setTimeout\(["'`]|document\.write\(/.test(readFileSync(join(root, name), 'utf8')) ? [name] : []));
  expect(found).toEqual([]);
});

test('wasm, whole and in two parts, is given its output, its events, its modules and memory, and nothing else', () => {
  const folder = join(root, 'dist/engine');
  if (!existsSync(join(folder, 'engine.wasm'))) return; // another stage builds it
  const glue = readFileSync(join(folder, 'engine.mjs'), 'utf8');
  const given = Object.fromEntries((/wasmImports=\{([^}]*)\}/.exec(glue)?.[1] ?? '').split(',').map((pair) => pair.split(':') as [string, string]));
  expect(Object.values(given).sort()).toEqual(['__abort_js', '_emscripten_resize_heap', 'ap_host_events', 'ap_host_modules', 'ap_host_write']);
  const imports = (name: string) => WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(join(folder, `${name}.wasm`))));
  const host = (name: string) => imports(name).filter(({ module }) => module !== 'placeholder' && module !== 'primary');
  for (const name of ['engine', 'first']) {
    expect(host(name).map((one) => given[one.name]).sort(), name).toEqual(Object.values(given).sort());
    expect(host(name).every(({ kind }) => kind === 'function'), name).toBe(true);
  }
  // The second part of the page's engine gets what the first one has, and the first only a stand-in for each function of the second.
  expect(host('rest')).toEqual([]);
  const exports = new Set(WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(join(folder, 'first.wasm')))).map(({ name }) => name));
  expect(imports('rest').filter(({ name }) => !exports.has(name))).toEqual([]);
  expect(imports('first').filter(({ module }) => module === 'placeholder').every(({ name, kind }) => kind === 'function' && /^\d+$/.test(name))).toBe(true);
});
