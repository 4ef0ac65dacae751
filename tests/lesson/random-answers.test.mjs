// 2,000 random wrong answers: whatever belief is named does produce exactly that answer, as told by a run under it that this
// file reads for itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundle, course, run, wasm } from './engines.mjs';

// The same numbers each time.
let seed = 12345;
const random = (n) => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * n);
};
const shuffled = (list) => {
  const all = [...list];
  for (let i = all.length - 1; i > 0; i--) {
    const k = random(i + 1);
    [all[i], all[k]] = [all[k], all[i]];
  }
  return all;
};

const like = (pattern) => new RegExp(`^${pattern.replace(/\\\*/g, '\0').split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*').replace(/\0/g, '\\*')}$`, 's');
const kinds = new Set(['virtual_seconds', 'output_lines', 'time_of']);
const readable = ({ kind, key, set }) => !set && ((kind === 'predict_output') || (['number', 'order'].includes(kind) && kinds.has(key.from) && (key.from !== 'time_of' || (key.of.prints && !key.of.by)) && !key.by));

/** What a run gives for the question, read here and not by the engine's checker. */
function answerOf(question, source, options) {
  const { lines, total } = run(source, options);
  if (question.kind === 'predict_output') return lines.map(({ text }) => text.trimEnd()).join('\n').trimEnd();
  const { from, like: patterns, of } = question.key;
  if (from === 'virtual_seconds') return total;
  if (from === 'time_of') return lines.filter(({ text }) => like(of.prints).test(text.trimEnd()))[(of.nth ?? 1) - 1]?.t;
  return lines.map(({ text }) => text).filter((text) => !patterns || patterns.some((pattern) => like(pattern).test(text.trimEnd())));
}

const agrees = (question, said, given) => (question.kind === 'number' ? given !== undefined && Math.abs(said - given) <= (question.tolerance ?? 0.05) + 1e-9 : JSON.stringify(said) === JSON.stringify(given));

test('2,000 random wrong answers name no belief that does not produce exactly that answer', async () => {
  const ask = await wasm();
  const questions = course().flatMap((id) => {
    const own = bundle(id);
    return (own.scenario.questions ?? []).filter(readable).map((question) => ({ id, own, text: JSON.stringify(own), question }));
  });
  assert.ok(questions.length >= 20, `${questions.length} questions can be read here`);
  const shown = new Map();
  let wrong = 0;
  let named = 0;
  const distinct = new Set();
  // Question by question, as the engine keeps the runs of the scenario that was asked about last.
  const each = Math.ceil(2000 / questions.length);
  for (const { id, own, text, question } of questions) for (let i = 0, left = each; left > 0 && i < 8 * each; i++) {
    if (!shown.has(text)) shown.set(text, JSON.parse(ask('check', text, { prepare: true })).questions);
    let answer;
    if (question.kind === 'number') answer = random(random(3) ? 24 : 60) / 2;
    else if (question.kind === 'order') answer = shuffled(shown.get(text)[question.id].items).slice(0, random(4) ? undefined : 1 + random(4));
    else answer = shuffled(Object.values(own.files)[0].match(/"[^"]+"/g) ?? ['x']).map((word) => word.slice(1, -1)).join('\n');
    // Lines that nearly have the right order are likelier to be somebody's answer.
    if (question.kind === 'order' && random(2)) {
      const key = JSON.parse(ask('check', text, { answers: { [question.id]: [] } })).questions[question.id].key;
      const at = random(Math.max(1, key.length - 1));
      answer = [...key];
      answer.splice(at, 0, ...answer.splice(random(key.length), 1));
    }
    const verdict = JSON.parse(ask('check', text, { answers: { [question.id]: answer } })).questions[question.id];
    assert.equal(verdict.error, undefined, `${id} ${question.id}: ${verdict.error}`);
    if (verdict.correct) continue;
    wrong++;
    left--;
    const program = own.scenario.programs.find((one) => one.id === question.program) ?? own.scenario.programs[0];
    const { seed: ownSeed, input } = own.scenario.options ?? {};
    for (const belief of verdict.beliefs) {
      named++;
      distinct.add(belief.id);
      const variants = belief.id === 'order_random' ? [0, 1, 2, 3, 4, 5, 6, 7] : [0];
      const produced = variants.map((belief_variant) => answerOf(question, own.files[program.file], { belief: belief.id, belief_variant, seed: ownSeed, input }));
      assert.ok(produced.some((given) => agrees(question, answer, given)), `${id} ${question.id}: ${JSON.stringify(answer)} is put down to ${belief.id}, which gives ${JSON.stringify(produced)}`);
    }
  }
  assert.ok(wrong >= 2000, `${wrong} wrong answers`);
  assert.ok(named >= 20 && distinct.size >= 5, `only ${named} were named (${[...distinct].join(', ')}): the test would not see much`);
});
