// Are the recipes of web/docs/embedding.md true? Makes each page from the very text of the document with the real generator,
// opens it in a browser, and runs what is embedded.
//   node tests/recipes/run.mjs [--only NAME] [--tools FOLDER ...] [--screenshots FOLDER]
// A generator that is not installed is skipped by name. FOLDER has a node_modules with those that come from npm
// (`npm install reveal.js mystmd @docusaurus/core @docusaurus/preset-classic react react-dom` there).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../../.ci/browser.mjs';
import { root } from '../../.ci/say.mjs';
import { serve } from '../../.ci/serve.mjs';
import { serve as serveFolder } from '../../web/node/static-server.mjs';

const { values: { only, tools = [], screenshots } } = parseArgs({ options: { only: { type: 'string' }, tools: { type: 'string', multiple: true }, screenshots: { type: 'string' } } });

/** The recipes of the document: {name, files: {path: text}, commands}. A file is a fence after a line with its name and a colon. */
function recipes(text) {
  const part = text.slice(text.indexOf('\n## Recipes\n'));
  return part.split(/\n### /).slice(1).map((section) => {
    const files = {};
    const commands = [];
    for (const [, path, , language, body] of section.matchAll(/(?:^`([^`\n]+)`[^\n]*:\n\n)?^(`{3,})(\w+)\n([\s\S]*?)^\2$/gm)) {
      if (path) files[path] = body;
      else if (language === 'sh') commands.push(...body.trim().split('\n'));
    }
    return { name: section.split('\n')[0], files, commands };
  });
}

/** Where generators put what they build. */
const outputs = ['site', '_build/html', 'build', 'book', '_site', '.'];

class Skip extends Error {}

/** The package of npm that a recipe needs, if any. */
function npmPackage({ files, commands }) {
  return /node_modules\/([\w.-]+)/.exec(Object.values(files).join('\n'))?.[1] ?? (commands.some((command) => command.startsWith('docusaurus')) ? '@docusaurus/core' : undefined);
}

function make(recipe, address) {
  const { name, files, commands } = recipe;
  const path = [...tools.map((tool) => resolve(tool, 'node_modules/.bin')), process.env.PATH].join(delimiter);
  for (const command of commands) {
    const [tool] = command.split(' ');
    if (!path.split(delimiter).some((bin) => existsSync(join(bin, tool)))) throw new Skip(`${tool} is not installed`);
  }
  const npm = npmPackage(recipe);
  const holder = npm && tools.find((tool) => existsSync(join(tool, 'node_modules', npm)));
  if (npm && !holder) throw new Skip(`${npm} is not installed (--tools)`);
  // Webpack does not like a linked node_modules, so the page is made below the folder that has them.
  const folder = mkdtempSync(join(holder ? resolve(holder) : tmpdir(), 'recipe-'));
  if (holder) writeFileSync(join(folder, 'package.json'), '{"private": true}');
  if (holder && !commands.length) symlinkSync('../node_modules', join(folder, 'node_modules')); // the page itself names it
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text.replaceAll('https://playground.example/', address));
  }
  for (const command of commands) {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8', timeout: 300_000, input: '', env: { ...process.env, PATH: path, CI: 'true' } });
    if (/ENOTFOUND|ECONNREFUSED|EAI_AGAIN/.test(stdout + stderr)) throw new Skip(`${name} fetches its theme, and that cannot be reached from here`);
    if (status !== 0) throw new Error(`\`${command}\` failed:\n${stdout}${stderr}`);
  }
  const page = outputs.flatMap((output) => ['index.html', 'page.html'].map((file) => join(folder, output, file))).find((file) => existsSync(file));
  if (!page) throw new Error(`no page was built; there is ${readdirSync(folder).join(', ')}`);
  return { folder, page };
}

async function look(name, { folder, page: file }, browser) {
  const server = await serveFolder({ folder: dirname(file), port: 8610, plain: true });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  try {
    await page.goto(server.address + file.slice(dirname(file).length + 1));
    const elements = await page.locator('asyncio-playground').count();
    const frames = await page.locator('iframe').count();
    if (elements + frames < 3) throw new Error(`the page has ${elements} elements and ${frames} frames; three are wanted`);
    for (let i = 0; i < elements; i++) {
      // Slides hide all but one: what is not seen is told to load by its method.
      const ran = await page.evaluate(async (i) => {
        await customElements.whenDefined('asyncio-playground');
        const element = document.querySelectorAll('asyncio-playground')[i];
        element.scrollIntoView();
        const summary = await element.run();
        const shown = element.shadowRoot.querySelector('ap-player').shadowRoot;
        return { ...summary, scenario: element.getAttribute('scenario'), notes: [...shown.querySelectorAll('[role=alert]')].map((note) => note.textContent) };
      }, i);
      if (ran.notes.length > 0) throw new Error(ran.notes.join(' '));
      if (!ran.scenario && (ran.stdout !== 'both are over\n' || ran.virtual_seconds !== 2)) throw new Error(`the program prints ${JSON.stringify(ran)}`);
      if (ran.scenario && (ran.exit !== 0 || ran.stdout === '')) throw new Error(`${ran.scenario} ends with ${ran.exit}`);
    }
    if (elements > 0 && (await page.getByText('gather(asyncio.sleep').count()) < 1) throw new Error('the program cannot be read');
    for (const frame of page.frames().slice(1)) {
      await frame.waitForFunction(() => document.querySelector('asyncio-playground')?.shadowRoot.querySelector('ap-player')?.shadowRoot.querySelector('ap-exercise')?.shadowRoot.querySelector('h2'), undefined, { timeout: 30_000 });
      const { exit } = await frame.evaluate(() => document.querySelector('asyncio-playground').run());
      if (exit !== 0) throw new Error(`the frame's program ends with ${exit}`);
    }
    if (page.frames().length - 1 !== frames) throw new Error('a frame did not load');
    if (screenshots) {
      mkdirSync(screenshots, { recursive: true });
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForTimeout(600);
      const shot = join(screenshots, name.replaceAll(/\W+/g, '-').toLowerCase());
      await page.screenshot({ path: `${shot}.png`, fullPage: name !== 'reveal.js' });
      // A frame out of sight is not painted.
      await page.evaluate(() => [...document.querySelectorAll('iframe')].at(-1).scrollIntoView());
      await page.waitForTimeout(600);
      await page.screenshot({ path: `${shot}-frame.png` });
    }
    if (problems.length > 0) throw new Error(`errors on the page: ${problems.join('; ')}`);
    return `${elements} elements, ${frames} frames`;
  } finally {
    await page.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const count = { passed: 0, failed: 0, skipped: 0 };
const playground = await serve({ port: 8600 });
const browser = await launch();
for (const recipe of recipes(readFileSync(join(root, 'web/docs/embedding.md'), 'utf8'))) {
  if (only && !recipe.name.toLowerCase().includes(only.toLowerCase())) continue;
  let said;
  try {
    said = await look(recipe.name, make(recipe, playground.address), browser);
    count.passed++;
    said = `passed: ${said}`;
  } catch (error) {
    count[error instanceof Skip ? 'skipped' : 'failed']++;
    said = `${error instanceof Skip ? 'skipped' : 'FAILED'}: ${error.message}`;
  }
  console.log(`${recipe.name.padEnd(18)} ${said}`);
}
await browser.close();
await playground.close();
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exitCode = count.failed === 0 && count.passed > 0 ? 0 : 1;
