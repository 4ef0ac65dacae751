import { expect, test } from 'vitest';
import { answered, frameResize, messageIds, splice } from '../../../web/src/embed/adapters.ts';
import { envelope, readRequest } from '../../../web/src/embed/messages.ts';

const ask = (type: unknown, data?: unknown, v: unknown = 1, id: unknown = 'a') => readRequest({ asyncPlayground: { v, id, type, data } });

test('what is not ours is left alone', () => {
  for (const message of [undefined, null, 7, 'ping', [], {}, { asyncPlayground: 1 }, { asyncPlayground: { v: 1, type: 'ping' } }, { subject: 'lti.frameResize' }]) {
    expect(readRequest(message)).toBeUndefined();
  }
  expect(readRequest({ asyncPlayground: { v: 1, id: 'x'.repeat(201), type: 'ping' } })).toBeUndefined();
});

test('requests come through, and only what belongs to them', () => {
  expect(ask('ping', { whatever: 1 })).toEqual({ id: 'a', type: 'ping' });
  expect(ask('step', { by: -1.7 })).toEqual({ id: 'a', type: 'step', data: { by: -1 } });
  expect(ask('goto', { time: 1.2, more: 1 })).toEqual({ id: 'a', type: 'goto', data: { time: 1.2 } });
  expect(ask('load', { code: 'print(1)', attributes: { view: 'timeline' } })).toEqual({ id: 'a', type: 'load', data: { code: 'print(1)', attributes: { view: 'timeline' } } });
});

test('what is wrong is said in a sentence that names it', () => {
  const wrong = (answer: unknown) => (answer as { wrong: string }).wrong;
  expect(wrong(ask('ping', undefined, 2))).toContain('version 1');
  expect(wrong(ask('jump'))).toContain("'jump'");
  expect(wrong(ask('goto', { seq: '3' }))).toContain('{seq: 37}');
  expect(wrong(ask('step'))).toContain('{by: 1}');
  expect(wrong(ask('load', { code: 7 }))).toContain('code is a text');
  expect(wrong(ask('load', { attributes: { src: 'https://evil.example' } }))).toContain("'src'");
  expect(wrong(ask('load', { attributes: { onclick: 'x' } }))).toContain("'onclick'");
  expect(wrong(ask('load', { code: 'x'.repeat(300_001) }))).toContain('300000');
});

test('an envelope has no data where there is none to tell', () => {
  expect(envelope('pong', '7')).toEqual({ asyncPlayground: { v: 1, id: '7', type: 'pong' } });
});

test('learning systems get their own words', () => {
  expect(frameResize(301.2)).toEqual({ subject: 'lti.frameResize', height: 302 });
  const next = messageIds('ap');
  expect([next(), next()]).toEqual(['ap-1', 'ap-2']);
  expect(splice.reportScoreAndState('m', 1.5, { code: '' }).score).toBe(1);
  expect(splice.readState({ subject: 'SPLICE.getState.response', message_id: 'm', state: { a: 1 } }, 'm')).toEqual({ a: 1 });
  expect(splice.readState({ subject: 'SPLICE.getState.response', message_id: 'other', state: { a: 1 } }, 'm')).toBeUndefined();
  expect(splice.readState({ subject: 'SPLICE.getState.response', message_id: 'm', state: 'text' }, 'm')).toBeUndefined();
  const statement = answered('https://x.example/loop', 'Who is first?', { correct: true, score: 1, attempt: 2, misconceptions: [], transcript: { a: 1 } }, 12.34) as any;
  expect(statement.verb.id).toMatch(/answered$/);
  expect(statement.result).toMatchObject({ success: true, score: { scaled: 1 }, duration: 'PT12.3S' });
});
