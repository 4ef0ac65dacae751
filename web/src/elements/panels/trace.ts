// <ap-trace>: the debug trace, growing with the playhead.
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { TraceRow } from '../../state/store.ts';
import { CurrentInSight } from '../in-sight.ts';
import { Follow, StoreElement } from '../store-element.ts';
import { lastAtMost } from '../../trace/model.ts';
import { seconds, shared } from '../shared.ts';

@customElement('ap-trace')
export class Trace extends StoreElement {
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
        grid-template-columns: 58px 84px 34px 1fr;
        gap: 8px;
        width: 100%;
        min-height: 24px;
        padding: 1px 14px;
        border: 0;
        border-radius: 0;
        background: none;
        text-align: left;
        font: var(--body) / 1.5 var(--sans);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      button:hover {
        background: var(--sunken);
      }
      .t,
      .line {
        text-align: right;
        color: var(--muted);
        font-variant-numeric: tabular-nums;
      }
      .who {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-weight: 600;
      }
      .rule {
        margin: 4px 0;
        border-block: 1px dashed var(--edge-strong);
        color: var(--accent);
      }
      .problem {
        color: var(--failed);
      }
      .current {
        background: var(--mark);
      }
      .mine .who {
        color: var(--accent);
      }
      p {
        margin: 0;
        padding: 4px 14px;
        color: var(--muted);
      }
      @container (max-width: 420px) {
        button {
          grid-template-columns: 50px 64px 1fr;
        }
        .line {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Follow(this, ['run', 'playhead', 'selection', 'view']);
    new CurrentInSight(this);
  }

  override render() {
    const { run, granularity } = this.store;
    // Source lines are told only to those who step by them.
    const rows = granularity === 'line' ? run.rows : run.rows.filter(({ text }) => !text.startsWith('| '));
    if (rows.length === 0) return html`<p>${this.store.phase === 'running' ? 'running …' : 'Nothing has run yet.'}</p>`;
    const seqs = rows.map(({ seq }) => seq);
    // A step's rows up to where it gives up control belong to it: they are what happens at the playhead.
    const { columns } = this.store.model;
    const next = columns[lastAtMost(columns, this.store.playhead) + 1] ?? Infinity;
    const until = rows[0]!.seq >= next ? -1 : lastAtMost(seqs, next - 1);
    const current = rows[0]!.seq > this.store.playhead ? -1 : lastAtMost(seqs, this.store.playhead);
    const from = Math.max(0, until - WINDOW);
    return html`
      ${from > 0 ? html`<p>… ${from} rows before</p>` : nothing}
      <ol>
        ${rows.slice(from, until + 1).map((row, i) => this.row(row, from + i === current))}
      </ol>
    `;
  }

  private row(row: TraceRow, current: boolean) {
    const mine = row.task && row.task === this.store.selectedTask ? 'mine' : '';
    return html`<li>
      <button
        class="${row.kind} ${current ? 'current' : ''} ${mine}"
        aria-current=${current}
        @click=${() => {
          this.store.goto(row.seq);
          if (row.task) this.store.select(row.task);
        }}
      >
        <span class="t">${seconds(row.t)}</span><span class="who">${row.who}</span><span class="line">${row.line ?? ''}</span><span>${row.text}</span>
      </button>
    </li>`;
  }
}

const WINDOW = 400;
