import type { Places } from '../../codes/places.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Row, Value } from '../../contracts/row.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Location, Problem } from '../../problems/problem.ts'

/** Years by which it is known how far apart they are. */
const YEARS_MIN = 4
/** Share of all pairs of year and place that must be there before a missing pair is asked about. */
const FILLED_MIN = 0.5

/**
 * Years that are left out of a file whose rows name years of their own, and places that single years lack: of 2026–2040 the
 * years 2031–2035, of 2030 one district.
 */
export function findMissingTimes(
  contract: Contract,
  rows: readonly Row[],
  { places, at }: { places: Places; at: Partial<Location> },
): Problem[] {
  const kindOf = (id: string) => contract.columns[id]?.type.kind
  const [time] = contract.key.filter((id) => kindOf(id) === 'year')
  const [place] = contract.key.filter((id) => kindOf(id) === 'place')
  if (time === undefined || (contract.rules ?? []).some((rule) => rule.kind === 'is-period' && rule.column === time))
    return []
  const years = [...new Set(rows.map(({ values }) => Number(values[time])))].sort((a, b) => a - b)
  const where = { ...at, columnName: contract.columns[time]?.names.zh ?? time }
  const gaps = findGaps(years).map((year) => {
    const text = String(year)
    return createProblem('time-left-out', where, {
      expected: text,
      params: { key: text, first: years[0] ?? '', last: years.at(-1) ?? '' },
    })
  })
  return place === undefined ? gaps : [...gaps, ...findMissingPairs(rows, [time, place], { places, where })]
}

/** Years between the first and the last that keep the step of most of them. */
function findGaps(years: readonly number[]): number[] {
  if (years.length < YEARS_MIN) return []
  const steps = years.slice(1).map((year, index) => year - (years[index] ?? 0))
  const step = Math.min(...steps)
  const longer = steps.filter((own) => own > step)
  // Steps of any length are no steps.
  if (longer.length > steps.length / 4 || longer.some((own) => own % step !== 0)) return []
  const seen = new Set(years)
  const [first = 0, last = 0] = [years[0], years.at(-1)]
  const missing: number[] = []
  for (let year = first; year < last; year += step) if (!seen.has(year)) missing.push(year)
  return missing
}

function findMissingPairs(
  rows: readonly Row[],
  [time, place]: readonly [string, string],
  { places, where }: { places: Places; where: Partial<Location> },
): Problem[] {
  const seen = new Map<Value, Set<Value>>()
  for (const { values } of rows) {
    const own = seen.get(values[time] ?? null) ?? new Set()
    seen.set(values[time] ?? null, own)
    own.add(values[place] ?? null)
  }
  const all = [...new Set([...seen.values()].flatMap((own) => [...own]))]
  const missing = [...seen].flatMap(([year, own]) =>
    all.filter((code) => !own.has(code)).map((code) => ({ year, code })),
  )
  if (missing.length > all.length * seen.size * (1 - FILLED_MIN)) return []
  return missing.map(({ year, code }) => {
    const name = places.get(String(code))?.names ?? { zh: String(code), en: String(code) }
    const key = `${year} ${code}`
    return createProblem('pair-left-out', where, { expected: key, params: { key, year: String(year), name } })
  })
}
