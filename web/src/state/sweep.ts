// What becomes of a program over the range of one of its numbers: where does the outcome change? Pure but for the runs,
// which are handed in.

/** One run: how it ended. */
export interface Sample {
  value: number;
  /** virtual seconds */
  total: number;
  output: string;
  /** how it ended, where that is not the usual way: an exception, a deadlock, a limit */
  trouble: string;
}

/** Values from `from` to `to` (both tried) that come to the same. */
export interface Stretch {
  from: number;
  to: number;
  first: Sample;
  last: Sample;
}

export interface Swept {
  samples: Sample[];
  stretches: Stretch[];
  /** the output tells numbers that differ each time: they were left out of account */
  numbersAside: boolean;
}

export interface Range {
  min: number;
  max: number;
  integer: boolean;
}

const GRID = 36;
/** A boundary is found to this part of the range. */
const FINE = 1 / 2000;
/** With more outcomes than this, what differs is most likely a number that is printed. */
const MANY = 8;

export async function sweep({ min, max, integer }: Range, run: (value: number) => Promise<Sample>, stopped: () => boolean = () => false): Promise<Swept> {
  const fine = integer ? 1 : niceStep((max - min) * FINE);
  const tidy = (value: number) => (integer ? Math.round(value) : Number((Math.round(value / fine) * fine).toPrecision(12)));
  const count = integer ? Math.min(GRID, max - min) : GRID;
  const values = new Set(Array.from({ length: count + 1 }, (_, i) => tidy(min + ((max - min) * i) / count)));
  const samples: Sample[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (stopped()) break;
    samples.push(await run(value));
  }
  const many = stretchesOf(samples, outcome).length > MANY;
  const sign = many ? (sample: Sample) => outcome(sample).replace(/\d+(\.\d+)?/g, '#') : outcome;
  // Between two neighbours that differ the boundary is closed in on, unless there are too many of them.
  if (stretchesOf(samples, sign).length <= MANY) {
    for (let i = 0; i + 1 < samples.length && !stopped(); i++) {
      let [low, high] = [samples[i]!, samples[i + 1]!];
      const found: Sample[] = [];
      while (sign(low) !== sign(high) && high.value - low.value > fine * 1.5 && !stopped()) {
        const middle = await run(tidy((low.value + high.value) / 2));
        found.push(middle);
        if (sign(middle) === sign(low)) low = middle;
        else high = middle;
      }
      samples.splice(i + 1, 0, ...found.sort((a, b) => a.value - b.value));
      i += found.length;
    }
  }
  return { samples, stretches: stretchesOf(samples, sign), numbersAside: many };
}

const outcome = ({ output, trouble }: Sample): string => `${trouble}\n${output}`;

function stretchesOf(samples: readonly Sample[], sign: (sample: Sample) => string): Stretch[] {
  const stretches: Stretch[] = [];
  for (const sample of samples) {
    const last = stretches.at(-1);
    if (last && sign(last.last) === sign(sample)) Object.assign(last, { to: sample.value, last: sample });
    else stretches.push({ from: sample.value, to: sample.value, first: sample, last: sample });
  }
  return stretches;
}

/** 1, 2 or 5 times a power of ten, at most `value`. */
function niceStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([5, 2, 1].find((factor) => factor * power <= value * (1 + 1e-9)) ?? 1) * power;
}

/** The first line in which two outputs differ, as each has it. */
export function firstDifference(one: string, other: string): { line: number; one: string | undefined; other: string | undefined } | undefined {
  const a = one.trimEnd().split('\n');
  const b = other.trimEnd().split('\n');
  const line = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => i).find((i) => a[i] !== b[i]);
  return line === undefined ? undefined : { line: line + 1, one: a[line], other: b[line] };
}
