import { monthsOf } from '../calendar/period.ts'
import type { Cell } from '../contracts/table.ts'
import { formatPeriod } from '../text/format.ts'
import type { LocalText } from '../text/local-text.ts'
import type {
  DataColumn,
  DataTable,
  FigureSpec,
  IntervalSpec,
  LikertSpec,
  LineSpec,
  MultiplesSpec,
  PyramidSpec,
  StackedSpec,
} from './figure.ts'
import { passedOn } from './funnel/draw-funnel.ts'
import { isSmall } from './interval/draw-interval.ts'
import { gradeShares, SMALL_SAMPLE } from './likert/draw-likert.ts'
import { clipToRecord } from './record.ts'
import { sharesOf } from './stacked/draw-stacked.ts'
import { describeTerm } from './terms.ts'
import { makeTimeAxis } from './time.ts'

type Entry = LocalText | string | Cell
type Unit = Pick<DataColumn, 'unit' | 'decimals'>

const PERIOD: DataColumn = { id: 'period', label: { zh: '时期', en: 'Period' } }
const ITEM: DataColumn = { id: 'item', label: { zh: '项目', en: 'Item' } }
const STAGE: DataColumn = { id: 'stage', label: { zh: '阶段', en: 'Stage' } }
const COUNT: DataColumn = { id: 'n', label: { zh: '有效回答', en: 'Valid replies' }, unit: '', decimals: 0 }
const PERCENT: Unit = { unit: '%', decimals: 1 }
const SAMPLE: DataColumn = { id: 'sample', label: { zh: '样本', en: 'Sample' } }
const LOW: LocalText = { zh: '区间下限', en: 'lower bound' }
const HIGH: LocalText = { zh: '区间上限', en: 'upper bound' }

/** Exactly what the picture shows, shares and bounds included. */
export function tableOf(spec: FigureSpec): DataTable {
  const unit = { unit: spec.unit, decimals: spec.decimals }
  const value: DataColumn = { id: 'value', label: nameOfMeasure(spec), ...unit }
  switch (spec.kind) {
    case 'line':
      return buildLineTable(spec, unit)
    case 'pyramid':
      return buildPyramidTable(spec, unit)
    case 'stacked':
      return buildStackedTable(spec, unit)
    case 'funnel': {
      const rate: DataColumn = { id: 'of_previous', label: { zh: '为上一步的', en: 'Of the step before' }, ...PERCENT }
      const rows = spec.stages.map((stage, index): Entry[] => {
        const before = spec.stages[index - 1]
        return [stage.label, stage.cell, deriveCell(passedOn(spec, index), before ? [stage.cell, before.cell] : [])]
      })
      return { columns: [STAGE, value, rate], rows }
    }
    case 'dwell': {
      const median: DataColumn = { id: 'median', label: describeTerm('bar-median'), ...unit }
      const p90: DataColumn = { id: 'p90', label: { zh: '第90百分位数', en: '90th percentile' }, ...unit }
      return { columns: [STAGE, median, p90], rows: spec.stages.map((stage) => [stage.label, stage.median, stage.p90]) }
    }
    case 'likert':
      return buildLikertTable(spec, unit)
    case 'tiles':
      return { columns: [ITEM, value], rows: spec.tiles.map((tile) => [tile.label, tile.cell]) }
    case 'heat':
      return { columns: [PERIOD, value], rows: spec.points.map((point) => [point.x, point.cell]) }
    case 'multiples':
      return buildMultiplesTable(spec, unit)
    case 'interval':
      return buildIntervalTable(spec, unit)
  }
}

/** The name of what is measured, without its formula: 按期办结率 of 按期办结率 = 按期办结 ÷ 应结. */
export function nameOfMeasure(spec: FigureSpec): LocalText {
  const name = (text: string): string => text.split(/\s*[=＝]/)[0] ?? text
  return { zh: name(spec.measure.zh), en: name(spec.measure.en) }
}

const NO_WORDS: LocalText = { zh: '', en: '' }
const NONE: Cell = { value: null, status: 'not-applicable' }

function makeFinalCell(value: number): Cell {
  return { value, status: 'final' }
}

/** A value computed from other cells, at one decimal; it has the status of the first that is not final. */
function deriveCell(value: number | null, from: readonly Cell[]): Cell {
  const status = from.find((cell) => cell.status !== 'final')?.status ?? 'final'
  if (value === null) return { value, status: status === 'final' ? 'not-applicable' : status }
  return { value: Number(value.toFixed(1)), status }
}

function buildLineTable(whole: LineSpec, unit: Unit): DataTable {
  const spec = clipToRecord(whole)
  const columns: DataColumn[] = [PERIOD]
  const readers: ((x: string) => Entry)[] = []
  for (const series of spec.series) {
    const byX = new Map(series.points.map((point) => [point.x, point]))
    const add = (suffix: string, label: LocalText, read: (x: string) => Entry, of: Unit = unit): void => {
      columns.push({ id: series.id + suffix, label, ...of })
      readers.push(read)
    }
    add('', series.label, (x) => byX.get(x)?.cell ?? NONE)
    if (series.points.some((point) => point.low)) {
      add('_low', joinTexts(series.label, LOW), (x) => byX.get(x)?.low ?? NONE)
      add('_high', joinTexts(series.label, HIGH), (x) => byX.get(x)?.high ?? NONE)
    }
    if (series.points.some((point) => point.bound)) {
      const bound = { zh: '限定', en: 'qualifier' }
      add('_bound', joinTexts(series.label, bound), (x) => describeBound(byX.get(x)?.bound), {})
    }
    if (series.points.some((point) => point.derived)) {
      const note = { zh: '说明', en: 'remark' }
      add('_remark', joinTexts(series.label, note), (x) => byX.get(x)?.derived ?? NO_WORDS, {})
    }
  }
  const rule = spec.rule
  if (rule) {
    columns.push({ id: 'rule', label: rule.label, ...unit })
    readers.push(() => makeFinalCell(rule.value))
  }
  const { values } = makeTimeAxis(
    spec.series.flatMap((series) => series.points.map((point) => point.x)),
    0,
    1,
  )
  return { columns, rows: values.map((x) => [x, ...readers.map((read) => read(x))]) }
}

