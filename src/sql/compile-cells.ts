import { type CodeKind, TEXT_LENGTH_MAX } from '../check/values/schema.ts'
import { CREDIT_CODE_ALPHABET, CREDIT_CODE_WEIGHTS } from '../codes/credit-code.ts'
import { COUNTIES, PROVINCES, WHOLE_CITIES } from '../codes/divisions.ts'
import type { Places } from '../codes/places.ts'
import type { Column, ColumnType, Contract } from '../contracts/contract.ts'
import type { RuleId } from '../problems/catalogue.ts'
import { listHandedColumns } from './handed-columns.ts'
import { DECIMALS, isDecimal, isNumeric, toUnits } from './handed-numbers.ts'
import { type Dialect, nameCell, nameNumber, quoteText } from './sql-text.ts'

/** A fault of a row: the rule that it breaks, the column that is pointed at, and when. */
export interface FaultTest {
  rule: RuleId
  column: string
  /** May be null, which is no fault. */
  when: string
}

/** A number of the handed text; null where it has another form. */
export function writeNumber(id: string, { type }: Column): string {
  const cell = nameCell(id)
  if (!isDecimal(type)) return `case when regexp_like(${cell}, '${INTEGER}') then try_cast(${cell} as bigint) end`
  // The digits of 83.37 and six places behind the point are 83370000.
  const digits = `concat(regexp_extract(${cell}, '^(-?[0-9]+)', 1), rpad(regexp_extract(${cell}, '[.]([0-9]+)$', 1), ${DECIMALS}, '0'))`
  return `case when regexp_like(${cell}, '${DECIMAL}') then try_cast(${digits} as bigint) end`
}

const INTEGER = '^-?[0-9]{1,15}$'
const DECIMAL = `^-?[0-9]{1,12}([.][0-9]{1,${DECIMALS}})?$`

interface CellScope {
  contract: Contract
  places: Places
  dialect: Dialect
}

/** What may be wrong with one cell, as far as its text says: groups of tests, of each of which the first that holds counts. */
export function compileCell(id: string, column: Column, scope: CellScope): FaultTest[][] {
  const cell = nameCell(id)
  const isOptional = column.optional === true || column.absent === true
  const missing: FaultTest[] = isOptional ? [] : [{ rule: 'value-missing', column: id, when: `${cell} is null` }]
  const tests = [...missing, ...compileForm(id, column, scope).map((test) => ({ ...test, column: id }))]
  // Put in order, the test of a day needs not match the pattern again, which is what costs most of a row.
  return DAYS.has(column.type.kind) ? [tests] : tests.map((test) => [test])
}

const DAYS: ReadonlySet<ColumnType['kind']> = new Set(['date', 'datetime'])

function compileForm(id: string, column: Column, scope: CellScope): Omit<FaultTest, 'column'>[] {
  const { type } = column
  const cell = nameCell(id)
  const isNot = (pattern: string) => `not regexp_like(${cell}, '${pattern}')`
  switch (type.kind) {
    case 'text':
      return [{ rule: 'text-too-long', when: `length(${cell}) > ${type.max ?? TEXT_LENGTH_MAX}` }]
    case 'integer':
    case 'number':
    case 'percent':
      return compileRange(id, column)
    case 'date':
      return [
        { rule: 'date-format', when: isNot('^[0-9]{4}-[0-9]{2}-[0-9]{2}$') },
        { rule: 'date-nonexistent', when: compileNoDay(cell) },
      ]
    case 'datetime':
      return [
        { rule: 'datetime-format', when: isNot(MINUTE) },
        { rule: 'date-nonexistent', when: compileNoDay(cell) },
      ]
    case 'month':
      return [{ rule: 'month-format', when: isNot('^[0-9]{4}-(0[1-9]|1[0-2])$') }]
    case 'year':
      return [{ rule: 'year-format', when: isNot('^(1[89]|20|21)[0-9]{2}$') }]
    case 'yes-no':
      return [{ rule: 'value-unlisted', when: `${cell} not in ('yes', 'no')` }]
    case 'list':
      return [
        {
          rule: 'value-unlisted',
          when: `${cell} not in (${type.items.map(({ code }) => quoteText(code, scope.dialect)).join(', ')})`,
        },
      ]
    case 'place':
      return compilePlace(cell, type.levels, scope)
    default:
      return compileCode(cell, type.kind, scope)
  }
}

const MINUTE = '^[0-9]{4}-[0-9]{2}-[0-9]{2} ([01][0-9]|2[0-3]):[0-5][0-9]$'

/** Of a text in the form of a day. */
function compileNoDay(cell: string): string {
  return `${cell} is not null and try_cast(substring(${cell}, 1, 10) as date) is null`
}

