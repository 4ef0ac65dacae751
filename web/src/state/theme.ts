// Light, dark, or as the system says.
import { keep, kept } from './kept.ts';

export type Theme = 'auto' | 'light' | 'dark';

export function theme(): Theme {
  const value = document.documentElement.dataset['theme'];
  return value === 'light' || value === 'dark' ? value : 'auto';
}

export function setTheme(value: Theme): void {
  if (value === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = value;
  keep('theme', value);
  dispatchEvent(new Event('ap-theme'));
}

export function restoreTheme(): void {
  const before = kept('theme');
  if (before === 'light' || before === 'dark') document.documentElement.dataset['theme'] = before;
}
