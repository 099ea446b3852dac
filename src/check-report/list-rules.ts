import { countIdentities } from '../check/table/check-tables.ts'
import type { Column, Contract } from '../contracts/contract.ts'
import { describeIdentity } from '../contracts/identity-sentences.ts'
import { describeComplete, describeRule } from '../contracts/rule-sentences.ts'
import type { Table } from '../contracts/table.ts'
import type { LocalText } from '../text/local-text.ts'
import { sum } from '../text/sum.ts'
import { addCounts, type Count, createCount, type FileEvidence } from './evidence.ts'
import type { ReportDataset, ReportFile, ReportSource } from './source.ts'

/** One rule of a contract with what it came to in the file that the report is about, and in all files. */
export interface RuleLine {
  group: RuleGroup
  text: LocalText
  /** What one unit is: a cell, a row, a comparison between figures of a table. */
  now: Count
  all: Count
  /** Said instead of numbers where the file has nothing to try it on. */
  absent: LocalText | null
}

export type RuleGroup = 'cells' | 'rows' | 'figures'

/** Every rule of the contract, in its order: columns, rows, figures. */
export function listRules(dataset: ReportDataset, now: ReportFile, source: ReportSource): RuleLine[] {
  const { contract, files } = dataset
  const evidences = files.flatMap(({ evidence }) => evidence ?? [])
  const own = now.evidence
  const createLine = (
    group: RuleGroup,
    text: LocalText,
    pick: (evidence: FileEvidence) => Count | undefined,
  ): RuleLine => ({
    group,
    text,
    now: (own && pick(own)) ?? createCount(),
    all: addCounts(evidences.flatMap((evidence) => pick(evidence) ?? [])),
    absent: null,
  })
  const cells = Object.entries(contract.columns).map(([id, column]) => ({
    ...createLine('cells', describeCells(column), (evidence) => evidence.cells[id]),
    absent: absenceOf(own?.origins[id]),
  }))
  const rules = (contract.rules ?? []).map((rule, index) =>
    createLine('rows', describeRule(contract, rule), (evidence) => evidence.rules[index]),
  )
  const complete = describeComplete(contract).map((text) => createLine('rows', text, requiredOf))
  const key = describeKey(contract).map((text) => createLine('rows', text, (evidence) => evidence.key))
  return [...cells, ...rules, ...key, ...complete, ...listIdentities(dataset, now, source)]
}

function absenceOf(origin: string | undefined): LocalText | null {
  if (origin === 'column' || origin === undefined) return null
  return origin === 'headers'
    ? { zh: '由表头给出', en: 'given by the headers' }
    : { zh: '文件没有这一列', en: 'the file has no such column' }
}

function requiredOf({ required }: FileEvidence): Count | undefined {
  if (!required) return undefined
  const { count, missing } = required
  return { units: count, passed: count - missing, repaired: 0, failed: missing, unmet: 0 }
}

function describeKey({ key, columns }: Contract): LocalText[] {
  if (key.length === 0) return []
  const joinNames = (lang: 'zh' | 'en', by: string) => key.map((id) => columns[id]?.names[lang] ?? id).join(by)
  return key.length === 1
    ? [{ zh: `${joinNames('zh', '、')}不重复`, en: `${joinNames('en', ', ')} identifies a row` }]
    : [{ zh: `${joinNames('zh', '、')}合起来不重复`, en: `${joinNames('en', ', ')} together identify a row` }]
}

/** `受理时间：日期和时间，可留空`. */
function describeCells(column: Column): LocalText {
  const kind = describeKind(column)
  const blank = column.optional === true || column.absent === true || column.blank !== undefined
  return {
    zh: `${column.names.zh}：${kind.zh}${blank ? '，可留空' : '，必填'}`,
    en: `${column.names.en}: ${kind.en}${blank ? ', may be blank' : ', required'}`,
  }
}