function compileRange(id: string, { type }: Column): Omit<FaultTest, 'column'>[] {
  const number = nameNumber(id)
  const { min, max } = boundsOf(type)
  const bounds = [
    ...(min === undefined ? [] : [`${number} < ${toUnits(min, type)}`]),
    ...(max === undefined ? [] : [`${number} > ${toUnits(max, type)}`]),
  ]
  return [
    { rule: 'number-format', when: `${nameCell(id)} is not null and ${number} is null` },
    ...(bounds.length === 0 ? [] : [{ rule: 'number-out-of-range' as const, when: bounds.join(' or ') }]),
  ]
}

function boundsOf(type: ColumnType): { min?: number | undefined; max?: number | undefined } {
  if (type.kind === 'percent') return { min: 0, max: 100 }
  return type.kind === 'integer' || type.kind === 'number' ? type : {}
}

function compilePlace(
  cell: string,
  levels: readonly string[] | undefined,
  { places, dialect }: CellScope,
): Omit<FaultTest, 'column'>[] {
  const known = places.all.filter(({ level }) => levels === undefined || levels.includes(level))
  return [
    { rule: 'place-unknown', when: `${cell} not in (${known.map(({ code }) => quoteText(code, dialect)).join(', ')})` },
  ]
}

function compileCode(cell: string, kind: CodeKind, { places }: CellScope): Omit<FaultTest, 'column'>[] {
  switch (kind) {
    case 'credit-code':
      return compileCreditCode(cell, '$')
    case 'permit-number':
      return [
        ...compileCreditCode(cell, '[0-9]{3}[A-Z]$'),
        { rule: 'code-sequence', when: `length(${cell}) = 22 and substring(${cell}, 19, 3) = '000'` },
      ]
    case 'grid-code':
      return [
        ...compileDivision(cell, '^[0-9]{14,15}$', places),
        { rule: 'code-sequence', when: `regexp_like(${cell}, '^[0-9]{12}0{2,3}$')` },
      ]
    case 'component-code':
      return compileDivision(cell, '^[0-9]{16,17}$', places)
    case 'matter-code':
      return compileDivision(cell, '^[0-9]{10,11}$', places)
  }
}

/** GB 32100-2015: the check character is made of the places of the 17 others in the alphabet, by powers of 3 modulo 31. */
function compileCreditCode(cell: string, end: string): Omit<FaultTest, 'column'>[] {
  const letters = '[0-9A-HJ-NP-RT-UWXY]'
  const shape = `^${letters}{2}[0-9]{6}${letters}{10}${end}`
  // Letters that are mistaken for digits and for one another, which no code has.
  const mistaken = `regexp_like(${cell}, '^[0-9A-Z]{18}${end}') and regexp_like(substring(${cell}, 1, 18), '[IOSVZ]')`
  const valueAt = (at: number) => `(instr('${CREDIT_CODE_ALPHABET}', substring(${cell}, ${at}, 1)) - 1)`
  const sum = CREDIT_CODE_WEIGHTS.map((weight, index) => `${weight} * ${valueAt(index + 1)}`).join(' + ')
  return [
    { rule: 'code-letter', when: mistaken },
    { rule: 'code-format', when: `not regexp_like(${cell}, '${shape}') and not (${mistaken})` },
    { rule: 'code-check', when: `regexp_like(${cell}, '${shape}') and (${sum} + ${valueAt(18)}) % 31 <> 0` },
  ]
}

/** Codes that begin with the six digits of a county, as `isCounty` knows them. */
function compileDivision(cell: string, shape: string, places: Places): Omit<FaultTest, 'column'>[] {
  const county = `substring(${cell}, 1, 6)`
  const codes = [...COUNTIES, ...places.all.map(({ code }) => code).filter((code) => /^\d{6}$/.test(code))]
  const list = (texts: Iterable<string>) => [...texts].map((text) => `'${text}'`).join(', ')
  const isElsewhere = [
    `substring(${cell}, 1, 4) not in (${list(WHOLE_CITIES)})`,
    `substring(${cell}, 1, 2) in (${list(PROVINCES)})`,
    `substring(${cell}, 5, 2) <> '00'`,
  ].join(' and ')
  return [
    { rule: 'code-format', when: `not regexp_like(${cell}, '${shape}')` },
    {
      rule: 'code-county',
      when: `regexp_like(${cell}, '${shape}') and ${county} not in (${list(new Set(codes))}) and not (${isElsewhere})`,
    },
  ]
}

/** Columns that the pass over the rows needs as numbers. */
export function listNumeric(contract: Contract): [string, Column][] {
  return listHandedColumns(contract).filter(([, { type }]) => isNumeric(type))
}
