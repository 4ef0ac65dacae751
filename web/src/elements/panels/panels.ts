// <ap-panels>: what belongs to the chosen step, a tab each.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Follow, store } from '../../state/store.ts';
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
        flex: none;
        display: flex;
        padding: 6px 8px 0;
        overflow-x: auto;
        scrollbar-width: none;
        border-bottom: 1px solid var(--edge);
      }
      [role='tab'] {
        border: 0;
        border-bottom: 3px solid transparent;
        border-radius: 6px 6px 0 0;
        background: none;
        color: var(--muted);
        white-space: nowrap;
      }
      [role='tab'][aria-selected='true'] {
        border-bottom-color: var(--accent);
        color: var(--text);
        font-weight: 650;
      }
      .count {
        padding: 0 7px;
        border-radius: 99px;
        background: var(--failed);
        color: var(--surface);
        font-size: var(--small);
        font-weight: 650;
      }
      [role='tabpanel'] {
        container-type: inline-size;
        flex: 1 1 auto;
        min-height: 0;
        overflow: auto;
      }
    `,
  ];

  @state() private chosen = TABS[0]!.id;

  constructor() {
    super();
    new Follow(this, ['run']);
  }

  private choose(id: string): void {
    this.chosen = id;
    if (id !== 'output') void import('./more.ts');
  }

  private readonly key = (event: KeyboardEvent): void => {
    const move = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (!move) return;
    const at = TABS.findIndex(({ id }) => id === this.chosen);
    this.choose(TABS[(at + move + TABS.length) % TABS.length]!.id);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };

  override render() {
    const count = store.model.problems.length || (store.run.stderr ? 1 : 0);
    const tab = TABS.find(({ id }) => id === this.chosen)!;
    return html`
      <div role="tablist" aria-label="Panels" @keydown=${this.key}>
        ${TABS.map(
          ({ id, word }) =>
            html`<button role="tab" id="tab-${id}" aria-controls="panel" aria-selected=${id === this.chosen} tabindex=${id === this.chosen ? 0 : -1} @click=${() => this.choose(id)}>${word}${id === 'problems' && count > 0 ? html` <span class="count">${count}</span>` : nothing}</button>`,
        )}
      </div>
      <div role="tabpanel" id="panel" tabindex="0" aria-labelledby="tab-${tab.id}">${tab.draw()}</div>
    `;
  }
}

const TABS = [
  { id: 'output', word: 'Output', draw: () => html`<ap-output></ap-output>` },
  { id: 'trace', word: 'Trace', draw: () => html`<ap-trace></ap-trace>` },
  { id: 'loop', word: 'Loop', draw: () => html`<ap-loop></ap-loop>` },
  { id: 'tree', word: 'Who awaits', draw: () => html`<ap-tree></ap-tree>` },
  { id: 'problems', word: 'Problems', draw: () => html`<ap-problems></ap-problems>` },
  { id: 'table', word: 'Table', draw: () => html`<ap-table></ap-table>` },
];
