// <ap-timeline>: a lane for the loop, each task, each thread and the timers, on virtual time or on steps.
// The canvas is one focusable picture with keys; the table panel says the same in words.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { Follow, store } from '../../state/store.ts';
import { layout, spanAt, type LaneLayout } from '../../trace/layout.ts';
import { describeSpan, describeTask, ENDS, STATES } from '../../trace/words.ts';
import { seconds, shared } from '../shared.ts';
import { AXIS, draw, placeOf, readPalette, type Palette, type Scene, type View } from './draw.ts';

@customElement('ap-timeline')
export class Timeline extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        position: relative;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding: 8px 12px;
      }
      h2 {
        margin: 0 auto 0 0;
        font-size: var(--body);
        font-weight: 650;
      }
      .scroll {
        position: relative;
        flex: 1 1 auto;
        min-height: 120px;
        overflow: hidden auto;
        border-top: 1px solid var(--edge);
      }
      .spacer {
        position: absolute;
        top: 0;
        width: 1px;
      }
      canvas {
        position: sticky;
        top: 0;
        display: block;
        width: 100%;
        touch-action: pan-y;
        cursor: crosshair;
      }
      canvas:focus-visible {
        outline-offset: -2px;
      }
      .stale canvas {
        opacity: 0.55;
      }
      .note {
        position: absolute;
        top: 56px;
        right: 12px;
        padding: 2px 10px;
        border-radius: 99px;
        background: var(--mark);
        font-size: var(--small);
        pointer-events: none;
      }
      .empty {
        position: absolute;
        top: 50%;
        left: 50%;
        width: max-content;
        max-width: 80%;
        margin: 0;
        transform: translate(-50%, -50%);
        color: var(--muted);
        text-align: center;
      }
      .empty ~ .legend {
        visibility: hidden;
      }
      .tip {
        position: absolute;
        z-index: 3;
        max-width: 280px;
        padding: 8px 12px;
        border: 1px solid var(--edge);
        border-radius: 8px;
        background: var(--surface);
        box-shadow: var(--shadow);
        font-size: var(--small);
        pointer-events: none;
      }
      .tip strong {
        font-size: var(--body);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 14px;
        padding: 6px 12px;
        border-top: 1px solid var(--edge);
        font-size: var(--small);
        color: var(--muted);
      }
      .legend i {
        display: inline-block;
        width: 16px;
        height: 10px;
        margin-right: 5px;
        border: 1px solid var(--c);
        border-radius: 2px;
        background: color-mix(in srgb, var(--c) 22%, transparent);
      }
      .legend .solid i {
        background: var(--c);
      }
      .legend .slanted i {
        background: repeating-linear-gradient(135deg, var(--c) 0 1.5px, transparent 1.5px 4px);
      }
      .legend .dots i {
        background: radial-gradient(var(--c) 28%, transparent 32%) 0 0 / 5px 5px;
      }
      .legend .lined i {
        background: repeating-linear-gradient(color-mix(in srgb, var(--c) 25%, transparent) 0 2px, var(--c) 2px 3px);
      }
      @media (max-width: 640px) {
        .legend,
        .wide {
          display: none;
        }
      }
      @media (pointer: coarse) {
        button {
          min-width: 40px;
          min-height: 36px;
        }
      }
    `,
  ];

  @query('canvas') private canvas!: HTMLCanvasElement;
  @query('.scroll') private scroller!: HTMLElement;
  @state() private tip: { x: number; y: number; title: string; facts: string[] } | undefined;

  private lanes: LaneLayout[] = [];
  private laidOut: unknown;
  private view: View = { begin: 0, end: 1 };
  private fitted = true;
  private palette: Palette | undefined;
  private frame = 0;
  private hover: Scene['hover'];
  private readonly pointers = new Map<number, { x: number; y: number }>();
  private dragged = false;
  private readonly resize = new ResizeObserver(() => this.redraw());
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');

  private readonly repaint = (): void => {
    this.palette = undefined;
    this.redraw();
  };

  /** Frame times of late, for the test of smoothness. */
  readonly drawn: number[] = [];

  constructor() {
    super();
    new Follow(this, ['run', 'events', 'playhead', 'selection', 'view'], (what) => {
      if (what === 'run' || what === 'events' || what === 'view') this.laidOut = undefined;
      if (what === 'run' && !store.model.tasks.size) this.fitted = true;
      if (what === 'playhead') this.reveal();
      this.redraw();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.dark.addEventListener('change', this.repaint);
    addEventListener('ap-theme', this.repaint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resize.disconnect();
    this.dark.removeEventListener('change', this.repaint);
    removeEventListener('ap-theme', this.repaint);
  }

  override firstUpdated(): void {
    this.resize.observe(this.scroller);
    // Lit's listeners are passive where it matters not; zooming must keep the page from scrolling.
    this.canvas.addEventListener('wheel', this.wheel, { passive: false });
  }

  // --- drawing ------------------------------------------------------------------------------------------------------

  private get gutter(): number {
    return this.scroller.clientWidth < 520 ? 104 : 168;
  }

  private get whole(): View {
    const { model, axis } = store;
    const end = axis === 'time' ? model.end : model.columns.length;
    const room = this.scroller.clientWidth - this.gutter;
    // Space for the mark and the word at a lane's end, and for a step without width at its begin.
    const left = Math.min(0.1, 22 / room);
    const right = Math.min(0.4, (room < 400 ? 30 : 92) / room);
    const length = (end || 1) / (1 - left - right);
    return { begin: -length * left, end: end + length * right || 1 };
  }

  redraw(): void {
    if (this.frame || !this.hasUpdated) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  private paint(): void {
    const began = performance.now();
    const { scroller, canvas } = this;
    const width = scroller.clientWidth;
    const height = scroller.clientHeight;
    if (width === 0 || height === 0) return;
    if (this.laidOut !== store.model) {
      this.lanes = layout(store.model, store.axis);
      this.laidOut = store.model;
      const total = this.lanes.reduce((sum, lane) => sum + lane.height, AXIS);
      this.renderRoot.querySelector<HTMLElement>('.spacer')!.style.height = `${total + 8}px`;
    }
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
    draw(context, this.scene(width, height));
    this.drawn.push(performance.now() - began);
    if (this.drawn.length > 240) this.drawn.shift();
  }

  private scene(width = this.scroller.clientWidth, height = this.scroller.clientHeight): Scene {
    return {
      model: store.model, lanes: this.lanes, axis: store.axis, view: this.view, width, height, scrollTop: this.scroller.scrollTop, gutter: this.gutter,
      playhead: store.playhead, selectedTask: store.selectedTask, hover: this.hover, stale: store.stale, palette: this.palette!,
    };
  }

  private get scale(): number {
    return (this.scroller.clientWidth - this.gutter) / (this.view.end - this.view.begin || 1);
  }

  // --- moving about -------------------------------------------------------------------------------------------------

  fit(): void {
    this.fitted = true;
    this.redraw();
  }

  zoom(factor: number, around = placeOf(store, store.playhead)): void {
    const { begin, end } = this.view;
    const inside = Math.min(end, Math.max(begin, around));
    const whole = this.whole;
    const length = Math.min(whole.end - whole.begin, Math.max((end - begin) / factor, 1e-9 * Math.max(1, whole.end), store.axis === 'step' ? 2 : 0));
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
    this.view = { begin: from, end: from + length };
    this.fitted = length >= (whole.end - whole.begin) * 0.9999;
    this.tip = undefined;
    this.redraw();
  }

  /** Keeps the playhead in sight while it moves. */
  private reveal(): void {
    if (this.fitted || !this.hasUpdated) return;
    const place = placeOf(store, store.playhead);
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
      this.pan((event.deltaX || event.deltaY) / (this.scroller.clientWidth - this.gutter));
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
      this.pan((before.x - event.clientX) / (this.scroller.clientWidth - this.gutter));
    } else {
      return;
    }
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };

  private readonly up = (event: PointerEvent): void => {
    this.pointers.delete(event.pointerId);
    if (this.dragged || event.type === 'pointercancel') return;
    const { laid, place, x } = this.locate(event);
    if (laid?.lane.kind === 'task') store.select(laid.lane.task.id);
    if (x < this.gutter) return;
    const span = laid && laid.lane.kind !== 'timers' ? laid.spans[spanAt(laid, place, 4 / this.scale)] : undefined;
    // A bar leads to its own begin, empty space to the moment.
    const thin = span && (store.axis === 'time' ? span.end - span.start : 1) * this.scale < 6;
    if (span && (thin || span.state === 'running')) store.goto(span.from);
    else store.goto(store.axis === 'time' ? store.model.seqOfTime(Math.max(0, place)) : store.model.seqOfColumn(place));
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
        index >= 0 ? describeSpan(store.model, laid.spans[index]!, owner) : { title: owner, facts: laid.lane.kind === 'task' ? describeTask(store.model, laid.lane.task) : [] };
            this.tip = { x: Math.min(x + 14, this.scroller.clientWidth - 240), y: this.scroller.offsetTop + y + 16, title, facts };
    }
    if (!same) this.redraw();
  }

  private readonly leave = (): void => {
    this.hover = undefined;
    this.tip = undefined;
    this.redraw();
  };

  // --- keys ---------------------------------------------------------------------------------------------------------

  private readonly key = (event: KeyboardEvent): void => {
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
    x: () => store.set('axis', store.axis === 'time' ? 'step' : 'time'),
    ArrowLeft: () => store.step(-1),
    ArrowRight: () => store.step(1),
    ArrowUp: () => this.selectNext(-1),
    ArrowDown: () => this.selectNext(1),
    Home: () => store.first(),
    End: () => store.last(),
    ' ': () => (store.playing ? store.pause() : store.play()),
    '[': () => this.follow(-1),
    ']': () => this.follow(1),
    '?': () => this.dispatchEvent(new CustomEvent('ap-help', { bubbles: true, composed: true })),
    Escape: () => store.select(0),
  };

  private selectNext(direction: 1 | -1): void {
    const tasks = this.lanes.filter(({ lane }) => lane.kind === 'task');
    const at = tasks.findIndex(({ lane }) => lane.kind === 'task' && lane.task.id === store.selectedTask);
    const next = tasks[at < 0 ? (direction > 0 ? 0 : tasks.length - 1) : Math.max(0, Math.min(tasks.length - 1, at + direction))];
    if (next?.lane.kind !== 'task') return;
    store.select(next.lane.task.id);
    const { scroller } = this;
    if (next.top < scroller.scrollTop) scroller.scrollTop = next.top;
    if (next.top + next.height + AXIS > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = next.top + next.height + AXIS - scroller.clientHeight;
  }

  /** Back to who woke or created the selected task; forward to whom it wakes next. */
  private follow(direction: 1 | -1): void {
    const { model, playhead, selectedTask } = store;
    const task = model.tasks.get(selectedTask);
    if (!task) return;
    if (direction < 0) {
      const cause = task.wakes.findLast(({ seq }) => seq < playhead);
      if (!cause) return;
      store.goto(cause.seq);
      if (cause.by) store.select(cause.by);
      return;
    }
    for (let seq = playhead + 1; seq < model.events.length; seq++) {
      const event = model.events[seq]!;
      if (event.type !== 'task_scheduled' || event.by !== selectedTask || event.task === selectedTask) continue;
      store.goto(seq);
      store.select(event.task);
      return;
    }
  }

  // --- html ---------------------------------------------------------------------------------------------------------

  override render() {
    const { axis, stale, model } = store;
    const label = `Timeline of ${model.tasks.size} tasks over ${seconds(model.end)} s of virtual time. Arrow keys step and choose a task; question mark for all keys.`;
    return html`
      <div class="tools">
        <h2>Timeline</h2>
        <div class="group" role="group" aria-label="Axis">
          <button aria-pressed=${axis === 'time'} title="Virtual time (X)" @click=${() => store.set('axis', 'time')}>Time</button>
          <button aria-pressed=${axis === 'step'} title="A column for each step (X)" @click=${() => store.set('axis', 'step')}>Steps</button>
        </div>
        <div class="group" role="group" aria-label="Zoom">
          <button aria-label="Zoom out" title="Zoom out (S)" @click=${() => this.zoom(1 / 1.5)}>−</button>
          <button aria-label="Fit everything in" title="Show everything (F)" @click=${() => this.fit()}>Fit</button>
          <button aria-label="Zoom in" title="Zoom in (W)" @click=${() => this.zoom(1.5)}>+</button>
        </div>
        <button class="wide" title="Keys (?)" aria-label="Keys" @click=${this.keys['?']}>?</button>
      </div>
      <div class="scroll ${stale ? 'stale' : ''}" @scroll=${() => this.redraw()}>
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
          @keydown=${this.key}
        ></canvas>
      </div>
      ${model.events.length === 0 && store.phase === 'done'
        ? html`<p class="empty">${store.run.stderr || store.trouble ? 'The program did not start: the output says why.' : 'Nothing has run yet. Answer the question first, or press Run.'}</p>`
        : nothing}
      ${stale && model.events.length > 0 ? html`<div class="note">${store.phase === 'running' ? 'running …' : 'the program has changed'}</div>` : nothing}
      ${this.tip
        ? html`<div class="tip" style="left:${this.tip.x}px;top:${this.tip.y}px">
            <strong>${this.tip.title}</strong>
            <ul>${this.tip.facts.map((fact) => html`<li>${fact}</li>`)}</ul>
          </div>`
        : nothing}
      <div class="legend" aria-hidden="true">
        ${LEGEND.map(([state, pattern]) => html`<span class=${pattern} style="--c:var(--${state})"><i></i>${STATES[state].icon} ${STATES[state].word}</span>`)}
        ${Object.values(ENDS).map(({ icon, word, color }) => html`<span class="solid" style="--c:var(--${color})"><i></i>${icon} ${word}</span>`)}
      </div>
    `;
  }
}

const LEGEND = [
  ['running', 'solid'], ['ready', 'dots'], ['sleeping', 'lined'], ['waiting', 'slanted'], ['blocked', 'slanted'],
] as const;
