import { findNamedCell, type NamedCell } from '../compose/named-cell.ts'
import type { Site } from '../compose/site.ts'
import type { Measure } from '../contracts/contract.ts'
import type { Cell } from '../contracts/table.ts'
import { type CellName, formatCellName } from '../store/cell-name.ts'
import type { PublishedFile, PublishedRow, Release, SourceFile } from '../store/published-tables.ts'
import { formatValue } from '../text/format.ts'
import type { LocalText } from '../text/local-text.ts'
import { describeStatus } from '../text/status.ts'
import { localise } from '../text/ui.ts'
import { describeKey } from './key-words.ts'
import { describeRule, findRowCount, listParts } from './measure-rule.ts'

/** What a trace is made of: what is published, and words for places. */
export type TraceSite = Pick<Site, 'published' | 'places' | 'contracts'>

/** How a published number came to be. */
export interface Trace {
  name: string
  dataset: LocalText
  table: LocalText
  /** The row in words: 甲区，重点管理. */
  what: LocalText
  measure: LocalText
  value: LocalText
  status: LocalText
  /** How it is computed, in words. */
  rule: LocalText
  /** The numbers that it is computed of, by their own names. */
  parts: { role: LocalText; measure: LocalText; name: string; value: LocalText }[]
  /** How many rows are behind it; null where the table does not say, and always for tables about people. */
  rowsCounted: number | null
  file: PublishedFile
  release: Release
  sources: readonly SourceFile[]
}

/** Why a name leads to no number, and what it might have meant. */
interface TraceFault {
  fault: LocalText
}

/** The trace of a cell by its name, or what is wrong with the name. */
export function traceCell(site: TraceSite, name: CellName): Trace | TraceFault {
  const found = findNamedCell(site.published, name)
  return 'fault' in found ? { fault: found.fault } : composeTrace(site, found, name)
}

function composeTrace(site: TraceSite, { table, row, file, measure }: NamedCell, name: CellName): Trace {
  const { contract, spec } = table
  const counted = contract.class === 'O' ? findRowCount(spec, name.measure) : null
  const release = site.published.releases.find(({ files }) => files.includes(file))
  if (!release) throw new Error(`views: no release holds ${file.path}`)
  const cell = cellOf(row, name.measure)
  return {
    name: formatCellName(name),
    dataset: contract.title,
    table: spec.title,
    what: describeKey(site, contract, row.key),
    measure: measure.names,
    value: sayCell(cell, measure),
    status: describeStatus(cell.status),
    rule: describeRule(contract, spec, measure),
    parts: listParts(spec, measure).flatMap(({ role, id }) => {
      const part = spec.measures[id]
      if (!part) return []
      const value = sayCell(cellOf(row, id), part)
      return [{ role, measure: part.names, name: formatCellName({ ...name, measure: id }), value }]
    }),
    rowsCounted: counted === null ? null : cellOf(row, counted).value,
    file,
    release,
    sources: file.sources,
  }
}

function cellOf(row: PublishedRow, id: string): Cell {
  return row.cells[id] ?? { value: null, status: 'not-reported' }
}

function sayCell(cell: Cell, measure: Measure): LocalText {
  return localise((lang) => formatValue(cell, measure.unit, measure.decimals ?? 0, lang))
}
