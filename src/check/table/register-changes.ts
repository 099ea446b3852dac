import { comparePeriods } from '../../calendar/period.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Table, TableRow } from '../../contracts/table.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'

/** Pairs of periods before by which it is known what is usual, and of how many it is asked. */
const PAIRS_MIN = 2
const PAIRS_MAX = 12
/** Larger registers are not compared row by row. */
const ROWS_MAX = 20_000
/** An attribute of so large a share of the rows does not change at once, unless it is usual; and of so many rows at least. */
const SHARE_MIN = 0.15
const TIMES_USUAL = 4
const CHANGED_MIN = 5
/** Keys that are named. */
const NAMED_MAX = 5

/** What two tables of one register have of each other. */
interface Change {
  period: string
  rows: number
  /** Keys of the earlier table that the later table does not have. */
  gone: string[]
  /** Attribute → keys of the rows in which it differs. */
  changed: Map<string, string[]>
}

/**
 * Registers from which nothing was ever taken before, and an entry is gone; and those of which a whole column suddenly differs:
 * a number that was mistyped, rows that were lost, a column that was moved or sorted without the others.
 */
export function findRegisterChanges(contract: Contract, tables: readonly Table[]): Problem[] {
  return Object.entries(contract.tables).flatMap(([id, { kind }]) => {
    if (kind !== 'register') return []
    const own = tables.filter((table) => table.table === id && table.rows.length <= ROWS_MAX)
    const ordered = own.sort((a, b) => comparePeriods(a.period, b.period))
    const changes = ordered.slice(1).flatMap((table, index) => compare(ordered[index], table) ?? [])
    return changes.flatMap((change, index) =>
      checkChange(contract, change, changes.slice(Math.max(0, index - PAIRS_MAX), index)),
    )
  })
}

function compare(before: Table | undefined, table: Table): Change | null {
  if (!before) return null
  const rows = new Map(table.rows.map((row) => [nameOf(row), row]))
  const change: Change = { period: table.period, rows: before.rows.length, gone: [], changed: new Map() }
  for (const old of before.rows) {
    const key = nameOf(old)
    const now = rows.get(key)
    if (!now) change.gone.push(key)
    else for (const [id, text] of Object.entries(old.text)) if (now.text[id] !== text) addTo(change.changed, id, key)
  }
  return change
}

function checkChange(contract: Contract, change: Change, before: readonly Change[]): Problem[] {
  if (before.length < PAIRS_MIN) return []
  const at = { dataset: contract.id }
  const params = { period: change.period, key: change.period, files: before.length }
  const problems: Problem[] = []
  if (change.gone.length > 0 && before.every(({ gone }) => gone.length === 0)) {
    const found = change.gone.slice(0, NAMED_MAX).join('、')
    problems.push(createProblem('rows-gone', at, { found, params: { ...params, count: change.gone.length } }))
  }
  for (const [id, keys] of change.changed) {
    const share = keys.length / change.rows
    const usual = Math.max(...before.map(({ changed, rows }) => (changed.get(id)?.length ?? 0) / rows))
    if (keys.length < CHANGED_MIN || share < SHARE_MIN || share < usual * TIMES_USUAL) continue
    const columnName = contract.columns[id]?.names.zh ?? id
    const percents = { share: Math.round(share * 100), usual: Math.ceil(usual * 100) }
    const found = keys.slice(0, NAMED_MAX).join('、')
    problems.push(
      createProblem(
        'attributes-changed',
        { ...at, columnName },
        { found, params: { ...params, ...percents, count: keys.length } },
      ),
    )
  }
  return problems
}

function addTo(lists: Map<string, string[]>, id: string, key: string): void {
  const list = lists.get(id)
  if (list) list.push(key)
  else lists.set(id, [key])
}

function nameOf({ key }: TableRow): string {
  return Object.values(key).join(' ')
}
