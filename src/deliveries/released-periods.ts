import type { Release } from '../store/published-tables.ts'

/** When a dataset's figures of one period were published, and corrected. */
export interface ReleasedPeriod {
  day: string
  release: number
  corrections: number
  corrected: string | null
}

/** By dataset, then by period. The tables of one release count once. */
export function countReleases(releases: readonly Release[]): Map<string, Map<string, ReleasedPeriod>> {
  const released = new Map<string, Map<string, ReleasedPeriod>>()
  for (const { release, date, files } of releases) {
    for (const [dataset, ofDataset] of Map.groupBy(files, (file) => file.dataset)) {
      const periods = released.get(dataset) ?? new Map<string, ReleasedPeriod>()
      released.set(dataset, periods)
      for (const [period, tables] of Map.groupBy(ofDataset, (file) => file.period)) {
        const before = periods.get(period)
        if (before === undefined) periods.set(period, { day: date, release, corrections: 0, corrected: null })
        else if (tables.some(({ revision }) => revision > 1))
          periods.set(period, { ...before, corrections: before.corrections + 1, corrected: date })
      }
    }
  }
  return released
}
