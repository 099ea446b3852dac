import { buildSystem, isSolution, type PublishedSystem } from '../../src/withhold/system.ts'

/** Every solution of a small system, by trying all of them; what has no upper bound is tried up to `most`. */
export function listSolutions(published: PublishedSystem, most: number): number[][] {
  const system = buildSystem(published)
  const order = orderCells(published)
  const solutions: number[][] = []
  const values: number[] = []
  const visit = (step: number) => {
    const cell = order[step]
    if (cell === undefined) {
      if (isSolution(system, values)) solutions.push([...values])
      return
    }
    const upper = system.upper[cell] ?? 0
    for (let value = system.lower[cell] ?? 0; value <= (Number.isFinite(upper) ? upper : most); value += 1) {
      values[cell] = value
      if (mayHold(published, values)) visit(step + 1)
    }
    delete values[cell]
  }
  visit(0)
  return solutions
}

/** Each sum directly behind the last of its parts, so that a branch that cannot hold ends early. */
function orderCells({ published, equations }: PublishedSystem): number[] {
  const parents = new Set(equations.map(([parent]) => parent))
  const order: number[] = []
  const setParents = () => {
    for (const [parent, children] of equations) {
      if (!order.includes(parent) && children.every((child) => order.includes(child))) order.push(parent)
    }
  }
  for (const cell of published.keys()) {
    if (!parents.has(cell)) order.push(cell)
    setParents()
  }
  for (const cell of published.keys()) if (!order.includes(cell)) order.push(cell)
  return order
}

/** False once an equation whose cells all have values does not hold. */
function mayHold({ equations }: PublishedSystem, values: readonly (number | undefined)[]): boolean {
  return equations.every(([parent, children]) => {
    let sum = 0
    for (const child of children) sum += values[child] ?? Number.NaN
    const whole = values[parent]
    return whole === undefined || Number.isNaN(sum) || whole === sum
  })
}

/** What the audit must answer, from all solutions. A cell that reaches `most` may be without an upper bound. */
export function findByTrying(published: PublishedSystem, most: number) {
  const solutions = listSolutions(published, most)
  const exact: [number, number][] = []
  const narrow: number[] = []
  for (const [cell, value] of published.published.entries()) {
    if (value !== null) continue
    const values = solutions.map((solution) => solution[cell] ?? 0)
    const [low, high] = [Math.min(...values), Math.max(...values)]
    if (low === high) exact.push([cell, low])
    if (low > 1 || high < published.n) narrow.push(cell)
  }
  return { count: solutions.length, exact, narrow }
}
