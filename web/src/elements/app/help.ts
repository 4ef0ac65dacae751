// The page's keys, for the dialog that explains them.
import { html, type TemplateResult } from 'lit';

const GROUPS: [string, [string, string][]][] = [
  ['On the timeline and the stepper', [
    ['← →', 'step back, step forward'],
    ['↑ ↓', 'choose a task'],
    ['Space', 'play, pause'],
    ['Home End', 'to the first step, to the end'],
    ['W S', 'zoom in, zoom out (Ctrl and the wheel, or two fingers)'],
    ['A D', 'move left, move right'],
    ['F', 'show everything'],
    ['X', 'virtual time or steps'],
    ['[ ]', 'to what woke the chosen task; to whom it wakes next'],
    ['Esc', 'choose no task'],
  ]],
  ['In the program', [
    ['Ctrl+Enter', 'run'],
    ['Alt+↑ Alt+↓', 'make the number at the cursor larger, smaller'],
    ['Ctrl+.', 'to the next time this line runs (or click its number)'],
    ['Esc Tab', 'leave the editor'],
  ]],
];

export function keysHelp(): TemplateResult[] {
  return GROUPS.map(
    ([title, keys]) => html`<h3>${title}</h3>
      <dl>${keys.map(([names, does]) => html`<dt>${names.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${does}</dd>`)}</dl>`,
  );
}
