// What an embedding page and the frame (embed.html) say to each other: {asyncPlayground: {v, id, type, data}}.
// The frame may be on another origin, or of none (sandbox="allow-scripts"), so neither side can ask who the other is by
// its origin alone: the frame listens to its parent only, and whatever does not have this shape is left alone.

export const VERSION = 1;

/** The longest program that a message may carry, in characters; the engine answers 10 MB, a page need not. */
const MAX_TEXT = 300_000;

/** What the embedding page may ask for; each is answered by `result` or `error` with the same id. */
export type Request =
  | { type: 'ping' }
  | { type: 'load'; data: LoadData }
  | { type: 'run' | 'reset' | 'check' | 'getState' }
  | { type: 'step'; data: { by: number } }
  | { type: 'goto'; data: { seq: number } | { time: number } }
  | { type: 'setState'; data: Record<string, unknown> }
  | { type: 'export'; data: { format: string } };

/** Attributes of <asyncio-playground> and the program's text. */
export interface LoadData {
  code?: string;
  attributes?: Record<string, string>;
}

export type Asked = Request & { id: string };

/** What the frame says: `pong` and `ready` once, then what happens. */
export type Said = 'pong' | 'ready' | 'run' | 'step' | 'change' | 'check' | 'error' | 'height' | 'result';

export interface Envelope {
  asyncPlayground: { v: number; id: string; type: string; data?: unknown };
}

export function envelope(type: Said, id: string, data?: unknown): Envelope {
  return { asyncPlayground: { v: VERSION, id, type, ...(data === undefined ? {} : { data }) } };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most;
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Attributes that a message may set. `src` is not among them: what the frame fetches is for its own page to say. */
export const SETTABLE = ['scenario', 'view', 'editor', 'autorun', 'at', 'select', 'params', 'seed', 'input', 'network', 'limits', 'theme', 'template', 'lang', 'title'] as const;

/**
 * A message's request; undefined where the message is none of ours (the frame stays silent), a text where it is one of
 * ours but wrong (the frame answers `error` with that text).
 */
export function readRequest(message: unknown): Asked | { id: string; wrong: string } | undefined {
  if (!isObject(message) || !isObject(message.asyncPlayground)) return undefined;
  const { v, id, type, data } = message.asyncPlayground;
  if (!isText(id, 200)) return undefined;
  const wrong = (text: string) => ({ id, wrong: text });
  if (v !== VERSION) return wrong(`this is version ${VERSION} of the protocol, and the message says ${String(v).slice(0, 20)}`);
  switch (type) {
    case 'ping':
    case 'run':
    case 'reset':
    case 'check':
    case 'getState':
      return { id, type };
    case 'load': {
      if (!isObject(data)) return wrong('load needs data: {code, attributes}');
      const { code, attributes } = data;
      if (code !== undefined && !isText(code, MAX_TEXT)) return wrong(`load: code is a text of at most ${MAX_TEXT} characters`);
      if (attributes !== undefined) {
        if (!isObject(attributes)) return wrong('load: attributes is an object of names and texts');
        for (const [name, value] of Object.entries(attributes)) {
          if (!(SETTABLE as readonly string[]).includes(name)) return wrong(`load: there is no attribute '${name.slice(0, 40)}' to set; there are ${SETTABLE.join(', ')}`);
          if (!isText(value, MAX_TEXT)) return wrong(`load: the attribute '${name}' is a text`);
        }
      }
      return { id, type, data: { ...(code === undefined ? {} : { code }), ...(attributes === undefined ? {} : { attributes: attributes as Record<string, string> }) } };
    }
    case 'step':
      if (!isObject(data) || !isNumber(data.by)) return wrong('step needs data: {by: 1} or {by: -1}');
      return { id, type, data: { by: Math.trunc(data.by) } };
    case 'goto':
      if (isObject(data) && isNumber(data.seq)) return { id, type, data: { seq: data.seq } };
      if (isObject(data) && isNumber(data.time)) return { id, type, data: { time: data.time } };
      return wrong('goto needs data: {seq: 37} or {time: 1.2}');
    case 'setState':
      if (!isObject(data)) return wrong('setState needs data: what getState gave');
      return { id, type, data };
    case 'export':
      if (!isObject(data) || !isText(data.format, 40)) return wrong("export needs data: {format: 'ndjson'}");
      return { id, type, data: { format: data.format } };
    default:
      return wrong(`there is no request '${String(type).slice(0, 40)}'; there are ping, load, run, reset, step, goto, check, getState, setState, export`);
  }
}
