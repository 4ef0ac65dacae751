// <ap-sliders>: what if? A slider for each NAME = number at the program's top level; the program runs again at each move.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { constants, withConstants, type Constant } from '../../course/constants.ts';
import type { Parameter } from '../../course/scenario.ts';
import { Follow, store } from '../../state/store.ts';
import { shared } from '../shared.ts';

@customElement('ap-sliders')
export class Sliders extends LitElement {
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
      label {
        flex: 1 1 180px;
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: center;
        gap: 0 8px;
        min-width: 0;
      }
      label > span {
        overflow-wrap: anywhere;
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

  @property({ attribute: false }) parameters: Parameter[] = [];
  private ranges = new Map<string, { min: number; max: number; step: number }>();

  constructor() {
    super();
    new Follow(this, ['source', 'scenario']);
  }

  // A slider's ends stay where they are while it moves.
  private range({ name, value, integer }: Constant): { min: number; max: number; step: number } {
    const known = this.ranges.get(name);
    if (known && value >= known.min && value <= known.max) return known;
    const parameter = this.parameters.find((one) => one.name === name);
    const range = {
      min: Math.min(value, parameter?.min ?? 0), max: Math.max(value, parameter?.max ?? (value > 0 ? value * 3 : 10)), step: parameter?.step ?? (integer ? 1 : value < 1 ? 0.05 : 0.1),
    };
    this.ranges.set(name, range);
    return range;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('parameters')) this.ranges.clear();
  }

  override render() {
    const all = constants(store.source).slice(0, 8);
    this.toggleAttribute('empty', all.length === 0);
    if (all.length === 0) return nothing;
    return all.map((constant) => {
      const { min, max, step } = this.range(constant);
      const parameter = this.parameters.find(({ name }) => name === constant.name);
      return html`<label>
        <span>${parameter?.label ?? html`<span class="mono">${constant.name}</span>`}</span>
        <output>${constant.value}${parameter?.unit === 's' ? ' s' : ''}</output>
        <input
          type="range"
          min=${min}
          max=${max}
          step=${step}
          .value=${String(constant.value)}
          @input=${(event: Event) => {
            const value = Number((event.target as HTMLInputElement).value);
            store.tweak(withConstants(store.source, { [constant.name]: constant.integer ? Math.round(value) : value }));
          }}
        />
      </label>`;
    });
  }
}
