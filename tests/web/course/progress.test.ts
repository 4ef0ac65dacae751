import { describe, expect, it } from 'vitest';
import { Progress } from '../../../web/src/course/progress.ts';

const some = () => {
  const progress = new Progress();
  progress.done.add('why/cooperative');
  progress.attempt('why/ten-downloads', 'together', 0, 0);
  progress.attempt('why/ten-downloads', 'together', 0.5, 2);
  return progress;
};

describe('progress', () => {
  it('counts attempts and keeps the best of them', () => {
    const progress = some();
    progress.attempt('why/ten-downloads', 'together', 0.2, 1);
    expect(progress.tried('why/ten-downloads', 'together')).toEqual({ attempts: 3, best: 0.5, hints: 2 });
    expect(progress.tried('why/ten-downloads', 'other')).toBeUndefined();
  });

  it('comes back from its file', () => {
    const back = new Progress();
    expect(back.add(some().toText())).toBeUndefined();
    expect(back.toText()).toBe(some().toText());
  });

  it('loses nothing when a file is added', () => {
    const here = new Progress();
    here.done.add('loop/two-tasks');
    here.attempt('why/ten-downloads', 'together', 1, 0);
    here.add(some().toText());
    expect([...here.done].sort()).toEqual(['loop/two-tasks', 'why/cooperative']);
    expect(here.tried('why/ten-downloads', 'together')).toEqual({ attempts: 2, best: 1, hints: 2 });
  });

  it('says what is wrong with a file, and adds nothing of it', () => {
    const of = (more: object) => JSON.stringify({ asyncio_playground_progress: 1, done: ['x'], ...more });
    for (const [text, says] of [
      ['', 'not JSON'],
      ['{', 'not JSON'],
      ['[]', 'no saved progress'],
      ['{"done": []}', 'no saved progress'],
      ['{"asyncio_playground_progress": 2}', 'version 2'],
      [of({ done: 'x' }), 'done: a list'],
      [of({ done: ['x', 1] }), 'done[1]: the name'],
      [of({ questions: [] }), 'questions: an object'],
      [of({ questions: { a: 1 } }), 'questions.a: an object'],
      [of({ questions: { a: { b: null } } }), 'questions.a.b: an object'],
      [of({ questions: { a: { b: { attempts: -1, best: 0, hints: 0 } } } }), 'whole numbers'],
      [of({ questions: { a: { b: { attempts: 1, best: 2, hints: 0 } } } }), 'questions.a.b.best: a number from 0 to 1'],
      ['x'.repeat(5 << 20), 'too long'],
    ] as const) {
      const progress = new Progress();
      expect(progress.add(text), text.slice(0, 60)).toContain(says);
      expect(progress.done.size).toBe(0);
    }
  });

  it('takes names as they are', () => {
    const text = '{"asyncio_playground_progress": 1, "questions": {"__proto__": {"constructor": {"attempts": 1, "best": 1, "hints": 0}}}}';
    const progress = new Progress();
    expect(progress.add(text)).toBeUndefined();
    expect(progress.tried('__proto__', 'constructor')?.best).toBe(1);
    expect(({} as Record<string, unknown>)['attempts']).toBeUndefined();
  });
});
