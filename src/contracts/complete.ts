import { getLastDay } from '../calendar/period.ts'
import type { Place, Places } from '../codes/places.ts'
import type { Contract } from './contract.ts'

/** Places of which every file of the contract must have rows, in its period; none where none is required. */
export function findRequiredPlaces(
  contract: Contract,
  period: string,
  places: Places,
): { column: string; required: Place[] } | null {
  for (const column of contract.complete ?? []) {
    const type = contract.columns[column]?.type
    if (type?.kind !== 'place') continue
    const day = getLastDay(period)
    return { column, required: (type.levels ?? []).flatMap((level) => places.listPlaces(level, day)) }
  }
  return null
}
