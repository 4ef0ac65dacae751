/** What is recorded of a run that is shown; events keep their numbers only among runs that record the same. */
export const SHOWN_RUN = { lines: true, lines_in_a_row: 5000, categories: 'default,lines', diagnose: true } as const;
