// scenarios: the lessons and brain teasers that there are.
import { resolve } from 'node:path';
import { courseOf, idOf, ownCourse, readJson, scenarioFolders, type ScenarioFile } from '../course/folder.ts';
import { out } from '../terminal.ts';
import { print, UsageError, type Command } from './options.ts';

export const scenarios: Command = {
  name: 'scenarios',
  usage: '[--json] [DIR]',
  summary: 'Lists the lessons and brain teasers of the course, or of a folder of your own.',
  help: `
  --json          one JSON array: id, kind, label, title, chapter, summary, questions, folder

  A scenario's id is what 'asyncio-playground check' takes. scenarios/README.md explains how to write one.

exit status
  0; 2 a folder that is not there

try it
  asyncio-playground scenarios | grep Teaser
`,
  options: { json: { type: 'boolean' } },
  runs: false,
  async run({ values, files }) {
    if (files.length > 1) throw new UsageError(`scenarios takes one folder, not ${files.length}`);
    const dir = files[0] ?? ownCourse();
    const course = courseOf(dir);
    const found = scenarioFolders(dir).map((folder) => {
      const { kind, label, title, chapter, order = 0, summary, questions } = readJson(`${folder}/scenario.json`) as ScenarioFile;
      return { id: idOf(folder, course), kind, label, title, chapter, order, summary, questions: questions?.length ?? 0, folder: resolve(folder) };
    });
    const chapters = chaptersOf(course);
    const place = (chapter: string) => (chapters.indexOf(chapter) + 1 || chapters.length + 1);
    found.sort((a, b) => place(a.chapter) - place(b.chapter) || a.order - b.order || (a.id < b.id ? -1 : 1));
    if (values.json) {
      print(`${JSON.stringify(found.map(({ order: _, ...rest }) => rest), null, 2)}\n`);
      return 0;
    }
    const width = Math.max(0, ...found.map(({ id }) => id.length));
    const labels = Math.max(0, ...found.map(({ label }) => (label ?? '').length));
    print(found.map(({ id, label, title, questions }) => `${out.bold(id.padEnd(width))}  ${(label ?? '').padEnd(labels)}  ${title}${questions ? `  (${questions} question${questions > 1 ? 's' : ''})` : ''}\n`).join(''));
    const teasers = found.filter(({ kind }) => kind === 'teaser').length;
    print(`${found.length} scenarios: ${found.length - teasers} lessons, ${teasers} brain teasers\n`);
    return 0;
  },
};

function chaptersOf(course: string): string[] {
  try {
    return (readJson(`${course}/course.json`) as { chapters: { id: string }[] }).chapters.map(({ id }) => id);
  } catch {
    return [];
  }
}
