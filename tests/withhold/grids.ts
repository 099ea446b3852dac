import type { PublishedSystem } from '../../src/withhold/system.ts'

/** True values of a table with its margins: cells row by row, sums of rows, sums of columns, the whole. */
export interface Grid {
  values: number[]
  equations: [number, number[]][]
}

export function buildGrid(rows: number, columns: number, cells: readonly number[]): Grid {
  const values = Array.from({ length: rows * columns }, (_, cell) => cells[cell % cells.length] ?? 0)
  const equations: [number, number[]][] = []
  const add = (children: number[]) => {
    const sum = children.reduce((total, child) => total + (values[child] ?? 0), 0)
    equations.push([values.length, children])
    values.push(sum)
    return values.length - 1
  }
  const listRange = (count: number) => Array.from({ length: count }, (_, at) => at)
  const sumsOfRows = listRange(rows).map((row) => add(listRange(columns).map((column) => row * columns + column)))
  const sumsOfColumns = listRange(columns).map((column) => add(listRange(rows).map((row) => row * columns + column)))
  const whole = add(sumsOfRows)
  equations.push([whole, sumsOfColumns])
  return { values, equations }
}

/** True values of some cells and of any sums of them, which may overlap: 60 and over, 65 and over, a district, a zone. */
export function buildSums(cells: readonly number[], sums: readonly (readonly number[])[]): Grid {
  const sumOf = (children: readonly number[]) => children.reduce((total, child) => total + (cells[child] ?? 0), 0)
  return {
    values: [...cells, ...sums.map(sumOf)],
    equations: sums.map((children, at) => [cells.length + at, [...children]]),
  }
}

/** Publishes all but the small cells; zeros too where the reader knows that they are printed. */
export function hideSmall(
  { values, equations }: Grid,
  { n, base, hiddenAtLeast }: Pick<PublishedSystem, 'n' | 'base' | 'hiddenAtLeast'>,
): PublishedSystem {
  const published = values.map((value) => {
    if (value < n && value >= hiddenAtLeast) return null
    return Math.floor((value + base / 2) / base) * base
  })
  return { n, base, published, equations, hiddenAtLeast }
}
