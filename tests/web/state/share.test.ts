import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pack, unpack } from '../../../web/src/state/share.ts';

const link = (text: string | Uint8Array) => deflateRawSync(text).toString('base64url');

test('a state survives the way there and back', async () => {
  const state = { source: 'print("🌰", 1)\n'.repeat(500), seed: 3, step: 17, task: 2, axis: 'step' as const };
  const text = await pack(state);
  expect(text).toMatch(/^[\w-]+$/);
  expect(text.length).toBeLessThan(400);
  expect(await unpack(text)).toEqual(state);
});

test('what is no state is refused with a sentence', async () => {
  await expect(unpack('%%%')).rejects.toThrow('damaged');
  await expect(unpack('AAAA')).rejects.toThrow('damaged');
  await expect(unpack(link('{"source": 7}'))).rejects.toThrow('no program');
  await expect(unpack(link('null'))).rejects.toThrow('no program');
  expect(await unpack(link('{"source":"x","seed":-1,"step":"<b>","axis":"up"}'))).toEqual({ source: 'x' });
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
