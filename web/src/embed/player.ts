// <ap-player>: what <asyncio-playground> shows once it has been loaded: the page's own elements around a store of its own.
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { withConstants } from '../course/constants.ts';
import { exportRun } from '../state/quiet-run.ts';
import { Store, type Change, type Side } from '../state/store.ts';
import { StoreElement } from '../elements/store-element.ts';
import { shared } from '../elements/shared.ts';
import { styled } from '../elements/styled.ts';
import '../elements/contrast/contrast.ts';
import '../elements/editor/editor.ts';
import '../elements/panels/output.ts';
import '../elements/panels/panels.ts';
import '../elements/stepper/stepper.ts';
import '../elements/timeline/timeline.ts';
import type { Exercise } from './exercise.ts';
import type { Place, Settings } from './settings.ts';
import { tokens } from './tokens.ts';
import { wordsOf } from './words.ts';

export interface Program {
  label: string;
  code: string;
  verdict?: 'wrong' | 'right' | 'neutral';
}

/** What is shown: the programs of the light DOM, or a scenario of the course. */
export interface Content {
  programs: Program[];
  /** hidden code that runs first in the same module */
  setup: string;
  scenario?: string;
}

/** What a learner has made of it; plain JSON. */
export interface State {
  code: string;
  seq?: number;
  answers?: Record<string, unknown>;
}

export interface RunSummary {
  stdout: string;
  stderr: string;
  exit: number;
  virtual_seconds: number;
}

@customElement('ap-player')
export class Player extends StoreElement {
  static override styles = [
    tokens,
    shared,
    css`
      :host {
        container-type: inline-size;
        color: var(--text);
        font: var(--body) / 1.45 var(--sans);
        text-align: start;
      }
      .frame {
        display: grid;
        overflow: hidden;
        border: 1px solid var(--edge);
        border-radius: var(--radius);
        background: var(--surface);
      }
      .frame > * {
        min-width: 0;
      }
      .bar {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 8px 12px;
        border-bottom: 1px solid var(--edge);
      }
      .bar b {
        margin-right: auto;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .code,
      .out,
      .stepper,
      .exercise {
        border-bottom: 1px solid var(--edge);
      }
      .frame > :last-child {
        border-bottom: 0;
      }
      .code {
        height: calc(var(--lines) * 20.2px + 14px);
        min-height: 90px;
        max-height: 460px;
      }
      .picture {
        height: 300px;
        border-bottom: 1px solid var(--edge);
      }
      .out {
        max-height: 260px;
        overflow: auto;
      }
      .panels {
        height: 300px;
      }
      .note {
        margin: 0;
        padding: 8px 12px;
        border-bottom: 1px solid var(--edge);
        background: var(--mark);
      }
      .both {
        display: grid;
      }
      @container (min-width: 760px) {
        .wide {
          grid-template-columns: minmax(280px, 5fr) minmax(0, 7fr);
        }
        .wide > .bar,
        .wide > .note,
        .wide > .across {
          grid-column: 1 / -1;
        }
        .wide > .code {
          grid-row: span 2;
          height: auto;
          max-height: none;
          border-right: 1px solid var(--edge);
          border-bottom: 0;
        }
        .wide > .code ap-editor {
          position: absolute;
          inset: 0;
        }
        .wide > .code {
          position: relative;
        }
      }
    `,
  ];

  @property({ attribute: false }) settings!: Settings;
  @property({ attribute: false }) content!: Content;
  @property({ attribute: false }) wrong: string[] = [];
  @property({ reflect: true, attribute: 'data-theme' }) theme = '';
  @state() private ran = false;
  @state() private loadedExercise: typeof import('./exercise.ts') | undefined;
  private placed = false;
  /** Until then what `content` and `settings` say is not in the store yet. */
  opened: Promise<void> = Promise.resolve();

