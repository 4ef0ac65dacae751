// The page's worker; Vite gives its files their addresses.
import createModule from '#engine';
import { serveEngine } from './serve.ts';

// The pack need not be there while the page is developed.
const [modules] = Object.values(import.meta.glob('../../../dist/engine/stdlib.pack', { query: '?url', import: 'default', eager: true })) as string[];

serveEngine(createModule, modules);
