// <ap-contrast>: programs above one another on one axis, stepped together, with what it costs and where they part.
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styled } from '../styled.ts';
import { runQuietly } from '../../state/quiet-run.ts';
import { Store, type Axis, type Change, type Side } from '../../state/store.ts';
import { parting, type Parting } from '../../trace/compare.ts';
import { lastAtMost } from '../../trace/model.ts';
import { narrate } from '../../trace/narrate.ts';
import { seconds, shared } from '../shared.ts';
import '../timeline/timeline.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { View } from '../timeline/scene.ts';
import { contrastStyles } from './styles.ts';

interface Shown {
  side: Side;
  store: Store;
}

@customElement('ap-contrast')
export class Contrast extends LitElement {
  static override styles = [shared, contrastStyles];

  @property({ attribute: false }) sides: Side[] = [];
  @property() axis: Axis = 'time';
  @property() text = '';
  @state() private shown: Shown[] = [];
  @state() private trouble = '';
  private parted: Parting | undefined;
  private together = false;
  /** where on the axis all of them stand */
  @state() private place: number | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('sides')) void this.load();
    if (changed.has('axis')) {
      this.place = undefined;
      for (const { store } of this.shown) store.set('axis', this.axis);
    }
  }

  private async load(): Promise<void> {
    const { sides } = this;
    this.shown = [];
    this.trouble = '';
    try {
      const models = await Promise.all(sides.map(({ source, options }) => runQuietly(source, options)));
      if (sides !== this.sides) return;
      this.parted = models.length > 1 ? parting(models[0]!, models[1]!) : undefined;
      this.shown = models.map((model, i) => {
        const side = sides[i]!;
        const store = Store.of(model, side.source, side.options);
        store.axis = this.axis;
        store.addEventListener('change', (event) => this.follow(store, (event as CustomEvent<Change>).detail));
        return { side, store };
      });
    } catch (error) {
      this.trouble = (error as Error).message;
    }
  }

  // --- moving together ----------------------------------------------------------------------------------------------

  /** One playhead was moved: the others go to the same place of the axis. */
  private follow(moved: Store, what: Change): void {
    this.requestUpdate();
    if (this.together) return;
    if (what === 'playhead') this.placeAt(this.placeOf(moved), moved);
    if (what === 'view' && moved.axis !== this.axis) this.axis = moved.axis;
  }

  private placeOf({ model, playhead }: Store): number {
    return this.axis === 'time' ? model.timeAt(playhead) : model.columnOf(playhead);
  }

  /** The playhead of a timeline stands at its last event up to the place. */
  private placeAt(place: number, except?: Store): void {
    this.place = place;
    this.together = true;
    for (const { store } of this.shown) {
      if (store === except) continue;
      store.goto(this.axis === 'time' ? store.model.seqOfTime(place + 1e-9) : store.model.seqOfColumn(Math.min(place, store.model.columns.length)));
    }
    this.together = false;
  }

  /** To the next place at which anything happens in any of them. */
  private step(direction: 1 | -1): void {
    const here = this.place ?? Math.max(...this.shown.map(({ store }) => this.placeOf(store)));
    const slack = 1e-9 * Math.max(1, here);
    const next = this.shown.flatMap(({ store: { model } }) => {
      const { step } = model.stops;
      const places = this.axis === 'time' ? step.map((seq) => model.timeAt(seq)) : step.map((seq) => Math.floor(model.columnOf(seq)));
      if (direction > 0) return places.find((place) => place > here + slack) ?? [];
      const k = lastAtMost(places, here - slack * 2);
      return places[k] !== undefined && places[k]! < here - slack ? places[k]! : [];
    });
    if (next.length > 0) this.placeAt(direction > 0 ? Math.min(...next) : Math.max(...next));
  }

  private showParting(): void {
    const { parted: part, shown } = this;
    if (!part) return;
    this.together = true;
    this.place = undefined;
    shown[0]!.store.goto(part.one.seq);
    shown[1]!.store.goto(part.other.seq);
    this.together = false;
  }

  private readonly viewed = (event: CustomEvent<View | undefined>): void => {
    for (const timeline of this.renderRoot.querySelectorAll<Timeline>('ap-timeline')) if (timeline !== event.target) timeline.show(event.detail);
  };

  // --- html ---------------------------------------------------------------------------------------------------------

  override render() {
    const { shown, axis } = this;
    const reach = Math.max(0, ...shown.map(({ store: { model } }) => (axis === 'time' ? model.end : model.columns.length)));
    const longest = Math.max(1e-9, ...shown.map(({ store: { model } }) => model.end));
    const flags = [this.parted?.one.seq, this.parted?.other.seq];
    return html`
      <div class="tools">
        <h2>Compared on one axis</h2>
        <div class="group" role="group" aria-label="Step in all programs">
          <button aria-label="Step back in all" title="Step back in all" @click=${() => this.step(-1)}>◂</button>
          <button aria-label="Step forward in all" title="Step forward in all" @click=${() => this.step(1)}>▸</button>
        </div>
        <div class="group" role="group" aria-label="Axis">
          <button aria-pressed=${axis === 'time'} @click=${() => (this.axis = 'time')}>Time</button>
          <button aria-pressed=${axis === 'step'} @click=${() => (this.axis = 'step')}>Steps</button>
        </div>
        <button class="primary" @click=${() => this.dispatchEvent(new CustomEvent('ap-close', { bubbles: true, composed: true }))}>Back to one program</button>
      </div>
      ${this.trouble ? html`<p class="summary" role="alert">${this.trouble}</p>` : nothing}
      ${shown.length > 0 ? html`<div class="summary">${this.summary(longest)}</div>` : html`<p class="summary quiet">running …</p>`}
      ${shown.map(
        ({ side, store }, i) => html`<figure>
          <figcaption class=${side.verdict}><span>${VERDICTS[side.verdict]} ${side.label}</span><b>${seconds(store.model.end)} s</b></figcaption>
          <ap-timeline bare .heading=${side.label} .store=${store} .reach=${reach} .flag=${flags[i]} @ap-view=${this.viewed}></ap-timeline>
          <p class="words"><b>${seconds(axis === 'time' && this.place !== undefined ? Math.min(this.place, store.model.end) : store.model.timeAt(store.playhead))} s</b> ${narrate(store.run, store.playhead)}</p>
        </figure>`,
      )}
    `;
  }

  private summary(longest: number): TemplateResult {
    const [first, second] = this.shown;
    if (!first || !second) return html``;
    const byLength = this.shown.toSorted((one, other) => one.store.model.end - other.store.model.end);
    const [best, worst] = [byLength[0]!, byLength.at(-1)!];
    const [a, b] = [best.store.model.end, worst.store.model.end];
    const { parted: part } = this;
    return html`
      ${this.text ? html`<p>${this.text}</p>` : nothing}
      <dl>
        ${this.shown.map(
          ({ side, store: { model } }) => html`<dt>${side.label}</dt>
            <dd><i class=${side.verdict} ${styled({ width: `${Math.max(0.5, (model.end / longest) * 100)}%` })}></i><b>${seconds(model.end)} s</b></dd>`,
        )}
      </dl>
      <p>
        ${b - a < 1e-9
          ? html`${this.shown.length === 2 ? 'Both' : 'All'} take <b>the same time</b>.`
          : html`<b>${best.side.label}</b> takes <b>${seconds(b - a)} s less</b> than ${worst.side.label}${a > 0 ? html`: it is ${times(b / a)}` : nothing}.`}
        ${part ? nothing : 'They are alike from the first step to the last.'}
      </p>
      ${part
        ? html`<p class="part">
            They part at step ${part.step} (${seconds(part.one.t)} s): in <b>${first.side.label}</b>, ${uncapital(part.one.text)} In <b>${second.side.label}</b>, ${uncapital(part.other.text)}
            <button @click=${() => this.showParting()}>Show it</button>
          </p>`
        : nothing}
    `;
  }
}

const VERDICTS = { right: '✓', wrong: '✗', neutral: '' };
const times = (factor: number): string => `${Math.round(factor * 10) / 10} times as fast`;
const uncapital = (text: string): string => (/^(The|Nothing|A|It|Iteration|Deadlock)\b/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text);
