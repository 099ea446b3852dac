import { nameFlag } from './flags.ts'
import type { Carried } from './pass-columns.ts'
import { quoteText } from './sql-text.ts'
import { isOf, type TableParts } from './table-parts.ts'

/** The dimensions of all tables of a pass. */
export function listKeys(tables: readonly TableParts[]): string[] {
  return [...new Set(tables.flatMap(({ dimensions }) => dimensions.map(({ name }) => name)))]
}

/** Each row of `base` once for every group that it counts for. */
export function compileSpread(
  tables: readonly TableParts[],
  { keys, carried }: { keys: readonly string[]; carried: readonly Carried[] },
): string {
  const columns = [
    'of_table',
    'period',
    ...keys.map((key) => `${writeKey(key, tables)} as ${key}`),
    '1 as is_row',
    ...carried.map(({ name, value }) => (name === value ? name : `${value} as ${name}`)),
  ]
  const held = tables.flatMap(({ flags, spec }, index) => {
    const flag = nameFlag(flags, spec.where)
    if (flag === null) return []
    return tables.length === 1 ? [`${flag} = 1`] : [`(not ${isOf(tables.slice(index, index + 1))} or ${flag} = 1)`]
  })
  const where = held.length === 0 ? '' : `\nwhere ${held.join(' and ')}`
  return `select ${columns.join(',\n  ')}\nfrom base${joinTables(tables)}${where}`
}

function writeKey(key: string, tables: readonly TableParts[]): string {
  const own = tables.filter(({ dimensions }) => dimensions.some(({ name }) => name === key))
  const dimension = own[0]?.dimensions.find(({ name }) => name === key)
  if (!dimension) throw new Error(`sql: no table has the dimension ${key}`)
  if (dimension.levels) return `at_${key}.up`
  return own.length === tables.length ? dimension.value : `case when ${isOf(own)} then ${dimension.value} end`
}

/** The tables, with the places that each of their places counts for: itself and those that it lies in, of the levels asked. */
function joinTables(tables: readonly TableParts[]): string {
  const places = (tables[0]?.dimensions ?? []).filter(({ levels }) => levels)
  if (places.length === 0) {
    const ids = tables.map(({ id, dialect }) => `(${quoteText(id, dialect)})`)
    return `\njoin (select * from (values ${ids.join(', ')}) as v(of_table)) as asked on 1 = 1`
  }
  return places
    .map(({ name, value }, index) => {
      const [column, same] =
        index === 0 ? ['of_table', ''] : [`table_${index}`, ` and at_${name}.table_${index} = of_table`]
      const all = tables.map((parts) => writeChain(name, parts, column))
      return `\njoin (\n  ${all.join('\n  union all\n  ')}\n) as at_${name} on at_${name}.code = ${value}${same}`
    })
    .join('')
}

function writeChain(dimension: string, { id, dimensions, takes, dialect }: TableParts, column: string): string {
  const levels = dimensions.find(({ name }) => name === dimension)?.levels ?? []
  const list = levels.map((level) => quoteText(level, dialect)).join(', ')
  const own = takes ? ' and up = code' : ''
  return `select ${quoteText(id, dialect)} as ${column}, code, up from chain where level in (${list})${own}`
}

/** Every group of a table that a period knows: closed lists and places whole, open dimensions as far as rows have shown them. */
export function compileKnown(parts: TableParts, keys: readonly string[], spread: string): string {
  const { id, dimensions, dialect } = parts
  const open = dimensions.flatMap(({ name, domain }) => (domain === null ? [name] : []))
  const shown = ['s.period', 'p.last_day', ...open.map((name) => `s.${name}`)].join(', ')
  const from =
    open.length === 0
      ? 'periods as p'
      : `(select distinct ${shown} from ${spread} as s join periods as p on p.period = s.period where ${isOf([parts])}) as p`
  const joins = dimensions.flatMap(({ name, domain, levels }) => {
    if (domain === null) return []
    const on = levels ? `d_${name}.from_day <= p.last_day and d_${name}.to_day >= p.last_day` : '1 = 1'
    return [`\njoin ${domain} as d_${name} on ${on}`]
  })
  const columns = keys.map((key) => {
    if (open.includes(key)) return `p.${key} as ${key}`
    const isOwn = dimensions.some(({ name }) => name === key)
    return `${isOwn ? `d_${key}.${key}` : 'cast(null as string)'} as ${key}`
  })
  const head = [`${quoteText(id, dialect)} as of_table`, 'p.period as period', ...columns].join(', ')
  return `select ${head}\nfrom ${from}${joins.join('')}`
}
