/** How many near names are offered for an unknown name. */
const OFFERED = 3
const LENGTH_MAX = 40

/** The three candidates nearest to a text by edits, ties in the order given; names that share nothing are left out. */
export function findNearest(text: string, candidates: Iterable<string>): string[] {
  const wanted = text.slice(0, LENGTH_MAX)
  const nearest: { name: string; distance: number }[] = []
  for (const name of new Set(candidates)) {
    const compared = name.slice(0, LENGTH_MAX)
    const last = nearest[OFFERED - 1]?.distance ?? Number.POSITIVE_INFINITY
    // So many edits it takes at least.
    if (Math.abs(wanted.length - compared.length) >= last) continue
    const distance = computeEditDistance(wanted, compared)
    if (distance >= Math.min(last, Math.max(wanted.length, name.length))) continue
    const behind = nearest.findIndex((other) => other.distance > distance)
    nearest.splice(behind === -1 ? nearest.length : behind, 0, { name, distance })
    if (nearest.length > OFFERED) nearest.pop()
  }
  return nearest.map(({ name }) => name)
}

/** True where a name was meant and a letter or two went wrong: `mesure`, `titel`. */
export function isMisspelling(text: string, name: string): boolean {
  const edits = text.length > LENGTH_MAX ? LENGTH_MAX : computeEditDistance(text, name)
  return edits > 0 && edits <= 2 && edits * 2 < name.length
}

function computeEditDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  let line = [...above]
  for (let i = 0; i < a.length; i += 1) {
    const character = a.charCodeAt(i)
    let left = i + 1
    line[0] = left
    for (let j = 0; j < b.length; j += 1) {
      const swapped = (above[j] ?? 0) + (character === b.charCodeAt(j) ? 0 : 1)
      left = Math.min(swapped, (above[j + 1] ?? 0) + 1, left + 1)
      line[j + 1] = left
    }
    const spare = above
    above = line
    line = spare
  }
  return above[b.length] ?? 0
}
