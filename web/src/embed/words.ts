// What the element itself says to a learner, by language. The pictures and the stepper speak English and are marked so,
// for screen readers; what is wrong with an attribute is said in English too: that is for authors.

export interface Words {
  open: string;
  run: string;
  again: string;
  stop: string;
  reset: string;
  /** above the program of an exercise */
  program: string;
}

/** By language tag in small letters. A course may add its own: `customElements.get('asyncio-playground').words.fr = {run: 'Exécuter'}`. */
export const WORDS: Record<string, Partial<Words>> & { en: Words } = {
  en: { open: 'Open in the playground', run: 'Run', again: 'Run again', stop: 'Stop', reset: 'Reset', program: 'Program' },
  de: { open: 'Im Playground öffnen', run: 'Ausführen', again: 'Noch einmal', stop: 'Anhalten', reset: 'Zurücksetzen', program: 'Programm' },
};

/** The words of a language, or of the one that it is a variety of (`de-CH`: `de`); what is missing, and all of an unknown one, in English. */
export function wordsOf(lang: string): Words & { language: string } {
  const tag = lang.trim().toLowerCase();
  const known = [tag, tag.split('-')[0]!].find((one) => Object.hasOwn(WORDS, one)) ?? 'en';
  return { ...WORDS.en, ...WORDS[known], language: known };
}
