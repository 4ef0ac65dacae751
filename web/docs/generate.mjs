// Makes web/docs/api.md from the comments in the sources: the package's functions and shapes, the element, the command.
//   node web/docs/generate.mjs            writes it
//   node web/docs/generate.mjs --check    writes nothing; status 1 where it differs
import { build } from 'esbuild';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = join(root, 'web/docs/api.md');
const parse = (path) => ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true);

// --- comments ---------------------------------------------------------------------------------------------------------

const link = (text) => text.replace(/\{@link (\w+)\}/g, (_, name) => `[${name}](#${name.toLowerCase()})`).trim();

/** What stands before a declaration: its text and its tags. Read as text, since the parser takes braces in a sentence for types. */
function docOf(node) {
  const comment = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1)?.getText() ?? '';
  const [text, ...tags] = comment.replace(/^\/\*\*|\s*\*\/$/g, '').replace(/^ *\* ?/gm, '').split(/^@(?=\w)/m);
  const all = (name) => tags.filter((tag) => tag.match(/^\w+/)[0] === name).map((tag) => tag.slice(name.length + 1).trimEnd());
  return {
    text: link(text),
    parameters: all('param').map((tag) => ({ name: tag.split(/\s/)[0], text: link(tag.slice(tag.split(/\s/)[0].length)) })),
    returns: all('returns').map(link)[0],
    throws: all('throws').map(link)[0],
    example: all('example').map((tag) => tag.trim())[0],
  };
}

function described(doc, heading, signature) {
  const lines = [`### ${heading}`, '', '```ts', signature, '```', '', doc.text, ''];
  for (const { name, text } of doc.parameters) lines.push(`- \`${name}\`: ${text.replace(/\s*\n\s*/g, ' ')}`);
  if (doc.returns) lines.push(`- **gives** ${doc.returns.replace(/\s*\n\s*/g, ' ')}`);
  if (doc.throws) lines.push(`- **throws** ${doc.throws.replace(/\s*\n\s*/g, ' ')}`);
  if (doc.example) lines.push('', '```js', doc.example, '```');
  lines.push('');
  return lines.join('\n');
}

/** A declaration as it stands in the source, with the comments inside it. */
function shape(source, name) {
  let found;
  source.forEachChild((node) => {
    if ((ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node)) && node.name?.text === name) found = node;
  });
  if (!found) throw new Error(`${source.fileName} has no ${name}`);
  const { text } = docOf(found);
  return `### ${name}\n\n${text ? `${text}\n\n` : ''}\`\`\`ts\n${found.getText().replace(/^export /, '')}\n\`\`\`\n`;
}

// --- the package ------------------------------------------------------------------------------------------------------

const sources = {
  playground: parse('web/package/playground.ts'), answers: parse('web/package/answers.ts'), node: parse('web/node/index.ts'),
  protocol: parse('web/src/engine/protocol.ts'), inspect: parse('web/src/engine/inspect.ts'), pool: parse('web/package/pool.ts'),
};

function functions() {
  const sections = [];
  const undocumented = [];
  const add = (node, name, signature) => {
    const doc = docOf(node);
    if (!doc.text || !doc.returns || !doc.throws || !doc.example) undocumented.push(name);
    sections.push(described(doc, name, signature));
  };
  sources.playground.forEachChild((node) => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'Playground') for (const member of node.members) add(member, member.name.text, member.getText());
  });
  sources.node.forEachChild((node) => {
    if (ts.isFunctionDeclaration(node)) add(node, node.name.text, node.getText().slice(0, node.body.getStart() - node.getStart()).replace(/^export /, '').trim());
  });
  if (undocumented.length > 0) throw new Error(`a public function wants text, @returns, @throws and @example: ${undocumented.join(', ')}`);
  return sections.join('\n');
}

function shapes() {
  const wanted = [
    ['playground', ['RunOptions', 'ExploreOptions', 'At', 'TraceFormat', 'Finished']],
    ['protocol', ['RunResult', 'Limits', 'NetworkOptions', 'NetworkAnswer', 'Diagnosis']],
    ['answers', ['Diagnosed', 'Exploration', 'ExploredOutput', 'Bundle', 'CheckVerdict', 'QuestionVerdict']],
    ['inspect', ['Inspection', 'InspectedTask', 'Wait', 'StackFrame', 'NamedValue', 'InspectedLoop', 'InspectedLock']],
  ];
  const text = wanted.flatMap(([file, names]) => names.map((name) => (name === 'RunOptions' ? shape(sources.protocol, name) : shape(sources[file], name)))).join('\n');
  return text.replace('### RunOptions\n', '### RunOptions\n\nHow a program is run. Seconds are virtual: waiting takes no time. `signal: AbortSignal` calls the run off; `events` and `format` are\nset by the functions themselves.\n');
}

