import type { Contract } from '../contracts/contract.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import { isUnitKnown, UNIT_NAMES, type Unit } from '../text/units.ts'
import { suggestNames } from './schema-issues.ts'

/**
 * Units of a contract that are printed in Chinese on English pages, because nobody said what they are called there. Contracts
 * of before stay valid: it is a warning.
 */
export function checkUnits(contract: Contract, file: string): Problem[] {
  return listUnits(contract).flatMap(({ unit, path }) => {
    if (typeof unit !== 'string' || isUnitKnown(unit)) return []
    const at = { dataset: contract.id, file, columnName: path.join('.') }
    const expected = `{ zh: '${unit}', en: { one: '…', other: '…' } }`
    return [
      createProblem('contract-unit-unknown', at, { found: unit, expected, params: { known: suggestUnits(unit) } }),
    ]
  })
}

function listUnits({ columns, tables }: Contract): { unit: Unit | undefined; path: string[] }[] {
  return [
    ...Object.entries(columns).map(([id, { unit }]) => ({ unit, path: ['columns', id, 'unit'] })),
    ...Object.entries(tables).flatMap(([table, { measures }]) =>
      Object.entries(measures).map(([id, { unit }]) => ({ unit, path: ['tables', table, 'measures', id, 'unit'] })),
    ),
  ]
}

/** The nearest units, which share a character; else the whole list, which is short. */
function suggestUnits(found: string): string {
  const near = suggestNames(
    found,
    UNIT_NAMES.filter((name) => [...name].some((character) => found.includes(character))),
  )
  return near === '' ? UNIT_NAMES.join(' ') : near
}
