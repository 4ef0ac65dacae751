// Checking answers is the engine's work (its verb `check`, engine/lesson): the verdict here is the one that the command gives.
import { seconds } from '../elements/shared.ts';
import { ask } from '../state/quiet-run.ts';
import type { Question, Scenario } from './scenario.ts';

export interface Bar {
  task: string;
  start: number | null;
  end: number | null;
  outcome: string;
}

export type KeyValue = string | number | string[] | Bar[];
export type Answer = string | number | string[] | Bar[] | Record<string, string>;

/** A wrong belief under which the answer would be right, and where the run goes another way. */
export interface Belief {
  id: string;
  name?: string;
  belief?: string;
  truth?: string;
  lesson?: string;
  parts?: { program?: string; seq: number; t: number; believed: string; happened: string };
}

export interface Verdict {
  correct: boolean;
  /** 0 to 1 */
  share: number;
  /** right but for the order of what is due at the same instant */
  tie?: boolean;
  key?: KeyValue;
  /** sentences for the learner */
  feedback: string[];
  /** where to look */
  look?: { program?: string; seq: number; t: number };
  beliefs: Belief[];
  /** a question that tells several beliefs apart */
  follow_up?: Question;
  /** once it is right */
  explanation?: string;
}

/** What a question shows before it is answered. */
export interface Shown {
  items?: string[];
  sides?: { id: string; value: KeyValue }[];
  tasks?: string[];
}

/** Checks the questions of one scenario. */
export interface Checker {
  prepare(question: Question): Promise<Shown>;
  check(question: Question, answer: Answer): Promise<Verdict>;
}

export function checker(scenario: Scenario): Checker {
  // The scenario with its programs' texts is what the engine takes; words about beliefs come with the first wrong answer.
  const bundle = async () => {
    const { default: all } = await import('../../../scenarios/misconceptions.json');
    return { scenario, files: Object.fromEntries(scenario.programs.map(({ file, source }) => [file, source])), misconceptions: all.misconceptions };
  };
  let shown: Promise<Record<string, Shown & { error?: string }>> | undefined;
  return {
    async prepare({ id }) {
      shown ??= bundle().then((source) => ask<{ questions: Record<string, Shown> }>('check', JSON.stringify(source), { prepare: true })).then(({ questions }) => questions);
      const { error, ...own } = (await shown)[id] ?? {};
      if (error !== undefined) throw new Error(error);
      return own;
    },
    async check(question, answer) {
      const known = scenario.questions?.some(({ id }) => id === question.id);
      const { questions } = await ask<{ questions: Record<string, Verdict & { error?: string }> }>('check', JSON.stringify(await bundle()), {
        answers: { [question.id]: answer }, ...(known ? {} : { extra: [question] }),
      });
      const { error, ...verdict } = questions[question.id]!;
      if (error !== undefined) throw new Error(error);
      return verdict;
    },
  };
}

/** A key in words: seconds with at least one decimal, any other number as short as it can be. */
export function sayKey(key: KeyValue, unit = ''): string {
  if (typeof key === 'number') return unit === 's' ? seconds(key) : String(key);
  if (typeof key === 'string') return key;
  return key.map((one) => (typeof one === 'string' ? one : `${one.task} ${one.start === null ? 'never starts' : `${seconds(one.start)}–${one.end === null ? '…' : seconds(one.end)} s ${one.outcome}`}`)).join(', ');
}
