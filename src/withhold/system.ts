import { z } from 'zod'

const index = z.int().nonnegative()

/**
 * What the public has of one or more tables: printed cells, null where a cell is hidden, and equations between true
 * values, `[parent, [children]]`. A printed value stands for every whole number that rounds to it, half up.
 */
export const PUBLISHED_SYSTEM = z
  .strictObject({
    /** A count below this is small. */
    n: z.int().min(1),
    /** Rounding base of what is printed. */
    base: z.int().min(1).default(1),
    published: z.array(z.int().nonnegative().nullable()),
    equations: z.array(z.tuple([index, z.array(index)])),
    /** 1 where the reader knows that zeros are always printed. */
    hiddenAtLeast: z.union([z.literal(0), z.literal(1)]),
  })
  .superRefine(({ published, equations }, context) => {
    for (const [at, [parent, children]] of equations.entries()) {
      for (const cell of [parent, ...children]) {
        if (cell < published.length) continue
        context.addIssue({ code: 'custom', path: ['equations', at], message: `no cell ${cell}` })
      }
    }
  })
export type PublishedSystem = z.infer<typeof PUBLISHED_SYSTEM>

/** A cell is the sum of others. */
export interface Equation {
  parent: number
  children: readonly number[]
}

/** Whole numbers between bounds under equations; an upper bound may be Infinity. */
export interface System {
  lower: number[]
  upper: number[]
  equations: readonly Equation[]
}

/** What a reader knows of each true value before the equations are used. */
export function buildSystem({ base, published, equations, hiddenAtLeast }: PublishedSystem): System {
  const lower: number[] = []
  const upper: number[] = []
  for (const value of published) {
    lower.push(value === null ? hiddenAtLeast : Math.max(0, value - Math.floor(base / 2)))
    upper.push(value === null ? Number.POSITIVE_INFINITY : value + Math.ceil(base / 2) - 1)
  }
  return { lower, upper, equations: equations.map(([parent, children]) => ({ parent, children })) }
}

/** An equation in its unknowns: Σ coefficient × value + constant = 0. */
interface Line {
  cells: readonly number[]
  coefficients: readonly number[]
  constant: number
}

/**
 * The equations in what is not yet known; those that know everything are left out. A cell that is among the children
 * twice has the coefficient -2.
 */
export function listLines({ lower, upper, equations }: System): Line[] {
  const lines: Line[] = []
  for (const { parent, children } of equations) {
    const row = new Map([[parent, 1]])
    for (const child of children) row.set(child, (row.get(child) ?? 0) - 1)
    const line: { cells: number[]; coefficients: number[]; constant: number } = {
      cells: [],
      coefficients: [],
      constant: 0,
    }
    for (const [cell, coefficient] of row) {
      if (coefficient === 0) continue
      if (lower[cell] === upper[cell]) line.constant += coefficient * (lower[cell] ?? 0)
      else {
        line.cells.push(cell)
        line.coefficients.push(coefficient)
      }
    }
    if (line.cells.length > 0) lines.push(line)
  }
  return lines
}

/** True where every value is a whole number within its bounds and every equation holds. Knows no solver. */
export function isSolution({ lower, upper, equations }: System, values: readonly number[]): boolean {
  const areWithin = values.every(
    (value, cell) => Number.isSafeInteger(value) && value >= (lower[cell] ?? 0) && value <= (upper[cell] ?? 0),
  )
  return areWithin && equations.every((equation) => balanceOf(equation, values) === 0)
}

function balanceOf({ parent, children }: Equation, values: readonly number[]): number {
  let balance = values[parent] ?? Number.NaN
  for (const child of children) balance -= values[child] ?? Number.NaN
  return balance
}
