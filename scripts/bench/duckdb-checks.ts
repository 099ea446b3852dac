import type { CodeItem } from '../../src/contracts/contract.ts'
import { CASE_STATES, LEVELS, MAJORS, MINORS, SOURCES } from '../../src/datasets/cases/case-codes.ts'

const TIMES = ['reported', 'accepted', 'due', 'closed', 'voided'] as const

/**
 * SQL by hand that reads a month of cases as texts, judges each cell and each rule of the contract, and keeps the verdict as
 * `ok`. Whether a number comes twice is counted over the table.
 */
export function listCheckStatements(path: string, first: string, columns: readonly string[]): string[] {
  const names = [...columns, 'rework'].map((column) => `'${column}': 'VARCHAR'`).join(', ')
  const typed = TIMES.map((time) => `try_cast(r.${time} as timestamp) as ${time}`)
  const plain = columns.filter((column) => !TIMES.some((time) => time === column)).map((column) => `r.${column}`)
  return [
    `create or replace table t as select ${[...plain, ...typed].join(', ')}, try_cast(r.rework as integer) as rework, p.code as place, substr(p.code, 1, 6) as district, ${testCells()} as cells from read_csv('${path}', header = true, columns = {${names}}) r ${joinPlaces(first)}`,
    `create or replace table c as select *, coalesce(cells and ${testRules(first)}, false) as ok from t`,
  ]
}

/** Each name with the subdistrict that had it at the end of the month: a former place may have had the same. */
export function joinPlaces(first: string): string {
  const last = `strftime(last_day(DATE '${first}'), '%Y-%m-%d')`
  return `left join places p on p.name_zh = r.name and p.level = 'subdistrict' and coalesce(p.since, '') <= ${last} and coalesce(p.until, '9999') >= ${last}`
}

function testCells(): string {
  const isTime = (time: string) =>
    `regexp_full_match(r.${time}, '\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}(:00)?') and try_cast(r.${time} as timestamp) is not null`
  return [
    "length(r.number) between 1 and 20 and r.number not like ' %' and r.number not like '% '",
    "regexp_full_match(r.grid, '\\d{15}')",
    'p.code is not null',
    isListed('r.major', MAJORS),
    isListed('r.minor', MINORS),
    isListed('r.source', SOURCES),
    `(r.level is null or ${isListed('r.level', LEVELS)})`,
    isListed('r.state', CASE_STATES),
    isTime('reported'),
    ...TIMES.slice(1).map((time) => `(r.${time} is null or (${isTime(time)}))`),
    "regexp_full_match(r.rework, '0|[1-9]\\d?')",
  ]
    .map((test) => `(${test})`)
    .join(' and ')
}

function isListed(column: string, items: readonly CodeItem[]): string {
  const spellings = items.flatMap(({ code, zh, en, also = [] }) => [code, zh, en, ...also])
  return `${column} in (${spellings.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ')})`
}

/** The rules of the contract between the cells of a row. */
function testRules(first: string): string {
  const end = `DATE '${first}' + INTERVAL 1 MONTH`
  const isBelow = (minor: CodeItem) => MAJORS.find(({ code }) => minor.code.startsWith(code))?.zh ?? ''
  const pairs = MINORS.map((minor) => `when '${minor.zh}' then '${isBelow(minor)}'`).join(' ')
  const touches = TIMES.map((time) => `coalesce(${time} >= DATE '${first}' and ${time} < ${end}, false)`)
  const isEither = (when: string, column: string) => `((${when}) = (${column} is not null))`
  return [
    'starts_with(grid, place)',
    `case minor ${pairs} end = major`,
    ...['reported', 'accepted', 'closed', 'voided'].map((time) => `(${time} is null or ${time} < ${end})`),
    '(accepted is null or accepted >= reported)',
    '(due is null or accepted is null or due >= accepted)',
    '(closed is null or accepted is null or closed >= accepted)',
    '(voided is null or voided >= reported)',
    '(accepted is null or due is not null)',
    "(state not in ('办理中', '已办结') or accepted is not null)",
    "(state <> '待受理' or accepted is null)",
    isEither("state = '已办结'", 'closed'),
    "(state <> '已办结' or level is not null)",
    isEither("state = '作废'", 'voided'),
    `(${touches.join(' or ')} or (closed is null and reported < ${end}))`,
  ]
    .map((test) => `(${test})`)
    .join(' and ')
}
