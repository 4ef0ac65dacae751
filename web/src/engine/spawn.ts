// Starts a worker that holds an engine.
import { ownScript } from '../trusted.ts';
import workerUrl from './worker.ts?worker&url';

let make: () => Worker = () => {
  const url = new URL(workerUrl, document.baseURI);
  // A page of another origin that embeds us, and a sandboxed frame, whose origin is none, may not start our script as a
  // worker, but one of their own that imports it.
  const own = url.origin === location.origin && location.origin !== 'null';
  const address = own ? url.href : URL.createObjectURL(new Blob([`import ${JSON.stringify(url.href)};`], { type: 'text/javascript' }));
  return new Worker(ownScript(address), { type: 'module', name: 'engine' });
};

export const spawnEngine = (): Worker => make();

/** For a build that carries its worker within itself (web/src/embed/single.ts). */
export function spawnBy(other: () => Worker): void {
  make = other;
}
