// <asyncio-playground>: a program of a course page, to run, see and step through. The element itself is small; what it
// shows is fetched when it comes near the window (or is clicked, or at once: the attribute `loading`).
//
//   <script type="module" src=".../asyncio-playground.js"></script>
//   <asyncio-playground view="timeline">
//     <pre><code>import asyncio ...</code></pre>
//   </asyncio-playground>
//
// Without JavaScript the code stands there to be read. An element without a program takes the code block that stands before
// it, as generators of documentation write them. See web/docs/embedding.md.
import type { Content, Player, Program, RunSummary, State } from './player.ts';
import { codeBefore, codeOf } from './page-text.ts';
import { ATTRIBUTES, dedent, readSettings, type Place } from './settings.ts';
import { WORDS, wordsOf } from './words.ts';

/** Events of the element, and what is in their `detail`. They bubble, also out of shadow roots. */
export interface Events {
  /** it has been loaded */
  ready: Record<string, never>;
  /** it is about to run; preventDefault() calls that off */
  beforerun: { code: string };
  /** a run is over; virtual seconds */
  run: { stdout: string; stderr: string; exit: number; virtual_seconds: number };
  /** it stands at another event; time in virtual seconds */
  step: { seq: number; time: number };
  /** the program was edited */
  change: { code: string };
  /** answers were checked; score from 0 to 1 */
  check: { correct: boolean; score: number; attempt: number; misconceptions: string[]; transcript: unknown };
  /** something is wrong with an attribute, or it could not be loaded or run: a sentence */
  error: { message: string };
  /** it has another height; CSS pixels */
  resize: { height: number };
}

const EVENTS = ['beforerun', 'run', 'step', 'change', 'check', 'error'] as const;

export class AsyncioPlayground extends HTMLElement {
  static readonly observedAttributes: readonly string[] = ATTRIBUTES;
  /** What the element says to a learner, by language; a course may add its own. */
  static readonly words = WORDS;

  private readonly root = this.attachShadow({ mode: 'open' });
  private player: Player | undefined;
  private loading: Promise<Player> | undefined;
  private watcher: IntersectionObserver | undefined;
  private pending = false;
  private given: string | undefined;
  /** Handing the program over, one after the other. */
  private filling: Promise<void> = Promise.resolve();
  private isFilling = false;
  private height = 0;
  private readonly sizes = new ResizeObserver(() => {
    const height = Math.ceil(this.getBoundingClientRect().height);
    if (height === this.height || height === 0) return;
    this.height = height;
    this.tell('resize', { height });
  });

  constructor() {
    super();
    for (const type of ['keydown', 'keypress', 'keyup'] as const) this.addEventListener(type, keepKey);
  }

