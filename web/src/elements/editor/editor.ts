// <ap-editor>: the program. Plain text at once, so that the first picture waits for nobody; CodeMirror when it has come.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { Follow, store } from '../../state/store.ts';
import { problemsByLine } from '../../trace/problems.ts';
import { shared } from '../shared.ts';
import type { CodeView } from './codemirror.ts';

@customElement('ap-editor')
export class Editor extends LitElement {
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

  @query('.code') private box!: HTMLElement;
  private view: CodeView | undefined;

  constructor() {
    super();
    new Follow(this, ['source', 'run', 'playhead'], (what) => {
      if (what === 'source') this.view?.setSource(store.source);
      this.mark();
    });
  }

  override firstUpdated(): void {
    // After the first picture of the run: the chunk is ten times the size of the rest of the page.
    const load = () => void this.load();
    if (store.phase === 'done') load();
    else setTimeout(load, 60);
  }

  private async load(): Promise<void> {
    const { CodeView } = await import('./codemirror.ts');
    this.view = new CodeView(this.box, this.renderRoot as ShadowRoot, store.source, {
      edited: (source) => store.edit(source),
      tweaked: (source) => store.tweak(source),
      run: () => void store.start(),
    });
    this.requestUpdate();
    this.mark();
  }

  private mark(): void {
    if (!this.view) return;
    const fresh = !store.stale;
    const atEnd = store.playhead >= store.model.lastSeq;
    this.view.setLine(fresh && !atEnd ? store.now.line : 0);
    this.view.setProblems(fresh ? problemsByLine(store.run) : []);
  }

  /** Puts the cursor on a line. */
  reveal(line: number): void {
    this.view?.reveal(line);
  }

  override render() {
    return html`<div class="code"></div>${this.view ? nothing : html`<pre tabindex="0" role="region" aria-label="Program">${store.source}</pre>`}`;
  }
}
