import * as z from 'zod/mini'
import type { CodeResult } from '../../codes/code-result.ts'
import { checkComponentCode, checkMatterCode } from '../../codes/component-code.ts'
import { checkCreditCode } from '../../codes/credit-code.ts'
import { checkGridCode } from '../../codes/grid-code.ts'
import { checkPermitNumber } from '../../codes/permit-number.ts'
import type { Places } from '../../codes/places.ts'
import type { Column, ColumnType } from '../../contracts/contract.ts'
import type { Value } from '../../contracts/row.ts'

/** The values of one column. A row is used only if the schema of every column accepts its value. */
export function buildColumnSchema(column: Column, places: Places): z.ZodMiniType<Value> {
  const schema = buildTypeSchema(column.type, places)
  return column.optional || column.absent ? z.nullable(schema) : schema
}

function buildTypeSchema(type: ColumnType, places: Places): z.ZodMiniType<string | number> {
  switch (type.kind) {
    case 'text':
      return z.string().check(z.minLength(1), z.maxLength(type.max ?? TEXT_LENGTH_MAX))
    case 'integer':
      return withBounds(z.int(), type)
    case 'number':
      return withBounds(z.number(), type)
    case 'percent':
      return withBounds(z.number(), { min: 0, max: 100 })
    case 'date':
      return z.iso.date()
    case 'datetime':
      return z.string().check(z.regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/))
    case 'month':
      return z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))
    case 'year':
      return z.string().check(z.regex(/^(1[89]|20|21)\d{2}$/))
    case 'yes-no':
      return z.enum(['yes', 'no'])
    case 'list':
      return z.enum(type.items.map((item) => item.code))
    case 'place':
      return z.string().check(z.refine((code) => isPlaceOf(places, code, type.levels)))
    default:
      return z.string().check(z.refine((code) => checkCode(type.kind, code, places).ok))
  }
}

export type CodeKind = Extract<
  ColumnType['kind'],
  'credit-code' | 'permit-number' | 'grid-code' | 'component-code' | 'matter-code'
>

/** The verdict on a code of a kind. */
export function checkCode(kind: CodeKind, code: string, places: Places): CodeResult {
  switch (kind) {
    case 'credit-code':
      return checkCreditCode(code)
    case 'permit-number':
      return checkPermitNumber(code)
    case 'grid-code':
      return checkGridCode(code, places)
    case 'component-code':
      return checkComponentCode(code, places)
    case 'matter-code':
      return checkMatterCode(code, places)
  }
}

/** Longest text of a column that states no limit of its own. */
export const TEXT_LENGTH_MAX = 2_000

function withBounds(
  schema: z.ZodMiniNumber,
  { min, max }: { min?: number | undefined; max?: number | undefined },
): z.ZodMiniNumber {
  const above = min === undefined ? schema : schema.check(z.gte(min))
  return max === undefined ? above : above.check(z.lte(max))
}

function isPlaceOf(places: Places, code: string, levels: readonly string[] | undefined): boolean {
  const place = places.get(code)
  return place !== undefined && (levels === undefined || levels.includes(place.level))
}
