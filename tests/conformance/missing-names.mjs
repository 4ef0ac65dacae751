#!/usr/bin/env node
// Which names the modules of CPython 3.14 have that ours lack.  A program that takes one of them is refused by name and line
// before it starts, so the list must be complete: --check fails where it is not. So is one that takes an attribute which types of
// CPython have and none of ours, unless the program has that name itself: these, and the modules' names with an underscore, are the
// line "*". Modules that we lack as a whole are the line "+".
//   node tests/conformance/missing-names.mjs            writes engine/bindings/python/_missing_names.py
//   node tests/conformance/missing-names.mjs --check    says what has to be written, and exits with 1
import { readFileSync, readdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineCommand, runOnEngine } from './engines.mjs';
import { runOnReference } from './reference/pool.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const list = join(root, 'engine/bindings/python/_missing_names.py');
// What the reference lacks only because it has no operating system below.
const ALSO = { asyncio: ['open_unix_connection', 'start_unix_server'] };
const HERE = new Set(['__future__', 'builtins', ...readdirSync(join(root, 'engine/bindings/python')).map(name => name.replace(/\.py$/, ''))]);
const OWN = new Set(['aiohttp', 'httpx', 'requests']); // not of the standard library

function modules() {
  const names = [...readFileSync(join(root, 'engine/bindings/native_modules.def'), 'utf8').matchAll(/^MODULE\("([^"]+)"/gm)].map(m => m[1]);
  const visit = (folder, prefix) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) {
        names.push(prefix + entry.name);
        visit(join(folder, entry.name), `${prefix}${entry.name}.`);
      } else if (entry.name.endsWith('.py') && entry.name !== '__init__.py') {
        names.push(prefix + entry.name.slice(0, -3));
      }
    }
  };
  visit(join(root, 'engine/bindings/python'), '');
  return [...new Set([...names, 'builtins'])].filter(name => !/(^|\.)_/.test(name) && !OWN.has(name.split('.')[0])).sort();
}

// Modules that a module happens to import are nobody's business; its own submodules are.
const LIST = `
import importlib, types
for name in NAMES:
    try:
        m = importlib.import_module(name)
    except Exception as e:
        continue
    kept = []
    for n in dir(m):
        v = getattr(m, n, None)
        if not n.startswith('_') and not (isinstance(v, types.ModuleType) and not v.__name__.startswith(name + '.')):
            kept.append(n)
    print(name, *kept)
`;
// What the modules' classes and the built-in types have, what their functions set on objects, and all names with an underscore.
const ATTRIBUTES = `
import dis, sys
found = set()
def of_library(thing):
    return (getattr(thing, '__module__', None) or '').split('.')[0] in sys.stdlib_module_names
def sets(code):
    for i in dis.get_instructions(code):
        if i.opname == 'STORE_ATTR':
            found.add(i.argval)
    for c in code.co_consts:
        if isinstance(c, types.CodeType):
            sets(c)
seen = set()
def has(cls):
    if cls in seen:
        return
    seen.add(cls)
    found.update(dir(cls))
    for base in cls.__mro__:
        for v in vars(base).values():
            v = getattr(v, '__func__', v)
            v = getattr(v, 'fget', v)
            v = getattr(v, '__wrapped__', v)
            if isinstance(v, types.FunctionType):
                sets(v.__code__)
for name in NAMES:
    try:
        m = importlib.import_module(name)
    except Exception:
        continue
    for n, v in list(vars(m).items()):
        if isinstance(v, types.ModuleType):
            continue
        if n.startswith('_'):
            found.add(n)
        if isinstance(v, type) and of_library(v):
            has(v)
        if isinstance(v, types.FunctionType) and of_library(v):
            sets(v.__code__)
for cls in [*vars(types).values(), *object.__subclasses__()]:
    if isinstance(cls, type) and cls.__module__ in ('builtins', 'types'):
        has(cls)
print('*', *found)
print('+', *sys.stdlib_module_names)
`;
// Written here already somewhere: in the Python modules, as a string of the C++ or in its tables. Lists of what is missing do not count.
function ourWords() {
  const words = new Set();
  const add = text => { for (const [word] of text.matchAll(/[A-Za-z_]\w*/g)) words.add(word); };
  const visit = folder => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = join(folder, entry.name);
      if (entry.isDirectory()) visit(file);
      else if (/missing_attributes|_missing_names|refused_names/.test(entry.name)) continue;
      else if (/\.(py|def)$/.test(entry.name)) add(readFileSync(file, 'utf8'));
      else if (/\.[ch]pp$/.test(entry.name)) for (const [text] of readFileSync(file, 'utf8').matchAll(/"(?:[^"\\\n]|\\.)*"/g)) add(text);
    }
  };
  visit(join(root, 'engine'));
  return words;
}
// Ours has no importlib: an import statement each. Some names are made when they are looked at, so that dir() does not have them.
const ours = theirs => [...theirs].map(([name, all]) => `try:\n    import ${name} as m\n    print('${name}', *[n for n in ${JSON.stringify(all)} if hasattr(m, n)])\nexcept Exception:\n    pass\n`).join('');

const parse = text => new Map(text.split('\n').filter(Boolean).map(line => { const [module, ...names] = line.split(' '); return [module, names]; }));

export async function missingNames() {
  const names = modules();
  const [reference] = await runOnReference([{ name: 'names', source: `NAMES = ${JSON.stringify(names)}\n${LIST}${ATTRIBUTES}` }], { jobs: 1, timeout: 300 });
  const folder = mkdtempSync(join(tmpdir(), 'names-'));
  try {
    const file = join(folder, 'names.py');
    const theirs = parse(reference.stdout), words = ourWords();
    const attributes = theirs.get('*').filter(name => !words.has(name)).sort();
    const whole = theirs.get('+').filter(name => !names.includes(name) && !HERE.has(name)).sort();
    theirs.delete('*');
    theirs.delete('+');
    for (const [module, all] of theirs) all.push(...(ALSO[module] ?? []));
    writeFileSync(file, ours(theirs));
    const [record] = await runOnEngine(engineCommand('native'), [file]);
    const here = parse(record.stdout);
    if (!theirs.size || !here.size) throw new Error(`no names: ${reference.stderr}${record.stderr}`);
    const lacking = [...theirs].filter(([module]) => here.has(module))
      .map(([module, all]) => [module, [...new Set(all)].sort().filter(name => !here.get(module).includes(name) && !names.includes(`${module}.${name}`))])
      .filter(([, lacking]) => lacking.length);
    return [['*', attributes], ['+', whole], ...lacking];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Those of them that the list does not have yet, "module.name". */
export function unlisted(missing) {
  const listed = parse(readFileSync(list, 'utf8').split('"""')[1].replaceAll(':', ''));
  return missing.flatMap(([module, names]) => names.filter(name => !listed.get(module)?.includes(name)).map(name => `${module}.${name}`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const missing = await missingNames();
  if (process.argv.includes('--check')) {
    const wanting = unlisted(missing);
    if (wanting.length) console.log(`not in ${list}, so a program that uses it is not refused: ${wanting.join(', ')}\nwrite it anew: node tests/conformance/missing-names.mjs`);
    process.exitCode = wanting.length ? 1 : 0;
  } else {
    writeFileSync(list, `# What CPython's modules have and ours lack. Written by tests/conformance/missing-names.mjs.\nNAMES = """\n${missing.map(([module, names]) => `${module}: ${names.join(' ')}\n`).join('')}"""\n`);
    console.log(`${missing.reduce((sum, [, names]) => sum + names.length, 0)} names of ${missing.length} modules`);
  }
}
