// The playground's menu: scenarios/examples.
import list from '../../../scenarios/examples/examples.json';

export interface Example {
  id: string;
  title: string;
  emoji: string;
  summary: string;
  source: string;
}

const files = import.meta.glob<string>('../../../scenarios/examples/*.py', { query: '?raw', import: 'default', eager: true });

export const examples: Example[] = list.examples.map(({ id, title, emoji, summary, file }) => ({
  id, title, emoji, summary, source: files[`../../../scenarios/examples/${file}`] ?? '',
}));

export const firstExample: Example = examples[Math.max(0, list.examples.findIndex((example) => 'first' in example && example.first))]!;
