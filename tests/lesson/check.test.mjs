// Verdicts on a small scenario of its own: each kind of question, right, wrong, in part, and of the wrong form.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { native, wasm } from './engines.mjs';

const race = `import asyncio
async def a():
    print("A start")
    await asyncio.sleep(1)
    print("A end")
    return "a"
async def b():
    print("B start")
    await asyncio.sleep(1)
    print("B end")
    return "b"
async def main():
    results = await asyncio.gather(a(), b())
    print("done")
    return results
asyncio.run(main())
`;
const turn = race.replace('await asyncio.gather(a(), b())', '[await a(), await b()]');
const make = (questions, more = {}) => ({
  scenario: { id: 'own/race', kind: 'teaser', programs: [{ id: 'race', file: 'race.py' }, { id: 'turn', file: 'turn.py' }], questions, ...more },
  files: { 'race.py': race, 'turn.py': turn },
  misconceptions: [{ id: 'times_add_up', name: 'In turn', belief: 'Times add up.', truth: 'They do not.', lesson: 'x/y' }],
});
const total = { id: 'total', kind: 'number', prompt: '?', points: 2, unit: 's', key: { from: 'virtual_seconds' }, explanation: '{key} s' };
const lines = { id: 'lines', kind: 'order', prompt: '?', key: { from: 'output_lines' } };
const value = { id: 'value', kind: 'value', prompt: '?', key: { from: 'value', expression: 'results', at: { prints: 'done' } } };
const why = { id: 'why', kind: 'choice', prompt: '?', options: [
  { id: 'both', text: '', when: { overlapped: ['a', 'b'] } },
  { id: 'turns', text: '', when: { not: { overlapped: ['a', 'b'] } }, feedback: 'Look at 0.5 s.' },
] };
const times = { id: 'times', kind: 'match', prompt: '?', key: { from: 'virtual_seconds' }, items: [{ id: 'race', text: 'together', program: 'race' }, { id: 'turn', text: 'in turn', program: 'turn' }] };
const bars = { id: 'bars', kind: 'predict_timeline', prompt: '?', ask: ['start', 'end', 'outcome'], key: { from: 'timeline', who: ['a', 'b'] } };
const out = { id: 'out', kind: 'predict_output', prompt: '?' };
const repair = { id: 'repair', kind: 'fix', prompt: '?', program: 'turn', checks: [
  { id: 'ran', check: { all: [{ ended: 'a' }, { ended: 'b' }] }, feedback: '{names} did not come to an end.', belief: 'calling_runs' },
  { id: 'soon', check: { total: { at_most: 1 } }, feedback: 'It took {actual}, {wanted} is wanted.' },
], recognise: [{ id: 'together', when: { overlapped: ['a', 'b'] }, say: 'Together: {total}.' }] };
const all = [total, lines, value, why, times, bars, out, repair];

/** The verdict, the same of both engines. */
async function judged(questions, answers, more) {
  const source = JSON.stringify(make(questions, more));
  const inWasm = (await wasm())('check', source, { answers });
  assert.equal(native('check', source, { answers }), inWasm, 'both engines say the same');
  return JSON.parse(inWasm);
}
const one = async (question, answer) => (await judged([question], { [question.id]: answer })).questions[question.id];

test('each kind of question accepts what the run gives', async () => {
  const { correct, points, of, questions } = await judged(all, {
    total: 1, lines: ['A start', 'B start', 'A end', 'B end', 'done'], value: '["a", "b"]', why: 'both', times: { race: 'race', turn: 'turn' },
    bars: ['a', 'b'].map((task) => ({ task, start: 0, end: 1, outcome: 'returned' })), out: 'A start\nB start \nA end\nB end\ndone\n\n', repair: race,
  });
  for (const [id, { correct, error }] of Object.entries(questions)) assert.ok(correct, `${id}: ${error}`);
  assert.deepEqual([correct, points, of], [true, 9, 9]);
  assert.equal(questions.total.explanation, '1.0 s');
  assert.deepEqual([questions.repair.recognised, questions.repair.feedback], ['together', ['Together: 1.0 s.']]);
});

