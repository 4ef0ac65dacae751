// <ap-menu>: a button that shows a short list of things to do. Fires `choose` with the id of the one that was chosen.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../shared.ts';

export interface MenuItem {
  id: string;
  word: string;
}

@customElement('ap-menu')
export class Menu extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: inline-block;
        position: relative;
      }
      ul {
        position: absolute;
        z-index: 30;
        top: calc(100% + 4px);
        right: 0;
        width: max-content;
        margin: 0;
        padding: 6px;
        list-style: none;
        border: 1px solid var(--edge);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      li button {
        display: block;
        width: 100%;
        min-height: 32px;
        border-color: transparent;
        background: none;
        text-align: left;
      }
      li button:hover,
      li button:focus-visible {
        background: var(--accent-soft);
      }
      li:first-child {
        padding-bottom: 4px;
        margin-bottom: 4px;
        border-bottom: 1px solid var(--edge);
      }
    `,
  ];

  @property() label = '';
  @property({ attribute: false }) items: readonly MenuItem[] = [];
  @state() private open = false;

  private get buttons(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('li button')];
  }

  private async toggle(): Promise<void> {
    this.open = !this.open;
    await this.updateComplete;
    if (this.open) this.buttons[0]?.focus();
  }

  private close(): void {
    this.open = false;
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
  }

  private readonly key = (event: KeyboardEvent): void => {
    if (!this.open) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') this.close();
    else if (move) {
      const { buttons } = this;
      const at = buttons.indexOf((this.renderRoot as ShadowRoot).activeElement as HTMLElement);
      buttons[(at + move + buttons.length) % buttons.length]?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  private readonly left = (event: FocusEvent): void => {
    if (!this.renderRoot.contains(event.relatedTarget as Node | null)) this.open = false;
  };

  private choose(id: string): void {
    this.close();
    this.dispatchEvent(new CustomEvent('choose', { detail: id }));
  }

  override render() {
    return html`<div @keydown=${this.key} @focusout=${this.left}>
      <button aria-expanded=${this.open} @click=${() => void this.toggle()}>${this.label} <span aria-hidden="true">▾</span></button>
      ${this.open ? html`<ul aria-label=${this.label}>${this.items.map(({ id, word }) => html`<li><button @click=${() => this.choose(id)}>${word}</button></li>`)}</ul>` : nothing}
    </div>`;
  }
}
