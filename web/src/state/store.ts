// What the page shows, in one place. Elements read it, ask it to change, and are told when it has.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { EngineClient } from '../engine/client.ts';
import type { RunOptions, RunResult } from '../engine/protocol.ts';
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
}

/** What changed, so that an element can ignore the rest. */
export type Change = 'source' | 'run' | 'events' | 'playhead' | 'selection' | 'view' | 'scenario';

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
  return { source, options, model, history: new StateHistory(model.events), rows: [], stderr: '', truncated: false };
}

export class Store extends EventTarget {
  source = '';
  options: RunOptions = {};
  run: Run = emptyRun();
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
  /** shown instead of one timeline */
  contrast: { sides: Side[]; axis: Axis; text?: string } | undefined;

  private readonly engine = new EngineClient();
  private player = 0;
  private debounce = 0;
  private latest = 0;
  private began = 0;
  private again = false;

  /** The picture is not of the program that stands in the editor. */
  get stale(): boolean {
    return this.run.source !== this.source || this.phase === 'running';
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

  /** A lesson's programs; the first is opened. */
  async offer(programs: Offered[], options: RunOptions, run: boolean): Promise<void> {
    this.programs = programs;
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
    this.changed('source');
    if (this.phase === 'running' && performance.now() - this.began < 400) this.again = true;
    else void this.start({ keepPlace: true });
  }

  /** The learner typed: the picture follows when the typing rests. */
  edit(source: string): void {
    if (source === this.source) return;
    this.source = source;
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

  async start({ keepPlace = false } = {}): Promise<void> {
    clearTimeout(this.debounce);
    this.pause();
    const turn = ++this.latest;
    const run = emptyRun(this.source, this.options);
    const before = { run: this.run, playhead: this.playhead, atEnd: this.playhead >= this.model.lastSeq };
    let shown = false;
    // The old picture stays, marked as stale, until there is something new to draw.
    const show = () => {
      if (shown) return;
      shown = true;
      this.run = run;
      this.changed('run');
    };
    this.phase = 'running';
    this.began = performance.now();
    this.again = false;
    this.trouble = '';
    this.changed('run');

    const events = new EventDecoder();
    const stderr: Uint8Array[] = [];
    const text: Uint8Array[] = [];
    const outcome = await this.engine.run(
      run.source,
      { ...this.options, events: true, format: 'rows', lines: true, categories: 'default,lines' },
      {
        events: (words) => {
          if (turn !== this.latest) return;
          const portion: TraceEvent[] = [];
          events.decode(words, portion);
          run.model.push(portion);
          show();
          this.playhead = run.model.lastSeq;
          this.changed('events');
        },
        stderr: (bytes) => stderr.push(bytes),
        text: (bytes) => text.push(bytes),
      },
    );
    if (turn !== this.latest) return;
    show();
    run.stderr = join(stderr);
    run.rows = parseRows(join(text));
    this.phase = outcome.kind;
    if (outcome.kind === 'failed') this.trouble = outcome.message;
    if (outcome.kind === 'done') {
      run.result = outcome.result;
      run.truncated = outcome.truncated;
      if (outcome.result.error) this.trouble = outcome.result.error;
    }
    // A run that is looked at for the first time stands at its end, where the whole picture is.
    this.playhead = keepPlace && !before.atEnd ? Math.min(before.playhead, run.model.lastSeq) : run.model.lastSeq;
    if (!run.model.tasks.has(this.selectedTask)) this.selectedTask = 0;
    this.changed('run', 'playhead', 'selection');
    if (this.again) await this.start({ keepPlace: true });
  }

  stop(): void {
    clearTimeout(this.debounce);
    this.engine.stop();
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

export const store = new Store();

/** Makes an element follow the store: it is drawn again when something of `what` has changed. */
export class Follow implements ReactiveController {
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly what: readonly Change[],
    private readonly then?: (what: Change) => void,
  ) {
    host.addController(this);
  }

  private readonly listen = (event: Event): void => {
    const what = (event as CustomEvent<Change>).detail;
    if (!this.what.includes(what)) return;
    this.then?.(what);
    this.host.requestUpdate();
  };

  hostConnected(): void {
    store.addEventListener('change', this.listen);
  }

  hostDisconnected(): void {
    store.removeEventListener('change', this.listen);
  }
}
