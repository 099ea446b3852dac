import { getPeriodBefore, getYearBefore } from '../calendar/period.ts'
import type { Places } from '../codes/places.ts'
import type { Contract, TableSpec } from '../contracts/contract.ts'
import type { TableRow } from '../contracts/table.ts'
import type { LocalText } from '../text/local-text.ts'
import type { Unit } from '../text/units.ts'
import { isOpen } from './column-evidence.ts'
import { tablesOf } from './list-rules.ts'
import type { ReportDataset, ReportFile } from './source.ts'

/** A figure of the file beside those of the period before and of the same period a year before; null where unknown. */
export interface FigureLine {
  table: LocalText
  of: LocalText
  name: LocalText
  unit: Unit
  decimals: number
  now: number | null
  before: number | null
  yearBefore: number | null
}

/** A table with more rows of the uppermost level than these would drown the others. */
const ROWS_MAX = 3

/** Counts and sums of every table that has few rows of its uppermost level, such as the city's. */
export function compareFigures(dataset: ReportDataset, now: ReportFile, places: Places): FigureLine[] {
  const { contract } = dataset
  const tables = tablesOf(dataset)
  const rowsOf = (id: string, spec: TableSpec, period: string | null) =>
    listUppermost(tables.find((table) => table.table === id && table.period === period)?.rows ?? [], spec, {
      contract,
      places,
    })
  return Object.entries(contract.tables).flatMap(([id, spec]) => {
    const rows = rowsOf(id, spec, now.period)
    if (spec.kind !== 'figures' || rows.length > ROWS_MAX) return []
    const [before, lastYear] = [getPeriodBefore(now.period), getYearBefore(now.period)].map((period) =>
      rowsOf(id, spec, period),
    )
    const measures = Object.entries(spec.measures).filter(([, measure]) => 'count' in measure || 'sum' in measure)
    return rows.flatMap((row) =>
      measures.map(([measure, { names, unit, decimals = 0 }]) => ({
        table: spec.title,
        of: nameRest(row, contract),
        name: names,
        unit,
        decimals,
        now: findValue([row], row, measure),
        before: findValue(before, row, measure),
        yearBefore: findValue(lastYear, row, measure),
      })),
    )
  })
}

/** Rows of the first level that the table has of its places; all rows where it has no levels. */
function listUppermost(
  rows: readonly TableRow[],
  spec: TableSpec,
  { contract, places }: { contract: Contract; places: Places },
): readonly TableRow[] {
  const place = spec.dimensions.find(({ column }) => contract.columns[column]?.type.kind === 'place')
  const level = place?.levels?.[0]
  if (!place || level === undefined) return rows
  return rows.filter((row) => places.get(row.key[place.column] ?? '')?.level === level)
}

/** What distinguishes rows of one place: 重点管理. Empty where nothing does. */
function nameRest({ key }: TableRow, { columns }: Contract): LocalText {
  const names = Object.entries(key).flatMap(([column, code]): LocalText[] => {
    const type = columns[column]?.type
    if (type?.kind === 'place') return []
    const item = type?.kind === 'list' ? type.items.find((item) => item.code === code) : undefined
    return [item ? { zh: item.zh, en: item.en } : { zh: code, en: code }]
  })
  return { zh: names.map(({ zh }) => zh).join('·'), en: names.map(({ en }) => en).join(', ') }
}

function findValue(rows: readonly TableRow[] = [], { key }: TableRow, measure: string): number | null {
  const same = rows.find((row) => Object.entries(key).every(([column, code]) => row.key[column] === code))
  return same?.cells[measure]?.value ?? null
}

/** Values of a list or of places that the period before had and the file lacks, or the other way. */
interface Novelty {
  column: string
  come: string[]
  gone: string[]
}

export function findNovelties(contract: Contract, now: ReportFile, before: ReportFile | undefined): Novelty[] {
  return Object.entries(contract.columns).flatMap(([id, column]) => {
    const [own, other] = [now, before].map((file) => file?.evidence?.columns[id]?.shown)
    if (!own || !other || !isOpen(column) || !['list', 'place'].includes(column.type.kind)) return []
    if (own.valuesLeft + other.valuesLeft > 0) return []
    const [codes, otherCodes] = [own, other].map(({ values }) => values.map(({ value }) => value))
    const come = (codes ?? []).filter((code) => !otherCodes?.includes(code))
    const gone = (otherCodes ?? []).filter((code) => !codes?.includes(code))
    return come.length + gone.length === 0 ? [] : [{ column: id, come, gone }]
  })
}
