#!/usr/bin/env node
// Packs the modules written in Python (the *.py beside this file) into the one file that the engine is given:
// "name\0length\0text" for each, sorted by name; see ../python_modules.hpp.
//   node engine/bindings/python/pack.mjs FILE
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));

export function makePack() {
  const parts = [];
  const visit = (path, prefix) => {
    for (const entry of readdirSync(path).sort()) {
      const file = join(path, entry);
      if (statSync(file).isDirectory()) visit(file, `${prefix}${entry}.`);
      else if (entry.endsWith('.py')) {
        const name = entry === '__init__.py' ? prefix.slice(0, -1) : prefix + entry.slice(0, -3);
        // Whole lines of comment are for readers of the source; empty lines keep the numbers of lines as they are.
        const text = Buffer.from(readFileSync(file, 'utf8').replace(/^[ \t]*#.*$/gm, ''));
        parts.push({ name, bytes: Buffer.concat([Buffer.from(`${name}\0${text.length}\0`), text]) });
      }
    }
  };
  visit(folder, '');
  parts.sort((a, b) => (a.name < b.name ? -1 : 1));
  return Buffer.concat(parts.map((part) => part.bytes));
}

/** Writes the pack where it differs from what is there. */
export function writePack(file) {
  const pack = makePack();
  if (existsSync(file) && readFileSync(file).equals(pack)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, pack);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writePack(process.argv[2]);
