import type { Contract } from './contract.ts'
import type { LadderStep } from './ladder-step.ts'

/** A name that says how something is made coarser, and where it is written. */
interface CoarseningReference {
  kind: 'dimension' | 'level' | 'code' | 'bound'
  name: string
  path: PropertyKey[]
  table?: string
  column?: string
}

/** Names in what makes tables coarser: ladders of tables, merged values of columns. */
export function listCoarseningReferences(contract: Contract): CoarseningReference[] {
  return [
    ...listMergeReferences(contract),
    ...listGroupingReferences(contract),
    ...Object.entries(contract.tables).flatMap(([id, { ladder = [] }]) =>
      ladder.flatMap((step, at) => listStepReferences(step, ['tables', id, 'ladder', at], id)),
    ),
  ]
}

function listStepReferences(
  { dimensions = [] }: LadderStep,
  path: readonly PropertyKey[],
  table: string,
): CoarseningReference[] {
  return dimensions.flatMap(({ column, levels }, at): CoarseningReference[] => [
    { kind: 'dimension', name: column, path: [...path, 'dimensions', at, 'column'], table },
    ...levels.map((name, index) => ({
      kind: 'level' as const,
      name,
      path: [...path, 'dimensions', at, 'levels', index],
    })),
  ])
}

function listMergeReferences({ columns }: Contract): CoarseningReference[] {
  return Object.entries(columns).flatMap(([column, { merge = [] }]) =>
    merge.flatMap(({ of }, at) =>
      of.map((name, part) => ({
        kind: 'code' as const,
        name,
        path: ['columns', column, 'merge', at, 'of', part],
        column,
      })),
    ),
  )
}

function listGroupingReferences({ columns }: Contract): CoarseningReference[] {
  return Object.entries(columns).flatMap(([column, { grouping = [] }]) =>
    grouping.flatMap(({ from, of = [] }, at): CoarseningReference[] => {
      const path = ['columns', column, 'grouping', at]
      const bounds = from === undefined ? [] : [{ kind: 'bound' as const, name: from, path: [...path, 'from'], column }]
      return [
        ...bounds,
        ...of.map((name, part) => ({ kind: 'code' as const, name, path: [...path, 'of', part], column })),
      ]
    }),
  )
}
