// Programs as they stand in a page: in a <pre> of the element, or in the code block before it, as generators of
// documentation write them.

/** Line numbers that a highlighter has put between the text. */
const NUMBERS = '.linenos, .lineno, .linenodiv, .line-number, .line-numbers-rows';

/** The text of a code block, without line numbers; where a highlighter ends lines by <br> alone (Docusaurus), those are lines. */
export function codeOf(block: Element): string {
  const codes = block.querySelectorAll('code');
  const holder = (codes.length === 1 ? codes[0]! : block).cloneNode(true) as Element;
  for (const number of holder.querySelectorAll(NUMBERS)) number.remove();
  if (!holder.textContent?.includes('\n')) for (const br of holder.querySelectorAll('br')) br.replaceWith('\n');
  return holder.textContent ?? '';
}

/**
 * The code block right before an element: `block` holds the text, `whole` is all that there is to see of it (the frame that
 * a highlighter has put around it). Undefined where other text stands between.
 */
export function codeBefore(element: Element): { block: Element; whole: HTMLElement } | undefined {
  let node: Node = element;
  for (;;) {
    let before: Node | null = node.previousSibling;
    while (before && !isSeen(before)) before = before.previousSibling;
    if (before) {
      if (!(before instanceof HTMLElement)) return undefined;
      // A table of line numbers and lines: the lines come last. Of a whole section only its last child counts.
      const block = before.matches('pre') ? before : [...before.querySelectorAll('pre')].at(-1);
      return block && isAlone(block, before) ? { block, whole: before } : undefined;
    }
    const parent: Node | null = node.parentNode;
    if (!(parent instanceof HTMLElement) || parent === document.body) return undefined;
    node = parent;
  }
}

const isSeen = (node: Node): boolean =>
  node instanceof Element ? !node.matches('script, style, template, link') && (node.querySelector('pre') !== null || node.textContent?.trim() !== '') : node instanceof Text && node.data.trim() !== '';

/** Is there next to no other text around a code block than a heading, a button or line numbers? */
function isAlone(block: Element, whole: Element): boolean {
  return (whole.textContent ?? '').trim().length - (block.textContent ?? '').trim().length <= 300 && !whole.matches('asyncio-playground') && whole.querySelector('asyncio-playground, h1, h2, h3, h4, p') === null;
}
