// The course in the page: verdicts are those of the command line, and progress is kept and carried as a file.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { bundle, course, tried, wasm } from '../lesson/engines.mjs';
import { browser, server, troublesOf, useBrowser } from './browser.mjs';

let context;
let page;
let troubles;

useBrowser(8475);

beforeEach(async () => {
  await newVisitor();
});

afterEach(async () => {
  await context.close();
  assert.deepEqual(troubles, []);
});

async function newVisitor() {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  troubles = troublesOf(page);
}

const open = async (hash) => {
  await page.goto(`${server.address}${hash}`);
  await page.locator('ap-course h2').waitFor();
};

test('the page gives every scenario the verdicts of the command line', async () => {
  const ask = await wasm();
  await open('#course');
  let verdicts = 0;
  for (const id of course()) {
    const answers = tried(id);
    if (answers.length === 0) continue;
    const own = JSON.stringify(bundle(id));
    await page.evaluate((hash) => (location.hash = hash), `course/${id}`);
    const questions = bundle(id).scenario.questions.map((question) => question.id);
    await page.waitForFunction((ids) => {
      const found = [...document.querySelector('ap-app').shadowRoot.querySelector('ap-course').shadowRoot.querySelectorAll('ap-question')];
      return JSON.stringify(found.map(({ question }) => question?.id)) === JSON.stringify(ids) && found.every(({ checker }) => checker);
    }, questions);
    const given = await page.evaluate(async (all) => {
      const elements = [...document.querySelector('ap-app').shadowRoot.querySelector('ap-course').shadowRoot.querySelectorAll('ap-question')];
      const verdicts = [];
      for (const { question, answer } of all) {
        const { checker, question: asked } = elements.find((element) => element.question.id === question);
        verdicts.push(await checker.check(asked, answer).catch((error) => ({ error: error.message })));
      }
      return verdicts;
    }, answers);
    for (const [i, { question, answer }] of answers.entries()) {
      const wanted = JSON.parse(ask('check', own, { answers: { [question]: answer } })).questions[question];
      assert.deepEqual(given[i], wanted, `${id} ${question}: ${JSON.stringify(answer)}`);
      verdicts++;
    }
  }
  assert.ok(verdicts > 200, `${verdicts} verdicts`);
});

test("a lesson's options hold in the page, and in a link to its program", async () => {
  const { scenario, files } = bundle('streams/echo');
  assert.ok(scenario.options.network);
  const [{ virtual_seconds }] = JSON.parse((await wasm())('explore', files['echo.py'], { ...scenario.options, runs: 1 })).outputs;
  const lasts = async () => (await page.waitForFunction(() => document.querySelector('ap-app').store?.run.result?.virtual_seconds)).jsonValue();
  await open('#course/streams/echo');
  await page.locator('ap-app .run').click();
  assert.equal(await lasts(), virtual_seconds);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: /^Copy a link/ }).click();
  await page.waitForURL(/#run\//);
  const link = page.url();
  await context.close();
  await newVisitor();
  await page.goto(link);
  assert.equal(await lasts(), virtual_seconds);
});

test('attempts, hints and what is solved are kept, saved as a file, and added by another visitor', async () => {
  await open('#course/waiting/timeout');
  const question = page.locator('ap-question').first();
  const check = async (answer) => {
    await question.locator('input').first().fill(answer);
    await question.getByRole('button', { name: 'Check' }).first().click();
  };
  await check('3');
  await question.getByText('not yet, 1 attempt').waitFor();
  await question.getByRole('button', { name: 'Hint' }).first().click();
  await check('2');
  await question.getByText('✓ solved, 2 attempts').waitFor();
  await page.reload();
  await question.getByText('✓ solved, 2 attempts').waitFor();

  await open('#course');
  await page.getByText('1 of 10 done').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save my progress' }).click()]);
  assert.equal(download.suggestedFilename(), 'asyncio-progress.json');
  const text = readFileSync(await download.path(), 'utf8');
  assert.deepEqual(JSON.parse(text), { asyncio_playground_progress: 1, done: ['waiting/timeout'], questions: { 'waiting/timeout': { served: { attempts: 2, best: 1, hints: 1 } } } });
  await context.close();

  await newVisitor();
  await open('#course');
  const choose = (buffer) => page.getByLabel('Add saved progress').setInputFiles({ name: 'asyncio-progress.json', mimeType: 'application/json', buffer: Buffer.from(buffer) });
  await choose('<p>not progress</p>');
  await page.getByText('This file is not JSON. Choose one that was saved here.').waitFor();
  assert.equal(await page.getByText('1 of 10 done').count(), 0);
  await choose(text);
  await page.getByText('1 of 10 done').waitFor();
  await page.getByText(`Added: 1 of ${course().length} are done now.`).waitFor();
  await page.reload();
  await page.getByText('1 of 10 done').waitFor();
  await page.goto(`${server.address}#course/waiting/timeout`);
  await page.locator('ap-question').first().getByText('✓ solved, 2 attempts').waitFor();
});
