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
  const isRepeat = 'd.key_scope = c.key_scope and d.file = c.file and d.ordinal = c.ordinal'
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

/** Keys of more than one good row: of a period, which several readers may hand over. */
function writeTwice({ key }: Contract): string {
  const keys = ['key_scope', ...key.map(nameCell)].join(', ')
  return `select ${keys}\nfrom checked where faults = ''\ngroup by ${keys}\nhaving count(*) > 1`
}

/**
 * Rows that repeat an earlier one, in the order of files and lines. Those that follow each other as the rows do that they
 * repeat are a run, counted among the good rows; a run of equal rows that is long enough is a block that was pasted twice
 * (`DuplicateWatch`). A key that the file of another reader has is neither: both may be right by themselves.
 */
function writeRepeated(contract: Contract, dialect: Dialect): string[] {
  const keys = ['key_scope', ...contract.key.map(nameCell)]
  const matchKeys = (a: string, b: string) => keys.map((key) => `${a}.${key} = ${b}.${key}`).join(' and ')
  const cells = listHandedColumns(contract).map(([id]) => nameCell(id))
  const same = cells.map((cell) => `coalesce(r.${cell}, '') = coalesce(f.${cell}, '')`).join(' and ')
  const column = contract.key[0] ?? ''
  const writeFault = (rule: string) => `'${rule}:${column}'`
  return [
    nameQuery(
      'numbered',
      `select c.key_scope, c.file, c.ordinal, row_number() over (partition by c.key_scope order by c.file, c.ordinal) as nth
from checked as c join (select distinct key_scope from twice) as t on t.key_scope = c.key_scope
where c.faults = ''`,
    ),
    keepRows(
      'alike',
      `select r.*, n.nth
from twice as t
join raw as r on ${matchKeys('r', 't')}
join numbered as n on n.key_scope = r.key_scope and n.file = r.file and n.ordinal = r.ordinal`,
      dialect,
    ),
    nameQuery('earliest', `select ${keys.join(', ')}, min(nth) as nth\nfrom alike\ngroup by ${keys.join(', ')}`),
    nameQuery(
      'compared',
      `select r.key_scope, r.file, r.ordinal, r.nth, r.nth - f.nth as behind, case when ${same} then 1 else 0 end as is_same,
  case when r.file <> f.file then 1 else 0 end as is_elsewhere
from alike as r
join earliest as e on ${matchKeys('e', 'r')}
join alike as f on f.key_scope = e.key_scope and f.nth = e.nth
where r.nth > f.nth`,
    ),
    nameQuery(
      'parted',
      `select key_scope, file, ordinal, behind, is_same, is_elsewhere,
  nth - row_number() over (partition by key_scope, behind, is_same order by nth) as run
from compared`,
    ),
    keepRows(
      'repeated',
      `select key_scope, file, ordinal,
  case when is_elsewhere = 1 then ${writeFault('key-elsewhere')}
    when is_same = 0 then ${writeFault('key-duplicate')}
    when count(*) over (partition by key_scope, behind, is_same, run) >= ${BLOCK_ROWS_MIN} then ${writeFault('block-duplicate')}
    else ${writeFault('row-duplicate')} end as fault
from parted`,
      dialect,
    ),
  ]
}
