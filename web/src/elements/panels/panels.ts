// <ap-panels>: what belongs to the chosen step, a tab each.
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keepInSight } from '../in-sight.ts';
import { Follow, StoreElement } from '../store-element.ts';
import { shared } from '../shared.ts';
import './output.ts';

/** Pixels of the row of tabs that fade at an end where there are more. */
const FADED = 36;

@customElement('ap-panels')
export class Panels extends StoreElement {
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
      /* More tabs than there is room for: a shade says that the row goes on. */
      .tabs {
        position: relative;
        flex: none;
        min-width: 0;
      }
      .tabs.before::before,
      .tabs.after::after {
        content: '';
        position: absolute;
        z-index: 1;
        top: 0;
        bottom: 1px;
        width: ${FADED}px;
        pointer-events: none;
      }
      .tabs.before::before {
        left: 0;
        background: linear-gradient(90deg, var(--surface) 30%, transparent);
      }
      .tabs.after::after {
        right: 0;
        background: linear-gradient(270deg, var(--surface) 30%, transparent);
      }
      [role='tab'] {
        border: 0;
        border-bottom: 3px solid transparent;
        border-radius: 6px 6px 0 0;
        background: none;
        color: var(--muted);
        white-space: nowrap;
      }
      [role='tab']:hover:not(:disabled) {
        border-color: transparent transparent var(--edge-strong);
      }
      [role='tab'][aria-selected='true'],
      [role='tab'][aria-selected='true']:hover {
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

  @state() private more = { left: false, right: false };
  private readonly resize = new ResizeObserver(() => this.edges());

  constructor() {
    super();
    new Follow(this, ['run', 'panel'], (what) => {
      if (what === 'panel') void this.reveal();
    });
  }

  private get chosen(): string {
    return this.store.panel;
  }

  private choose(id: string): void {
    this.store.show(id);
  }

  override firstUpdated(): void {
    this.resize.observe(this);
    if (this.chosen !== 'output') void import('./more.ts');
  }

  private async reveal(): Promise<void> {
    if (this.chosen !== 'output') void import('./more.ts');
    this.requestUpdate(); // this is told before the host is asked to be drawn
    await this.updateComplete;
    keepInSight(this.renderRoot.querySelector('[aria-selected="true"]'), FADED);
    this.edges();
  }

  private edges(): void {
    const row = this.renderRoot.querySelector('[role=tablist]');
    if (!row) return;
    const [left, right] = [row.scrollLeft > 4, row.scrollLeft + row.clientWidth < row.scrollWidth - 4];
    if (left !== this.more.left || right !== this.more.right) this.more = { left, right };
  }

  private readonly key = (event: KeyboardEvent): void => {
    const move = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (!move) return;
    const at = TABS.findIndex(({ id }) => id === this.chosen);
    this.choose(TABS[(at + move + TABS.length) % TABS.length]!.id);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  };

  override render() {
    const count = this.store.model.problems.length || (this.store.run.stderr ? 1 : 0);
    const tab = TABS.find(({ id }) => id === this.chosen) ?? TABS[0]!;
    return html`
      <div class="tabs ${this.more.left ? 'before' : ''} ${this.more.right ? 'after' : ''}"><div role="tablist" aria-label="Panels" @keydown=${this.key} @scroll=${() => this.edges()}>
        ${TABS.map(
          ({ id, word }) =>
            html`<button role="tab" id="tab-${id}" aria-controls="panel" aria-selected=${id === this.chosen} tabindex=${id === this.chosen ? 0 : -1} @click=${() => this.choose(id)}>${word}${id === 'problems' && count > 0 ? html` <span class="count">${count}</span>` : nothing}</button>`,
        )}
      </div></div>
      <div role="tabpanel" id="panel" tabindex="0" aria-labelledby="tab-${tab.id}">${tab.draw()}</div>
    `;
  }
}

const TABS = [
  { id: 'output', word: 'Output', draw: () => html`<ap-output></ap-output>` },
  { id: 'trace', word: 'Trace', draw: () => html`<ap-trace></ap-trace>` },
  { id: 'loop', word: 'Loop', draw: () => html`<ap-loop></ap-loop>` },
  { id: 'variables', word: 'Variables', draw: () => html`<ap-variables></ap-variables>` },
  { id: 'tree', word: 'Who awaits', draw: () => html`<ap-tree></ap-tree>` },
  { id: 'problems', word: 'Problems', draw: () => html`<ap-problems></ap-problems>` },
  { id: 'order', word: 'Order', draw: () => html`<ap-order></ap-order>` },
  { id: 'what-if', word: 'What if', draw: () => html`<ap-what-if></ap-what-if>` },
  { id: 'table', word: 'Table', draw: () => html`<ap-table></ap-table>` },
];
