// One CPython (Pyodide) that runs program after program.  Between two programs its whole memory is put back to the
// image taken after start-up, so that no program sees what another one did.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { pyodideFolder } from './pyodide-folder.mjs';

const HARNESS = fileURLToPath(new URL('harness/', import.meta.url));
const HOME = '/home/pyodide';
const SHAKE = process.env.REFERENCE_SHAKE ?? '0'; // other hashes and other addresses, to find programs that depend on them
const LARGEST_HEAP = 200 * 2 ** 20; // a program that made the memory larger than this costs a new process

export class Reference {
  #py; #module; #image; #start; #drop; #record; #tool;

  static async boot() {
    const folder = pyodideFolder();
    const { loadPyodide } = await import(pathToFileURL(join(folder, 'pyodide.mjs')).href);
    const silent = () => '';
    const py = await loadPyodide({
      indexURL: folder + '/',
      env: { PYTHONHASHSEED: SHAKE, HOME, TZ: 'UTC' },
      stdout: silent, stderr: silent,
    });
    py.FS.mkdirTree('/reference/harness');
    for (const name of readdirSync(HARNESS)) {
      if (name.endsWith('.py')) py.FS.writeFile('/reference/harness/' + name, readFileSync(HARNESS + name));
    }
    py.runPython(`
import gc, os, sys
sys.path.append('/reference')
import harness.program
sys.path.remove('/reference')
harness.program.install()
os.chdir('${HOME}')
`);
    const self = new Reference();
    self.#py = py;
    self.#module = py._module;
    const harness = py.pyimport('harness.program');
    self.#start = harness.start;
    self.#drop = harness.drop;
    self.#record = harness.record;
    // once through, so that what a first run caches is in the image; frozen, so that a collection looks at the program's objects only
    py.FS.writeFile(`${HOME}/main.py`, 'pass\n');
    self.#start('main.py');
    self.#drop();
    self.#record();
    py.runPython(`import gc; ballast = [object() for _ in range(${100 * SHAKE})]; gc.collect(); gc.freeze()`);
    self.#module._PyGC_Collect();
    self.#image = self.#module.HEAPU8.slice();
    return self;
  }

  #restore() {
    const heap = this.#module.HEAPU8;
    heap.set(this.#image);
    heap.fill(0, this.#image.length);
    // The files are in JavaScript: a program may have left some, and moved to another folder.
    const { FS } = this.#py;
    FS.chdir(HOME);
    const empty = folder => {
      for (const name of FS.readdir(folder)) {
        if (name === '.' || name === '..') continue;
        const path = `${folder}/${name}`;
        if (FS.isDir(FS.lstat(path).mode)) { empty(path); FS.rmdir(path); } else FS.unlink(path);
      }
    };
    empty(HOME);
    empty('/tmp');
  }

  run(source) {
    this.#restore();
    this.#py.FS.writeFile(`${HOME}/main.py`, source);
    this.#start('main.py');
    this.#module._PyGC_Collect(); // as at interpreter exit, with no Python frame below: garbage, then the module
    this.#drop();
    this.#module._PyGC_Collect();
    return JSON.parse(this.#record());
  }

  /** Runs Python text that assigns `answer` (something JSON can say), with `given` set; for tools, not for programs. */
  evaluate(text, given) {
    this.#restore();
    this.#py.FS.writeFile(`${HOME}/given.json`, JSON.stringify(given));
    try {
      return JSON.parse(this.#py.runPython(`
import json
with open('given.json') as f: given = json.load(f)
space = {'given': given}
exec(${JSON.stringify(text)}, space)
json.dumps(space['answer'])`));
    } catch (error) {
      throw new Error(error.message); // Pyodide's own error drags its whole source along
    }
  }

  get worn() { return this.#module.HEAPU8.length > LARGEST_HEAP; }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const reference = await Reference.boot();
    process.on('message', ({ source }) => {
      let record, broken = false;
      try {
        record = reference.run(source);
      } catch (error) {
        broken = true;
        record = { stdout: '', stderr: String(error?.message ?? error).slice(0, 2000), exit: null, virtual_seconds: null, crash: true };
      }
      process.send({ record, worn: broken || reference.worn });
    });
    process.send({ ready: true });
  } catch (error) {
    process.send({ failed: String(error?.message ?? error).slice(0, 2000) }, () => process.exit(1));
  }
}
