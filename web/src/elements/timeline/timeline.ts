// <ap-timeline>: a lane for the loop, each task, each thread and the timers, on virtual time or on steps.
// The canvas is one focusable picture with keys; the table panel says the same in words.
import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { styled } from '../styled.ts';
import { Follow, StoreElement } from '../store-element.ts';
import { between, lanesByKey, layout, spanAt, type LaneLayout } from '../../trace/layout.ts';
import { describeSpan, describeTask, ENDS, STATES } from '../../trace/words.ts';
import { seconds, shared } from '../shared.ts';
import { draw } from './draw.ts';
import { readPalette, type Palette } from './palette.ts';
import { AXIS, placeOf, type Scene, type View } from './scene.ts';
import { timelineStyles } from './styles.ts';

@customElement('ap-timeline')
export class Timeline extends StoreElement {
  static override styles = [shared, timelineStyles];

  /** Only the picture, as high as its lanes: for timelines that are stacked. */
  @property({ type: Boolean, reflect: true }) bare = false;
  /** Where the axis ends at least, so that stacked timelines have one scale. */
  @property({ attribute: false }) reach = 0;
  /** An event that is pointed out, or undefined. */
  @property({ attribute: false }) flag: number | undefined;
  @property() heading = 'Timeline';

  @query('canvas') private canvas!: HTMLCanvasElement;
  @query('.scroll') private scroller!: HTMLElement;
  @state() private tip: { x: number; y: number; title: string; facts: string[] } | undefined;
  @state() private fitted = true;

  private lanes: LaneLayout[] = [];
  private laidOut: unknown;
  private view: View = { begin: 0, end: 1 };
  private palette: Palette | undefined;
  private frame = 0;
  private hover: Scene['hover'];
  private readonly pointers = new Map<number, { x: number; y: number }>();
  private dragged = false;
  /** the picture that the next one grows out of */
  private morph: { lanes: Map<string, LaneLayout>; view: View; began: number } | undefined;
  /** Pixels of the picture, and of what stands around it; asking the elements themselves would cost a layout for each picture. */
  private size = { width: 0, height: 0, around: 0 };
  private scrolled = 0;
  private total = 0;
  private tall = 0;
  private readonly resize = new ResizeObserver(() => {
    this.measure();
    this.redraw();
  });
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');

  private readonly repaint = (): void => {
    this.palette = undefined;
    this.redraw();
  };

  /** Times of drawing a picture, in ms, of late: for the test of smoothness. */
  readonly drawn: number[] = [];