test('limits of a scenario are those of a run, by the same names', async () => {
  const within = (limits) => judged([total], { total: 0 }, { options: { limits } });
  assert.deepEqual([(await within({ virtual_seconds: 5 })).questions.total.correct, (await within({ virtual_seconds: 0.5 })).questions.total.correct], [false, true], 'the run ends before its first second');
  assert.match(JSON.stringify(await within({ stpes: 1 })), /options\.limits\.stpes.*did you mean .*options\.limits\.steps/);
});

test('a wrong answer gets what it implies, where to look, and the part that is right', async () => {
  const slow = await one(total, 2);
  assert.equal(slow.correct, false);
  assert.deepEqual(slow.beliefs.map(({ id, belief, truth }) => [id, belief, truth]), [['times_add_up', 'Times add up.', 'They do not.']]);
  assert.deepEqual(slow.beliefs[0].parts, { seq: slow.beliefs[0].parts.seq, t: 0, believed: 'at 1.0 s “A end” is printed', happened: 'at 0.0 s b starts' });
  const order = await one(lines, ['A start', 'A end', 'B start', 'B end', 'done']);
  assert.deepEqual([order.share, order.beliefs.map(({ id }) => id)], [0.8, ['times_add_up']]);
  assert.equal(order.feedback[0], 'After “A start” comes something else; “A end” comes later.');
  assert.equal(order.look.t, 0);
  assert.equal((await one(times, { race: 'turn', turn: 'turn' })).share, 0.5);
  assert.deepEqual((await one(bars, [{ task: 'a', start: 0, end: 2, outcome: 'returned' }, { task: 'b', start: 0, end: 1, outcome: 'cancelled' }])).feedback, ['Look again at a (its end) and b (how it ends).']);
  assert.deepEqual((await one(why, 'turns')).feedback, ['Look at 0.5 s.']);
  assert.deepEqual((await one(out, 'A start\nB end')).feedback, ['Line 2 is not “B end”.']);
});

test('an order that rests on a tie is right, with the rule; other orders are not', async () => {
  assert.equal((await one(lines, ['A start', 'B start', 'B end', 'A end', 'done'])).tie, true);
  assert.equal((await one({ ...lines, ties: 'strict' }, ['A start', 'B start', 'B end', 'A end', 'done'])).correct, false);
  assert.equal((await one(lines, ['A end', 'B start', 'A start', 'B end', 'done'])).correct, false);
});

test('what rests on a tie is right in every kind of question about order', async () => {
  const other = 'A start\nB start\nB end\nA end\ndone';
  const typed = await one(out, other);
  assert.deepEqual([typed.correct, typed.tie, typed.points], [true, true, 1]);
  assert.match(typed.feedback[0], /^Right but for the tie rule: .*the timer that was set first fires first\.$/);
  assert.equal((await one({ ...out, ties: 'strict' }, other)).correct, false);
  assert.equal((await one(out, 'A start\nB start\nB end\ndone\nA end')).correct, false);
  // Whoever wakes first takes the only place, so the bars differ, too; so do the lines of one task.
  const queue = `import asyncio
place = asyncio.Semaphore(1)
async def car(name):
    await asyncio.sleep(1)
    async with place:
        print(name, "in")
        await asyncio.sleep(1)
async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(car("a"), name="a")
        group.create_task(car("b"), name="b")
asyncio.run(main())
`;
  const ask = await wasm();
  const judge = (question, answer, program = queue) => {
    const source = JSON.stringify({ scenario: { id: 'own/queue', programs: [{ id: 'q', file: 'q.py' }], questions: [question] }, files: { 'q.py': program } });
    const text = ask('check', source, { answers: { [question.id]: answer } });
    assert.equal(native('check', source, { answers: { [question.id]: answer } }), text);
    return JSON.parse(text).questions[question.id];
  };
  const lanes = (a, b) => [{ task: 'a', start: 0, end: a }, { task: 'b', start: 0, end: b }];
  const draw = { ...bars, ask: ['start', 'end'] };
  assert.deepEqual([judge(draw, lanes(2, 3)).correct, judge(draw, lanes(2, 3)).tie], [true, undefined]);
  assert.deepEqual([judge(draw, lanes(3, 2)).correct, judge(draw, lanes(3, 2)).tie], [true, true]);
  assert.equal(judge(draw, lanes(2, 2)).correct, false);
  // Nothing is printed: only the bars tell the orders apart.
  const silent = queue.replace('        print(name, "in")\n', '');
  assert.deepEqual([judge(draw, lanes(2, 3), silent).correct, judge(draw, lanes(2, 3), silent).tie], [true, undefined]);
  assert.deepEqual([judge(draw, lanes(3, 2), silent).correct, judge(draw, lanes(3, 2), silent).tie], [true, true]);
  assert.equal(judge(draw, lanes(2, 2), silent).correct, false);
  assert.equal(judge({ ...draw, ties: 'strict' }, lanes(3, 2)).correct, false);
  const by = { ...lines, key: { from: 'output_lines', by: 'car' } };
  assert.equal(judge(by, ['b in', 'a in']).tie, true);
});

