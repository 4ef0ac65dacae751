// A class's submissions on disk: whose is what.
import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { UsageError } from '../commands/options.ts';

export interface Submission {
  learner: string;
  file: string;
  /** why it cannot even be read */
  trouble?: string;
}

/** The longest submission that is looked at, in bytes. */
export const MAX_BYTES = 1_000_000;

/**
 * The submissions in these files and folders, sorted by learner. In a folder a learner is a file (ada.py: ada) or a folder
 * with one file in it (ada/solution.py: ada; with several of them, ada/first and ada/second).
 */
export function findSubmissions(paths: readonly string[]): Submission[] {
  const found: Submission[] = [];
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) throw new UsageError(`there is no file or folder '${path}'`);
    if (stat.isDirectory()) found.push(...inFolder(path, ''));
    else found.push({ learner: stem(path), file: path, ...(stat.isFile() ? {} : { trouble: `${basename(path)} is no file` }) });
  }
  const order = (a: Submission, b: Submission) => (a.learner < b.learner ? -1 : a.learner > b.learner ? 1 : a.file < b.file ? -1 : 1);
  return found.sort(order);
}

const stem = (file: string): string => basename(file, extname(file));

function inFolder(folder: string, prefix: string): Submission[] {
  const learner = prefix === '' ? basename(folder) : prefix.slice(0, -1);
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (prefix === '') throw new UsageError(`the folder '${folder}' cannot be read: ${(error as Error).message}`);
    return [{ learner, file: folder, trouble: `${basename(folder)} is a folder that cannot be read` }];
  }
  entries = entries.filter(({ name }) => !name.startsWith('.') && name !== '__pycache__').sort((a, b) => (a.name < b.name ? -1 : 1));
  const isSubmission = (name: string) => ['.py', '.json'].includes(extname(name));
  const files = entries.filter((entry) => !entry.isDirectory() && (isSubmission(entry.name) || entry.isSymbolicLink()));
  const alone = prefix !== '' && files.length === 1;
  return [
    ...files.map((entry) => ({ learner: alone ? learner : prefix + stem(entry.name), file: join(folder, entry.name), ...(entry.isFile() ? {} : { trouble: trouble(entry) }) })),
    ...entries.filter((entry) => entry.isDirectory()).flatMap(({ name }) => inFolder(join(folder, name), `${prefix}${name}/`)),
  ];
}

/** A link may lead to somebody else's work, to a file that is none of the class's, or in a circle; a pipe never ends. */
const trouble = (entry: Dirent): string => (entry.isSymbolicLink() ? `${entry.name} is a symbolic link, which is not followed` : `${entry.name} is no file`);

/**
 * The answers in a submission: a program answers the scenario's question of the kinds fix and write, JSON answers by id.
 * Throws an Error with a sentence about this submission.
 */
export function readAnswers({ file, trouble }: Submission, program: string | undefined): { answers: Record<string, unknown>; bytes: Buffer } {
  if (trouble !== undefined) throw new Error(trouble);
  const bytes = read(file);
  if (extname(file) === '.json') {
    let answers: unknown;
    try {
      answers = JSON.parse(bytes.toString('utf8'));
    } catch (error) {
      throw new Error(`${basename(file)} is not JSON: ${(error as Error).message}`);
    }
    if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) throw new Error(`${basename(file)} holds no object of answers: {"question": answer}`);
    return { answers: answers as Record<string, unknown>, bytes };
  }
  if (program === undefined) throw new Error(`${basename(file)}: this scenario has no question that a program answers; answers come as JSON`);
  if (bytes.includes(0)) throw new Error(`${basename(file)} is no text: it holds zero bytes`);
  return { answers: { [program]: bytes.toString('utf8') }, bytes };
}

function read(file: string): Buffer {
  let bytes: Buffer;
  try {
    if (statSync(file).size > MAX_BYTES) bytes = Buffer.alloc(MAX_BYTES + 1);
    else bytes = readFileSync(file);
  } catch (error) {
    throw new Error(`${basename(file)} cannot be read: ${(error as NodeJS.ErrnoException).code === 'EACCES' ? 'that is not allowed' : (error as Error).message}`);
  }
  if (bytes.length > MAX_BYTES) throw new Error(`${basename(file)} is longer than ${MAX_BYTES} bytes`);
  return bytes;
}

/** The i-th of n portions, i from 1: submissions are dealt out like cards, so that all portions are alike. */
export function shard<T>(all: readonly T[], text: string | undefined): T[] {
  if (text === undefined) return [...all];
  const [, i, n] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const [part, parts] = [Number(i), Number(n)];
  if (!i || part < 1 || part > parts) throw new UsageError(`--shard takes i/n with i from 1 to n, such as 2/8, not '${text}'`);
  return all.filter((_, at) => at % parts === part - 1);
}
