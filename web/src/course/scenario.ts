// The course as data: chapters, and scenarios that are loaded when they are opened. See scenarios/README.md.
import course from '../../../scenarios/course.json';

export interface Program {
  id: string;
  file: string;
  label: string;
  setup?: string;
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

export interface Key {
  from: string;
  of?: EventPattern;
  like?: string[];
  by?: string;
}

export interface Question {
  id: string;
  kind: string;
  prompt: string;
  program?: string;
  unit?: string;
  tolerance?: number;
  key?: Key;
  extra?: string[];
  ties?: 'accept' | 'reject';
  hints?: string[];
  explanation?: string;
  points?: number;
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
  contrasts?: { axis: string; sides: { program: string; verdict: string }[] }[];
  look_at?: { text: string; at: unknown; program?: string }[];
  takeaway?: string;
  questions?: Question[];
  explanation?: string;
  options?: { seed?: number; input?: string[] };
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

export const chapters = course.chapters as Chapter[];

const descriptions = import.meta.glob<Scenario>('../../../scenarios/*/*/scenario.json', { import: 'default' });
const programs = import.meta.glob<string>(['../../../scenarios/*/*/*.py', '!../../../scenarios/examples/*.py'], { query: '?raw', import: 'default' });
const texts = import.meta.glob<string>('../../../scenarios/*/*/text.md', { query: '?raw', import: 'default' });

const folder = (id: string): string => `../../../scenarios/${id}/`;

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
