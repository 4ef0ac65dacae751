// The files beside this one hold each event twice, as text and as the recorder's words; ndjson.test.cpp writes them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { transformSync } from 'esbuild';

const text = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const { code } = transformSync(text('../../../web/src/trace/events.generated.ts'), { loader: 'ts', format: 'esm' });
const { EVENT_CATEGORIES, EVENT_DOCS, EVENT_TYPES, EventDecoder, SCHEMA } = await import(
  `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
);

const beside = (name) => readFileSync(new URL(name, import.meta.url));
const lines = beside('every-event.ndjson').toString().trimEnd().split('\n');
const events = lines.map((line) => JSON.parse(line));
const schema = JSON.parse(text('../../../engine/trace/events.schema.json'));

function words() {
  const bytes = beside('every-event.bin');
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

// As much of JSON Schema as the generated one uses; an unknown keyword is an error, so that nothing goes unchecked.
function problems(value, rule, at) {
  const found = [];
  for (const [keyword, wanted] of Object.entries(rule)) {
    switch (keyword) {
      case 'description': case 'title': case '$schema': case '$defs': case 'x-category': break;
      case '$ref': found.push(...problems(value, schema.$defs[wanted.replace('#/$defs/', '')], at)); break;
      case 'oneOf':
        if (wanted.filter((r) => problems(value, r, at).length === 0).length !== 1) found.push(`${at} is not exactly one of`);
        break;
      case 'type': {
        const is = { object: value?.constructor === Object, array: Array.isArray(value), integer: Number.isInteger(value) }[wanted];
        if (!(is ?? typeof value === wanted)) found.push(`${at} is not of type ${wanted}`);
        break;
      }
      case 'const': if (value !== wanted) found.push(`${at} is not ${wanted}`); break;
      case 'enum': if (!wanted.includes(value)) found.push(`${at} is none of ${wanted}`); break;
      case 'minimum': if (value < wanted) found.push(`${at} is below ${wanted}`); break;
      case 'maximum': if (value > wanted) found.push(`${at} is above ${wanted}`); break;
      case 'items': value.forEach?.((item, i) => found.push(...problems(item, wanted, `${at}[${i}]`))); break;
      case 'required': for (const key of wanted) if (!(key in value)) found.push(`${at} has no ${key}`); break;
      case 'properties':
        for (const [key, r] of Object.entries(wanted)) if (key in value) found.push(...problems(value[key], r, `${at}.${key}`));
        break;
      case 'additionalProperties':
        for (const key of Object.keys(value)) if (!(key in rule.properties)) found.push(`${at} has ${key} too`);
        break;
      default: throw new Error(`unknown keyword ${keyword}`);
    }
  }
  return found;
}

test('each event is there twice', () => {
  assert.deepEqual(events.map((event) => event.type), EVENT_TYPES.flatMap((type) => [type, type]));
  assert.deepEqual(events.map((event) => event.seq), events.map((_, i) => i));
});

test('each line is as the JSON Schema says, and only as that', () => {
  for (const event of events) assert.deepEqual(problems(event, schema, event.type), []);
  const [first] = events;
  assert.notDeepEqual(problems({ ...first, extra: 1 }, schema, 'x'), []);
  assert.notDeepEqual(problems({ ...first, type: 'nothing' }, schema, 'x'), []);
  assert.notDeepEqual(problems({ ...first, schema: -1 }, schema, 'x'), []);
  const { seq: _, ...without } = first;
  assert.notDeepEqual(problems(without, schema, 'x'), []);
});

test('the binary form decodes into what the text says', () => {
  const decoded = [];
  new EventDecoder().decode(words(), decoded);
  assert.deepEqual(decoded, events);
});

test('what is no event is refused', () => {
  assert.throws(() => new EventDecoder().decode(new Uint32Array([255]), []), /not an event/);
});

test('every event has a category and a sentence', () => {
  assert.deepEqual(Object.keys(EVENT_DOCS), EVENT_TYPES);
  for (const type of EVENT_TYPES) assert.ok(EVENT_CATEGORIES[type]);
  assert.equal(SCHEMA, 1);
});
