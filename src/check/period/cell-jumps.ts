import { comparePeriods, getPeriodBefore, getYearBefore } from '../../calendar/period.ts'
import type { Places } from '../../codes/places.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { RuleId } from '../../problems/catalogue.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Problem } from '../../problems/problem.ts'
import type { LocalText } from '../../text/local-text.ts'
import type { CountGrid } from './file-shape.ts'
import {
  changeOf,
  findCopies,
  isFlattened,
  isResorted,
  isShifted,
  isSorted,
  LEFT_MAX,
  type Pair,
} from './odd-columns.ts'
import type { ShapedFile } from './stopped-files.ts'

/** A count so many times greater or smaller than before has jumped: ten times a count that has shrunk by half since. */
const JUMP_TIMES = 5
/** Below this the greater of two counts is small enough for chance. */
const JUMP_SIZE_MIN = 100
/** Standard deviations of a count by which chance is left behind. */
const CHANCE_SIGMA = 8
/** Where more of a column's cells jump, the figures made of it do, and are reported as such. */
const COLUMN_SHARE_MAX = 0.5
/** Records by which a column can be recognised. */
const RECORDS_MIN = 5
/** Change of a column, as a share of its sum, from which on its cells may be another's. */
const CHANGE_MIN = 0.2

/** The counts of one file. */
export interface Grid {
  contract: Contract
  places: Places
  file: ShapedFile
  grid: CountGrid
}

interface Compared extends Grid {
  /** The period before and the year before, as far as they are there. */
  references: readonly CountGrid[]
}

/**
 * Counts put against the same cells of earlier files: one cell ten times or a thousandth of what it was, a column that was
 * sorted without the others, two columns whose headers were swapped. Sums hide what single cells show.
 */
export function findCellJumps(contract: Contract, files: readonly ShapedFile[], places: Places): Problem[] {
  const grids = new Map(files.map(({ period, shape }) => [period, shape?.counts ?? null]))
  return [...files]
    .sort((a, b) => comparePeriods(a.period, b.period))
    .flatMap((file) => {
      const grid = grids.get(file.period)
      const earlier = new Set([getPeriodBefore(file.period), getYearBefore(file.period)])
      const references = [...earlier].flatMap((period) => grids.get(period ?? '') ?? [])
      if (!grid || references.length === 0) return []
      return compareGrids({ contract, places, file, grid, references })
    })
}

function compareGrids(compared: Compared): Problem[] {
  const { grid, references } = compared
  const [reference] = references
  if (!reference) return []
  const pairs = grid.columns.map((_, index) => pairOf(index, grid, reference))
  const large = pairs.filter((pair) => pair.keys.length >= RECORDS_MIN)
  const flat = large.filter(isFlattened)
  const moved = large.filter((pair) => !flat.includes(pair) && changeOf(pair.now, pair.before) >= CHANGE_MIN)
  const swapped = moved.flatMap((pair) => {
    const other = moved.find((other) => other !== pair && isExplained(pair, other) && isExplained(other, pair))
    return other ? [{ pair, other }] : []
  })
  const inSwap = new Set(swapped.map(({ pair }) => pair.index))
  const isLeft = (pair: Pair) => !inSwap.has(pair.index) && !flat.includes(pair)
  const isMoved = (pair: Pair) => isShifted(pair) || isSorted(pair) || (moved.includes(pair) && isResorted(pair))
  const sorted = large.filter((pair) => isLeft(pair) && isMoved(pair))
  const copied = findCopies(large.filter((pair) => isLeft(pair)))
  const named = new Set([
    ...inSwap,
    ...[...sorted, ...flat, ...copied.map(({ pair }) => pair)].map(({ index }) => index),
  ])
  return [
    ...swapped
      .filter(({ pair, other }) => pair.index < other.index)
      .map(({ pair, other }) => createColumnProblem('columns-swapped', pair, { compared, other: other.index })),
    ...sorted.map((pair) => createColumnProblem('column-misaligned', pair, { compared })),
    ...flat.map((pair) => createColumnProblem('column-flat', pair, { compared })),
    ...copied.map(({ pair, other }) => createColumnProblem('columns-equal', pair, { compared, other: other.index })),
    ...pairs.filter(({ index }) => !named.has(index)).flatMap((pair) => findJumpsOfColumn(pair, compared)),
  ]
}

function pairOf(index: number, grid: CountGrid, reference: CountGrid): Pair {
  const column = grid.columns[index]
  const at = reference.columns.findIndex(({ id, code }) => id === column?.id && code === column.code)
  const pair: Pair = { index, now: [], before: [], keys: [] }
  for (const [key, { counts }] of Object.entries(grid.records)) {
    const [now, before] = [counts[index] ?? null, reference.records[key]?.counts[at] ?? null]
    if (now === null || before === null) continue
    pair.now.push(now)
    pair.before.push(before)
    pair.keys.push(key)
  }
  return pair
}

