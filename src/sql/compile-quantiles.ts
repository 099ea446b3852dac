import type { Measure } from '../contracts/contract.ts'
import { MINUTES_IN, QUANTILE_PARTS } from '../tabulate/quantile.ts'
import { nameFlag } from './flags.ts'
import { divideWhole, nameMeasure, nameMinutes } from './sql-text.ts'
import { joinChain, type TableParts } from './table-parts.ts'

type Quantile = Extract<Measure, { quantile: number }>

/** The quantiles of a table: subqueries, and for each the view and the columns that it gives. */
export interface SqlQuantiles {
  withs: string[]
  views: string[]
  /** `quantile_1.m_hours_median as m_hours_median` */
  columns: string[]
}

/**
 * Exact quantiles (type 7) of whole minutes: equal times are counted, put in order with running counts, and the two
 * neighbours of the position are taken. No `median` and no `quantile_cont`, which round in DOUBLE. Those of the same rows
 * are picked from one order.
 */
export function compileQuantiles(parts: TableParts): SqlQuantiles {
  const groups = new Map<string, [string, Quantile][]>()
  for (const [id, measure] of Object.entries(parts.spec.measures)) {
    if (!('quantile' in measure)) continue
    const key = JSON.stringify([measure.where, measure.between.from, measure.between.to])
    groups.set(key, [...(groups.get(key) ?? []), [id, measure]])
  }
  const found: SqlQuantiles = { withs: [], views: [], columns: [] }
  for (const [index, measures] of [...groups.values()].entries()) {
    const view = `quantile_${index + 1}`
    found.withs.push(...compileOrder(view, measures, parts))
    found.views.push(view)
    found.columns.push(...measures.map(([id]) => `${view}.${nameMeasure(id)} as ${nameMeasure(id)}`))
  }
  return found
}

function compileOrder(view: string, measures: readonly [string, Quantile][], parts: TableParts): string[] {
  const [, first] = measures[0] ?? []
  if (!first) throw new Error('sql: an order without a quantile')
  const { spec, dimensions, dialect, flags, takes } = parts
  const names = ['period', ...dimensions.map(({ name }) => name)]
  const minutes = `${nameMinutes(first.between.to)} - ${nameMinutes(first.between.from)}`
  const held = [nameFlag(flags, spec.where), nameFlag(flags, first.where)].flatMap((flag) =>
    flag === null ? [] : [`${flag} = 1`],
  )
  // Before places roll up, so that an expression of the row is worked out once and not once a level.
  const values = dimensions.map(({ name, value }) => `${value} as ${name}`)
  const joins = dimensions.flatMap(({ name, levels }) =>
    levels ? [joinChain(name, levels, { isOwn: takes, dialect, of: 'timed' })] : [],
  )
  const rolled = dimensions.map(({ name, levels }) => (levels ? `at_${name}.up` : `timed.${name}`))
  const group = names.join(', ')
  return [
    `${view}_rolled as (
  select ${['timed.period as period', ...rolled.map((column, index) => `${column} as ${names[index + 1]}`), 'timed.x as x', 'count(*) as n'].join(', ')}
  from (
    select ${['period', ...values, `${minutes} as x`].join(', ')}
    from base where ${[...held, `${minutes} is not null`].join(' and ')}
  ) as timed${joins.join('')}
  group by ${['timed.period', ...rolled, 'timed.x'].join(', ')}
)`,
    `${view}_ordered as (
  select ${group}, x, cast(sum(n) over (partition by ${group} order by x) as bigint) as upto, cast(sum(n) over (partition by ${group}) as bigint) as n
  from ${view}_rolled
)`,
    `${view}_picked as (
  select ${group},
    ${measures.flatMap(([id, measure]) => pickNeighbours(id, measure)).join(',\n    ')}
  from ${view}_ordered
  group by ${group}
)`,
    `${view} as (
  select ${group}, ${measures.map(([id, measure]) => `${writeQuantile(id, measure)} as ${nameMeasure(id)}`).join(',\n    ')}
  from ${view}_picked
)`,
  ]
}

/** The values at the position and behind it, and how far between them the quantile lies, in thousandths. */
function pickNeighbours(id: string, { quantile }: Quantile): string[] {
  const position = `(n - 1) * ${Math.round(quantile * QUANTILE_PARTS)}`
  const index = divideWhole(position, String(QUANTILE_PARTS))
  const name = nameMeasure(id)
  return [
    `min(case when upto > ${index} then x end) as ${name}_a`,
    `min(case when upto > least(${index} + 1, n - 1) then x end) as ${name}_b`,
    `max((${position}) % ${QUANTILE_PARTS}) as ${name}_r`,
  ]
}

/** In hours or days, as a whole number of the last digit, rounded half up. */
function writeQuantile(id: string, { between, decimals = 0 }: Quantile): string {
  const name = nameMeasure(id)
  const thousandths = `(${name}_a * ${QUANTILE_PARTS} + ${name}_r * (${name}_b - ${name}_a))`
  const unit = QUANTILE_PARTS * MINUTES_IN[between.in]
  return divideWhole(`${thousandths} * ${2 * 10 ** decimals} + ${unit}`, String(2 * unit))
}
