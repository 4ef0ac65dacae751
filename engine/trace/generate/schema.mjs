// Reads events.def (its head describes the syntax) into
//   { version, categories: [{name, on, doc}], enums: [{name, values: [{name, doc}]}],
//     events: [{name, type, category, doc, fields: [{name, optional, kind, enum?, doc}]}] }
// where `kind` is the wire form of a field: word, int, seconds, text, list, bool, enum.

export const ID_FAMILIES = {
  task: 'TaskId',
  future: 'FutureId',
  handle: 'HandleId',
  coroutine: 'CoroutineId',
  sync: 'SyncId',
  scope: 'ScopeId',
  thread: 'ThreadId',
  loop: 'LoopId',
  request: 'RequestId',
  connection: 'ConnectionId',
  context: 'ContextId',
};

const KINDS = { line: 'word', count: 'word', int: 'int', seconds: 'seconds', bool: 'bool', text: 'text', futures: 'list' };
for (const family of Object.keys(ID_FAMILIES)) KINDS[family] = 'word';

// Bytes of a record's first word beside its type.
const MAX_SMALL_FIELDS = 3;

export const pascal = (name) => name.split('_').map((part) => part[0].toUpperCase() + part.slice(1)).join('');

export const isSmall = (field) => field.kind === 'enum' || field.kind === 'bool';

export function parseSchema(source) {
  const schema = { version: 0, categories: [], enums: [], events: [] };
  let block = null;
  let number = 0;
  const fail = (message) => {
    throw Object.assign(new Error(message), { line: number });
  };
  const fresh = (list, name, what) => {
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name ?? '')) fail(`${what} needs a name`);
    if (list.some((other) => other.name === name)) fail(`${what} ${name} is there twice`);
  };

  const head = {
    schema(rest) {
      schema.version = Number(rest);
      if (!(schema.version >= 1)) fail('schema needs a number');
      return null;
    },
    category(rest) {
      const [, name, on, doc] = /^(\w+)\s+(on|off)\s+(.+)$/.exec(rest) ?? fail('category NAME on|off doc');
      fresh(schema.categories, name, 'category');
      schema.categories.push({ name, on: on === 'on', doc });
      return null;
    },
    enum(rest) {
      fresh(schema.enums, rest, 'enum');
      const item = { name: rest, values: [] };
      schema.enums.push(item);
      return { enum: item };
    },
    event(rest) {
      const [name, category] = rest.split(/\s+/);
      fresh(schema.events, name, 'event');
      if (!schema.categories.some((c) => c.name === category)) fail(`no category ${category}`);
      const event = { name, type: pascal(name), category, doc: '', fields: [] };
      schema.events.push(event);
      return { event };
    },
  };

  function enumValue(item, text) {
    const [, name, doc] = /^(\w+)(?:\s+(.+))?$/.exec(text) ?? fail('an enum value is NAME doc');
    fresh(item.values, name, 'enum value');
    item.values.push({ name, doc: doc ?? '' });
  }

  function eventLine(event, text) {
    if (text.startsWith('|')) {
      event.doc = `${event.doc} ${text.slice(1).trim()}`.trim();
      return;
    }
    const [, name, mark, type, doc] = /^(\w+)(\??)\s+(\w+)(?:\s+(.+))?$/.exec(text) ?? fail('a field is NAME TYPE doc');
    fresh(event.fields, name, 'field');
    if (['seq', 't', 'type'].includes(name)) fail(`every event has ${name} already`);
    const asEnum = schema.enums.find((item) => item.name === type);
    const kind = asEnum ? 'enum' : KINDS[type];
    if (!kind) fail(`no type ${type}`);
    event.fields.push({ name, optional: mark === '?', type, kind, enum: asEnum, doc: doc ?? '' });
    if (mark && (asEnum || type === 'int')) fail(`a field of type ${type} is always there`);
    if (event.fields.filter(isSmall).length > MAX_SMALL_FIELDS) {
      fail(`${event.name} has more than ${MAX_SMALL_FIELDS} enum and bool fields, which is all that a record holds`);
    }
  }

  for (const line of source.split('\n')) {
    number++;
    const text = line.replace(/^#.*/, '').trimEnd();
    if (text.trim() === '') continue;
    if (/^\s/.test(text)) {
      if (!block) fail('a line of a block stands outside any');
      if (block.enum) enumValue(block.enum, text.trim());
      else eventLine(block.event, text.trim());
    } else {
      const [, word, rest] = /^(\w+)\s+(.*)$/.exec(text) ?? fail('not understood');
      if (!Object.hasOwn(head, word)) fail(`not understood: ${word}`);
      block = head[word](rest.trim());
    }
  }
  for (const event of schema.events) if (!event.doc) fail(`event ${event.name} has no doc`);
  if (schema.events.length > 254) fail('more events than a byte can number');
  if (schema.categories.length > 32) fail('more categories than a mask has bits');
  return schema;
}

// How a record of this event lies in memory: see recorder.hpp.
//   small: [{field, shift}]   slots: [{field, word}]   payloads: text and list fields   fixedWords
export function layout(event) {
  let word = 1;
  let shift = 8;
  const small = [];
  const slots = [];
  for (const field of event.fields) {
    if (isSmall(field)) {
      small.push({ field, shift });
      shift += 8;
    } else {
      slots.push({ field, word });
      word += field.kind === 'int' || field.kind === 'seconds' ? 2 : 1;
    }
  }
  const payloads = event.fields.filter((field) => field.kind === 'text' || field.kind === 'list');
  return { small, slots, payloads, fixedWords: word };
}
