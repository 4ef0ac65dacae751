// test: is a folder of scenarios right? Form, links, programs, claims, keys, and the answers that its author tried.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Bundle, courseOf, idOf, misconceptions, ownCourse, readBundle, readJson, scenarioFolders, type ScenarioFile } from '../course/folder.ts';
import { type Fault, type Schema, Validator } from '../course/schema.ts';
import { Engine } from '../engine.ts';
import { out, progress } from '../terminal.ts';
import { print, UsageError, type Command } from './options.ts';

export const test: Command = {
  name: 'test',
  usage: '[--json] [--native COMMAND] [DIR]',
  summary: 'Tests scenarios: form, links, programs, claims, keys, and the answers their author tried.',
  help: `
  DIR is a scenario's folder or a folder of scenarios; without it, the course of this package. Each mistake is
  one line: file, JSON path, what is wrong and what is wanted.

  --json             one JSON object: faults (an array of sentences), scenarios, questions, claims, answers
  --native COMMAND   an engine built for this machine (.build/native/ap), which must say the same, byte for byte

exit status
  0 nothing is wrong; 1 something is; 2 a mistake in the command

try it
  asyncio-playground test my-scenarios/
`,
  options: { json: { type: 'boolean' }, native: { type: 'string' } },
  runs: false,
  async run({ values, files }) {
    if (files.length > 1) throw new UsageError(`test takes one folder, not ${files.length}`);
    const tester = new Tester(await Engine.load(), files[0] ?? ownCourse(), values.native as string | undefined);
    const { faults, scenarios, questions, claims, answers } = tester.all();
    if (values.json) {
      print(`${JSON.stringify({ faults, scenarios, questions, claims, answers })}\n`);
      return faults.length > 0 ? 1 : 0;
    }
    for (const fault of faults) print(`${out.red('✗')} ${fault}\n`);
    const counts = `${scenarios} scenarios, ${questions} questions, ${claims} claims, ${answers} answers tried${values.native ? ', natively as well' : ''}`;
    print(faults.length > 0 ? `${faults.length} mistake${faults.length > 1 ? 's' : ''} in ${counts}\n` : `${counts}: nothing is wrong\n`);
    return faults.length > 0 ? 1 : 0;
  },
};

interface Claim {
  path: string;
  holds: boolean;
  error?: string;
  failed?: { predicate: unknown; actual?: string; wanted?: string; problem?: string }[];
}
interface Verdict {
  error?: string;
  correct?: boolean;
  tie?: boolean;
  recognised?: string;
  beliefs?: { id: string }[];
  checks?: { id: string; passed: boolean }[];
  feedback?: string[];
}
interface Tried {
  file?: string;
  answer?: unknown;
  recognised?: string;
  tie?: boolean;
  belief?: string | string[] | null;
  fails?: string[];
}

class Tester {
  private readonly faults: string[] = [];
  private readonly counts = { scenarios: 0, questions: 0, claims: 0, answers: 0 };
  private readonly course: string;
  private readonly validator: Validator;
  private readonly beliefs: Set<string>;
  private readonly ids: Set<string>;
  private readonly chapters: { id: string; scenarios: string[] }[];
  private readonly errata: Set<string>;

  constructor(
    private readonly engine: Engine,
    private readonly dir: string,
    private readonly native: string | undefined,
  ) {
    this.course = courseOf(dir);
    const schemas = existsSync(join(this.course, 'scenario.schema.json')) ? this.course : ownCourse();
    this.validator = new Validator(readdirSync(schemas).filter((name) => name.endsWith('.schema.json')).map((name) => readJson(join(schemas, name)) as Schema));
    this.beliefs = new Set(misconceptions(this.course).map(({ id }) => id));
    this.ids = new Set(scenarioFolders(this.course).map((folder) => idOf(folder, this.course)));
    this.chapters = existsSync(join(this.course, 'course.json')) ? (readJson(join(this.course, 'course.json')) as { chapters: { id: string; scenarios: string[] }[] }).chapters : [];
    this.errata = new Set(existsSync(join(this.course, 'errata/errata.json')) ? (readJson(join(this.course, 'errata/errata.json')) as { entries: { id: string }[] }).entries.map(({ id }) => id) : []);
  }

