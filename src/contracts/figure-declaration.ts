import { z } from 'zod'
import { claims, figureValues, fixed, mark, point } from './declared-values.ts'
import { words } from './fields.ts'
import { listFigureWordReferences, listFixedReferences, type Reference } from './value-references.ts'

export type { Reference } from './value-references.ts'

/*
 * A figure as plain data: which numbers of a table are drawn, and as what. A contract declares figures of its own tables,
 * a topic declares figures of any dataset in the frontmatter of its words.
 */

const figureId = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case ASCII, starting with a letter')

const common = {
  id: figureId,
  table: z.string(),
  /** Title of its own; left out: composed from the numbers. */
  title: words.optional(),
  where: fixed.optional(),
  /** First and last period or value on the horizontal axis. */
  from: z.string().optional(),
  to: z.string().optional(),
  /** Words for codes of the series, or for the measure where there is none. */
  labels: z.record(z.string(), words).optional(),
  note: words.optional(),
  /** What is measured, where rows of a register have a name of their own. */
  names: words.optional(),
  decimals: z.int().min(0).max(4).optional(),
  /** The period in words, where the rows of a register state none. */
  period: words.optional(),
  /** Numbers that title, note and marks name in braces. */
  values: figureValues.optional(),
  /** What must hold for title and note to be printed; where it does not, the title is composed. */
  when: claims.optional(),
}

/** A dimension whose values make a line, a panel, a dot or a part each; `only` picks some, in that order. */
const series = { series: z.string().optional(), only: z.array(z.string()).optional() }

const lines = {
  ...common,
  ...series,
  measure: z.string(),
  /** Dimension on the horizontal axis, `period` where left out. */
  over: z.string().optional(),
}

const line = {
  ...lines,
  kind: z.literal('line'),
  /** False where the vertical axis need not start at zero; left out: true, but for rates. */
  zero: z.boolean().optional(),
  marks: z.array(mark).optional(),
  /** Computed points beside those of the table. */
  points: z.array(point).optional(),
}
const multiples = { ...lines, kind: z.literal('multiples') }
/** Dots of the newest period, with the interval of a rate where it has an interval. */
const interval = { ...lines, kind: z.literal('interval') }
/** Bars over periods or over a dimension; parts are values of `series`, or several measures. */
const stacked = {
  ...common,
  ...series,
  kind: z.literal('stacked'),
  measure: z.string().optional(),
  measures: z.array(z.string()).min(1).optional(),
  over: z.string().optional(),
  share: z.boolean().optional(),
}
/** The districts of the city as tiles; `worse` is the end that is coloured. */
const tiles = { ...common, kind: z.literal('tiles'), measure: z.string(), worse: z.enum(['high', 'low']) }
/** Month by year. */
const heat = { ...common, kind: z.literal('heat'), measure: z.string(), worse: z.enum(['high', 'low']) }
/** Stages that get fewer: a measure each. */
const funnel = { ...common, kind: z.literal('funnel'), measures: z.array(z.string()).min(2) }
/** Time in each stage: two measures each. */
const dwell = {
  ...common,
  kind: z.literal('dwell'),
  stages: z.array(z.strictObject({ id: figureId, label: words, median: z.string(), p90: z.string() })).min(1),
}
/** Answers from best to worst, a measure each, for every value of `over`; `n` counts the valid answers. */
const likert = {
  ...common,
  kind: z.literal('likert'),
  measures: z.array(z.string()).min(2),
  n: z.string(),
  over: z.string(),
  only: z.array(z.string()).optional(),
}
/** The first and the last year; `over` is the dimension of age bands, `series` that of the sexes: men, then women. */
const pyramid = {
  ...common,
  kind: z.literal('pyramid'),
  measure: z.string(),
  over: z.string(),
  series: z.string(),
  only: z.tuple([z.string(), z.string()]),
}

/** A figure of a table of this contract. */
export const tableFigure = z.discriminatedUnion('kind', [
  z.strictObject(line),
  z.strictObject(multiples),
  z.strictObject(interval),
  z.strictObject(stacked),
  z.strictObject(tiles),
  z.strictObject(heat),
  z.strictObject(funnel),
  z.strictObject(dwell),
  z.strictObject(likert),
  z.strictObject(pyramid),
])
export type TableFigure = z.infer<typeof tableFigure>

const dataset = z.string()

