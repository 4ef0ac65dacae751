// <ap-bars>: lives of tasks as bars that are dragged, typed or moved by keys; the truth is laid over them when it is known.
// Fires `change` with the bars when the learner has changed one.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styled } from '../styled.ts';
import type { Bar } from '../../course/check.ts';
import { seconds, shared } from '../shared.ts';

type Part = 'start' | 'end';

@customElement('ap-bars')
export class Bars extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        margin: 10px 0;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        margin-bottom: 8px;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        margin-bottom: 3px;
      }
      .head b {
        flex: 1 1 60px;
        overflow-wrap: anywhere;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        color: var(--muted);
        font-size: var(--small);
      }
      input {
        width: 7ch;
        min-height: 28px;
        padding: 2px 6px;
        border: 1px solid var(--edge-strong);
        border-radius: 6px;
        background: var(--surface);
        color: var(--text);
      }
      .head select {
        min-height: 28px;
        padding: 2px 4px;
      }
      .track {
        position: relative;
        height: 28px;
        border-radius: 6px;
        background:
          repeating-linear-gradient(90deg, var(--edge) 0 1px, transparent 1px var(--second)) 0 0 / 100% 100%,
          var(--sunken);
        touch-action: pan-y;
      }
      .known .track {
        height: 44px;
      }
      .bar {
        position: absolute;
        top: 3px;
        height: 22px;
        min-width: 4px;
        border: 1.5px solid var(--accent);
        border-radius: 5px;
        background: var(--accent-soft);
        cursor: grab;
      }
      .bar.cancelled {
        border-style: dashed;
      }
      .truth {
        top: 29px;
        height: 12px;
        border: 0;
        background: var(--done);
        cursor: default;
      }
      .off .truth {
        background: var(--failed);
      }
      .handle {
        position: absolute;
        z-index: 1;
        top: 0;
        width: 24px;
        height: 28px;
        min-height: 0;
        margin-left: -12px;
        padding: 0;
        border: 0;
        background: none;
        cursor: ew-resize;
        touch-action: none;
      }
      .handle::after {
        content: '';
        position: absolute;
        inset: 5px 9px;
        border-radius: 3px;
        background: var(--accent);
      }
      .never {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        color: var(--muted);
        font-size: var(--small);
      }
      .axis {
        display: flex;
        justify-content: space-between;
        font-size: var(--small);
        color: var(--muted);
        font-variant-numeric: tabular-nums;
      }
      .key {
        margin: 4px 0 0;
        font-size: var(--small);
        color: var(--muted);
      }
      .key i {
        display: inline-block;
        width: 14px;
        height: 10px;
        margin: 0 4px 0 10px;
        border: 1.5px solid var(--accent);
        border-radius: 3px;
        background: var(--accent-soft);
      }
      .key i + i,
      .key .run {
        border-color: transparent;
        background: var(--done);
      }
      .key .miss {
        border-color: transparent;
        background: var(--failed);
      }
    `,
  ];

  @property({ attribute: false }) bars: Bar[] = [];
  @property({ attribute: false }) ask: readonly string[] = ['start', 'end'];
  /** what the run did, once the answer is committed */
  @property({ attribute: false }) truth: Bar[] | undefined;
  /** an answer counts as right within so many seconds */
  @property({ attribute: false }) tolerance = 0.05;
  /** dragging moves by so many seconds */
  @property({ attribute: false }) snap = 0.5;
  @state() private reach = 5;
  private held: { row: number; part: Part | 'both'; x: number; bar: Bar } | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if ((changed.has('bars') && !this.held) || changed.has('truth')) {
      const last = Math.max(0, ...[...this.bars, ...(this.truth ?? [])].map(({ end }) => end ?? 0));
      this.reach = Math.max(this.reach, Math.ceil(last + 0.5));
    }
  }

  private change(row: number, part: Partial<Bar>): void {
    const bars = this.bars.map((bar, i) => (i === row ? { ...bar, ...part } : bar));
    this.bars = bars;
    this.dispatchEvent(new CustomEvent('change', { detail: bars }));
  }

  private tidy(value: number): number {
    return Math.max(0, Math.round(Math.round(value / this.snap) * this.snap * 1e6) / 1e6);
  }

  private moveTo(row: number, part: Part, value: number): void {
    const bar = this.bars[row]!;
    const to = this.tidy(value);
    this.change(row, part === 'start' ? { start: Math.min(to, bar.end ?? to) } : { end: Math.max(to, bar.start ?? to) });
  }

  // --- by pointer ---------------------------------------------------------------------------------------------------

  private grab(event: PointerEvent, row: number, part: Part | 'both'): void {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.held = { row, part, x: event.clientX, bar: this.bars[row]! };
    if (part === 'both') event.preventDefault();
  }

  private drag(event: PointerEvent): void {
    const { held } = this;
    if (!held) return;
    const track = (event.currentTarget as HTMLElement).closest('.track')!;
    const by = ((event.clientX - held.x) / track.clientWidth) * this.reach;
    const { row, part, bar } = held;
    if (part !== 'both') return this.moveTo(row, part, (bar[part] ?? 0) + by);
    if (bar.start === null || bar.end === null) return;
    const start = this.tidy(bar.start + by);
    this.change(row, { start, end: start + bar.end - bar.start });
  }

  private release(): void {
    this.held = undefined;
    this.requestUpdate('bars', []);
  }

  private key(event: KeyboardEvent, row: number, part: Part): void {
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 4, PageDown: -4 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    this.moveTo(row, part, (this.bars[row]![part] ?? 0) + by * this.snap);
  }

  // --- html ---------------------------------------------------------------------------------------------------------

  override render() {
    const { bars, ask, truth, reach } = this;
    const second = `${100 / reach}%`;
    const right = (bar: Bar) => {
      const true_ = truth?.find(({ task }) => task === bar.task);
      const close = (a: number | null, b: number | null) => (a === null || b === null ? a === b : Math.abs(a - b) <= this.tolerance);
      return !!true_ && (!ask.includes('start') || close(bar.start, true_.start)) && (!ask.includes('end') || close(bar.end, true_.end)) && (!ask.includes('outcome') || bar.outcome === true_.outcome);
    };
    return html`
      <ul class=${truth ? 'known' : ''} ${styled({ '--second': second })}>
        ${bars.map((bar, i) => this.row(bar, i, truth?.find(({ task }) => task === bar.task), truth ? right(bar) : true))}
      </ul>
      <div class="axis" aria-hidden="true">${Array.from({ length: Math.min(reach, 10) + 1 }, (_, i) => html`<span>${Math.round((i * reach) / Math.min(reach, 10))}</span>`)}</div>
      ${truth
        ? html`<p class="key"><i></i>you said <i class="run"></i>the run, as you said <i class="miss"></i>the run, otherwise</p>`
        : html`<p class="key">Seconds. Drag the ends, or type. Leave “from” empty for one that never starts.</p>`}
    `;
  }

  private row(bar: Bar, i: number, true_: Bar | undefined, right: boolean) {
    const { ask } = this;
    return html`<li class=${right ? '' : 'off'}>
      <div class="head">
        <b>${bar.task}</b>
        ${ask.includes('start') ? this.number(bar, i, 'start', 'from') : nothing} ${ask.includes('end') ? this.number(bar, i, 'end', 'to') : nothing}
        ${ask.includes('outcome')
          ? html`<select aria-label="${bar.task}: how it ends" @change=${(event: Event) => this.change(i, { outcome: (event.target as HTMLSelectElement).value })}>
              ${OUTCOMES.map(([value, word]) => html`<option value=${value} ?selected=${bar.outcome === value}>${word}</option>`)}
            </select>`
          : nothing}
      </div>
      <div class="track">
        ${bar.start === null || bar.end === null
          ? html`<span class="never">never ${bar.start === null ? 'starts' : 'ends'}</span>`
          : html`<div
                class="bar ${bar.outcome}"
                ${styled(this.place(bar))}
                @pointerdown=${(event: PointerEvent) => this.grab(event, i, 'both')}
                @pointermove=${this.drag}
                @pointerup=${this.release}
                @pointercancel=${this.release}
              ></div>
              ${ask.includes('start') ? this.handle(bar, i, 'start', 'starts') : nothing} ${ask.includes('end') ? this.handle(bar, i, 'end', 'ends') : nothing}`}
        ${true_ && true_.start !== null
          ? html`<div class="bar truth" ${styled(this.place(true_))}></div>
              <span class="for-readers">The run: ${seconds(true_.start)} to ${true_.end === null ? 'never' : seconds(true_.end)}, ${OUTCOMES.find(([value]) => value === true_.outcome)?.[1] ?? true_.outcome}</span>`
          : nothing}
      </div>
    </li>`;
  }

  private place({ start, end }: Bar) {
    const from = Math.min(start ?? 0, this.reach);
    return { left: `${(from / this.reach) * 100}%`, width: `${(Math.max(0, Math.min(end ?? this.reach, this.reach) - from) / this.reach) * 100}%` };
  }

  private number(bar: Bar, i: number, part: Part, word: string) {
    return html`<label
      >${word}
      <input
        type="number"
        min="0"
        step=${this.snap}
        aria-label="${bar.task}: ${word}"
        .value=${bar[part] === null ? '' : String(bar[part])}
        @input=${(event: Event) => {
          const { value } = event.target as HTMLInputElement;
          this.change(i, { [part]: value === '' ? null : Number(value) });
        }}
    /></label>`;
  }

  private handle(bar: Bar, i: number, part: Part, word: string) {
    return html`<button
      type="button"
      role="slider"
      class="handle"
      aria-label="${bar.task} ${word}"
      aria-valuemin="0"
      aria-valuemax=${this.reach}
      aria-valuenow=${bar[part] ?? 0}
      aria-valuetext="${seconds(bar[part] ?? 0)} seconds"
      ${styled({ left: `${(Math.min(bar[part] ?? 0, this.reach) / this.reach) * 100}%` })}
      @pointerdown=${(event: PointerEvent) => this.grab(event, i, part)}
      @pointermove=${this.drag}
      @pointerup=${this.release}
      @pointercancel=${this.release}
      @keydown=${(event: KeyboardEvent) => this.key(event, i, part)}
    ></button>`;
  }
}

const OUTCOMES = [['returned', 'returns'], ['raised', 'fails'], ['cancelled', 'is cancelled'], ['left_behind', 'is left behind']] as const;