test('a value that is not right is compared with the right one, which is not told', async () => {
  const says = async (answer) => (await one(value, answer)).feedback[0];
  assert.match(await says("['b', 'a']"), /These are the right entries, in the wrong order\.$/);
  assert.match(await says("['a', 'c']"), /Entry 2 is another one; 1 of 2 are right\.$/);
  assert.match(await says("['a']"), /There are more entries than that\.$/);
  assert.match(await says("['a', 'b', None]"), /There are fewer entries than that\.$/);
  for (const odd of ['[', '[]', "['a", '((((', "['a',]", '', ']', "['\\"]) assert.match(await says(odd), /^Python does not show/);
});

test('a wrong time is told by what happens then', async () => {
  assert.deepEqual((await one({ ...total, program: 'turn' }, 1)).feedback, ['At 1.0 s “B start” is printed, and “B end” and “done” are still to come.']);
  assert.deepEqual((await one({ ...total, program: 'turn' }, 1.5)).feedback, ['At 1.5 s the run is not over: “B end” and “done” are still to come.']);
  assert.deepEqual((await one(total, 7)).feedback, ['At 7.0 s the run is over already.']);
});

test('checks of a program are told in the learner\'s own names and times, with credit for what passes', async () => {
  const inTurn = await one(repair, turn);
  assert.deepEqual(inTurn.feedback, ['It took 2.0 s, at most 1.0 s is wanted.']);
  assert.deepEqual([inTurn.share, inTurn.beliefs.map(({ id }) => id)], [0.5, ['every_await_overlaps']]);
  assert.equal(inTurn.checked_by, 'behaviour');
  const called = await one(repair, race.replace('await asyncio.gather(a(), b())', 'a(), b()'));
  assert.deepEqual(called.feedback, ['a and b did not come to an end.']);
  // Every check that fails is explained, by what the learner's own program did.
  const strict = { ...repair, checks: [
    { id: 'last', check: { order: [{ who: 'b', does: 'ends' }, { prints: 'done' }] }, feedback: 'Not in order: {actual}.' },
    { id: 'each', check: { all: [{ lasted: 'a', is: 3 }, { lasted: 'b', is: 1 }] }, feedback: '{names} should take {wanted} and took {actual}.' },
    { id: 'never', check: { lasted: 'c', is: 1 }, feedback: '{names} should take {wanted} and took {actual}.' },
    { id: 'again', check: { not: { overlapped: ['a', 'b'] } }, feedback: 'They overlap.' },
  ] };
  assert.deepEqual((await one(strict, race.replace('await asyncio.gather(a(), b())', '0\n    print("done")\n    asyncio.create_task(b(), name="mine")\n    await a()'))).feedback, [
    'Not in order: “done” at 0.0 s and mine ends at 1.0 s.', 'a should take 3.0 s and took 1.0 s.', 'c should take 1.0 s and took 0.0 s.', 'They overlap.',
  ]);
  assert.deepEqual((await one(repair, 'import asyncio\nasync def a(:\n')).feedback, ['The program does not run: SyntaxError: invalid syntax (line 2)']);
  assert.equal((await one(repair, 'while True:\n    pass\n')).correct, false);
});