/** A figure of any dataset. */
export const datasetFigure = z.discriminatedUnion('kind', [
  z.strictObject({ ...line, dataset }),
  z.strictObject({ ...multiples, dataset }),
  z.strictObject({ ...interval, dataset }),
  z.strictObject({ ...stacked, dataset }),
  z.strictObject({ ...tiles, dataset }),
  z.strictObject({ ...heat, dataset }),
  z.strictObject({ ...funnel, dataset }),
  z.strictObject({ ...dwell, dataset }),
  z.strictObject({ ...likert, dataset }),
  z.strictObject({ ...pyramid, dataset }),
])
export type DatasetFigure = z.infer<typeof datasetFigure>

/** Every name that a figure refers to; `path` counts from the figure. */
export function listFigureReferences(figure: TableFigure): Reference[] {
  const { table, where = {} } = figure
  const measure = (path: PropertyKey[], name: string | undefined): Reference[] =>
    name === undefined ? [] : [{ kind: 'measure', name, path, table }]
  const referToAxis = (key: 'over' | 'series'): Reference[] => {
    const name = key in figure ? (figure as Partial<Record<typeof key, string>>)[key] : undefined // by the line before
    return name === undefined ? [] : [{ kind: 'dimension', name, path: [key], table, allowsPeriod: true }]
  }
  return [
    { kind: 'table', name: table, path: ['table'], table },
    ...('measure' in figure ? measure(['measure'], figure.measure) : []),
    ...('measures' in figure ? (figure.measures ?? []).flatMap((name, at) => measure(['measures', at], name)) : []),
    ...('n' in figure ? measure(['n'], figure.n) : []),
    ...('stages' in figure
      ? figure.stages.flatMap((stage, at) => [
          ...measure(['stages', at, 'median'], stage.median),
          ...measure(['stages', at, 'p90'], stage.p90),
        ])
      : []),
    ...referToAxis('over'),
    ...referToAxis('series'),
    ...listFixedReferences(where, { table, path: ['where'] }),
    ...listFigureWordReferences(figure),
    ...listOnly(figure),
    ...listLabelled(figure),
    ...listEnds(figure),
  ]
}

/** What a figure needs to know of its contract. */
interface TablesOf {
  columns: Readonly<Record<string, { type: { kind: string } }>>
  tables: Readonly<Record<string, { kind: string; dimensions: readonly { column: string }[] }>>
}

/**
 * Dimensions of a figure's table that it neither shows nor fixes; a place is that of the page. The rows of a register may be
 * distinguished by any column, which only its rows can show.
 */
export function listOpenDimensions({ columns, tables }: TablesOf, figure: TableFigure): string[] {
  const { over, series } = figure as { over?: string; series?: string } // the axes of whatever kind it is
  const shown = new Set([over, series, ...Object.keys(figure.where ?? {})])
  const table = tables[figure.table]
  const dimensions = table?.kind === 'figures' ? table.dimensions.map(({ column }) => column) : []
  return dimensions.filter((column) => !shown.has(column) && columns[column]?.type.kind !== 'place')
}

function listOnly(figure: TableFigure): Reference[] {
  if (!('only' in figure)) return []
  const column = figure.kind === 'likert' ? figure.over : figure.series
  if (column === undefined) return []
  return (figure.only ?? []).map((name, at) => ({
    kind: 'code',
    name,
    path: ['only', at],
    table: figure.table,
    column,
  }))
}

/** Codes that are given words: each is a value of what makes the lines or the bars. */
function listLabelled(figure: TableFigure): Reference[] {
  const [column, otherColumn] = axesOf(figure)
  return Object.keys(figure.labels ?? {}).map((name): Reference => {
    const at = { name, path: ['labels', name], table: figure.table }
    if (column === undefined) return { ...at, kind: 'measure' }
    return { ...at, kind: 'code', column, ...(otherColumn === undefined ? {} : { otherColumn }) }
  })
}

/** First and last value on the horizontal axis: a period, or a value of the dimension that is there. */
function listEnds(figure: TableFigure): Reference[] {
  const over = 'over' in figure ? (figure.over ?? 'period') : 'period'
  return (['from', 'to'] as const).flatMap((key) => {
    const name = figure[key]
    if (name === undefined) return []
    const kind = over === 'period' ? 'bound' : 'code'
    return [{ kind, name, path: [key], table: figure.table, column: over }]
  })
}

/** Dimensions other than the period whose values are distinguished. */
function axesOf(figure: TableFigure): string[] {
  const { series, over } = figure as { series?: string; over?: string } // of whatever kind it is
  return [series, over].flatMap((column) => (column === undefined || column === 'period' ? [] : [column]))
}
