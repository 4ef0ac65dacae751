// <ap-course>: the list of chapters, or one lesson with its text and questions.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { chapters, loadScenario, allScenarios, type Scenario } from '../../course/scenario.ts';
import { markdown } from '../../course/markdown.ts';
import { store } from '../../state/store.ts';
import { shared } from '../shared.ts';
import './question.ts';

@customElement('ap-course')
export class Course extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        padding: 18px 22px 28px;
        font-size: var(--read);
        line-height: 1.6;
      }
      h2 {
        margin: 0 0 4px;
        font-size: var(--huge);
        line-height: 1.2;
        letter-spacing: -0.02em;
        text-wrap: balance;
      }
      h3 {
        margin: 26px 0 6px;
        font-size: var(--read);
      }
      .label {
        font-size: var(--small);
        font-weight: 650;
        letter-spacing: 0.06em;
        text-transform: uppercase;
        color: var(--accent);
      }
      a {
        color: var(--accent);
      }
      ol.scenarios {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      ol.scenarios a {
        display: block;
        padding: 3px 0;
        min-height: 24px;
      }
      .analogy {
        display: flex;
        gap: 14px;
        margin: 14px 0;
        padding: 12px 16px;
        border-radius: var(--radius);
        background: var(--sunken);
      }
      .analogy span {
        font-size: 1.75rem;
        line-height: 1.2;
      }
      .analogy p {
        margin: 0;
      }
      .takeaway {
        margin: 18px 0 0;
        padding: 10px 16px;
        border-left: 4px solid var(--accent);
        background: var(--accent-soft);
        border-radius: 0 8px 8px 0;
      }
      code {
        font: 0.9em var(--mono);
        padding: 1px 5px;
        border-radius: 4px;
        background: var(--sunken);
      }
      nav.turn {
        display: flex;
        justify-content: space-between;
        gap: 12px;
        margin-top: 28px;
        padding-top: 12px;
        border-top: 1px solid var(--edge);
        font-size: var(--body);
      }
    `,
  ];

  @property() lesson = '';
  @state() private scenario: Scenario | undefined;
  @state() private missing = false;
  @state() private solved = new Set<string>();

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('lesson')) void this.load(this.lesson);
  }

  private async load(id: string): Promise<void> {
    this.scenario = undefined;
    this.missing = false;
    this.solved = new Set();
    if (!id) return;
    const scenario = await loadScenario(id);
    if (id !== this.lesson) return;
    this.scenario = scenario;
    this.missing = !scenario;
    const program = scenario?.programs[0];
    // Whoever is to predict must not see the result.
    if (program) store.open(program.source, { seed: scenario!.options?.seed, input: scenario!.options?.input }, !(scenario!.predict_first || scenario!.kind === 'teaser'));
  }

  override render() {
    const { scenario } = this;
    if (!this.lesson || this.missing) return this.contents();
    if (!scenario) return html`<p class="quiet">…</p>`;
    const chapter = chapters.find(({ id }) => id === scenario.chapter)!;
    const at = allScenarios.indexOf(scenario.id);
    const questions = scenario.questions ?? [];
    const all = questions.every(({ id }) => this.solved.has(id));
    return html`
      <p class="label"><a href="#course">Course</a> · ${chapter.number} ${chapter.title} · ${scenario.label}</p>
      <h2>${scenario.title}</h2>
      ${scenario.analogy
        ? html`<div class="analogy"><span aria-hidden="true">${scenario.analogy.emoji}</span><p><b>${scenario.analogy.title}.</b> ${scenario.analogy.text}</p></div>`
        : nothing}
      ${scenario.text && (scenario.kind === 'teaser' || !scenario.predict_first || all) ? markdown(scenario.text) : nothing}
      ${questions.map((question, i) => html`<ap-question .question=${question} .scenario=${scenario} .number=${i + 1} @solved=${() => (this.solved = new Set(this.solved).add(question.id))}></ap-question>`)}
      ${all && scenario.takeaway ? html`<p class="takeaway">${markdown(scenario.takeaway)}</p>` : nothing}
      <nav class="turn" aria-label="Lessons">
        ${at > 0 ? html`<a href="#course/${allScenarios[at - 1]}">← back</a>` : html`<span></span>`}
        ${at < allScenarios.length - 1 ? html`<a href="#course/${allScenarios[at + 1]}">next →</a>` : nothing}
      </nav>
    `;
  }

  private contents() {
    return html`
      <h2>Asyncio, step by step</h2>
      ${this.missing ? html`<p>There is no lesson of that name.</p>` : nothing}
      ${chapters.map(
        ({ number, title, emoji, picture, scenarios }) => html`
          <h3>${emoji} ${number} ${title}</h3>
          <p class="quiet">${picture}</p>
          <ol class="scenarios">${scenarios.map((id) => html`<li><a href="#course/${id}">${id.split('/')[1]!.replaceAll('-', ' ')}</a></li>`)}</ol>
        `,
      )}
    `;
  }
}