  all() {
    const whole = relative(this.course, this.dir) === '';
    if (whole) this.courseFiles();
    const folders = scenarioFolders(this.dir);
    folders.forEach((folder, i) => {
      progress(`${i} of ${folders.length} scenarios tested`);
      this.scenario(folder);
    });
    return { faults: this.faults, ...this.counts };
  }

  private fault(file: string, path: string, message: string): void {
    this.faults.push(`${relative(process.cwd(), file) || file}: ${path ? `${path}: ` : ''}${message}`);
  }

  private form(file: string, document: unknown, schema: string): boolean {
    const faults: Fault[] = this.validator.check(document, `urn:asyncio-playground:${schema}`);
    for (const { path, message } of faults) this.fault(file, path, message);
    return faults.length === 0;
  }

  private ask(file: string, bundle: Bundle, request: object): Record<string, unknown> {
    const text = this.engine.callText('check', JSON.stringify(bundle), request);
    if (this.native) {
      const { stdout, stderr, error } = spawnSync(this.native, ['check', '-', '--options', JSON.stringify(request)], { input: JSON.stringify(bundle), encoding: 'utf8', maxBuffer: 1 << 28 });
      if (error) throw new UsageError(`'${this.native}' cannot be run: ${error.message}`);
      if (stdout.trimEnd() !== text) this.fault(file, '', `the native engine answers otherwise than the wasm: ${difference(text, stdout.trimEnd() || stderr)}`);
    }
    return JSON.parse(text) as Record<string, unknown>;
  }

  // --- one scenario

  private scenario(folder: string): void {
    this.counts.scenarios++;
    const file = join(folder, 'scenario.json');
    let bundle: Bundle;
    try {
      bundle = readBundle(folder);
    } catch (error) {
      return void this.faults.push((error as Error).message);
    }
    const { scenario, files } = bundle;
    if (!this.form(file, scenario, 'scenario')) return;
    const id = idOf(folder, this.course);
    if (scenario.id !== id && this.ids.has(id)) this.fault(file, 'id', `the folder is ${id}; the id must say the same, not ${scenario.id}`);
    this.parts(file, folder, scenario, files);
    this.links(file, scenario);
    const textFile = join(folder, 'text.md');
    if (existsSync(textFile)) {
      this.links(textFile, readFileSync(textFile, 'utf8'));
      if (scenario['text'] !== undefined) this.fault(file, 'text', 'the text stands in text.md already; one of the two');
    } else if (scenario['text'] === undefined) {
      this.fault(file, 'text', 'there is no text: write it here or into text.md');
    }
    if (scenario.kind === 'teaser' && !scenario.questions?.length) this.fault(file, 'questions', 'a teaser asks: at least one question is wanted');
    const answer = this.ask(file, bundle, { expect: true }) as { error?: string; expect: Claim[]; keys: Record<string, unknown>; faults: string[] };
    if (answer.error) return void this.fault(file, '', answer.error);
    this.counts.questions += scenario.questions?.length ?? 0;
    for (const claim of answer.expect) this.claim(file, claim);
    for (const fault of answer.faults) this.fault(file, fault.slice(0, fault.indexOf(': ')), fault.slice(fault.indexOf(': ') + 2));
    this.answers(folder, bundle, answer.keys);
  }

  private claim(file: string, { path, holds, error, failed }: Claim): void {
    this.counts.claims++;
    if (error) this.fault(file, path, error);
    else if (!holds) {
      for (const { predicate, actual, wanted, problem } of failed ?? []) {
        this.fault(file, path, `it does not hold in the run: ${JSON.stringify(predicate)}${actual === undefined ? '' : ` (it is ${actual}${wanted ? `, wanted ${wanted}` : ''})`}${problem ? ` (${problem})` : ''}`);
      }
      if (!failed?.length) this.fault(file, path, 'it does not hold in the run');
    }
  }

