import { expect, test } from 'vitest';
import { dedent, readSettings } from '../../../web/src/embed/settings.ts';

const read = (attributes: Record<string, string>) => readSettings((name) => attributes[name] ?? null);

test('without attributes it shows a timeline, waits to be asked, and may be edited', () => {
  const { settings, wrong } = read({});
  expect(settings).toMatchObject({ view: 'timeline', editor: true, autorun: false, loading: 'lazy', theme: 'auto', at: undefined, seed: undefined, params: {} });
  expect(wrong).toEqual([]);
  expect(read({ scenario: 'loop/who-is-first' }).settings.view).toBe('exercise');
});

test('places, parameters and the seed', () => {
  expect(read({ at: 'step:37' }).settings.at).toEqual({ step: 37 });
  expect(read({ at: ' t:1.2 ' }).settings.at).toEqual({ time: 1.2 });
  expect(read({ params: "N=3; DELAY=0.5;NAME='rose';LOUD=True", seed: '7' }).settings).toMatchObject({ params: { N: 3, DELAY: 0.5, NAME: 'rose', LOUD: true }, seed: 7 });
  expect(read({ autorun: '' }).settings.autorun).toBe(true);
  expect(read({ autorun: 'false' }).settings.autorun).toBe(false);
});

test('answers to input(), and how the network answers', () => {
  expect(read({ input: 'Ada\n42' }).settings.input).toEqual(['Ada', '42']);
  expect(read({}).settings.input).toBeUndefined();
  expect(read({ network: '{"latency": 0.5}' }).settings.network).toEqual({ latency: 0.5 });
  for (const network of ['fast', '[1]', '7']) {
    const { settings, wrong } = read({ network });
    expect(settings.network).toBeUndefined();
    expect(wrong[0]).toContain('JSON object');
  }
});

test('limits by name', () => {
  expect(read({ limits: 'steps=100000; virtual_seconds=1.5;events=10' }).settings.limits).toEqual({ steps: 100000, virtual_seconds: 1.5, events: 10 });
  const { settings, wrong } = read({ limits: 'stpes=1;steps=1.5;memory=-1;output;recursion=50' });
  expect(settings.limits).toEqual({ recursion: 50 });
  expect(wrong.length).toBe(4);
  expect(wrong[0]).toContain('virtual_seconds');
});

test('what is wrong is said, and the rest holds', () => {
  const { settings, wrong } = read({ view: 'movie', at: '37', seed: '-1', params: 'n=1;N=2', theme: 'dark' });
  expect(settings).toMatchObject({ view: 'timeline', theme: 'dark', params: { N: 2 }, seed: undefined, at: undefined });
  expect(wrong.length).toBe(4);
  expect(wrong[0]).toContain('code, timeline, stepper');
  expect(wrong.join()).toContain('step:37');
});

test('a program in HTML loses the margin of its page, and nothing else', () => {
  expect(dedent('\n    async def f():\n        pass\n\n    f()\n  ')).toBe('async def f():\n    pass\n\nf()\n');
  expect(dedent('x = """\n  y\n"""')).toBe('x = """\n  y\n"""\n');
  expect(dedent('\t\tif x:\r\n\t\t\ty\r\n')).toBe('if x:\n\ty\n');
  expect(dedent('  \n ')).toBe('');
});
