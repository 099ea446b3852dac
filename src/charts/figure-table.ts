import { monthsOf } from '../calendar/period.ts'
import type { Cell } from '../contracts/table.ts'
import { formatPeriod } from '../text/format.ts'
import type { Words } from '../text/local-text.ts'
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
import { passedOn } from './funnel.ts'
import { isSmall } from './interval.ts'
import { gradeShares, SMALL_SAMPLE } from './likert.ts'
import { withinRecord } from './record.ts'
import { sharesOf } from './stacked.ts'
import { termWords } from './terms.ts'
import { timeAxis } from './time.ts'

type Entry = Words | string | Cell
type Unit = Pick<DataColumn, 'unit' | 'decimals'>

const PERIOD: DataColumn = { id: 'period', label: { zh: '时期', en: 'Period' } }
const ITEM: DataColumn = { id: 'item', label: { zh: '项目', en: 'Item' } }
const STAGE: DataColumn = { id: 'stage', label: { zh: '阶段', en: 'Stage' } }
const COUNT: DataColumn = { id: 'n', label: { zh: '有效回答', en: 'Valid replies' }, unit: '', decimals: 0 }
const PERCENT: Unit = { unit: '%', decimals: 1 }
const SAMPLE: DataColumn = { id: 'sample', label: { zh: '样本', en: 'Sample' } }
const LOW: Words = { zh: '区间下限', en: 'lower bound' }
const HIGH: Words = { zh: '区间上限', en: 'upper bound' }

/** Exactly what the picture shows, shares and bounds included. */
export function tableOf(spec: FigureSpec): DataTable {
  const unit = { unit: spec.unit, decimals: spec.decimals }
  const value: DataColumn = { id: 'value', label: measureName(spec), ...unit }
  switch (spec.kind) {
    case 'line':
      return lineTable(spec, unit)
    case 'pyramid':
      return pyramidTable(spec, unit)
    case 'stacked':
      return stackedTable(spec, unit)
    case 'funnel': {
      const rate: DataColumn = { id: 'of_previous', label: { zh: '为上一步的', en: 'Of the step before' }, ...PERCENT }
      const rows = spec.stages.map((stage, index): Entry[] => {
        const before = spec.stages[index - 1]
        return [stage.label, stage.cell, derived(passedOn(spec, index), before ? [stage.cell, before.cell] : [])]
      })
      return { columns: [STAGE, value, rate], rows }
    }
    case 'dwell': {
      const median: DataColumn = { id: 'median', label: termWords('bar-median'), ...unit }
      const p90: DataColumn = { id: 'p90', label: { zh: '第90百分位数', en: '90th percentile' }, ...unit }
      return { columns: [STAGE, median, p90], rows: spec.stages.map((stage) => [stage.label, stage.median, stage.p90]) }
    }
    case 'likert':
      return likertTable(spec, unit)
    case 'tiles':
      return { columns: [ITEM, value], rows: spec.tiles.map((tile) => [tile.label, tile.cell]) }
    case 'heat':
      return { columns: [PERIOD, value], rows: spec.points.map((point) => [point.x, point.cell]) }
    case 'multiples':
      return multiplesTable(spec, unit)
    case 'interval':
      return intervalTable(spec, unit)
  }
}

/** The name of what is measured, without its formula: 按期办结率 of 按期办结率 = 按期办结 ÷ 应结. */
export function measureName(spec: FigureSpec): Words {
  const name = (text: string): string => text.split(/\s*[=＝]/)[0] ?? text
  return { zh: name(spec.measure.zh), en: name(spec.measure.en) }
}

const NO_WORDS: Words = { zh: '', en: '' }
const NONE: Cell = { value: null, status: 'not-applicable' }

function known(value: number): Cell {
  return { value, status: 'final' }
}

/** A figure made of other cells, at one decimal: it is no firmer than the least firm of them. */
function derived(value: number | null, from: readonly Cell[]): Cell {
  const status = from.find((cell) => cell.status !== 'final')?.status ?? 'final'
  if (value === null) return { value, status: status === 'final' ? 'not-applicable' : status }
  return { value: Number(value.toFixed(1)), status }
}

