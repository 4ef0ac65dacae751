import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

export const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// The engine's glue has a branch for node that imports "module"; a browser never takes it.
const noNode = (): Plugin => ({
  name: 'no-node',
  enforce: 'pre',
  resolveId: (id) => (id === 'module' ? '\0no-node' : undefined),
  load: (id) => (id === '\0no-node' ? 'export {}' : undefined),
});

// The course's contents in one small module: the scenarios themselves are loaded when they are opened.
const contents = (): Plugin => ({
  name: 'contents',
  resolveId: (id) => (id === 'virtual:contents' ? '\0contents' : undefined),
  load(id) {
    if (id !== '\0contents') return undefined;
    const read = (path: string) => JSON.parse(readFileSync(at(`../scenarios/${path}`), 'utf8'));
    const course = read('course.json');
    const headlines = Object.fromEntries(course.chapters.flatMap(({ scenarios }: { scenarios: string[] }) => scenarios).map((scenario: string) => {
      const { title, label } = read(`${scenario}/scenario.json`);
      return [scenario, { title, label }];
    }));
    return `export const course = ${JSON.stringify(course)};\nexport const headlines = ${JSON.stringify(headlines)};`;
  },
});

// The worker for frames without an origin (src/engine/carried.ts): browsers start only classic scripts there, so it is
// bundled by itself, without a module's import.meta.
export async function bundleCarried(): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [at('src/engine/carried.ts')], bundle: true, format: 'iife', minify: true, write: false, target: 'es2022', legalComments: 'none',
    define: { 'import.meta.url': '"file:///engine/"' },
    alias: { '#engine': at('../dist/engine/engine.mjs') },
    external: ['module'],
  });
  return outputFiles[0]!.text;
}

const carried = (): Plugin => ({
  name: 'carried',
  resolveId: (id) => (id === 'virtual:carried' ? '\0carried' : undefined),
  async load(id) {
    if (id !== '\0carried') return undefined;
    const reference = this.emitFile({ type: 'asset', name: 'carried.js', source: await bundleCarried() });
    return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
  },
});

// What the first picture needs is asked for before any script has run: the engine's first part, and the page's elements, which
// the first script leaves to a second one.
const early = (): Plugin => ({
  name: 'early',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle, filename }) {
      const files = Object.values(bundle ?? {});
      const first = files.find(({ fileName }) => /\/first-[^/]*\.wasm$/.test(fileName));
      const elements = files.find((file) => file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith('/app/app.ts')));
      if (!first || elements?.type !== 'chunk' || !filename.endsWith('index.html')) return undefined;
      const preload = { tag: 'link', attrs: { rel: 'preload', as: 'fetch', type: 'application/wasm', crossorigin: true, href: `./${first.fileName}` }, injectTo: 'head-prepend' as const };
      const scripts = [elements.fileName, ...elements.imports].map((name) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `./${name}` } }));
      return [preload, ...scripts];
    },
  },
});

// What only pages of other origins need, which no service worker of ours serves (src/engine/carried.ts).
const forOthers = /\/(engine-[^/]*\.wasm|carried-[^/]*\.js)$/;

// The service worker keeps every file that the page uses, so that the page works offline after the first visit.
const offline = (): Plugin => ({
  name: 'offline',
  apply: 'build',
  generateBundle(_options, bundle) {
    const files = ['', ...readdirSync(at('public')), ...Object.keys(bundle).filter((name) => !name.endsWith('.html') && !forOthers.test(name))].map((name) => `./${name}`).sort();
    const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 16);
    const source = readFileSync(at('src/service-worker.js'), 'utf8');
    this.emitFile({ type: 'asset', fileName: 'sw.js', source: `const FILES = ${JSON.stringify(files)};\nconst VERSION = '${version}';\n${source}` });
  },
});

export default defineConfig({
  root: at('.'),
  base: './', // the page works under any path
  build: {
    outDir: at('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0, // the page's CSP has no data: addresses for code
    reportCompressedSize: false,
    rollupOptions: {
      input: { index: at('index.html'), embed: at('embed.html'), 'asyncio-playground': at('src/embed/asyncio-playground.ts') },
      output: {
        // What course pages name in their HTML keeps its name; all else carries the hash of its content.
        entryFileNames: ({ name }) => (name === 'asyncio-playground' ? 'asyncio-playground.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  plugins: [noNode(), contents(), carried(), early(), offline()],
  worker: { format: 'es', plugins: () => [noNode()] },
  server: { fs: { allow: [at('..')] } },
});
