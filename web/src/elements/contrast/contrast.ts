// <ap-contrast>: programs above one another on one axis, with what it costs and where they part.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { runQuietly } from '../../state/quiet-run.ts';
import { store, type Axis, type Side } from '../../state/store.ts';
import { parting } from '../../trace/compare.ts';
import { layout, type LaneLayout } from '../../trace/layout.ts';
import type { TraceModel } from '../../trace/model.ts';
import { seconds, shared } from '../shared.ts';
import { AXIS, draw, readPalette } from '../timeline/draw.ts';

interface Drawn {
  side: Side;
  model: TraceModel;
  lanes: LaneLayout[];
  height: number;
}

@customElement('ap-contrast')
export class Contrast extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        height: 100%;
        overflow: auto;
      }
      .tools {
        position: sticky;
        z-index: 2;
        top: 0;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding: 8px 12px;
        background: var(--surface);
        border-bottom: 1px solid var(--edge);
      }
      h2 {
        margin: 0 auto 0 0;
        font-size: var(--body);
      }
      figure {
        margin: 0;
        border-bottom: 1px solid var(--edge);
      }
      figcaption {
        display: flex;
        gap: 10px;
        padding: 8px 12px 4px;
        font-weight: 650;
      }
      .right {
        color: var(--done);
      }
      .wrong {
        color: var(--failed);
      }
      figcaption b {
        margin-left: auto;
        font-variant-numeric: tabular-nums;
      }
      canvas {
        display: block;
        width: 100%;
      }
      .summary {
        padding: 10px 14px;
      }
      .summary p {
        margin: 0 0 4px;
      }
    `,
  ];

  @property({ attribute: false }) sides: Side[] = [];
  @property() axis: Axis = 'time';
  @property() text = '';
  @state() private drawn: Drawn[] = [];
  @state() private trouble = '';
  private readonly resize = new ResizeObserver(() => this.paint());
  private readonly repaint = () => this.paint();

  override connectedCallback(): void {
    super.connectedCallback();
    this.resize.observe(this);
    addEventListener('ap-theme', this.repaint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resize.disconnect();
    removeEventListener('ap-theme', this.repaint);
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('sides') || changed.has('axis')) void this.load();
  }

  private async load(): Promise<void> {
    const { sides, axis } = this;
    try {
      const models = await Promise.all(sides.map(({ source, options }) => runQuietly(source, options)));
      if (sides !== this.sides) return;
      this.drawn = models.map((model, i) => {
        const lanes = layout(model, axis).filter(({ lane }) => lane.kind !== 'timers');
        return { side: sides[i]!, model, lanes, height: AXIS + lanes.reduce((sum, { height }) => sum + height, 0) };
      });
      this.trouble = '';
    } catch (error) {
      this.trouble = (error as Error).message;
    }
  }

  override updated(): void {
    this.paint();
  }

  private paint(): void {
    const palette = readPalette(this);
    const end = Math.max(...this.drawn.map(({ model }) => (this.axis === 'time' ? model.end : model.columns.length)), 1e-9);
    this.renderRoot.querySelectorAll('canvas').forEach((canvas, i) => {
      const drawn = this.drawn[i];
      const width = canvas.clientWidth;
      if (!drawn || width === 0) return;
      const ratio = devicePixelRatio || 1;
      canvas.width = width * ratio;
      canvas.height = drawn.height * ratio;
      const context = canvas.getContext('2d')!;
      context.scale(ratio, ratio);
      const gutter = width < 520 ? 104 : 168;
      const room = width - gutter;
      draw(context, {
        model: drawn.model, lanes: drawn.lanes, axis: this.axis, view: { begin: -end * (14 / room), end: end * (1 + 100 / room) }, width, height: drawn.height, scrollTop: 0, gutter,
        playhead: drawn.model.lastSeq, selectedTask: 0, hover: undefined, stale: false, palette,
      });
    });
  }

  override render() {
    return html`
      <div class="tools">
        <h2>Compared on one axis</h2>
        <button @click=${() => store.compare(undefined)}>Back to one program</button>
      </div>
      ${this.trouble ? html`<p class="summary">${this.trouble}</p>` : nothing}
      ${this.drawn.map(
        ({ side, model, height }) => html`<figure>
          <figcaption class=${side.verdict}>
            <span>${VERDICTS[side.verdict]} ${side.label}</span><b>${seconds(model.end)} s</b>
          </figcaption>
          <canvas style="height:${height}px" role="img" aria-label="${side.label}: ${model.tasks.size} tasks, ${seconds(model.end)} seconds"></canvas>
        </figure>`,
      )}
      <div class="summary">${this.summary()}</div>
    `;
  }

  private summary() {
    const [first, second] = this.drawn;
    if (!first || !second) return nothing;
    const apart = Math.abs(first.model.end - second.model.end);
    const part = parting(first.model, second.model);
    return html`
      ${this.text ? html`<p>${this.text}</p>` : nothing}
      <p>
        ${apart < 1e-9 ? 'Both take the same time.' : html`<b>${first.model.end < second.model.end ? first.side.label : second.side.label}</b> is <b>${seconds(apart)} s</b> faster.`}
      </p>
      ${part
        ? html`<p class="quiet">They part at step ${part.step}. ${first.side.label}, ${seconds(part.one.t)} s: ${part.one.text} ${second.side.label}, ${seconds(part.other.t)} s: ${part.other.text}</p>`
        : nothing}
    `;
  }
}

const VERDICTS = { right: '✓', wrong: '✗', neutral: '' };
