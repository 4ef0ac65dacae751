// <ap-what-if>: a number of the program, and what comes of it over its whole range.
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { constants, rangeOf } from '../../course/constants.ts';
import { Follow, StoreElement } from '../store-element.ts';
import { shared } from '../shared.ts';
import '../sliders/sweep.ts';
import { panelStyles } from './styles.ts';

@customElement('ap-what-if')
export class WhatIf extends StoreElement {
  static override styles = [
    shared,
    panelStyles,
    css`
      code {
        font-family: var(--mono);
      }
    `,
  ];

  constructor() {
    super();
    new Follow(this, ['source', 'scenario', 'panel']);
  }

  override render() {
    const { store } = this;
    const all = constants(store.source);
    const first = all[0];
    if (!first) {
      return html`<p>What becomes of the program at each value of one of its numbers?</p>
        <p class="quiet">Give a number a name at the top of the program, such as <code>PATIENCE = 2.0</code>: it gets a slider, and its whole range can be looked at here. Any number in the program can be dragged.</p>`;
    }
    const chosen = all.find(({ name }) => name === store.swept?.name) ?? first;
    const range = store.swept?.name === chosen.name ? store.swept.range : rangeOf(chosen, store.parameters.find(({ name }) => name === chosen.name));
    return html`
      ${all.length > 1
        ? html`<div class="group" role="group" aria-label="Which number">
            ${all.map((one) => html`<button class="mono" aria-pressed=${one === chosen} @click=${() => store.sweep(one.name, rangeOf(one, store.parameters.find(({ name }) => name === one.name)))}>${one.name}</button>`)}
          </div>`
        : ''}
      <ap-sweep .name=${chosen.name} .range=${range}></ap-sweep>
    `;
  }
}
