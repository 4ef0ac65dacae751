// <ap-sweep>: the outcome over the whole range of one number of the program: total time as a line, and where what is
// printed changes.
import { css, html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styled } from '../styled.ts';
import { withConstants } from '../../course/constants.ts';
import { ask } from '../../state/quiet-run.ts';
import { firstDifference, sweep, type Range, type Sample, type Stretch, type Swept } from '../../state/sweep.ts';
import { Follow, StoreElement } from '../store-element.ts';
import { seconds, shared } from '../shared.ts';

interface Answer {
  exit: number;
  virtual_seconds: number;
  stdout: string;
  stderr: string;
  limit?: boolean;
  deadlock?: object;
}

@customElement('ap-sweep')
export class Sweep extends StoreElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        padding: 4px 0;
      }
      .plot {
        position: relative;
        height: 84px;
        border: 1px solid var(--edge);
        border-radius: 6px;
        overflow: hidden;
      }
      .band {
        position: absolute;
        top: 0;
        bottom: 0;
        padding: 2px 6px;
        border-left: 1.5px solid var(--edge-strong);
        font-size: var(--small);
        font-weight: 650;
        color: var(--muted);
      }
      .band:first-child {
        border-left: 0;
      }
      .band.odd {
        background: var(--accent-soft);
      }
      .band.trouble {
        background: color-mix(in srgb, var(--failed) 16%, transparent);
      }
      svg {
        position: absolute;
        inset: 18px 0 6px;
        width: 100%;
        height: calc(100% - 24px);
        overflow: visible;
      }
      polyline {
        fill: none;
        stroke: var(--accent);
        stroke-width: 2;
        vector-effect: non-scaling-stroke;
      }
      .here {
        position: absolute;
        top: 0;
        bottom: 0;
        width: 0;
        border-left: 2px dashed var(--text);
      }
      .ends {
        display: flex;
        justify-content: space-between;
        font-size: var(--small);
        color: var(--muted);
        font-variant-numeric: tabular-nums;
      }
      p {
        margin: 6px 0;
      }
      ol {
        max-height: 220px;
        overflow: auto;
        margin: 6px 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 20px 1fr auto;
        gap: 2px 8px;
        align-items: center;
        padding: 4px 0;
        border-top: 1px solid var(--edge);
      }
      li b {
        font-variant-numeric: tabular-nums;
      }
      li span {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      li code {
        font: 0.92em var(--mono);
      }
      li button {
        min-height: 26px;
      }
    `,
  ];

  @property() name = '';
  @property({ attribute: false }) range: Range = { min: 0, max: 1, integer: false };
  @state() private swept: Swept | undefined;
  @state() private trouble = '';
  private sweptSource = '';

  constructor() {
    super();
    new Follow(this, ['source']);
  }

  /** The program without this number: it is swept anew when anything else in it has changed. */
  private get rest(): string {
    return withConstants(this.store.source, { [this.name]: 0 });
  }

  override willUpdate(): void {
    if (this.sweptSource !== this.rest) void this.go();
  }

  private async go(): Promise<void> {
    const { store, name, rest, range } = this;
    this.sweptSource = rest;
    this.trouble = '';
    const { seed, input, limits } = store.options;
    const run = async (value: number): Promise<Sample> => {
      const answer = await ask<Answer>('run', withConstants(store.source, { [name]: value }), { seed, input, limits });
      const last = answer.stderr.trimEnd().split('\n').at(-1) ?? '';
      return { value, total: answer.virtual_seconds, output: answer.stdout, trouble: answer.deadlock ? 'deadlock' : answer.limit ? 'stopped by a limit' : answer.exit !== 0 ? last : '' };
    };
    try {
      const swept = await sweep(range, run, () => !this.isConnected || this.sweptSource !== rest);
      if (this.sweptSource === rest) this.swept = swept;
    } catch (error) {
      this.trouble = (error as Error).message;
    }
  }

  override render() {
    const { swept, name, range } = this;
    if (this.trouble) return html`<p role="alert">${this.trouble}</p>`;
    if (!swept) return html`<p class="quiet" role="status">${name} over its range: running the program for each value …</p>`;
    const { samples } = swept;
    // Where nearly every value has an outcome of its own, the total time is what there is to see.
    const each = swept.stretches.length > MOST;
    const stretches = each ? swept.stretches.slice(0, 1) : swept.stretches;
    const most = Math.max(...samples.map(({ total }) => total), 1e-9);
    const x = (value: number) => ((value - range.min) / (range.max - range.min || 1)) * 100;
    const value = Number(new RegExp(`^${name}[ \\t]*=[ \\t]*(-?[\\d.]+)`, 'm').exec(this.store.source)?.[1]);
    // A boundary lies between the last value of one outcome and the first of the next.
    const begin = (i: number) => (i === 0 ? 0 : x((stretches[i - 1]!.to + stretches[i]!.from) / 2));
    return html`
      <p role="status">${each ? html`Nearly every value of <b>${name}</b> has an outcome of its own. Total time goes from <b>${seconds(samples[0]!.total)}</b> to <b>${seconds(samples.at(-1)!.total)} s</b>.` : this.verdict(stretches)}</p>
      <div class="plot" aria-hidden="true">
        ${stretches.map(
          (stretch, i) => html`<div
            class="band ${i % 2 ? 'odd' : ''} ${stretch.first.trouble ? 'trouble' : ''}"
            ${styled({ left: `${begin(i)}%`, width: `${(i + 1 < stretches.length ? begin(i + 1) : 100) - begin(i)}%` })}
          >${stretches.length > 1 ? LETTERS[i] : ''}</div>`,
        )}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none">${svg`<polyline points=${samples.map((sample) => `${x(sample.value)},${100 - (sample.total / most) * 100}`).join(' ')} />`}</svg>
        ${value >= range.min && value <= range.max ? html`<div class="here" ${styled({ left: `${x(value)}%` })}></div>` : nothing}
      </div>
      <div class="ends"><span>${name} = ${range.min}</span><span>line: total time, up to ${seconds(most)} s</span><span>${range.max}</span></div>
      ${swept.numbersAside && !each ? html`<p class="quiet">Each value prints other numbers; compared is the rest of what is printed.</p>` : nothing}
      ${each ? nothing : html`<ol>${stretches.map((stretch, i) => this.stretch(stretch, stretches[i - 1], i))}</ol>`}
    `;
  }

  private verdict(stretches: readonly Stretch[]) {
    const { name } = this;
    if (stretches.length === 1) return html`Whatever <b>${name}</b> is in this range, the outcome is the same.`;
    // Of the last value before and the first after, the rounder one is where it is: "above 2" or "at 2".
    const where = ({ from }: Stretch, i: number) => (String(stretches[i]!.to).length < String(from).length ? html`above <b>${stretches[i]!.to}</b>` : html`at <b>${from}</b>`);
    const shown = stretches.slice(1, 5).map((stretch, i) => html`${i > 0 ? ', ' : ''}${where(stretch, i)}`);
    return html`The outcome changes with <b>${name}</b> ${shown}${stretches.length > 5 ? ' …' : ''}.`;
  }

  private stretch({ from, to, first, last }: Stretch, before: Stretch | undefined, i: number) {
    const total = first.total === last.total ? `${seconds(first.total)} s` : `${seconds(first.total)} to ${seconds(last.total)} s`;
    const other = before && firstDifference(before.last.output, first.output);
    return html`<li>
      <b>${LETTERS[i]}</b>
      <span>
        <b>${from === to ? from : `${from} – ${to}`}</b> <span class="quiet">${total}</span>
        ${first.trouble ? html`<br />${first.trouble}` : nothing}
        ${other ? html`<br /><span class="quiet">line ${other.line}:</span> ${other.other === undefined ? 'nothing more' : html`<code>${other.other}</code>`}` : nothing}
      </span>
      <button aria-label="Set ${this.name} to ${from}" @click=${() => this.store.tweak(withConstants(this.store.source, { [this.name]: from }))}>Try ${from}</button>
    </li>`;
  }
}

const LETTERS = 'ABCDEFGHIJKL';
const MOST = LETTERS.length;
