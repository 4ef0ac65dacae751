// <ap-variables>: call stacks and variables at the chosen step. The engine runs the program again up to there, so any
// step can be looked into.
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ask } from '../../state/quiet-run.ts';
import { SHOWN_RUN } from '../../state/shown-run.ts';
import { ownFrames, tellingGlobals, type Frame, type Inspection, type Variable } from '../../trace/inspection.ts';
import { Follow, StoreElement } from '../store-element.ts';
import { seconds, shared } from '../shared.ts';
import { stateOf } from './state-words.ts';
import { panelStyles } from './styles.ts';

@customElement('ap-variables')
export class Variables extends StoreElement {
  static override styles = [
    shared,
    panelStyles,
    css`
      section {
        margin-bottom: 12px;
      }
      summary {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 28px;
        cursor: pointer;
      }
      summary::before {
        content: '▸';
        flex: none;
        width: 12px;
        color: var(--muted);
      }
      details[open] > summary::before {
        content: '▾';
      }
      .frame {
        margin: 0 0 8px 5px;
        padding: 2px 0 2px 13px;
        border-left: 2px solid var(--edge);
      }
      .frame.top {
        border-left-color: var(--running);
      }
      .frame > p {
        margin: 0 0 2px;
      }
      .frame button {
        min-height: 24px;
        padding: 0 2px;
        border: 0;
        background: none;
        color: var(--accent);
        text-decoration: underline;
        text-underline-offset: 2px;
      }
      code {
        font-family: var(--mono);
      }
      .source {
        color: var(--muted);
        overflow-wrap: anywhere;
      }
      table {
        width: auto;
        max-width: 100%;
      }
      td {
        padding: 2px 14px 2px 0;
        border: 0;
        font-family: var(--mono);
        overflow-wrap: anywhere;
      }
      td:first-child {
        font-weight: 600;
        white-space: nowrap;
      }
      td.type {
        font: var(--small) var(--sans);
        color: var(--muted);
      }
      tr.changed td {
        background: var(--mark);
      }
      .old {
        opacity: 0.6;
      }
    `,
  ];

  @state() private inspected: Inspection | undefined;
  @state() private trouble = '';
  @state() private waiting = false;
  /** what each variable was at the step before, to mark what has changed */
  private were = new Map<string, string>();
  private asked = '';
  private asking: AbortController | undefined;
  private timer = 0;

  constructor() {
    super();
    new Follow(this, ['run', 'playhead', 'selection']);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.asking?.abort(new Error('closed'));
    this.asked = '';
  }

  override willUpdate(): void {
    const { store } = this;
    if (store.stale || store.model.events.length === 0) return;
    const key = `${store.playhead} ${store.run.source}`;
    if (key === this.asked) return;
    this.asked = key;
    this.waiting = true;
    clearTimeout(this.timer);
    // While one drags through the run only the place where one stops is looked into.
    this.timer = window.setTimeout(() => void this.look(key), this.inspected ? 60 : 0);
  }

  private async look(key: string): Promise<void> {
    const { run, playhead } = this.store;
    this.asking?.abort(new Error('another step'));
    const asking = (this.asking = new AbortController());
    try {
      const answer = await ask<Inspection>('inspect', run.source, { ...run.options, ...SHOWN_RUN, seq: playhead }, asking.signal);
      if (key !== this.asked) return;
      this.were = valuesOf(this.inspected);
      this.inspected = answer;
      this.trouble = '';
    } catch (error) {
      if (key !== this.asked) return;
      this.trouble = (error as Error).message;
    }
    this.waiting = false;
  }

