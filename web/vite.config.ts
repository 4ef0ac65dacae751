import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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

export default defineConfig({
  root: at('.'),
  base: './', // the page works under any path
  build: {
    outDir: at('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0, // the page's CSP has no data: addresses for code
    reportCompressedSize: false,
  },
  plugins: [noNode(), contents()],
  worker: { format: 'es', plugins: () => [noNode()] },
  server: { fs: { allow: [at('..')] } },
});
