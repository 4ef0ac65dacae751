// Tests of the page's pure parts, without a browser: beside their sources, or under tests/web with their source's path.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  cacheDir: '.build/vite',
  test: {
    include: ['web/**/*.test.ts', 'tests/web/**/*.test.ts'],
    environment: 'node',
  },
});
