import { checkTables } from '../../../src/check/table/check-tables.ts'
import { findRequiredPlaces } from '../../../src/contracts/complete.ts'
import type { Column, Contract } from '../../../src/contracts/contract.ts'
import type { Row, Value } from '../../../src/contracts/row.ts'
import { protect } from '../../../src/protect/index.ts'
import { tabulate } from '../../../src/tabulate/index.ts'
import { type Balance, mayBeBlank, repairRow, type Values } from './repair.ts'
import { type Drawing, drawValue, placesOf } from './values.ts'

/** Rows that are drawn in place of a row that no change makes good. */
const TRIES_MAX = 400
/** Of values that may be blank this share is. */
const BLANK_SHARE = 0.35

/** No row was found that keeps the contract's own rules. */
export class SampleError extends Error {}

/** About `count` rows that keep every rule of the contract; a return has as many as it must have. */
export function drawRows(count: number, drawing: Drawing): Values[] {
  const balances = balancesOf(drawing.contract)
  const keys = listKeys(count, drawing)
  return keys.map((key, nth) => drawRow(key, nth, balances, drawing))
}

function drawRow(key: Values, nth: number, balances: readonly Balance[], drawing: Drawing): Values {
  const { contract, random } = drawing
  for (let turn = 0; turn < TRIES_MAX; turn += 1) {
    const values: Values = {}
    for (const [id, column] of Object.entries(contract.columns)) {
      const given = key[id]
      const isBlank = mayBeBlank(contract, id) && random.drawChance(BLANK_SHARE)
      values[id] = given ?? (isBlank ? null : drawValue(id, column, nth, drawing))
    }
    const isGood = repairRow(values, nth, balances, drawing)
    const isKept = Object.entries(key).every(([id, value]) => values[id] === value)
    if (isGood && isKept && areBounded(values, contract) && keepsTables(values, drawing)) return values
  }
  throw new SampleError(contract.id)
}

/** Within the bounds that a repair may have left. */
function areBounded(values: Values, { columns }: Contract): boolean {
  return Object.entries(columns).every(([id, { type }]) => {
    const value = values[id] ?? null
    if (value === null || (type.kind !== 'integer' && type.kind !== 'number')) return true
    return (
      Number(value) >= (type.min ?? Number.NEGATIVE_INFINITY) && Number(value) <= (type.max ?? Number.POSITIVE_INFINITY)
    )
  })
}

/**
 * True where the tables of this row alone keep what must be equal in them. Sums of rows of which each keeps it keep it
 * too; only what compares sums of several rows with a limit could differ, and the finished file is checked as a whole.
 */
function keepsTables(values: Values, { contract, places, period }: Drawing): boolean {
  if (!Object.values(contract.tables).some(({ identities }) => (identities ?? []).length > 0)) return true
  if (contract.complete !== undefined) return true
  const row: Row = { values, file: '', sheet: null, row: 1 }
  const tables = tabulate(contract, protect(contract, [row]), { period, places })
  return checkTables(contract, tables, new Map(), places).length === 0
}

/** Balances between sums of whole columns, as relations between the columns of a row. */
function balancesOf({ tables }: Contract): Balance[] {
  return Object.values(tables).flatMap(({ measures, identities = [] }) => {
    const columnOf = (id: string) => {
      const measure = measures[id]
      if (!measure) return null
      if ('sum' in measure && measure.where === undefined) return measure.sum
      return 'take' in measure ? measure.take : null
    }
    return identities.flatMap((identity) => {
      if (identity.kind !== 'balance') return []
      const [plus, minus] = [identity.plus, identity.minus].map((ids) => ids.map(columnOf))
      const equals = columnOf(identity.equals)
      if (!plus || !minus || equals === null || plus.includes(null) || minus.includes(null)) return []
      return [{ plus: plus.flatMap((id) => id ?? []), minus: minus.flatMap((id) => id ?? []), equals }]
    })
  })
}

/**
 * The key of each row. Keys of places, lists and years are all their combinations, as many as wanted, and each
 * that the contract requires; other keys are counted.
 */
function listKeys(count: number, drawing: Drawing): Values[] {
  const { contract } = drawing
  const domains = contract.key.map((id) => ({ id, values: domainOf(id, contract.columns[id], drawing) }))
  if (domains.length === 0 || domains.some(({ values }) => values === null)) {
    return Array.from({ length: count }, () => ({}))
  }
  const required = new Set(contract.complete ?? [])
  // What is required varies fastest, so that every other key has all of it.
  const ordered = [...domains.filter(({ id }) => !required.has(id)), ...domains.filter(({ id }) => required.has(id))]
  let keys: Values[] = [{}]
  for (const { id, values } of ordered)
    keys = keys.flatMap((key) => (values ?? []).map((value) => ({ ...key, [id]: value })))
  const block = domains.reduce((size, { id, values }) => (required.has(id) ? size * (values?.length ?? 1) : size), 1)
  // One row of a wide table holds all of the values that its headers name.
  const wide = contract.profile?.wide
  const perRow = wide ? Object.keys(wide.headers).length : 1
  return keys.slice(0, Math.max(block, Math.floor((count * perRow) / block) * block))
}

/** Every value that a key column may have, in order; null where they cannot be listed. */
function domainOf(id: string, column: Column | undefined, drawing: Drawing): Exclude<Value, null>[] | null {
  const { contract, period, places } = drawing
  if (!column) return null
  const isOfPeriod = (contract.rules ?? []).some((rule) => rule.kind === 'is-period' && rule.column === id)
  if (isOfPeriod) return [period]
  switch (column.type.kind) {
    case 'list':
      return column.type.items.map(({ code }) => code)
    case 'yes-no':
      return ['yes', 'no']
    case 'place': {
      const required = findRequiredPlaces(contract, period, places)
      const all = placesOf(column, drawing)
      return (required?.column === id ? required.required : all).map(({ code }) => code)
    }
    case 'month':
    case 'year':
      return [drawValue(id, column, 0, drawing)]
    default:
      return null
  }
}
