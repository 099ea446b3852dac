import { BLOCK_ROWS_MIN } from '../check/row/duplicates.ts'
import type { Contract } from '../contracts/contract.ts'
import { KEPT_COLUMNS, listHandedColumns } from './handed-columns.ts'
import { type Dialect, keepRows, nameCell, nameQuery } from './sql-text.ts'

/**
 * Of good rows with the same key the first counts, as in the line, and what repeats it is a row, a key or part of a block.
 * Ends with `judged`, what each row breaks, and `base`, the good rows. Only keys that are there twice are kept, so that no
 * window sorts all rows; the cells of their rows are taken from `raw`, for `checked` has only what tables need.
 */
export function compileKeys(contract: Contract, dialect: Dialect): string[] {
  if (contract.key.length === 0) {
    return [
      'create or replace temporary view judged as\nselect * from checked',
      "create or replace temporary view base as\nselect * from judged where faults = ''",
    ]
  }
  const isRepeat = 'd.period = c.period and d.file = c.file and d.ordinal = c.ordinal'
  return [
    keepRows('twice', writeTwice(contract), dialect),
    ...writeRepeated(contract, dialect),
    `create or replace temporary view judged as
select ${[...KEPT_COLUMNS, ...contract.key.map(nameCell)].map((name) => `c.${name}`).join(', ')}, case when d.ordinal is null then c.faults else d.fault end as faults
from checked as c left join repeated as d on ${isRepeat}`,
    `create or replace temporary view base as
select c.* from checked as c left join repeated as d on ${isRepeat}
where c.faults = '' and d.ordinal is null`,
  ]
}

/** Keys of more than one good row of a file, with the place of their first. */
function writeTwice({ key }: Contract): string {
  const keys = ['period', 'file', ...key.map(nameCell)].join(', ')
  return `select ${keys}, min(ordinal) as ordinal\nfrom checked where faults = ''\ngroup by ${keys}\nhaving count(*) > 1`
}

/**
 * Rows that repeat an earlier one. Those that follow each other as the rows do that they repeat are a run, counted among
 * the good rows of the file; a run of equal rows that is long enough is a block that was pasted twice (`DuplicateWatch`).
 */
function writeRepeated(contract: Contract, dialect: Dialect): string[] {
  const keys = ['period', 'file', ...contract.key.map(nameCell)]
  const cells = listHandedColumns(contract).map(([id]) => nameCell(id))
  const same = cells.map((cell) => `coalesce(r.${cell}, '') = coalesce(f.${cell}, '')`).join(' and ')
  const match = (a: string, b: string) =>
    `${a}.period = ${b}.period and ${a}.file = ${b}.file and ${a}.ordinal = ${b}.ordinal`
  const column = contract.key[0] ?? ''
  const writeFault = (rule: string) => `'${rule}:${column}'`
  return [
    nameQuery(
      'numbered',
      `select c.period, c.file, c.ordinal, row_number() over (partition by c.period, c.file order by c.ordinal) as nth
from checked as c join (select distinct period, file from twice) as t on t.period = c.period and t.file = c.file
where c.faults = ''`,
    ),
    nameQuery(
      'compared',
      `select r.period, r.file, r.ordinal, n.nth, n.nth - m.nth as behind, case when ${same} then 1 else 0 end as is_same
from twice as t
join raw as r on ${keys.map((key) => `r.${key} = t.${key}`).join(' and ')}
join raw as f on ${match('f', 't')}
join numbered as n on ${match('n', 'r')}
join numbered as m on ${match('m', 't')}
where r.ordinal > t.ordinal`,
    ),
    nameQuery(
      'parted',
      `select period, file, ordinal, behind, is_same,
  nth - row_number() over (partition by period, file, behind, is_same order by nth) as run
from compared`,
    ),
    keepRows(
      'repeated',
      `select period, file, ordinal,
  case when is_same = 0 then ${writeFault('key-duplicate')}
    when count(*) over (partition by period, file, behind, is_same, run) >= ${BLOCK_ROWS_MIN} then ${writeFault('block-duplicate')}
    else ${writeFault('row-duplicate')} end as fault
from parted`,
      dialect,
    ),
  ]
}
