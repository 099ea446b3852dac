import loadHighs, { type Highs, type Model, type ModelData } from 'highs'
import type { IntegerSolver, OpenSolver, Question } from './integer-solver.ts'
import type { System } from './system.ts'

/** Seconds for one question; a question that takes longer is reported as undecided. */
const SECONDS_MAX = 60
/** The first good solution is enough: a question asks whether there is a solution. */
const GAP = 0.5

/** HiGHS, compiled to WebAssembly, as the solver of an audit. */
export async function loadSolver(): Promise<OpenSolver> {
  const highs = await loadHighs()
  return (system) => openModel(highs, system)
}

function openModel(highs: Highs, system: System): IntegerSolver {
  const model = highs.createModel(modelOf(highs, system))
  model.options.set({
    output_flag: false,
    time_limit: SECONDS_MAX,
    mip_rel_gap: GAP,
    mip_feasibility_tolerance: 1e-9,
    random_seed: 1,
  })
  const solveBounds = (cell: number): [number, number] => [
    system.lower[cell] ?? 0,
    toFinite(highs, system.upper[cell] ?? highs.infinity),
  ]
  return {
    search(cost, question) {
      for (const [cell, value] of cost.entries()) model.changeColCost(cell, value)
      if (question) setBounds(model, question.cell, boundsOf(highs, question))
      try {
        return solve(highs, model)
      } finally {
        if (question) setBounds(model, question.cell, solveBounds(question.cell))
      }
    },
    close: () => model.dispose(),
  }
}

function boundsOf(highs: Highs, { lower, upper }: Question): [number, number] {
  return [lower, toFinite(highs, upper)]
}

function setBounds(model: Model, cell: number, [lower, upper]: [number, number]): void {
  model.changeColBounds(cell, lower, upper)
}

function toFinite(highs: Highs, bound: number): number {
  return Number.isFinite(bound) ? bound : highs.infinity
}

function solve(highs: Highs, model: Model): ReturnType<IntegerSolver['search']> {
  const { modelStatus } = model.run()
  const status = highs.constants.modelStatus
  if (modelStatus === status.infeasible) return 'infeasible'
  if (modelStatus !== status.optimal) return 'undecided'
  return Array.from(model.getSolution().colValue, Math.round)
}

/** Row by row: parent − Σ children = 0. */
function modelOf(highs: Highs, { lower, upper, equations }: System): ModelData {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { parent, children } of equations) {
    const row = new Map([[parent, 1]])
    for (const child of children) row.set(child, (row.get(child) ?? 0) - 1)
    for (const [cell, coefficient] of row) {
      if (coefficient === 0) continue
      indices.push(cell)
      values.push(coefficient)
    }
    starts.push(indices.length)
  }
  const zeros = equations.map(() => 0)
  const { integer } = highs.constants.variableType
  return {
    numCols: lower.length,
    numRows: equations.length,
    colCost: lower.map(() => 0),
    colLower: lower,
    colUpper: upper.map((bound) => toFinite(highs, bound)),
    rowLower: zeros,
    rowUpper: zeros,
    matrix: { format: 'csr', numRows: equations.length, numCols: lower.length, starts, indices, values },
    integrality: lower.map(() => integer),
  }
}
