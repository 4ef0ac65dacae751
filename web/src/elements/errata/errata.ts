// <ap-errata>: what tutorials get wrong, and beliefs that mislead, each beside a program that shows what happens.
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import errata from '../../../../scenarios/errata/errata.json';
import misconceptions from '../../../../scenarios/misconceptions.json';
import { activities, seqOfMoment } from '../../course/activities.ts';
import { inlineMarkdown } from '../../course/markdown.ts';
import { headline, type Moment } from '../../course/scenario.ts';
import { StoreElement } from '../store-element.ts';
import { shared } from '../shared.ts';

interface Entry {
  id: string;
  claim: string;
  happens: string;
  why: string;
  program: string;
  at?: Moment;
  scenario?: string;
}

const programs = import.meta.glob<string>('../../../../scenarios/errata/*.py', { query: '?raw', import: 'default' });

@customElement('ap-errata')
export class Errata extends StoreElement {
  static override styles = [
    shared,
    css`
      :host {
        padding: 18px 22px 28px;
        font-size: var(--read);
        line-height: 1.55;
      }
      h2 {
        margin: 0 0 8px;
        font-size: var(--huge);
        line-height: 1.2;
        letter-spacing: -0.02em;
      }
      article {
        margin-top: 16px;
        padding: 12px 16px;
        border: 1px solid var(--edge);
        border-radius: var(--radius);
      }
      article.chosen {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }
      article h3 {
        margin: 0 0 6px;
        font-size: var(--body);
      }
      article p {
        margin: 0 0 8px;
        font-size: var(--body);
      }
      .claim::before {
        content: '✗ ';
        color: var(--failed);
      }
      .truth::before {
        content: '✓ ';
        color: var(--done);
        font-weight: 700;
      }
      a {
        color: var(--accent);
      }
      code {
        font: 0.92em var(--mono);
        padding: 1px 4px;
        border-radius: 4px;
        background: var(--sunken);
      }
    `,
  ];

  @property() kind: 'errata' | 'belief' = 'errata';
  @property() chosen = '';

  override updated(changed: Map<string, unknown>): void {
    if (!changed.has('chosen') && !changed.has('kind')) return;
    this.renderRoot.querySelector('.chosen')?.scrollIntoView({ block: 'start' });
    const entry = (errata.entries as Entry[]).find(({ id }) => this.kind === 'errata' && id === this.chosen) ?? (this.kind === 'errata' ? (errata.entries as Entry[])[0] : undefined);
    if (entry) void this.show(entry);
  }

  private async show(entry: Entry): Promise<void> {
    const source = await programs[`../../../../scenarios/errata/${entry.program}`]?.();
    if (source === undefined) return;
    await this.store.offer([{ id: entry.id, label: 'Program', source }], {}, true);
    if (!entry.at) return;
    const lines = source.split('\n');
    const seq = seqOfMoment(this.store.model, activities(this.store.model), entry.at, (text) => lines.findIndex((line) => line.includes(text)) + 1);
    if (seq !== undefined) this.store.goto(seq);
  }

  override render() {
    if (this.kind === 'belief') return this.beliefs();
    return html`
      <h2>${errata.title}</h2>
      <p>${inlineMarkdown(errata.intro)}</p>
      ${(errata.entries as Entry[]).map(
        (entry) => html`<article class=${entry.id === this.chosen ? 'chosen' : ''}>
          <h3 class="claim">${inlineMarkdown(entry.claim)}</h3>
          <p class="truth">${inlineMarkdown(entry.happens)}</p>
          <p>${inlineMarkdown(entry.why)}</p>
          <button @click=${() => (entry.id === this.chosen ? void this.show(entry) : (location.hash = `errata/${entry.id}`))}>Show it</button>
          ${entry.scenario ? html` <a href="#course/${entry.scenario}">${headline(entry.scenario).title}</a>` : nothing}
        </article>`,
      )}
    `;
  }

  private beliefs() {
    return html`
      <h2>Beliefs that mislead</h2>
      ${misconceptions.misconceptions.map(
        ({ id, name, belief, truth, lesson }) => html`<article class=${id === this.chosen ? 'chosen' : ''}>
          <h3>${name}</h3>
          <p class="claim">${inlineMarkdown(belief)}</p>
          <p class="truth">${inlineMarkdown(truth)}</p>
          <a href="#course/${lesson}">${headline(lesson).title}</a>
        </article>`,
      )}
    `;
  }
}
