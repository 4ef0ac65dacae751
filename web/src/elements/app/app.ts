// <ap-app>: the page's frame: two modes (course, playground), the work area, the bar on top.
import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { saveFile } from '../save-file.ts';
import { Follow, StoreElement } from '../store-element.ts';
import { examples, firstExample } from '../../state/examples.ts';
import { pack, unpack } from '../../state/share.ts';
import { Store } from '../../state/store.ts';
import { setTheme, theme } from '../../state/theme.ts';
import { shared } from '../shared.ts';
import { keysHelp } from './help.ts';
import { appStyles } from './styles.ts';
import '../menu/menu.ts';
import '../timeline/timeline.ts';
import '../stepper/stepper.ts';
import '../panels/panels.ts';
import '../editor/editor.ts';
import '../sliders/sliders.ts';
import type { Timeline } from '../timeline/timeline.ts';

type Mode = 'playground' | 'course';

@customElement('ap-app')
export class App extends StoreElement {
  static override styles = [shared, appStyles];

  @state() private mode: Mode = 'playground';
  @state() private lesson = '';
  @state() private courseLoaded = false;
  @state() private reading: { kind: 'errata' | 'belief'; chosen: string } | undefined;
  @state() private notice = '';
  @state() private example = firstExample.id;
  @query('dialog') private help!: HTMLDialogElement;
  private noticeTimer = 0;

  constructor() {
    super();
    this.store = new Store();
    new Follow(this, ['run', 'source', 'view', 'scenario']);
    this.addEventListener('ap-help', () => this.help.showModal());
    this.addEventListener('ap-close', () => this.store.compare(undefined));
    addEventListener('hashchange', () => this.readHash());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.replaceChildren();
    this.readHash();
  }

  // --- where we are: in the address's hash --------------------------------------------------------------------------

  /** #course/loop/who-is-first, #errata/..., #example/cafe, #run/..., or nothing: the first example. */
  private readHash(): void {
    let hash: string;
    try {
      hash = decodeURIComponent(location.hash.slice(1));
    } catch {
      hash = '';
    }
    const [page, ...rest] = hash.split('/');
    this.store.compare(undefined);
    if (page === 'course') return void this.enterCourse(rest.join('/'));
    if (page === 'errata' || page === 'belief') return void this.enterErrata(page, rest.join('/'));
    this.reading = undefined;
    this.mode = 'playground';
    this.notice = '';
    if (page === 'run') return void this.openShared(rest.join('/'));
    const opened = examples.find(({ id }) => hash === `example/${id}`) ?? firstExample;
    this.example = opened.id;
    void this.store.offer([{ id: opened.id, label: opened.title, source: opened.source }], {}, true);
  }

  /** A program from a link: it runs where no program can do harm, in the engine's worker, and under the usual limits. */
  private async openShared(text: string): Promise<void> {
    const { store } = this;
    try {
      const { source, options = {}, step, task, axis } = await unpack(text);
      this.example = '';
      if (axis) store.set('axis', axis);
      await store.offer([{ id: 'link', label: 'from a link', source }], options, true);
      if (step !== undefined) store.goto(step);
      if (task) store.select(task);
    } catch (error) {
      this.say((error as Error).message);
      await store.offer([{ id: firstExample.id, label: firstExample.title, source: firstExample.source }], {}, true);
    }
  }

  private async enterErrata(kind: 'errata' | 'belief', chosen: string): Promise<void> {
    this.mode = 'course';
    this.lesson = '';
    await import('../errata/errata.ts');
    this.reading = { kind, chosen };
  }

  private async enterCourse(lesson: string): Promise<void> {
    this.mode = 'course';
    this.reading = undefined;
    this.lesson = lesson;
    await import('../course/course.ts');
    this.courseLoaded = true;
  }

  // --- what the bar does --------------------------------------------------------------------------------------------

  private say(notice: string): void {
    this.notice = notice;
    clearTimeout(this.noticeTimer);
    this.noticeTimer = window.setTimeout(() => (this.notice = ''), 8000);
  }

