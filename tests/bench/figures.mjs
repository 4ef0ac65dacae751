// What the benchmarks share: medians, and tables in Markdown.

/** The median of those that are numbers; NaN of none. */
export function median(numbers) {
  const sorted = numbers.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return NaN;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A table of texts; all columns but the first stand to the right. */
export function table(head, rows) {
  const all = [head, head.map((_, i) => (i ? '--:' : '---')), ...rows];
  return all.map((row) => `| ${row.join(' | ')} |`).join('\n') + '\n';
}
