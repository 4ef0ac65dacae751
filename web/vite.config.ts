import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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
  worker: { format: 'es' },
  server: { fs: { allow: [at('..')] } },
});
