// Looks of <ap-app>: the frame, and where its cards lie on wide, narrow and printed pages.
import { css } from 'lit';

export const appStyles = css`
  :host {
    min-height: 100dvh;
    display: flex;
    flex-direction: column;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 10px 20px;
  }
  h1 {
    display: flex;
    align-items: center;
    gap: 10px;
    margin: 0 12px 0 0;
    font-size: 1.0625rem;
    font-weight: 700;
    letter-spacing: -0.01em;
    white-space: nowrap;
  }
  h1 img {
    width: 28px;
    height: 28px;
  }
  nav button {
    min-width: 96px;
  }
  .example {
    min-width: 0;
  }
  .example select {
    max-width: 100%;
  }
  .actions {
    display: flex;
    gap: 8px;
    margin-left: auto;
  }
  .skip:not(:focus) {
    position: absolute;
    left: -999px;
  }
  main {
    flex: 1 1 auto;
    display: grid;
    gap: 14px;
    min-height: 0;
    padding: 0 20px 16px;
  }
  main.playground {
    grid-template: 'editor timeline' clamp(220px, var(--lanes, 55%), 55%) 'editor stepper' auto 'editor panels' minmax(170px, 1fr) / minmax(320px, 5fr) minmax(0, 8fr);
  }
  main.course {
    grid-template: 'lesson editor panels' minmax(220px, 1fr) 'lesson stepper stepper' auto 'lesson timeline timeline' clamp(220px, var(--lanes, 45%), 45%) / minmax(300px, 400px) minmax(0, 1fr) minmax(0, 1fr);
  }
  main.contents {
    grid-template: 'lesson' minmax(0, 1fr) / minmax(0, 1fr);
  }
  main.playground.compared {
    grid-template: 'editor timeline' minmax(0, 1fr) / minmax(320px, 5fr) minmax(0, 8fr);
  }
  main.course.compared {
    grid-template: 'lesson timeline' minmax(0, 1fr) / minmax(300px, 400px) minmax(0, 1fr);
  }
  @media (min-width: 1500px) {
    main.course {
      grid-template-columns: minmax(420px, 480px) minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @media (min-width: 1000px) {
    :host {
      height: 100dvh;
    }
    /* Their places do not depend on what is in them: what changes inside is laid out alone. */
    main > .timeline,
    main > .panels,
    .editor > .box {
      contain: size layout style;
    }
  }
  @media (max-width: 999px) {
    main.course,
    main.course.compared {
      grid-template: 'lesson' auto 'editor' auto 'timeline' auto 'stepper' auto 'panels' auto / minmax(0, 1fr);
    }
    main.playground,
    main.playground.compared {
      grid-template: 'timeline' auto 'stepper' auto 'editor' auto 'panels' auto / minmax(0, 1fr);
    }
    .editor .box {
      max-height: 60dvh;
    }
    .timeline {
      height: 340px;
    }
    .compared .timeline {
      height: auto;
    }
    .stepper {
      position: sticky;
      bottom: 0;
      z-index: 5;
    }
    .course .stepper.empty {
      display: none;
    }
    .panels {
      max-height: 70dvh;
    }
  }
  @media (max-width: 640px) {
    header,
    main {
      padding-left: 10px;
      padding-right: 10px;
    }
    h1 {
      margin: 0;
      font-size: var(--read);
    }
    nav,
    .example {
      order: 1;
    }
    .example {
      flex: 1;
    }
    .example select {
      width: 100%;
    }
    nav button {
      min-width: 0;
    }
    .actions {
      gap: 6px;
    }
    .timeline {
      height: clamp(220px, var(--lanes, 300px), 330px);
    }
  }
  @media (max-width: 380px) {
    h1 img {
      display: none;
    }
  }
  .notice {
    position: fixed;
    z-index: 20;
    left: 50%;
    bottom: 20px;
    max-width: calc(100vw - 32px);
    width: max-content;
    margin: 0;
    padding: 10px 18px;
    border-radius: 20px;
    background: var(--text);
    color: var(--surface);
    transform: translateX(-50%);
  }
  .card {
    min-width: 0;
    min-height: 0;
    overflow: hidden;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
  }
  .editor {
    grid-area: editor;
    display: flex;
    flex-direction: column;
  }
  .editor .box {
    flex: 1 1 auto;
    min-height: 160px;
    overflow: hidden;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px 12px;
    border-bottom: 1px solid var(--edge);
  }
  .programs {
    flex: 1 1 0;
    min-width: 0;
    padding: 3px;
    margin: -3px;
    overflow-x: auto;
    scrollbar-width: thin;
  }
  .programs button {
    flex: none;
  }
  .bar h2 {
    margin: 0 auto 0 0;
    font-size: var(--body);
    font-weight: 650;
  }
  .lesson {
    grid-area: lesson;
    overflow: auto;
  }
  .timeline {
    grid-area: timeline;
  }
  .stepper {
    grid-area: stepper;
  }
  .panels {
    grid-area: panels;
  }
  ap-timeline,
  ap-panels {
    height: 100%;
  }
  dialog {
    width: min(560px, calc(100vw - 24px));
    max-height: calc(100dvh - 24px);
    padding: 20px 24px;
    overflow: auto;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    box-shadow: var(--shadow);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 35%);
  }
  dialog h2 {
    margin: 0 0 10px;
    font-size: var(--title);
  }
  dialog h3 {
    margin: 14px 0 6px;
    font-size: var(--small);
    letter-spacing: 0.04em;
    text-transform: uppercase;
    color: var(--muted);
  }
  dl {
    display: grid;
    grid-template-columns: 130px 1fr;
    gap: 6px 16px;
    margin: 0 0 12px;
  }
  dd {
    margin: 0;
  }
  form {
    margin-top: 16px;
  }
  @media print {
    :host {
      height: auto;
      min-height: 0;
    }
    header nav.group,
    .example,
    .actions,
    .notice,
    .bar button,
    .bar .group,
    .stepper,
    ap-sliders {
      display: none;
    }
    main,
    main.course,
    main.playground {
      display: block;
      padding: 0;
    }
    .card {
      overflow: visible;
      margin-bottom: 12px;
      border-color: #bbb;
      box-shadow: none;
      break-inside: avoid-page;
    }
    .lesson {
      break-inside: auto;
    }
    .editor .box {
      max-height: none;
      overflow: visible;
    }
    .timeline {
      height: 360px;
    }
    ap-panels {
      height: auto;
    }
  }
`;
