// <ap-question>: one question; the answer is checked by running the program.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { answerable, check, keyOf, sayKey, type Verdict } from '../../course/check.ts';
import { markdown } from '../../course/markdown.ts';
import type { Question, Scenario } from '../../course/scenario.ts';
import { store } from '../../state/store.ts';
import { runQuietly } from '../../state/quiet-run.ts';
import type { TraceModel } from '../../trace/model.ts';
import { shared } from '../shared.ts';

@customElement('ap-question')
export class QuestionElement extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        margin-top: 16px;
        padding: 14px 16px;
        border: 1px solid var(--edge);
        border-radius: var(--radius);
        font-size: var(--body);
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-weight: 650;
      }
      legend p {
        display: inline;
      }
      ol {
        margin: 10px 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 6px;
        margin-bottom: 5px;
        padding: 2px 4px 2px 12px;
        border: 1px solid var(--edge);
        border-radius: 7px;
        background: var(--sunken);
        font-family: var(--mono);
        cursor: grab;
      }
      li.over {
        border-color: var(--accent);
      }
      li span {
        flex: 1;
        overflow-wrap: anywhere;
      }
      li button {
        min-height: 26px;
        padding: 0 9px;
      }
      input[type='text'] {
        width: 8ch;
        min-height: 30px;
        padding: 3px 8px;
        border: 1px solid var(--edge-strong);
        border-radius: 7px;
        background: var(--surface);
      }
      .row {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: 8px;
        margin: 10px 0 0;
      }
      .right,
      .wrong,
      .hint {
        margin-top: 10px;
        padding: 8px 12px;
        border-radius: 8px;
      }
      .right {
        background: color-mix(in srgb, var(--done) 14%, var(--surface));
      }
      .wrong {
        background: color-mix(in srgb, var(--failed) 12%, var(--surface));
      }
      .hint {
        background: var(--mark);
      }
      .right p,
      .wrong p,
      .hint p {
        margin: 4px 0 0;
      }
      code {
        font: 0.9em var(--mono);
        padding: 1px 4px;
        border-radius: 4px;
        background: var(--sunken);
      }
    `,
  ];

  @property({ attribute: false }) question!: Question;
  @property({ attribute: false }) scenario!: Scenario;
  @property({ attribute: false }) number = 1;
  @state() private items: string[] = [];
  @state() private typed = '';
  @state() private verdict: Verdict | undefined;
  @state() private hints = 0;
  @state() private trouble = '';
  private truth: Promise<TraceModel> | undefined;
  private dragged = -1;

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('question')) return;
    this.verdict = undefined;
    this.hints = 0;
    this.typed = '';
    this.items = [];
    this.truth = undefined;
    if (this.question.kind === 'order' && answerable(this.question)) void this.shuffle();
  }

  /** The run that decides: of the question's program, as the scenario has it. */
  private run(): Promise<TraceModel> {
    const { scenario, question } = this;
    const program = scenario.programs.find(({ id }) => id === question.program) ?? scenario.programs[0]!;
    this.truth ??= runQuietly(program.source, { seed: scenario.options?.seed, input: scenario.options?.input });
    return this.truth;
  }

  private async shuffle(): Promise<void> {
    try {
      const key = keyOf(await this.run(), this.question.key!) as string[];
      // By the alphabet: the same for everybody, and no help.
      this.items = [...key, ...(this.question.extra ?? [])].sort();
      if (this.items.join('\n') === key.join('\n')) this.items.reverse();
    } catch (error) {
      this.trouble = String(error);
    }
  }

  private move(from: number, to: number): void {
    if (to < 0 || to >= this.items.length || from === to) return;
    const items = [...this.items];
    items.splice(to, 0, ...items.splice(from, 1));
    this.items = items;
    this.verdict = undefined;
  }

  private moveByButton(i: number, by: 1 | -1): void {
    this.move(i, i + by);
    void this.updateComplete.then(() => this.renderRoot.querySelectorAll<HTMLElement>(`li button.${by > 0 ? 'down' : 'up'}`)[i + by]?.focus());
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answer = this.question.kind === 'order' ? this.items : Number(this.typed.replace(',', '.').replace(/\s*s$/, ''));
    if (typeof answer === 'number' && (this.typed.trim() === '' || Number.isNaN(answer))) {
      this.trouble = 'Type a number, such as 1.5.';
      return;
    }
    this.trouble = '';
    try {
      this.verdict = check(await this.run(), this.question, answer);
    } catch (error) {
      this.trouble = String(error);
    }
    if (!this.verdict) return;
    if (this.verdict.correct) this.dispatchEvent(new CustomEvent('solved'));
    // The answer is committed: now the run may be seen.
    if (store.model.events.length === 0) void store.start();
  };

  override render() {
    const { question, verdict } = this;
    const hints = question.hints ?? [];
    return html`
      <form @submit=${this.submit}>
        <fieldset>
          <legend>${this.number}. ${markdown(question.prompt)}</legend>
          ${!answerable(question) ? html`<p class="quiet">This kind of question comes soon.</p>` : question.kind === 'order' ? this.order() : this.numberField()}
          <div class="row">
            ${answerable(question) ? html`<button class="primary">Check</button>` : nothing}
            ${this.hints < hints.length && !verdict?.correct ? html`<button type="button" @click=${() => this.hints++}>Hint</button>` : nothing}
          </div>
        </fieldset>
      </form>
      ${hints.slice(0, this.hints).map((hint) => html`<div class="hint">💡 ${markdown(hint)}</div>`)}
      <div role="status">
        ${this.trouble ? html`<div class="wrong">${this.trouble}</div>` : nothing}
        ${verdict
          ? verdict.correct
            ? html`<div class="right">
                <b>✓ ${verdict.tie ? 'Right times, and here is the rule that decides the tie:' : 'Right.'}</b>
                ${markdown((question.explanation ?? '').replaceAll('{key}', sayKey(verdict.key).replace(/ s$/, '')))}
              </div>`
            : html`<div class="wrong"><b>✗ Not what the run shows.</b> Step through it on the timeline, then try again.</div>`
          : nothing}
      </div>
    `;
  }

  private numberField() {
    const { question } = this;
    return html`<label class="row">
      <span class="for-readers">Answer</span>
      <input type="text" inputmode="decimal" autocomplete="off" .value=${this.typed} @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)} />
      ${question.unit ?? ''}
    </label>`;
  }

  private order() {
    return html`<ol>
      ${this.items.map(
        (item, i) => html`<li
          draggable="true"
          @dragstart=${() => (this.dragged = i)}
          @dragover=${(event: DragEvent) => event.preventDefault()}
          @drop=${(event: DragEvent) => {
            event.preventDefault();
            this.move(this.dragged, i);
          }}
        >
          <span>${item}</span>
          <button type="button" class="up" aria-label="${item}: up" ?disabled=${i === 0} @click=${() => this.moveByButton(i, -1)}>↑</button>
          <button type="button" class="down" aria-label="${item}: down" ?disabled=${i === this.items.length - 1} @click=${() => this.moveByButton(i, 1)}>↓</button>
        </li>`,
      )}
    </ol>`;
  }
}
