// What the page shows, in one place. Elements read it, ask it to change, and are told when it has.
import type { Range } from '../course/constants.ts';
import { EngineClient } from '../engine/client.ts';
import type { RunOptions, RunResult } from '../engine/protocol.ts';
import { Portions } from './portions.ts';
import { SHOWN_RUN } from './shown-run.ts';
import { EventDecoder, type TraceEvent } from '../trace/events.generated.ts';
import { TraceModel, lastAtMost, outputLines, type OutputLine } from '../trace/model.ts';
import { StateHistory, type RunState } from '../trace/run-state.ts';

export type Axis = 'time' | 'step';
export type Granularity = 'iteration' | 'step' | 'line';
export type Phase = 'loading' | 'running' | 'done' | 'stopped' | 'failed';

/** A row of the debug trace, told by the engine's narrator. */
export interface TraceRow {
  seq: number;
  t: number;
  kind: 'step' | 'rule' | 'problem';
  task?: number;
  who: string;
  line?: number;
  text: string;
}

export interface Run {
  source: string;
  options: RunOptions;
  model: TraceModel;
  history: StateHistory;
  rows: TraceRow[];
  /** stderr as the terminal would show it; whole only when the run is over */
  stderr: string;
  result?: RunResult;
  truncated: boolean;
  /** what a run that is longer than its picture printed after the picture's end */
  rest: string;
}

/** How a constant of the program is named, and what it may be. */
export interface Parameter {
  name: string;
  label: string;
  unit?: string;
  min?: number;
  max?: number;
  step?: number;
}

/** What changed, so that an element can ignore the rest. */
export type Change = 'source' | 'run' | 'events' | 'playhead' | 'selection' | 'view' | 'scenario' | 'panel';

export interface Offered {
  id: string;
  label: string;
  source: string;
}

/** One of the programs that are drawn above one another. */
export interface Side {
  label: string;
  verdict: 'wrong' | 'right' | 'neutral';
  source: string;
  options: RunOptions;
}

const decoder = new TextDecoder();

export function emptyRun(source = '', options: RunOptions = {}): Run {
  const model = new TraceModel();
  return { source, options, model, history: new StateHistory(model.events), rows: [], stderr: '', truncated: false, rest: '' };
}

export class Store extends EventTarget {
  source = '';
  options: RunOptions = {};
  run: Run = emptyRun();
  private portions: Portions<Uint32Array> | undefined;
  phase: Phase = 'loading';
  /** why there is no picture, when there is none */
  trouble = '';
  playhead = 0;
  axis: Axis = 'time';
  granularity: Granularity = 'step';
  playing = false;
  speed = 1;
  selectedTask = 0;
  /** programs of a lesson to choose from, and the one that is open */
  programs: Offered[] = [];
  program = '';
  parameters: readonly Parameter[] = [];
  /** the panel that is open, and the constant whose whole range is looked at there */
  panel = 'output';
  swept: { name: string; range: Range } | undefined;
  /** shown instead of one timeline */
  contrast: { sides: Side[]; axis: Axis; text?: string } | undefined;

  /** what is shown came of the program before by an edit: pictures may move into one another */
  rerun = false;

  private readonly engine = new EngineClient(true);
  private player = 0;
  private debounce = 0;
  private latest = 0;
  private began = 0;
  private again = false;
  /** a short run is expected, which is not worth a word */
  private swift = false;

  /** A store that shows a run which has been made elsewhere. */
  static of(model: TraceModel, source: string, options: RunOptions = {}): Store {
    const store = new Store();
    store.source = source;
    store.options = options;
    store.run = { ...emptyRun(source, options), model, history: new StateHistory(model.events) };
    store.phase = 'done';
    store.playhead = model.lastSeq;
    return store;
  }

