import loadHighs, { type Highs, type Model, type ModelData } from 'highs'
import type { IntegerSolver, OpenSolver } from './integer-solver.ts'
import { listLines, type System } from './system.ts'

/** Seconds for one question; a question that takes longer is reported as undecided. */
const SECONDS_MAX = 60
/** Seconds for all questions of one audit: after them a cell that is still open is reported as undecided. */
const SECONDS_ALL_MAX = 300

/** What is left for all questions of an audit; mutated by each. */
interface Budget {
  seconds: number
}

/** HiGHS, compiled to WebAssembly, as the solver of one audit, which it spends no more than `seconds` on. */
export async function loadSolver(seconds = SECONDS_ALL_MAX): Promise<OpenSolver> {
  const highs = await loadHighs()
  const budget: Budget = { seconds }
  return (system) => openModels(highs, system, budget)
}

/** Runs a model within what is left; null where nothing is. */
function runWithin(model: Model, budget: Budget, seconds = SECONDS_MAX): number | null {
  if (budget.seconds <= 0) return null
  // The limit is for all runs since the clocks were last set.
  model.zeroAllClocks()
  model.options.set({ time_limit: Math.min(seconds, budget.seconds) })
  const { modelStatus } = model.run()
  budget.seconds -= model.getRunTime()
  return modelStatus
}

/** Models are made when they are first asked: most systems need neither. */
function openModels(highs: Highs, system: System, budget: Budget): IntegerSolver {
  const unknown = [...system.lower.keys()].filter((cell) => system.lower[cell] !== system.upper[cell])
  const columns = new Map(unknown.map((cell, column) => [cell, column]))
  const columnOf = (cell: number) => columns.get(cell) ?? 0
  let whole: Model | null = null
  let relaxed: Model | null = null
  return {
    search(question, seconds) {
      whole ??= openWhole(highs, modelOf(highs, system, unknown))
      const [cell, column] = [question?.cell ?? 0, columnOf(question?.cell ?? 0)]
      if (question) whole.changeColBounds(column, question.lower, toFinite(highs, question.upper))
      try {
        const values = solve(highs, whole, { budget, seconds })
        if (typeof values === 'string') return values
        return system.lower.map((value, at) => {
          const own = columns.get(at)
          return own === undefined ? value : Math.round(values[own] ?? Number.NaN)
        })
      } finally {
        if (question) whole.changeColBounds(column, system.lower[cell] ?? 0, toFinite(highs, system.upper[cell] ?? 0))
      }
    },
    bound(cell, side) {
      relaxed ??= openRelaxed(highs, modelOf(highs, system, unknown))
      const found = findBoundIn(highs, relaxed, { column: columnOf(cell), side, budget })
      if (found === null || typeof found === 'number') return found === null ? null : { value: found, fractions: null }
      const fractions = system.lower.map((value, at) => found[columns.get(at) ?? -1] ?? value)
      return { value: fractions[cell] ?? 0, fractions }
    },
    close() {
      whole?.dispose()
      relaxed?.dispose()
    },
  }
}

function openWhole(highs: Highs, data: ModelData): Model {
  const { integer } = highs.constants.variableType
  const model = highs.createModel({ ...data, integrality: Array.from({ length: data.numCols }, () => integer) })
  model.options.set({
    output_flag: false,
    mip_feasibility_tolerance: 1e-9,
    random_seed: 1,
  })
  return model
}

/** The primal simplex method goes on from the last solution, which still fits when only the costs change. */
function openRelaxed(highs: Highs, data: ModelData): Model {
  const model = highs.createModel(data)
  model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 })
  return model
}

/** The values at which a bound is reached; infinite where there is none. */
function findBoundIn(
  highs: Highs,
  model: Model,
  { column, side, budget }: { column: number; side: 'lower' | 'upper'; budget: Budget },
): ArrayLike<number> | number | null {
  model.changeColCost(column, side === 'lower' ? 1 : -1)
  try {
    const modelStatus = runWithin(model, budget)
    const status = highs.constants.modelStatus
    if (modelStatus === status.optimal) return model.getSolution().colValue
    if (modelStatus !== status.unbounded) return null
    return side === 'lower' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  } finally {
    model.changeColCost(column, 0)
  }
}

function toFinite(highs: Highs, bound: number): number {
  return Number.isFinite(bound) ? bound : highs.infinity
}

function solve(
  highs: Highs,
  model: Model,
  { budget, seconds }: { budget: Budget; seconds: number | undefined },
): ArrayLike<number> | 'infeasible' | 'undecided' {
  const modelStatus = runWithin(model, budget, seconds)
  const status = highs.constants.modelStatus
  if (modelStatus === status.infeasible) return 'infeasible'
  return modelStatus === status.optimal ? model.getSolution().colValue : 'undecided'
}

function modelOf(highs: Highs, system: System, unknown: readonly number[]): ModelData {
  const columns = new Map(unknown.map((cell, column) => [cell, column]))
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  const sums: number[] = []
  for (const { cells, coefficients, constant } of listLines(system)) {
    for (const [index, cell] of cells.entries()) {
      indices.push(columns.get(cell) ?? 0)
      values.push(coefficients[index] ?? 0)
    }
    starts.push(indices.length)
    sums.push(-constant)
  }
  return {
    numCols: unknown.length,
    numRows: sums.length,
    colCost: unknown.map(() => 0),
    colLower: unknown.map((cell) => system.lower[cell] ?? 0),
    colUpper: unknown.map((cell) => toFinite(highs, system.upper[cell] ?? 0)),
    rowLower: sums,
    rowUpper: sums,
    matrix: { format: 'csr', numRows: sums.length, numCols: unknown.length, starts, indices, values },
  }
}
