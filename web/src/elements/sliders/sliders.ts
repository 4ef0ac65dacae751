// <ap-sliders>: what if? A slider for each NAME = number at the program's top level; the program runs again at each move.
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { constants, rangeOf, withConstants, type Constant, type Range } from '../../course/constants.ts';
import { Follow, StoreElement } from '../store-element.ts';
import { shared } from '../shared.ts';

@customElement('ap-sliders')
export class Sliders extends StoreElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
        padding: 8px 14px;
        border-top: 1px solid var(--edge);
      }
      :host([empty]) {
        display: none;
      }
      .slider {
        flex: 1 1 180px;
        display: grid;
        grid-template-columns: 1fr auto auto;
        align-items: center;
        gap: 0 8px;
        min-width: 0;
      }
      label {
        overflow-wrap: anywhere;
      }
      button {
        min-height: 26px;
        padding: 0 8px;
        font-size: var(--small);
      }
      output {
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }
      input {
        grid-column: 1 / -1;
        width: 100%;
        min-height: 24px;
        accent-color: var(--accent);
      }
    `,
  ];

  private ranges = new Map<string, Range>();
  private rangesOf: unknown;

  constructor() {
    super();
    new Follow(this, ['source', 'scenario']);
  }

  // A slider's ends stay where they are while it moves.
  private range(constant: Constant): Range {
    const { name, value } = constant;
    const known = this.ranges.get(name);
    if (known && value >= known.min && value <= known.max) return known;
    const range = rangeOf(constant, this.store.parameters.find((one) => one.name === name));
    this.ranges.set(name, range);
    return range;
  }

  override willUpdate(): void {
    if (this.rangesOf === this.store.programs) return;
    this.rangesOf = this.store.programs;
    this.ranges.clear();
  }

  override render() {
    const all = constants(this.store.source).slice(0, 8);
    this.toggleAttribute('empty', all.length === 0);
    if (all.length === 0) return nothing;
    return all.map((constant) => {
      const { min, max, step } = this.range(constant);
      const parameter = this.store.parameters.find(({ name }) => name === constant.name);
      return html`<div class="slider">
        <label for="slider-${constant.name}">${parameter?.label ?? html`<span class="mono">${constant.name}</span>`}</label>
        <output>${constant.value}${parameter?.unit === 's' ? ' s' : ''}</output>
        <button title="What comes of each value from ${min} to ${max}?" aria-label="Sweep ${constant.name}" @click=${() => this.store.sweep(constant.name, this.range(constant))}>Sweep</button>
        <input
          id="slider-${constant.name}"
          type="range"
          min=${min}
          max=${max}
          step=${step}
          .value=${String(constant.value)}
          @input=${(event: Event) => {
            const value = Number((event.target as HTMLInputElement).value);
            this.store.tweak(withConstants(this.store.source, { [constant.name]: constant.integer ? Math.round(value) : value }));
          }}
        />
      </div>`;
    });
  }
}
