import type { ChartPoint } from './chart-points.ts'

/** The point at which a walk begins: the newest where values follow each other from left to right, else the first. */
export function chooseStart(points: readonly ChartPoint[]): number {
  if (isGrid(points) || isUpright(points)) return 0
  const [column] = points[0] ?? []
  return points.map((point) => point[0]).lastIndexOf(column ?? 0)
}

/**
 * The point that an arrow key leads to. Along its row of values a step is the next value; across it, the same value of the
 * next line, bar or panel, or in a grid the cell above or below. The index stays where there is none.
 */
export function move(points: readonly ChartPoint[], at: number, key: string): number {
  const here = points[at]
  if (!here) return at
  const own = points.filter(([column]) => column === here[0])
  const index = own.indexOf(here)
  if (key === 'Home') return points.indexOf(own[0] ?? here)
  if (key === 'End') return points.indexOf(own.at(-1) ?? here)
  const step = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1
  const isAcross = (key === 'ArrowUp' || key === 'ArrowDown') !== isUpright(points)
  if (!isAcross) return points.indexOf(own[index + (isRising(points) ? -step : step)] ?? here)
  const columns = [...new Set(points.map(([column]) => column))]
  if (columns.length > 1) {
    const column = columns[columns.indexOf(here[0]) + step]
    const found = points.findIndex((point) => point[0] === column && point[1] === here[1])
    return found === -1 ? at : found
  }
  if (isGrid(points)) return findBeside(points, here, step) ?? at
  // A single line: up is onward too.
  return points.indexOf(own[index - step] ?? here)
}

/** The nearest point to a place of the picture. */
export function findNearest(points: readonly ChartPoint[], x: number, y: number): number {
  const distances = points.map(([, , px, py]) => Math.hypot(px - x, py - y))
  return distances.indexOf(Math.min(...distances))
}

/** True where values follow each other downwards or upwards: bars, intervals, ages. */
function isUpright(points: readonly ChartPoint[]): boolean {
  if (isGrid(points)) return false
  const [first, last] = endsOf(points)
  return first !== undefined && last !== undefined && Math.abs(last[3] - first[3]) > Math.abs(last[2] - first[2])
}

/** True where they go from the foot upwards, as ages do. */
function isRising(points: readonly ChartPoint[]): boolean {
  const [first, last] = endsOf(points)
  return isUpright(points) && (last?.[3] ?? 0) < (first?.[3] ?? 0)
}

function endsOf(points: readonly ChartPoint[]): [ChartPoint | undefined, ChartPoint | undefined] {
  const own = points.filter(([column]) => column === points[0]?.[0])
  return [own[0], own.at(-1)]
}

/** One value a cell, in rows and columns: a calendar, the tiles of a city. */
function isGrid(points: readonly ChartPoint[]): boolean {
  if (new Set(points.map(([column]) => column)).size > 1) return false
  return (
    new Set(points.map(([, , x]) => x)).size < points.length &&
    new Set(points.map(([, , , y]) => y)).size > 1 &&
    isInRows(points)
  )
}

function isInRows(points: readonly ChartPoint[]): boolean {
  return new Set(points.map(([, , , y]) => y)).size < points.length
}

function findBeside(points: readonly ChartPoint[], here: ChartPoint, step: number): number | undefined {
  let nearest: ChartPoint | undefined
  for (const point of points) {
    const isBeside = Math.abs(point[2] - here[2]) <= 1 && Math.sign(point[3] - here[3]) === step
    if (isBeside && (!nearest || Math.abs(point[3] - here[3]) < Math.abs(nearest[3] - here[3]))) nearest = point
  }
  return nearest && points.indexOf(nearest)
}
