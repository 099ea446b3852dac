import { PERIOD_KINDS, type PeriodKind } from '../calendar/period.ts'
import type { Contract, Measure, TableSpec } from '../contracts/contract.ts'
import type { LadderStep } from '../contracts/ladder-step.ts'
import { listRunningTotals } from '../contracts/running-total.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'

/** Kinds of measures that are counts of people, or are made of printed counts. */
const PROTECTED = ['count', 'sum', 'plus', 'rate', 'share', 'wilson', 'cumulative']

/** Levels of places that are too fine for what is sensitive. */
const BELOW_SUBDISTRICT: ReadonlySet<string> = new Set(['community', 'village', 'grid', 'block', 'building'])

/** What in a contract about people (classes P and S) could not be protected. A contract with a finding is refused. */
export function auditPeople(contract: Contract, file: string): Problem[] {
  return Object.entries(contract.tables).flatMap(([table, spec]) => {
    const locate = (column: string) => ({ dataset: contract.id, file, columnName: `tables.${table}.${column}` })
    const findings = contract.class === 'O' ? auditThings(contract, spec) : auditTable(contract, spec)
    return findings.map(({ rule, key, found, expected }) => createProblem(rule, locate(key), { found, expected }))
  })
}

interface Finding {
  rule: 'contract-ladder-missing' | 'contract-ladder-unfit' | 'contract-table-unprotected'
  /** Where in the table: `ladder.0.period`. */
  key: string
  found: string
  expected: string
}

function auditThings({ class: kind, exact }: Contract, { ladder, measures }: TableSpec): Finding[] {
  const total = Object.keys(measures).find((id) => 'cumulative' in (measures[id] ?? {}))
  const keys = [
    ...(ladder ? ['ladder'] : []),
    ...(exact ? ['exact'] : []),
    // Of things, 累计 is in the file, and the identity of that name checks it.
    ...(total === undefined ? [] : [`measures.${total}.cumulative`]),
  ]
  return keys.map((key) => ({ rule: 'contract-ladder-unfit', key, found: `class: '${kind}'`, expected: 'P | S' }))
}

function auditTable(contract: Contract, spec: TableSpec): Finding[] {
  const { ladder } = spec
  const sums = !contract.exact && spec.identities?.some(({ kind }) => kind === 'cumulative')
  const open = spec.dimensions.filter(({ column }) => !isClosed(contract, column))
  return [
    ...(spec.kind === 'register' ? [reportUnprotected('kind', 'register', 'figures')] : []),
    ...open.map(({ column }) => reportUnprotected('dimensions', column, 'place | list')),
    ...Object.entries(spec.measures).flatMap(([id, measure]) => auditMeasure(contract, id, measure)),
    // A 累计 in the file is a true sum; beside the months it gives hidden counts back.
    ...(sums ? [reportUnprotected('identities', 'cumulative', 'measures.*.cumulative')] : []),
    ...auditTotals(contract, spec),
    ...(ladder ? [] : [{ rule: 'contract-ladder-missing', key: 'ladder', found: '', expected: '' } as const]),
    ...(ladder ?? []).flatMap((step, at) => auditStep(contract, spec, { step, at })),
    ...(contract.class === 'S' && contract.exact
      ? [{ rule: 'contract-ladder-unfit', key: 'exact', found: "class: 'S'", expected: 'P' } as const]
      : []),
  ]
}

function reportUnprotected(key: string, found: string, expected: string): Finding {
  return { rule: 'contract-table-unprotected', key, found, expected }
}

/** Places and lists have a closed vocabulary; in a text anything could be printed. */
function isClosed({ columns }: Contract, column: string): boolean {
  const kind = columns[column]?.grouping ? 'list' : columns[column]?.type.kind
  return kind === undefined || kind === 'place' || kind === 'list' || kind === 'yes-no'
}

/** Only whole numbers of people can be hidden and rounded: no amounts, and no median of a few. */
function auditMeasure({ columns }: Contract, id: string, measure: Measure): Finding[] {
  const kind = Object.keys(measure).find((key) => PROTECTED.includes(key))
  if (kind === undefined) {
    const found = 'take' in measure ? 'take' : 'quantile'
    return [reportUnprotected(`measures.${id}`, found, PROTECTED.join(' | '))]
  }
  const summed = 'sum' in measure ? columns[measure.sum]?.type.kind : undefined
  return summed === undefined || summed === 'integer'
    ? []
    : [reportUnprotected(`measures.${id}.sum`, summed, 'integer')]
}

/** 累计 adds up a count of what happens in a period, over a year, and says both ends of what it can be. */
function auditTotals({ frequency }: Contract, spec: TableSpec): Finding[] {
  const { measures, identities = [] } = spec
  const ends = new Set(listRunningTotals(spec).map(({ of }) => of))
  const stocks = identities.flatMap((identity) =>
    identity.kind === 'carry' ? [identity.opening, identity.closing] : [],
  )
  return Object.entries(measures).flatMap(([id, measure]) => {
    if (!('cumulative' in measure)) return []
    const { of } = measure.cumulative
    const key = `measures.${id}.cumulative`
    const added = measures[of]
    const isCount = added !== undefined && ('count' in added || 'sum' in added) && !stocks.includes(of)
    return [
      ...(isCount ? [] : [reportUnprotected(`${key}.of`, of, 'count | sum')]),
      ...(ends.has(of) ? [] : [reportUnprotected(`${key}.bound`, of, 'low, high')]),
      ...(frequency === 'year' || frequency === 'occasional' ? [reportUnprotected(key, frequency, 'month')] : []),
    ]
  })
}

function auditStep(contract: Contract, spec: TableSpec, { step, at }: { step: LadderStep; at: number }): Finding[] {
  const reportUnfit = (key: string, found: string, expected: string): Finding => ({
    rule: 'contract-ladder-unfit',
    key: `ladder.${at}${key}`,
    found,
    expected,
  })
  const kind = step.period ?? contract.frequency
  const fits = listPeriodKinds(contract)
  const isFit = kind === contract.frequency ? contract.class !== 'S' || fits.includes(kind) : fits.includes(kind)
  const kept = new Map(step.dimensions?.map(({ column, levels }) => [column, levels]))
  const levels = spec.dimensions.flatMap(({ column, levels: all = [] }) => kept.get(column) ?? all)
  const fine = contract.class === 'S' ? levels.filter((level) => BELOW_SUBDISTRICT.has(level)) : []
  const carries = spec.identities?.some(({ kind }) => kind === 'carry' || kind === 'cumulative') ?? false
  return [
    ...(isFit ? [] : [reportUnfit('.period', kind, fits.join(' | '))]),
    ...fine.map((level) => reportUnfit('.dimensions', level, 'subdistrict | district | city')),
    // What is there at the end of a month cannot be added up to a quarter.
    ...(carries && kind !== contract.frequency ? [reportUnfit('.period', kind, contract.frequency)] : []),
  ]
}

/** Kinds of periods that the files of a dataset can be put together into; weeks fit into none. */
function listPeriodKinds({ class: kind, frequency }: Contract): string[] {
  const least: PeriodKind = kind === 'S' ? 'quarter' : 'half-month'
  const kinds: readonly string[] = PERIOD_KINDS.slice(PERIOD_KINDS.indexOf(least))
  if (frequency === 'week') return kind === 'S' ? [] : ['week']
  if (frequency === 'occasional') return ['occasional']
  return kinds.slice(Math.max(0, kinds.indexOf(frequency)))
}
