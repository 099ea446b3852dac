import type { Contract } from '../../src/contracts/contract.ts'
import type { Value } from '../../src/contracts/row.ts'
import { columnsOfRows, protect } from '../../src/protect/index.ts'
import { tabulate } from '../../src/tabulate/index.ts'
import { groupPeople } from '../../src/withhold/people-groups.ts'
import { withholdTables } from '../../src/withhold/withhold-tables.ts'
import { contractOf, list, measured, PLACES } from '../tabulate/two-districts.ts'

const count = { ...measured, count: 'rows' as const }
const titled = { title: { zh: '表', en: 'Table' }, kind: 'figures' as const, ladder: [{}] }

/** People by area and answer, with the sums of both and of all: a table whose cells are bound by its margins. */
export function crossOf(areas: readonly string[], answers: readonly string[], class_: 'P' | 'S' = 'P'): Contract {
  const cells = { ...titled, dimensions: [{ column: 'area' }, { column: 'answer' }], measures: { n: count } }
  return {
    ...contractOf({ area: list(...areas), answer: list(...answers) }, cells, { class: class_ }),
    ...(class_ === 'S' ? { frequency: 'year' as const } : {}),
    tables: {
      cells,
      areas: { ...titled, dimensions: [{ column: 'area' }], measures: { n: count } },
      answers: { ...titled, dimensions: [{ column: 'answer' }], measures: { n: count } },
      all: { ...titled, dimensions: [], measures: { n: count } },
    },
  }
}

export type Rows = readonly Record<string, Value>[]

export function rowsOf(areas: readonly string[], answers: readonly string[], counts: readonly number[]): Rows {
  return areas.flatMap((area, a) =>
    answers.flatMap((answer, b) =>
      Array.from({ length: counts[a * answers.length + b] ?? 0 }, () => ({ area, answer })),
    ),
  )
}

/** Files → tables and people, as the line makes them. */
export function openFiles(contract: Contract, files: Record<string, Rows>) {
  const made = Object.entries(files).map(([period, rows]) => {
    const safe = protect(
      contract,
      rows.map((values, at) => ({ values, file: 'f', sheet: null, row: at + 2 })),
    )
    const tables = tabulate(contract, safe, { period, places: PLACES })
    return { tables, people: groupPeople(contract, columnsOfRows(safe, contract), period) }
  })
  return { tables: made.flatMap(({ tables }) => tables), people: made.flatMap(({ people }) => people ?? []) }
}

export function withhold(contract: Contract, files: Record<string, Rows>) {
  const { tables, people } = openFiles(contract, files)
  return withholdTables(contract, tables, { places: PLACES, people })
}
