// <ap-course>: the list of chapters, or one lesson with its text and questions.
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { activities, seqOfMoment } from '../../course/activities.ts';
import { checker, type Checker } from '../../course/check.ts';
import { inlineMarkdown, markdown } from '../../course/markdown.ts';
import { Progress } from '../../course/progress.ts';
import { allScenarios, chapters, headline, loadScenario, type Moment, type Question, type Scenario } from '../../course/scenario.ts';
import { saveFile } from '../save-file.ts';
import { StoreElement } from '../store-element.ts';
import { shared } from '../shared.ts';
import type { Judged, Look } from './question.ts';
import './question.ts';

@customElement('ap-course')
export class Course extends StoreElement {
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
        font-size: var(--body);
        text-decoration: none;
      }
      ol.scenarios a:hover {
        background: var(--sunken);
      }
      ol.scenarios b {
        flex: 0 0 62px;
        font-weight: 500;
        color: var(--muted);
      }
      ol.scenarios a > :last-child {
        margin-left: auto;
        color: var(--done);
      }
      .lead {
        max-width: 68ch;
        margin: 6px 0 12px;
        color: var(--muted);
      }
      .go {
        display: inline-block;
        padding: 7px 16px;
        border-radius: 8px;
        background: var(--accent);
        color: var(--on-accent);
        font-weight: 600;
        text-decoration: none;
      }
      .chapters {
        columns: 330px;
        column-gap: 18px;
        margin-top: 20px;
      }
      .chapter {
        break-inside: avoid;
        margin: 0 0 18px;
        padding: 14px 14px 10px;
        border: 1px solid var(--edge);
        border-radius: var(--radius);
      }
      .chapter.finished {
        border-color: var(--done);
      }
      .chapter h3 {
        display: flex;
        align-items: center;
        gap: 10px;
        margin: 0;
        padding-left: 6px;
        line-height: 1.3;
      }
      .emoji {
        font-size: 1.5rem;
        line-height: 1;
      }
      .chapter > p {
        margin: 2px 0 8px;
        padding-left: 8px;
        font-size: var(--body);
      }
      .chapter > p.carry {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 10px;
      }
      .carry label span {
        display: inline-block;
        padding: 4px 12px;
        border: 1px solid var(--edge);
        border-radius: 8px;
        cursor: pointer;
      }
      .carry input:focus-visible + span {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }
      .chapter > p b {
        color: var(--done);
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
  private checker: Checker | undefined;
  @state() private missing = false;
  @state() private solved = new Set<string>();
  @state() private answered = new Set<string>();
  @state() private carried = '';
  private readonly progress = Progress.load();

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('lesson')) void this.load(this.lesson);
  }

  private get options() {
    return this.scenario?.options ?? {};
  }

  private async load(id: string): Promise<void> {
    this.scenario = undefined;
    this.missing = false;
    this.solved = new Set();
    this.answered = new Set();
    this.scrollTop = 0;
    if (!id) {
      this.store.programs = [];
      this.store.compare(undefined);
      return;
    }
    const scenario = await loadScenario(id);
    if (id !== this.lesson) return;
    this.scenario = scenario;
    this.missing = !scenario;
    if (!scenario) return;
    // What was solved on an earlier visit need not be solved again to read on.
    const solved = (scenario.questions ?? []).map(({ id }) => id).filter((question) => this.progress.tried(id, question)?.best === 1);
    this.solved = new Set(solved);
    this.answered = new Set(solved);
    this.checker = checker(scenario);
    const programs = scenario.programs.filter(({ hidden }) => !hidden);
    // Whoever is to predict must not see the result.
    await this.store.offer(programs, this.options, !this.predicting, scenario.parameters);
  }

  private get predicting(): boolean {
    const { scenario } = this;
    if (!scenario?.questions?.length) return false;
    return (scenario.predict_first ?? scenario.kind === 'teaser') && this.answered.size === 0;
  }

  private readonly solve = (question: Question): void => {
    this.solved = new Set(this.solved).add(question.id);
    if (this.scenario!.questions!.every(({ id }) => this.solved.has(id))) this.finish();
  };

  private finish(): void {
    this.progress.done.add(this.scenario!.id);
    this.progress.save();
  }

  private readonly judged = ({ detail: { question, share, hints } }: CustomEvent<Judged>): void => {
    // A question that tells beliefs apart is no part of the scenario.
    if (!this.scenario!.questions!.some(({ id }) => id === question)) return;
    this.progress.attempt(this.scenario!.id, question, share, hints);
    this.progress.save();
    this.requestUpdate();
  };

  private saveFile(): void {
    saveFile(new Blob([this.progress.toText()], { type: 'application/json' }), 'asyncio-progress.json');
    this.carried = 'Saved as asyncio-progress.json.';
  }

  private async loadFile(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const fault = this.progress.add(await file.text());
    input.value = '';
    if (fault === undefined) this.progress.save();
    this.carried = fault ?? `Added: ${allScenarios.filter((id) => this.progress.done.has(id)).length} of ${allScenarios.length} are done now.`;
  }

  private readonly reveal = (event: CustomEvent<Question>): void => {
    const question = event.detail;
    this.answered = new Set(this.answered).add(question.id);
    if (question.kind === 'fix' || question.kind === 'write') {
      if (this.store.stale || this.store.model.events.length === 0) void this.store.start();
      return;
    }
    const program = question.program ?? this.store.programs[0]?.id;
    const source = this.store.programs.find(({ id }) => id === program)?.source;
    if (source === undefined) return;
    if (this.store.program !== program && this.store.model.events.length === 0) void this.store.choose(program!);
    else if (this.store.model.events.length === 0) void this.store.start();
  };

  /** Opens one of the scenario's programs as it was, with its run. */
  private async open(program: string | undefined): Promise<void> {
    const wanted = program ?? this.store.programs[0]?.id;
    if (wanted && this.store.program !== wanted) await this.store.choose(wanted);
    else if (this.store.original !== undefined && (this.store.source !== this.store.original || this.store.stale || this.store.model.events.length === 0)) await this.store.open(this.store.original, this.options);
    this.store.compare(undefined);
  }

  private readonly lookAt = async ({ detail: { program, own, seq } }: CustomEvent<Look>): Promise<void> => {
    if (own) {
      if (this.store.stale || this.store.model.events.length === 0) await this.store.start();
    } else {
      await this.open(program);
    }
    this.store.goto(seq);
  };

  private async look(program: string | undefined, moment: Moment): Promise<void> {
    await this.open(program);
    const lines = this.store.source.split('\n');
    const seq = seqOfMoment(this.store.model, activities(this.store.model), moment, (source) => lines.findIndex((line) => line.includes(source)) + 1);
    if (seq !== undefined) this.store.goto(seq);
  }

  private contrast(i: number): void {
    const scenario = this.scenario!;
    const { sides, axis, text } = scenario.contrasts![i]!;
    this.store.compare({
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
      (question, i) => html`<ap-question .question=${question} .checker=${this.checker} @look=${this.lookAt} .number=${i + 1} .tried=${this.progress.tried(scenario.id, question.id)} @judged=${this.judged} @solved=${() => this.solve(question)} @answered=${this.reveal}></ap-question>`,
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
    const next = allScenarios.find((id) => !this.progress.done.has(id)) ?? allScenarios[0]!;
    const begun = allScenarios.some((id) => this.progress.done.has(id));
    return html`
      <h2>Asyncio, step by step</h2>
      <p class="lead">${chapters.length} chapters of small programs. You say what will happen, then the event loop shows it: every task on a timeline, every step forward and back.</p>
      ${this.missing ? html`<p role="alert">There is no lesson of that name.</p>` : nothing}
      <p><a class="go" href="#course/${next}">${begun ? 'Go on' : 'Begin'}: ${headline(next).label} ${headline(next).title}</a></p>
      <div class="chapters">
        ${chapters.map(({ number, title, emoji, picture, scenarios }) => {
          const done = scenarios.filter((id) => this.progress.done.has(id)).length;
          return html`<section class="chapter ${done === scenarios.length ? 'finished' : ''}">
            <h3><span class="emoji" aria-hidden="true">${emoji}</span> <span>${number} ${title}</span></h3>
            <p class="quiet">${picture}${done > 0 ? html` · <b>${done} of ${scenarios.length} done</b>` : nothing}</p>
            <ol class="scenarios">
              ${scenarios.map((id) => {
                const { title, label } = headline(id);
                return html`<li><a href="#course/${id}"><b>${label}</b><span>${title}</span><span>${this.progress.done.has(id) ? html`✓<span class="for-readers"> done</span>` : ''}</span></a></li>`;
              })}
            </ol>
          </section>`;
        })}
        <section class="chapter">
          <h3><span class="emoji" aria-hidden="true">🔎</span> <span>Beside the course</span></h3>
          <p class="quiet">what one reads, and what is so</p>
          <ol class="scenarios">
            <li><a href="#errata"><b>Errata</b><span>What tutorials get wrong</span></a></li>
            <li><a href="#belief"><b>Beliefs</b><span>Beliefs that mislead</span></a></li>
          </ol>
          <p class="carry">
            <button @click=${() => this.saveFile()}>Save my progress</button>
            <label><input class="for-readers" type="file" accept=".json,application/json" @change=${(event: Event) => void this.loadFile(event.target as HTMLInputElement)} /><span>Add saved progress</span></label>
          </p>
          <p class="quiet" role="status">${this.carried || 'What you have done is kept in this browser only. As a file it goes wherever you go.'}</p>
        </section>
      </div>
    `;
  }
}
