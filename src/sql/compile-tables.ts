import type { Contract, TableSpec } from '../contracts/contract.ts'
import { countsRows } from '../contracts/own-status.ts'
import { compileDerived } from './compile-derived.ts'
import { compileQuantiles, type SqlQuantiles } from './compile-quantiles.ts'
import { nameFlag } from './flags.ts'
import { nameCell, nameMeasure, nameNumber, nameTable } from './sql-text.ts'
import { listDimensions, type SqlDimension } from './table-dimensions.ts'
import { joinChain, type TableParts, type TableScope } from './table-parts.ts'

/** A table of the contract as a query over `base`. */
export interface CompiledTable {
  id: string
  view: string
  /** Columns of the result. */
  columns: string[]
  query: string
  /** Measures that the query does not give, because SQL cannot say them exactly. */
  leftOut: string[]
}

/**
 * The rows of one table for all periods: counts, sums and quantiles by group, then rates and shares of them as whole numbers
 * of their last digit. Rows are added up where they lie before places roll up, so that each is read once and not once a level.
 */
export function compileTable(id: string, spec: TableSpec, scope: TableScope): CompiledTable {
  const dimensions = listDimensions(spec, scope)
  const takes = Object.values(spec.measures).some((measure) => 'take' in measure)
  const parts = { spec, dimensions, takes, ...scope }
  const quantiles = compileQuantiles(parts)
  const isFilled = spec.kind === 'figures' && !takes
  const derived = compileDerived(spec, scope.contract, dimensions)
  const withs = [
    `fine as (\n${compileFine(parts)}\n)`,
    `rolled as (\n${compileRolled(parts)}\n)`,
    ...quantiles.withs,
    ...(isFilled ? [compileDomain(dimensions)] : []),
    `filled as (\n${compileFilled(parts, isFilled, quantiles)}\n)`,
    ...derived.withs,
  ]
  const names = ['period', ...dimensions.map(({ name }) => name)]
  const columns = [
    ...names,
    'rows_n',
    ...(spec.attributes ?? []).map(nameCell),
    ...derived.columns,
    ...(hasStatuses(scope.contract) ? ['status_rank'] : []),
  ]
  const given = columns.map((column) => column.replace(/^.* as /s, ''))
  const query = `with ${withs.join(',\n')}\nselect ${columns.join(',\n  ')}\nfrom ${derived.from}`
  return { id, view: nameTable(id), columns: given, query, leftOut: derived.leftOut }
}

/** Rows added up by the values that they have. */
function compileFine(parts: TableParts): string {
  const { spec, dimensions, contract } = parts
  const values = dimensions.map(({ name, value }) => `${value} as ${name}`)
  const attributes = (spec.attributes ?? []).map((id) => `min(${nameCell(id)}) as ${nameCell(id)}`)
  const rank = hasStatuses(contract) ? ['max(status_rank) as status_rank'] : []
  const sums = listBase(parts).map(({ name, fine }) => `${fine} as ${name}`)
  const grouped = ['period', ...dimensions.map(({ value }) => value)].join(', ')
  const flag = nameFlag(parts.flags, spec.where)
  const where = flag === null ? '' : `\n  where ${flag} = 1`
  const columns = ['period', ...values, 'count(*) as rows_n', ...attributes, ...sums, ...rank]
  return `  select ${columns.join(',\n    ')}\n  from base${where}\n  group by ${grouped}`
}

/** Places into the places that they lie in. */
function compileRolled(parts: TableParts): string {
  const { spec, dimensions, contract, dialect } = parts
  const joins = dimensions.flatMap(({ name, levels }) =>
    levels ? [joinChain(name, levels, { isOwn: parts.takes, dialect })] : [],
  )
  const names = dimensions.map(({ name, levels }) => (levels ? `at_${name}.up as ${name}` : `fine.${name} as ${name}`))
  const attributes = (spec.attributes ?? []).map((id) => `min(${nameCell(id)}) as ${nameCell(id)}`)
  const rank = hasStatuses(contract) ? ['max(status_rank) as status_rank'] : []
  const sums = listBase(parts).map(({ name, rolled }) => `${rolled} as ${name}`)
  const groups = ['fine.period', ...dimensions.map(({ name, levels }) => (levels ? `at_${name}.up` : `fine.${name}`))]
  const columns = [
    'fine.period as period',
    ...names,
    'cast(sum(rows_n) as bigint) as rows_n',
    ...attributes,
    ...sums,
    ...rank,
  ]
  return `  select ${columns.join(',\n    ')}\n  from fine${joins.join('')}\n  group by ${groups.join(', ')}`
}

