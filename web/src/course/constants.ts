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
