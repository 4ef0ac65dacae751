// A peer: Pyodide, with the same loop as native CPython. Takes paths of programs, a line each; answers with seconds.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { pyodideFolder } from '../../conformance/reference/pyodide-folder.mjs';
import { serve } from './serve.mjs';

const folder = pyodideFolder();
const { loadPyodide } = await import(pathToFileURL(join(folder, 'pyodide.mjs')).href);
const python = await loadPyodide({ indexURL: folder + '/' });
python.FS.writeFile('/lib/virtual_loop.py', readFileSync(new URL('virtual_loop.py', import.meta.url)));
python.runPython('import sys, warnings; sys.path.append("/lib"); warnings.simplefilter("ignore"); import virtual_loop');
const seconds = python.globals.get('virtual_loop')?.seconds ?? python.runPython('virtual_loop.seconds');
serve((source) => seconds(source));
