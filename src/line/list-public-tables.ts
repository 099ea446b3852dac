import type { Contract, TableSpec } from '../contracts/contract.ts'
import { countPrintingOf } from '../contracts/count-protection.ts'
import { listRunningTotals } from '../contracts/running-total.ts'
import type { PublishedFile } from '../store/published-tables.ts'
import { isBase } from '../tabulate/row-measures.ts'
import type { PublicTable } from '../withhold/public-cells.ts'
import { parsePublicRows } from '../withhold/public-rows.ts'

/** A published file and its text. */
interface PublicFile {
  file: PublishedFile
  text: string
  /** The release that brought it. */
  release: number
}

/**
 * The tables about people of a store as the public gets them: of each table the newest revisions of all periods, then each
 * earlier revision that is still there. Tables that are printed exactly are among them.
 */
export function listPublicTables(
  contracts: ReadonlyMap<string, Contract>,
  files: readonly PublicFile[],
): PublicTable[] {
  return [...Map.groupBy(files, ({ file }) => `${file.dataset}/${file.table}`).values()].flatMap((ofTable) => {
    const { dataset = '', table = '' } = ofTable[0]?.file ?? {}
    const contract = contracts.get(dataset)
    const spec = contract?.tables[table]
    const printing = contract && countPrintingOf(contract)
    return spec && printing ? listRevisions(ofTable, { dataset, table, printing, ...describeTable(spec) }) : []
  })
}

function describeTable({ dimensions, measures, identities = [] }: TableSpec) {
  return {
    dimensions: dimensions.map(({ column }) => column),
    counts: Object.keys(measures).filter((id) => isBase(measures[id])),
    totals: listRunningTotals({ measures }),
    identities,
  }
}

type Head = Omit<PublicTable, 'rows' | 'isSuperseded' | 'releases'>

function listRevisions(files: readonly PublicFile[], head: Head): PublicTable[] {
  const newest: PublicTable['rows'][number][] = []
  const releases: Record<string, number> = {}
  const earlier: PublicTable[] = []
  for (const [period, ofPeriod] of Map.groupBy(files, ({ file }) => file.period)) {
    const sorted = ofPeriod.toSorted((a, b) => a.file.revision - b.file.revision)
    for (const [at, { file, text, release }] of sorted.entries()) {
      const rows = parsePublicRows(text, head)
      if (at < sorted.length - 1) {
        const table = `${head.table}.${file.revision}`
        earlier.push({ ...head, table, rows, isSuperseded: true, releases: { [period]: release } })
        continue
      }
      newest.push(...rows)
      releases[period] = release
    }
  }
  return [{ ...head, rows: newest, isSuperseded: false, releases }, ...earlier]
}
