// <ap-tree>: who waits for whom at the chosen step.
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Follow, StoreElement } from '../store-element.ts';
import { awaitTree, type AwaitNode } from '../../trace/await-tree.ts';
import { shared } from '../shared.ts';
import { colour, panelStyles } from './styles.ts';
import { stateOf } from './state-words.ts';

@customElement('ap-tree')
export class Tree extends StoreElement {
  static override styles = [
    shared,
    panelStyles,
    css`
      ul ul {
        margin-left: 14px;
        padding-left: 14px;
        border-left: 2px solid var(--edge);
      }
      li {
        margin: 4px 0;
      }
    `,
  ];

  constructor() {
    super();
    new Follow(this, ['run', 'events', 'playhead', 'selection']);
  }

  override render() {
    const roots = awaitTree(this.store.model, this.store.now);
    if (roots.length === 0) return html`<p class="quiet">No task is alive at this step.</p>`;
    return html`<p class="quiet">Each task waits for those below it.</p>
      <ul>${roots.slice(0, 100).map((root) => this.node(root))}</ul>`;
  }

  private node({ task, frames, children }: AwaitNode): TemplateResult {
    const { icon, word, color } = stateOf(this.store.model, task);
    return html`<li>
      <button class="chip" ${colour(color)} aria-pressed=${task.id === this.store.selectedTask} @click=${() => this.store.select(task.id)}>
        <b>${task.name}</b> ${icon} ${word}
      </button>
      ${frames.length > 0 ? html`<span class="quiet mono">${frames.join(' › ')}</span>` : nothing}
      ${children.length > 0 ? html`<ul>${children.slice(0, 100).map((child) => this.node(child))}</ul>` : nothing}
    </li>`;
  }
}
