// Takes the pictures of README and docs anew: node tests/browser/screenshots.mjs [--png FOLDER] [NAME ...]
// They are written to web/docs as WebP; with --png they go to that folder as they are, to be looked at.
// Build the page first (node .ci/build.mjs wasm page).
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from '../../.ci/browser.mjs';
import { serve } from '../../.ci/serve.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { values, positionals } = parseArgs({ options: { png: { type: 'string' } }, allowPositionals: true });

const blink = (page) => page.waitForTimeout(350);
const settled = async (page) => {
  await page.locator('ap-editor .cm-content').waitFor();
  await page.locator('ap-stepper .words', { hasText: /ended|stopped|Deadlock/ }).waitFor();
  await blink(page);
};
const tab = (page, name) => page.getByRole('tab', { name }).click();
const steps = async (page, n) => {
  await page.getByRole('button', { name: 'To the first step' }).click();
  for (let i = 0; i < n; i++) await page.getByRole('button', { name: 'Step forward' }).click();
};
const orderIs = async (page, wanted) => {
  const question = page.locator('ap-question').first();
  await question.locator('li').nth(wanted.length - 1).waitFor();
  for (const [i, text] of wanted.entries()) {
    while ((await question.locator('li span').allInnerTexts()).indexOf(text) > i) await question.getByRole('button', { name: `${text}: up` }).click();
  }
  await question.getByRole('button', { name: 'Check' }).click();
  await question.locator('.right, .wrong').waitFor();
};

/** name: address, size, and what is done before the picture is taken. */
const views = {
  playground: { hash: '', go: settled },
  'playground-wide': { hash: '', width: 1600, height: 1000, go: settled },
  inside: {
    hash: '#example/producer-consumer',
    go: async (page) => {
      await settled(page);
      await steps(page, 5);
      await tab(page, 'Loop');
      await page.locator('ap-timeline canvas').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await blink(page);
    },
  },
  variables: {
    hash: '#example/producer-consumer',
    go: async (page) => {
      await settled(page);
      await steps(page, 7);
      await tab(page, 'Variables');
      await page.waitForTimeout(1000);
    },
  },
  course: { hash: '#course', go: (page) => page.locator('ap-course .chapter').nth(5).waitFor() },
  lesson: {
    hash: '#course/tasks/dinner',
    go: async (page) => {
      await page.locator('ap-question, ap-course .look').first().waitFor();
      await page.locator('ap-app .run').click();
      await settled(page);
    },
  },
  teaser: {
    hash: '#course/loop/who-is-first',
    width: 1600, height: 1000,
    go: async (page) => {
      await orderIs(page, ['A start', 'A middle', 'A end', 'B start', 'B end']);
      await settled(page);
    },
  },
  bars: {
    hash: '#course/loop/cpu-hog',
    go: async (page) => {
      const question = page.locator('ap-question', { has: page.locator('ap-bars') });
      await question.locator('ap-bars li').first().waitFor();
      for (const [name, to] of [['hog', '2'], ['cat', '0.5'], ['dog', '2']]) await question.getByLabel(`${name}: to`).fill(to);
      await question.getByRole('button', { name: 'Check' }).click();
      await question.locator('.right, .wrong').first().waitFor();
      await question.scrollIntoViewIfNeeded();
      await blink(page);
    },
  },
  contrast: {
    hash: '#course/tasks/dinner',
    go: async (page) => {
      await page.getByRole('button', { name: 'on one axis' }).first().click();
      await page.locator('ap-contrast .part, ap-contrast figure').first().waitFor();
      await page.getByRole('button', { name: 'Show it' }).click();
      await blink(page);
    },
  },
  'what-if': {
    hash: '#course/tasks/impatient-gardener',
    go: async (page) => {
      await page.locator('ap-app .run').click();
      await settled(page);
      await page.getByRole('button', { name: 'Sweep' }).first().click();
      await page.locator('ap-sweep .plot').waitFor();
      await blink(page);
    },
  },
  blocked: { hash: '#example/blocked-loop', go: settled },
  deadlock: { hash: '#example/philosophers', go: async (page) => (await settled(page), tab(page, 'Problems'), blink(page)) },
  dark: { hash: '', colorScheme: 'dark', go: settled },
  phone: { hash: '', width: 390, height: 844, scale: 2, go: settled },
  'phone-360': { hash: '', width: 360, height: 740, scale: 2, go: settled, full: true },
  'phone-teaser': {
    hash: '#course/loop/who-is-first', width: 360, height: 740, scale: 2, colorScheme: 'dark', full: true,
    go: async (page) => {
      await orderIs(page, ['A start', 'A middle', 'A end', 'B start', 'B end']);
      await settled(page);
    },
  },
};
/** Those that README and docs show. */
const published = ['playground', 'inside', 'course', 'teaser', 'contrast', 'what-if', 'variables', 'dark', 'phone'];

const server = await serve({ port: 8500 });
const browser = await launch();
const names = positionals.length > 0 ? positionals : values.png ? Object.keys(views) : published;
for (const name of names) {
  const { hash, width = 1280, height = 800, scale = 1, colorScheme = 'light', go, full = false } = views[name];
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, colorScheme, reducedMotion: 'reduce', hasTouch: width < 500, isMobile: width < 500 });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && console.error(`${name}: ${message.text()}`));
  try {
    await page.goto(server.address + hash);
    await go(page);
  } catch (error) {
    console.error(`${name}: ${error.message.split('\n')[0]}`);
    if (!values.png) throw error;
  }
  const png = await page.screenshot({ fullPage: full });
  if (values.png) {
    mkdirSync(values.png, { recursive: true });
    writeFileSync(join(values.png, `${name}.png`), png);
  } else {
    const webp = await shrink(png);
    writeFileSync(join(root, 'web/docs', `${name}.webp`), webp);
    console.log(`web/docs/${name}.webp ${(webp.length / 1000).toFixed(0)} KB`);
  }
  await context.close();
}
await browser.close();
await server.close();

/** The browser itself knows WebP. */
async function shrink(png) {
  const page = await browser.newPage();
  const url = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.82);
  }, `data:image/png;base64,${png.toString('base64')}`);
  await page.close();
  return Buffer.from(url.split(',')[1], 'base64');
}
