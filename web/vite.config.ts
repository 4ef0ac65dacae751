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
  plugins: [noNode()],
  worker: { format: 'es', plugins: () => [noNode()] },
  server: { fs: { allow: [at('..')] } },
});