  connectedCallback(): void {
    this.sizes.observe(this);
    if (this.player) return;
    const { settings } = readSettings((name) => this.getAttribute(name));
    this.root.adoptedStyleSheets = [sheet];
    const slot = document.createElement('slot');
    this.root.replaceChildren(slot);
    // The program, which stands in this element, has not been parsed yet when the element has just begun.
    const begin = () => {
      if (!this.isConnected || this.loading) return;
      if (settings.loading === 'eager') void this.load();
      else if (settings.loading === 'click') this.offer();
      else this.watch();
    };
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin, { once: true });
    else begin();
  }

  disconnectedCallback(): void {
    this.sizes.disconnect();
    this.watcher?.disconnect();
  }

  attributeChangedCallback(): void {
    if (!this.player || this.pending) return;
    this.pending = true;
    queueMicrotask(() => {
      this.pending = false;
      this.refill();
    });
  }

  private watch(): void {
    this.watcher = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.watcher?.disconnect();
      inTurn(() => this.load());
    }, { rootMargin: '400px 0px' });
    this.watcher.observe(this);
  }

  private offer(): void {
    const button = document.createElement('button');
    button.type = 'button';
    const words = wordsOf(this.lang);
    button.lang = words.language;
    button.textContent = `▶ ${words.open}`;
    button.addEventListener('click', () => void this.run().catch(() => undefined));
    this.root.append(button);
  }

  /** Fetches what the element shows, and shows it; the other methods do so by themselves. */
  load(): Promise<Player> {
    return (this.loading ??= (async () => {
      try {
        await import('./player.ts');
        const player = document.createElement('ap-player') as Player;
        for (const type of EVENTS) {
          player.addEventListener(`ap-${type}`, (event) => {
            event.stopPropagation();
            if (!this.tell(type, (event as CustomEvent).detail)) event.preventDefault();
          });
        }
        this.player = player;
        await this.fill();
        this.root.replaceChildren(player);
        if (this.blockBefore) this.blockBefore.whole.style.display = 'none'; // what the player shows need not be shown twice
        await player.updateComplete;
        this.tell('ready', {});
        return player;
      } catch (error) {
        this.loading = undefined;
        this.player = undefined;
        this.tell('error', { message: (error as Error).message });
        throw error;
      }
    })());
  }

  private refill(): void {
    this.isFilling = true;
    const turn = (this.filling = this.filling.then(() => this.fill()).then(async () => {
      await this.player!.updateComplete;
      await this.player!.opened;
      if (this.filling === turn) this.isFilling = false;
    }));
  }

  /** The player, with all that has been set so far. */
  private async ready(): Promise<Player> {
    const player = await this.load();
    await new Promise<void>((resolve) => queueMicrotask(resolve)); // attributes that were just set
    await this.filling;
    await player.updateComplete;
    await player.opened;
    return player;
  }

  /** Hands attributes and program to the player. */
  private async fill(): Promise<void> {
    const player = this.player!;
    const { settings, wrong } = readSettings((name) => this.getAttribute(name));
    let content: Content;
    try {
      content = await this.content();
    } catch (error) {
      wrong.push((error as Error).message);
      content = { programs: this.programs(), setup: '' };
    }
    const scenario = this.getAttribute('scenario');
    if (scenario !== null) content.scenario = scenario;
    else if (!content.programs[0]?.code) wrong.push('There is no program: put one into this element, in <pre><code>, or right before it as a code block, or give it src or scenario.');
    for (const text of wrong) this.tell('error', { message: text });
    player.settings = settings;
    player.wrong = wrong;
    player.content = content;
  }

  private async content(): Promise<Content> {
    const src = this.getAttribute('src');
    const setup = await this.setup();
    if (this.given !== undefined) return { programs: [{ label: this.title, code: this.given }], setup };
    if (!src) return { programs: this.programs(), setup };
    return { programs: [{ label: src.split('/').pop()!, code: await text(src, this.baseURI) }], setup };
  }

  /** Hidden set-up code: the attribute `template` is the id of an element that holds it, or the code itself. */
  private async setup(): Promise<string> {
    const template = this.getAttribute('template');
    if (!template) return '';
    if (!/^[\w-]+$/.test(template)) return template;
    const element = (this.getRootNode() as Document | ShadowRoot).getElementById?.(template) ?? document.getElementById(template);
    if (!element) throw new Error(`template="${template}": there is no element of that id on this page`);
    return dedent((element instanceof HTMLTemplateElement ? element.content : element).textContent ?? '');
  }

  /** The code block before this element, where nothing else says what its program is. */
  private blockBefore: ReturnType<typeof codeBefore>;

  /** The programs that stand in this element: each <pre>, or all of its text; or in the code block before it. */
  private programs(): Program[] {
    const blocks = [...this.querySelectorAll('pre, script[type="text/x-python"]')];
    if (blocks.length === 0 && this.textContent?.trim() === '' && !this.hasAttribute('src') && !this.hasAttribute('scenario')) this.blockBefore ??= codeBefore(this);
    const holders: Element[] = blocks.length > 0 ? blocks : [this.blockBefore?.block ?? this];
    return holders.map((holder) => {
      const { label, verdict } = (holder as HTMLElement).dataset;
      return {
        label: label ?? this.title,
        code: dedent(holder === this ? (this.textContent ?? '') : codeOf(holder)),
        ...(verdict === 'wrong' || verdict === 'right' ? { verdict } : {}),
      };
    });
  }

  private tell<Type extends keyof Events>(type: Type, detail: Events[Type]): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: type === 'beforerun' }));
  }

  // --- for scripts --------------------------------------------------------------------------------------------------

  /**
   * The program as it stands in the editor; may be set.
   *
   * @returns Python source text
   * @example
   * element.code = 'print(6 * 7)';
   * console.log((await element.run()).stdout); // "42\n"
   */
  get code(): string {
    if (this.given !== undefined && (this.isFilling || !this.player)) return this.given;
    return this.player?.store.source ?? this.programs()[0]?.code ?? '';
  }

  set code(source: string) {
    this.given = String(source);
    if (this.player) this.refill();
  }

  /**
   * Runs the program.
   *
   * @returns what it printed: stdout, stderr, exit, virtual_seconds; undefined when a listener of `beforerun` called it off
   * @throws Error with a sentence when the engine cannot be loaded
   * @example
   * element.code = 'import asyncio\nasyncio.run(asyncio.sleep(60))\nprint("a minute")';
   * const { stdout, exit, virtual_seconds } = await element.run();
   * console.log(stdout, exit, virtual_seconds); // "a minute\n" 0 60
   */
  async run(): Promise<RunSummary | undefined> {
    return (await this.ready()).run();
  }

  /**
   * Puts the program back as it stood in the page.
   *
   * @example
   * element.code = 'print("changed")';
   * await element.reset();
   * console.log(element.code === 'print("changed")'); // false
   */
  async reset(): Promise<void> {
    this.given = undefined;
    if (this.player) this.refill();
    await (await this.ready()).reset();
  }

  /**
   * Moves so many steps forward (or back, when negative), in a run that is over.
   *
   * @param by how many steps (1); at the ends it stays there
   * @example
   * await element.run();
   * await element.goto({ time: 0 });
   * await element.step(1);
   * console.log(element.getState().seq > 0); // true
   */
  async step(by = 1): Promise<void> {
    (await this.ready()).step(by);
  }

  /**
   * Moves to an event, a step or a time.
   *
   * @param place `{seq: 37}`, `{step: 5}` or `{time: 1.2}`, virtual seconds; beyond the end is the end
   * @example
   * await element.run();
   * element.addEventListener('step', ({ detail }) => console.log(detail.time), { once: true }); // 0
   * await element.goto({ time: 0 });
   */
  async goto(place: Place | { seq: number }): Promise<void> {
    (await this.ready()).goto(place);
  }

  /**
   * Checks the answers of the exercise as they stand.
   *
   * @returns {correct, score (0 to 1), attempt, misconceptions (ids), transcript (the answers by question)}
   * @throws TypeError where the element shows no exercise
   * @example
   * element.setAttribute('scenario', 'loop/who-is-first');
   * await element.setState({ answers: { 'a-end': 1 } });
   * const { correct, misconceptions } = await element.check();
   * console.log(correct, misconceptions); // false ["every_await_overlaps"]
   */
  async check(): Promise<unknown> {
    return (await this.ready()).check();
  }

  /**
   * What the learner has made of it, to be kept; see setState.
   *
   * @returns plain JSON: code, seq (the event where it stands, unless that is the end), answers (by question)
   * @example
   * element.code = 'print(1)';
   * console.log(element.getState()); // {"code":"print(1)"}
   */
  getState(): State {
    return { ...this.player?.getState(), code: this.code };
  }

  /**
   * Puts back what getState gave; what is missing, or does not fit, is left as it is.
   *
   * @param state of this or another visit
   * @example
   * await element.setState({ code: 'print("as before")' });
   * console.log(element.code); // "print(\"as before\")"
   */
  async setState(state: Partial<State>): Promise<void> {
    await (await this.ready()).setState(state);
  }

  /**
   * The run as a file, for download.
   *
   * @param format ndjson, text, chrome, svg, mermaid-sequence or mermaid-gantt
   * @returns a Blob
   * @throws Error with a sentence for a format that does not exist
   * @example
   * element.code = 'print(1)';
   * const story = await (await element.exportTrace('text')).text();
   * console.log(story.includes('prints')); // true
   */
  async exportTrace(format = 'ndjson'): Promise<Blob> {
    return (await this.ready()).exportTrace(format);
  }
}