function lineTable(whole: LineSpec, unit: Unit): DataTable {
  const spec = withinRecord(whole)
  const columns: DataColumn[] = [PERIOD]
  const readers: ((x: string) => Entry)[] = []
  for (const series of spec.series) {
    const byX = new Map(series.points.map((point) => [point.x, point]))
    const add = (suffix: string, label: Words, read: (x: string) => Entry, of: Unit = unit): void => {
      columns.push({ id: series.id + suffix, label, ...of })
      readers.push(read)
    }
    add('', series.label, (x) => byX.get(x)?.cell ?? NONE)
    if (series.points.some((point) => point.low)) {
      add('_low', joined(series.label, LOW), (x) => byX.get(x)?.low ?? NONE)
      add('_high', joined(series.label, HIGH), (x) => byX.get(x)?.high ?? NONE)
    }
    if (series.points.some((point) => point.bound)) {
      const bound = { zh: '限定', en: 'qualifier' }
      add('_bound', joined(series.label, bound), (x) => boundWords(byX.get(x)?.bound), {})
    }
    if (series.points.some((point) => point.derived)) {
      const note = { zh: '说明', en: 'remark' }
      add('_remark', joined(series.label, note), (x) => byX.get(x)?.derived ?? NO_WORDS, {})
    }
  }
  const rule = spec.rule
  if (rule) {
    columns.push({ id: 'rule', label: rule.label, ...unit })
    readers.push(() => known(rule.value))
  }
  const { values } = timeAxis(
    spec.series.flatMap((series) => series.points.map((point) => point.x)),
    0,
    1,
  )
  return { columns, rows: values.map((x) => [x, ...readers.map((read) => read(x))]) }
}

function boundWords(bound: 'at-least' | 'at-most' | undefined): Words {
  return bound ? termWords(bound) : NO_WORDS
}

function intervalTable(spec: IntervalSpec, unit: Unit): DataTable {
  const rule = spec.rule
  const isBounded = spec.items.some((item) => item.bound)
  const hasSmall = spec.items.some(isSmall)
  const columns: DataColumn[] = [
    ITEM,
    { id: 'value', label: measureName(spec), ...unit },
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
    ...(rule ? [known(rule.value)] : []),
    ...(isBounded ? [boundWords(item.bound)] : []),
    ...(hasSmall ? [sampleWords(item.n)] : []),
  ])
  return { columns, rows }
}

/** 样本过少 where the number of valid answers is known and too small. */
function sampleWords(n: Cell | null): Words {
  return n?.value != null && n.value < SMALL_SAMPLE ? termWords('small-sample') : NO_WORDS
}

function pyramidTable(spec: PyramidSpec, unit: Unit): DataTable {
  const band: DataColumn = { id: 'age', label: { zh: '年龄', en: 'Age' } }
  const columns = spec.years.flatMap((year) =>
    (['men', 'women'] as const).map((sex) => {
      const label = {
        zh: `${formatPeriod(year.x, 'zh')}${termWords(sex).zh}`,
        en: `${termWords(sex).en}, ${formatPeriod(year.x, 'en')}`,
      }
      return { id: `${sex}_${year.x}`, label, ...unit }
    }),
  )
  const rows = spec.bands.map((one, index): Entry[] => [
    one,
    ...spec.years.flatMap((year) => [year.men[index] ?? NONE, year.women[index] ?? NONE]),
  ])
  return { columns: [band, ...columns], rows }
}

function stackedTable(spec: StackedSpec, unit: Unit): DataTable {
  const isTime = spec.bars.every((bar) => monthsOf(bar.id) !== null)
  const columns: DataColumn[] = [isTime ? PERIOD : ITEM, ...spec.parts.map((part) => ({ ...part, ...unit }))]
  if (spec.share) columns.push(...spec.parts.map((part) => shareColumn(part)))
  const rows = spec.bars.map((bar, index): Entry[] => {
    const cells = spec.cells[index] ?? []
    const shares = spec.share ? sharesOf(cells).map((share) => derived(share, cells)) : []
    return [isTime ? bar.id : bar.label, ...cells, ...shares]
  })
  return { columns, rows }
}

function likertTable(spec: LikertSpec, unit: Unit): DataTable {
  const hasSmall = spec.items.some((item) => item.n.value !== null && item.n.value < SMALL_SAMPLE)
  const columns = [
    ITEM,
    ...spec.grades.map((grade) => ({ ...grade, ...unit })),
    COUNT,
    ...spec.grades.map((grade) => shareColumn(grade)),
    ...(hasSmall ? [SAMPLE] : []),
  ]
  const rows = spec.items.map((item): Entry[] => [
    item.label,
    ...item.cells,
    item.n,
    ...gradeShares(item).map((share) => derived(share, item.cells)),
    ...(hasSmall ? [sampleWords(item.n)] : []),
  ])
  return { columns, rows }
}

function multiplesTable(spec: MultiplesSpec, unit: Unit): DataTable {
  const all = spec.panels.map((panel) => ({ ...panel.series, label: panel.label }))
  const references = new Map(
    spec.panels.flatMap((panel) => (panel.reference ? [[panel.reference.id, panel.reference] as const] : [])),
  )
  const series = [...all, ...references.values()]
  return lineTable({ ...spec, kind: 'line', series }, unit)
}

function shareColumn(part: { id: string; label: Words }): DataColumn {
  return { id: `${part.id}_share`, label: joined(part.label, { zh: '占比', en: 'share' }), ...PERCENT }
}

function joined(a: Words, b: Words): Words {
  return { zh: `${a.zh}${b.zh}`, en: `${a.en}, ${b.en}` }
}
