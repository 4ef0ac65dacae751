// Every event of every test program is as the published JSON Schema describes it, by a validator that is not ours.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { ask, limits, programs, root } from './programs.mjs';

const schema = JSON.parse(readFileSync(`${root}/engine/trace/events.schema.json`, 'utf8'));
const ajv = new Ajv({ strict: true, keywords: ['x-category'], allErrors: false });
ajv.addSchema(schema, 'events');
// One validator a type: the schema's own oneOf would try all of them for each event.
const validators = new Map(schema.oneOf.map(({ $ref }) => {
  const name = $ref.replace('#/$defs/', '');
  return [schema.$defs[name].properties.type.const, ajv.compile({ $ref: `events#/$defs/${name}` })];
}));

/** Checks the events of these programs; counts them by type. */
async function check(files, options) {
  const seen = new Map();
  const answers = await ask('replay', files, { most: 2, facts: true, ...options }, 20);
  for (const [i, { events }] of answers.entries()) {
    assert.ok(Array.isArray(events), files[i]);
    let t = 0;
    for (const [seq, event] of events.entries()) {
      const valid = validators.get(event.type);
      assert.ok(valid, `${files[i]}: there is no type ${event.type}`);
      assert.ok(valid(event), `${files[i]}: ${JSON.stringify(event)}: ${ajv.errorsText(valid.errors)}`);
      assert.equal(event.seq, seq, files[i]);
      assert.ok(event.t >= t, `${files[i]}: time goes back at event ${seq}`);
      t = event.t;
      seen.set(event.type, (seen.get(event.type) ?? 0) + 1);
    }
    assert.equal(events[0].type, 'run_started');
    assert.equal(events.at(-1).type, 'run_finished');
  }
  return seen;
}

test('events of all programs are valid, numbered without a hole, and time never goes back', { timeout: 300_000 }, async () => {
  const seen = await check(programs, { limits });
  // With what is told only where somebody asks, as far as some thousand steps.
  const more = await check(programs, { limits: { ...limits, steps: 2000 }, lines: true, lines_in_a_row: 100, diagnose: true });
  assert.deepEqual([...validators.keys()].filter((type) => !seen.has(type) && !more.has(type)), [], 'types that no program gave');
});

test('the whole schema agrees with its parts', () => {
  const valid = ajv.compile(schema);
  const event = { seq: 0, t: 0, type: 'loop_created', loop: 1 };
  assert.ok(valid(event), ajv.errorsText(valid.errors));
  for (const wrong of [{ ...event, loop: 0 }, { ...event, more: 1 }, { ...event, type: 'nothing' }, { seq: 0, t: 0, type: 'loop_created' }]) {
    assert.ok(!valid(wrong), JSON.stringify(wrong));
  }
});
