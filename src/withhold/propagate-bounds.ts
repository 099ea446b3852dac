import type { Equation, System } from './system.ts'

/** The equations contradict what is printed: no table of whole numbers fits. */
export class Contradiction extends Error {}

/**
 * Narrows the bounds of a system by each equation in turn until nothing changes; mutates `system`. The result is what
 * repeated subtraction shows, without a solver. Throws Contradiction.
 */
export function propagateBounds(system: System): void {
  const users = listUsers(system)
  const queue = new Set(system.equations.keys())
  for (const at of queue) {
    queue.delete(at)
    const equation = system.equations[at]
    if (!equation) continue
    for (const cell of narrowByEquation(system, equation)) for (const user of users.get(cell) ?? []) queue.add(user)
  }
}

/** Equations in which a cell occurs, by cell. */
function listUsers({ equations }: System): Map<number, number[]> {
  const users = new Map<number, number[]>()
  for (const [at, { parent, children }] of equations.entries()) {
    for (const cell of new Set([parent, ...children])) {
      const list = users.get(cell)
      if (list) list.push(at)
      else users.set(cell, [at])
    }
  }
  return users
}

/** The cells whose bounds became narrower. */
function narrowByEquation(system: System, { parent, children }: Equation): number[] {
  const { lower, upper } = system
  const least = sumOf(children, lower)
  const most = sumOf(children, upper)
  const changed = narrow(system, parent, least.sumAll(), most.sumAll()) ? [parent] : []
  const [parentLower, parentUpper] = [lower[parent] ?? 0, upper[parent] ?? 0]
  for (const child of children) {
    const from = parentLower - most.sumWithout(upper[child] ?? 0)
    const to = parentUpper - least.sumWithout(lower[child] ?? 0)
    if (narrow(system, child, from, to)) changed.push(child)
  }
  return changed
}

/** A sum of bounds of which one may be left out, though some are infinite. */
function sumOf(cells: readonly number[], bounds: readonly number[]) {
  let finite = 0
  let infinite = 0
  for (const cell of cells) {
    const bound = bounds[cell] ?? 0
    if (Number.isFinite(bound)) finite += bound
    else infinite += 1
  }
  const sum = (count: number, rest: number) => (count > 0 ? Number.POSITIVE_INFINITY : rest)
  return {
    sumAll: () => sum(infinite, finite),
    sumWithout: (bound: number) => (Number.isFinite(bound) ? sum(infinite, finite - bound) : sum(infinite - 1, finite)),
  }
}

function narrow({ lower, upper }: System, cell: number, from: number, to: number): boolean {
  const [oldLower, oldUpper] = [lower[cell] ?? 0, upper[cell] ?? 0]
  const newLower = Math.max(oldLower, Number.isNaN(from) ? oldLower : from)
  const newUpper = Math.min(oldUpper, Number.isNaN(to) ? oldUpper : to)
  if (newLower > newUpper) throw new Contradiction(`cell ${cell}: ${newLower} > ${newUpper}`)
  lower[cell] = newLower
  upper[cell] = newUpper
  return newLower > oldLower || newUpper < oldUpper
}
