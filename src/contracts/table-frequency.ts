import type { Frequency } from '../calendar/period.ts'
import type { Contract, TableSpec } from './contract.ts'

/** How often a table comes: as its files do, or seldomer where its ladder begins with a longer period. */
export function frequencyOfTable(
  { frequency }: Pick<Contract, 'frequency'>,
  { ladder }: Pick<TableSpec, 'ladder'>,
): Frequency {
  return ladder?.[0]?.period ?? frequency
}
