import loadHighs, { type Highs, type ModelData } from 'highs'
import type { Protection } from '../contracts/count-protection.ts'
import { rangeOfCell, SUPPRESSED_ABOVE } from './check-proof.ts'
import type { ReleaseSystem } from './release-system.ts'
import type { Alternative, FindAlternative } from './suppress.ts'

/** Seconds for one alternative. */
const SECONDS_MAX = 20
/** Beyond this many kinds of people a system is too large for whole numbers. */
const KINDS_MAX = 50_000

/** HiGHS, compiled to WebAssembly, as the finder of other raw files. */
export async function loadAlternativeFinder(): Promise<FindAlternative> {
  const highs = await loadHighs()
  return (system, protection, target) => findAlternative(highs, buildProgram(system, protection, target), system)
}

/** A whole-number program whose first columns are the kinds of people. */
interface Program {
  columns: { cost: number; lower: number; upper: number; isWhole: boolean }[]
  rows: { lower: number; upper: number; indices: number[]; values: number[] }[]
  /** Cells whose printed count the program may change, by their two columns: more and less. */
  slack: Map<number, readonly [more: number, less: number]>
}

/** People move between kinds; each printed count stays, or costs what it is changed by; hidden counts stay within what they may be. */
function buildProgram(
  { people, earlier, cells, kindsOf, variantOf }: ReleaseSystem,
  protection: Protection,
  target: { cell: number; value: number },
): Program {
  const columns = people.map((now, kind) => {
    const least = Math.max(0, ...earlier.map((before) => now - (before[kind] ?? 0)))
    return { cost: 0, lower: least, upper: now + SUPPRESSED_ABOVE, isWhole: true }
  })
  const slack: Program['slack'] = new Map()
  const rows = cells.map((cell, at): Program['rows'][number] => {
    const kinds = kindsOf[at] ?? []
    const variant = variantOf[at] ?? 0
    // A file of the ledger counts the people of then, who differ from those of now by what is known.
    const shift = variant === 0 ? 0 : sumOf(kinds, (kind) => (people[kind] ?? 0) - (earlier[variant - 1]?.[kind] ?? 0))
    const { low, high, isHidden } = rangeOfCell(cell, protection)
    const row = { lower: low + shift, upper: high + shift, indices: [...kinds], values: kinds.map(() => 1) }
    if (at === target.cell) return { ...row, lower: target.value + shift, upper: target.value + shift }
    if (isHidden || cell.isExact || variant !== 0 || cell.value < protection.n) return row
    const [more, less] = [columns.length, columns.length + 1]
    // A larger count is dearer, so that what readers look for first stays.
    const cost = 1 + Math.log10(cell.value) / 4
    columns.push({ cost, lower: 0, upper: SUPPRESSED_ABOVE, isWhole: false })
    columns.push({ cost, lower: 0, upper: cell.value - protection.n, isWhole: false })
    slack.set(at, [more, less])
    return { ...row, indices: [...kinds, more, less], values: [...row.values, -1, 1] }
  })
  return { columns, rows, slack }
}

function findAlternative(
  highs: Highs,
  { columns, rows, slack }: Program,
  { people }: ReleaseSystem,
): Alternative | null {
  if (people.length > KINDS_MAX) return null
  const { integer, continuous } = highs.constants.variableType
  const data: ModelData = {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    integrality: columns.map(({ isWhole }) => (isWhole ? integer : continuous)),
    matrix: { format: 'csr', numRows: rows.length, numCols: columns.length, ...packRows(rows) },
  }
  const model = highs.createModel(data)
  try {
    model.options.set({ output_flag: false, mip_feasibility_tolerance: 1e-9, random_seed: 1, time_limit: SECONDS_MAX })
    if (model.run().modelStatus !== highs.constants.modelStatus.optimal) return null
    const values = model.getSolution().colValue
    const readWhole = (column: number) => Math.round(values[column] ?? Number.NaN)
    const witness = people.flatMap((now, kind) => (readWhole(kind) === now ? [] : [[kind, readWhole(kind)] as const]))
    const changed = [...slack].flatMap(([cell, [more, less]]) => (readWhole(more) === readWhole(less) ? [] : [cell]))
    return { changed, witness }
  } finally {
    model.dispose()
  }
}

function packRows(rows: Program['rows']) {
  const starts = [0]
  for (const { indices } of rows) starts.push((starts.at(-1) ?? 0) + indices.length)
  return { starts, indices: rows.flatMap(({ indices }) => indices), values: rows.flatMap(({ values }) => values) }
}

function sumOf(kinds: readonly number[], amountOf: (kind: number) => number): number {
  let sum = 0
  for (const kind of kinds) sum += amountOf(kind)
  return sum
}
