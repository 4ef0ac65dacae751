// CodeMirror with Python, in a chunk of its own: the line that runs is marked, problems stand at their lines.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting, syntaxTree } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, StateEffect, StateField, Transaction, type Text } from '@codemirror/state';
import { Decoration, drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers, type DecorationSet } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { LineProblem } from '../../trace/problems.ts';

const setRunning = StateEffect.define<number>();
const runningLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setRunning)) continue;
      const { doc } = transaction.state;
      next = effect.value > 0 && effect.value <= doc.lines ? Decoration.set([running.range(doc.line(effect.value).from)]) : Decoration.none;
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});
const running = Decoration.line({ class: 'cm-running', attributes: { 'aria-current': 'step' } });

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword], color: 'var(--keyword)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--string)' },
  { tag: tags.number, color: 'var(--number)', cursor: 'ew-resize', borderBottom: '1px dotted var(--number)' },
  { tag: [tags.bool, tags.null], color: 'var(--number)' },
  { tag: [tags.comment], color: 'var(--comment)', fontStyle: 'italic' },
  { tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)], color: 'var(--function)' },
]);

const theme = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', color: 'var(--text)', background: 'transparent' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55', overflow: 'auto' },
  '&.cm-focused': { outline: 'none' },
  '&.cm-focused .cm-scroller': { boxShadow: 'inset 3px 0 var(--accent)' },
  '.cm-content': { padding: '4px 0', caretColor: 'var(--accent)' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)' },
  '.cm-lineNumbers .cm-gutterElement': { cursor: 'pointer' },
  '.cm-gutters': { background: 'transparent', color: 'var(--muted)', border: 'none' },
  '.cm-running': { background: 'var(--mark)', boxShadow: 'inset 4px 0 var(--accent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { background: 'var(--accent-soft)' },
  '.cm-panels, .cm-tooltip': { background: 'var(--surface)', color: 'var(--text)', borderColor: 'var(--edge)' },
  '.cm-matchingBracket': { background: 'var(--accent-soft) !important' },
  '.cm-diagnostic': { fontFamily: 'var(--sans)' },
});

const fixed = new Compartment();

const diagnostics = (doc: Text, problems: readonly LineProblem[]): Diagnostic[] =>
  problems.filter(({ line }) => line <= doc.lines).map(({ line, severity, text }) => {
    const { from, to, text: code } = doc.line(line);
    return { from: from + (code.length - code.trimStart().length), to, severity, message: text };
  });

/** Pixels that stay free above and below the line that runs. */
const MARGIN = 40;

export class CodeView {
  private readonly view: EditorView;

