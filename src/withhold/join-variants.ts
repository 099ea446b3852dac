import type { PeopleGroup, PeopleOfFile } from './people-groups.ts'
import type { LedgerFile } from './released-cells.ts'

/** Files of one period together: every group that any of them has, with the numbers of now. */
interface JoinedFile extends PeopleOfFile {
  /** By ledger file: amounts of each of its groups, by name; those of now where it was made of the file of now. */
  amountsOf: ReadonlyMap<string, readonly number[]>[]
}

export function joinVariants(files: readonly PeopleOfFile[], ledger: readonly LedgerFile[]): JoinedFile[] {
  return files.map((file) => {
    const variants = ledger.map(({ people }) => people.find(({ period }) => period === file.period) ?? file)
    const amountsOf = variants.map(
      ({ groups }) => new Map(groups.map((group) => [nameGroup(group), group.amounts] as const)),
    )
    const groups = new Map(file.groups.map((group) => [nameGroup(group), group]))
    for (const group of variants.flatMap((variant) => variant.groups)) {
      const name = nameGroup(group)
      if (!groups.has(name)) groups.set(name, { ...group, amounts: group.amounts.map(() => 0) })
    }
    return { period: file.period, groups: [...groups.values()], amountsOf }
  })
}

export function nameGroup({ codes, mask }: PeopleGroup): string {
  return JSON.stringify([codes, mask])
}
