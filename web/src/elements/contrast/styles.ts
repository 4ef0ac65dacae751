// Looks of <ap-contrast>.
import { css } from 'lit';

export const contrastStyles = css`
  :host {
    height: 100%;
    overflow: auto;
  }
  .tools {
    position: sticky;
    z-index: 4;
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
    font-weight: 650;
  }
  figure {
    margin: 0;
    border-top: 1px solid var(--edge);
  }
  figcaption {
    display: flex;
    gap: 10px;
    padding: 8px 12px 6px;
    font-weight: 650;
  }
  .right {
    color: var(--done);
    --c: var(--done);
  }
  .wrong {
    color: var(--failed);
    --c: var(--failed);
  }
  .neutral {
    --c: var(--accent);
  }
  figcaption b {
    margin-left: auto;
    font-variant-numeric: tabular-nums;
  }
  .words {
    min-height: 2.6em;
    margin: 0;
    padding: 6px 14px;
    background: var(--sunken);
    border-top: 1px solid var(--edge);
    overflow-wrap: anywhere;
  }
  .words b {
    margin-right: 6px;
    color: var(--accent);
    font-variant-numeric: tabular-nums;
  }
  .summary {
    margin: 0;
    padding: 12px 14px;
  }
  .summary p {
    margin: 0 0 6px;
    max-width: 78ch;
  }
  .part button {
    min-height: 26px;
    margin-left: 4px;
    padding: 0 8px;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(80px, max-content) 1fr;
    gap: 4px 12px;
    align-items: center;
    margin: 0 0 10px;
  }
  dt {
    overflow-wrap: anywhere;
  }
  dd {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0;
    padding-right: 60px;
  }
  dd i {
    flex: none;
    max-width: 100%;
    height: 12px;
    border-radius: 6px;
    background: var(--c);
  }
  dd b {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
`;