  private parts(file: string, folder: string, scenario: ScenarioFile, files: Record<string, string>): void {
    scenario.programs.forEach((program, i) => {
      if (!(program.file in files)) this.fault(file, `programs[${i}].file`, `there is no ${program.file} beside scenario.json`);
    });
    for (const name of readdirSync(folder)) if (name.endsWith('.py') && !scenario.programs.some((program) => program.file === name)) this.fault(join(folder, name), '', 'no program of scenario.json names this file; take it away or add it to programs');
    const programs = new Set(scenario.programs.map(({ id }) => id));
    const parameters = new Set((scenario.parameters ?? []).map(({ name }) => name));
    const known = (what: Set<string>, name: unknown, path: string, kind: string) => {
      if (typeof name === 'string' && !what.has(name)) this.fault(file, path, `there is no ${kind} "${name}"; there ${what.size === 1 ? 'is' : 'are'} ${[...what].join(', ') || 'none'}`);
    };
    const walk = (value: unknown, path: string) => {
      if (Array.isArray(value)) return value.forEach((item, i) => walk(item, `${path}[${i}]`));
      if (typeof value !== 'object' || value === null) return;
      for (const [name, item] of Object.entries(value)) {
        const at = path ? `${path}.${name}` : name;
        if ((name === 'program' || name === 'in') && typeof item === 'string') known(programs, item, at, 'program');
        if (name === 'belief') known(this.beliefs, item, at, 'misconception');
        if (name === 'beliefs' && Array.isArray(item)) item.forEach((one, i) => known(this.beliefs, one, `${at}[${i}]`, 'misconception'));
        if (name === 'set' && typeof item === 'object' && item) for (const parameter of Object.keys(item)) known(parameters, parameter, `${at}.${parameter}`, 'parameter');
        walk(item, at);
      }
    };
    walk(scenario, '');
    (scenario.parameters ?? []).forEach(({ name, default: value, programs: only }, i) => {
      for (const program of scenario.programs) {
        if (only && !only.includes(program.id)) continue;
        const literal = new RegExp(`^${name}[ \\t]*=[ \\t]*([^#\\n]*?)[ \\t]*(?:#.*)?$`, 'm').exec(files[program.file] ?? '')?.[1];
        if (literal === undefined) this.fault(file, `parameters[${i}].name`, `${program.file} has no line "${name} = …" at its top level`);
        else if (Number(literal) !== value && literal !== String(value)) this.fault(file, `parameters[${i}].default`, `it is ${String(value)}, and ${program.file} has ${literal}`);
      }
    });
    const seen = new Set<string>();
    (scenario.questions ?? []).forEach(({ id }, i) => {
      if (seen.has(id)) this.fault(file, `questions[${i}].id`, `there is another question "${id}"`);
      seen.add(id);
    });
    if (this.chapters.length > 0) {
      const chapter = this.chapters.find(({ id }) => id === scenario.chapter);
      if (!chapter) this.fault(file, 'chapter', `course.json has no chapter "${scenario.chapter}"; there are ${this.chapters.map(({ id }) => id).join(', ')}`);
      const other = this.chapters.find(({ id, scenarios }) => id !== scenario.chapter && scenarios.includes(scenario.id));
      if (other) this.fault(file, 'chapter', `course.json lists it in chapter "${other.id}"`);
    }
    ((scenario['errata'] as string[] | undefined) ?? []).forEach((entry, i) => known(this.errata, entry, `errata[${i}]`, 'entry of errata.json'));
  }