test('several beliefs with one answer: a question that tells them apart, and its answer does', async () => {
  const q = { ...total, program: 'turn', beliefs: ['every_await_overlaps', 'one_thread_no_races', 'sleep_exact'] };
  const { beliefs, follow_up } = await one(q, 1);
  assert.deepEqual(beliefs.map(({ id }) => id), ['every_await_overlaps']);
  assert.equal(follow_up, undefined);
  const both = JSON.parse((await wasm())('check', JSON.stringify(make([{ ...lines, id: 'first', key: { from: 'output_lines', like: ['A start', 'B start'] }, extra: [] }])), { answers: { first: ['B start', 'A start'] } })).questions.first;
  assert.deepEqual(both.beliefs.map(({ id }) => id), ['order_random']);
});

test('what is of the wrong form is told with its path', async () => {
  for (const [question, answer, says] of [
    [total, '1', /^answers\.total: a number is wanted, such as 1\.5, not "1"$/],
    [lines, 'A start', /^answers\.lines: a list of texts is wanted/],
    [lines, [1], /^answers\.lines: a list of texts/],
    [why, 'none', /^answers\.why: there is no option "none"$/],
    [why, ['both'], /^answers\.why: the id of an option is wanted/],
    [times, { rase: 'race' }, /^answers\.times: there is no item "rase"$/],
    [times, { race: 1 }, /^answers\.times\.race: the id of a right side/],
    [bars, [{ task: 'a', start: 'now' }], /^answers\.bars\[0\]\.start: seconds are wanted, or null, not "now"$/],
    [value, 3, /^answers\.value: a text is wanted, not 3$/],
    [repair, null, /^answers\.repair: the program's text is wanted, not null$/],
    [total, { deep: [[[{}]]] }, /^answers\.total: a number is wanted/],
  ]) assert.match((await one(question, answer)).error, says);
  const ask = await wasm();
  const error = (source, request) => JSON.parse(ask('check', source, request)).error;
  assert.match(error('not json', { answers: {} }), /not a JSON object/);
  assert.match(error('[]', { answers: {} }), /not a JSON object/);
  assert.match(error(JSON.stringify(make(all)), {}), /^answers: they are missing/);
  assert.match(error(JSON.stringify(make(all)), { answers: [] }), /^answers: an object is wanted/);
  assert.match(error(JSON.stringify(make(all)), { answers: { repair: 'x'.repeat(2_000_000) } }), /^answers: more than 1 MB/);
  assert.match(error(JSON.stringify({ scenario: { programs: [{ id: 'x', file: 'none.py' }] }, files: {} }), { answers: {} }), /^scenario\.programs\[0\]\.file: there is no file "none\.py"/);
  assert.match(error(JSON.stringify(make([{ id: 'x', kind: 'riddle' }])), { answers: {} }), /^scenario\.questions\[0\]\.kind: there is no kind "riddle"/);
  assert.match(error(JSON.stringify(make([{ id: 'x', kind: 'number' }])), { answers: {} }), /^scenario\.questions\[0\]\.key/);
  for (const key of [{ from: 'nowhere' }, { from: 'time_of', of: 3 }, { from: 'gap', of: [] }, { from: 'value', expression: 'no_such_name' }]) {
    assert.ok((await one({ ...total, key }, 1)).error, JSON.stringify(key));
  }
  for (const when of [{ nothing: 1 }, { all: [{ order: 3 }] }, {}, { ended: 3 }]) assert.ok((await one({ ...why, options: [{ id: 'both', text: '', when }] }, 'both')).error, JSON.stringify(when));
});
