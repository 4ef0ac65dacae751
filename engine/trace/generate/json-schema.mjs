// JSON Schema of one line of NDJSON, for people who read the stream with their own tools.
import { ID_FAMILIES } from './schema.mjs';

const ID_DOCS = {
  task: 'id of a task; tasks and futures count together',
  future: 'id of a future or a task',
  handle: 'id of a handle or timer',
};

function fieldSchema(field) {
  const doc = field.doc ? { description: field.doc } : {};
  if (field.kind === 'enum') return { $ref: `#/$defs/${field.enum.name}`, ...doc };
  if (ID_FAMILIES[field.type]) return { $ref: `#/$defs/${ID_FAMILIES[field.type]}`, ...doc };
  return {
    line: { type: 'integer', minimum: field.optional ? 1 : 0, ...doc },
    count: { type: 'integer', minimum: 0, maximum: 4294967295, ...doc },
    int: { type: 'integer', ...doc },
    seconds: { type: 'number', ...doc },
    bool: field.optional ? { const: true, ...doc } : { type: 'boolean', ...doc },
    text: { type: 'string', ...doc },
    futures: { type: 'array', items: { $ref: '#/$defs/FutureId' }, ...doc },
  }[field.type];
}

function eventSchema(event) {
  const properties = {
    seq: { type: 'integer', minimum: 0 },
    t: { type: 'number' },
    type: { const: event.name },
  };
  for (const field of event.fields) properties[field.name] = fieldSchema(field);
  return {
    description: event.doc,
    'x-category': event.category,
    type: 'object',
    properties,
    required: ['seq', 't', 'type', ...event.fields.filter((f) => !f.optional).map((f) => f.name)],
    additionalProperties: false,
  };
}

export function jsonSchema(schema) {
  const defs = {};
  for (const [family, name] of Object.entries(ID_FAMILIES)) {
    defs[name] = { type: 'integer', minimum: 1, description: ID_DOCS[family] ?? `id of a ${family}` };
  }
  for (const item of schema.enums) {
    const docs = item.values.filter((v) => v.doc).map((v) => `${v.name}: ${v.doc}`);
    defs[item.name] = {
      ...(docs.length > 0 ? { description: docs.join('; ') } : {}),
      enum: item.values.map((v) => v.name),
    };
  }
  for (const event of schema.events) defs[event.type] = eventSchema(event);
  return `${JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Asyncio Playground event',
    description:
      'One event of a run: one line of the NDJSON stream. Generated from events.def. ' +
      `Schema number ${schema.version}, which the first event, run_started, repeats.`,
    type: 'object',
    required: ['seq', 't', 'type'],
    oneOf: schema.events.map((event) => ({ $ref: `#/$defs/${event.type}` })),
    $defs: defs,
  }, null, 2)}\n`;
}