  private async share(): Promise<void> {
    const { source, playhead, model, selectedTask, axis } = this.store;
    const { seed, input, network, limits } = this.store.options;
    const state = {
      source, options: { seed, input, network, limits }, step: playhead < model.lastSeq ? playhead : undefined, task: selectedTask || undefined, axis: axis === 'step' ? axis : undefined,
    };
    const link = `${location.href.split('#')[0]}#run/${await pack(state)}`;
    history.replaceState(null, '', link);
    try {
      await navigator.clipboard.writeText(link);
      this.say('The link is copied: it holds the program, the step and the chosen task.');
    } catch {
      // No access to the clipboard: the address bar has the link to copy.
      this.say('Copy the link from the address bar.');
    }
  }

  private async save(format: string): Promise<void> {
    const [, ending] = FORMATS.find(([name]) => name === format)!;
    try {
      // Loaded only now: it has its own engine.
      const { exportRun } = await import('../../state/quiet-run.ts');
      saveFile(await exportRun(this.store.source, this.store.options, format), `asyncio-run.${ending}`);
    } catch (error) {
      this.say((error as Error).message);
    }
  }

  private compareWithOriginal(): void {
    const { store } = this;
    store.compare({
      axis: store.axis,
      sides: [
        { label: 'As it was', verdict: 'neutral', source: store.original!, options: store.options },
        { label: 'As you changed it', verdict: 'neutral', source: store.source, options: store.options },
      ],
    });
  }

