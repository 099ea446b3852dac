import type { Contract } from '../contracts/contract.ts'
import { type Protection, protectionOf, smallCountsOf } from '../contracts/count-protection.ts'
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
  const protection = smallCountsOf(contract)
  const beside = ledger.filter((file) => isBeside(file, of.tables) && isReadable(file, contract))
  const system = buildReleaseSystem(contract, people, { ...of, ledger: beside })
  if (beside.length === 0 || protection === null) return { system, earlier: 0 }
  const isExact = protectionOf(contract) === null
  const wrong = listMisprinted(system, isExact ? isPrintedExactly(protection) : isPrintedBy(protection))
  const kept = beside.filter((_, at) => !wrong.has(at + 1))
  const made = wrong.size === 0 ? system : buildReleaseSystem(contract, people, { ...of, ledger: kept })
  if (isExact) markSuppressed(made, protection)
  return { system: made, earlier: kept.length }
}

/** Mutates the cells of the ledger: what an exact table hid though it was not small was hidden beside a small count. */
function markSuppressed({ cells }: ReleaseSystem, { n }: Protection): void {
  for (const cell of cells) if (cell.printed === null && cell.value >= n) cell.isSuppressed = true
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
function listMisprinted({ cells, variantOf }: ReleaseSystem, isPrinted: IsPrinted): Set<number> {
  const wrong = new Set<number>()
  for (const [cell, { value, printed }] of cells.entries()) {
    if (printed !== undefined && !isPrinted(value, printed)) wrong.add(variantOf[cell] ?? 0)
  }
  return wrong
}

/** True where a count can have been printed so; null stands for a hidden count. */
type IsPrinted = (value: number, printed: number | null) => boolean

function isPrintedBy(protection: Protection): IsPrinted {
  return (value, printed) => printCount(value, protection).value === printed
}

/** An exact table hides every small count, and any other but zero beside it. */
function isPrintedExactly({ n }: Protection): IsPrinted {
  return (value, printed) => (printed === null ? value > 0 : printed === value && !(value > 0 && value < n))
}