let turn: Promise<unknown> = Promise.resolve();

/** One after the other, a frame between them: many that come near at once must not hold up the scrolling. */
function inTurn(work: () => Promise<unknown>): void {
  const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  turn = turn.then(work).catch(() => undefined).then(frame); // what is wrong has been told by the event `error`
}

/**
 * Slides and documentation have keys of their own (the next chapter, the search), and look whether one types by a target
 * that is hidden from them here: what is typed into the element stays in it.
 */
function keepKey(this: HTMLElement, event: KeyboardEvent): void {
  const inside = event.composedPath()[0] !== this;
  if (inside && !event.ctrlKey && !event.metaKey && !event.altKey && !/^(Tab|Escape|F\d+)$/.test(event.key)) event.stopPropagation();
}

const MAX_PROGRAM = 300_000; // bytes

async function text(address: string, base: string): Promise<string> {
  const response = await fetch(new URL(address, base)).catch(() => undefined);
  if (!response?.ok) throw new Error(`src="${address}" cannot be fetched${response ? `: the answer is ${response.status}` : ''}`);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength > MAX_PROGRAM) throw new Error(`src="${address}" is longer than ${MAX_PROGRAM} bytes`);
  return new TextDecoder().decode(bytes);
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; position: relative; }
  :host([hidden]) { display: none; }
  button { margin: 0 0 12px; padding: 6px 14px; font: 600 14px system-ui, sans-serif; cursor: pointer; }
`);

if (!customElements.get('asyncio-playground')) customElements.define('asyncio-playground', AsyncioPlayground);
