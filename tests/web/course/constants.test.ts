import { expect, test } from 'vitest';
import { constants, withConstants } from '../../../web/src/course/constants.ts';

const source = 'FILES = 10\nSLOW = 1.5  # seconds\nNAME = "x"\nlower = 3\n\ndef f():\n    INNER = 4\n';

test('constants of the top level are found', () => {
  expect(constants(source).map(({ name, value, integer, line }) => [name, value, integer, line])).toEqual([['FILES', 10, true, 1], ['SLOW', 1.5, false, 2]]);
});

test('their literals are replaced, and nothing else', () => {
  expect(withConstants(source, { FILES: 3, INNER: 9, NAME: 'y' })).toBe(source.replace('10', '3').replace('"x"', '"y"'));
  expect(withConstants(source, undefined)).toBe(source);
});
