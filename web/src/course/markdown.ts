// Markdown of lessons as templates. Text stays text: nothing of it can become markup.
import { html, type TemplateResult } from 'lit';

export function markdown(text: string): TemplateResult {
  const paragraphs = text.trim().split(/\n\s*\n/);
  return html`${paragraphs.map((paragraph) => html`<p>${inline(paragraph)}</p>`)}`;
}

function inline(text: string): unknown[] {
  return text.split(/(`[^`]+`)/).map((part) => (part.startsWith('`') && part.length > 2 ? html`<code>${part.slice(1, -1)}</code>` : part));
}
