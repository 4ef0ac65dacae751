// <ap-panels>: what belongs to the chosen step, a tab each.
import { LitElement, css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { shared } from '../shared.ts';
import './output.ts';

@customElement('ap-panels')
export class Panels extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 200px;
      }
      [role='tablist'] {
        display: flex;
        flex-wrap: wrap;
        gap: 2px;
        padding: 6px 8px 0;
        border-bottom: 1px solid var(--edge);
      }
      [role='tab'] {
        border: 0;
        border-bottom: 3px solid transparent;
        border-radius: 6px 6px 0 0;
        background: none;
        color: var(--muted);
      }
      [role='tab'][aria-selected='true'] {
        border-bottom-color: var(--accent);
        color: var(--text);
        font-weight: 650;
      }
      [role='tabpanel'] {
        flex: 1 1 auto;
        min-height: 0;
        overflow: auto;
      }
    `,
  ];

  @state() private chosen = TABS[0]!.id;

  private readonly key = (event: KeyboardEvent): void => {
    const move = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (!move) return;
    const at = TABS.findIndex(({ id }) => id === this.chosen);
    this.chosen = TABS[(at + move + TABS.length) % TABS.length]!.id;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };

  override render() {
    const tab = TABS.find(({ id }) => id === this.chosen)!;
    return html`
      <div role="tablist" aria-label="Panels" @keydown=${this.key}>
        ${TABS.map(
          ({ id, word }) =>
            html`<button role="tab" id="tab-${id}" aria-controls="panel" aria-selected=${id === this.chosen} tabindex=${id === this.chosen ? 0 : -1} @click=${() => (this.chosen = id)}>${word}</button>`,
        )}
      </div>
      <div role="tabpanel" id="panel" tabindex="0" aria-labelledby="tab-${tab.id}">${tab.draw()}</div>
    `;
  }
}

const TABS = [{ id: 'output', word: 'Output', draw: () => html`<ap-output></ap-output>` }];
