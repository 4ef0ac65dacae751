// The engine in two parts: the first holds what a first visit runs (.ci/split.mjs), the rest comes while its picture is
// looked at. Where a program wants the rest or the modules in Python before that, they are fetched there and then; the
// program waits, as its worker does.
import type { EngineModule } from './protocol.ts';

export interface Addresses {
  rest: string;
  modules: string;
}

export interface EngineInParts {
  engine: Promise<EngineModule>;
  /** Resolves when all of the engine is there; begins to fetch it if need be. */
  complete(): Promise<void>;
}

export function engineInParts(createModule: (settings: Record<string, unknown>) => Promise<EngineModule>, first: WebAssembly.Module, addresses: Addresses): EngineInParts {
  let exports: WebAssembly.Exports;
  let table: WebAssembly.Table;
  let joined = false;
  let module: EngineModule | undefined;
  let given = false;
  let completing: Promise<void> | undefined;

  function join(rest: WebAssembly.Module): void {
    if (joined) return;
    joined = true;
    // It puts its functions into the table, in the placeholders' stead.
    void new WebAssembly.Instance(rest, { primary: exports as WebAssembly.ModuleImports });
  }

  function give(modules: Uint8Array): void {
    if (given || !module) return;
    given = true;
    giveModules(module, modules);
  }

  // A function of the rest is called before the rest is there. Its name is its place in the table.
  const placeholder = new Proxy({}, {
    get: (_, place: string) => (...parts: unknown[]) => {
      join(new WebAssembly.Module(fetchNow(addresses.rest)));
      return (table.get(Number(place)) as (...all: unknown[]) => unknown)(...parts);
    },
  });

  const engine = createModule({
    apModules: () => give(fetchNow(addresses.modules)),
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
      void WebAssembly.instantiate(first, { ...imports, placeholder }).then((instance) => {
        exports = instance.exports;
        table = Object.values(exports).find((one) => one instanceof WebAssembly.Table)!;
        done(instance);
      });
      return {};
    },
  }).then((made) => (module = made));

  return {
    engine,
    complete: () => (completing ??= Promise.all([engine, bytesOf(addresses.rest).then((bytes) => WebAssembly.compile(bytes)), bytesOf(addresses.modules)]).then(
      ([, rest, modules]) => {
        join(rest);
        give(modules);
      },
      (error: unknown) => {
        completing = undefined;
        throw error;
      },
    )),
  };
}

/** The pack of modules that are written in Python, for an engine that has none yet. */
export function giveModules(engine: EngineModule, pack: Uint8Array): void {
  const at = engine._malloc(pack.length || 1);
  engine.HEAPU8.set(pack, at);
  engine._ap_set_modules(at, pack.length);
  engine._free(at);
}

export async function bytesOf(address: string | URL): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the engine cannot be fetched: the answer for ${String(address)} is ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

// A worker may wait for an answer; nothing else goes on in it.
function fetchNow(address: string): Uint8Array<ArrayBuffer> {
  const request = new XMLHttpRequest();
  request.open('GET', address, false);
  request.responseType = 'arraybuffer';
  request.send();
  if (request.status !== 200) throw new Error(`the engine cannot be fetched: the answer for ${address} is ${request.status}`);
  return new Uint8Array(request.response as ArrayBuffer);
}
