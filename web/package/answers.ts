// What the engine answers to diagnose, explore and check.
import type { Diagnosis, RunResult } from '../src/engine/protocol.ts';

/** A finished run and the mistakes that were noticed in it. */
export interface Diagnosed extends RunResult {
  stdout: string;
  stderr: string;
  diagnoses: Diagnosis[];
  /** the diagnoses as a terminal shows them */
  diagnosis_text: string;
}

/** The outputs that a program can have. */
export interface Exploration {
  /** there is one output only, and all orders were tried */
  guaranteed: boolean;
  /** different outputs that were found */
  count: number;
  /** there may be more: not all orders could be tried */
  at_least?: boolean;
  /** how often it was run */
  runs: number;
  /** moments at which several timers were due at once, in CPython's own order */
  ties?: number;
  /** percent, where delays varied */
  jitter?: number;
  /** the answer in words */
  sentence: string;
  /** how long it took, where delays varied; virtual seconds */
  virtual_seconds?: { exact: number; least: number; median: number; most: number };
  /** CPython's own first */
  outputs: ExploredOutput[];
}

export interface ExploredOutput {
  stdout: string;
  stderr: string;
  exit: number;
  /** virtual seconds; not where delays varied */
  virtual_seconds?: number;
  /** is it what CPython prints? */
  own: boolean;
  /** runs that gave this output */
  runs: number;
  /** timers that fired in another order than CPython's */
  departures?: { t: number; text: string; first: object; before: object }[];
  /** where delays varied: the first line that differs; t in virtual seconds */
  departure?: { t?: number; line?: number; task_name?: string; text?: string; instead?: string };
}

/** A scenario with its programs. */
export interface Bundle {
  /** what scenario.json holds (scenarios/scenario.schema.json) */
  scenario: object;
  /** the text of each program by its file's name */
  files: Record<string, string>;
  /** what misconceptions.json holds: the words for what a wrong answer is traced to */
  misconceptions?: unknown[];
}

/** The verdict on answers to a scenario's questions. */
export interface CheckVerdict {
  scenario?: string;
  /** all questions are answered right */
  correct: boolean;
  points: number;
  /** the points that can be had */
  of: number;
  questions: Record<string, QuestionVerdict>;
}

export interface QuestionVerdict {
  kind?: string;
  correct?: boolean;
  /** 0 to 1: how much of it is right */
  share?: number;
  points?: number;
  of?: number;
  /** right but for the order of what is due at the same instant */
  tie?: boolean;
  /** sentences for the learner */
  feedback?: string[];
  /** of a program: each thing that was looked at in its run */
  checks?: { id: string; passed: boolean; feedback?: string }[];
  /** misconceptions under which the answer would be right */
  beliefs?: { id: string; name?: string; belief?: string; truth?: string; lesson?: string }[];
  /** an event of the run to look at; t in virtual seconds */
  look?: { program?: string; seq: number; t: number };
  /** once it is right */
  explanation?: string;
  /** the answer is of the wrong kind: a sentence */
  error?: string;
}
