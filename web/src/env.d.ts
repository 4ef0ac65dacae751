/// <reference types="vite/client" />

declare module 'virtual:contents' {
  export const course: { chapters: import('./course/scenario.ts').Chapter[] };
  export const headlines: Record<string, { title: string; label: string }>;
}

declare module 'virtual:carried' {
  /** the address of the bundled src/engine/carried.ts */
  const address: string;
  export default address;
}

declare module 'virtual:luggage' {
  /** the bundled src/engine/carried.ts; the engine and the modules, gzipped, in base64 */
  export const script: string;
  export const wasm: string;
  export const modules: string;
}
