// <ap-exercise>: a scenario's questions inside an embedded element. What a learner answers is checked as in the course.
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { checker, type Checker } from '../course/check.ts';
import { inlineMarkdown, markdown } from '../course/markdown.ts';
import { loadScenario, type Question, type Scenario } from '../course/scenario.ts';
import { StoreElement } from '../elements/store-element.ts';
import { shared } from '../elements/shared.ts';
import '../elements/course/question.ts';
import type { QuestionElement } from '../elements/course/question.ts';
import type { Verdict } from './adapters.ts';

@customElement('ap-exercise')
export class Exercise extends StoreElement {
  static override styles = [
    shared,
    css`
      :host {
        padding: 14px 18px;
        font-size: var(--read);
      }
      h2 {
        margin: 0 0 8px;
        font-size: var(--title);
      }
      .analogy {
        display: flex;
        gap: 12px;
        padding: 10px 14px;
        border-radius: 8px;
        background: var(--sunken);
      }
      .analogy p {
        margin: 0;
      }
      .analogy span {
        font-size: 1.6rem;
      }
    `,
  ];

  @property() scenario = '';
  @state() private data: Scenario | undefined;
  @state() private trouble = '';
  @state() private answered = new Set<string>();
  private solved = new Set<string>();
  private attempts = 0;
  /** Until then the scenario and its program are not there yet. */
  loaded: Promise<void> = Promise.resolve();

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('scenario')) this.loaded = this.load();
  }

  private async load(): Promise<void> {
    const id = this.scenario;
    this.data = undefined;
    this.trouble = '';
    const data = await loadScenario(id);
    if (id !== this.scenario) return;
    if (!data) {
      this.trouble = `There is no scenario '${id}'. Scenarios are named by their folder, such as loop/who-is-first.`;
      this.dispatchEvent(new CustomEvent('ap-error', { detail: { message: this.trouble }, bubbles: true, composed: true }));
      return;
    }
    this.data = data;
    this.checker = checker(data);
    this.answered = new Set();
    this.solved = new Set();
    const shown = data.programs.filter(({ hidden }) => !hidden);
    await this.store.offer(shown.map(({ id, label, source }) => ({ id, label, source })), data.options ?? {}, false, data.parameters);
  }

  private checker: Checker | undefined;

  private get elements(): QuestionElement[] {
    return [...this.renderRoot.querySelectorAll<QuestionElement>('ap-question')];
  }

  /** Checks all questions, as if each button had been pressed. */
  async check(): Promise<Verdict> {
    for (const element of this.elements) await element.check();
    return this.verdict();
  }

  /** The answers as they stand, by question. */
  answers(): Record<string, unknown> {
    return Object.fromEntries(this.elements.map((element) => [element.question.id, element.current()]).filter(([, answer]) => answer !== undefined));
  }

  async setAnswers(answers: Record<string, unknown>): Promise<void> {
    for (const element of this.elements) await element.restore(answers[element.question.id]);
  }

  reset(): void {
    this.loaded = this.load();
  }

  private verdict(): Verdict {
    const questions = this.data?.questions ?? [];
    const points = (some: Question[]) => some.reduce((sum, question) => sum + ((question as { points?: number }).points ?? 1), 0);
    const total = points(questions);
    return {
      correct: questions.length > 0 && questions.every(({ id }) => this.solved.has(id)),
      score: total > 0 ? points(questions.filter(({ id }) => this.solved.has(id))) / total : 0,
      attempt: this.attempts,
      misconceptions: [...new Set(this.elements.flatMap((element) => element.beliefs()))],
      transcript: this.answers(),
    };
  }

  private readonly onAnswered = (event: CustomEvent<Question>): void => {
    event.stopPropagation();
    this.attempts++;
    this.answered = new Set(this.answered).add(event.detail.id);
    this.dispatchEvent(new CustomEvent('ap-check', { detail: this.verdict(), bubbles: true, composed: true }));
    if (this.store.stale || this.store.model.events.length === 0) void this.store.start();
  };

  override render() {
    const { data } = this;
    if (this.trouble) return html`<p role="alert">${this.trouble}</p>`;
    if (!data) return html`<p class="quiet">…</p>`;
    const questions = data.questions ?? [];
    const teaser = data.kind === 'teaser';
    const told = !data.predict_first || questions.every(({ id }) => this.answered.has(id));
    const ask = questions.map(
      (question, i) => html`<ap-question .question=${question} .checker=${this.checker} .number=${i + 1} @solved=${() => this.solved.add(question.id)} @answered=${this.onAnswered}></ap-question>`,
    );
    return html`
      <h2>${data.title}</h2>
      ${data.analogy ? html`<div class="analogy"><span aria-hidden="true">${data.analogy.emoji}</span><p><b>${data.analogy.title}.</b> ${inlineMarkdown(data.analogy.text)}</p></div>` : nothing}
      ${teaser ? markdown(data.text ?? '') : nothing} ${ask} ${!teaser && told ? markdown(data.text ?? '') : nothing}
      ${told && data.takeaway ? html`<p><b>${inlineMarkdown(data.takeaway)}</b></p>` : nothing}
    `;
  }
}
