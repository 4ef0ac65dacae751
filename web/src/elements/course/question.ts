// <ap-question>: one question of any kind; the answer is checked by running the program.
import { html, nothing } from 'lit';
import { styled } from '../styled.ts';
import { customElement, property, state } from 'lit/decorators.js';
import { sayKey, type Answer, type Bar, type Belief, type Checker, type KeyValue, type Verdict } from '../../course/check.ts';
import { inlineMarkdown, markdown } from '../../course/markdown.ts';
import type { Tried } from '../../course/progress.ts';
import type { Question } from '../../course/scenario.ts';
import { StoreElement } from '../store-element.ts';
import { shared } from '../shared.ts';
import './bars.ts';
import { questionStyles } from './question-styles.ts';

@customElement('ap-question')
export class QuestionElement extends StoreElement {
  static override styles = [shared, questionStyles];

  @property({ attribute: false }) question!: Question;
  @property({ attribute: false }) checker!: Checker;
  @property({ attribute: false }) number = 1;
  /** how it went so far, on this and earlier visits */
  @property({ attribute: false }) tried: Tried | undefined;
  @state() private items: string[] = [];
  @state() private leftOut = new Set<string>();
  @state() private typed = '';
  @state() private picked: Record<string, string> = {};
  @state() private marked = new Set<string>();
  @state() private bars: Bar[] = [];
  @state() private sides: { id: string; value: KeyValue | string }[] = [];
  @state() private verdict: Verdict | undefined;
  @state() private hints = 0;
  @state() private trouble = '';
  /** the engine is asked for something that is shown here */
  @state() private asking = 0;
  private dragged = -1;

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('question')) return;
    this.verdict = undefined;
    this.hints = 0;
    this.typed = this.trouble = '';
    this.items = [];
    this.leftOut = new Set();
    this.picked = {};
    this.marked = new Set();
    this.bars = [];
    this.sides = [];
    this.ask(this.prepare()).catch((error: unknown) => (this.trouble = sentence(error)));
  }

  private async ask<Answer>(answer: Promise<Answer>): Promise<Answer> {
    this.asking++;
    try {
      return await answer;
    } finally {
      this.asking--;
    }
  }

  /** What must be read off the run before it can be asked. */
  private async prepare(): Promise<void> {
    const { question } = this;
    if (!['order', 'match', 'predict_timeline'].includes(question.kind)) return;
    const { items = [], sides = [], tasks = [] } = await this.checker.prepare(question);
    if (question !== this.question) return;
    this.items = items;
    this.sides = sides;
    this.bars = tasks.map((task) => ({ task, start: 0, end: 1, outcome: 'returned' }));
  }

  private answer(): Answer | undefined {
    switch (this.question.kind) {
      case 'number': {
        const value = Number(this.typed.trim().replace(',', '.').replace(/\s*[a-z]+$/i, ''));
        if (this.typed.trim() === '' || Number.isNaN(value)) this.trouble = 'Type a number, such as 1.5.';
        else return value;
        return undefined;
      }
      case 'order':
        return this.items.filter((item) => !this.leftOut.has(item));
      case 'choice':
        if (this.marked.size === 0) this.trouble = 'Choose an answer.';
        return this.marked.size === 0 ? undefined : this.question.multiple ? [...this.marked] : [...this.marked][0];
      case 'match':
        return this.picked;
      case 'predict_timeline':
        return this.bars;
      case 'fix':
      case 'write':
        return this.store.source;
      default:
        return this.typed;
    }
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.trouble = '';
    const answer = this.answer();
    if (answer === undefined) return;
    const { question } = this;
    try {
      const verdict = await this.ask(this.checker.check(question, answer));
      if (question !== this.question) return;
      this.verdict = verdict;
    } catch (error) {
      this.trouble = sentence(error);
      return;
    }
    this.dispatchEvent(new CustomEvent<Judged>('judged', { detail: { question: question.id, share: this.verdict.correct ? 1 : Math.min(this.verdict.share, 0.99), hints: this.hints } }));
    if (this.verdict.correct) this.dispatchEvent(new CustomEvent('solved'));
    // The answer is committed: now the run may be seen.
    this.dispatchEvent(new CustomEvent('answered', { bubbles: true, composed: true, detail: this.question }));
  };

  /** Checks the answer as it stands. */
  async check(): Promise<void> {
    await this.submit(new Event('submit'));
  }

  /** The answer as it stands; undefined where there is none yet. */
  current(): Answer | undefined {
    const { trouble } = this;
    const answer = this.answer();
    this.trouble = trouble;
    return answer;
  }

  /** Puts an answer back that current() gave, perhaps on another machine; what does not fit is left out. */
  async restore(answer: unknown): Promise<void> {
    await this.updateComplete;
    const { kind } = this.question;
    this.verdict = undefined;
    if (kind === 'number' || kind === 'value' || kind === 'predict_output') {
      if (typeof answer === 'string' || typeof answer === 'number') this.typed = String(answer);
    } else if (kind === 'choice') {
      const known = (this.question.options ?? []).map(({ id }) => id);
      this.marked = new Set([answer].flat().filter((id): id is string => known.includes(id as string)));
    } else if (kind === 'match') {
      if (typeof answer === 'object' && answer !== null) this.picked = Object.fromEntries(Object.entries(answer).filter(([, value]) => typeof value === 'string'));
    } else if (kind === 'order' && Array.isArray(answer)) {
      const wanted = answer.filter((item): item is string => this.items.includes(item as string));
      this.leftOut = new Set(this.items.filter((item) => !wanted.includes(item)));
      this.items = [...wanted, ...this.leftOut];
    } else if (kind === 'predict_timeline' && Array.isArray(answer)) {
      this.bars = this.bars.map((bar) => (answer as Bar[]).find((other) => other?.task === bar.task) ?? bar);
    }
  }

  /** The misconceptions that the last wrong answer was traced to. */
  beliefs(): string[] {
    return (this.verdict?.beliefs ?? []).map(({ id }) => id);
  }

  override render() {
    const { question, verdict } = this;
    const hints = question.hints ?? [];
    return html`
      <form aria-busy=${this.asking > 0} @submit=${this.submit} @input=${() => (this.verdict = undefined)}>
        <fieldset>
          <legend>${this.number}. ${inlineMarkdown(question.prompt)}</legend>
          ${this.field()}
          <div class="row">
            <button class="primary">${question.kind === 'fix' || question.kind === 'write' ? 'Check my program' : 'Check'}</button>
            ${this.hints < hints.length && !verdict?.correct ? html`<button type="button" @click=${() => this.hints++}>Hint</button>` : nothing}
            ${this.tried ? html`<span class="quiet">${this.tried.best === 1 ? '✓ solved' : this.tried.best > 0 ? `best ${Math.round(this.tried.best * 100)} %` : 'not yet'}, ${this.tried.attempts} ${this.tried.attempts === 1 ? 'attempt' : 'attempts'}</span>` : nothing}
          </div>
        </fieldset>
      </form>
      ${hints.slice(0, this.hints).map((hint) => html`<div class="hint">💡 ${inlineMarkdown(hint)}</div>`)}
      <div role="status">${this.trouble ? html`<div class="wrong">${this.trouble}</div>` : nothing} ${verdict ? this.feedback(verdict) : nothing}</div>
    `;
  }

  private feedback(verdict: Verdict) {
    const said = verdict.feedback.map((text) => markdown(text));
    if (!verdict.correct) {
      return html`<div class="wrong">
        <b>✗ Not what the run shows.</b> ${said.length > 0 || verdict.beliefs.length > 0 ? said : 'Step through it on the timeline, then try again.'}
        ${verdict.share > 0 ? html`<p class="quiet">${Math.round(verdict.share * 100)} % of it is right.</p>` : nothing} ${verdict.beliefs.map((belief) => this.belief(belief))}
        ${verdict.look ? html`<p><button type="button" @click=${() => this.show(verdict.look!)}>Show me where</button></p>` : nothing}
        ${verdict.follow_up ? html`<p>Which of them was it?</p><ap-question .question=${verdict.follow_up} .checker=${this.checker} .number=${this.number}></ap-question>` : nothing}
      </div>`;
    }
    return html`<div class="right">
      <b>✓ ${verdict.tie ? 'Right times, and here is the rule that decides the tie:' : 'Right.'}</b> ${said} ${markdown(verdict.explanation ?? '')}
    </div>`;
  }

  private belief({ name, belief, truth, lesson, parts }: Belief) {
    return html`<p>
        💭 It would be right if this were so: “${inlineMarkdown(belief ?? name ?? '')}” ${inlineMarkdown(truth ?? '')} ${lesson ? html`<a href="#course/${lesson}">Lesson</a>` : nothing}
      </p>
      ${parts ? html`<p>Here they part: if it were so, ${parts.believed}; in fact, ${parts.happened}. <button type="button" @click=${() => this.show(parts)}>Show me</button></p>` : nothing}`;
  }

  /** The page goes to that step of that program. */
  private show(detail: { program?: string; seq: number; t: number }): void {
    const { kind, program } = this.question;
    const own = kind === 'fix' || kind === 'write';
    this.dispatchEvent(new CustomEvent<Look>('look', { bubbles: true, composed: true, detail: { program: own ? undefined : (detail.program ?? program), own, seq: detail.seq } }));
  }

  // --- a field for each kind ----------------------------------------------------------------------------------------

  private field() {
    const { question } = this;
    switch (question.kind) {
      case 'number':
      case 'value':
        return html`<label class="row">
          <span class="for-readers">Answer</span>
          <input
            type="text"
            class=${question.kind}
            inputmode=${question.kind === 'number' ? 'decimal' : 'text'}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            .value=${this.typed}
            @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
          />
          ${question.unit ?? ''}
        </label>`;
      case 'predict_output':
        return html`<label class="row">
          <span class="for-readers">What is printed</span>
          <textarea rows="5" spellcheck="false" .value=${this.typed} @input=${(event: Event) => (this.typed = (event.target as HTMLTextAreaElement).value)}></textarea>
        </label>`;
      case 'choice':
        return this.choice();
      case 'match':
        return this.match();
      case 'predict_timeline':
        return this.timeline();
      case 'order':
        return this.order();
      default:
        return html`<p class="quiet">Change the program in the editor until it does what is asked. It is checked by its behaviour: any way that works is right.</p>`;
    }
  }

  private choice() {
    const { question, marked } = this;
    return html`<ul class="choice">
      ${(question.options ?? []).map(
        ({ id, text }) => html`<li>
          <label
            ><input
              type=${question.multiple ? 'checkbox' : 'radio'}
              name="choice"
              .checked=${marked.has(id)}
              @change=${(event: Event) => {
                const next = question.multiple ? new Set(marked) : new Set<string>();
                if ((event.target as HTMLInputElement).checked) next.add(id);
                else next.delete(id);
                this.marked = next;
              }}
            />
            <span>${inlineMarkdown(text)}</span></label
          >
        </li>`,
      )}
    </ul>`;
  }

  private match() {
    return html`
      <ul class="match">
        ${(this.question.items ?? []).map(
          ({ id, text }) => html`<li>
            <label for="item-${id}">${inlineMarkdown(text)}</label>
            <select id="item-${id}" @change=${(event: Event) => (this.picked = { ...this.picked, [id]: (event.target as HTMLSelectElement).value })}>
              <option value="" ?selected=${!this.picked[id]}>…</option>
              ${this.sides.map((side, i) => html`<option value=${side.id} ?selected=${this.picked[id] === side.id}>${Array.isArray(side.value) ? LETTERS[i] : sayKey(side.value, this.unit)}</option>`)}
            </select>
          </li>`,
        )}
      </ul>
      ${this.sides.some(({ value }) => Array.isArray(value)) ? html`<ol class="films">${this.sides.map(({ value }, i) => html`<li><b>${LETTERS[i]}</b>${this.film(value as Bar[])}</li>`)}</ol>` : nothing}
    `;
  }

  private get unit(): string {
    const { key, unit } = this.question;
    return unit ?? (key?.from === 'virtual_seconds' || key?.from === 'time_of' ? 's' : '');
  }

  /** Bars as a small picture, with the same in words for those who do not see it. */
  private film(bars: readonly Bar[], end = Math.max(...bars.map(({ end }) => end ?? 0), 0.1)) {
    return html`<span class="for-readers">${sayKey([...bars])}</span>
      <span class="film" aria-hidden="true">
        ${bars.map(
          ({ task, start, end: to, outcome }) => html`<span
            ><i>${task}</i
            ><em>${start === null ? nothing : html`<u class=${outcome} ${styled({ left: `${(start / end) * 100}%`, width: `${(((to ?? end) - start) / end) * 100}%` })}>${(to ?? end) - start > 0 ? `${Math.round((to ?? end) * 100) / 100}` : ''}</u>`}</em></span
          >`,
        )}
      </span>`;
  }

  private timeline() {
    const { question, verdict } = this;
    return html`<ap-bars
      .bars=${this.bars}
      .ask=${question.ask ?? ['start', 'end']}
      .tolerance=${question.tolerance ?? 0.05}
      .snap=${fineness(this.store.source)}
      .truth=${verdict ? (verdict.key as Bar[] | undefined) : undefined}
      @change=${(event: CustomEvent<Bar[]>) => {
        this.bars = event.detail;
        this.verdict = undefined;
      }}
    ></ap-bars>`;
  }

  private order() {
    const mayLeaveOut = (this.question.extra?.length ?? 0) > 0;
    return html`<ol class="order">
      ${this.items.map(
        (item, i) => html`<li
          draggable="true"
          class=${this.leftOut.has(item) ? 'out' : ''}
          @dragstart=${() => (this.dragged = i)}
          @dragover=${(event: DragEvent) => event.preventDefault()}
          @drop=${(event: DragEvent) => {
            event.preventDefault();
            this.move(this.dragged, i);
          }}
        >
          <span>${item}</span>
          ${mayLeaveOut
            ? html`<button type="button" aria-pressed=${this.leftOut.has(item)} aria-label="${item}: is not printed" title="It is not printed" @click=${() => this.toggle(item)}>✕</button>`
            : nothing}
          <button type="button" class="up" aria-label="${item}: up" ?disabled=${i === 0} @click=${() => this.moveByButton(i, -1)}>↑</button>
          <button type="button" class="down" aria-label="${item}: down" ?disabled=${i === this.items.length - 1} @click=${() => this.moveByButton(i, 1)}>↓</button>
        </li>`,
      )}
    </ol>`;
  }

  private toggle(item: string): void {
    const next = new Set(this.leftOut);
    if (!next.delete(item)) next.add(item);
    this.leftOut = next;
    this.verdict = undefined;
  }

  private move(from: number, to: number): void {
    if (from < 0 || to < 0 || to >= this.items.length || from === to) return;
    const items = [...this.items];
    items.splice(to, 0, ...items.splice(from, 1));
    this.items = items;
    this.verdict = undefined;
  }

  private moveByButton(i: number, by: 1 | -1): void {
    this.move(i, i + by);
    void this.updateComplete.then(() => this.renderRoot.querySelectorAll<HTMLElement>(`li button.${by > 0 ? 'down' : 'up'}`)[i + by]?.focus());
  }
}

/** Where the page is asked to go: a step of a program of the scenario, or of the learner's own. */
export interface Look {
  program: string | undefined;
  own: boolean;
  seq: number;
}

/** An answer was judged: what share of it was right, and how many hints were open. */
export interface Judged {
  question: string;
  share: number;
  hints: number;
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const LETTERS = 'ABCDEFGHIJ';

/** How finely times are to be said: as the program itself says them, tenths or halves of a second. */
function fineness(source: string): number {
  return [...source.matchAll(/\d+\.(\d+)/g)].some(([, decimals]) => !/^[05]0*$/.test(decimals!)) ? 0.1 : 0.5;
}
