import type { Contract } from '../contracts/contract.ts'
import { type Protection, protectionOf } from '../contracts/count-protection.ts'
import { printCount } from './cell-rule.ts'
import { listConditions, listGroupColumns, listSums, type PeopleOfFile } from './people-groups.ts'
import { buildReleaseSystem, type PublicTables, type ReleaseSystem } from './release-system.ts'
import type { LedgerFile } from './released-cells.ts'

/** All that is public of a dataset as one system, and how many files beside the tables are in it. */
interface LedgerSystem {
  system: ReleaseSystem
  earlier: number
}

/**
 * The system of the tables and of every file that stays public beside them. A file that the kept people do not give as it is
 * printed was made by another contract; it is left out, and attacked like all others.
 */
export function buildLedgerSystem(
  contract: Contract,
  people: readonly PeopleOfFile[],
  { ledger = [], ...of }: PublicTables,
): LedgerSystem {
  const protection = protectionOf(contract)
  const beside = ledger.filter((file) => isBeside(file, of.tables) && isReadable(file, contract))
  const system = buildReleaseSystem(contract, people, { ...of, ledger: beside })
  if (beside.length === 0 || protection === null) return { system, earlier: 0 }
  const wrong = listMisprinted(system, protection)
  if (wrong.size === 0) return { system, earlier: beside.length }
  const kept = beside.filter((_, at) => !wrong.has(at + 1))
  return { system: buildReleaseSystem(contract, people, { ...of, ledger: kept }), earlier: kept.length }
}

/** What this run publishes again is no file of its own. */
function isBeside({ table, period, isOfNow }: LedgerFile, tables: PublicTables['tables']): boolean {
  return !isOfNow || !tables.some((made) => made.table.table === table && made.table.period === period)
}

/** False where its people were grouped by other columns or conditions than the contract now has. */
function isReadable({ people }: LedgerFile, contract: Contract): boolean {
  const [columns, conditions, sums] = [listGroupColumns(contract), listConditions(contract), listSums(contract)]
  return people.every(({ groups }) =>
    groups.every(
      ({ codes, mask, amounts }) =>
        codes.length === columns.length && mask.length === conditions.size && amounts.length === sums.length + 1,
    ),
  )
}

/** Ledger files, by their variant, of which a count would be printed otherwise than it is. */
function listMisprinted({ cells, variantOf }: ReleaseSystem, protection: Protection): Set<number> {
  const wrong = new Set<number>()
  for (const [cell, { value, printed }] of cells.entries()) {
    if (printed !== undefined && printCount(value, protection).value !== printed) wrong.add(variantOf[cell] ?? 0)
  }
  return wrong
}
