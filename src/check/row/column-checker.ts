import { getLastDay } from '../../calendar/period.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { SheetContext } from '../context.ts'
import { collectOwnMarks } from '../values/missing.ts'
import { makeValueChecker, type ValueChecker } from './value-checker.ts'

/** The checker of one column of a sheet, as contract and profile want it; `power` of ten of the unit that is printed. */
export function makeColumnChecker(
  id: string,
  power: number,
  sheet: Pick<SheetContext, 'contract' | 'places' | 'phones' | 'period'> & { date1904: boolean },
): ValueChecker {
  const { contract, places, phones, period, date1904 } = sheet
  const column = contract.columns[id]
  if (!column) throw new Error(`check: ${contract.id} has no column ${id}`)
  return makeValueChecker(column, {
    ...{ places, phones },
    power,
    isKey: contract.key.includes(id),
    missing: collectOwnMarks(contract),
    dayFirst: contract.profile?.dayFirst ?? false,
    date1904,
    day: getLastDay(period),
    ownPeriod: isOfPeriod(contract, id) ? period : null,
  })
}

/** True where a rule of the contract says that the column names the file's own period: then `10月` has its year. */
function isOfPeriod(contract: Contract, id: string): boolean {
  return (contract.rules ?? []).some((rule) => rule.kind === 'is-period' && rule.column === id)
}
