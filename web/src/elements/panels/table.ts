// <ap-table>: the timeline in words: each task, its state at the chosen step, and its stretches.
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Follow, StoreElement } from '../store-element.ts';
import type { Task } from '../../trace/model.ts';
import { ENDS, STATES } from '../../trace/words.ts';
import { seconds, shared } from '../shared.ts';
import { panelStyles } from './styles.ts';
import { stateOf } from './state-words.ts';

@customElement('ap-table')
export class Table extends StoreElement {
  static override styles = [
    shared,
    panelStyles,
    css`
      h3 {
        text-transform: none;
        font-size: var(--body);
        letter-spacing: 0;
        color: var(--text);
        margin-top: 18px;
      }
    `,
  ];

  constructor() {
    super();
    new Follow(this, ['run', 'events', 'playhead', 'selection']);
  }

  override render() {
    const { model } = this.store;
    const now = this.store.now;
    const tasks = [...model.tasks.values()].filter(({ internal }) => !internal);
    const chosen = model.tasks.get(this.store.selectedTask);
    return html`
      <table>
        <caption>
          The ${tasks.length} tasks, and their state at ${seconds(now.t)} s
        </caption>
        <thead>
          <tr><th scope="col">Task</th><th scope="col">Function</th><th scope="col">Now</th><th scope="col">Created</th><th scope="col">Ended</th></tr>
        </thead>
        <tbody>
          ${tasks.slice(0, MAX).map((task) => {
            const state = now.tasks.get(task.id);
            return html`<tr class=${task === chosen ? 'chosen' : ''}>
              <td><button aria-pressed=${task === chosen} @click=${() => this.store.select(task.id)}>${task.name}</button></td>
              <td class="mono">${task.function}</td>
              <td>${state ? `${stateOf(model, state).icon} ${stateOf(model, state).word}` : 'not created yet'}</td>
              <td>${seconds(task.createdAt)} s${task.creator ? ` by ${model.name(task.creator)}` : ''}</td>
              <td>${task.outcome ? `${ENDS[task.outcome].word} at ${seconds(task.finishedAt)} s` : 'not done'}</td>
            </tr>`;
          })}
        </tbody>
      </table>
      ${tasks.length > MAX ? html`<p class="quiet">… and ${tasks.length - MAX} more</p>` : nothing}
      ${chosen ? this.stretches(chosen) : html`<p class="quiet">Choose a task to read its stretches.</p>`}
    `;
  }

  private stretches(task: Task) {
    return html`<h3>${task.name}, stretch by stretch</h3>
      <table>
        <thead>
          <tr><th scope="col">From</th><th scope="col">To</th><th scope="col">State</th><th scope="col">Line</th><th scope="col"></th></tr>
        </thead>
        <tbody>
          ${task.spans.slice(0, MAX).map(
            (span) => html`<tr>
              <td>${seconds(span.start)} s</td>
              <td>${seconds(span.end)} s</td>
              <td>${STATES[span.state].icon} ${STATES[span.state].word}${span.state === 'waiting' && span.label ? ` for ${span.label}` : ''}</td>
              <td>${span.line || nothing}</td>
              <td><button aria-label="Go to ${STATES[span.state].word} at ${seconds(span.start)} s" @click=${() => this.store.goto(span.from)}>go</button></td>
            </tr>`,
          )}
        </tbody>
      </table>`;
  }
}

const MAX = 500;
