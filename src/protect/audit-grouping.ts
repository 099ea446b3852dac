import type { Column, Contract } from '../contracts/contract.ts'
import { DATED, NUMERIC } from '../contracts/grouping.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'

/** What in the groups of columns would leave a value out, put it into two groups, or group what is not quasi. */
export function auditGroupings({ id, columns }: Contract, file: string): Problem[] {
  return Object.entries(columns).flatMap(([name, column]) =>
    auditGrouping(column).map(({ key, found, expected }) =>
      createProblem(
        'contract-grouping-unfit',
        { dataset: id, file, columnName: `columns.${name}.${key}` },
        { found, expected },
      ),
    ),
  )
}

interface Finding {
  key: string
  found: string
  expected: string
}

function auditGrouping(column: Column): Finding[] {
  const { grouping, privacy, type } = column
  if (grouping === undefined) return []
  const codes = grouping.map(({ code }) => code)
  const twice = codes.filter((code, at) => codes.indexOf(code) !== at)
  return [
    ...(privacy === 'quasi' ? [] : [{ key: 'privacy', found: privacy, expected: 'quasi' }]),
    ...twice.map((code) => ({ key: 'grouping', found: code, expected: '1 × code' })),
    ...(type.kind === 'list' ? auditParts(column, type.items) : auditBands(column)),
  ]
}

/** Every value of the list is in one group. */
function auditParts({ grouping = [] }: Column, items: readonly { code: string }[]): Finding[] {
  const parts = grouping.flatMap(({ of = [] }) => of)
  const left = items.filter(({ code }) => !parts.includes(code))
  const twice = parts.filter((part, at) => parts.indexOf(part) !== at)
  const bounded = grouping.filter(({ from }) => from !== undefined)
  return [
    ...left.map(({ code }) => ({ key: 'grouping', found: code, expected: 'of' })),
    ...twice.map((code) => ({ key: 'grouping', found: code, expected: '1 × of' })),
    ...bounded.map(({ code }) => ({ key: 'grouping', found: `${code}: from`, expected: 'of' })),
  ]
}

/** The first band is open below, each other begins where the band before it ends. */
function auditBands({ grouping = [], type }: Column): Finding[] {
  if (!NUMERIC.has(type.kind) && !DATED.has(type.kind)) {
    const expected = ['list', ...NUMERIC, ...DATED].join(' | ')
    return [{ key: 'grouping', found: type.kind, expected }]
  }
  return grouping.flatMap(({ code, from, of }, at): Finding[] => {
    const key = `grouping.${at}`
    if (of !== undefined) return [{ key: `${key}.of`, found: code, expected: 'from' }]
    if (at === 0) return from === undefined ? [] : [{ key: `${key}.from`, found: from, expected: '—' }]
    const before = grouping[at - 1]?.from
    if (from === undefined)
      return [{ key: `${key}.from`, found: '', expected: before === undefined ? '…' : `> ${before}` }]
    return before === undefined || isAfter(from, before, type.kind)
      ? []
      : [{ key: `${key}.from`, found: from, expected: `> ${before}` }]
  })
}

function isAfter(from: string, before: string, kind: string): boolean {
  return NUMERIC.has(kind) ? Number(from) > Number(before) : from > before
}