  /** Links of all texts. */
  private links(file: string, value: unknown, path = ''): void {
    if (Array.isArray(value)) return value.forEach((item, i) => this.links(file, item, `${path}[${i}]`));
    if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) this.links(file, item, path ? `${path}.${name}` : name);
      return;
    }
    if (typeof value !== 'string') return;
    for (const [, target = ''] of value.matchAll(/\]\(([^)\s]+)\)/g)) {
      const [kind = '', name = ''] = target.split(/:(.*)/);
      const there = kind === 'scenario' ? this.ids.has(name) : kind === 'belief' ? this.beliefs.has(name) : kind === 'errata' ? this.errata.has(name) : kind === 'https';
      if (!there) this.fault(file, path, `the link ${target} leads nowhere`);
    }
  }

  // --- the answers that the author tried

  private answers(folder: string, bundle: Bundle, keys: Record<string, unknown>): void {
    const { scenario } = bundle;
    const file = join(folder, 'answers.json');
    const own = existsSync(file) ? (readJson(file) as { questions: Record<string, { right?: Tried[]; wrong?: Tried[] }> }) : { questions: {} };
    if (existsSync(file) && !this.form(file, own, 'answers')) return;
    for (const id of Object.keys(own.questions)) if (!scenario.questions?.some((question) => question.id === id)) this.fault(file, `questions.${id}`, 'scenario.json has no such question');
    for (const question of scenario.questions ?? []) {
      const { id, kind } = question;
      const program = kind === 'fix' || kind === 'write';
      const tried = own.questions[id] ?? {};
      if (program && !tried.right?.length) this.fault(existsSync(file) ? file : join(folder, 'scenario.json'), `questions.${id}.right`, 'a question of this kind wants at least one program that solves it, in answers.json');
      if (!program && keys[id] !== undefined && keys[id] !== null) {
        const verdict = this.judge(file, bundle, id, asAnswer(kind, keys[id], question));
        if (!verdict.correct) this.fault(join(folder, 'scenario.json'), `questions.${id}`, `the computed key ${JSON.stringify(keys[id])} is not accepted as an answer: ${verdict.error ?? verdict.feedback?.join(' ') ?? ''}`);
      }
      const given = (one: Tried, path: string): unknown => {
        if (one.file === undefined) return one.answer;
        const at = join(folder, one.file);
        if (existsSync(at)) return readFileSync(at, 'utf8');
        this.fault(file, path, `there is no file ${one.file}`);
        return undefined;
      };
      (tried.right ?? []).forEach((one, i) => {
        const path = `questions.${id}.right[${i}]`;
        const answer = given(one, path);
        if (answer === undefined) return;
        const verdict = this.judge(file, bundle, id, answer);
        if (!verdict.correct) this.fault(file, path, `it should be right: ${verdict.error ?? verdict.feedback?.join(' ') ?? ''}`);
        if (one.recognised !== undefined && verdict.recognised !== one.recognised) this.fault(file, `${path}.recognised`, `it is recognised as ${verdict.recognised ?? 'nothing'}, not as ${one.recognised}`);
        if (one.tie !== undefined && Boolean(verdict.tie) !== one.tie) this.fault(file, `${path}.tie`, `it ${verdict.tie ? 'rests' : 'does not rest'} on a tie`);
      });
      (tried.wrong ?? []).forEach((one, i) => {
        const path = `questions.${id}.wrong[${i}]`;
        const answer = given(one, path);
        if (answer === undefined) return;
        const verdict = this.judge(file, bundle, id, answer);
        if (verdict.error) return this.fault(file, path, verdict.error);
        if (verdict.correct) this.fault(file, path, 'it should be wrong, and is accepted');
        const failed = (verdict.checks ?? []).filter(({ passed }) => !passed).map((check) => check.id);
        for (const check of one.fails ?? []) if (!failed.includes(check)) this.fault(file, `${path}.fails`, `the check ${check} passes; ${failed.join(', ') || 'none'} fails`);
        const named = (verdict.beliefs ?? []).map((belief) => belief.id);
        if (one.belief === null && named.length > 0) this.fault(file, `${path}.belief`, `no misconception should be named, and ${named.join(', ')} is`);
        if (one.belief && ![one.belief].flat().some((belief) => named.includes(belief))) this.fault(file, `${path}.belief`, `${[one.belief].flat().join(' or ')} should be named, and ${named.join(', ') || 'none'} is`);
      });
    }
  }

  private judge(file: string, bundle: Bundle, id: string, answer: unknown): Verdict {
    this.counts.answers++;
    const { error, questions } = this.ask(file, bundle, { answers: { [id]: answer } }) as { error?: string; questions?: Record<string, Verdict> };
    return error === undefined ? (questions?.[id] ?? {}) : { error };
  }

  // --- what belongs to the course as a whole

  private courseFiles(): void {
    const at = (name: string) => join(this.course, name);
    const listed = this.chapters.flatMap(({ scenarios }) => scenarios);
    this.form(at('course.json'), readJson(at('course.json')), 'course');
    this.chapters.forEach(({ scenarios }, c) =>
      scenarios.forEach((id, i) => {
        if (!this.ids.has(id)) this.fault(at('course.json'), `chapters[${c}].scenarios[${i}]`, `there is no scenario "${id}"`);
        if (listed.indexOf(id) !== listed.lastIndexOf(id)) this.fault(at('course.json'), `chapters[${c}].scenarios[${i}]`, `"${id}" is listed twice`);
      }),
    );
    const all = readJson(at('misconceptions.json')) as { misconceptions: { id: string; lesson: string }[] };
    if (this.form(at('misconceptions.json'), all, 'misconceptions')) {
      all.misconceptions.forEach(({ lesson }, i) => {
        if (!this.ids.has(lesson)) this.fault(at('misconceptions.json'), `misconceptions[${i}].lesson`, `there is no scenario "${lesson}"`);
      });
    }
    type Entry = { id: string; program?: string; file?: string; at?: unknown; proof?: unknown[]; expect?: unknown[]; scenario?: string };
    for (const [folder, list, claims] of [['errata', 'entries', 'proof'], ['examples', 'examples', 'expect']] as const) {
      const file = at(`${folder}/${folder}.json`);
      if (!existsSync(file)) continue;
      const document = readJson(file) as Record<string, Entry[]>;
      if (!this.form(file, document, folder)) continue;
      document[list]!.forEach((entry, i) => {
        const name = (entry.program ?? entry.file)!;
        const path = join(this.course, folder, name);
        if (!existsSync(path)) return this.fault(file, `${list}[${i}].${entry.program ? 'program' : 'file'}`, `there is no ${name} beside it`);
        if (entry.scenario && !this.ids.has(entry.scenario)) this.fault(file, `${list}[${i}].scenario`, `there is no scenario "${entry.scenario}"`);
        this.links(file, entry, `${list}[${i}]`);
        const scenario = {
          id: entry.id, kind: 'lesson', label: '', title: entry.id, chapter: '', programs: [{ id: 'main', file: name, label: '' }],
          expect: (entry[claims] ?? []).map((holds) => ({ holds })), look_at: entry.at ? [{ text: '', at: entry.at }] : [],
        } as unknown as ScenarioFile;
        const bundle = { scenario, files: { [name]: readFileSync(path, 'utf8') }, misconceptions: [] };
        const answer = this.ask(file, bundle, { expect: true }) as { error?: string; expect: Claim[]; faults: string[] };
        if (answer.error) return this.fault(file, `${list}[${i}]`, answer.error);
        for (const claim of answer.expect) this.claim(file, { ...claim, path: `${list}[${i}].${claims}${claim.path.replace('expect', '').replace('.holds', '')}` });
        for (const fault of answer.faults) this.fault(file, `${list}[${i}].at`, fault.slice(fault.indexOf(': ') + 2));
      });
    }
    for (const name of ['errata', 'examples']) {
      if (!existsSync(at(name))) continue;
      const text = readFileSync(at(`${name}/${name}.json`), 'utf8');
      for (const file of readdirSync(at(name))) if (file.endsWith('.py') && !text.includes(`"${file}"`)) this.fault(join(at(name), file), '', `${name}.json does not name this file`);
    }
  }
}

/** The computed key in the form of an answer. */
function asAnswer(kind: string, key: unknown, question: { multiple?: boolean }): unknown {
  if (kind === 'choice') return question.multiple ? key : (key as string[])[0];
  if (kind === 'match') return Object.fromEntries(Object.entries(key as Record<string, string[]>).map(([item, ids]) => [item, ids[0]]));
  return key;
}

function difference(a: string, b: string): string {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const part = (text: string) => JSON.stringify(text.slice(Math.max(0, i - 30), i + 50));
  return `${part(a)} there, ${part(b)} natively`;
}