function describeKind({ type }: Column): LocalText {
  switch (type.kind) {
    case 'text':
      return type.max === undefined
        ? { zh: '文字', en: 'text' }
        : { zh: `文字，至多${type.max}字`, en: `text, at most ${type.max} characters` }
    case 'integer':
    case 'number': {
      const kind = type.kind === 'integer' ? { zh: '整数', en: 'whole number' } : { zh: '数', en: 'number' }
      const range = describeRange(type)
      return range === '' ? kind : { zh: `${kind.zh}，${range}`, en: `${kind.en}, ${range}` }
    }
    case 'list':
      return { zh: `${type.items.length}个代码之一`, en: `one of ${type.items.length} codes` }
    default:
      return KINDS[type.kind]
  }
}

const KINDS: Record<Exclude<Column['type']['kind'], 'text' | 'integer' | 'number' | 'list'>, LocalText> = {
  percent: { zh: '百分数，0–100', en: 'percentage, 0–100' },
  date: { zh: '日期', en: 'date' },
  datetime: { zh: '日期和时间', en: 'date and time' },
  month: { zh: '月份', en: 'month' },
  year: { zh: '年份', en: 'year' },
  'yes-no': { zh: '是或否', en: 'yes or no' },
  place: { zh: '当期有效的地区', en: 'place valid in the period' },
  'credit-code': { zh: '统一社会信用代码，校验码正确', en: 'credit code with the right check character' },
  'permit-number': { zh: '许可证编号，校验码正确', en: 'permit number with the right check character' },
  'grid-code': { zh: '单元网格代码', en: 'grid code' },
  'component-code': { zh: '部件代码', en: 'component code' },
  'matter-code': { zh: '事项代码', en: 'matter code' },
}

function describeRange({ min, max }: { min?: number | undefined; max?: number | undefined }): string {
  if (min === undefined) return max === undefined ? '' : `≤ ${max}`
  return max === undefined ? `≥ ${min}` : `${min}–${max}`
}

function listIdentities({ contract, known }: ReportDataset, now: ReportFile, source: ReportSource): RuleLine[] {
  const tables = source.datasets.flatMap((dataset) => tablesOf(dataset))
  const others = Map.groupBy(tables, (table) => `${table.dataset}/${table.table}`)
  const { contracts } = source
  const own = tables.filter((table) => table.dataset === contract.id)
  const isKnown = new Set(known.map((table) => table.period))
  return countIdentities(contract, own, { others, places: source.places, contracts }).flatMap((counted) => {
    const spec = contract.tables[counted.table]
    if (!spec) return []
    const sentence = describeIdentity(counted.identity, { contract, spec, contracts })
    const text = { zh: `${spec.title.zh}：${sentence.zh}`, en: `${spec.title.en}: ${sentence.en}` }
    const periods = [...counted.tried.keys()].filter((period) => !isKnown.has(period) || period === now.period)
    return [
      {
        group: 'figures' as const,
        text,
        now: countOf(counted, [now.period]),
        all: countOf(counted, periods),
        absent: null,
      },
    ]
  })
}

/** Tables of the files, and those published of other periods. */
export function tablesOf({ files, known }: ReportDataset): Table[] {
  const own = files.flatMap(({ evidence }) => evidence?.tables ?? [])
  const periods = new Set(own.map((table) => table.period))
  return [...own, ...known.filter((table) => !periods.has(table.period))]
}

function countOf(
  { tried, failed }: { tried: ReadonlyMap<string, number>; failed: ReadonlyMap<string, number> },
  periods: readonly string[],
): Count {
  const sumCounts = (counts: ReadonlyMap<string, number>) => sum(periods.map((period) => counts.get(period) ?? 0))
  return {
    units: sumCounts(tried),
    passed: sumCounts(tried) - sumCounts(failed),
    repaired: 0,
    failed: sumCounts(failed),
    unmet: 0,
  }
}
