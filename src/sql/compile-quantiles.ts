import type { Measure } from '../contracts/contract.ts'
import { MINUTES_IN, QUANTILE_PARTS } from '../tabulate/quantile.ts'
import { type Flags, nameFlag } from './flags.ts'
import { divideWhole, nameMinutes } from './sql-text.ts'
import type { TableParts } from './table-parts.ts'

type Quantile = Extract<Measure, { quantile: number }>

/** Times of the same rows, of which tables ask quantiles. */
export interface Times {
  /** The minutes of a row, and then all minutes of a group in order. */
  name: string
  /** The minutes of a row of `base`; null where it does not count. */
  minutes: string
  /** The tables that ask. */
  asking: readonly TableParts[]
  /** In thousandths. */
  quantiles: readonly number[]
}

/** All times of which tables ask quantiles, each once, however many tables and quantiles ask. */
export function listTimes(tables: readonly TableParts[]): Times[] {
  const found = new Map<string, Times>()
  for (const parts of tables) {
    for (const measure of Object.values(parts.spec.measures)) {
      if (!('quantile' in measure)) continue
      const minutes = writeTime(measure, parts.flags)
      const { name, asking, quantiles } = found.get(minutes) ?? {
        name: `x${found.size + 1}`,
        asking: [],
        quantiles: [],
      }
      found.set(minutes, {
        name,
        minutes,
        asking: [...new Set([...asking, parts])],
        quantiles: [...new Set([...quantiles, toThousandths(measure)])],
      })
    }
  }
  return [...found.values()]
}

function writeTime({ where, between }: Quantile, flags: Flags): string {
  const minutes = `${nameMinutes(between.to)} - ${nameMinutes(between.from)}`
  const flag = nameFlag(flags, where)
  return flag === null ? minutes : `case when ${flag} = 1 then ${minutes} end`
}

/** All minutes of a group in order, and their number. No `median` and no `quantile_cont`, which round in DOUBLE. */
export function gatherTimes({ name }: Times): string[] {
  return [`sort_array(array_agg(${name}) filter (where ${name} is not null)) as ${name}`, `count(${name}) as ${name}_n`]
}

/** The exact quantiles (type 7) of a group in thousandths of a minute, from the two neighbours of the position. */
export function pickQuantiles({ name, quantiles }: Times): string[] {
  return quantiles.map((quantile) => {
    const position = `(${name}_n - 1) * ${quantile}`
    const below = divideWhole(position, String(QUANTILE_PARTS))
    const [low, high] = [`${below} + 1`, `least(${below} + 2, ${name}_n)`].map(
      (nth) => `try_element_at(${name}, cast(${nth} as int))`,
    )
    const value = `${low} * ${QUANTILE_PARTS} + (${position}) % ${QUANTILE_PARTS} * (${high} - ${low})`
    return `case when ${name}_n > 0 then ${value} end as ${name}_${quantile}`
  })
}

/** A quantile in hours or days, as a whole number of the last digit, rounded half up. */
export function writeQuantile(measure: Quantile, times: readonly Times[], flags: Flags): string {
  const { between, decimals = 0 } = measure
  const minutes = writeTime(measure, flags)
  const found = times.find((own) => own.minutes === minutes)
  if (!found) throw new Error(`sql: times were not collected: ${minutes}`)
  const unit = QUANTILE_PARTS * MINUTES_IN[between.in]
  const picked = `${found.name}_${toThousandths(measure)}`
  return divideWhole(`${picked} * ${2 * 10 ** decimals} + ${unit}`, String(2 * unit))
}

function toThousandths({ quantile }: Quantile): number {
  return Math.round(quantile * QUANTILE_PARTS)
}
