// scenarios/TEASERS.md: all teasers with a right answer, three typical wrong ones, and what the checker says to each.
//   node tests/lesson/teasers.mjs            writes it
//   node tests/lesson/teasers.mjs --check    fails where it differs
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, course, json, native, root } from './engines.mjs';

const file = join(root, 'scenarios/TEASERS.md');
const at = (id, name) => join(root, 'scenarios', id, name);
const cell = (text) => text.replace(/\|/g, '\\|').replace(/\n/g, '<br>');
const code = (text) => `\`${text.replace(/`/g, "'")}\``;

function said(question, answer) {
  if (question.kind === 'order') return answer.map(code).join('<br>');
  if (question.kind === 'predict_output') return answer.split('\n').map(code).join('<br>');
  if (question.kind === 'choice') return [answer].flat().map((id) => question.options.find((option) => option.id === id)?.text ?? id).join('; ');
  if (question.kind === 'match') return Object.entries(answer).map(([item, side]) => `${item} → ${side}`).join('<br>');
  if (question.kind === 'predict_timeline') return answer.map(({ task, start, end, outcome }) => `${task}: ${start === null ? 'never' : `${start}–${end ?? '…'} s`}${outcome ? `, ${outcome}` : ''}`).join('<br>');
  if (question.kind === 'number') return `${Math.round(answer * 1e4) / 1e4}${question.unit ? ` ${question.unit}` : ''}`;
  return code(String(answer));
}

function words({ correct, tie, share, feedback, beliefs, explanation, follow_up }) {
  const parts = [];
  if (correct) parts.push(tie ? '✓ by the tie rule' : '✓');
  else parts.push(share > 0 ? `✗ ${Math.round(share * 100)} %` : '✗');
  parts.push(...feedback);
  for (const { name, belief, truth, parts: apart } of beliefs) {
    parts.push(`💭 **${name}.** It would be right if this were so: “${belief}” ${truth}${apart ? ` Here they part: if it were so, ${apart.believed}; in fact, ${apart.happened}.` : ''}`);
  }
  if (follow_up) parts.push(`To tell these apart: ${follow_up.prompt}`);
  if (explanation) parts.push(explanation);
  return parts.join('<br>');
}

const page = ['# The teasers and what their checker says', '', 'Made by `node tests/lesson/teasers.mjs`, which runs every program; a test fails where this differs.', ''];
for (const id of course()) {
  const own = bundle(id);
  const { scenario } = own;
  if (scenario.kind !== 'teaser') continue;
  page.push(`## ${scenario.label}: ${scenario.title}`, '', `${scenario.summary} (\`${id}\`)`, '');
  const tried = existsSync(at(id, 'answers.json')) ? json(`scenarios/${id}/answers.json`).questions : {};
  const ask = (request) => JSON.parse(native('check', JSON.stringify(own), request));
  const { keys } = ask({ expect: true });
  for (const question of scenario.questions) {
    const { right = [], wrong = [] } = tried[question.id] ?? {};
    const program = question.kind === 'fix' || question.kind === 'write';
    const key = keys[question.id];
    const keyed = question.kind === 'choice' && !question.multiple ? key[0] : question.kind === 'match' ? Object.fromEntries(Object.entries(key).map(([item, ids]) => [item, ids[0]])) : key;
    const answers = program ? [right[0]] : [{ answer: keyed }, ...right.filter(({ tie }) => tie).slice(0, 1)];
    page.push(`❓ ${question.prompt}`, '', '| answer | what the checker says |', '|---|---|');
    for (const one of [...answers, ...wrong.slice(0, 3)]) {
      const answer = one.file ? readFileSync(at(id, one.file), 'utf8') : one.answer;
      const verdict = ask({ answers: { [question.id]: answer } }).questions[question.id];
      const shown = one.file ? code(one.file) : said(question, answer);
      page.push(`| ${cell(shown)}${one.why ? `<br>*${cell(one.why)}*` : ''} | ${cell(verdict.error ?? words(verdict))} |`);
    }
    page.push('');
  }
}
const text = `${page.join('\n').trimEnd()}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error('scenarios/TEASERS.md differs from what the checker says; node tests/lesson/teasers.mjs writes it anew');
  process.exitCode = 1;
}
