// JSON Schema (2020-12), as much of it as scenarios/*.schema.json uses, with errors for authors: the JSON path, what stands
// there, what is wanted. Where a schema has alternatives (predicates, kinds of questions), the one that was meant is found by
// its constants and heads, and only its errors are told.

export type Schema = { [keyword: string]: unknown };

export interface Fault {
  /** `questions[2].key.from`; empty: the document itself */
  path: string;
  message: string;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};
const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value);
const fits = (type: string, value: unknown): boolean => typeOf(value) === type || (type === 'number' && typeof value === 'number');
const WORDS: Record<string, string> = { object: 'an object', array: 'a list', string: 'a text', number: 'a number', integer: 'a whole number', boolean: 'true or false', null: 'null' };

export class Validator {
  private readonly byId = new Map<string, Schema>();

  constructor(schemas: Schema[]) {
    for (const schema of schemas) this.byId.set(String(schema['$id']), schema);
  }

  /** The faults of a document against a schema, by its `$id`. */
  check(document: unknown, id: string): Fault[] {
    const schema = this.byId.get(id);
    if (!schema) throw new Error(`there is no schema ${id}`);
    const faults: Fault[] = [];
    this.visit(document, schema, schema, '', faults);
    return faults;
  }

  private resolve(ref: string, root: Schema): [Schema, Schema] {
    const [id, pointer = ''] = ref.split('#');
    const base = id ? this.byId.get(id) : root;
    const found = pointer.split('/').filter(Boolean).reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), base);
    if (!base || !isObject(found)) throw new Error(`a schema refers to ${ref}, which is not there`);
    return [found, base];
  }

  private visit(value: unknown, schema: Schema, root: Schema, path: string, faults: Fault[]): void {
    const say = (message: string, at = path) => faults.push({ path: at, message });
    const { $ref, type, oneOf, allOf, enum: values, const: constant } = schema;
    if (typeof $ref === 'string') {
      const [target, base] = this.resolve($ref, root);
      this.visit(value, target, base, path, faults);
    }
    if (type !== undefined) {
      const types = [type].flat() as string[];
      if (!types.some((one) => fits(one, value))) return void say(`${types.map((one) => WORDS[one]).join(' or ')} is wanted here, not ${shown(value)}`);
    }
    if (constant !== undefined && value !== constant) say(`${shown(constant)} is wanted here, not ${shown(value)}`);
    if (Array.isArray(values) && !values.includes(value)) say(`one of ${values.map(shown).join(', ')} is wanted here, not ${shown(value)}`);
    for (const part of (allOf as Schema[] | undefined) ?? []) this.visit(value, part, root, path, faults);
    if (isObject(schema['if']) && isObject(schema['then']) && this.faultsOf(value, schema['if'], root).length === 0) this.visit(value, schema['then'], root, path, faults);
    if (Array.isArray(oneOf)) this.alternatives(value, oneOf as Schema[], root, path, faults);
    if (typeof value === 'string') this.text(value, schema, say);
    if (typeof value === 'number') {
      const { minimum, maximum, exclusiveMinimum } = schema as Record<string, number | undefined>;
      if (minimum !== undefined && value < minimum) say(`at least ${minimum} is wanted, not ${value}`);
      if (maximum !== undefined && value > maximum) say(`at most ${maximum} is wanted, not ${value}`);
      if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) say(`more than ${exclusiveMinimum} is wanted, not ${value}`);
    }
    if (Array.isArray(value)) this.list(value, schema, root, path, faults);
    if (isObject(value)) this.object(value, schema, root, path, faults);
  }

  private text(value: string, schema: Schema, say: (message: string) => void): void {
    const { pattern, minLength, maxLength, description } = schema;
    if (typeof minLength === 'number' && [...value].length < minLength) say('it must not be empty');
    if (typeof maxLength === 'number' && [...value].length > maxLength) say(`at most ${maxLength} characters, not ${[...value].length}`);
    if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value)) say(`${shown(value)} does not have the form that is wanted here${typeof description === 'string' ? `: ${description}` : ''}`);
  }

  private list(value: unknown[], schema: Schema, root: Schema, path: string, faults: Fault[]): void {
    const { items, prefixItems, minItems, maxItems, uniqueItems } = schema;
    const first = (prefixItems as Schema[] | undefined) ?? [];
    value.forEach((item, i) => {
      const own = first[i] ?? items;
      if (isObject(own)) this.visit(item, own, root, `${path}[${i}]`, faults);
      else if (own === false) faults.push({ path: `${path}[${i}]`, message: 'one too many' });
    });
    if (typeof minItems === 'number' && value.length < minItems) faults.push({ path, message: `at least ${minItems} wanted, not ${value.length}` });
    if (typeof maxItems === 'number' && value.length > maxItems) faults.push({ path, message: `at most ${maxItems} wanted, not ${value.length}` });
    if (uniqueItems && new Set(value.map((item) => JSON.stringify(item))).size < value.length) faults.push({ path, message: 'something stands here twice' });
  }

  private object(value: Record<string, unknown>, schema: Schema, root: Schema, path: string, faults: Fault[]): void {
    const properties = (schema['properties'] as Record<string, Schema> | undefined) ?? {};
    const { additionalProperties, required, propertyNames, minProperties } = schema;
    const at = (name: string) => (path ? `${path}.${name}` : name);
    for (const name of (required as string[] | undefined) ?? []) {
      const about = properties[name]?.['description'];
      if (!(name in value)) faults.push({ path: at(name), message: `it is missing${typeof about === 'string' ? `: ${about}` : ''}` });
    }
    for (const [name, item] of Object.entries(value)) {
      const own = properties[name];
      if (own) this.visit(item, own, root, at(name), faults);
      else if (isObject(additionalProperties)) this.visit(item, additionalProperties, root, at(name), faults);
      else if (additionalProperties === false) {
        const near = nearest(name, Object.keys(properties));
        faults.push({ path: at(name), message: near ? `there is no such member; did you mean "${near}"?` : `there is no such member; there are ${Object.keys(properties).join(', ')}` });
      }
      if (isObject(propertyNames)) for (const { message } of this.faultsOf(name, propertyNames, root)) faults.push({ path: at(name), message });
    }
    if (typeof minProperties === 'number' && Object.keys(value).length < minProperties) faults.push({ path, message: 'it must not be empty' });
  }

  private faultsOf(value: unknown, schema: Schema, root: Schema): Fault[] {
    const faults: Fault[] = [];
    this.visit(value, schema, root, '', faults);
    return faults;
  }

  /** Exactly one must fit. Where none does, the errors of the likeliest are told. */
  private alternatives(value: unknown, schemas: Schema[], root: Schema, path: string, faults: Fault[]): void {
    const tried = schemas.map((schema) => {
      const own: Fault[] = [];
      this.visit(value, schema, root, path, own);
      return { own, like: this.likeness(value, schema, root) };
    });
    if (tried.some(({ own }) => own.length === 0)) return;
    const best = tried.reduce((a, b) => (b.like > a.like || (b.like === a.like && b.own.length < a.own.length) ? b : a));
    if (best.like > 0) faults.push(...best.own);
    else faults.push({ path, message: `${shown(value)} is none of what may stand here; scenarios/README.md lists it` });
  }

  private likeness(value: unknown, schema: Schema, root: Schema): number {
    if (typeof schema['$ref'] === 'string') {
      const [target, base] = this.resolve(schema['$ref'], root);
      return this.likeness(value, target, base);
    }
    if (Array.isArray(schema['oneOf'])) return Math.max(...(schema['oneOf'] as Schema[]).map((one) => this.likeness(value, one, root)));
    if (!isObject(value)) return typeof schema['type'] === 'string' && fits(schema['type'], value) ? 1 : 0;
    const properties = (schema['properties'] as Record<string, Schema> | undefined) ?? {};
    let like = 0;
    for (const [name, own] of Object.entries(properties)) if (own['const'] !== undefined && value[name] === own['const']) like += 10;
    for (const name of (schema['required'] as string[] | undefined) ?? []) if (name in value) like += 1;
    return like;
  }
}

function nearest(name: string, names: string[]): string | undefined {
  const distance = (a: string, b: string): number => {
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      row = next;
    }
    return row[b.length]!;
  };
  const best = names.map((one) => [distance(name, one), one] as const).sort((a, b) => a[0] - b[0])[0];
  return best && best[0] <= 1 + name.length / 3 ? best[1] : undefined;
}
