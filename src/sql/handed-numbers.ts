import type { ColumnType } from '../contracts/contract.ts'

/** Decimals that a handed number may have. Sums of decimal numbers are whole numbers of millionths, in no engine's DOUBLE. */
export const DECIMALS = 6

type NumericType = Extract<ColumnType, { kind: 'integer' | 'number' | 'percent' }>

export function isNumeric(type: ColumnType): type is NumericType {
  return type.kind === 'integer' || isDecimal(type)
}

/** True where the number is kept in millionths. */
export function isDecimal(type: ColumnType): boolean {
  return type.kind === 'number' || type.kind === 'percent'
}

/** A bound in the units of a column. */
export function toUnits(bound: number, type: ColumnType): string {
  return String(isDecimal(type) ? Math.round(bound * 10 ** DECIMALS) : bound)
}
