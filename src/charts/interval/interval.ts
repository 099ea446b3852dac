import type { ChartKind } from '../chart-kind.ts'
import type { DataColumn, DataTable } from '../figure-base.ts'
import {
  buildValueColumn,
  COUNT,
  describeBound,
  describeSample,
  type Entry,
  HIGH,
  ITEM,
  LOW,
  makeFinalCell,
  NONE,
  SAMPLE,
  unitOf,
} from '../table-columns.ts'
import { drawInterval, isSmall } from './draw-interval.ts'
import type { IntervalSpec } from './interval-spec.ts'
import { summariseInterval } from './summarise-interval.ts'

export type { IntervalSpec } from './interval-spec.ts'

export const interval: ChartKind<IntervalSpec> = {
  draw: drawInterval,
  table: buildIntervalTable,
  summarise: summariseInterval,
}

function buildIntervalTable(spec: IntervalSpec): DataTable {
  const unit = unitOf(spec)
  const rule = spec.rule
  const isBounded = spec.items.some((item) => item.bound)
  const hasSmall = spec.items.some(isSmall)
  // Rates of complete counts are exact; values that sources print without their sample keep the empty columns.
  const hasIntervals = spec.items.some(({ cell, low }) => low !== null || cell.basis?.kind !== 'rate')
  const columns: DataColumn[] = [
    ITEM,
    buildValueColumn(spec),
    ...(hasIntervals
      ? [
          { id: 'low', label: LOW, ...unit },
          { id: 'high', label: HIGH, ...unit },
        ]
      : []),
    spec.nLabel ? { ...COUNT, label: spec.nLabel } : COUNT,
    ...(rule ? [{ id: 'rule', label: rule.label, ...unit }] : []),
    ...(isBounded ? [{ id: 'bound', label: { zh: '限定', en: 'Qualifier' } }] : []),
    ...(hasSmall ? [SAMPLE] : []),
  ]
  const rows = spec.items.map((item): Entry[] => [
    item.label,
    item.cell,
    ...(hasIntervals ? [item.low ?? NONE, item.high ?? NONE] : []),
    item.n ?? NONE,
    ...(rule ? [makeFinalCell(rule.value)] : []),
    ...(isBounded ? [describeBound(item.bound)] : []),
    ...(hasSmall ? [describeSample(item.n)] : []),
  ])
  return { columns, rows }
}
