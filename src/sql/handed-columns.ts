import type { Column, Contract } from '../contracts/contract.ts'

/** Columns beside those of the contract that every handed row has. */
export const HANDED_COLUMNS = [
  /** Period of the file, and its first and last day. */
  'period',
  'first_day',
  'last_day',
  /** Names the rows among which a key is unique. */
  'key_scope',
  'file',
  /** Line of the file, and place of the row among all of the file: a wide table makes several rows of a line. */
  'line',
  'ordinal',
] as const

/** Those by which a judged row is found again. */
export const KEPT_COLUMNS = ['period', 'key_scope', 'file', 'line', 'ordinal'] as const

/** Columns that leave the reader: what is personal and free text ends there. */
export function listHandedColumns({ columns }: Contract): [string, Column][] {
  return Object.entries(columns).filter(([, { privacy }]) => privacy !== 'personal' && privacy !== 'free-text')
}