  override render() {
    const { inspected, trouble, store } = this;
    if (trouble) return this.awaits(trouble);
    if (store.model.events.length === 0) return html`<p class="quiet">Nothing has run yet.</p>`;
    if (!inspected) return html`<p class="quiet">looking into the step …</p>`;
    const { tasks, frames, globals, current, t } = inspected;
    const alive = tasks.filter(({ stack, id }) => stack.length > 0 && !store.model.tasks.get(id)?.internal);
    const chosen = store.selectedTask && alive.some(({ id }) => id === store.selectedTask) ? store.selectedTask : current || alive.at(-1)?.id;
    const first = [...alive.filter(({ id }) => id === chosen), ...alive.filter(({ id }) => id !== chosen)];
    const values = tellingGlobals(globals);
    return html`<div class=${this.waiting ? 'old' : ''}>
      <p class="quiet">Call stacks and variables at ${seconds(t)} s, the innermost call first.</p>
      ${frames.length > 0 ? html`<section>${this.stack('module', frames, current === 0)}</section>` : nothing}
      ${first.slice(0, MOST).map(({ id, name, stack }) => {
        const now = store.now.tasks.get(id);
        const said = now && stateOf(store.model, now);
        return html`<details ?open=${id === chosen}>
          <summary><b>${name}</b> ${said ? html`<span class="quiet">${said.icon} ${said.word}</span>` : nothing}</summary>
          ${this.stack(name, stack, id === current)}
        </details>`;
      })}
      ${alive.length === 0 && frames.length === 0 ? html`<p class="quiet">No function is being run or waited in here.</p>` : nothing}
      ${values.length > 0 ? html`<details ?open=${alive.length === 0}><summary><b>Globals</b></summary><div class="frame">${this.variables('globals', values)}</div></details>` : nothing}
    </div>`;
  }

  /** What the events alone tell, where the step cannot be looked into: which awaits each task is in. */
  private awaits(trouble: string) {
    const { model, now } = this.store;
    const alive = [...now.tasks.values()].filter(({ id, state }) => !model.tasks.get(id)?.internal && !['returned', 'raised', 'cancelled'].includes(state));
    return html`<p role="alert">The variables of this step cannot be shown: ${trouble}</p>
      <ul>
        ${alive.slice(0, MOST).map((task) => {
          const { icon, word } = stateOf(model, task);
          const frames = now.awaits.get(task.id) ?? [];
          return html`<li>
            <b>${task.name}</b> <span class="quiet">${icon} ${word}</span>
            ${frames.map(({ label, line }) => html`<div class="frame"><p>awaits <code>${label || 'a future'}</code>${line ? html` in line ${line}` : nothing}</p></div>`)}
          </li>`;
        })}
      </ul>`;
  }

  private stack(owner: string, stack: readonly Frame[], runs: boolean) {
    return ownFrames(stack).map(
      (frame, i) => html`<div class="frame ${runs && i === 0 ? 'top' : ''}">
        <p>
          <code>${frame.function === '<module>' ? 'the program' : `${frame.function}()`}</code>
          ${frame.not_started ? html`<span class="quiet">has not begun</span>` : html`<button @click=${() => this.store.gotoLine(frame.line)} title="To the next time this line runs">line ${frame.line}</button> <code class="source">${frame.source.trim()}</code>`}
        </p>
        ${frame.locals.length > 0 ? this.variables(`${owner} ${frame.function}`, frame.function === '<module>' ? tellingGlobals(frame.locals) : frame.locals) : nothing}
      </div>`,
    );
  }

  private variables(owner: string, variables: readonly Variable[]) {
    return html`<table>
      <tbody>
        ${variables.map(({ name, type, repr }) => {
          const was = this.were.get(`${owner} ${name}`);
          return html`<tr class=${was !== undefined && was !== repr ? 'changed' : ''}>
            <td>${name}</td><td>${repr}</td><td class="type">${type}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }
}

function valuesOf(inspected: Inspection | undefined): Map<string, string> {
  const values = new Map<string, string>();
  if (!inspected) return values;
  const put = (owner: string, variables: readonly Variable[]) => variables.forEach(({ name, repr }) => values.set(`${owner} ${name}`, repr));
  for (const { name, stack } of inspected.tasks) for (const frame of stack) put(`${name} ${frame.function}`, frame.locals);
  for (const frame of inspected.frames) put(`module ${frame.function}`, frame.locals);
  put('globals', inspected.globals);
  return values;
}

const MOST = 60;
