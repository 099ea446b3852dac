import type { Grid } from '../grid.ts'
import { DATES, type GridColumn, NUMBERS } from '../subject-file.ts'

export const isNumber = ({ kind }: GridColumn) => NUMBERS.has(kind)
export const isDate = ({ kind }: GridColumn) => DATES.has(kind)

export function titleOf(period: string): string {
  return period.length === 4
    ? `云锦市${period}年统计表`
    : `云锦市${period.slice(0, 4)}年${Number(period.slice(5))}月统计表`
}

export function listBlanks({ headers }: Grid, count: number): string[][] {
  return Array.from({ length: count }, () => headers.map(() => ''))
}
