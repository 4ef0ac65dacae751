// Constants at a program's top level, NAME = number: they get sliders, and a scenario's parameters set them.

export interface Constant {
  name: string;
  value: number;
  integer: boolean;
  line: number;
}

const PATTERN = /^([A-Z][A-Z0-9_]*)([ \t]*=[ \t]*)(-?\d+(?:\.\d+)?)(?=[ \t]*(?:#.*)?$)/gm;

export function constants(source: string): Constant[] {
  return [...source.matchAll(PATTERN)].map((match) => ({
    name: match[1]!, value: Number(match[3]), integer: !match[3]!.includes('.'), line: source.slice(0, match.index).split('\n').length,
  }));
}

/** The program with other numbers for some of its constants. */
export function withConstants(source: string, set: Record<string, unknown> | undefined): string {
  if (!set) return source;
  const plain = source.replace(PATTERN, (whole: string, name: string, equals: string) => (typeof set[name] === 'number' ? `${name}${equals}${set[name]}` : whole));
  // Parameters may be words and truth values, too.
  return Object.entries(set).reduce((text, [name, value]) => {
    if (typeof value === 'number') return text;
    const literal = typeof value === 'boolean' ? (value ? 'True' : 'False') : JSON.stringify(value);
    return text.replace(new RegExp(`^(${name}[ \\t]*=[ \\t]*)(?:True|False|None|"[^"\\n]*"|'[^'\\n]*')`, 'm'), `$1${literal}`);
  }, plain);
}

export interface Range {
  min: number;
  max: number;
  step: number;
  integer: boolean;
}

/** What a constant may be: as its scenario says, otherwise from nothing to three times what it is. */
export function rangeOf({ value, integer }: Constant, parameter?: { min?: number; max?: number; step?: number }): Range {
  return {
    min: Math.min(value, parameter?.min ?? 0), max: Math.max(value, parameter?.max ?? (value > 0 ? value * 3 : 10)), step: parameter?.step ?? (integer ? 1 : value < 1 ? 0.05 : 0.1), integer,
  };
}
