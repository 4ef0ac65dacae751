// What the timeline's pictures are painted with: the page's colours, a pattern for each state, measured text.
import type { SpanState } from '../../trace/model.ts';

const NAMES = ['text', 'muted', 'edge', 'edge-strong', 'surface', 'sunken', 'accent', 'accent-soft', 'mark', 'running', 'ready', 'waiting', 'sleeping', 'blocked', 'cancelled',
  'failed', 'done', 'idle', 'thread', 'timer'] as const;

export type Palette = Record<(typeof NAMES)[number], string>;

/** The colours as they are where the element stands: light or dark. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as Palette;
}

const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "Noto Color Emoji", sans-serif';
export const font = (size: number, weight = 400): string => `${weight} ${size}px ${SANS}`;

// --- text -----------------------------------------------------------------------------------------------------------

const widths = new Map<string, number>();

/** Width of a text in the context's font; measuring is what costs most when many bars have words. */
export function widthOf(context: CanvasRenderingContext2D, text: string): number {
  const key = context.font + text;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 4000) widths.clear();
    widths.set(key, (width = context.measureText(text).width));
  }
  return width;
}

/** The text, or as much of its begin as there is room for. */
export function shorten(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (widthOf(context, text) <= room) return text;
  const characters = [...text];
  let low = 0;
  let high = characters.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (widthOf(context, characters.slice(0, middle).join('') + '…') <= room) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : characters.slice(0, low).join('').trimEnd() + '…';
}

export function rounded(context: CanvasRenderingContext2D, x: number, y: number, w: number, h: number, r: number): void {
  context.beginPath();
  context.roundRect(x, y, w, h, Math.max(0, Math.min(r, w / 2, h / 2)));
}

// --- patterns -------------------------------------------------------------------------------------------------------

export type Patterns = Record<SpanState, CanvasPattern | string>;
const made = new WeakMap<Palette, Patterns>();

/** States are told apart without their colours, too. */
export function patternsFor(context: CanvasRenderingContext2D, palette: Palette): Patterns {
  const known = made.get(palette);
  if (known) return known;
  const tile = (size: number, color: string, base: number, paint: (c: CanvasRenderingContext2D) => void): CanvasPattern => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = size;
    const c = canvas.getContext('2d')!;
    c.fillStyle = c.strokeStyle = color;
    c.globalAlpha = base;
    c.fillRect(0, 0, size, size);
    c.globalAlpha = 1;
    paint(c);
    return context.createPattern(canvas, 'repeat')!;
  };
  const slanted = (c: CanvasRenderingContext2D, size: number, width: number) => {
    c.lineWidth = width;
    c.beginPath();
    for (const shift of [-size, 0, size]) {
      c.moveTo(shift - 1, size + 1);
      c.lineTo(shift + size + 1, -1);
    }
    c.stroke();
  };
  const patterns: Patterns = {
    running: palette.running,
    blocked: tile(10, palette.blocked, 0.75, (c) => slanted(c, 10, 3.5)),
    ready: tile(6, palette.ready, 0.25, (c) => {
      c.beginPath();
      c.arc(3, 3, 1.4, 0, 7);
      c.fill();
    }),
    waiting: tile(8, palette.waiting, 0.14, (c) => {
      c.globalAlpha = 0.5;
      slanted(c, 8, 1.2);
    }),
    sleeping: tile(6, palette.sleeping, 0.22, (c) => {
      c.globalAlpha = 0.35;
      c.fillRect(0, 2, 6, 1);
    }),
    idle: palette.idle,
    thread: tile(6, palette.thread, 0.45, (c) => {
      c.globalAlpha = 0.5;
      c.fillRect(0, 1, 6, 2);
    }),
    timer: tile(4, palette.timer, 0.12, () => undefined),
  };
  made.set(palette, patterns);
  return patterns;
}
