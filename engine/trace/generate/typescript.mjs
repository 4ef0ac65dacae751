// TypeScript: the events as a discriminated union, the decoder of binary chunks, and docs at run time.
import { ID_FAMILIES, isSmall, layout } from './schema.mjs';

const BANNER = '// Generated from engine/trace/events.def by engine/trace/generate.mjs. Do not edit.\n';

const tsType = (field) => {
  if (field.kind === 'enum') return field.enum.name;
  if (ID_FAMILIES[field.type]) return ID_FAMILIES[field.type];
  return {
    line: 'Line', count: 'number', int: 'number', seconds: 'Seconds',
    bool: field.optional ? 'true' : 'boolean', text: 'string', futures: 'FutureId[]',
  }[field.type];
};

// A single-quoted literal, as the web folder writes them.
const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function enumType(item) {
  const rows = item.values.map((v) => `  | ${quoted(v.name)}${v.doc ? ` // ${v.doc}` : ''}`);
  return `export type ${item.name} =\n${rows.join('\n')};\n`;
}

function eventInterface(event) {
  const rows = event.fields.map((f) => {
    const doc = f.doc ? `  /** ${f.doc} */\n` : '';
    return `${doc}  ${f.name}${f.optional ? '?' : ''}: ${tsType(f)};`;
  });
  return `/** ${event.doc} */
export interface ${event.type} extends EventBase {
  type: '${event.name}';
${rows.join('\n')}
}
`.replace('\n\n}', '\n}');
}

function decodeCase(event, number) {
  const { small, slots, payloads, fixedWords } = layout(event);
  const valueOf = (field) => {
    if (isSmall(field)) {
      const { shift } = small.find((s) => s.field === field);
      const index = `(head >> ${shift}) & 255`;
      return field.kind === 'bool' ? `(${index}) !== 0` : `${field.enum.name}Words[${index}]`;
    }
    const { word } = slots.find((s) => s.field === field);
    return {
      word: `w[i + ${word}]`,
      int: `this.int(w, i + ${word})`,
      seconds: `this.float(w, i + ${word})`,
      text: `this.text(w, w[i + ${word}])`,
      list: `this.list(w, w[i + ${word}])`,
    }[field.kind];
  };
  const present = (field) => {
    if (field.kind === 'bool') return valueOf(field);
    const { word } = slots.find((s) => s.field === field);
    if (field.kind === 'seconds') return `!Number.isNaN(this.float(w, i + ${word}))`;
    return `w[i + ${word}] !== 0`;
  };
  // Payloads are read in the order of fields, so an event with texts is filled in that order too.
  const inLiteral = [];
  const later = [];
  let literalEnded = false;
  for (const field of event.fields) {
    literalEnded ||= field.optional;
    if (literalEnded) later.push(field);
    else inLiteral.push(`${field.name}: ${valueOf(field)}`);
  }
  const fixed = payloads.length > 0 ? `this.at = i + ${fixedWords};` : '';
  // Fields that must be there but stand after an optional one go into the literal unless they are payloads.
  const required = later.filter((f) => !f.optional);
  for (const field of required) {
    if (payloads.includes(field) && later.some((f) => f.optional && payloads.includes(f) && event.fields.indexOf(f) < event.fields.indexOf(field))) {
      throw new Error(`${event.name}.${field.name}: a text or list that is always there must stand before optional ones`);
    }
    inLiteral.push(`${field.name}: ${valueOf(field)}`);
  }
  const optional = later.filter((f) => f.optional);
  const literal = [`seq`, `t`, `type: '${event.name}'`, ...inLiteral].join(', ');
  const body = [];
  if (fixed) body.push(fixed);
  if (optional.length === 0) {
    body.push(`out.push({ ${literal} });`);
  } else {
    body.push(`const e: ${event.type} = { ${literal} };`);
    for (const f of optional) {
      body.push(f.kind === 'bool' ? `if (${valueOf(f)}) e.${f.name} = true;` : `if (${present(f)}) e.${f.name} = ${valueOf(f)};`);
    }
    body.push('out.push(e);');
  }
  body.push(payloads.length > 0 ? 'i = this.at;' : `i += ${fixedWords};`, 'break;');
  return `        case ${number}: {\n${body.map((line) => `          ${line}`).join('\n')}\n        }`;
}

export function typeScript(schema) {
  const { categories, enums, events } = schema;
  return `${BANNER}
/** Number of the schema, which run_started repeats. */
export const SCHEMA = ${schema.version};

export type Seconds = number;
/** Line of the program, from 1. */
export type Line = number;
${Object.values(ID_FAMILIES).map((name) => `export type ${name} = number;`).join('\n')}

${enums.map(enumType).join('\n')}
export interface EventBase {
  /** 0, 1, 2 ... without a hole */
  seq: number;
  /** virtual time */
  t: Seconds;
}

${events.map(eventInterface).join('\n')}
export type TraceEvent =
${events.map((e) => `  | ${e.type}`).join('\n')};

export type EventType = TraceEvent['type'];
export type EventOf<T extends EventType> = Extract<TraceEvent, { type: T }>;

/** Categories of events; those marked \`true\` are recorded unless told otherwise. */
export const CATEGORIES = {
${categories.map((c) => `  /** ${c.doc} */\n  ${c.name}: ${c.on},`).join('\n')}
} as const;
export type Category = keyof typeof CATEGORIES;

/** Every event with its category, in the order of events.def. */
export const EVENT_CATEGORIES: Readonly<Record<EventType, Category>> = {
${events.map((e) => `  ${e.name}: '${e.category}',`).join('\n')}
};

export const EVENT_TYPES = Object.keys(EVENT_CATEGORIES) as readonly EventType[];

/** What each event says, in one or two sentences. */
export const EVENT_DOCS: Readonly<Record<EventType, string>> = {
${events.map((e) => `  ${e.name}: ${quoted(e.doc)},`).join('\n')}
};

${enums.map((item) => `const ${item.name}Words: readonly ${item.name}[] = [${item.values.map((v) => quoted(v.name)).join(', ')}];`).join('\n')}

/**
 * Decodes the recorder's binary chunks (engine/trace/recorder.hpp says how they lie) into the objects that the NDJSON
 * stream holds, several times faster. Chunks hold whole events and need no order among each other.
 */
export class EventDecoder {
  private readonly utf8 = new TextDecoder();
  private readonly pair = new Uint32Array(2);
  private readonly double = new Float64Array(this.pair.buffer);
  private at = 0;

  /** Appends the events of a chunk to \`out\`. */
  decode(w: Uint32Array, out: TraceEvent[]): void {
    let seq = 0;
    let t = 0;
    let i = 0;
    while (i < w.length) {
      const head = w[i];
      switch (head & 255) {
        case 0:
          seq = w[i + 1] + w[i + 2] * 4294967296;
          t = this.float(w, i + 3);
          i += 5;
          continue;
${events.map((event, n) => decodeCase(event, n + 1)).join('\n')}
        default:
          throw new Error(\`not an event: \${head & 255}\`);
      }
      seq++;
    }
  }

  private float(w: Uint32Array, i: number): number {
    this.pair[0] = w[i];
    this.pair[1] = w[i + 1];
    return this.double[0];
  }

  private int(w: Uint32Array, i: number): number {
    return w[i] + (w[i + 1] | 0) * 4294967296;
  }

  private text(w: Uint32Array, bytes: number): string {
    const start = this.at;
    this.at = start + ((bytes + 3) >> 2);
    // Names are short and plain: joining their characters is faster than a call into the decoder.
    if (bytes <= 24) {
      let text = '';
      for (let k = 0; k < bytes; k++) {
        const c = (w[start + (k >> 2)] >> ((k & 3) << 3)) & 255;
        if (c >= 128) return this.wide(w, start, bytes);
        text += String.fromCharCode(c);
      }
      return text;
    }
    return this.wide(w, start, bytes);
  }

  private wide(w: Uint32Array, start: number, bytes: number): string {
    return this.utf8.decode(new Uint8Array(w.buffer, w.byteOffset + start * 4, bytes));
  }

  private list(w: Uint32Array, items: number): number[] {
    const start = this.at;
    this.at = start + items;
    return Array.from(w.subarray(start, start + items));
  }
}
`;
}
