// FILES and VERSION are written above by the build (vite.config.ts).
// Names of files carry their hashes, so what is kept never grows old; only the page itself is asked for anew.
self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(VERSION);
    await cache.addAll(FILES);
    await self.skipWaiting();
  })());
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== VERSION) await caches.delete(name);
    await self.clients.claim();
  })());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith((async () => {
    if (request.mode === 'navigate') {
      try {
        return await fetch(request);
      } catch {
        return (await caches.match('./', { ignoreSearch: true })) ?? Response.error();
      }
    }
    return (await caches.match(request)) ?? fetch(request);
  })());
});
