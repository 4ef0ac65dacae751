// <ap-problems>: what went wrong, or usually goes wrong like this, with the line and what to do instead.
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Follow, StoreElement } from '../store-element.ts';
import type { Problem } from '../../trace/model.ts';
import { seconds, shared } from '../shared.ts';
import { colour, panelStyles } from './styles.ts';

@customElement('ap-problems')
export class Problems extends StoreElement {
  static override styles = [
    shared,
    panelStyles,
    css`
      li {
        margin-bottom: 10px;
        padding: 8px 12px;
        border-left: 4px solid var(--c);
        border-radius: 0 8px 8px 0;
        background: var(--sunken);
      }
      pre {
        margin: 0;
        font: var(--body) / 1.5 var(--mono);
        white-space: pre-wrap;
      }
    `,
  ];

  constructor() {
    super();
    new Follow(this, ['run', 'events']);
  }

  override render() {
    const { problems } = this.store.model;
    const { stderr } = this.store.run;
    if (problems.length === 0 && !stderr) return html`<p class="quiet">Nothing to complain about.</p>`;
    return html`<ul>
      ${problems.slice(0, 200).map((problem) => {
        const { title, text, fix, color } = say(problem);
        return html`<li ${colour(color)}>
          <b>${title}</b> <span class="quiet">at ${seconds(momentOf(problem))} s</span>
          <p>${text}</p>
          ${fix ? html`<p>→ ${fix}</p>` : nothing}
          ${problem.line ? html`<button class="link" @click=${() => this.store.goto(problem.type === 'diagnosis' ? this.store.model.seqOfTime(problem.at) : problem.seq)}>line ${problem.line}: show the moment</button>` : nothing}
        </li>`;
      })}
      ${problems.length === 0 && stderr ? html`<li ${colour('failed')}><pre>${stderr}</pre></li>` : nothing}
    </ul>`;
  }
}

/** A mistake is often noticed later than it happened. */
const momentOf = (problem: Problem): number => (problem.type === 'diagnosis' ? problem.at : problem.t);

function say(problem: Problem): { title: string; text: string; fix?: string; color: string } {
  switch (problem.type) {
    case 'diagnosis':
      return { title: problem.code.replaceAll('_', ' '), text: problem.message, fix: problem.fix, color: problem.severity === 'error' ? 'failed' : problem.severity === 'warning' ? 'ready' : 'accent' };
    case 'warning_issued':
      return { title: problem.category, text: problem.message, color: 'ready' };
    case 'exception_unhandled':
      return { title: problem.exception, text: `${problem.message ? `${problem.message}: ` : ''}${UNHANDLED[problem.kind]}`, color: 'failed' };
    case 'deadlock_detected':
      return { title: 'Deadlock', text: problem.message, color: 'blocked' };
    case 'limit_reached':
      return { title: 'Stopped by a limit', text: problem.message, color: 'blocked' };
  }
}

const UNHANDLED = {
  uncaught: 'it ended the program',
  never_retrieved: 'a task failed and nobody ever looked at its result',
  in_callback: 'a callback raised it',
  unraisable: 'it was raised where nobody can catch it',
};
