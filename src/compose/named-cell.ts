import type { Measure } from '../contracts/contract.ts'
import type { Cell } from '../contracts/table.ts'
import { withBasis } from '../measure/basis.ts'
import { NOT_REPORTED, type Pick } from '../measure/select.ts'
import { type CellName, formatCellName } from '../store/cell-name.ts'
import type { Published, PublishedFile, PublishedRow, PublishedTable } from '../store/published-tables.ts'
import type { LocalText } from '../text/local-text.ts'
import { findNearest } from '../text/nearest.ts'

/** A published cell by its name, with all that it is part of. */
export interface NamedCell {
  name: CellName
  table: PublishedTable
  row: PublishedRow
  file: PublishedFile
  measure: Measure
  cell: Cell
  pick: Pick
}

/** Why a name leads to no number, and the names that it might have been. */
export interface NameFault {
  fault: LocalText
  near: string[]
}

/** The cell of a name, or what is wrong with the name. A cell that is hidden or was not reported is a cell. */
export function findNamedCell(published: Published, name: CellName): NamedCell | NameFault {
  const table = published.tables.get(`${name.dataset}/${name.table}`)
  if (!table) {
    const near = findNearest(`${name.dataset}/${name.table}`, published.tables.keys())
    return reportUnknown(['这张表', 'table', `${name.dataset}/${name.table}`], near, (found) => {
      const [dataset = '', id = ''] = found.split('/')
      return { ...name, dataset, table: id }
    })
  }
  const gone = table.withdrawn.get(name.period)
  if (gone) {
    const where = `${name.dataset}/${name.table}/${name.period}`
    return {
      fault: {
        zh: `${where}已于${gone.date}撤下：${gone.reason?.zh ?? ''}`,
        en: `${where} was withdrawn on ${gone.date}: ${gone.reason?.en ?? ''}`,
      },
      near: [],
    }
  }
  const file = table.files.get(name.period)
  if (!file)
    return reportUnknown(['这一期', 'period', name.period], findNearest(name.period, table.periods), (period) => ({
      ...name,
      period,
    }))
  const measure = table.spec.measures[name.measure]
  if (!measure) {
    const near = findNearest(name.measure, Object.keys(table.spec.measures))
    return reportUnknown(['这个指标', 'measure', name.measure], near, (id) => ({ ...name, measure: id }))
  }
  const rows = table.readRows(name.period)
  const row = rows.find((other) => keyOf(table, other).join() === name.key.join())
  if (!row) {
    const keys = new Map(rows.map((other) => [keyOf(table, other).join(), keyOf(table, other)]))
    const near = findNearest(name.key.join(), keys.keys())
    return reportUnknown(['这一行', 'row', name.key.join()], near, (key) => ({ ...name, key: keys.get(key) ?? [] }))
  }
  const pick = { dataset: name.dataset, table: name.table, measure: name.measure, where: row.key }
  const cell = withBasis(table, row, name.measure, row.cells[name.measure] ?? NOT_REPORTED)
  return { name, table, row, file, measure, cell, pick }
}

/** Values of the dimensions of a row, in the order of the table. */
export function keyOf({ spec }: PublishedTable, row: PublishedRow): string[] {
  return spec.dimensions.map(({ column }) => row.key[column] ?? '')
}

function reportUnknown(
  [zh, en, found]: [zh: string, en: string, found: string],
  nearest: readonly string[],
  rename: (found: string) => CellName,
): NameFault {
  const near = nearest.join(' | ')
  return {
    fault: {
      zh: `没有${zh}：${found}。${near ? `相近的有：${near}。` : ''}`,
      en: `There is no such ${en}: ${found}.${near ? ` Closest matches: ${near}.` : ''}`,
    },
    near: nearest.map((item) => formatCellName(rename(item))),
  }
}
