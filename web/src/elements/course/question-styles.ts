import { css } from 'lit';

export const questionStyles = css`
  :host {
    margin-top: 16px;
    padding: 14px 16px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    font-size: var(--body);
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: 650;
  }
  ol,
  ul {
    margin: 10px 0;
    padding: 0;
    list-style: none;
  }
  .order li {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-bottom: 5px;
    padding: 2px 4px 2px 12px;
    border: 1px solid var(--edge);
    border-radius: 7px;
    background: var(--sunken);
    font-family: var(--mono);
    cursor: grab;
  }
  .order li span {
    flex: 1;
    overflow-wrap: anywhere;
  }
  .order li.out span {
    text-decoration: line-through;
    color: var(--muted);
  }
  .order li button {
    min-width: 28px;
    min-height: 26px;
    padding: 0 7px;
  }
  .choice label {
    display: flex;
    gap: 10px;
    padding: 4px 0;
    min-height: 26px;
  }
  .choice input {
    flex: none;
    width: 18px;
    height: 18px;
    margin: 2px 0 0;
    accent-color: var(--accent);
  }
  .match li {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 10px;
    margin-bottom: 6px;
  }
  .match select {
    max-width: 60%;
  }
  .films li {
    display: flex;
    gap: 10px;
    margin-bottom: 10px;
  }
  .film {
    flex: 1;
    display: block;
  }
  .film > span {
    display: flex;
    align-items: center;
    gap: 8px;
    height: 20px;
    font-size: var(--small);
  }
  .film i {
    flex: 0 0 64px;
    overflow: hidden;
    text-overflow: ellipsis;
    font-style: normal;
    text-align: right;
    color: var(--muted);
  }
  .film em {
    flex: 1;
    position: relative;
    height: 14px;
    background: var(--sunken);
    border-radius: 3px;
  }
  .film u {
    position: absolute;
    top: 0;
    bottom: 0;
    min-width: 3px;
    padding-right: 4px;
    border: 1px solid var(--waiting);
    border-radius: 3px;
    background: color-mix(in srgb, var(--waiting) 35%, transparent);
    font: 0.625rem / 12px var(--sans);
    text-align: right;
    text-decoration: none;
    overflow: hidden;
  }
  .film u.cancelled {
    border-color: var(--cancelled);
    background: repeating-linear-gradient(135deg, color-mix(in srgb, var(--cancelled) 45%, transparent) 0 3px, transparent 3px 6px);
  }
  .film u.raised {
    border-color: var(--failed);
    background: repeating-linear-gradient(45deg, color-mix(in srgb, var(--failed) 45%, transparent) 0 3px, transparent 3px 6px);
  }
  input[type='text'],
  textarea {
    width: 8ch;
    min-height: 30px;
    padding: 3px 8px;
    border: 1px solid var(--edge-strong);
    border-radius: 7px;
    background: var(--surface);
    color: inherit;
    font: inherit;
  }
  input.value,
  textarea {
    width: 100%;
    flex: 1;
    font-family: var(--mono);
  }
  .row {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 8px;
    margin: 10px 0 0;
  }
  .right,
  .wrong,
  .hint {
    margin-top: 10px;
    padding: 8px 12px;
    border-radius: 8px;
  }
  .right {
    background: color-mix(in srgb, var(--done) 14%, var(--surface));
  }
  .wrong {
    background: color-mix(in srgb, var(--failed) 12%, var(--surface));
  }
  .hint {
    background: var(--mark);
  }
  .right p,
  .wrong p {
    margin: 4px 0 0;
  }
  a {
    color: var(--accent);
  }
  code {
    font: 0.92em var(--mono);
    padding: 1px 4px;
    border-radius: 4px;
    background: color-mix(in srgb, var(--text) 8%, transparent);
  }
`;