  constructor() {
    super();
    this.store = new Store();
    this.store.addEventListener('change', (event) => this.heard((event as CustomEvent<Change>).detail));
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('settings')) this.theme = this.settings.theme === 'auto' ? '' : this.settings.theme;
    if (changed.has('content') || (changed.has('settings') && changed.get('settings') !== undefined)) this.opened = this.open();
  }

  private async open(): Promise<void> {
    const { content, settings, store } = this;
    this.ran = false;
    this.placed = false;
    if (content.scenario !== undefined) {
      this.loadedExercise = await import('./exercise.ts');
      await this.updateComplete;
      await this.exercise?.updateComplete;
      await this.exercise?.loaded;
      return;
    }
    const [program] = content.programs;
    const source = withConstants(program?.code ?? '', settings.params);
    store.programs = content.programs.map(({ label, code }, i) => ({ id: String(i), label, source: withConstants(code, settings.params) }));
    store.program = '0';
    await store.open(source, this.options, settings.autorun && settings.view !== 'compare');
  }

  get options(): Store['options'] {
    const { settings, content } = this;
    const { seed, input, network, limits } = settings;
    return { seed, input, network, limits, ...(content.setup ? { setup: content.setup } : {}) };
  }

  private heard(what: Change): void {
    const { store } = this;
    if (what === 'source') this.tell('change', { code: store.source });
    if (what === 'playhead') this.tell('step', { seq: store.playhead, time: store.now.t });
    if (what === 'run') {
      if (store.phase === 'failed') this.tell('error', { message: store.trouble });
      if (store.phase === 'done' && store.run.result) {
        this.ran = true;
        this.place();
        this.tell('run', this.summary);
      }
      this.requestUpdate();
    }
  }

  /** Where the attribute `at` says, the first time that there is something to look at. */
  private place(): void {
    if (this.placed) return;
    this.placed = true;
    const { at, select } = this.settings;
    if (at) this.goto(at);
    if (select) {
      const task = [...this.store.model.tasks.values()].find(({ name }) => name === select);
      if (task) this.store.select(task.id);
    }
  }

  private get summary(): RunSummary {
    const { run } = this.store;
    return {
      stdout: run.model.output.filter(({ stream }) => stream === 'stdout').map(({ text }) => text).join(''),
      stderr: run.stderr,
      exit: run.result?.exit ?? 0,
      virtual_seconds: run.result?.virtual_seconds ?? run.model.end,
    };
  }

  private tell(type: string, detail: unknown): boolean {
    return this.dispatchEvent(new CustomEvent(`ap-${type}`, { detail, bubbles: true, composed: true, cancelable: type === 'beforerun' }));
  }

  // --- what the element's methods do -------------------------------------------------------------------------------

  async run(): Promise<RunSummary | undefined> {
    if (!this.tell('beforerun', { code: this.store.source })) return undefined;
    await this.store.start();
    if (this.store.trouble) throw new Error(this.store.trouble);
    return this.summary;
  }

  async reset(): Promise<void> {
    this.exercise?.reset();
    await (this.opened = this.open());
  }

  step(by: number): void {
    for (let i = 0; i < Math.min(Math.abs(by), 10_000); i++) this.store.step(by < 0 ? -1 : 1);
  }

  goto(place: Place | { seq: number }): void {
    const { store } = this;
    if ('seq' in place) store.goto(place.seq);
    else if ('step' in place) store.gotoPlace(place.step);
    else {
      const { events } = store.model;
      let seq = 0;
      for (const event of events) if (event.t <= place.time) seq = event.seq;
      store.goto(seq);
    }
  }

  get exercise(): Exercise | null {
    return this.renderRoot.querySelector<Exercise>('ap-exercise');
  }

  async check(): Promise<unknown> {
    if (!this.exercise) throw new TypeError('check: this element shows no exercise (give it the attribute scenario)');
    return this.exercise.check();
  }

  getState(): State {
    const { store } = this;
    return {
      code: store.source,
      ...(store.model.events.length > 0 && store.playhead < store.model.lastSeq ? { seq: store.playhead } : {}),
      ...(this.exercise ? { answers: this.exercise.answers() } : {}),
    };
  }

  async setState(state: Partial<State>): Promise<void> {
    if (typeof state.code === 'string' && state.code !== this.store.source) await this.store.open(state.code, this.options, this.ran || typeof state.seq === 'number');
    else if (typeof state.seq === 'number' && !this.ran) await this.store.start();
    if (typeof state.seq === 'number') this.store.goto(state.seq);
    if (state.answers && typeof state.answers === 'object') await this.exercise?.setAnswers(state.answers);
  }

  exportTrace(format: string): Promise<Blob> {
    return exportRun(this.store.source, this.options, format);
  }

  // --- what is seen -------------------------------------------------------------------------------------------------

  private bar(title: string) {
    const { store } = this;
    const changed = store.original !== undefined && store.source !== store.original;
    const words = wordsOf(this.settings.lang);
    return html`<div class="bar" lang=${words.language}>
      <b lang=${this.pageLanguage ?? nothing}>${title}</b>
      ${changed ? html`<button @click=${() => void this.reset()}>${words.reset}</button>` : nothing}
      ${store.busy
        ? html`<button @click=${() => store.stop()}>■ ${words.stop}</button>`
        : html`<button class="primary" @click=${() => void this.run().catch(() => undefined)}>▶ ${this.ran ? words.again : words.run}</button>`}
    </div>`;
  }

  /** The title is the author's, in the language of the page around the element. */
  private get pageLanguage(): string | undefined {
    const root = this.getRootNode();
    return (root instanceof ShadowRoot ? root.host.parentElement : this.parentElement)?.closest('[lang]')?.getAttribute('lang') ?? undefined;
  }

  private code() {
    const lines = this.store.source.split('\n').length;
    return html`<div class="code" ${styled({ '--lines': String(Math.max(lines, 4)) })}><ap-editor .readonly=${!this.settings.editor}></ap-editor></div>`;
  }

  override render() {
    const { store, settings, content } = this;
    const notes = this.wrong.map((text) => html`<p class="note" role="alert">${text}</p>`);
    const trouble = store.trouble ? html`<p class="note" role="alert">${store.trouble}</p>` : nothing;
    const shown = this.ran || store.phase === 'running';
    const output = shown ? html`<div class="out"><ap-output></ap-output></div>` : nothing;
    const picture = shown ? html`<div class="picture"><ap-timeline style="height:100%"></ap-timeline></div>` : nothing;
    if (content.scenario !== undefined) {
      if (!this.loadedExercise) return html`<div lang="en" class="frame"><p class="note">…</p></div>`;
      return html`<div lang="en" class="frame">
        ${notes}
        <ap-exercise class="exercise" .scenario=${content.scenario}></ap-exercise>
        ${this.bar(wordsOf(settings.lang).program)} ${this.code()} ${trouble} ${picture} ${shown ? html`<ap-stepper class="stepper"></ap-stepper>` : nothing} ${output}
      </div>`;
    }
    const title = content.programs[0]?.label || 'Python';
    switch (settings.view) {
      case 'code':
        return html`<div lang="en" class="frame">${this.bar(title)} ${notes} ${this.code()} ${trouble} ${output}</div>`;
      case 'compare':
        return html`<div lang="en" class="frame">
          ${notes}
          <div class="both" ${styled({ height: `${160 + content.programs.length * 190}px` })}>
            <ap-contrast .sides=${this.sides}></ap-contrast>
          </div>
        </div>`;
      case 'stepper':
        return html`<div lang="en" class="frame wide">
          ${this.bar(title)} ${notes} ${this.code()} ${trouble} ${picture}
          ${shown ? html`<ap-stepper class="stepper"></ap-stepper><div class="panels across"><ap-panels style="height:100%"></ap-panels></div>` : nothing}
        </div>`;
      default:
        return html`<div lang="en" class="frame wide">${this.bar(title)} ${notes} ${this.code()} ${trouble} ${picture} ${output}</div>`;
    }
  }

  private lastSides: { content: Content; sides: Side[] } | undefined;

  /** The same array as long as the content is the same: a new one makes the contrast run again. */
  private get sides(): Side[] {
    const { content } = this;
    if (this.lastSides?.content !== content) {
      this.lastSides = {
        content,
        sides: content.programs.map(({ label, code, verdict }, i) => ({
          label: label || `Program ${i + 1}`, source: withConstants(code, this.settings.params), verdict: verdict ?? 'neutral', options: this.options,
        })),
      };
    }
    return this.lastSides.sides;
  }
}
