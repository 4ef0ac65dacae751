// A list that follows the playhead keeps its current row where it can be seen.
import type { LitElement, ReactiveController } from 'lit';

const above = (element: Element): Element | null => element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;

/** The box of its own that scrolls around an element; the page is none. */
function scrollerOf(element: Element): Element | null {
  let box = above(element);
  while (box && box !== document.body && !/auto|scroll/.test(getComputedStyle(box).overflowY)) box = above(box);
  return box === document.body ? null : box;
}

/**
 * Brings an element into sight within the box that scrolls around it. Unlike scrollIntoView it leaves the page itself where the
 * reader has put it: on a phone the panels stand one below the other, and the page would jump. `margin`: pixels that stay free
 * on the left and the right of it.
 */
export function keepInSight(element: Element | null | undefined, margin = 0): void {
  const box = element && scrollerOf(element);
  if (!box) return;
  const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
  if (inner.top < outer.top) box.scrollTop -= outer.top - inner.top;
  else if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom;
  if (inner.left - margin < outer.left) box.scrollLeft -= outer.left - inner.left + margin;
  else if (inner.right + margin > outer.right) box.scrollLeft += inner.right - outer.right + margin;
}

/** Keeps the `.current` row of a list in sight: when it is another one, and when the box around the list changes its size. */
export class CurrentInSight implements ReactiveController {
  private shown = '';
  private box: Element | null = null;
  private readonly resized = new ResizeObserver(() => keepInSight(this.current));
  private frame = 0;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  private get current(): Element | null {
    return this.host.renderRoot.querySelector('.current');
  }

  /** Looking for the row costs a layout, so only when it is another one. */
  hostUpdated(): void {
    const current = this.current;
    const shown = current ? `${[...current.closest('ol')!.children].indexOf(current.parentElement!)} ${current.textContent}` : '';
    if (shown === this.shown) return;
    this.shown = shown;
    // With the frame's own layout: here, each list would cost one.
    this.frame ||= requestAnimationFrame(() => this.look());
  }

  private look(): void {
    this.frame = 0;
    const { current } = this;
    const box = current && scrollerOf(current);
    if (box && box !== this.box) {
      this.resized.disconnect();
      this.resized.observe(box);
      this.box = box;
    }
    keepInSight(current);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.resized.disconnect();
    [this.box, this.shown] = [null, ''];
  }
}
