import type { Measure } from '../contracts/contract.ts'
import type { Times } from './compile-quantiles.ts'
import { type Flags, nameFlag } from './flags.ts'
import { nameCell, nameMeasure, nameNumber } from './sql-text.ts'
import { hasStatuses, isOf, type TableParts } from './table-parts.ts'

/** A column that rows bring into a pass. */
export interface Carried {
  name: string
  /** Its value in a row of `base`. */
  value: string
  /** What it is in a group without rows. */
  empty: string
}

const NO_NUMBER = 'cast(null as bigint)'
const NO_TEXT = 'cast(null as string)'

/** What the tables of a pass need of each row. */
export function listCarried(tables: readonly TableParts[], times: readonly Times[]): Carried[] {
  const carried = new Map<string, Carried>()
  const add = (name: string, empty: string, value = name) => carried.set(name, { name, value, empty })
  for (const { spec, flags, contract } of tables) {
    for (const id of spec.attributes ?? []) add(nameCell(id), NO_TEXT)
    for (const measure of Object.values(spec.measures)) {
      const flag = 'count' in measure || 'sum' in measure ? nameFlag(flags, measure.where) : null
      if (flag !== null) add(flag, '0')
      if ('sum' in measure) add(nameNumber(measure.sum), NO_NUMBER)
      if ('take' in measure) add(nameCell(measure.take), NO_TEXT)
    }
    if (hasStatuses(contract)) add('status_rank', '0')
  }
  for (const { name, minutes, asking } of times) {
    const isOne = asking.length === tables.length
    add(name, NO_NUMBER, isOne ? minutes : `case when ${isOf(asking)} then ${minutes} end`)
  }
  return [...carried.values()]
}

/** What a pass adds up for a measure: its column, and how it is made of the rows of a group. */
interface Added {
  name: string
  value: string
}

/** What is added up or taken for a measure; null where it is made of others. */
export function writeAdded(id: string, measure: Measure, flags: Flags): Added | null {
  if ('take' in measure) return { name: nameMeasure(id), value: `min(${nameCell(measure.take)})` }
  if (!('count' in measure || 'sum' in measure)) return null
  const flag = nameFlag(flags, measure.where)
  if ('count' in measure) {
    return flag === null ? ROWS : { name: `rows_${flag}`, value: `cast(sum(${flag}) as bigint)` }
  }
  const number = nameNumber(measure.sum)
  return flag === null
    ? { name: `sum_${number}`, value: `cast(sum(${number}) as bigint)` }
    : { name: `sum_${number}_${flag}`, value: `cast(sum(case when ${flag} = 1 then ${number} end) as bigint)` }
}

const ROWS: Added = { name: 'rows_n', value: 'cast(sum(is_row) as bigint)' }

/** Everything that a pass adds up, each once. A second value in the group of one that is taken is counted. */
export function listAdded(tables: readonly TableParts[]): Added[] {
  const added = new Map([[ROWS.name, ROWS]])
  const add = (name: string, value: string) => added.set(name, { name, value })
  for (const { spec, flags, contract } of tables) {
    for (const id of spec.attributes ?? []) add(nameCell(id), `min(${nameCell(id)})`)
    for (const [id, measure] of Object.entries(spec.measures)) {
      const own = writeAdded(id, measure, flags)
      if (own) add(own.name, own.value)
      if ('take' in measure) add(`${nameMeasure(id)}_n`, `count(${nameCell(measure.take)})`)
    }
    if (hasStatuses(contract)) add('status_rank', 'max(status_rank)')
  }
  return [...added.values()]
}
