// Every line of the stream of every test program is an event as the published JSON Schema describes it, by a validator
// that is not ours.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { ask, limits, programs, root } from './programs.mjs';

const schema = JSON.parse(readFileSync(`${root}/engine/trace/events.schema.json`, 'utf8'));

test('events of all programs are valid, numbered without a hole, and time never goes back', { timeout: 300_000 }, async () => {
  const ajv = new Ajv({ strict: true, keywords: ['x-category'], allErrors: false });
  ajv.addSchema(schema, 'events');
  // One validator a type: the schema's own oneOf would try all of them for each event.
  const validators = new Map();
  const pascal = (name) => name.split('_').map((part) => part[0].toUpperCase() + part.slice(1)).join('');
  const types = new Set();
  const sample = programs.filter((_, i) => i % 3 === 0);
  const answers = await ask('replay', sample, { limits: { ...limits, steps: 300_000 }, most: 2, facts: true, lines: true }, 20);
  for (const [i, { events }] of answers.entries()) {
    assert.ok(Array.isArray(events), sample[i]);
    let t = 0;
    for (const [seq, event] of events.slice(0, 5000).entries()) {
      if (!validators.has(event.type)) validators.set(event.type, ajv.compile({ $ref: `events#/$defs/${pascal(event.type)}` }));
      const valid = validators.get(event.type);
      assert.ok(valid(event), `${sample[i]}: ${JSON.stringify(event)}: ${ajv.errorsText(valid.errors)}`);
      assert.equal(event.seq, seq, sample[i]);
      assert.ok(event.t >= t, `${sample[i]}: time goes back at event ${seq}`);
      t = event.t;
      types.add(event.type);
    }
    assert.equal(events[0].type, 'run_started');
    assert.equal(events.at(-1).type, 'run_finished');
  }
  assert.ok(types.size > 45, `only ${types.size} types of events were seen`);
});

test('the whole schema agrees with its parts', () => {
  const ajv = new Ajv({ strict: true, keywords: ['x-category'] });
  const valid = ajv.compile(schema);
  const event = { seq: 0, t: 0, type: 'loop_created', loop: 1 };
  assert.ok(valid(event), ajv.errorsText(valid.errors));
  for (const wrong of [{ ...event, loop: 0 }, { ...event, more: 1 }, { ...event, type: 'nothing' }, { seq: 0, t: 0, type: 'loop_created' }]) {
    assert.ok(!valid(wrong), JSON.stringify(wrong));
  }
});
