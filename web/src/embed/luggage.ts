// The engine that travels inside the page's one file.
import { modules, script, wasm } from 'virtual:luggage';
import { carry } from '../engine/spawn.ts';

async function unpacked(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
}

carry(async () => ({ script, wasm: await WebAssembly.compile(await unpacked(wasm)), modules: await unpacked(modules) }));
