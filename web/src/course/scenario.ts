// The course as data: chapters, and scenarios that are loaded when they are opened. See scenarios/README.md.
import type { RunOptions } from '../engine/protocol.ts';
import { course, headlines } from 'virtual:contents';

export interface Program {
  id: string;
  file: string;
  label: string;
  hidden?: boolean;
  source: string;
}

export interface EventPattern {
  prints?: string;
  by?: string;
  who?: string;
  does?: string;
  source?: string;
  problem?: string;
  nth?: number;
}

export type Moment = EventPattern & { time?: number; step?: number; end?: boolean };
export type Range = number | { at_least?: number; at_most?: number };

/** One statement about a run; exactly one of its heads is there. */
export interface Predicate {
  all?: Predicate[];
  any?: Predicate[];
  not?: Predicate;
  in?: string;
  set?: Record<string, unknown>;
  holds?: Predicate;
  total?: Range;
  ended?: string;
  as?: string;
  times?: Range;
  lasted?: string;
  is?: Range | string | string[];
  overlapped?: string[];
  concurrency?: string;
  state?: string;
  at?: Moment;
  occurs?: EventPattern;
  between?: [number, number];
  time_of?: EventPattern;
  gap?: EventPattern[];
  order?: EventPattern[];
  output?: string[];
  any_order?: boolean;
  problem?: string;
  blocked?: Range;
  calls?: string;
  syntax?: string;
}

export interface Key {
  from: string;
  of?: EventPattern | EventPattern[];
  between?: [number, number];
  like?: string[];
  by?: string;
  does?: string;
  tasks?: string[];
  who?: string | string[];
  at?: Moment;
  expression?: string;
}

export interface Question {
  id: string;
  kind: 'number' | 'choice' | 'order' | 'match' | 'predict_output' | 'predict_timeline' | 'value' | 'fix' | 'write';
  prompt: string;
  program?: string;
  set?: Record<string, unknown>;
  unit?: string;
  tolerance?: number;
  key?: Key;
  extra?: string[];
  ties?: 'accept' | 'reject';
  multiple?: boolean;
  options?: { id: string; text: string; when: Predicate; feedback?: string }[];
  items?: { id: string; text: string; program?: string; set?: Record<string, unknown>; key?: Key }[];
  targets?: { id: string; text: string; when: Predicate }[];
  ask?: ('start' | 'end' | 'outcome')[];
  checks?: { id: string; check: Predicate; feedback?: string }[];
  recognise?: { id: string; when: Predicate; say: string }[];
  hints?: string[];
  explanation?: string;
  points?: number;
}

export interface Parameter {
  name: string;
  label: string;
  unit?: string;
  type: 'integer' | 'number' | string;
  min?: number;
  max?: number;
  step?: number;
  default: unknown;
  programs?: string[];
}

export interface Scenario {
  id: string;
  kind: 'lesson' | 'teaser';
  label: string;
  title: string;
  summary: string;
  chapter: string;
  analogy?: { emoji: string; title: string; text: string };
  text?: string;
  predict_first?: boolean;
  programs: Program[];
  contrasts?: { axis?: 'time' | 'step'; text?: string; sides: { program: string; verdict?: 'wrong' | 'right' | 'neutral' }[] }[];
  parameters?: Parameter[];
  look_at?: { text: string; at: Moment; program?: string }[];
  takeaway?: string;
  questions?: Question[];
  explanation?: string;
  options?: Pick<RunOptions, 'seed' | 'input' | 'network' | 'limits'>;
}

export interface Chapter {
  id: string;
  number: number;
  title: string;
  emoji: string;
  picture: string;
  summary: string;
  scenarios: string[];
}

export const { chapters } = course;

const descriptions = import.meta.glob<Scenario>('../../../scenarios/*/*/scenario.json', { import: 'default' });
const programs = import.meta.glob<string>(['../../../scenarios/*/*/*.py', '!../../../scenarios/examples/*.py'], { query: '?raw', import: 'default' });
const texts = import.meta.glob<string>('../../../scenarios/*/*/text.md', { query: '?raw', import: 'default' });

const folder = (id: string): string => `../../../scenarios/${id}/`;

export function headline(id: string): { title: string; label: string } {
  return headlines[id] ?? { title: id, label: '' };
}

export async function loadScenario(id: string): Promise<Scenario | undefined> {
  const load = descriptions[`${folder(id)}scenario.json`];
  if (!load) return undefined;
  const [found, text] = await Promise.all([load(), texts[`${folder(id)}text.md`]?.()]);
  return {
    ...found,
    text: found.text ?? text,
    programs: await Promise.all(found.programs.map(async (program) => ({ ...program, source: (await programs[folder(id) + program.file]?.()) ?? '' }))),
  };
}

export const allScenarios: string[] = chapters.flatMap(({ scenarios }) => scenarios);
