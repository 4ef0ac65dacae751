// The whole page in one file, for handing out: it opens from a disk, without a server and without a network.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { defineConfig, mergeConfig, type Plugin } from 'vite';
import base, { at, bundleCarried } from './vite.config.ts';

const packed = (path: string) => gzipSync(readFileSync(at(path)), { level: 9 }).toString('base64');

// What the engine's worker is handed; nothing is fetched, so nothing else of the engine is in the file.
const luggage = (): Plugin => ({
  name: 'luggage',
  enforce: 'pre',
  resolveId: (id) => (id === 'virtual:luggage' || id === 'virtual:carried' || /\/dist\/engine\/.*\?url$/.test(id) || /worker\.ts\?worker&url$/.test(id) ? `\0${id.replace(/^.*\/(.*)\?.*$/, 'nothing:$1')}` : undefined),
  async load(id) {
    if (id === '\0virtual:luggage') {
      return `export const script = ${JSON.stringify(await bundleCarried())};\nexport const wasm = ${JSON.stringify(packed('../dist/engine/engine.wasm'))};\nexport const modules = ${JSON.stringify(packed('../dist/engine/stdlib.pack'))};`;
    }
    return id === '\0virtual:carried' || id.startsWith('\0nothing:') ? 'export default "";' : undefined;
  },
});

const oneFile = (): Plugin => ({
  name: 'one-file',
  enforce: 'post',
  generateBundle: { order: 'post', handler(_options, bundle) {
    const html = bundle['single.html'];
    if (html?.type !== 'asset') throw new Error('single.html was not built');
    let script = '';
    let style = '';
    for (const [name, file] of Object.entries(bundle)) {
      if (file.type === 'chunk') script += file.code;
      else if (name.endsWith('.css')) style += String(file.source);
      if (file !== html) delete bundle[name];
    }
    const icon = `data:image/svg+xml;base64,${readFileSync(at('public/icon.svg')).toString('base64')}`;
    script = script.replaceAll('./icon.svg', icon);
    // Inside a script element these two would end it, or begin a comment.
    script = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '\\x3c!--');
    const hash = createHash('sha256').update(script).digest('base64');
    html.source = String(html.source)
      .replace(/<script type="module"[^>]*><\/script>/, '')
      .replace(/<link rel="stylesheet"[^>]*>/, '')
      .replace('SCRIPT-HASH', () => `'sha256-${hash}'`)
      .replace('</head>', () => `<style>${style}</style></head>`)
      .replace('</body>', () => `<script type="module">${script}</script></body>`);
    html.fileName = 'asyncio-playground.html';
  } },
});

const { plugins, build, ...rest } = base as { plugins: Plugin[]; build: object };

export default mergeConfig(rest, defineConfig({
  build: {
    ...build,
    outDir: at('../dist/single'),
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: false,
    copyPublicDir: false,
    rollupOptions: { input: at('single.html'), output: { inlineDynamicImports: true } },
  },
  plugins: [luggage(), ...plugins.filter(({ name }) => !['offline', 'carried'].includes(name)), oneFile()],
}));