interface BaseMeasure {
  name: string
  /** Over rows. */
  fine: string
  /** Over what the rows were added up to. */
  rolled: string
  /** What it is in a group without rows. */
  isZeroWhenEmpty: boolean
}

/** Counts, sums and taken values. A taken value stays the text that it is; a second one in its group is counted. */
function listBase({ spec, flags }: TableParts): BaseMeasure[] {
  return Object.entries(spec.measures).flatMap(([id, measure]): BaseMeasure[] => {
    const name = nameMeasure(id)
    const flag = nameFlag(flags, 'where' in measure ? measure.where : undefined)
    if ('count' in measure) {
      const fine = flag === null ? 'count(*)' : `sum(${flag})`
      return [{ name, fine, rolled: `cast(sum(${name}) as bigint)`, isZeroWhenEmpty: true }]
    }
    if ('sum' in measure) {
      const number = nameNumber(measure.sum)
      const fine = flag === null ? `sum(${number})` : `sum(case when ${flag} = 1 then ${number} end)`
      return [{ name, fine, rolled: `cast(sum(${name}) as bigint)`, isZeroWhenEmpty: countsRows(spec) }]
    }
    if (!('take' in measure)) return []
    const cell = nameCell(measure.take)
    return [
      { name, fine: `min(${cell})`, rolled: `min(${name})`, isZeroWhenEmpty: false },
      { name: `${name}_n`, fine: `count(${cell})`, rolled: `cast(sum(${name}_n) as bigint)`, isZeroWhenEmpty: false },
    ]
  })
}

/** Every combination that a period knows: closed lists and places whole, open dimensions as far as rows have shown them. */
function compileDomain(dimensions: readonly SqlDimension[]): string {
  const open = dimensions.filter(({ domain }) => domain === null)
  const closed = dimensions.filter(({ domain }) => domain !== null)
  const from =
    open.length === 0
      ? '(select distinct period, last_day from raw) as p'
      : `(select distinct r.period, p.last_day${open.map(({ name }) => `, r.${name}`).join('')} from rolled as r join (select distinct period, last_day from raw) as p on p.period = r.period) as p`
  const joins = closed.map(({ name, domain, levels }) => {
    const on = levels ? `d_${name}.from_day <= p.last_day and d_${name}.to_day >= p.last_day` : '1 = 1'
    return `\n  join ${domain} as d_${name} on ${on}`
  })
  const columns = dimensions.map(({ name, domain }) =>
    domain === null ? `p.${name} as ${name}` : `d_${name}.${name} as ${name}`,
  )
  const all = `select ${['p.period as period', ...columns].join(', ')}\n  from ${from}${joins.join('')}`
  // A group outside the lists (a place that is gone, a blank) is there as well where rows have it.
  const own = `select ${['period', ...dimensions.map(({ name }) => name)].join(', ')} from rolled`
  return `domain as (\n  ${all}\n  union\n  ${own}\n)`
}

function compileFilled(parts: TableParts, isFilled: boolean, quantiles: SqlQuantiles): string {
  const { spec, dimensions, contract } = parts
  const keys = ['period', ...dimensions.map(({ name }) => name)]
  const from = isFilled ? 'domain' : 'rolled'
  const columns = [
    ...keys.map((key) => `${from}.${key} as ${key}`),
    'coalesce(rolled.rows_n, 0) as rows_n',
    ...(spec.attributes ?? []).map((id) => `rolled.${nameCell(id)} as ${nameCell(id)}`),
    ...listBase(parts).map(({ name, isZeroWhenEmpty }) =>
      isFilled && isZeroWhenEmpty ? `coalesce(rolled.${name}, 0) as ${name}` : `rolled.${name} as ${name}`,
    ),
    ...quantiles.columns,
    ...(hasStatuses(contract) ? ['coalesce(rolled.status_rank, 0) as status_rank'] : []),
  ]
  const matches = (view: string) => keys.map((key) => `${view}.${key} = ${from}.${key}`).join(' and ')
  const views = [...(isFilled ? ['rolled'] : []), ...quantiles.views]
  const joins = views.map((view) => `\n  left join ${view} on ${matches(view)}`)
  return `  select ${columns.join(',\n    ')}\n  from ${from}${joins.join('')}`
}

function hasStatuses({ statuses = [] }: Contract): boolean {
  return statuses.length > 0
}
