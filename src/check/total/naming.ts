import type { Column, Contract } from '../../contracts/contract.ts'
import type { Match } from '../header/match-headers.ts'

/** Which columns of a sheet name its rows: only there may the label of a sum appear. */
export interface Naming {
  /** Columns in which a label is looked for. */
  labels: readonly number[]
  /** Columns that name a record. A row that fills them beside a label may be a record. */
  names: readonly { id: string; index: number }[]
  /** Years and months: a row of sums has them like any record. */
  times: readonly { id: string; index: number }[]
  /** Columns of the contract by index. */
  columns: ReadonlyMap<number, { id: string; column: Column; isKey: boolean }>
  /** Columns left of the first count, read or not: a label may appear there with nothing but numbers before it. */
  left: number
  /** True for a column of remarks, where 合计 is a word like any other. */
  isRemark: (index: number) => boolean
}

export function namingOf(contract: Contract, match: Match, headers: readonly string[]): Naming {
  const left = countLeftOfNumbers(contract, match)
  const bound = match.bindings.flatMap(({ id, index }) => {
    const column = contract.columns[id]
    return column ? [{ id, index, column, isKey: contract.key.includes(id) }] : []
  })
  const columns = new Map(bound.map((binding) => [binding.index, binding]))
  const isRemark = (index: number) => {
    const binding = columns.get(index)
    if (binding?.isKey || binding?.column.privacy === 'dimension') return false
    const words = [headers[index] ?? '', binding?.column.names.zh ?? '', binding?.column.names.en ?? '']
    return binding?.column.privacy === 'free-text' || words.some((text) => REMARK.test(text))
  }
  const isNaming = ({ index, column, isKey }: (typeof bound)[number]) => {
    if (isKey || column.privacy === 'dimension') return true
    // Where nothing is counted, the key names the row.
    const isLeft = left === Number.POSITIVE_INFINITY ? contract.key.length === 0 : index < left
    return isLeft && !isRemark(index)
  }
  const naming = bound.filter((binding) => WORDS.has(binding.column.type.kind) && isNaming(binding))
  const named = bound.filter((binding) => binding.isKey || binding.column.privacy === 'dimension')
  const isTime = (binding: (typeof bound)[number]) =>
    binding.column.type.kind === 'year' || binding.column.type.kind === 'month'
  const names = (named.length > 0 ? named : naming).filter((binding) => !isTime(binding))
  return { labels: naming.map((binding) => binding.index), names, times: bound.filter(isTime), columns, left, isRemark }
}

const REMARK = /备注|附注|注释|情况说明|^说明$|remark|\bnotes?\b|comment|memo/i
const WORDS = new Set(['place', 'list', 'text'])

/** The index of the first count; past all columns where nothing is counted. */
function countLeftOfNumbers(contract: Contract, match: Match): number {
  const counts = match.bindings.filter(({ id }) => contract.columns[id]?.privacy === 'count')
  const numbers = [...counts, ...match.wide, ...(match.total ? [match.total] : [])].map((count) => count.index)
  return Math.min(Number.POSITIVE_INFINITY, ...numbers)
}
