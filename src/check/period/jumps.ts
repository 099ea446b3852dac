import { getPeriodBefore, getYearBefore } from '../../calendar/period.ts'
import type { Places } from '../../codes/places.ts'
import type { Contract, Measure, TableSpec } from '../../contracts/contract.ts'
import type { Table, TableRow } from '../../contracts/table.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import { ProblemCollector } from '../../problems/problem-collector.ts'
import { findMeasuredValue } from '../table/identities/identity.ts'
import { formatKey, nameRow } from '../table/row-names.ts'

/** A figure that is so many times greater or smaller than before has jumped. */
const JUMP_TIMES = 10
/** Below this the greater of two figures is small enough for chance to make tenfold. */
const JUMP_SIZE_MIN = 100
/** 人 written as 千, 万 or 百万, or the other way: a ratio within a factor of two of these is a slip of the unit. */
const SLIPS = [
  { times: 1_000, unit: '千' },
  { times: 10_000, unit: '万' },
  { times: 1_000_000, unit: '百万' },
  { times: 100_000_000, unit: '亿' },
] as const

/**
 * Figures that are ten times, or a tenth, of both the period before and the same period a year before, as far as these
 * are there. No program can know whether a storm or a slip made them: a person must accept them in `exceptions.csv`.
 * `elsewhere` are periods whose tables are not at hand: a figure that would be compared with them is skipped rather
 * than compared with half its references.
 */
export function checkJumps(
  contract: Contract,
  tables: readonly Table[],
  { elsewhere = new Set(), places }: { elsewhere?: ReadonlySet<string>; places?: Places } = {},
): Problem[] {
  const problems = new ProblemCollector()
  for (const [id, spec] of Object.entries(contract.tables)) {
    if (spec.kind !== 'figures') continue
    const measures = Object.entries(spec.measures).filter(([, measure]) => isFirstHand(measure))
    const filled = new Map(
      tables.filter((table) => table.table === id).map((table) => [table.period, indexRows(table)]),
    )
    for (const [period, { rows }] of filled) {
      const compared = [getPeriodBefore(period), getYearBefore(period)].filter((candidate) => candidate !== null)
      const references = compared.flatMap((place) => filled.get(place) ?? [])
      if (references.length === 0 || compared.some((place) => !filled.has(place) && elsewhere.has(place))) continue
      for (const row of rows.values()) {
        const before = references.map((reference) => reference.rows.get(nameOf(row)))
        for (const [measure] of measures) {
          const jump = findJump(row, before, measure)
          if (jump) problems.add(createJumpProblem(jump, { contract, spec, places, period, row, measure }))
        }
      }
    }
  }
  return problems.listAll()
}

interface Jump {
  value: number
  before: number[]
}

interface Figure {
  contract: Contract
  places: Places | undefined
  spec: TableSpec
  period: string
  row: TableRow
  measure: string
}

/** Counts and sums, and values taken as they are; what is made of them would only say the same again. */
function isFirstHand(measure: Measure): boolean {
  return 'count' in measure || 'sum' in measure || 'take' in measure
}

function indexRows(table: Table): { rows: ReadonlyMap<string, TableRow> } {
  return { rows: new Map(table.rows.map((row) => [nameOf(row), row])) }
}

function nameOf(row: TableRow): string {
  return Object.values(row.key).join('\t')
}

function findJump(row: TableRow, references: readonly (TableRow | undefined)[], measure: string): Jump | null {
  const value = findMeasuredValue(row, measure)
  const before = references.flatMap((reference) => (reference ? (findMeasuredValue(reference, measure) ?? []) : []))
  // From nothing and to nothing there is no ratio; that something began or ended is no slip of a unit.
  if (value === null || value <= 0 || before.length === 0 || before.some((earlier) => earlier <= 0)) return null
  const isHigh = before.every((earlier) => value >= earlier * JUMP_TIMES && value >= JUMP_SIZE_MIN)
  const isLow = before.every((earlier) => earlier >= value * JUMP_TIMES && earlier >= JUMP_SIZE_MIN)
  return isHigh || isLow ? { value, before } : null
}

function createJumpProblem({ value, before }: Jump, { contract, spec, places, period, row, measure }: Figure): Problem {
  const [reference = value] = before
  const ratio = Math.max(value / reference, reference / value)
  const slip = SLIPS.find(({ times }) => ratio > times / 2 && ratio < times * 2)
  const names = spec.measures[measure]?.names ?? { zh: measure, en: measure }
  const words = nameRow(row.key, { contract, places })
  const params = {
    table: spec.title,
    period,
    key: formatKey(row.key),
    tableRow: { zh: `${period} ${words.zh}`, en: `${period} ${words.en}` },
    before: before.join(' | '),
    times: Number(ratio.toPrecision(3)),
    unit: slip?.unit ?? '',
  }
  const at = { dataset: contract.id, columnName: names.zh }
  const expected = `${reference / JUMP_TIMES}–${reference * JUMP_TIMES}`
  return createProblem(slip ? 'figure-unit-slip' : 'figure-jump', at, { found: String(value), expected, params })
}
