import type { CodeItem, Column } from './contract.ts'

/**
 * The values of a list as tables have them: what is merged comes once, where its first part is; of a column in groups, the
 * groups. [] for any other column.
 */
export function listPublishedItems(column: Column | undefined): CodeItem[] {
  if (column?.grouping) return column.grouping.map(({ code, zh, en }) => ({ code, zh, en }))
  if (column?.type.kind !== 'list') return []
  const wholes = column.merge ?? []
  return column.type.items.flatMap((item): CodeItem[] => {
    const whole = wholes.find(({ of }) => of.includes(item.code))
    if (!whole) return [item]
    const { code, zh, en } = whole
    return whole.of[0] === item.code ? [{ code, zh, en }] : []
  })
}

/** True of a column whose published values are of a closed list. */
export function isPublishedList(column: Column | undefined): boolean {
  return column?.type.kind === 'list' || column?.grouping !== undefined
}

/** Code of the merged value by that of each part: `age_95_99` → `age_95_plus`. */
export function mapMergedCodes(column: Column | undefined): ReadonlyMap<string, string> {
  return new Map((column?.merge ?? []).flatMap(({ code, of }) => of.map((part) => [part, code])))
}
