import type { ColumnType, Contract } from '../contracts/contract.ts'
import { nameCell } from './sql-text.ts'

/** Of a column whose texts have no fixed length. */
export const LONGEST_TEXT = Number.POSITIVE_INFINITY

/** Characters of every value of a kind of time. */
export function lengthOf(type: ColumnType | undefined): number {
  return LENGTHS[type?.kind ?? 'text'] ?? LONGEST_TEXT
}

const LENGTHS: Partial<Record<ColumnType['kind'], number>> = {
  datetime: 'YYYY-MM-DD HH:mm'.length,
  date: 'YYYY-MM-DD'.length,
  month: 'YYYY-MM'.length,
  year: 'YYYY'.length,
}

/** Day of a time; a month or a year counts from its first day. Throws where the column is no time. */
export function writeDay(column: string, contract: Contract): string {
  const cell = nameCell(column)
  switch (contract.columns[column]?.type.kind) {
    case 'datetime':
      return `substring(${cell}, 1, 10)`
    case 'date':
      return cell
    case 'month':
      return `concat(${cell}, '-01')`
    case 'year':
      return `concat(${cell}, '-01-01')`
    default:
      throw new Error(`sql: ${contract.id} takes ${column} for a time`)
  }
}

/** Minutes of a day or a minute, counted from 1970 as the line counts them; null of a text that is neither. No TIMESTAMP, which has a zone in Spark. */
export function writeMinutes(column: string, contract: Contract): string {
  const cell = nameCell(column)
  const days = `cast(unix_date(try_cast(substring(${cell}, 1, 10) as date)) as bigint) * 1440`
  if (contract.columns[column]?.type.kind === 'date') return days
  return `${days} + try_cast(substring(${cell}, 12, 2) as int) * 60 + try_cast(substring(${cell}, 15, 2) as int)`
}
