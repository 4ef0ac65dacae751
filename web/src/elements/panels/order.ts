// <ap-order>: is this order guaranteed? The engine runs the program in every order that timers of one instant can take,
// and with delays that are not exact; here is what else can be printed.
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ask } from '../../state/quiet-run.ts';
import { firstDifference } from '../../state/sweep.ts';
import { Follow, StoreElement } from '../store-element.ts';
import { seconds, shared } from '../shared.ts';
import { panelStyles } from './styles.ts';

/** One of the things that can be printed (engine/api/explore.cpp). */
interface Output {
  stdout: string;
  exit: number;
  virtual_seconds: number;
  own: boolean;
  runs: number;
  departures?: { text: string }[];
  departure?: { line: number; t: number; task_name: string; text: string; instead: string };
}

interface Explored {
  guaranteed: boolean;
  runs: number;
  sentence: string;
  outputs: Output[];
  /** with jitter only */
  virtual_seconds?: { least: number; median: number; most: number };
}

@customElement('ap-order')
export class Order extends StoreElement {
  static override styles = [
    shared,
    panelStyles,
    css`
      .verdict {
        display: flex;
        gap: 10px;
        padding: 10px 14px;
        border-radius: 8px;
        background: color-mix(in srgb, var(--c) 13%, transparent);
      }
      .verdict b {
        color: var(--c);
        font-size: var(--read);
      }
      .verdict.yes {
        --c: var(--done);
      }
      .verdict.no {
        --c: var(--failed);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        margin: 10px 0;
      }
      .outputs {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(230px, 1fr));
        gap: 10px;
      }
      article {
        min-width: 0;
        border: 1px solid var(--edge);
        border-radius: 8px;
        overflow: hidden;
      }
      article h4 {
        margin: 0;
        padding: 6px 12px;
        font-size: var(--body);
        background: var(--sunken);
      }
      article.own h4 {
        color: var(--accent);
      }
      article p {
        margin: 0;
        padding: 4px 12px;
        font-size: var(--small);
        color: var(--muted);
      }
      pre {
        margin: 0;
        max-height: 260px;
        padding: 6px 12px;
        overflow: auto;
        font: var(--body) / 1.5 var(--mono);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      mark {
        display: block;
        margin: 0 -12px;
        padding: 0 12px;
        background: var(--mark);
        color: inherit;
      }
    `,
  ];

  @state() private explored: Explored | undefined;
  @state() private jittered: Explored | undefined;
  @state() private jitter = 0;
  @state() private trouble = '';
  private of = '';
  private asking: AbortController | undefined;

  constructor() {
    super();
    new Follow(this, ['run', 'source']);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.asking?.abort(new Error('closed'));
    this.of = '';
  }

  override willUpdate(): void {
    const { store } = this;
    if (store.stale || !store.run.result || this.of === store.run.source) return;
    this.of = store.run.source;
    this.explored = this.jittered = undefined;
    this.jitter = 0;
    void this.explore(0);
  }

  private async explore(jitter: number): Promise<void> {
    const { source, options } = this.store.run;
    const { seed, input, limits } = options;
    this.asking?.abort(new Error('another question'));
    const asking = (this.asking = new AbortController());
    this.trouble = '';
    this.jitter = jitter;
    try {
      const answer = await ask<Explored>('explore', source, { seed, input, limits, ...(jitter > 0 ? { jitter } : {}) }, asking.signal);
      if (jitter > 0) this.jittered = answer;
      else this.explored = answer;
    } catch (error) {
      if (this.asking === asking) this.trouble = (error as Error).message;
    }
  }

  override render() {
    const { explored, jittered, trouble } = this;
    if (trouble) return html`<p role="alert">${trouble}</p>`;
    if (!this.of) return html`<p class="quiet">Run the program first.</p>`;
    if (!explored) return html`<p class="quiet" role="status">Running the program in every order that its timers allow …</p>`;
    return html`
      <div class="verdict ${explored.guaranteed ? 'yes' : 'no'}" role="status">
        <b>${explored.guaranteed ? '✓' : '≠'}</b>
        <span>${explored.sentence} <span class="quiet">(${explored.runs === 1 ? 'one run' : `${explored.runs} runs`})</span></span>
      </div>
      ${explored.outputs.length > 1 ? this.outputs(explored.outputs) : nothing}
      <div class="row">
        <span>And if delays are not exact?</span>
        <div class="group" role="group" aria-label="How much delays may vary">
          ${[1, 10, 30].map((percent) => html`<button aria-pressed=${this.jitter === percent} @click=${() => void this.explore(percent)}>± ${percent} %</button>`)}
        </div>
      </div>
      ${this.jitter > 0 && !jittered ? html`<p class="quiet" role="status">Running it a hundred times …</p>` : nothing}
      ${jittered && this.jitter > 0
        ? html`<p role="status">${jittered.sentence}${jittered.virtual_seconds ? html` It takes ${seconds(jittered.virtual_seconds.least)} to ${seconds(jittered.virtual_seconds.most)} s.` : nothing}</p>
            ${jittered.outputs.length > 1 ? this.outputs(jittered.outputs) : nothing}`
        : nothing}
    `;
  }

  private outputs(outputs: readonly Output[]) {
    const own = outputs.find((output) => output.own) ?? outputs[0]!;
    return html`<div class="outputs">
      ${outputs.slice(0, MOST).map((output) => {
        const apart = output === own ? undefined : firstDifference(own.stdout, output.stdout);
        const lines = output.stdout.trimEnd().split('\n');
        return html`<article class=${output.own ? 'own' : ''}>
          <h4>${output.own ? 'What CPython prints' : 'Possible, too'}</h4>
          ${output.departures?.length ? html`<p>${output.departures.map(({ text }) => text).join('; ')}</p>` : nothing}
          <pre>${lines.map((line, i) => (apart && apart.line === i + 1 ? html`<mark>${line || ' '}</mark>` : `${line}\n`))}</pre>
        </article>`;
      })}
    </div>
    ${outputs.length > MOST ? html`<p class="quiet">… and ${outputs.length - MOST} more</p>` : nothing}`;
  }
}

const MOST = 12;
