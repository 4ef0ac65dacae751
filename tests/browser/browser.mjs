// What the browser tests of the page share: a server of dist/web and a Chromium for the tests of a file, and what a page complains of.
import { after, before } from 'node:test';
import { launch } from '../../.ci/browser.mjs';
import { serve } from '../../.ci/serve.mjs';

/** There from the first test on, once useBrowser() was called. */
export let server;
export let browser;

/** Files run side by side: each has a port of its own. */
export function useBrowser(port) {
  before(async () => {
    server = await serve({ port });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
}

/** Grows by what the page says to the console as an error or a warning, and by its uncaught errors. */
export function troublesOf(page) {
  const troubles = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  return troubles;
}

/** The same, and requests to anybody but our server are troubles, too. */
export function troublesAndRequestsOf(page) {
  const troubles = troublesOf(page);
  page.on('request', (request) => {
    if (!request.url().startsWith(server.address) && !request.url().startsWith('blob:')) troubles.push(`asked another origin: ${request.url()}`);
  });
  return troubles;
}

/** The page at `hash`, its editor there and its program at its end. */
export async function openEnded(page, hash = '') {
  await page.goto(`${server.address}${hash}`);
  await page.locator('ap-editor .cm-content').waitFor();
  await page.locator('ap-stepper .words', { hasText: 'has ended' }).waitFor();
}
