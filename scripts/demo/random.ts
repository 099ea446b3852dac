/** A seeded stream of numbers, the same on every machine: integer arithmetic only (mulberry32, seeded by FNV-1a). */
export interface Random {
  /** At least 0, below 1. */
  drawNext(): number
  /** An integer from `low` to `high`, both included. */
  drawBetween(low: number, high: number): number
  /** True with this probability. */
  drawChance(probability: number): boolean
  /** About standard normal: the sum of twelve uniforms less six. */
  drawNormal(): number
  /** One of the entries, by weight. */
  pick<T>(entries: readonly (readonly [T, number])[]): T
}

/** Each name has a stream of its own, so that a change in one dataset leaves the others as they were. */
export function randomOf(seed: number, name: string): Random {
  let state = hashText(`${seed}:${name}`)
  const drawNext = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    drawNext,
    drawBetween: (low, high) => low + Math.floor(drawNext() * (high - low + 1)),
    drawChance: (probability) => drawNext() < probability,
    drawNormal() {
      let sum = -6
      for (let n = 0; n < 12; n++) sum += drawNext()
      return sum
    },
    pick: (entries) => pickWeighted(entries, drawNext()),
  }
}

function pickWeighted<T>(entries: readonly (readonly [T, number])[], at: number): T {
  let total = 0
  for (const [, weight] of entries) total += weight
  let rest = at * total
  for (const [value, weight] of entries) {
    rest -= weight
    if (rest < 0) return value
  }
  const last = entries.at(-1)
  if (!last) throw new Error('nothing to pick from')
  return last[0]
}

function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193)
  return hash | 0
}
