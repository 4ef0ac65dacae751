// Styles that every element shares: buttons, focus, headings, things for screen readers only.
import { css } from 'lit';

export const shared = css`
  :host {
    display: block;
    box-sizing: border-box;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
    /* The font shorthand sets it back. */
    font-variant-emoji: unicode;
  }
  [hidden] {
    display: none !important;
  }
  button,
  select,
  input {
    font: inherit;
    color: inherit;
  }
  button,
  select {
    min-height: 30px;
    padding: 3px 10px;
    border: 1px solid var(--edge);
    border-radius: 7px;
    background: var(--surface);
    cursor: pointer;
  }
  button:hover:not(:disabled),
  select:hover {
    border-color: var(--edge-strong);
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  button[aria-pressed='true'],
  button[aria-checked='true'] {
    background: var(--accent-soft);
    border-color: var(--accent);
    color: var(--accent);
  }
  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  button.bare {
    border-color: transparent;
    background: none;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .group {
    display: inline-flex;
  }
  .group > button {
    border-radius: 0;
    margin-left: -1px;
  }
  .group > button:first-child {
    border-radius: 7px 0 0 7px;
    margin-left: 0;
  }
  .group > button:last-child {
    border-radius: 0 7px 7px 0;
  }
  .group > button[aria-pressed='true'] {
    z-index: 1;
  }
  .quiet {
    color: var(--muted);
  }
  .mono {
    font-family: var(--mono);
  }
  .for-readers {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  kbd {
    font: var(--small) var(--mono);
    padding: 1px 5px;
    border: 1px solid var(--edge);
    border-bottom-width: 2px;
    border-radius: 4px;
    background: var(--sunken);
  }
`;

/** Seconds as people read them: 0.0, 1.5, 12.25. */
export function seconds(t: number): string {
  const rounded = Math.round(t * 1e6) / 1e6;
  return Number.isInteger(rounded) ? rounded.toFixed(1) : String(rounded);
}
