// Where Pyodide is: the folder in $PYODIDE_DIR, else node_modules/pyodide of this project or of a folder above it.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export function pyodideFolder() {
  if (process.env.PYODIDE_DIR) return process.env.PYODIDE_DIR;
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', 'pyodide');
    if (existsSync(join(candidate, 'pyodide.mjs'))) return candidate;
    if (dirname(folder) === folder) break;
  }
  throw new Error('The reference needs pyodide: run `npm ci`, or set PYODIDE_DIR to the folder that holds pyodide.mjs.');
}
