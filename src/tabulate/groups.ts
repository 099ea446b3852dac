import type { CodedColumn, Columns } from '../contracts/columns.ts'
import { NO_BLOCK } from '../vectors/loops.ts'
import type { Vectors } from '../vectors/vectors.ts'
import type { Dimension } from './dimensions.ts'
import type { Mask } from './masks.ts'

/** Rows that share their dimensions. */
export interface Group {
  codes: readonly string[]
  /** Blocks of rows that belong to it. */
  blocks: number[]
}

/** Rows parted into blocks: those of one block have the same codes, and so count in the same groups. */
export interface Blocks {
  /** Block of each row; `NO_BLOCK` for a row that takes no part. */
  ofRows: Int32Array
  count: number
}

export { NO_BLOCK }

/** Groups by the codes of their dimensions. */
export class Groups {
  readonly #groups = new Map<string, Group>()

  /** The group of these codes, made where it is not there yet. */
  groupOf(codes: readonly string[]): Group {
    const name = codes.join('\u0000')
    const group = this.#groups.get(name) ?? { codes, blocks: [] }
    this.#groups.set(name, group)
    return group
  }

  listGroups(): Group[] {
    return [...this.#groups.values()]
  }
}

/** Parts the rows that take part into blocks, and puts each block into its groups: its subdistrict's, its district's, its city's. Mutates `groups`. */
export function groupRows(
  columns: Columns,
  dimensions: readonly Dimension[],
  { takesPart, groups }: { takesPart: Mask | null; groups: Groups },
): Blocks {
  const coded = dimensions.map(({ column }) => columns.getCoded(column))
  const blocks = splitRows(columns, coded, takesPart)
  const codesOf = dimensions.map((dimension, index) => coded[index]?.values.map((value) => dimension.codesOf(value)))
  for (const [block, row] of findFirstRows(blocks, columns.vectors).entries()) {
    const choices = codesOf.map((codes, index) => codes?.[coded[index]?.codes[row] ?? -1] ?? [])
    for (const codes of combine(choices)) groups.groupOf(codes).blocks.push(block)
  }
  return blocks
}

/** The first row of each block. */
export function findFirstRows({ ofRows, count }: Blocks, vectors: Vectors): Int32Array {
  const first = vectors.allocateInts(count).fill(-1)
  vectors.findFirst(ofRows, ofRows.length, first)
  return first
}

/** One dimension after the other: rows of one block that differ in the next dimension come into blocks of their own. */
function splitRows({ rows, vectors }: Columns, dimensions: readonly CodedColumn[], takesPart: Mask | null): Blocks {
  const ofRows = vectors.allocateInts(rows)
  const taken = takesPart ? vectors.startBlocks(ofRows, takesPart, rows) : rows
  let count = taken === 0 ? 0 : 1
  for (const { codes, values } of dimensions)
    count = splitBlocks(ofRows, count, { codes, size: values.length, vectors })
  return { ofRows, count }
}

/** Beyond this a table of all pairs would be larger than the rows that it is for. */
const PAIRS_MAX = 1 << 20

/** Mutates the blocks of the rows; gives how many there are. */
function splitBlocks(
  ofRows: Int32Array,
  count: number,
  { codes, size, vectors }: { codes: Int32Array; size: number; vectors: Vectors },
): number {
  if (count * size > PAIRS_MAX) return splitSparsely(ofRows, { codes, size })
  return vectors.lend(() => {
    const known = vectors.allocateInts(count * size).fill(NO_BLOCK)
    return vectors.splitBlocks(ofRows, codes, known, size, ofRows.length)
  })
}

function splitSparsely(ofRows: Int32Array, { codes, size }: { codes: Int32Array; size: number }): number {
  const known = new Map<number, number>()
  for (let row = 0; row < ofRows.length; row += 1) {
    const before = ofRows[row] ?? NO_BLOCK
    if (before === NO_BLOCK) continue
    const pair = before * size + (codes[row] ?? 0)
    const block = known.get(pair) ?? known.size
    known.set(pair, block)
    ofRows[row] = block
  }
  return known.size
}

/** Every combination of one code from each of the lists. */
export function combine(choices: readonly (readonly string[])[]): string[][] {
  let found: string[][] = [[]]
  for (const codes of choices) found = found.flatMap((start) => codes.map((code) => [...start, code]))
  return found
}
