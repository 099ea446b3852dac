import { keyOf } from '../compose/named-cell.ts'
import { isDemonstration, type Site } from '../compose/site.ts'
import { describeWhere } from '../contracts/rule-sentences.ts'
import type { PublishedFile, PublishedTable, Release } from '../store/published-tables.ts'
import type { LocalText } from '../text/local-text.ts'
import { describeRule } from './measure-rule.ts'
import type { Frame } from './page-frame.ts'
import { type Trace, traceCell } from './trace-cell.ts'

export function tracePathOf(dataset: string, table: string): string {
  return `/data/${dataset}/trace/${table}/`
}

/** Anchor of a period on the page: `p-2026-10`. */
export function tracePeriodAnchor(period: string): string {
  return `p-${period}`
}

export function buildTraceFrame(site: Site, { contract, id, spec }: PublishedTable): Frame {
  return {
    path: tracePathOf(contract.id, id),
    title: { zh: `数字的来历：${spec.title.zh}`, en: `Where the numbers come from: ${spec.title.en}` },
    description: {
      zh: `${spec.title.zh}的每个数字怎么来的：按什么规则、用哪些数算出，出自哪个文件，哪次发布。`,
      en: `How each number of “${spec.title.en}” was computed: by which rule, from which numbers and file, in which release.`,
    },
    crumbs: [
      { label: { zh: '数据', en: 'Data' }, path: '/data/' },
      { label: contract.title, path: `/data/${contract.id}/` },
    ],
    room: 'data',
    real: !isDemonstration(site, contract.id),
    search: null,
  }
}

/** A measure, its rule, and its number in the first row of the newest period, worked out. */
interface TracedMeasure {
  id: string
  names: LocalText
  rule: LocalText
  example: Trace | null
}

/** Every measure of a table with its rule. */
export function listTracedMeasures(site: Site, table: PublishedTable): TracedMeasure[] {
  const { contract, spec } = table
  const period = table.periods.at(-1) ?? ''
  const row = table.readRows(period)[0]
  return Object.entries(spec.measures).map(([id, measure]) => {
    const name = { dataset: contract.id, table: table.id, key: row ? keyOf(table, row) : [], period, measure: id }
    const trace = row ? traceCell(site, name) : null
    return {
      id,
      names: measure.names,
      rule: describeRule(contract, spec, measure),
      example: trace && !('fault' in trace) ? trace : null,
    }
  })
}

/** Which rows take part in a table at all, in words; null where all do. */
export function describeTableRows({ contract, spec }: PublishedTable): LocalText | null {
  return describeWhere(contract, spec.where)
}

/** The file of each period and where it came from, the newest first. */
export function listTracedPeriods(site: Site, table: PublishedTable): { file: PublishedFile; release: Release }[] {
  const releases = new Map(
    site.published.releases.flatMap((release) => release.files.map((file) => [file.path, release] as const)),
  )
  return table.periods.toReversed().flatMap((period) => {
    const file = table.files.get(period)
    const release = file && releases.get(file.path)
    return file && release ? [{ file, release }] : []
  })
}
