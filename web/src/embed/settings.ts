// What the attributes of <asyncio-playground> say, read and checked. Pure; a wrong value becomes a sentence, and the rest holds.

import type { Limits, NetworkOptions } from '../engine/protocol.ts';

export const VIEWS = ['code', 'timeline', 'stepper', 'exercise', 'compare'] as const;
export type View = (typeof VIEWS)[number];
export type Place = { step: number } | { time: number };

export interface Settings {
  view: View;
  editor: boolean;
  autorun: boolean;
  loading: 'lazy' | 'click' | 'eager';
  theme: 'auto' | 'light' | 'dark';
  at: Place | undefined;
  select: string;
  params: Record<string, number | boolean | string>;
  seed: number | undefined;
  /** lines for input(); undefined: none are given */
  input: string[] | undefined;
  network: NetworkOptions | undefined;
  limits: Limits;
  /** the language that the element speaks; see words.ts */
  lang: string;
}

const LIMITS = ['steps', 'memory', 'recursion', 'output', 'loop_iterations', 'virtual_seconds', 'events'] as const satisfies (keyof Limits)[];

/** The attributes, in the words of web/docs/api.md. */
export const ATTRIBUTES = [
  'src', // address of a `.py` file instead of the text in the element; another origin must allow it (CORS)
  'scenario', // a lesson or teaser of the course by its id, instead of a program
  'view', // `timeline` (default), `code`, `stepper`, `exercise`, `compare` (several `<pre data-label data-verdict="wrong|right">`)
  'editor', // `on` (default), `off`: the program may be read and run, not changed
  'autorun', // runs as soon as it is loaded
  'loading', // `lazy` (default: near the window), `click`, `eager`
  'template', // hidden set-up code that runs first in the same module: the id of a `<template>`, or the code
  'at', // where it stands after the run: `step:37`, or `t:1.2`, virtual seconds
  'select', // the task that is marked, by its name
  'params', // values for constants of the program's top level: `DELAY=0.5;N=3`
  'seed', // of `random`: a whole number (0)
  'input', // answers to `input()`, a line each
  'network', // how the simulated network answers, as JSON: [NetworkOptions](#networkoptions), such as `{"latency": 0.5}`
  'limits', // what stops a run, as `steps=100000;memory=50000000`: the names of [Limits](#limits), each with its number
  'theme', // `auto` (default), `light`, `dark`
  'lang', // language of the buttons: `en` (default), `de`
  'title', // stands above the program
] as const;

export function readSettings(attribute: (name: string) => string | null): { settings: Settings; wrong: string[] } {
  const wrong: string[] = [];
  function oneOf<T extends string>(name: string, words: readonly T[], otherwise: T): T {
    const value = attribute(name);
    if (value === null || value === '') return otherwise;
    if ((words as readonly string[]).includes(value)) return value as T;
    wrong.push(`${name}="${value}": it is one of ${words.join(', ')}`);
    return otherwise;
  }
  const scenario = attribute('scenario') !== null;
  const settings: Settings = {
    view: oneOf('view', VIEWS, scenario ? 'exercise' : 'timeline'),
    editor: oneOf('editor', ['on', 'off'], 'on') === 'on',
    autorun: attribute('autorun') !== null && attribute('autorun') !== 'false',
    loading: oneOf('loading', ['lazy', 'click', 'eager'], 'lazy'),
    theme: oneOf('theme', ['auto', 'light', 'dark'], 'auto'),
    at: undefined,
    select: attribute('select') ?? '',
    params: {},
    seed: undefined,
    input: attribute('input')?.split('\n'),
    network: undefined,
    limits: {},
    lang: attribute('lang') ?? '',
  };
  const at = attribute('at');
  if (at) {
    const [, kind, number] = /^(step|t):(\d+(?:\.\d+)?)$/.exec(at.trim()) ?? [];
    if (kind === 'step') settings.at = { step: Math.trunc(Number(number)) };
    else if (kind === 't') settings.at = { time: Number(number) };
    else wrong.push(`at="${at}": it is a step, such as step:37, or a time in seconds, such as t:1.2`);
  }
  const seed = attribute('seed');
  if (seed) {
    if (/^\d{1,15}$/.test(seed)) settings.seed = Number(seed);
    else wrong.push(`seed="${seed}": it is a whole number from 0`);
  }
  const network = attribute('network');
  if (network) {
    // Its parts are for the engine to check, which says what is wrong with them.
    let value: unknown;
    try {
      value = JSON.parse(network);
    } catch {
      // told below
    }
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) settings.network = value as NetworkOptions;
    else wrong.push(`network="${network.slice(0, 60)}": it is a JSON object, such as {"latency": 0.5}`);
  }
  for (const pair of (attribute('limits') ?? '').split(/[;&]/).map((text) => text.trim()).filter(Boolean)) {
    const [, name, value] = /^(\w+)\s*=\s*(\d+(?:\.\d+)?)$/.exec(pair) ?? [];
    if ((LIMITS as readonly string[]).includes(name ?? '') && (name === 'virtual_seconds' || Number.isSafeInteger(Number(value)))) settings.limits[name as keyof Limits] = Number(value);
    else wrong.push(`limits: "${pair}" is not NAME=number, with one of the names ${LIMITS.join(', ')}`);
  }
  for (const pair of (attribute('params') ?? '').split(/[;&]/).map((text) => text.trim()).filter(Boolean)) {
    const [, name, value] = /^([A-Z][A-Z0-9_]*)\s*=\s*(.+)$/.exec(pair) ?? [];
    if (!name || value === undefined) {
      wrong.push(`params: "${pair}" is not NAME=value, with the name of a constant of the program in capitals`);
      continue;
    }
    settings.params[name] = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value === 'True' || value === 'true' ? true : value === 'False' || value === 'false' ? false : value.replace(/^(['"])(.*)\1$/, '$2');
  }
  return { settings, wrong };
}

/** A program as it stands in HTML: without the margin that all its lines share, and without empty lines around it. */
export function dedent(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(/^[ \t]*\n/, '').replace(/\s+$/, '').split('\n');
  const margins = lines.filter((line) => line.trim()).map((line) => /^[ \t]*/.exec(line)![0]);
  let margin = margins[0] ?? '';
  for (const other of margins) while (!other.startsWith(margin)) margin = margin.slice(0, -1);
  const text2 = lines.map((line) => (line.startsWith(margin) ? line.slice(margin.length) : line.trimStart())).join('\n');
  return text2 === '' ? '' : `${text2}\n`;
}