function describeBound(bound: 'at-least' | 'at-most' | undefined): LocalText {
  return bound ? describeTerm(bound) : NO_WORDS
}

function buildIntervalTable(spec: IntervalSpec, unit: Unit): DataTable {
  const rule = spec.rule
  const isBounded = spec.items.some((item) => item.bound)
  const hasSmall = spec.items.some(isSmall)
  const columns: DataColumn[] = [
    ITEM,
    { id: 'value', label: nameOfMeasure(spec), ...unit },
    { id: 'low', label: LOW, ...unit },
    { id: 'high', label: HIGH, ...unit },
    COUNT,
    ...(rule ? [{ id: 'rule', label: rule.label, ...unit }] : []),
    ...(isBounded ? [{ id: 'bound', label: { zh: '限定', en: 'Qualifier' } }] : []),
    ...(hasSmall ? [SAMPLE] : []),
  ]
  const rows = spec.items.map((item): Entry[] => [
    item.label,
    item.cell,
    item.low ?? NONE,
    item.high ?? NONE,
    item.n ?? NONE,
    ...(rule ? [makeFinalCell(rule.value)] : []),
    ...(isBounded ? [describeBound(item.bound)] : []),
    ...(hasSmall ? [describeSample(item.n)] : []),
  ])
  return { columns, rows }
}

/** 样本过少 where the number of valid answers is known and too small. */
function describeSample(n: Cell | null): LocalText {
  return n?.value != null && n.value < SMALL_SAMPLE ? describeTerm('small-sample') : NO_WORDS
}

function buildPyramidTable(spec: PyramidSpec, unit: Unit): DataTable {
  const band: DataColumn = { id: 'age', label: { zh: '年龄', en: 'Age' } }
  const columns = spec.years.flatMap((year) =>
    (['men', 'women'] as const).map((sex) => {
      const label = {
        zh: `${formatPeriod(year.x, 'zh')}${describeTerm(sex).zh}`,
        en: `${describeTerm(sex).en}, ${formatPeriod(year.x, 'en')}`,
      }
      return { id: `${sex}_${year.x}`, label, ...unit }
    }),
  )
  const rows = spec.bands.map((band, index): Entry[] => [
    band,
    ...spec.years.flatMap((year) => [year.men[index] ?? NONE, year.women[index] ?? NONE]),
  ])
  return { columns: [band, ...columns], rows }
}

function buildStackedTable(spec: StackedSpec, unit: Unit): DataTable {
  const isTime = spec.bars.every((bar) => monthsOf(bar.id) !== null)
  const columns: DataColumn[] = [isTime ? PERIOD : ITEM, ...spec.parts.map((part) => ({ ...part, ...unit }))]
  if (spec.share) columns.push(...spec.parts.map((part) => buildShareColumn(part)))
  const rows = spec.bars.map((bar, index): Entry[] => {
    const cells = spec.cells[index] ?? []
    const shares = spec.share ? sharesOf(cells).map((share) => deriveCell(share, cells)) : []
    return [isTime ? bar.id : bar.label, ...cells, ...shares]
  })
  return { columns, rows }
}

function buildLikertTable(spec: LikertSpec, unit: Unit): DataTable {
  const hasSmall = spec.items.some((item) => item.n.value !== null && item.n.value < SMALL_SAMPLE)
  const columns = [
    ITEM,
    ...spec.grades.map((grade) => ({ ...grade, ...unit })),
    COUNT,
    ...spec.grades.map((grade) => buildShareColumn(grade)),
    ...(hasSmall ? [SAMPLE] : []),
  ]
  const rows = spec.items.map((item): Entry[] => [
    item.label,
    ...item.cells,
    item.n,
    ...gradeShares(item).map((share) => deriveCell(share, item.cells)),
    ...(hasSmall ? [describeSample(item.n)] : []),
  ])
  return { columns, rows }
}

function buildMultiplesTable(spec: MultiplesSpec, unit: Unit): DataTable {
  const all = spec.panels.map((panel) => ({ ...panel.series, label: panel.label }))
  const references = new Map(
    spec.panels.flatMap((panel) => (panel.reference ? [[panel.reference.id, panel.reference] as const] : [])),
  )
  const series = [...all, ...references.values()]
  return buildLineTable({ ...spec, kind: 'line', series }, unit)
}

function buildShareColumn(part: { id: string; label: LocalText }): DataColumn {
  return { id: `${part.id}_share`, label: joinTexts(part.label, { zh: '占比', en: 'share' }), ...PERCENT }
}

function joinTexts(a: LocalText, b: LocalText): LocalText {
  return { zh: `${a.zh}${b.zh}`, en: `${a.en}, ${b.en}` }
}
