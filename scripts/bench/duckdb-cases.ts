import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { joinPlaces, listCheckStatements } from './duckdb-checks.ts'

/**
 * What a database does for the same tables: reads each month of cases typed, joins the places by their names, groups and
 * aggregates. It validates nothing, unless `check` is asked for. Run with the data folder; prints how many rows the tables
 * have, and how many records were refused.
 */
const [data = '', mode = ''] = process.argv.slice(2)
const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect()
await connection.run(
  `create table places as select code, name_zh, level, "from" as since, "to" as until from read_csv('${join(data, 'places.csv')}', header = true, all_varchar = true)`,
)
const TIMES = ['reported', 'accepted', 'due', 'closed', 'voided']
const COLUMNS = ['number', 'grid', 'name', 'major', 'minor', 'source', ...TIMES, 'level', 'state']
let [rows, refused] = [0, 0]
for (const file of readdirSync(join(data, 'raw', 'cases')).sort()) {
  const path = join(data, 'raw', 'cases', file)
  const first = `${file.slice(0, 7)}-01`
  const statements = mode === 'check' ? listCheckStatements(path, first, COLUMNS) : [buildTypedRead(path, first)]
  for (const statement of statements) await connection.run(statement)
  if (mode === 'check') {
    const counted = await connection.runAndReadAll('select count(*) - count(distinct number) filter (ok) from c')
    refused += Number(counted.getRows()[0]?.[0])
  }
  for (const query of queriesOf(first)) {
    const found = await connection.runAndReadAll(query)
    rows += found.getRows().length
  }
}
process.stdout.write(`${rows} ${refused}\n`)

function buildTypedRead(path: string, first: string): string {
  const types = COLUMNS.map((column) => `'${column}': '${TIMES.includes(column) ? 'TIMESTAMP' : 'VARCHAR'}'`)
  return `create or replace table c as select r.*, p.code as place, substr(p.code, 1, 6) as district from read_csv('${path}', header = true, columns = {${types.join(', ')}, 'rework': 'INTEGER'}) r ${joinPlaces(first)}`
}

function queriesOf(first: string): string[] {
  const testWithin = (column: string) =>
    `(${column} >= DATE '${first}' and ${column} < DATE '${first}' + INTERVAL 1 MONTH)`
  const testBefore = (column: string) => `(${column} < DATE '${first}')`
  const countWhere = (...tests: string[]) => `count(*) filter (${tests.join(' and ')})`
  const due = `${testWithin('due')} and state <> '作废'`
  const onTime = [countWhere(due), countWhere(due, 'closed <= due')]
  const computeQuantile = (of: number, test = testWithin('closed')) =>
    `quantile_cont(date_diff('minute', accepted, closed) / 60.0, ${of}) filter (${test})`
  const left = `(${testWithin('closed')} or ${testWithin('voided')} or (closed is null and voided is null))`
  const flow = [
    ...['reported', 'accepted', 'closed'].map((column) => countWhere(testWithin(column))),
    countWhere('accepted is not null', testWithin('voided')),
    countWhere('accepted is null', testWithin('voided')),
    countWhere(testBefore('accepted'), left),
    countWhere('accepted is not null', 'closed is null', 'voided is null'),
    ...onTime,
    countWhere(due, 'closed is not null'),
    countWhere(due, 'closed <= due', 'rework = 0'),
    countWhere(testWithin('closed'), 'rework >= 1'),
    `sum(rework) filter (${testWithin('closed')})`,
    computeQuantile(0.5),
    computeQuantile(0.9),
  ]
  const classes = [
    countWhere(testWithin('accepted')),
    countWhere(testWithin('closed')),
    ...onTime,
    computeQuantile(0.5),
  ]
  const levels = ['count(*)', computeQuantile(0.5, 'true')]
  const sources = [countWhere(testWithin('reported')), countWhere(testWithin('accepted'))]
  const selectBy = (column: string, measures: string[], where = '') =>
    `select district, ${column}, ${measures.join(', ')} from c ${where} group by grouping sets ((district, ${column}), (${column}))`
  return [
    `select district, place, ${flow.join(', ')} from c group by grouping sets ((district, place), (district), ())`,
    selectBy('major', classes),
    `select minor, ${classes.join(', ')} from c group by minor`,
    selectBy('level', levels, `where ${testWithin('closed')}`),
    selectBy('source', sources),
  ]
}