  /** Resolves when a run that has begun is drawn, at the latest after so many milliseconds. */
  async drawn(most: number): Promise<void> {
    const late = new Promise<void>((resolve) => setTimeout(resolve, most));
    const over = async () => {
      while (this.phase === 'loading' || this.phase === 'running') await new Promise((resolve) => this.addEventListener('change', resolve, { once: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    };
    await Promise.race([late, over()]);
  }

  /** The picture is not of the program that stands in the editor. */
  get stale(): boolean {
    return this.run.source !== this.source || this.phase === 'running';
  }

  /** The picture is to be marked as old: for a dragged number only when its run is slow, or all would flicker. */
  get late(): boolean {
    return this.stale && !this.swift;
  }

  /** A run is under way that takes its time. */
  get busy(): boolean {
    return this.phase === 'running' && !this.swift;
  }

  get model(): TraceModel {
    return this.run.model;
  }

  get now(): RunState {
    return this.run.history.at(this.playhead);
  }

  lines(): OutputLine[] {
    return outputLines(this.run.model.output);
  }

  changed(...what: Change[]): void {
    for (const one of what) this.dispatchEvent(new CustomEvent('change', { detail: one }));
  }

  /** Puts another program into the editor; it runs at once unless told otherwise. */
  async open(source: string, options: RunOptions = {}, run = true): Promise<void> {
    this.pause();
    this.source = source;
    this.options = options;
    this.changed('source');
    if (run) await this.start();
    else this.clear();
  }

  /** A lesson's programs, and what may be turned in them; the first is opened. */
  async offer(programs: Offered[], options: RunOptions, run: boolean, parameters: readonly Parameter[] = []): Promise<void> {
    this.programs = programs;
    this.parameters = parameters;
    this.swept = undefined;
    this.program = programs[0]?.id ?? '';
    this.contrast = undefined;
    this.changed('scenario');
    await this.open(programs[0]?.source ?? '', options, run);
  }

  async choose(id: string, run = true): Promise<void> {
    const program = this.programs.find((one) => one.id === id);
    if (!program) return;
    this.program = id;
    this.contrast = undefined;
    this.changed('scenario');
    await this.open(program.source, this.options, run);
  }

  compare(contrast: Store['contrast']): void {
    this.contrast = contrast;
    this.changed('scenario');
  }

  /** The source before the learner changed it, where there is one. */
  get original(): string | undefined {
    return this.programs.find(({ id }) => id === this.program)?.source;
  }

  /**
   * A number was dragged: the program runs again at each move, without waiting for the hand to rest. A run in progress
   * goes on to its end (it is short), and then the latest number has its turn.
   */
  tweak(source: string): void {
    if (source === this.source) return;
    this.source = source;
    clearTimeout(this.debounce);
    // The engine sets to work while the page puts the new text into the editor.
    if (this.phase === 'running' && performance.now() - this.began < 400) this.again = true;
    else void this.start({ keepPlace: true, swift: true });
    this.changed('source');
  }

  /** The learner typed: the picture follows when the typing rests. */
  edit(source: string): void {
    if (source === this.source) return;
    this.source = source;
    this.swift = false;
    this.changed('source');
    clearTimeout(this.debounce);
    this.debounce = window.setTimeout(() => void this.start({ keepPlace: true }), 400);
  }

  clear(): void {
    this.latest++;
    this.engine.stop();
    clearTimeout(this.debounce);
    this.run = emptyRun();
    this.phase = 'done';
    this.playhead = 0;
    this.selectedTask = 0;
    this.changed('run', 'playhead', 'selection');
  }

  async start({ keepPlace = false, swift = false } = {}): Promise<void> {
    clearTimeout(this.debounce);
    this.pause();
    const turn = ++this.latest;
    const run = emptyRun(this.source, this.options);
    this.rerun = keepPlace;
    const before = { run: this.run, playhead: this.playhead, atEnd: this.playhead >= this.model.lastSeq };
    // The old picture stays, marked as stale, until there is something new to draw. A short run is drawn once, when it is
    // over; a long one as it comes, a picture a frame.
    let frame = 0;
    let next = 0; // the earliest time of the next picture: a large one may not take all the time there is
    const draw = () => {
      frame = 0;
      if (turn !== this.latest) return;
      const began = performance.now();
      this.changed('run', 'events');
      setTimeout(() => (next = 4 * performance.now() - 3 * began));
    };
    const show = () => {
      this.run = run;
      if (performance.now() >= next) frame ||= requestAnimationFrame(draw);
    };
    this.phase = 'running';
    this.began = performance.now();
    this.again = false;
    this.trouble = '';
    this.swift = swift;
    const slow = () => {
      if (turn !== this.latest || this.phase !== 'running') return;
      this.swift = false;
      this.changed('run');
    };
    if (keepPlace) setTimeout(slow, 120);
    else slow();

    const events = new EventDecoder();
    const stdout: Uint8Array[] = [];
    const stderr: Uint8Array[] = [];
    const text: Uint8Array[] = [];
    const portions = (this.portions = new Portions<Uint32Array>((words) => {
      if (turn !== this.latest) return;
      const portion: TraceEvent[] = [];
      events.decode(words, portion);
      run.model.push(portion);
      show();
      this.playhead = run.model.lastSeq;
    }));
    const outcome = await this.engine.run(
      run.source,
      { ...this.options, ...SHOWN_RUN, events: true, format: 'rows' },
      {
        events: (words) => portions.push(words),
        stdout: (bytes) => stdout.push(bytes),
        stderr: (bytes) => stderr.push(bytes),
        text: (bytes) => text.push(bytes),
      },
    );
    if (outcome.kind === 'stopped' || turn !== this.latest) portions.clear();
    const cutOff = !(await portions.done());
    cancelAnimationFrame(frame);
    if (turn !== this.latest) return;
    this.run = run;
    run.stderr = join(stderr);
    run.rows = parseRows(join(text));
    this.phase = outcome.kind;
    if (outcome.kind === 'failed') this.trouble = outcome.message;
    if (outcome.kind === 'done') {
      run.result = outcome.result;
      run.truncated = outcome.truncated || cutOff;
      if (run.truncated) run.rest = join(stdout).slice(run.model.output.reduce((sum, { stream, text }) => sum + (stream === 'stdout' ? text.length : 0), 0));
      if (outcome.result.error) this.trouble = outcome.result.error;
    }
    // A run that is looked at for the first time stands at its end, where the whole picture is.
    this.playhead = keepPlace && !before.atEnd ? Math.min(before.playhead, run.model.lastSeq) : run.model.lastSeq;
    if (!run.model.tasks.has(this.selectedTask)) this.selectedTask = 0;
    this.changed('run', 'playhead', 'selection');
    if (this.again) await this.start({ keepPlace: true, swift: true });
  }

  stop(): void {
    clearTimeout(this.debounce);
    this.engine.stop();
    this.portions?.clear();
  }

  // --- stepping -----------------------------------------------------------------------------------------------------

  private get stops(): readonly number[] {
    const { stops } = this.model;
    const wanted = stops[this.granularity];
    return wanted.length > 0 ? wanted : stops.step;
  }

  /** Where the playhead stands among the stops: {at, of}, from 1. */
  get place(): { at: number; of: number } {
    const { stops } = this;
    if (stops.length === 0) return { at: 0, of: 0 };
    return { at: this.playhead < stops[0]! ? 0 : lastAtMost(stops, this.playhead) + 1, of: stops.length };
  }

  goto(seq: number): void {
    const to = Math.max(0, Math.min(seq, this.model.lastSeq));
    if (to === this.playhead) return;
    this.playhead = to;
    this.changed('playhead');
  }

  step(direction: 1 | -1): void {
    const { stops } = this;
    if (stops.length === 0) return;
    const k = lastAtMost(stops, this.playhead);
    if (direction > 0) this.goto(this.playhead < stops[0]! ? stops[0]! : (stops[k + 1] ?? this.model.lastSeq));
    else this.goto(this.playhead > stops[k]! ? stops[k]! : (stops[k - 1] ?? 0));
  }

  gotoPlace(at: number): void {
    const seq = this.stops[at - 1];
    if (seq !== undefined) this.goto(seq);
  }

  /** To the next time that a line of the program is about to run, and from the last time on to the first again. */
  gotoLine(line: number): void {
    if (this.stale) return;
    const reached = this.model.lines.get(line) ?? [];
    const next = reached.find((seq) => seq > this.playhead) ?? reached[0];
    if (next !== undefined) this.goto(next);
  }

  first(): void {
    this.goto(this.stops[0] ?? 0);
  }

  last(): void {
    this.goto(this.model.lastSeq);
  }

  play(): void {
    if (this.model.events.length === 0) return;
    if (this.playhead >= this.model.lastSeq) this.goto(this.stops[0] ?? 0);
    this.playing = true;
    this.changed('view');
    const tick = () => {
      if (!this.playing) return;
      this.step(1);
      if (this.playhead >= this.model.lastSeq) this.pause();
      else this.player = window.setTimeout(tick, 800 / this.speed);
    };
    this.player = window.setTimeout(tick, 800 / this.speed);
  }

  pause(): void {
    if (!this.playing) return;
    clearTimeout(this.player);
    this.playing = false;
    this.changed('view');
  }

  set<K extends 'axis' | 'granularity' | 'speed'>(key: K, value: this[K]): void {
    (this as Store)[key] = value as never;
    this.changed('view');
  }

  /** Opens a panel. */
  show(panel: string): void {
    this.panel = panel;
    this.changed('panel');
  }

  sweep(name: string, range: Range): void {
    this.swept = { name, range };
    this.show('what-if');
  }

  select(task: number): void {
    if (task === this.selectedTask) return;
    this.selectedTask = task;
    this.changed('selection');
  }
}

function join(pieces: readonly Uint8Array[]): string {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return decoder.decode(whole);
}

function parseRows(text: string): TraceRow[] {
  const rows: TraceRow[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    try {
      rows.push(JSON.parse(line) as TraceRow);
    } catch {
      break; // a stopped run may end in the middle of a row
    }
  }
  return rows;
}