  constructor() {
    super();
    new Follow(this, ['source', 'run', 'events', 'playhead', 'selection', 'view'], (what) => {
      if (what === 'run' || what === 'events' || what === 'view') this.laidOut = undefined;
      if (what === 'run' && !this.store.model.tasks.size) this.fitted = true;
      if (what === 'playhead') this.reveal();
      this.redraw();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.dark.addEventListener('change', this.repaint);
    addEventListener('ap-theme', this.repaint);
    addEventListener('beforeprint', this.repaint);
    addEventListener('afterprint', this.repaint);
    if (this.hasUpdated) this.resize.observe(this.scroller);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resize.disconnect();
    this.dark.removeEventListener('change', this.repaint);
    removeEventListener('ap-theme', this.repaint);
    removeEventListener('beforeprint', this.repaint);
    removeEventListener('afterprint', this.repaint);
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  override firstUpdated(): void {
    this.resize.observe(this.scroller);
    // Lit's listeners are passive where it matters not; zooming must keep the page from scrolling.
    this.canvas.addEventListener('wheel', this.wheel, { passive: false });
  }

  override updated(): void {
    this.redraw();
  }

  // --- drawing ------------------------------------------------------------------------------------------------------

  private get gutter(): number {
    return this.size.width < 520 ? 104 : 168;
  }

  private get whole(): View {
    const { model, axis } = this.store;
    const end = Math.max(this.reach, axis === 'time' ? model.end : model.columns.length);
    const room = this.size.width - this.gutter;
    // Space for the mark and the word at a lane's end, and for a step without width at its begin.
    const left = Math.min(0.1, 22 / room);
    const right = Math.min(0.4, (room < 400 ? 34 : 96) / room);
    const length = (end || 1) / (1 - left - right);
    return { begin: -length * left, end: end + length * right || 1 };
  }

  private readonly scrollMoves = (): void => {
    this.scrolled = this.scroller.scrollTop;
    this.redraw();
  };

  private measure(): void {
    const { scroller } = this;
    this.scrolled = scroller.scrollTop;
    this.size = { width: scroller.clientWidth, height: scroller.clientHeight, around: this.offsetHeight - scroller.offsetHeight + 12 };
  }

  redraw(): void {
    if (this.frame || !this.hasUpdated || !this.isConnected) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  private arrange(): void {
    if (this.laidOut === this.store.model) return;
    const { model, axis } = this.store;
    const before = this.lanes;
    const rerun = this.laidOut === undefined && this.store.rerun && model.events.length < MORPH_MOST;
    this.lanes = layout(model, axis);
    this.laidOut = model;
    if (rerun && before.length > 0 && !this.still.matches) this.morph = { lanes: lanesByKey(this.morph ? between(this.morph.lanes, before, this.morphed) : before), view: this.view, began: performance.now() };
    const total = this.lanes.reduce((sum, lane) => sum + lane.height, AXIS);
    if (total === this.total) return;
    this.total = total;
    this.renderRoot.querySelector<HTMLElement>('.spacer')!.style.height = `${total}px`;
    if (this.bare) this.scroller.style.height = `${total + 1}px`;
  }

  /** How high the whole would like to be. */
  private wish(): void {
    const tall = this.total + this.size.around;
    if (this.bare || tall === this.tall) return;
    this.tall = tall;
    this.dispatchEvent(new CustomEvent('ap-height', { detail: tall }));
  }

  /** How far the picture has come from the one before, 0 to 1. */
  private get morphed(): number {
    if (!this.morph) return 1;
    const part = Math.min(1, (performance.now() - this.morph.began) / MORPH_MS);
    return 1 - (1 - part) ** 2;
  }

  private paint(): void {
    const began = performance.now();
    const { canvas } = this;
    const { total } = this;
    this.arrange();
    if (this.total !== total || this.size.width === 0) this.measure();
    this.wish();
    const { width, height } = this.size;
    if (width === 0 || height === 0) return;
    if (this.fitted) this.view = this.whole;
    const ratio = devicePixelRatio || 1;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.height = `${height}px`;
    }
    const context = canvas.getContext('2d')!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.palette ??= readPalette(this);
    const scene = this.scene();
    const part = this.morphed;
    if (this.morph && part < 1) {
      const { lanes, view } = this.morph;
      scene.lanes = between(lanes, this.lanes, part);
      if (this.fitted) scene.view = { begin: view.begin + (this.view.begin - view.begin) * part, end: view.end + (this.view.end - view.end) * part };
    } else {
      this.morph = undefined;
    }
    draw(context, scene);
    this.drawn.push(performance.now() - began);
    if (this.drawn.length > 240) this.drawn.shift();
    if (this.morph) this.redraw();
  }

  private scene({ width, height } = this.size): Scene {
    const { model, axis, playhead, selectedTask } = this.store;
    return {
      model, lanes: this.lanes, axis, view: this.view, width, height, scrollTop: this.scrolled, gutter: this.gutter, playhead, selectedTask, hover: this.hover,
      flag: this.flag === undefined ? undefined : placeOf({ model, axis }, this.flag), palette: this.palette!,
    };
  }

  private get scale(): number {
    return (this.size.width - this.gutter) / (this.view.end - this.view.begin || 1);
  }

  // --- moving about -------------------------------------------------------------------------------------------------

  fit(): void {
    this.show(undefined);
    this.told();
  }

  /** Shows a stretch of the axis, or everything; tells nobody. */
  show(view: View | undefined): void {
    this.fitted = !view;
    if (view) this.view = view;
    this.morph = undefined;
    this.tip = undefined;
    this.redraw();
  }

  /** For timelines that are stacked: they move together. */
  private told(): void {
    this.dispatchEvent(new CustomEvent('ap-view', { detail: this.fitted ? undefined : this.view }));
  }

  zoom(factor: number, around = placeOf(this.store, this.store.playhead)): void {
    const { begin, end } = this.view;
    const inside = Math.min(end, Math.max(begin, around));
    const whole = this.whole;
    const length = Math.min(whole.end - whole.begin, Math.max((end - begin) / factor, 1e-9 * Math.max(1, whole.end), this.store.axis === 'step' ? 2 : 0));
    const k = length / (end - begin);
    this.move(inside - (inside - begin) * k, length);
  }

  pan(part: number): void {
    const length = this.view.end - this.view.begin;
    this.move(this.view.begin + length * part, length);
  }

  private move(begin: number, length: number): void {
    const whole = this.whole;
    const from = Math.max(whole.begin, Math.min(begin, whole.end - length));
    this.show(length >= (whole.end - whole.begin) * 0.9999 ? undefined : { begin: from, end: from + length });
    this.told();
  }

  /** Keeps the playhead in sight while it moves. */
  private reveal(): void {
    if (this.fitted || !this.hasUpdated) return;
    const place = placeOf(this.store, this.store.playhead);
    const { begin, end } = this.view;
    if (place < begin || place > end) this.move(place - (end - begin) / 2, end - begin);
  }

  private readonly wheel = (event: WheelEvent): void => {
    const { left } = this.canvas.getBoundingClientRect();
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const place = this.view.begin + (event.clientX - left - this.gutter) / this.scale;
      this.zoom(Math.exp(-event.deltaY * 0.01), place);
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      this.pan((event.deltaX || event.deltaY) / (this.size.width - this.gutter));
    }
  };

  private locate(event: PointerEvent): { lane: number; laid: LaneLayout | undefined; place: number; x: number; y: number } {
    const { left, top } = this.canvas.getBoundingClientRect();
    const x = event.clientX - left;
    const y = event.clientY - top;
    const place = this.view.begin + (x - this.gutter) / this.scale;
    const at = y < AXIS ? -1 : y - AXIS + this.scroller.scrollTop;
    const lane = this.lanes.findIndex(({ top, height }) => at >= top && at < top + height);
    return { lane, laid: this.lanes[lane], place, x, y };
  }

  private readonly down = (event: PointerEvent): void => {
    this.canvas.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.dragged = false;
  };

  private readonly pointerMove = (event: PointerEvent): void => {
    const before = this.pointers.get(event.pointerId);
    if (!before) return this.point(event);
    const others = [...this.pointers.entries()].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    if (others.length === 1) {
      const apart = (x: number) => Math.max(20, Math.abs(x - others[0]!.x));
      const { left } = this.canvas.getBoundingClientRect();
      const middle = (event.clientX + others[0]!.x) / 2 - left - this.gutter;
      this.zoom(apart(event.clientX) / apart(before.x), this.view.begin + middle / this.scale);
      this.dragged = true;
    } else if (this.dragged || Math.abs(event.clientX - before.x) > 4) {
      this.dragged = true;
      this.pan((before.x - event.clientX) / (this.size.width - this.gutter));
    } else {
      return;
    }
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };

  private readonly up = (event: PointerEvent): void => {
    this.pointers.delete(event.pointerId);
    if (this.dragged || event.type === 'pointercancel') return;
    const { laid, place, x } = this.locate(event);
    if (laid?.lane.kind === 'task') this.store.select(laid.lane.task.id);
    if (x < this.gutter) return;
    const span = laid && laid.lane.kind !== 'timers' ? laid.spans[spanAt(laid, place, 4 / this.scale)] : undefined;
    // A bar leads to its own begin, empty space to the moment.
    const thin = span && (this.store.axis === 'time' ? span.end - span.start : 1) * this.scale < 6;
    if (span && (thin || span.state === 'running')) this.store.goto(span.from);
    else this.store.goto(this.store.axis === 'time' ? this.store.model.seqOfTime(Math.max(0, place)) : this.store.model.seqOfColumn(place));
  };

  private point(event: PointerEvent): void {
    const { lane, laid, place, x, y } = this.locate(event);
    const index = laid && x >= this.gutter ? spanAt(laid, place, 4 / this.scale) : -1;
    const same = this.hover?.lane === lane && this.hover.index === index;
    this.hover = index < 0 ? undefined : { lane, index };
    if (!laid || (index < 0 && !(x < this.gutter && laid.lane.kind === 'task'))) {
      this.tip = undefined;
    } else {
      const owner = laid.lane.kind === 'task' ? laid.lane.task.name : laid.lane.kind === 'thread' ? laid.lane.thread.name : laid.lane.kind === 'loop' ? 'event loop' : 'timer';
      const { title, facts } =
        index >= 0 ? describeSpan(this.store.model, laid.spans[index]!, owner) : { title: owner, facts: laid.lane.kind === 'task' ? describeTask(this.store.model, laid.lane.task) : [] };
      this.tip = { x: Math.min(x + 14, this.size.width - 240), y: this.scroller.offsetTop + y + 16, title, facts };
    }
    if (!same) this.redraw();
  }

  private readonly leave = (): void => {
    this.hover = undefined;
    this.tip = undefined;
    this.redraw();
  };

  // --- keys ---------------------------------------------------------------------------------------------------------

  focusPicture(): void {
    this.canvas.focus();
  }

  /** Does what the key stands for, if it stands for anything. */
  readonly press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = this.keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  private readonly keys: Record<string, () => void> = {
    w: () => this.zoom(1.5),
    s: () => this.zoom(1 / 1.5),
    '+': () => this.zoom(1.5),
    '-': () => this.zoom(1 / 1.5),
    a: () => this.pan(-0.2),
    d: () => this.pan(0.2),
    f: () => this.fit(),
    x: () => this.store.set('axis', this.store.axis === 'time' ? 'step' : 'time'),
    ArrowLeft: () => this.store.step(-1),
    ArrowRight: () => this.store.step(1),
    ArrowUp: () => this.selectNext(-1),
    ArrowDown: () => this.selectNext(1),
    Home: () => this.store.first(),
    End: () => this.store.last(),
    ' ': () => (this.store.playing ? this.store.pause() : this.store.play()),
    '[': () => this.follow(-1),
    ']': () => this.follow(1),
    '?': () => this.dispatchEvent(new CustomEvent('ap-help', { bubbles: true, composed: true })),
    Escape: () => this.store.select(0),
  };

  private selectNext(direction: 1 | -1): void {
    const tasks = this.lanes.filter(({ lane }) => lane.kind === 'task');
    const at = tasks.findIndex(({ lane }) => lane.kind === 'task' && lane.task.id === this.store.selectedTask);
    const next = tasks[at < 0 ? (direction > 0 ? 0 : tasks.length - 1) : Math.max(0, Math.min(tasks.length - 1, at + direction))];
    if (next?.lane.kind !== 'task') return;
    this.store.select(next.lane.task.id);
    const { scroller } = this;
    if (next.top < scroller.scrollTop) scroller.scrollTop = next.top;
    if (next.top + next.height + AXIS > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = next.top + next.height + AXIS - scroller.clientHeight;
  }

  /** Back to who woke or created the selected task; forward to whom it wakes next. */
  private follow(direction: 1 | -1): void {
    const { model, playhead, selectedTask } = this.store;
    const task = model.tasks.get(selectedTask);
    if (!task) return;
    if (direction < 0) {
      const cause = task.wakes.findLast(({ seq }) => seq < playhead);
      if (!cause) return;
      this.store.goto(cause.seq);
      if (cause.by) this.store.select(cause.by);
      return;
    }
    for (let seq = playhead + 1; seq < model.events.length; seq++) {
      const event = model.events[seq]!;
      if (event.type !== 'task_scheduled' || event.by !== selectedTask || event.task === selectedTask) continue;
      this.store.goto(seq);
      this.store.select(event.task);
      return;
    }
  }

  // --- html ---------------------------------------------------------------------------------------------------------

  override render() {
    const { axis, late, model, phase } = this.store;
    const label = `${this.heading}: ${model.tasks.size} tasks over ${seconds(model.end)} s of virtual time. Arrow keys step and choose a task; question mark for all keys.`;
    return html`
      ${this.bare ? nothing : this.tools(axis)}
      <div class="scroll ${late ? 'stale' : ''}" @scroll=${this.scrollMoves}>
        <div class="spacer"></div>
        <canvas
          tabindex="0"
          role="application"
          aria-roledescription="timeline"
          aria-label=${label}
          @pointerdown=${this.down}
          @pointermove=${this.pointerMove}
          @pointerup=${this.up}
          @pointercancel=${this.up}
          @pointerleave=${this.leave}
          @keydown=${this.press}
        ></canvas>
      </div>
      ${model.events.length === 0 && phase === 'done'
        ? html`<p class="empty">${this.store.run.stderr || this.store.trouble ? 'The program did not start: the output says why.' : 'Nothing has run yet. Answer the question first, or press Run.'}</p>`
        : nothing}
      ${late && model.events.length > 0 ? html`<div class="note">${phase === 'running' ? 'running …' : 'old picture: the program has changed'}</div>` : nothing}
      ${this.tip
        ? html`<div class="tip" ${styled({ left: `${this.tip.x}px`, top: `${this.tip.y}px` })}>
            <strong>${this.tip.title}</strong>
            <ul>${this.tip.facts.map((fact) => html`<li>${fact}</li>`)}</ul>
          </div>`
        : nothing}
      ${this.bare ? nothing : this.footer()}
    `;
  }

  private tools(axis: 'time' | 'step') {
    return html`<div class="tools">
      <h2>${this.heading}</h2>
      <div class="group" role="group" aria-label="Axis">
        <button aria-pressed=${axis === 'time'} title="Virtual time (X)" @click=${() => this.store.set('axis', 'time')}>Time</button>
        <button aria-pressed=${axis === 'step'} title="A column for each step (X)" @click=${() => this.store.set('axis', 'step')}>Steps</button>
      </div>
      <div class="group" role="group" aria-label="Zoom">
        <button class="pan" aria-label="Move left" title="Move left (A)" ?disabled=${this.fitted} @click=${() => this.pan(-0.3)}>◂</button>
        <button aria-label="Zoom out" title="Zoom out (S)" ?disabled=${this.fitted} @click=${() => this.zoom(1 / 1.5)}>−</button>
        <button aria-label="Fit everything in" title="Show everything (F)" @click=${() => this.fit()}>Fit</button>
        <button aria-label="Zoom in" title="Zoom in (W)" @click=${() => this.zoom(1.5)}>+</button>
        <button class="pan" aria-label="Move right" title="Move right (D)" ?disabled=${this.fitted} @click=${() => this.pan(0.3)}>▸</button>
      </div>
    </div>`;
  }

  /** What the chosen task does at the playhead, for those who have no pointer to hover with; otherwise the legend. */
  private footer() {
    const { model, playhead, selectedTask } = this.store;
    const task = model.tasks.get(selectedTask);
    if (!task) {
      return html`<div class="legend" aria-hidden="true">
        ${LEGEND.map(([name, pattern]) => html`<span class="${pattern} ${name}"><i></i>${STATES[name].icon} ${STATES[name].word}</span>`)}
        ${Object.values(ENDS).map(({ icon, word, color }) => html`<span class="round ${color}"><i>${icon}</i>${word}</span>`)}
      </div>`;
    }
    const span = task.spans.findLast(({ from }) => from <= playhead);
    const ended = task.outcome && task.finishedSeq <= playhead;
    const now = playhead < task.createdSeq ? 'not created yet' : ended ? ENDS[task.outcome!].word : span ? STATES[span.state].word : 'created';
    const facts = [...(span && !ended && playhead >= task.createdSeq ? describeSpan(model, span, task.name).facts : []), ...describeTask(model, task)];
    return html`<div class="chosen">
      <p role="status"><b>${task.name}</b> <em>${now}</em> ${facts.map((fact) => html`<span>${fact}</span>`)}</p>
      <div class="group" role="group" aria-label="Follow the arrows of ${task.name}">
        <button title="To who woke or created it ([)" aria-label="To who woke or created it" @click=${() => this.follow(-1)}>⇤ <span class="words">woken by</span></button>
        <button title="To whom it wakes next (])" aria-label="To whom it wakes next" @click=${() => this.follow(1)}><span class="words">wakes</span> ⇥</button>
        <button title="Choose no task (Esc)" aria-label="Choose no task" @click=${() => this.store.select(0)}>✕</button>
      </div>
      <ul class="key wide" aria-hidden="true"><li class="creates"><i></i>creates</li><li class="wakes"><i></i>wakes</li><li class="cancels"><i></i>cancels</li></ul>
    </div>`;
  }
}

const LEGEND = [['running', 'solid'], ['ready', 'dots'], ['sleeping', 'lined'], ['waiting', 'slanted'], ['blocked', 'slanted']] as const;

/** A re-run is moved into over so many ms, and only where the picture is small enough to be followed. */
const MORPH_MS = 160;
const MORPH_MOST = 6000;
