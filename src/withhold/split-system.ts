import type { Equation, System } from './system.ts'

/** A part of a system that shares no unknown with the others; `cells` leads back to the whole. */
export interface SystemPart extends System {
  cells: readonly number[]
}

/**
 * The parts of a system by its unknowns; what is known stays in the equations as a cell of its own with equal bounds, so
 * that a part is a system like any other. Parts without an unknown are left out.
 */
export function splitSystem(system: System): SystemPart[] {
  const isKnown = (cell: number) => system.lower[cell] === system.upper[cell]
  const roots = system.lower.map((_, cell) => cell)
  for (const { parent, children } of system.equations) {
    const unknown = [parent, ...children].filter((cell) => !isKnown(cell))
    for (const cell of unknown) join(roots, unknown[0] ?? cell, cell)
  }
  const equations = new Map<number, Equation[]>()
  for (const equation of system.equations) {
    const unknown = [equation.parent, ...equation.children].find((cell) => !isKnown(cell))
    if (unknown === undefined) continue
    const root = findRoot(roots, unknown)
    const list = equations.get(root)
    if (list) list.push(equation)
    else equations.set(root, [equation])
  }
  return [...equations.values()].map((part) => cutOut(system, part))
}

function findRoot(roots: number[], cell: number): number {
  let root = cell
  for (;;) {
    const next = roots[root] ?? root
    if (next === root) return root
    // Halving the path keeps later searches short.
    roots[root] = roots[next] ?? next
    root = next
  }
}

function join(roots: number[], a: number, b: number): void {
  roots[findRoot(roots, b)] = findRoot(roots, a)
}

/** Some equations of a system with the cells in them, as a system of its own. */
export function cutOut({ lower, upper }: System, equations: readonly Equation[]): SystemPart {
  const cells = [...new Set(equations.flatMap(({ parent, children }) => [parent, ...children]))]
  const places = new Map(cells.map((cell, place) => [cell, place]))
  const placeOf = (cell: number) => places.get(cell) ?? 0
  return {
    cells,
    lower: cells.map((cell) => lower[cell] ?? 0),
    upper: cells.map((cell) => upper[cell] ?? 0),
    equations: equations.map(({ parent, children }) => ({ parent: placeOf(parent), children: children.map(placeOf) })),
  }
}
