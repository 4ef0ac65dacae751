// Styles that are computed, set property by property: the page's CSP knows no style attributes, which Lit's styleMap
// writes the first time.
//   html`<i ${styled({ width: '50%' })}></i>`
import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

class Styled extends Directive {
  override render(_styles: Record<string, string>): symbol {
    return noChange;
  }

  override update(part: ElementPart, [styles]: [Record<string, string>]): symbol {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(styles)) style.setProperty(name, value);
    return noChange;
  }
}

export const styled = directive(Styled);
