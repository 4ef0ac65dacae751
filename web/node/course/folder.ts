// A folder of scenarios on disk: finding them, reading one as the engine's verb `check` takes it.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../commands/options.ts';

export interface ScenarioFile {
  id: string;
  kind: 'lesson' | 'teaser';
  label: string;
  title: string;
  chapter: string;
  order?: number;
  summary?: string;
  programs: { id: string; file: string; hidden?: boolean }[];
  parameters?: { name: string; default: unknown; programs?: string[] }[];
  questions?: { id: string; kind: string; prompt: string; multiple?: boolean; beliefs?: string[]; recognise?: { id: string }[]; checks?: { id: string; belief?: string }[] }[];
  [member: string]: unknown;
}

/** What the engine's verb `check` takes. */
export interface Bundle {
  scenario: ScenarioFile;
  files: Record<string, string>;
  misconceptions: unknown[];
}

/** The course that comes with the package. */
export const ownCourse = (): string => fileURLToPath(new URL('../scenarios', import.meta.url));

export function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`there is no file '${path}'`);
  }
  return parseJson(text, path);
}

/** What came from outside; `name` says where from. Whoever walks through what is nested without end runs out of stack. */
export function parseJson(text: string, name: string): unknown {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\[^])*"|[[{]|[\]}]/g)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > 200) throw new UsageError(`${name}: it is nested more than 200 deep`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${name}: it is not JSON: ${(error as Error).message}`);
  }
}

/** The folders below (or at) `dir` that hold a scenario.json. */
export function scenarioFolders(dir: string): string[] {
  const found: string[] = [];
  const visit = (at: string, depth: number) => {
    if (existsSync(join(at, 'scenario.json'))) return void found.push(at);
    if (depth === 0) return;
    for (const entry of readdirSync(at, { withFileTypes: true })) if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') visit(join(at, entry.name), depth - 1);
  };
  if (!existsSync(dir) || !statSync(dir).isDirectory()) throw new UsageError(`there is no folder '${dir}'`);
  visit(dir, 4);
  return found.sort();
}

/** The folder with course.json and misconceptions.json that a scenario belongs to; the package's own where it has none. */
export function courseOf(folder: string): string {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, 'misconceptions.json'))) return at;
    if (dirname(at) === at) return ownCourse();
  }
}

export function misconceptions(course: string): { id: string; name: string; lesson: string }[] {
  const path = join(course, 'misconceptions.json');
  return existsSync(path) ? ((readJson(path) as { misconceptions?: never[] }).misconceptions ?? []) : [];
}

/** A scenario by its folder, or by its id in the package's course. */
export function findScenario(name: string): string {
  if (existsSync(join(name, 'scenario.json'))) return name;
  if (basename(name) === 'scenario.json' && existsSync(name)) return dirname(name);
  const own = join(ownCourse(), name);
  if (!name.includes('..') && existsSync(join(own, 'scenario.json'))) return own;
  const near = scenarioFolders(ownCourse()).map((folder) => idOf(folder, ownCourse())).filter((id) => id.includes(basename(name)) || basename(name).includes(basename(id)));
  throw new UsageError(`there is no scenario '${name}'; ${near.length > 0 ? `did you mean ${near.slice(0, 3).join(', ')}?` : 'asyncio-playground scenarios lists them'}`);
}

export const idOf = (folder: string, course: string): string => relative(resolve(course), resolve(folder)).split(sep).join('/');

export function readBundle(folder: string): Bundle {
  const scenario = readJson(join(folder, 'scenario.json')) as ScenarioFile;
  const files: Record<string, string> = {};
  for (const { file } of Array.isArray(scenario?.programs) ? scenario.programs : []) {
    if (typeof file !== 'string' || file.includes('/') || file.includes('\\')) continue;
    const path = join(folder, file);
    if (existsSync(path)) files[file] = readFileSync(path, 'utf8');
  }
  return { scenario, files, misconceptions: misconceptions(courseOf(folder)) };
}