  constructor(parent: HTMLElement, root: ShadowRoot, source: string, on: { edited(source: string): void; tweaked(source: string): void; run(): void; line(line: number): void }) {
    this.view = new EditorView({
      parent,
      root,
      state: EditorState.create({
        doc: source,
        extensions: [
          lineNumbers({
            domEventHandlers: {
              mousedown: (view, block) => (on.line(view.state.doc.lineAt(block.from).number), true),
            },
          }),
          highlightSpecialChars(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(), autocompletion(), search({ top: true }),
          highlightSelectionMatches(), indentUnit.of('    '), python(), syntaxHighlighting(colours), theme, runningLine, lintGutter(), fixed.of([]),
          EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': 'Python program. Escape, then Tab, leaves the editor.' }),
          keymap.of([
            { key: 'Alt-ArrowUp', run: (view) => this.nudge(view, 1) },
            { key: 'Alt-ArrowDown', run: (view) => this.nudge(view, -1) },
            { key: 'Mod-.', run: (view) => (on.line(view.state.doc.lineAt(view.state.selection.main.head).number), true) },
            { key: 'Mod-Enter', run: () => (on.run(), true) },
            ...closeBracketsKeymap, ...searchKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap, indentWithTab, ...defaultKeymap,
          ]),
          EditorView.domEventHandlers({ mousedown: (event, view) => this.grab(event, view) }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && update.transactions.some((transaction) => transaction.isUserEvent('input.number'))) on.tweaked(update.state.doc.toString());
            else if (update.docChanged && !update.transactions.some((transaction) => transaction.annotation(Transaction.remote))) on.edited(update.state.doc.toString());
          }),
        ],
      }),
    });
  }

  // --- numbers can be dragged, or nudged with Alt and the arrows ------------------------------------------------------

  private numberAt(view: EditorView, pos: number): { from: number; to: number } | undefined {
    for (const side of [1, -1] as const) {
      const node = syntaxTree(view.state).resolveInner(pos, side);
      if (node.name === 'Number' && /^\d+(\.\d+)?$/.test(view.state.sliceDoc(node.from, node.to))) return { from: node.from, to: node.to };
    }
    return undefined;
  }

  private setNumber(view: EditorView, place: { from: number; to: number }, steps: number, start: string): number {
    const [, decimals = ''] = start.split('.');
    const step = 10 ** -decimals.length;
    const insert = Math.max(0, Number(start) + steps * step).toFixed(decimals.length);
    if (view.state.sliceDoc(place.from, place.to) !== insert) view.dispatch({ changes: { ...place, insert }, userEvent: 'input.number' });
    return place.from + insert.length;
  }

  private nudge(view: EditorView, steps: number): boolean {
    const place = view.state.readOnly ? undefined : this.numberAt(view, view.state.selection.main.head);
    if (!place) return false;
    this.setNumber(view, place, steps, view.state.sliceDoc(place.from, place.to));
    return true;
  }

  private grab(down: MouseEvent, view: EditorView): boolean {
    const pos = down.button === 0 && !down.shiftKey && !view.state.readOnly ? view.posAtCoords({ x: down.clientX, y: down.clientY }) : null;
    const place = pos === null ? undefined : this.numberAt(view, pos);
    if (!place) return false;
    const start = view.state.sliceDoc(place.from, place.to);
    let { to } = place;
    let dragging = false;
    const move = (event: MouseEvent) => {
      const steps = Math.round((event.clientX - down.clientX) / 6);
      dragging ||= steps !== 0;
      if (dragging) to = this.setNumber(view, { from: place.from, to }, steps, start);
      event.preventDefault();
    };
    const up = () => {
      removeEventListener('mousemove', move);
      removeEventListener('mouseup', up);
      // A mere click puts the cursor there.
      if (!dragging) view.dispatch({ selection: { anchor: pos! } });
      view.focus();
    };
    addEventListener('mousemove', move);
    addEventListener('mouseup', up);
    down.preventDefault();
    return true;
  }

  /** To be read only: the keyboard still moves about in it, but nothing changes. */
  setReadonly(is: boolean): void {
    this.view.dispatch({ effects: fixed.reconfigure(EditorState.readOnly.of(is)) });
  }

  /** Puts another text there; of one that differs little only what differs, so that cursor and place stay. */
  setSource(source: string): void {
    const before = this.view.state.doc.toString();
    if (before === source) return;
    const most = Math.min(before.length, source.length);
    let from = 0;
    while (from < most && before[from] === source[from]) from++;
    let same = 0;
    while (same < most - from && before[before.length - 1 - same] === source[source.length - 1 - same]) same++;
    this.view.dispatch({ changes: { from, to: before.length - same, insert: source.slice(from, source.length - same) }, annotations: Transaction.remote.of(true), scrollIntoView: false });
    if (from + same < most / 2) this.view.scrollDOM.scrollTop = 0;
  }

  private running = { line: 0, lines: 0 };
  private problems = { said: '[]', lines: 0 };
  private later = 0;

  // Each dispatch costs the browser a layout, so there is none where there is nothing new: marks move along with their lines.

  /** Marks the line that runs; 0: none. */
  setLine(line: number): void {
    const { lines } = this.view.state.doc;
    const before = this.running;
    this.running = { line, lines };
    if (line !== before.line || (line > 0 && lines !== before.lines)) this.view.dispatch({ effects: setRunning.of(line) });
    if (line > 0 && line <= lines) this.inSight(line);
  }

  /** Shows what is wrong, each at its line; after so many milliseconds, unless there is something else by then. */
  setProblems(problems: readonly LineProblem[], after: number): void {
    clearTimeout(this.later);
    const next = { said: JSON.stringify(problems), lines: this.view.state.doc.lines };
    if (next.said === this.problems.said && (problems.length === 0 || next.lines === this.problems.lines)) return;
    const show = () => {
      this.problems = next;
      this.view.dispatch(setDiagnostics(this.view.state, diagnostics(this.view.state.doc, problems)));
    };
    if (after > 0) this.later = window.setTimeout(show, after);
    else show();
  }

  private inSight(line: number): void {
    // Not CodeMirror's own scrolling, which moves the page as well: on a phone it would jump at every step.
    const { top, bottom } = this.view.lineBlockAt(this.view.state.doc.line(line).from);
    const box = this.view.scrollDOM;
    if (top - MARGIN < box.scrollTop) box.scrollTop = top - MARGIN;
    else if (bottom + MARGIN > box.scrollTop + box.clientHeight) box.scrollTop = bottom + MARGIN - box.clientHeight;
  }

  reveal(line: number): void {
    if (line < 1 || line > this.view.state.doc.lines) return;
    this.view.dispatch({ selection: { anchor: this.view.state.doc.line(line).from }, scrollIntoView: true });
    this.view.focus();
  }
}
