// What the panels share: lists of facts, chips, tables.
import { css } from 'lit';
import { styled } from '../styled.ts';

export const panelStyles = css`
  :host {
    padding: 10px 14px 14px;
  }
  h3 {
    margin: 14px 0 6px;
    font-size: var(--small);
    font-weight: 650;
    letter-spacing: 0.04em;
    text-transform: uppercase;
    color: var(--muted);
  }
  h3:first-of-type {
    margin-top: 0;
  }
  p {
    margin: 0 0 6px;
  }
  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
  }
  .chip {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-height: 26px;
    padding: 1px 10px;
    border: 1px solid var(--edge);
    border-left: 4px solid var(--c, var(--edge-strong));
    border-radius: 6px;
    background: var(--surface);
  }
  button.chip[aria-pressed='true'] {
    background: var(--accent-soft);
  }
  .mono {
    font-family: var(--mono);
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  caption {
    text-align: left;
    padding-bottom: 6px;
    color: var(--muted);
  }
  th,
  td {
    padding: 4px 10px 4px 0;
    border-bottom: 1px solid var(--edge);
    text-align: left;
    vertical-align: top;
  }
  th {
    font-weight: 600;
    color: var(--muted);
    font-size: var(--small);
  }
  td {
    font-variant-numeric: tabular-nums;
  }
  tr.chosen td {
    background: var(--accent-soft);
  }
  td button,
  li button.link {
    min-height: 24px;
    padding: 0 2px;
    border: 0;
    background: none;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 2px;
    text-align: left;
  }
`;

/** A chip's or a note's colour, by its name in the palette: the page's CSP knows no style attributes. */
export const colour = (name: string) => styled({ '--c': `var(--${name})` });
