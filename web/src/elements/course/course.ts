// <ap-course>: the list of chapters, or one lesson with its text and questions.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { activities, seqOfMoment } from '../../course/activities.ts';
import type { Runner } from '../../course/check.ts';
import { withConstants } from '../../course/constants.ts';
import { inlineMarkdown, markdown } from '../../course/markdown.ts';
import { allScenarios, chapters, headline, loadScenario, type Moment, type Question, type Scenario } from '../../course/scenario.ts';
import { keep, kept } from '../../state/kept.ts';
import { runQuietly } from '../../state/quiet-run.ts';
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
        display: flex;
        gap: 10px;
        padding: 3px 8px;
        min-height: 28px;
        border-radius: 6px;
        color: var(--text);
        text-decoration: none;
      }
      ol.scenarios a:hover {
        background: var(--sunken);
      }
      ol.scenarios b {
        flex: 0 0 68px;
        font-weight: 500;
        font-size: var(--body);
        color: var(--muted);
      }
      ol.scenarios a > :last-child {
        margin-left: auto;
        color: var(--done);
      }
      .chapters {
        columns: 340px;
        column-gap: 32px;
      }
      .chapter {
        break-inside: avoid;
        padding-bottom: 18px;
      }
      .chapter h3 {
        margin-top: 8px;
      }
      .chapter > p {
        margin: 0 0 6px;
        font-size: var(--body);
      }
      .look {
        margin: 0;
        padding: 0;
        list-style: none;
        counter-reset: look;
      }
      .look button {
        display: block;
        width: 100%;
        margin-bottom: 6px;
        padding: 6px 12px;
        text-align: left;
        line-height: 1.45;
      }
      .look button::before {
        content: '👁 ';
      }
      pre {
        overflow: auto;
        padding: 10px 14px;
        border-radius: 8px;
        background: var(--sunken);
      }
      @media (max-width: 480px) {
        :host {
          padding: 14px 14px 20px;
        }
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
  @state() private answered = new Set<string>();
  private readonly done = new Set((kept('done') ?? '').split(' '));

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('lesson')) void this.load(this.lesson);
  }

  private get options() {
    const { seed, input, limits } = this.scenario?.options ?? {};
    return { seed, input, limits };
  }

  private async load(id: string): Promise<void> {
    this.scenario = undefined;
    this.missing = false;
    this.solved = new Set();
    this.answered = new Set();
    this.scrollTop = 0;
    if (!id) {
      store.programs = [];
      store.compare(undefined);
      return;
    }
    const scenario = await loadScenario(id);
    if (id !== this.lesson) return;
    this.scenario = scenario;
    this.missing = !scenario;
    if (!scenario) return;
    const programs = scenario.programs.filter(({ hidden }) => !hidden);
    this.dispatchEvent(new CustomEvent('parameters', { bubbles: true, composed: true, detail: scenario.parameters ?? [] }));
    // Whoever is to predict must not see the result.
    await store.offer(programs, this.options, !this.predicting);
  }

  private get predicting(): boolean {
    const { scenario } = this;
    if (!scenario?.questions?.length) return false;
    return (scenario.predict_first ?? scenario.kind === 'teaser') && this.answered.size === 0;
  }

  /** Runs the scenario's own programs, whatever the editor holds. */
  private readonly runner: Runner = (id, set) => {
    const { programs } = this.scenario!;
    const program = programs.find((one) => one.id === id) ?? programs[0]!;
    return runQuietly(withConstants(program.source, set), this.options);
  };

  private readonly solve = (question: Question): void => {
    this.solved = new Set(this.solved).add(question.id);
    if (this.scenario!.questions!.every(({ id }) => this.solved.has(id))) this.finish();
  };

  private finish(): void {
    this.done.add(this.scenario!.id);
    keep('done', [...this.done].join(' ').trim());
  }

  private readonly reveal = (event: CustomEvent<Question>): void => {
    const question = event.detail;
    this.answered = new Set(this.answered).add(question.id);
    if (question.kind === 'fix' || question.kind === 'write') {
      if (store.stale || store.model.events.length === 0) void store.start();
      return;
    }
    const program = question.program ?? store.programs[0]?.id;
    const source = store.programs.find(({ id }) => id === program)?.source;
    if (source === undefined) return;
    if (store.program !== program && store.model.events.length === 0) void store.choose(program!);
    else if (store.model.events.length === 0) void store.start();
  };

  private async look(program: string | undefined, moment: Moment): Promise<void> {
    const wanted = program ?? store.programs[0]?.id;
    if (wanted && store.program !== wanted) await store.choose(wanted);
    else if (store.original !== undefined && (store.source !== store.original || store.stale || store.model.events.length === 0)) await store.open(store.original, this.options);
    store.compare(undefined);
    const lines = store.source.split('\n');
    const seq = seqOfMoment(store.model, activities(store.model), moment, (source) => lines.findIndex((line) => line.includes(source)) + 1);
    if (seq !== undefined) store.goto(seq);
  }

  private contrast(i: number): void {
    const scenario = this.scenario!;
    const { sides, axis, text } = scenario.contrasts![i]!;
    store.compare({
      axis: axis ?? 'time',
      text,
      sides: sides.map(({ program, verdict }) => {
        const { label, source } = scenario.programs.find(({ id }) => id === program)!;
        return { label, source, verdict: verdict ?? 'neutral', options: this.options };
      }),
    });
  }

  override render() {
    const { scenario } = this;
    if (!this.lesson || this.missing) return this.contents();
    if (!scenario) return html`<p class="quiet">…</p>`;
    const chapter = chapters.find(({ id }) => id === scenario.chapter)!;
    const at = allScenarios.indexOf(scenario.id);
    const questions = scenario.questions ?? [];
    const all = questions.every(({ id }) => this.solved.has(id));
    const teaser = scenario.kind === 'teaser';
    // A lesson's text explains what it asks, so it comes after the answers; a teaser's sets the scene.
    const told = !scenario.predict_first || questions.every(({ id }) => this.answered.has(id));
    const ask = () => questions.map(
      (question, i) => html`<ap-question .question=${question} .runner=${this.runner} .number=${i + 1} @solved=${() => this.solve(question)} @answered=${this.reveal}></ap-question>`,
    );
    return html`
      <p class="label"><a href="#course">Course</a> · ${chapter.number} ${chapter.title} · ${scenario.label}</p>
      <h2>${scenario.title}</h2>
      ${scenario.analogy
        ? html`<div class="analogy"><span aria-hidden="true">${scenario.analogy.emoji}</span><p><b>${scenario.analogy.title}.</b> ${inlineMarkdown(scenario.analogy.text)}</p></div>`
        : nothing}
      ${teaser ? markdown(scenario.text ?? '') : nothing} ${teaser || scenario.predict_first ? ask() : nothing}
      ${!teaser && told ? markdown(scenario.text ?? '') : nothing} ${!teaser && !scenario.predict_first ? ask() : nothing}
      ${!teaser && !told ? html`<p class="quiet">Answer first; then the explanation appears.</p>` : nothing}
      ${told && scenario.contrasts
        ? scenario.contrasts.map((_, i) => html`<p><button class="primary" @click=${() => this.contrast(i)}>Compare ${scenario.contrasts!.length > 1 ? i + 1 : ''} on one axis</button></p>`)
        : nothing}
      ${told && scenario.look_at && (!teaser || all)
        ? html`<h3>What to look at</h3>
            <ol class="look">${scenario.look_at.map(({ text, at, program }) => html`<li><button @click=${() => void this.look(program, at)}>${inlineMarkdown(text)}</button></li>`)}</ol>`
        : nothing}
      ${all && scenario.explanation ? markdown(scenario.explanation) : nothing}
      ${(teaser ? all : told) && scenario.takeaway ? html`<p class="takeaway">${inlineMarkdown(scenario.takeaway)}</p>` : nothing}
      <nav class="turn" aria-label="Lessons">
        ${at > 0 ? html`<a href="#course/${allScenarios[at - 1]}">← ${headline(allScenarios[at - 1]!).title}</a>` : html`<span></span>`}
        ${at < allScenarios.length - 1 ? html`<a href="#course/${allScenarios[at + 1]}" @click=${() => questions.length === 0 && this.finish()}>${headline(allScenarios[at + 1]!).title} →</a>` : nothing}
      </nav>
    `;
  }

  private contents() {
    return html`
      <h2>Asyncio, step by step</h2>
      ${this.missing ? html`<p role="alert">There is no lesson of that name.</p>` : nothing}
      <div class="chapters">${chapters.map(
        ({ number, title, emoji, picture, scenarios }) => html`<section class="chapter">
          <h3>${emoji} ${number} ${title}</h3>
          <p class="quiet">${picture}</p>
          <ol class="scenarios">
            ${scenarios.map((id) => {
              const { title, label } = headline(id);
              return html`<li><a href="#course/${id}"><b>${label}</b><span>${title}</span><span>${this.done.has(id) ? html`✓<span class="for-readers"> done</span>` : ''}</span></a></li>`;
            })}
          </ol>
        </section>`,
      )}
      <section class="chapter"><h3>And beside the course</h3>
      <ol class="scenarios">
        <li><a href="#errata"><b></b><span>What tutorials get wrong</span></a></li>
        <li><a href="#belief"><b></b><span>Beliefs that mislead</span></a></li>
      </ol></section></div>
    `;
  }
}
