// What a learner has done: kept in this browser, and carried to another one as a file. Nothing is ever lost by merging:
// what was solved stays solved, and the better of two attempts counts.
import { keep, kept } from '../state/kept.ts';

/** How it went with one question so far. */
export interface Tried {
  attempts: number;
  /** the best share of it that was right, 0 to 1 */
  best: number;
  /** hints that were open at the last attempt */
  hints: number;
}

const VERSION = 1;
const MARK = 'asyncio_playground_progress';
const MOST_BYTES = 4 << 20;

export class Progress {
  /** ids of the scenarios that are done with */
  readonly done = new Set<string>();
  // By scenario, then by question.
  private readonly questions = new Map<string, Map<string, Tried>>();

  tried(scenario: string, question: string): Tried | undefined {
    return this.questions.get(scenario)?.get(question);
  }

  note(scenario: string, question: string, { attempts, best, hints }: Tried): void {
    const own = this.questions.get(scenario) ?? new Map<string, Tried>();
    const before = own.get(question);
    own.set(question, { attempts: Math.max(before?.attempts ?? 0, attempts), best: Math.max(before?.best ?? 0, best), hints: Math.max(before?.hints ?? 0, hints) });
    this.questions.set(scenario, own);
  }

  /** One more attempt, of which `share` was right. */
  attempt(scenario: string, question: string, share: number, hints: number): void {
    this.note(scenario, question, { attempts: (this.tried(scenario, question)?.attempts ?? 0) + 1, best: share, hints });
  }

  toText(): string {
    const questions = Object.fromEntries([...this.questions].map(([scenario, own]) => [scenario, Object.fromEntries(own)]));
    return `${JSON.stringify({ [MARK]: VERSION, done: [...this.done], questions }, null, 1)}\n`;
  }

  /** Adds what the text of such a file says; a sentence where it is none, and then nothing is added. */
  add(text: string): string | undefined {
    if (text.length > MOST_BYTES) return 'This file is too long to be progress that was saved here.';
    let file: unknown;
    try {
      file = JSON.parse(text);
    } catch {
      return 'This file is not JSON. Choose one that was saved here.';
    }
    const from = new Progress();
    const fault = from.read(file);
    if (fault !== undefined) return fault;
    for (const id of from.done) this.done.add(id);
    for (const [scenario, own] of from.questions) for (const [question, tried] of own) this.note(scenario, question, tried);
    return undefined;
  }

  private read(file: unknown): string | undefined {
    if (!isObject(file) || file[MARK] === undefined) return 'This file has no saved progress in it. Choose one that was saved here.';
    if (file[MARK] !== VERSION) return `This file is of version ${String(file[MARK]).slice(0, 20)}, and this page reads version ${VERSION}. Load the page again, it may be an old one.`;
    const { done = [], questions = {} } = file;
    if (!Array.isArray(done)) return 'done: a list of lessons is wanted.';
    for (const [i, id] of done.entries()) {
      if (typeof id !== 'string') return `done[${i}]: the name of a lesson is wanted.`;
      this.done.add(id);
    }
    if (!isObject(questions)) return 'questions: an object is wanted.';
    for (const [scenario, own] of Object.entries(questions)) {
      if (!isObject(own)) return `questions.${scenario}: an object is wanted.`;
      for (const [question, tried] of Object.entries(own)) {
        const at = `questions.${scenario}.${question}`;
        if (!isObject(tried)) return `${at}: an object is wanted.`;
        const { attempts, best, hints } = tried;
        if (!isCount(attempts) || !isCount(hints)) return `${at}: attempts and hints are whole numbers.`;
        if (typeof best !== 'number' || !(best >= 0 && best <= 1)) return `${at}.best: a number from 0 to 1 is wanted.`;
        this.note(scenario, question, { attempts, best, hints });
      }
    }
    return undefined;
  }

  /** Keeps it in this browser, together with what another tab has kept meanwhile. */
  save(): void {
    this.add(kept('progress') ?? '');
    keep('progress', this.toText());
  }

  static load(): Progress {
    const progress = new Progress();
    progress.add(kept('progress') ?? '');
    // As it was kept before there were questions in it.
    for (const id of (kept('done') ?? '').split(' ')) if (id) progress.done.add(id);
    return progress;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
