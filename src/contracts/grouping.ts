import type { Column } from './contract.ts'
import type { Value } from './row.ts'

/**
 * The group that a value of a quasi column is published under; null for a column without a grouping. A band holds the
 * values from its bound up to, and without, that of the next, so that no value is outside; a blank is in no group: ''.
 */
export function makeGrouping({ grouping, type }: Column): ((value: Value) => string) | null {
  if (grouping === undefined) return null
  if (type.kind === 'list') {
    const groups = new Map(grouping.flatMap(({ code, of = [] }) => of.map((part) => [part, code])))
    return (value) => groups.get(String(value ?? '')) ?? ''
  }
  const isAtLeast = NUMERIC.has(type.kind)
    ? (value: string, from: string) => Number(value) >= Number(from)
    : (value: string, from: string) => value >= from
  const descending = [...grouping].reverse()
  return (value) => {
    if (value === null || value === '') return ''
    const text = String(value)
    const band = descending.find(({ from }) => from === undefined || isAtLeast(text, from))
    return band?.code ?? ''
  }
}

/** Kinds whose bounds compare as numbers; all others that have an order compare as text, being ISO. */
export const NUMERIC: ReadonlySet<string> = new Set(['integer', 'number', 'percent', 'year'])
export const DATED: ReadonlySet<string> = new Set(['month', 'date', 'datetime'])
