// A static server for the built page: `npm start`, `asyncio-playground serve`, and the tests of the page use it.
// It answers on loopback, sends the headers that web/docs/hosting.md asks of any host, and the compressed files beside the plain ones.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8', '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8', '.py': 'text/plain; charset=utf-8',
};

// Programs in shared links come from strangers: nothing but the page's own files may run or be reached.
// Styles come as files or as constructed sheets, never as elements; attributes are what the browser itself writes when
// one types over a selection in the editor. No text can become code or markup (Trusted Types).
// CodeMirror's marks are pictures with a data: address.
export const policy = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "style-src-attr 'unsafe-inline'", "img-src 'self' data:",
  "font-src 'self'", "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'none'",
  "require-trusted-types-for 'script'", "trusted-types lit-html ap-worker",
].join('; ');

/** What a browser may be sent instead of a file, best first: the ending of the file beside it, and the encoding's name. */
const encodings = [['.br', 'br'], ['.gz', 'gzip']];

/** Vite puts the hash of a file's content into its name, so that it never changes. */
const hashed = /-[\w-]{8}\.[a-z0-9]+$/;

/**
 * Serves `folder` on 127.0.0.1; tries `port` and, unless `exact`, the ones after it (0: any free one). `plain`: without a policy for what
 * the pages may load, as the simplest hosts do. Resolves to {address, close}.
 * Rejects with an Error whose message is a sentence for people.
 */
export async function serve({ folder, port = 8314, exact = false, plain = false }) {
  const server = createServer((request, response) => answer(folder, plain, request, response));
  for (let tried = port; ; tried++) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(tried, '127.0.0.1', resolve);
      });
      break;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || exact || tried >= port + 50) {
        throw new Error(`The page cannot be served on 127.0.0.1:${tried}: ${error.message}.`);
      }
    }
  }
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

function answer(folder, plain, request, response) {
  const refuse = (status, text) => {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' });
    response.end(text + '\n');
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD.');
  let path;
  try {
    path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  } catch {
    return refuse(400, 'That is no address.');
  }
  let file = normalize(join(folder, path));
  if (path.includes('\0') || (file !== folder && !file.startsWith(folder + sep))) return refuse(404, 'Not found.');
  let stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isDirectory()) stat = statSync((file = join(file, 'index.html')), { throwIfNoEntry: false });
  if (!stat?.isFile()) return refuse(404, 'Not found.');
  const headers = {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Cache-Control': hashed.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    // An embedding page on another origin, and a sandboxed frame, whose origin is none, fetch scripts and the engine.
    'Access-Control-Allow-Origin': '*',
    'Vary': 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
  // The embed's frame has a policy of its own, in its file: what it needs differs.
  if (!plain && !/(^|\/)embed\.html$/.test(path)) headers['Content-Security-Policy'] = policy;
  const accepted = (request.headers['accept-encoding'] ?? '').split(',').map((one) => one.split(';')[0].trim());
  const [ending, encoding] = encodings.find(([end, name]) => accepted.includes(name) && existsSync(file + end)) ?? [];
  if (encoding) {
    file += ending;
    stat = statSync(file);
    headers['Content-Encoding'] = encoding;
  }
  response.writeHead(200, { ...headers, 'Content-Length': stat.size });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file).on('error', () => response.destroy()).pipe(response);
}
