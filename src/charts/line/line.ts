import type { ChartKind } from '../chart-kind.ts'
import { drawLine } from './draw-line.ts'
import type { LineSpec } from './line-spec.ts'
import { buildLineTable } from './line-table.ts'
import { summariseLine } from './summarise-line.ts'

export type { LineSpec } from './line-spec.ts'

export const line: ChartKind<LineSpec> = { draw: drawLine, table: buildLineTable, summarise: summariseLine }
