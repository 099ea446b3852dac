/** How many near names are offered for an unknown name. */
const OFFERED = 3
const LENGTH_MAX = 40

/** The three candidates nearest to a text by edits, ties in the order given; names that share nothing are left out. */
export function findNearest(text: string, candidates: Iterable<string>): string[] {
  const wanted = text.slice(0, LENGTH_MAX)
  const scored: { name: string; distance: number }[] = []
  for (const name of new Set(candidates)) {
    const distance = computeEditDistance(wanted, name.slice(0, LENGTH_MAX))
    if (distance < Math.max(wanted.length, name.length)) scored.push({ name, distance })
  }
  return scored
    .sort((a, b) => a.distance - b.distance)
    .slice(0, OFFERED)
    .map(({ name }) => name)
}

function computeEditDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const line = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      line.push(Math.min(swapped, (above[j] ?? 0) + 1, (line[j - 1] ?? 0) + 1))
    }
    above = line
  }
  return above[b.length] ?? 0
}
