/** Spread of some numbers; all null where there are none. */
export interface Spread {
  count: number
  min: number | null
  median: number | null
  max: number | null
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  return { count: sorted.length, min: sorted[0] ?? null, median: medianOf(sorted), max: sorted.at(-1) ?? null }
}

/** The middle value, or the mean of the two in the middle. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[half - 1], sorted[half]]
  if (high === undefined) return null
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2
}

/** Null rather than a number that means nothing where there is nothing to divide by. */
export function divide(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole
}

/** CPU seconds, user and system, of all threads of this process. */
interface Cpu {
  user: number
  system: number
}

export function toCpuSeconds({ user, system }: Cpu): number {
  return (user + system) / 1e6
}

/** Does something and returns its CPU seconds; they vary far less on a busy machine than wall time. */
export function measureTime<T>(work: () => T): { result: T; cpu: number } {
  const start = process.cpuUsage()
  const result = work()
  return { result, cpu: toCpuSeconds(process.cpuUsage(start)) }
}
