/// <reference types="vite/client" />

declare module 'virtual:contents' {
  export const course: { chapters: import('./course/scenario.ts').Chapter[] };
  export const headlines: Record<string, { title: string; label: string }>;
}
