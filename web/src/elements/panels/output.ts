// <ap-output>: what the program printed, each line with its time and task; lines still to come are faint.
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { CurrentInSight } from '../in-sight.ts';
import { Follow, StoreElement } from '../store-element.ts';
import { lastAtMost } from '../../trace/model.ts';
import { seconds, shared } from '../shared.ts';

@customElement('ap-output')
export class Output extends StoreElement {
  static override styles = [
    shared,
    css`
      :host {
        padding: 6px 0;
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      button {
        display: grid;
        grid-template-columns: 58px 72px 1fr;
        gap: 10px;
        width: 100%;
        min-height: 26px;
        padding: 2px 14px;
        border: 0;
        border-radius: 0;
        background: none;
        text-align: left;
        font: var(--body) / 1.5 var(--mono);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      button:hover {
        background: var(--sunken);
      }
      .t {
        text-align: right;
        color: var(--muted);
        font-variant-numeric: tabular-nums;
      }
      .who {
        max-width: 12ch;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        color: var(--muted);
      }
      .later {
        opacity: 0.62;
      }
      .later .text {
        font-style: italic;
      }
      .current {
        background: var(--mark);
      }
      .err .text {
        color: var(--failed);
      }
      .mine .who {
        color: var(--accent);
        font-weight: 700;
      }
      pre {
        margin: 0;
        padding: 8px 14px;
        font: var(--body) / 1.5 var(--mono);
        color: var(--failed);
        white-space: pre-wrap;
      }
      pre.rest {
        color: inherit;
      }
      p {
        margin: 0;
        padding: 8px 14px;
      }
    `,
  ];

  constructor() {
    super();
    new Follow(this, ['run', 'events', 'playhead', 'selection']);
    new CurrentInSight(this);
  }

  override render() {
    const { run, playhead, phase, selectedTask } = this.store;
    const lines = this.store.lines();
    const starts = lines.map(({ seq }) => seq);
    const current = lines.length > 0 && starts[0]! <= playhead ? lastAtMost(starts, playhead) : -1;
    const shown = lines.length > MAX ? lines.slice(0, MAX) : lines;
    const told = lines.some(({ stream }) => stream === 'stderr');
    return html`
      <ol>
        ${shown.map(
          (line, i) => html`<li>
            <button
              class="${line.stream === 'stderr' ? 'err' : ''} ${line.seq > playhead ? 'later' : ''} ${i === current ? 'current' : ''} ${line.task && line.task === selectedTask ? 'mine' : ''}"
              aria-current=${i === current ? 'true' : 'false'}
              @click=${() => {
                this.store.goto(line.seq);
                if (line.task) this.store.select(line.task);
              }}
            >
              <span class="t">${seconds(line.t)} s</span><span class="who">${this.store.model.name(line.task)}</span><span class="text">${line.text || ' '}</span>
            </button>
          </li>`,
        )}
      </ol>
      ${lines.length > MAX ? html`<p class="quiet">… and ${lines.length - MAX} more lines</p>` : nothing}
      ${run.stderr && !told ? html`<pre>${run.stderr}</pre>` : nothing}
      ${this.store.trouble ? html`<pre>${this.store.trouble}</pre>` : nothing}
      ${phase === 'stopped' ? html`<p class="quiet">Stopped. What had happened until then is shown.</p>` : nothing}
      ${phase === 'done' && lines.length === 0 && !run.stderr && !this.store.trouble ? html`<p class="quiet">${run.result ? 'The program printed nothing.' : 'Nothing has run yet.'}</p>` : nothing}
      ${run.truncated ? html`<p class="quiet">The run is longer than its picture: only the first events are shown.${run.rest ? ' Afterwards it printed:' : ''}</p>${run.rest ? html`<pre class="rest">${run.rest}</pre>` : nothing}` : nothing}
    `;
  }
}

const MAX = 2000;
