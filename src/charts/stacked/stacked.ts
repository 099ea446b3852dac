import { monthsOf } from '../../calendar/period.ts'
import type { ChartKind } from '../chart-kind.ts'
import type { DataColumn, DataTable } from '../figure-base.ts'
import { buildShareColumn, deriveCell, type Entry, ITEM, PERIOD, unitOf } from '../table-columns.ts'
import { drawStacked } from './draw-stacked.ts'
import { sharesOf } from './stack-pieces.ts'
import type { StackedSpec } from './stacked-spec.ts'
import { summariseStacked } from './summarise-stacked.ts'

export type { StackedSpec } from './stacked-spec.ts'

export const stacked: ChartKind<StackedSpec> = {
  draw: drawStacked,
  table: buildStackedTable,
  summarise: summariseStacked,
}

function buildStackedTable(spec: StackedSpec): DataTable {
  const unit = unitOf(spec)
  const isTime = spec.bars.every((bar) => monthsOf(bar.id) !== null)
  const columns: DataColumn[] = [isTime ? PERIOD : ITEM, ...spec.parts.map((part) => ({ ...part, ...unit }))]
  if (spec.share) columns.push(...spec.parts.map((part) => buildShareColumn(part)))
  const rows = spec.bars.map((bar, index): Entry[] => {
    const cells = spec.cells[index] ?? []
    const shares = spec.share ? sharesOf(cells).map((share) => deriveCell(share, cells)) : []
    return [isTime ? bar.id : bar.label, ...cells, ...shares]
  })
  return { columns, rows }
}
