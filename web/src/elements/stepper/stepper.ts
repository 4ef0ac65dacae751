// <ap-stepper>: back and forward through the run, and what happens at the step in words.
import { css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Granularity } from '../../state/store.ts';
import { Follow, StoreElement } from '../store-element.ts';
import { narrate } from '../../trace/narrate.ts';
import { seconds, shared } from '../shared.ts';

@customElement('ap-stepper')
export class Stepper extends StoreElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
        padding: 10px 12px;
      }
      .group > button {
        display: inline-grid;
        place-items: center;
        min-width: 40px;
      }
      .where {
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .words {
        flex: 1 0 100%;
        display: flex;
        gap: 10px;
        min-height: 2.9em;
        margin: 0;
        padding: 8px 12px;
        border-radius: 8px;
        background: var(--sunken);
        overflow-wrap: anywhere;
      }
      .words b {
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
        color: var(--accent);
      }
      .end {
        margin-left: auto;
      }
      input[type='range'] {
        flex: 1 1 120px;
        min-width: 80px;
        accent-color: var(--accent);
      }
      @media (max-width: 640px) {
        .wide {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Follow(this, ['run', 'events', 'playhead', 'view']);
  }

  override render() {
    const { playing, granularity, speed } = this.store;
    const { at, of } = this.store.place;
    const none = of === 0;
    const t = this.store.model.timeAt(this.store.playhead);
    return html`
      <div class="group" role="group" aria-label="Step">
        <button aria-label="To the first step" title="To the first step (Home)" ?disabled=${none || at <= 1} @click=${() => this.store.first()}>${ICONS.first}</button>
        <button class="back" aria-label="Step back" title="Step back (←)" ?disabled=${none || at <= 1} @click=${() => this.store.step(-1)}>${ICONS.back}</button>
        <button aria-label=${playing ? 'Pause' : 'Play'} title="Play, pause (Space)" ?disabled=${none} @click=${() => (playing ? this.store.pause() : this.store.play())}>${playing ? ICONS.pause : ICONS.play}</button>
        <button class="forward" aria-label="Step forward" title="Step forward (→)" ?disabled=${none || at >= of} @click=${() => this.store.step(1)}>${ICONS.forward}</button>
        <button aria-label="To the end" title="To the end (End)" ?disabled=${none || at >= of} @click=${() => this.store.last()}>${ICONS.last}</button>
      </div>
      <input
        type="range"
        aria-label="Step"
        aria-valuetext=${`${at} of ${of}, ${seconds(t)} seconds`}
        min="1"
        max=${Math.max(1, of)}
        .value=${String(Math.max(1, at))}
        ?disabled=${none}
        @input=${(event: Event) => this.store.gotoPlace(Number((event.target as HTMLInputElement).value))}
      />
      <span class="where quiet">${at} / ${of} · <b class="mono">${seconds(t)} s</b></span>
      <label class="wide"
        ><span class="for-readers">Granularity</span>
        <select @change=${(event: Event) => this.store.set('granularity', (event.target as HTMLSelectElement).value as Granularity)}>
          ${GRANULARITIES.map(([value, word]) => html`<option value=${value} ?selected=${value === granularity}>by ${word}</option>`)}
        </select></label
      >
      <label class="wide"
        ><span class="for-readers">Speed</span>
        <select @change=${(event: Event) => this.store.set('speed', Number((event.target as HTMLSelectElement).value))}>
          ${[0.5, 1, 2, 5, 20].map((value) => html`<option value=${value} ?selected=${value === speed}>${value}×</option>`)}
        </select></label
      >
      <p class="words" role="status"><b>${seconds(t)} s</b><span>${narrate(this.store.run, this.store.playhead)}</span></p>
    `;
  }
}

const icon = (path: string) => html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${svg`<path d=${path} fill="currentColor" />`}</svg>`;
const ICONS = {
  first: icon('M3 3h2v10H3zM13 3v10L6 8z'),
  back: icon('M10 3v10L3 8zM11 3h2v10h-2z'),
  play: icon('M4 2.5v11L14 8z'),
  pause: icon('M4 3h3v10H4zM9 3h3v10H9z'),
  forward: icon('M6 3v10l7-5zM3 3h2v10H3z'),
  last: icon('M11 3h2v10h-2zM3 3v10l7-5z'),
};

const GRANULARITIES: [Granularity, string][] = [
  ['step', 'task step'],
  ['line', 'source line'],
  ['iteration', 'loop iteration'],
];