function errors() {
  return ['OptionError', 'EngineError'].map((name) => {
    const source = name === 'OptionError' ? sources.playground : sources.pool;
    let text;
    source.forEachChild((node) => ts.isClassDeclaration(node) && node.name?.text === name && (text = docOf(node).text));
    return `- **${name}**: ${text.replace(/\s*\n\s*/g, ' ')}`;
  }).join('\n');
}

// --- the element ------------------------------------------------------------------------------------------------------

function element() {
  const source = parse('web/src/embed/asyncio-playground.ts');
  const settings = readFileSync(join(root, 'web/src/embed/settings.ts'), 'utf8');
  const attributes = [...settings.matchAll(/^ {2}'(\w+)', \/\/ (.*)$/gm)].map(([, name, text]) => `| \`${name}\` | ${text.replaceAll('|', '\\|')} |`);
  const members = [];
  const events = [];
  source.forEachChild((node) => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'Events') for (const member of node.members) events.push(`| \`${member.name.text}\` | \`${member.type.getText().replaceAll('|', '\\|')}\` | ${docOf(member).text} |`);
    if (!ts.isClassDeclaration(node) || node.name?.text !== 'AsyncioPlayground') return;
    for (const member of node.members) {
      const doc = docOf(member);
      if (!doc.example) continue;
      const isProperty = ts.isGetAccessor(member);
      const signature = member.getText().slice(0, member.body.getStart() - member.getStart()).replace(/^async /, '').trim();
      members.push(described(doc, `element.${member.name.text}`, isProperty ? `${member.name.text}: ${member.type.getText()}` : signature));
    }
  });
  return `| attribute | meaning |\n|---|---|\n${attributes.join('\n')}\n\n| event | \`event.detail\` | when |\n|---|---|---|\n${events.join('\n')}\n\n${members.join('\n')}`;
}

// --- the command ------------------------------------------------------------------------------------------------------

async function command() {
  process.env.NO_COLOR = '1';
  const folder = mkdtempSync(join(tmpdir(), 'api-'));
  try {
    const file = join(folder, 'commands.mjs');
    await build({
      stdin: { contents: "export { commands } from './index.ts';\nexport { helpOf } from './options.ts';", resolveDir: join(root, 'web/node/commands'), loader: 'ts' },
      outfile: file, bundle: true, format: 'esm', platform: 'node', external: ['#engine'], logLevel: 'warning',
    });
    const { commands, helpOf } = await import(pathToFileURL(file));
    return commands.map((one) => `### asyncio-playground ${one.name}\n\n\`\`\`text\n${helpOf(one).trimEnd()}\n\`\`\`\n`).join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// --- all of it --------------------------------------------------------------------------------------------------------

const text = `<!-- Generated from the comments in the sources by web/docs/generate.mjs. Do not edit. -->
# API

The [functions](#functions) of the package in node and browsers, the [element](#the-element) of course pages, the [command](#the-command).
All times are virtual seconds unless said otherwise. The examples are run by the tests.

## Functions

\`import { run, trace, events, inspect, diagnose, explore, check } from 'asyncio-playground'\`. Programs run in worker threads (in a browser:
web workers), so no call blocks. All but \`loadScenario\` are in both entries.

${functions()}
### Errors

${errors()}
- the **signal's reason** when an AbortSignal called the run off, as \`fetch\` does: a DOMException named AbortError, or TimeoutError of \`AbortSignal.timeout(milliseconds)\`

## Shapes

### TraceEvent

An event has \`seq\`, \`t\` (virtual seconds), \`type\` and that type's own fields: \`engine/trace/events.schema.json\` describes each.

${shapes()}
## The element

\`<asyncio-playground>\`: see [embedding.md](embedding.md). In the examples \`element\` is one of a page.

${element()}
## The command

Exit status: 0, or what the program gave to \`sys.exit\`; 1 after an exception that nobody caught; 2 for a mistake in the command, said in
one sentence on stderr; 3 when a limit stopped the program. Each command says more.

${await command()}`.replace(/\n{3,}/g, '\n\n');

const current = (() => {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    return '';
  }
})();
if (current !== text && process.argv.includes('--check')) {
  console.error('web/docs/api.md is not what the sources say: run `node web/docs/generate.mjs`');
  process.exitCode = 1;
} else if (current !== text) {
  writeFileSync(target, text);
  console.log('wrote web/docs/api.md');
}
