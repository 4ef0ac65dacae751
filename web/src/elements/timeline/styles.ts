// Looks of <ap-timeline>.
import { css } from 'lit';

export const timelineStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    position: relative;
    container: timeline / inline-size;
  }
  .tools {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px 12px;
  }
  h2 {
    margin: 0 auto 0 0;
    font-size: var(--body);
    font-weight: 650;
  }
  .scroll {
    position: relative;
    flex: 1 1 auto;
    min-height: 120px;
    overflow: hidden auto;
    border-top: 1px solid var(--edge);
  }
  :host([bare]) .scroll {
    flex: none;
    min-height: 0;
    overflow: hidden;
  }
  .spacer {
    position: absolute;
    top: 0;
    width: 1px;
  }
  canvas {
    position: sticky;
    top: 0;
    display: block;
    width: 100%;
    touch-action: pan-y;
    cursor: crosshair;
  }
  canvas:focus-visible {
    outline-offset: -2px;
  }
  /* A number that is dragged makes many short runs: the picture must not flicker. */
  .stale canvas {
    opacity: 0.5;
    filter: saturate(0.4);
    transition: opacity 0.15s 0.3s, filter 0.15s 0.3s;
  }
  .note {
    position: absolute;
    top: 56px;
    right: 12px;
    padding: 2px 10px;
    border-radius: 99px;
    background: var(--mark);
    font-size: var(--small);
    pointer-events: none;
    animation: appear 0.15s 0.3s backwards;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  .empty {
    position: absolute;
    top: 50%;
    left: 50%;
    width: max-content;
    max-width: 80%;
    margin: 0;
    transform: translate(-50%, -50%);
    color: var(--muted);
    text-align: center;
  }
  .empty ~ .legend {
    visibility: hidden;
  }
  .tip {
    position: absolute;
    z-index: 3;
    max-width: 280px;
    padding: 8px 12px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--surface);
    box-shadow: var(--shadow);
    font-size: var(--small);
    pointer-events: none;
  }
  .tip strong {
    font-size: var(--body);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .legend,
  .chosen {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    align-content: center;
    gap: 2px 14px;
    min-height: 42px;
    padding: 4px 12px;
    line-height: 1.35;
    border-top: 1px solid var(--edge);
    font-size: var(--small);
    color: var(--muted);
  }
  .legend i {
    display: inline-block;
    width: 18px;
    height: 10px;
    margin-right: 5px;
    border: 1px solid var(--c);
    border-radius: 2px;
    background: color-mix(in srgb, var(--c) 22%, transparent);
  }
  .legend .solid i {
    background: var(--c);
  }
  .legend .slanted i {
    background: repeating-linear-gradient(135deg, var(--c) 0 1.5px, transparent 1.5px 4px);
  }
  .legend .dots i {
    background: radial-gradient(var(--c) 28%, transparent 32%) 0 0 / 5px 5px;
  }
  .legend .lined i {
    background: repeating-linear-gradient(color-mix(in srgb, var(--c) 25%, transparent) 0 2px, var(--c) 2px 3px);
  }
  .legend .round i {
    display: inline-grid;
    place-items: center;
    width: 14px;
    height: 14px;
    border-radius: 50%;
    background: var(--c);
    color: var(--surface);
    font: 600 9px / 1 var(--sans);
  }
  .running {
    --c: var(--running);
  }
  .ready {
    --c: var(--ready);
  }
  .sleeping {
    --c: var(--sleeping);
  }
  .waiting {
    --c: var(--waiting);
  }
  .blocked {
    --c: var(--blocked);
  }
  .done {
    --c: var(--done);
  }
  .failed {
    --c: var(--failed);
  }
  .cancelled {
    --c: var(--cancelled);
  }

  .chosen {
    flex-wrap: nowrap;
    padding-block: 3px;
  }
  .chosen p {
    flex: 1 1 auto;
    min-width: 0;
    margin: 0;
    max-height: 2.7em;
    overflow: hidden;
  }
  .chosen b {
    color: var(--text);
  }
  .chosen em {
    color: var(--accent);
    font-style: normal;
    font-weight: 600;
  }
  .chosen p span::before {
    content: ' · ';
  }
  .chosen button {
    min-height: 26px;
    padding: 0 8px;
    white-space: nowrap;
  }
  .key li {
    white-space: nowrap;
  }
  @container timeline (max-width: 800px) {
    .chosen .key {
      display: none;
    }
  }
  @container timeline (max-width: 560px) {
    .words {
      display: none;
    }
  }
  .key {
    display: flex;
    gap: 10px;
  }
  .key i {
    display: inline-block;
    width: 16px;
    margin-right: 4px;
    border-top: 2px solid var(--c);
    vertical-align: middle;
  }
  .key .creates {
    --c: var(--accent);
  }
  .key .creates i {
    border-top-style: dotted;
  }
  .key .wakes {
    --c: var(--ready);
  }
  .key .cancels {
    --c: var(--cancelled);
  }
  .key .cancels i {
    border-top-style: dashed;
  }

  @media (max-width: 640px) {
    .legend,
    .key {
      display: none;
    }
    .chosen {
      flex-wrap: wrap;
    }
    .chosen p {
      flex: 1 1 100%;
      max-height: none;
    }
    .tools {
      flex-wrap: wrap;
      padding: 8px;
    }
    h2 {
      position: absolute;
      clip-path: inset(50%);
    }
    .tools .group:last-child {
      margin-left: auto;
    }
    .tools button {
      min-width: 34px;
      padding: 0 8px;
    }
  }
  @media (pointer: coarse) {
    button {
      min-height: 36px;
    }
    .chosen button {
      min-height: 36px;
    }
  }
  @media print {
    .tools .group,
    .chosen .group,
    .note {
      display: none;
    }
    canvas {
      position: static;
    }
  }
`;
