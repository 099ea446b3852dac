import type { Contract, Measure, TableSpec } from '../contracts/contract.ts'
import { isDecimal } from './handed-numbers.ts'
import { divideWhole, nameMeasure } from './sql-text.ts'
import type { SqlDimension } from './table-dimensions.ts'

/** What a table makes of its own measures. */
interface SqlDerived {
  withs: string[]
  from: string
  columns: string[]
  /** Measures that SQL cannot say exactly; the product works them out. */
  leftOut: string[]
}

/** Rates, shares, sums and differences of measures, in the order of the contract, as whole numbers of their last digit. */
export function compileDerived(spec: TableSpec, contract: Contract, dimensions: readonly SqlDimension[]): SqlDerived {
  const shares = Object.entries(spec.measures).flatMap(([id, measure]) => ('share' in measure ? [{ id, measure }] : []))
  const derived: SqlDerived = { withs: [], from: shares.length > 0 ? 'whole' : 'filled', columns: [], leftOut: [] }
  if (shares.length > 0) {
    const wholes = shares.map(({ id, measure }) => {
      const keys = spec.dimensions.flatMap(({ column }, index) =>
        column === measure.share.across ? [] : [dimensions[index]?.name ?? ''],
      )
      return `${writeWhole(writeMeasure(measure.share.of, spec), ['period', ...keys])} as ${nameMeasure(id)}_whole`
    })
    derived.withs.push(`whole as (\n  select filled.*, ${wholes.join(',\n    ')}\n  from filled\n)`)
  }
  for (const [id, measure] of Object.entries(spec.measures)) {
    const name = nameMeasure(id)
    if ('count' in measure || 'sum' in measure || 'quantile' in measure) derived.columns.push(name)
    else if ('take' in measure) derived.columns.push(name, `${name}_n`)
    else if (isDerived(measure) && isWhole(id, spec, contract))
      derived.columns.push(`${writeDerived(id, measure, spec)} as ${name}`)
    else derived.leftOut.push(id)
  }
  return derived
}

/** True where all that a measure is made of are whole numbers. */
function isWhole(id: string, spec: TableSpec, contract: Contract): boolean {
  const measure = spec.measures[id]
  if (!measure) return false
  if ('count' in measure) return true
  if ('sum' in measure) {
    const type = contract.columns[measure.sum]?.type
    return type !== undefined && !isDecimal(type)
  }
  if ('plus' in measure)
    return [...measure.plus, ...(measure.minus ?? [])].every((part) => isWhole(part, spec, contract))
  if ('share' in measure) return isWhole(measure.share.of, spec, contract)
  if (!('rate' in measure)) return false
  const { numerator, denominator, times } = measure.rate
  return Number.isInteger(times) && [numerator, denominator].every((part) => isWhole(part, spec, contract))
}

/** A measure as others use it: one of rows by its name, a sum of measures spelled out. */
function writeMeasure(id: string, spec: TableSpec): string {
  const measure = spec.measures[id]
  if (!measure || !('plus' in measure)) return nameMeasure(id)
  const taken = (measure.minus ?? []).map((part) => ` - ${writeMeasure(part, spec)}`).join('')
  return `(${measure.plus.map((part) => writeMeasure(part, spec)).join(' + ')}${taken})`
}

type Derived = Extract<Measure, { plus: unknown } | { rate: unknown } | { share: unknown }>

function isDerived(measure: Measure): measure is Derived {
  return 'plus' in measure || 'rate' in measure || 'share' in measure
}

function writeDerived(id: string, measure: Derived, spec: TableSpec): string {
  if ('plus' in measure) return writeMeasure(id, spec)
  const decimals = measure.decimals ?? 0
  if ('share' in measure) {
    return writeRatio(writeMeasure(measure.share.of, spec), `${nameMeasure(id)}_whole`, { times: 100, decimals })
  }
  const { numerator, denominator, times } = measure.rate
  return writeRatio(writeMeasure(numerator, spec), writeMeasure(denominator, spec), { times, decimals })
}

/** Rounded half up; null where there is nothing to divide by. */
function writeRatio(above: string, below: string, { times, decimals }: { times: number; decimals: number }): string {
  const top = `${above} * ${2 * times * 10 ** decimals} + ${below}`
  return `case when ${below} > 0 then ${divideWhole(top, `${below} * 2`)} end`
}

/** The sum of all parts; null where a part lacks, for then the whole is not known. */
function writeWhole(part: string, keys: readonly string[]): string {
  const over = `over (partition by ${keys.join(', ')})`
  return `case when count(${part}) ${over} = count(*) ${over} then cast(sum(${part}) ${over} as bigint) end`
}