/** True where the counts of a column are those that another column had before. */
function isExplained(pair: Pair, other: Pair): boolean {
  if (pair.keys.length !== other.keys.length) return false
  return changeOf(pair.now, other.before) <= changeOf(pair.now, pair.before) * LEFT_MAX
}

function findJumpsOfColumn(pair: Pair, compared: Compared): Problem[] {
  const jumps = pair.keys.filter((key) => isJump(key, pair.index, compared))
  // A whole column in another unit changes the figures, which say so.
  const counted = jumps.filter((key) => compared.grid.records[key]?.counts[pair.index] !== 0)
  if (pair.keys.length >= RECORDS_MIN && counted.length > pair.keys.length * COLUMN_SHARE_MAX) return []
  return jumps.map((key) => createCellProblem(key, pair.index, compared))
}

function isJump(key: string, index: number, { grid, references }: Compared): boolean {
  const value = grid.records[key]?.counts[index] ?? null
  const before = listCountsBefore(key, index, { grid, references })
  return value !== null && isFarFrom(value, before)
}

/** Five times more or less than each of the others, beyond chance; or nothing where there were hundreds. */
export function isFarFrom(value: number, before: readonly number[]): boolean {
  if (value < 0 || before.length === 0 || before.some((earlier) => earlier <= 0)) return false
  if (value === 0) return before.every((earlier) => earlier >= JUMP_SIZE_MIN)
  const isFar = (earlier: number) =>
    Math.max(value, earlier) >= JUMP_SIZE_MIN && Math.abs(value - earlier) >= CHANCE_SIGMA * Math.sqrt(value + earlier)
  const isHigh = before.every((earlier) => value >= earlier * JUMP_TIMES)
  const isLow = before.every((earlier) => earlier >= value * JUMP_TIMES)
  return (isHigh || isLow) && before.every(isFar)
}

function listCountsBefore(
  key: string,
  index: number,
  { grid, references }: Pick<Compared, 'grid' | 'references'>,
): number[] {
  const column = grid.columns[index]
  return references.flatMap((reference) => {
    const at = reference.columns.findIndex(({ id, code }) => id === column?.id && code === column.code)
    return reference.records[key]?.counts[at] ?? []
  })
}

function createCellProblem(key: string, index: number, compared: Compared): Problem {
  const { contract, places, file, grid } = compared
  const record = grid.records[key]
  const value = record?.counts[index] ?? 0
  const before = listCountsBefore(key, index, compared)
  const [reference = value] = before
  const names = key.split(' ').map((code) => nameCode(code, contract, places))
  const row = { zh: names.map(({ zh }) => zh).join('·'), en: names.map(({ en }) => en).join(', ') }
  // From something to nothing there is no ratio.
  const times = value === 0 ? reference : Number(Math.max(value / reference, reference / value).toPrecision(3))
  const params = { period: file.period, key, name: row, tableRow: row, before: before.join(' | '), times }
  const at = {
    ...locationOf(compared),
    ...record?.in,
    row: record?.row ?? null,
    columnName: nameColumn(index, compared).zh,
  }
  return createProblem(value === 0 ? 'cell-zero' : 'cell-jump', at, {
    found: String(value),
    expected: String(reference),
    params,
  })
}

function createColumnProblem(
  rule: RuleId & ('columns-swapped' | 'column-misaligned' | 'column-flat' | 'columns-equal'),
  { index, now, before }: Pair,
  { compared, other }: { compared: Compared; other?: number },
): Problem {
  const params = {
    period: compared.file.period,
    key: nameColumn(index, compared).zh,
    change: Math.round(changeOf(now, before) * 100),
    ...(other === undefined ? {} : { other: nameColumn(other, compared) }),
  }
  const at = { ...locationOf(compared), columnName: nameColumn(index, compared).zh }
  const joinShown = (counts: readonly number[]) => counts.slice(0, COUNTS_SHOWN).join(' | ')
  return createProblem(rule, at, { found: joinShown(now), expected: joinShown(before), params })
}

const COUNTS_SHOWN = 6

export function locationOf({ contract, file, grid }: Grid) {
  return { dataset: contract.id, file: file.path, sheet: grid.sheet }
}

export function nameColumn(index: number, { contract, grid }: Grid): LocalText {
  const { id, code } = grid.columns[index] ?? { id: '', code: null }
  const names = contract.columns[id]?.names ?? { zh: id, en: id }
  const type = contract.columns[contract.profile?.wide?.into ?? '']?.type
  const item = code !== null && type?.kind === 'list' ? type.items.find((item) => item.code === code) : undefined
  if (code === null) return names
  return { zh: `${names.zh}·${item?.zh ?? code}`, en: `${names.en}, ${item?.en ?? code}` }
}

export function nameCode(code: string, { columns, key }: Contract, places: Places): LocalText {
  const place = places.get(code)?.names
  if (place) return place
  const items = key.flatMap((id) => (columns[id]?.type.kind === 'list' ? columns[id].type.items : []))
  return items.find((item) => item.code === code) ?? { zh: code, en: code }
}
