// <ap-app>: the page's frame: two modes (course, playground), the work area, the bar on top.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { Follow, store } from '../../state/store.ts';
import { examples, firstExample } from '../../state/examples.ts';
import { pack, unpack } from '../../state/share.ts';
import { setTheme, theme } from '../../state/theme.ts';
import { shared } from '../shared.ts';
import '../timeline/timeline.ts';
import '../stepper/stepper.ts';
import '../panels/panels.ts';
import '../editor/editor.ts';
import '../sliders/sliders.ts';
import type { Parameter } from '../../course/scenario.ts';

type Mode = 'playground' | 'course';

@customElement('ap-app')
export class App extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        min-height: 100dvh;
        display: flex;
        flex-direction: column;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
        padding: 10px 20px;
      }
      h1 {
        display: flex;
        align-items: center;
        gap: 10px;
        margin: 0 12px 0 0;
        font-size: 1.0625rem;
        font-weight: 700;
        letter-spacing: -0.01em;
      }
      h1 img {
        width: 28px;
        height: 28px;
      }
      nav {
        margin-right: auto;
      }
      nav button {
        min-width: 96px;
      }
      main {
        flex: 1 1 auto;
        display: grid;
        gap: 14px;
        min-height: 0;
        padding: 0 20px 16px;
      }
      main.playground {
        grid-template: 'editor timeline' minmax(280px, 1.6fr) 'editor stepper' auto 'editor panels' minmax(170px, 1fr) / minmax(320px, 5fr) minmax(0, 8fr);
      }
      main.course {
        grid-template: 'lesson editor panels' minmax(260px, 1fr) 'lesson stepper stepper' auto 'lesson timeline timeline' minmax(260px, 1.2fr) / minmax(300px, 400px) minmax(0, 1fr) minmax(0, 1fr);
      }
      main.contents {
        grid-template: 'lesson' minmax(0, 1fr) / minmax(0, 1fr);
      }
      @media (min-width: 1000px) {
        :host {
          height: 100dvh;
        }
      }
      @media (max-width: 999px) {
        main.playground,
        main.course {
          grid-template: 'lesson' auto 'editor' auto 'timeline' auto 'stepper' auto 'panels' auto / minmax(0, 1fr);
        }
        main.playground {
          grid-template: 'timeline' auto 'stepper' auto 'editor' auto 'panels' auto / minmax(0, 1fr);
        }
        .editor .box {
          max-height: 60dvh;
        }
        .timeline {
          height: 340px;
        }
        .stepper {
          position: sticky;
          bottom: 0;
          z-index: 5;
        }
        .course .stepper.empty {
          display: none;
        }
      }
      @media (max-width: 480px) {
        header,
        main {
          padding-left: 10px;
          padding-right: 10px;
        }
        h1 {
          flex: 1;
          margin: 0;
        }
        nav,
        nav + label {
          order: 1;
        }
        nav + label {
          flex: 1;
        }
        nav + label select {
          width: 100%;
        }
        nav button {
          min-width: 0;
        }
        .timeline {
          height: 300px;
        }
      }
      .notice {
        position: fixed;
        z-index: 20;
        left: 50%;
        bottom: 20px;
        max-width: calc(100vw - 32px);
        margin: 0;
        padding: 10px 18px;
        border-radius: 99px;
        background: var(--text);
        color: var(--surface);
        transform: translateX(-50%);
      }
      .card {
        min-width: 0;
        min-height: 0;
        overflow: hidden;
        border: 1px solid var(--edge);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      .editor {
        grid-area: editor;
        display: flex;
        flex-direction: column;
      }
      .editor .box {
        flex: 1 1 auto;
        min-height: 160px;
        overflow: hidden;
      }
      .bar {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 8px 12px;
        border-bottom: 1px solid var(--edge);
      }
      .programs {
        flex: 1 1 0;
        min-width: 0;
        padding: 3px;
        margin: -3px;
        overflow-x: auto;
        scrollbar-width: thin;
      }
      .programs button {
        flex: none;
      }
      .bar h2 {
        margin: 0 auto 0 0;
        font-size: var(--body);
        font-weight: 650;
      }
      .lesson {
        grid-area: lesson;
        overflow: auto;
      }
      .timeline {
        grid-area: timeline;
      }
      .stepper {
        grid-area: stepper;
      }
      .panels {
        grid-area: panels;
      }
      dialog {
        max-width: 520px;
        padding: 20px 24px;
        border: 1px solid var(--edge);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--text);
        box-shadow: var(--shadow);
      }
      dialog h2 {
        margin: 0 0 12px;
        font-size: var(--title);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 6px 16px;
        margin: 0 0 16px;
      }
      dd {
        margin: 0;
      }
      a.skip:not(:focus) {
        position: absolute;
        left: -999px;
      }
    `,
  ];

  @state() private mode: Mode = 'playground';
  @state() private courseLoaded = false;
  @state() private parameters: Parameter[] = [];
  @state() private notice = '';
  @state() private example = firstExample.id;
  @query('dialog') private help!: HTMLDialogElement;

  constructor() {
    super();
    new Follow(this, ['run', 'source', 'view', 'scenario']);
    this.addEventListener('parameters', (event) => (this.parameters = (event as CustomEvent<Parameter[]>).detail));
    addEventListener('hashchange', () => this.readHash());
    this.addEventListener('ap-help', () => this.help.showModal());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.replaceChildren();
    this.readHash();
  }

  /** #course/loop/who-is-first, #example/cafe, or nothing: the first example. */
  private readHash(): void {
    const hash = decodeURIComponent(location.hash.slice(1));
    if (hash === 'course' || hash.startsWith('course/')) {
      void this.enterCourse(hash.slice('course/'.length));
      return;
    }
    const [page, chosen = ''] = hash.split('/');
    if (page === 'errata' || page === 'belief') {
      void this.enterErrata(page, chosen);
      return;
    }
    this.reading = undefined;
    this.mode = 'playground';
    this.parameters = [];
    store.programs = [];
    store.compare(undefined);
    this.notice = '';
    if (hash.startsWith('run/')) {
      void this.openShared(hash.slice('run/'.length));
      return;
    }
    const opened = examples.find(({ id }) => hash === `example/${id}`) ?? firstExample;
    this.example = opened.id;
    void store.open(opened.source);
  }

  /** A program from a link: it runs where no program can do harm, in the engine's worker. */
  private async openShared(text: string): Promise<void> {
    try {
      const { source, seed, step, task, axis } = await unpack(text);
      this.example = '';
      if (axis) store.set('axis', axis);
      await store.open(source, { seed });
      if (step !== undefined) store.goto(step);
      if (task) store.select(task);
    } catch (error) {
      this.notice = (error as Error).message;
      void store.open(firstExample.source);
    }
  }

  private async share(): Promise<void> {
    const { source, options, playhead, model, selectedTask, axis } = store;
    const state = { source, seed: options.seed, step: playhead < model.lastSeq ? playhead : undefined, task: selectedTask || undefined, axis: axis === 'step' ? axis : undefined };
    const link = `${location.href.split('#')[0]}#run/${await pack(state)}`;
    try {
      await navigator.clipboard.writeText(link);
      this.notice = 'The link is copied: it holds the program, the step and the chosen task.';
    } catch {
      // No access to the clipboard: the address bar has the link to copy.
      this.notice = 'Copy the link from the address bar.';
    }
    history.replaceState(null, '', link);
    clearTimeout(this.noticeTimer);
    this.noticeTimer = window.setTimeout(() => (this.notice = ''), 6000);
  }

  private async save(format: string): Promise<void> {
    const [, ending] = FORMATS.find(([name]) => name === format)!;
    try {
      // Loaded only now: the panel has its own engine.
      const { exportRun } = await import('../../state/quiet-run.ts');
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await exportRun(store.source, store.options, format));
      link.download = `asyncio-run.${ending}`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    } catch (error) {
      this.notice = (error as Error).message;
    }
  }

  private noticeTimer = 0;
  @state() private lesson = '';

  @state() private reading: { kind: 'errata' | 'belief'; chosen: string } | undefined;

  private async enterErrata(kind: 'errata' | 'belief', chosen: string): Promise<void> {
    this.mode = 'course';
    this.parameters = [];
    await import('../errata/errata.ts');
    this.reading = { kind, chosen };
  }

  private async enterCourse(lesson: string): Promise<void> {
    this.mode = 'course';
    this.reading = undefined;
    this.lesson = lesson;
    await Promise.all([import('../course/course.ts'), import('../contrast/contrast.ts')]);
    this.courseLoaded = true;
  }

  private readonly nextTheme = (): void => {
    setTheme(THEMES[theme()].next);
    this.requestUpdate();
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void store.start();
    }
  };

  private workbench() {
    return html`
        <section class="card editor" aria-label="Program">
          <div class="bar">
            ${store.programs.length > 1
              ? html`<h2 class="for-readers">Program</h2>
                  <div class="group programs" role="group" aria-label="Programs of this lesson">
                    ${store.programs.map(({ id, label }) => html`<button aria-pressed=${id === store.program} @click=${() => void store.choose(id)}>${label}</button>`)}
                  </div>`
              : html`<h2>Program</h2>`}
            ${store.original !== undefined && store.source !== store.original ? html`<button @click=${() => void store.open(store.original!, store.options)}>Reset</button>` : nothing}
            ${store.phase === 'running'
              ? html`<button @click=${() => store.stop()}>■ Stop</button>`
              : html`<button class="primary run" title="Run (Ctrl+Enter)" @click=${() => void store.start()}>▶ Run</button>`}
          </div>
          <div class="box"><ap-editor></ap-editor></div>
          <ap-sliders .parameters=${this.parameters}></ap-sliders>
        </section>
        <section class="card timeline" aria-label="Timeline">${store.contrast
            ? html`<ap-contrast .sides=${store.contrast.sides} .axis=${store.contrast.axis} .text=${store.contrast.text ?? ''}></ap-contrast>`
            : html`<ap-timeline style="height:100%"></ap-timeline>`}</section>
        <section class="card stepper ${store.model.events.length === 0 ? 'empty' : ''}" aria-label="Stepper"><ap-stepper></ap-stepper></section>
        <section class="card panels" aria-label="Details"><ap-panels style="height:100%"></ap-panels></section>
    `;
  }

  override render() {
    const { mode } = this;
    const contents = mode === 'course' && !this.lesson && !this.reading;
    return html`
      <header @keydown=${this.key}>
        <h1><img src="./icon.svg" alt="" />Asyncio Playground</h1>
        <nav class="group" aria-label="Mode">
          <button aria-pressed=${mode === 'course'} @click=${() => (location.hash = 'course')}>Course</button>
          <button aria-pressed=${mode === 'playground'} @click=${() => (location.hash = `example/${this.example || firstExample.id}`)}>Playground</button>
        </nav>
        ${mode === 'playground'
          ? html`<label
              ><span class="for-readers">Example</span>
              <select @change=${(event: Event) => (location.hash = `example/${(event.target as HTMLSelectElement).value}`)}>
                ${this.example ? nothing : html`<option value="" selected>from a link</option>`}
                ${examples.map(({ id, emoji, title }) => html`<option value=${id} ?selected=${id === this.example}>${emoji} ${title}</option>`)}
              </select></label
            >`
          : nothing}
        <label
          ><span class="for-readers">Save the run</span>
          <select
            class="save"
            @change=${(event: Event) => {
              const select = event.target as HTMLSelectElement;
              if (select.value) void this.save(select.value);
              select.value = '';
            }}
          >
            <option value="">Save …</option>
            ${FORMATS.map(([format, , word]) => html`<option value=${format}>${word}</option>`)}
          </select></label
        >
        <button title="Copy a link to this program and step" @click=${() => void this.share()}>Share</button>
        <button aria-label="Colours: ${THEMES[theme()].word}" title="Colours: ${THEMES[theme()].word}" @click=${this.nextTheme}>${THEMES[theme()].icon}</button>
        <button aria-label="Keys and help" title="Keys and help" @click=${() => this.help.showModal()}>?</button>
      </header>
      <p class="notice" role="status" ?hidden=${!this.notice}>${this.notice}</p>
      <main class=${contents ? 'contents' : mode} @keydown=${this.key}>
        ${mode === 'course'
          ? html`<section class="card lesson" aria-label="Lesson">${this.reading
              ? html`<ap-errata .kind=${this.reading.kind} .chosen=${this.reading.chosen}></ap-errata>`
              : this.courseLoaded ? html`<ap-course .lesson=${this.lesson}></ap-course>` : html`<p class="boot">…</p>`}</section>`
          : nothing}
${contents ? nothing : this.workbench()}
      </main>
      <dialog aria-labelledby="help-title">
        <h2 id="help-title">Keys of the timeline</h2>
        <dl>
          ${KEYS.map(([keys, does]) => html`<dt>${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${does}</dd>`)}
        </dl>
        <form method="dialog"><button class="primary" autofocus @click=${() => this.help.close()}>Close</button></form>
      </dialog>
    `;
  }
}

const FORMATS = [
  ['text', 'txt', 'Trace as text'],
  ['ndjson', 'ndjson', 'Events (NDJSON)'],
  ['svg', 'svg', 'Picture (SVG)'],
  ['chrome', 'json', 'Perfetto trace'],
  ['mermaid-sequence', 'mmd', 'Mermaid sequence'],
] as const;

const THEMES = {
  auto: { icon: '◐', word: 'as the system', next: 'light' },
  light: { icon: '☀', word: 'light', next: 'dark' },
  dark: { icon: '☾', word: 'dark', next: 'auto' },
} as const;

const KEYS = [
  ['← →', 'step back, step forward'],
  ['↑ ↓', 'choose a task'],
  ['Space', 'play, pause'],
  ['Home End', 'to the first step, to the end'],
  ['W S', 'zoom in, zoom out'],
  ['A D', 'move left, move right'],
  ['F', 'show everything'],
  ['X', 'virtual time or steps'],
  ['[ ]', 'to what woke the chosen task; to whom it wakes next'],
  ['Ctrl+Enter', 'run the program'],
] as const;
