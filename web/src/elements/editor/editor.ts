// <ap-editor>: the program. Plain text at once, so that the first picture waits for nobody; CodeMirror when it has come.
import { css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { Follow, StoreElement } from '../store-element.ts';
import { problemsByLine } from '../../trace/problems.ts';
import { shared } from '../shared.ts';
import type { CodeView } from './codemirror.ts';

@customElement('ap-editor')
export class Editor extends StoreElement {
  static override styles = [
    shared,
    css`
      :host {
        height: 100%;
      }
      .code {
        height: 100%;
      }
      pre {
        height: 100%;
        margin: 0;
        padding: 4px 0 0 52px;
        overflow: auto;
        font: 13px / 1.55 var(--mono);
      }
    `,
  ];

  /** The program is to be read, not changed. */
  @property({ type: Boolean }) readonly = false;
  @query('.code') private box!: HTMLElement;
  private view: CodeView | undefined;

  constructor() {
    super();
    new Follow(this, ['source', 'run', 'playhead'], (what) => {
      if (what === 'source') this.view?.setSource(this.store.source);
    });
  }

  override firstUpdated(): void {
    // After the first picture of the run: the chunk is ten times the size of the rest of the page. Meanwhile the program can be read.
    void this.store.drawn(3000).then(() => this.load());
  }

  private async load(): Promise<void> {
    const { CodeView } = await import('./codemirror.ts');
    this.view = new CodeView(this.box, this.renderRoot as ShadowRoot, this.store.source, {
      edited: (source) => this.store.edit(source),
      tweaked: (source) => this.store.tweak(source),
      run: () => void this.store.start(),
      line: (line) => this.store.gotoLine(line),
    });
    this.view.setReadonly(this.readonly);
    this.requestUpdate();
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('readonly')) this.view?.setReadonly(this.readonly);
    const { store } = this;
    const atEnd = store.playhead >= store.model.lastSeq;
    this.view?.setLine(store.late || atEnd ? 0 : store.now.line);
    // While a number is dragged, the picture goes first: the times that are told change at each move.
    this.view?.setProblems(store.late ? [] : problemsByLine(store.run), store.rerun ? 100 : 0);
  }

  /** Puts the cursor on a line. */
  reveal(line: number): void {
    this.view?.reveal(line);
  }

  override render() {
    return html`<div class="code"></div>${this.view ? nothing : html`<pre tabindex="0" role="region" aria-label="Program">${this.store.source}</pre>`}`;
  }
}
