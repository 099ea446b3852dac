/** `1–2, 81`: rows as a person would name them. */
export function spansOf(rows: readonly number[]): string {
  const spans: [number, number][] = []
  for (const row of rows) {
    const last = spans.at(-1)
    if (last && (row === last[1] + 1 || row === last[1])) last[1] = row
    else spans.push([row, row])
  }
  return spans.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}
