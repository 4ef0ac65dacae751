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
      void this.load();
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

  private tell(type: string, detail: unknown): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: type === 'beforerun' }));
  }

  // --- for scripts --------------------------------------------------------------------------------------------------

  /** The program as it stands in the editor. */
  get code(): string {
    if (this.given !== undefined && (this.isFilling || !this.player)) return this.given;
    return this.player?.store.source ?? this.programs()[0]?.code ?? '';
  }

  set code(source: string) {
    this.given = String(source);
    if (this.player) this.refill();
  }

  /** Runs the program. Resolves to what it printed, or undefined when a listener of `beforerun` called it off. */
  async run(): Promise<RunSummary | undefined> {
    return (await this.ready()).run();
  }

  /** Puts the program back as it stood in the page. */
  async reset(): Promise<void> {
    this.given = undefined;
    if (this.player) this.refill();
    await (await this.ready()).reset();
  }

  /** Moves so many steps forward (or back, when negative). */
  async step(by = 1): Promise<void> {
    (await this.ready()).step(by);
  }

  /** Moves to an event (`{seq: 37}`), a step (`{step: 5}`) or a time in virtual seconds (`{time: 1.2}`). */
  async goto(place: Place | { seq: number }): Promise<void> {
    (await this.ready()).goto(place);
  }

  /** Checks the answers of the exercise; resolves to {correct, score, attempt, misconceptions, transcript}. */
  async check(): Promise<unknown> {
    return (await this.ready()).check();
  }

  /** What the learner has made of it, as plain JSON; see setState. */
  getState(): State {
    return { ...this.player?.getState(), code: this.code };
  }

  async setState(state: Partial<State>): Promise<void> {
    await (await this.ready()).setState(state);
  }

  /** The run as a file: ndjson, text, chrome, svg, mermaid-sequence or mermaid-gantt. */
  async exportTrace(format = 'ndjson'): Promise<Blob> {
    return (await this.ready()).exportTrace(format);
  }
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
