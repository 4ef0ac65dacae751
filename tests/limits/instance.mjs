// One instance of the wasm engine, driven as the page's worker drives it, with nothing in between.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../.ci/say.mjs';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export async function instance() {
  const { default: createModule } = await import(join(root, 'dist/engine/engine.mjs'));
  const module = await createModule({});
  const copyIn = (bytes) => {
    const at = module._malloc(bytes.length || 1);
    module.HEAPU8.set(bytes, at);
    return at;
  };
  const pack = readFileSync(join(root, 'dist/engine/stdlib.pack'));
  const packAt = copyIn(pack);
  module._ap_set_modules(packAt, pack.length);
  module._free(packAt);
  return {
    /** Bytes of the instance's memory. */
    get memory() {
      return module.HEAPU8.buffer.byteLength;
    },
    /** {exit, stdout, stderr, events: Buffer} */
    run(source, options = {}) {
      const texts = ['', '', ''];
      const chunks = [];
      module.apWrite = (stream, bytes) => (texts[stream] += decoder.decode(bytes));
      module.apEvents = (words) => chunks.push(Buffer.from(words.slice().buffer));
      const parts = [source, JSON.stringify(options)].map((text) => encoder.encode(text));
      const at = parts.map(copyIn);
      const answer = module._ap_run(at[0], parts[0].length, at[1], parts[1].length);
      const heap = module.HEAPU8;
      const result = JSON.parse(decoder.decode(heap.slice(answer, heap.indexOf(0, answer))));
      at.forEach((start) => module._free(start));
      return { ...result, stdout: texts[1], stderr: texts[2], events: Buffer.concat(chunks) };
    },
  };
}