  private readonly nextTheme = (): void => {
    setTheme(THEMES[theme()].next);
    this.requestUpdate();
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.store.start();
    }
  };

  /** The timeline's keys work in the stepper, too; what a control there needs itself stays its own. */
  private readonly stepperKey = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0] as HTMLElement;
    if (target.matches('input, select') || (target.matches('button') && (event.key === ' ' || event.key === 'Enter'))) return;
    this.renderRoot.querySelector<Timeline>('ap-timeline')?.press(event);
  };

  /** Few lanes leave their room to the program and the panels. */
  private readonly fit = ({ detail }: CustomEvent<number>): void => {
    this.style.setProperty('--lanes', `${detail}px`);
  };

  // --- html ---------------------------------------------------------------------------------------------------------

  override updated(): void {
    if (this.store.contrast) void import('../contrast/contrast.ts');
  }

  override render() {
    const { mode } = this;
    const contents = mode === 'course' && !this.lesson && !this.reading;
    return html`
      <header @keydown=${this.key}>
        <button class="skip" @click=${() => this.renderRoot.querySelector<Timeline>('ap-timeline')?.focusPicture()}>Skip to the timeline</button>
        <h1><img src="./icon.svg" alt="" />Asyncio Playground</h1>
        <nav class="group" aria-label="Mode">
          <button aria-pressed=${mode === 'course'} @click=${() => (location.hash = 'course')}>Course</button>
          <button aria-pressed=${mode === 'playground'} @click=${() => (location.hash = `example/${this.example || firstExample.id}`)}>Playground</button>
        </nav>
        ${mode === 'playground'
          ? html`<label class="example"
              ><span class="for-readers">Example</span>
              <select @change=${(event: Event) => (location.hash = `example/${(event.target as HTMLSelectElement).value}`)}>
                ${this.example ? nothing : html`<option value="" selected>from a link</option>`}
                ${examples.map(({ id, emoji, title }) => html`<option value=${id} ?selected=${id === this.example}>${emoji} ${title}</option>`)}
              </select></label
            >`
          : nothing}
        <div class="actions">
          ${contents ? nothing : this.actions()}
          <button aria-label="Colours: ${THEMES[theme()].word}" title="Colours: ${THEMES[theme()].word}" @click=${this.nextTheme}>${THEMES[theme()].icon}</button>
          <button aria-label="Keys and help" title="Keys and help" @click=${() => this.help.showModal()}>?</button>
        </div>
      </header>
      <p class="notice" role="status" ?hidden=${!this.notice}>${this.notice}</p>
      <main class="${contents ? 'contents' : mode} ${this.store.contrast ? 'compared' : ''}" @keydown=${this.key}>
        ${mode === 'course'
          ? html`<section class="card lesson" aria-label="Lesson">${this.reading
              ? html`<ap-errata .kind=${this.reading.kind} .chosen=${this.reading.chosen}></ap-errata>`
              : this.courseLoaded ? html`<ap-course .lesson=${this.lesson}></ap-course>` : html`<p class="boot">…</p>`}</section>`
          : nothing}
        ${contents ? nothing : this.workbench()}
      </main>
      <dialog aria-labelledby="help-title">
        <h2 id="help-title">Keys</h2>
        ${keysHelp()}
        <form method="dialog"><button class="primary" autofocus @click=${() => this.help.close()}>Close</button></form>
      </dialog>
    `;
  }

  private actions() {
    return html`<ap-menu
      class="share"
      label="Share"
      .items=${SHARE}
      @choose=${({ detail }: CustomEvent<string>) => (detail === 'link' ? void this.share() : detail === 'print' ? print() : void this.save(detail))}
    ></ap-menu>`;
  }

  private workbench() {
    const { store } = this;
    const { contrast } = store;
    // Beside a comparison only the program that can be changed stays.
    const whole = !contrast || this.mode === 'playground';
    return html`
      ${whole ? this.program() : nothing}
      <section class="card timeline" aria-label=${contrast ? 'Comparison' : 'Timeline'}>
        ${contrast ? html`<ap-contrast .sides=${contrast.sides} .axis=${contrast.axis} .text=${contrast.text ?? ''}></ap-contrast>` : html`<ap-timeline @ap-height=${this.fit}></ap-timeline>`}
      </section>
      ${contrast
        ? nothing
        : html`<section class="card stepper ${store.model.events.length === 0 ? 'empty' : ''}" aria-label="Stepper" @keydown=${this.stepperKey}><ap-stepper></ap-stepper></section>
            <section class="card panels" aria-label="Details"><ap-panels></ap-panels></section>`}
    `;
  }

  private program() {
    const { store } = this;
    const changed = store.original !== undefined && store.source !== store.original;
    return html`<section class="card editor" aria-label="Program">
      <div class="bar">
        ${store.programs.length > 1
          ? html`<h2 class="for-readers">Program</h2>
              <div class="group programs" role="group" aria-label="Programs of this lesson">
                ${store.programs.map(({ id, label }) => html`<button aria-pressed=${id === store.program} @click=${() => void store.choose(id)}>${label}</button>`)}
              </div>`
          : html`<h2>Program</h2>`}
        ${changed
          ? html`<button title="The program as it was" @click=${() => void store.open(store.original!, store.options)}>Reset</button>
              <button title="Your program beside the one as it was" @click=${() => this.compareWithOriginal()}>Compare</button>`
          : nothing}
        ${store.busy
          ? html`<button class="stop" @click=${() => store.stop()}>■ Stop</button>`
          : html`<button class="primary run" title="Run (Ctrl+Enter)" @click=${() => void store.start()}>▶ Run</button>`}
      </div>
      <div class="box"><ap-editor></ap-editor></div>
      <ap-sliders></ap-sliders>
    </section>`;
  }
}

const FORMATS = [
  ['text', 'txt', 'Save the trace as text'],
  ['ndjson', 'ndjson', 'Save the events (NDJSON)'],
  ['svg', 'svg', 'Save the picture (SVG)'],
  ['chrome', 'json', 'Save for Perfetto (JSON)'],
  ['mermaid-sequence', 'mmd', 'Save as a Mermaid sequence'],
] as const;
const SHARE = [{ id: 'link', word: 'Copy a link to this program and step' }, ...FORMATS.map(([id, , word]) => ({ id: id as string, word: word as string })), { id: 'print', word: 'Print' }];

const THEMES = {
  auto: { icon: '◐', word: 'as the system', next: 'light' },
  light: { icon: '☀', word: 'light', next: 'dark' },
  dark: { icon: '☾', word: 'dark', next: 'auto' },
} as const;
