// Markdown of lessons: marked reads it, its tokens become templates. Text stays text: nothing of it can become markup.
import { html, type TemplateResult } from 'lit';
import { Lexer, type Token, type Tokens } from 'marked';

type Piece = TemplateResult | string;

export function markdown(text: string): Piece[] {
  return new Lexer({ gfm: true }).lex(text).map(block);
}

/** One line without a paragraph around it, for prompts and list items. */
export function inlineMarkdown(text: string): Piece[] {
  return new Lexer({ gfm: true }).inlineTokens(text).map(inline);
}

function block(token: Token): Piece {
  switch (token.type) {
    case 'paragraph':
      return html`<p>${inlines(token)}</p>`;
    case 'heading':
      return html`<h3>${inlines(token)}</h3>`;
    case 'code':
      return html`<pre><code>${(token as Tokens.Code).text}</code></pre>`;
    case 'blockquote':
      return html`<blockquote>${(token.tokens ?? []).map(block)}</blockquote>`;
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      const list = items.map((item) => html`<li>${item.tokens.map(block)}</li>`);
      return ordered ? html`<ol>${list}</ol>` : html`<ul>${list}</ul>`;
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return html`<table>
        <thead><tr>${header.map((cell) => html`<th>${cell.tokens.map(inline)}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell.tokens.map(inline)}</td>`)}</tr>`)}</tbody>
      </table>`;
    }
    case 'space':
      return '';
    default:
      return inline(token);
  }
}

function inlines(token: Token): Piece[] {
  return ('tokens' in token ? token.tokens : undefined)?.map(inline) ?? [];
}

function inline(token: Token): Piece {
  switch (token.type) {
    case 'strong':
      return html`<strong>${inlines(token)}</strong>`;
    case 'em':
      return html`<em>${inlines(token)}</em>`;
    case 'codespan':
      return html`<code>${(token as Tokens.Codespan).text}</code>`;
    case 'br':
      return html`<br />`;
    case 'link': {
      const href = address((token as Tokens.Link).href);
      return href ? html`<a href=${href}>${inlines(token)}</a>` : html`${inlines(token)}`;
    }
    case 'escape':
      return (token as Tokens.Escape).text;
    default:
      return 'tokens' in token && token.tokens ? html`${inlines(token)}` : 'text' in token ? String(token.text) : token.raw;
  }
}

/** Links of the course's own kinds, and https; nothing else becomes a link. */
function address(href: string): string | undefined {
  const [kind, rest] = [href.slice(0, href.indexOf(':')), href.slice(href.indexOf(':') + 1)];
  if (kind === 'scenario') return `#course/${rest}`;
  if (kind === 'errata') return `#errata/${rest}`;
  if (kind === 'belief') return `#belief/${rest}`;
  return kind === 'https' ? href : undefined;
}
