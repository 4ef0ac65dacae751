// <ap-loop>: the loop's insides at the chosen step: who runs, the ready queue, the timers, who waits for what.
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Follow, StoreElement } from '../store-element.ts';
import { timerWords } from '../../trace/model.ts';
import { seconds, shared } from '../shared.ts';
import { colour, panelStyles } from './styles.ts';
import { stateOf } from './state-words.ts';

@customElement('ap-loop')
export class Loop extends StoreElement {
  static override styles = [
    shared,
    panelStyles,
    css`
      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
        gap: 4px 28px;
      }
      .arrow {
        color: var(--muted);
      }
    `,
  ];

  constructor() {
    super();
    new Follow(this, ['run', 'events', 'playhead', 'selection']);
  }

  private chip(task: number, color: string, text: string, note = '') {
    return html`<button class="chip" ${colour(color)} aria-pressed=${task !== 0 && task === this.store.selectedTask} ?disabled=${!task} @click=${() => this.store.select(task)}>
      ${text}${note ? html` <span class="quiet">${note}</span>` : nothing}
    </button>`;
  }

  override render() {
    const { model } = this.store;
    const now = this.store.now;
    const running = now.running.at(-1);
    const waiting = [...now.tasks.values()].filter((task) => task.state === 'waiting' && !model.tasks.get(task.id)?.internal);
    const syncs = [...now.syncs.values()];
    return html`
      <div class="columns">
        <section>
          <h3>Now</h3>
          <p class="chips">
            ${running ? this.chip(running, 'running', `▶ ${model.name(running)}`, 'has the loop') : now.handle ? html`<span class="chip">a callback runs</span>` : html`<span class="quiet">nobody has the loop</span>`}
          </p>
          <h3>Ready queue</h3>
          ${now.ready.length === 0 ? html`<p class="quiet">empty</p>` : nothing}
          <ol class="chips" aria-label="Ready queue, first in line first">
            ${now.ready.slice(0, 100).map(
              (entry, i) => html`<li class="chips">
                ${i > 0 ? html`<span class="arrow" aria-hidden="true">←</span>` : nothing}
                ${entry.task ? this.chip(entry.task, 'ready', model.name(entry.task)) : html`<span class="chip" ${colour('timer')}>${entry.label}</span>`}
              </li>`,
            )}
          </ol>
        </section>
        <section>
          <h3>Timers, next first</h3>
          ${now.timers.size === 0 ? html`<p class="quiet">none</p>` : nothing}
          <ol>
            ${now.timersByDeadline().slice(0, 100).map(
              (timer) => html`<li>
                <b>${seconds(timer.deadline)} s</b> ${timer.task ? html`<button class="link" @click=${() => this.store.select(timer.task)}>${model.name(timer.task)}</button>` : nothing}
                <span class="quiet">${timerWords(timer.kind, timer.label)}, set as no. ${timer.order}</span>
              </li>`,
            )}
          </ol>
        </section>
        <section>
          <h3>Who waits</h3>
          ${waiting.length === 0 ? html`<p class="quiet">nobody</p>` : nothing}
          <ul>
            ${waiting.slice(0, 200).map((task) => {
              const { icon, word } = stateOf(model, task);
              return html`<li><button class="link" @click=${() => this.store.select(task.id)}>${task.name}</button> ${icon} ${word} <span class="quiet">since ${seconds(task.since)} s</span></li>`;
            })}
          </ul>
          ${syncs.length > 0
            ? html`<h3>Locks, queues, events</h3>
                <ul>
                  ${syncs.slice(0, 50).map(
                    (sync) => html`<li>
                      <b>${sync.name || sync.kind}</b> <span class="quiet">${sync.name ? sync.kind : ''}</span> ${value(sync.kind, sync.value, sync.size)}
                      ${sync.waiters.length > 0 ? html`<span class="quiet">in line:</span> ${sync.waiters.map(({ task }) => model.name(task)).join(', ')}` : nothing}
                    </li>`,
                  )}
                </ul>`
            : nothing}
        </section>
      </div>
    `;
  }
}

function value(kind: string, now: number, size: number): string {
  switch (kind) {
    case 'lock':
      return now ? 'locked' : 'free';
    case 'event':
      return now ? 'set' : 'not set';
    case 'semaphore':
      return `${now} of ${size} left`;
    case 'queue':
      return `${now} item${now === 1 ? '' : 's'}${size ? `, room for ${size}` : ''}`;
    case 'barrier':
      return `${now} of ${size} are there`;
    default:
      return '';
  }
}
