import { z } from 'zod'
import { id } from './fields.ts'

/** Yearbooks print six rows, Chinese above English. */
export const HEADER_ROWS_MAX = 8

/** A department's own layout. May also be in `raw/<dataset>/profile.yaml`, which is laid over the contract's key by key. */
export const profile = z.strictObject({
  /** Worksheet to read; else the only worksheet, or the worksheet whose name equals the dataset's title. */
  sheet: z.string().optional(),
  delimiter: z.enum([',', ';', '\t']).optional(),
  /** Number of header rows to flatten with `|` (default 1); the first of them is the upper. */
  headerRows: z.int().min(1).max(HEADER_ROWS_MAX).optional(),
  /**
   * Rows above the header that are not data: titles, units. Counted as the file shows them, blank rows too, in a workbook and
   * in a CSV alike (found by header names where left out).
   */
  skipRows: z.int().min(0).optional(),
  /** Rows under the header that are no data: numbers of columns, units, names in another language. Counted as the file shows them. */
  skipBelow: z.int().min(0).optional(),
  /** How rows that are not data begin, by their first filled cell: remarks among or below the rows. They are noted. */
  ignoreRows: z.array(z.string().min(1)).optional(),
  /** Header of a new column for the names of groups: rows with nothing but a name, above the rows of their group. */
  groupRows: z.string().min(1).optional(),
  /** Column id → header of this file; `[A]` is a blank header, by the letter of its column. */
  columns: z.record(id, z.string()).optional(),
  /** Headers that are known and not used. */
  ignore: z.array(z.string()).optional(),
  /**
   * Wide → long: each of these headers becomes a row, its code in `into`, its cell in `value`. A column `total`, where the
   * file has one, is put against the sum of its row.
   */
  wide: z
    .strictObject({ into: id, value: id, headers: z.record(z.string(), z.string()), total: z.string().optional() })
    .optional(),
  /** Values that every row gets: `{ kind: 'forecast' }`. */
  constants: z.record(id, z.string()).optional(),
  /** Column id → unit printed in the file: `{ persons: '万人' }`. */
  units: z.record(id, z.string()).optional(),
  /**
   * Rows that are counted in units of their own, which follow their names: 地区生产总值（亿元）. `column` is the header
   * of the names; with `into` the units are taken off and fill a new column of that header.
   */
  rowUnits: z.strictObject({ column: z.string().min(1), into: z.string().min(1).optional() }).optional(),
  /** Marks that mean "no value", beside the usual marks. */
  missing: z.array(z.string()).optional(),
  dayFirst: z.boolean().optional(),
  /** Headers of columns whose blank cells repeat the cell above: merged cells, one name for a block of rows. */
  fillDown: z.array(z.string()).optional(),
  /** Labels of rows to take out and use as checksums, beside 合计 小计 总计. */
  totals: z.array(z.string()).optional(),
  /** Labels of rows that are records although they look like totals: 合计 above rates, 其中：女 beside its whole. */
  records: z.array(z.string()).optional(),
})
export type Profile = z.infer<typeof profile>

/**
 * A department's profile laid over the contract's own, key by key down to the maps inside: a file that names one header of
 * a wide table otherwise leaves the others as they are.
 */
export function mergeProfiles(own: Profile | undefined, given: Profile): Profile {
  const merged: Profile = { ...own, ...given }
  for (const key of ['columns', 'units', 'constants'] as const) {
    if (own?.[key] && given[key]) merged[key] = { ...own[key], ...given[key] }
  }
  // Codes of another column than the contract's are another layout, and take its place whole.
  if (own?.wide && given.wide && own.wide.into === given.wide.into && own.wide.value === given.wide.value) {
    merged.wide = { ...own.wide, ...given.wide, headers: { ...own.wide.headers, ...given.wide.headers } }
  }
  return merged
}
