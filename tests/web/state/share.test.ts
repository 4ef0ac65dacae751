import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pack, unpack } from '../../../web/src/state/share.ts';

const link = (text: string | Uint8Array) => deflateRawSync(text).toString('base64url');

test('a state survives the way there and back', async () => {
  const state = { source: 'print("🌰", 1)\n'.repeat(500), options: { seed: 3, input: ['a'], network: { latency: 0.5, urls: { 'https://x/*': { status: 404 } } }, limits: { steps: 1000 } }, step: 17, task: 2, axis: 'step' as const };
  const text = await pack(state);
  expect(text).toMatch(/^[\w-]+$/);
  expect(text.length).toBeLessThan(500);
  expect(await unpack(text)).toEqual(state);
});

test('what is no state is refused with a sentence', async () => {
  await expect(unpack('%%%')).rejects.toThrow('damaged');
  await expect(unpack('AAAA')).rejects.toThrow('damaged');
  await expect(unpack(link('{"source": 7}'))).rejects.toThrow('no program');
  await expect(unpack(link('null'))).rejects.toThrow('no program');
  expect(await unpack(link('{"source":"x","seed":7,"options":{"seed":-1,"input":[1],"network":[],"limits":{"steps":-1,"memory":"x","stpes":1},"filename":"y"},"step":"<b>","axis":"up"}'))).toEqual({ source: 'x', options: { limits: {} } });
});

test('a link may lower the limits of a run, and never raises them', async () => {
  const limits = { steps: 1e12, memory: 2 ** 31, recursion: 50, output: 1e9, loop_iterations: 1e9, virtual_seconds: 2.5, events: 1e12 };
  const { options } = await unpack(await pack({ source: 'x', options: { limits } }));
  expect(options).toEqual({ limits: { steps: 2e9, memory: 268435456, recursion: 50, output: 1048576, loop_iterations: 500000, virtual_seconds: 2.5, events: 1e7 } });
});

test('a zip bomb is refused within 100 ms', async () => {
  const bomb = link(Buffer.alloc(60_000_000));
  // The processor's time: the machine may be busy with others.
  const began = process.cpuUsage();
  await expect(unpack(bomb)).rejects.toThrow('damaged');
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1000).toBeLessThan(100);
  await expect(unpack('A'.repeat(200_000))).rejects.toThrow('too long');
});

test('links that were damaged or made up: a state or a sentence, and quickly', { timeout: 60_000 }, async () => {
  // Seeded, so that what is found is found again.
  let seed = 20261129;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const right = [
    await pack({ source: 'print(1)\n'.repeat(40), options: { seed: 3, input: ['a', 'b'] }, step: 1, task: 1, axis: 'time' }),
    link('{"source":"x","options":{"seed":1e999,"input":[1],"limits":{"steps":1e999}},"step":-0,"__proto__":{"polluted":1}}'),
    link(JSON.stringify({ source: 'é🌰\u0000\ud800', axis: 'step' })),
    link('[[[[[[[[' + '['.repeat(5000)),
  ];
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=% <>\u00e9';
  let states = 0;
  const began = process.cpuUsage();
  for (let i = 0; i < 1000; i++) {
    const bytes = [...(right[random(right.length)] as string)];
    for (let k = random(4); k >= 0; k--) {
      const at = random(bytes.length + 1);
      const kind = random(4);
      if (kind === 0) bytes[at] = alphabet[random(alphabet.length)] as string;
      else if (kind === 1) bytes.splice(at, random(20));
      else if (kind === 2) bytes.splice(at, 0, ...bytes.slice(random(bytes.length), random(bytes.length)));
      else bytes.length = at;
    }
    const text = i % 50 === 0 ? Array.from({ length: random(300) }, () => alphabet[random(alphabet.length)]).join('') : bytes.join('');
    const state = await unpack(text).catch((error: Error) => {
      expect(error.message).toMatch(/^This link (is damaged: its program cannot be read|holds no program|is too long to be one of this page)\.$/);
    });
    if (!state) continue;
    states++;
    expect(typeof state.source).toBe('string');
    const { seed, input, limits = {} } = state.options ?? {};
    for (const value of [seed, state.step, state.task, ...Object.values(limits)]) expect(value === undefined || (Number.isSafeInteger(value) && value >= 0)).toBe(true);
    expect(input === undefined || input.every((line) => typeof line === 'string')).toBe(true);
    expect(['time', 'step', undefined]).toContain(state.axis);
  }
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1000 / 1000).toBeLessThan(25); // milliseconds each, on the whole
  expect(states).toBeGreaterThan(10);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
