import { getLastDay } from '../../calendar/period.ts'
import type { Places } from '../../codes/places.ts'
import type { Column, Contract } from '../../contracts/contract.ts'
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
  const settings = {
    power,
    isKey: contract.key.includes(id),
    missing: collectOwnMarks(contract),
    dayFirst: contract.profile?.dayFirst ?? false,
    date1904,
    day: getLastDay(period),
    ownPeriod: isOfPeriod(contract, id) ? period : null,
  }
  const make = () => makeValueChecker(column, { places, phones, ...settings })
  if (OF_ONE_FILE.has(column.type.kind)) return make()
  // Only the names of places depend on the day.
  const day = column.type.kind === 'place' ? settings.day : ''
  const name = JSON.stringify({ ...settings, missing: [...settings.missing], day })
  return shareChecker(name, { column, places, make })
}

/** Kinds whose texts are hardly the same in two files. */
const OF_ONE_FILE: ReadonlySet<Column['type']['kind']> = new Set([
  'text',
  'integer',
  'number',
  'percent',
  'date',
  'datetime',
])

interface Shared {
  column: Column
  places: Places
  make(): ValueChecker
}

const shared = new WeakMap<Places, WeakMap<Column, Map<string, ValueChecker>>>()

/** The checker that an earlier file has made with the same settings: it remembers what it has checked. */
function shareChecker(settings: string, { column, places, make }: Shared): ValueChecker {
  const ofPlaces = shared.get(places) ?? new WeakMap<Column, Map<string, ValueChecker>>()
  const ofColumn = ofPlaces.get(column) ?? new Map<string, ValueChecker>()
  const checker = ofColumn.get(settings) ?? make()
  shared.set(places, ofPlaces.set(column, ofColumn.set(settings, checker)))
  return checker
}

/** True where a rule of the contract says that the column names the file's own period: then `10月` has its year. */
function isOfPeriod(contract: Contract, id: string): boolean {
  return (contract.rules ?? []).some((rule) => rule.kind === 'is-period' && rule.column === id)
}
