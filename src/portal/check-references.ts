import type { Places } from '../codes/places.ts'
import type { ColumnType, Contract } from '../contracts/contract.ts'
import { type ContractReference, listReferences } from '../contracts/references.ts'
import { DATASETS } from '../datasets/index.ts'
import { createProblemAtLevel, type Problem } from '../problems/problem.ts'
import type { LocalText } from '../text/local-text.ts'
import { namesNear } from './schema-issues.ts'

/** What a contract may name beside its own parts. */
export interface Surroundings {
  contracts: ReadonlyMap<string, Contract>
  /** Null where places.csv is at fault itself: every level would then be called unknown. */
  places: Places | null
}

/**
 * Every name of a contract that nothing bears, with its path and the nearest right names. A rule, an identity or a key with
 * a misspelt column would otherwise check nothing, without a word.
 */
export function checkReferences(contract: Contract, file: string, around: Surroundings): Problem[] {
  return listReferences(contract).flatMap((reference) => {
    const known = listKnown(contract, reference, around)
    if (known === null || known.includes(reference.name)) return []
    const at = { dataset: contract.id, file, columnName: reference.path.map(String).join('.') }
    const expected = namesNear(reference.name, known)
    const params = { kind: KINDS[reference.kind] }
    return [createProblemAtLevel('contract-name-unknown', 'error', at, { found: reference.name, expected, params })]
  })
}

const KINDS: Record<ContractReference['kind'], LocalText> = {
  column: { zh: '列', en: 'column' },
  measure: { zh: '指标', en: 'measure' },
  table: { zh: '表', en: 'table' },
  dimension: { zh: '维度', en: 'dimension' },
  code: { zh: '代码', en: 'code' },
  bound: { zh: '日期或数字', en: 'date or number' },
  dataset: { zh: '数据集', en: 'dataset' },
  level: { zh: '地区级别（places.csv）', en: 'level of places.csv' },
}

/** The names that may stand there; null where any may, or where the fault lies in another name and is reported there. */
function listKnown(
  contract: Contract,
  { kind, name, table = '', dataset, column, allowsPeriod }: ContractReference,
  { contracts, places }: Surroundings,
): string[] | null {
  const of = dataset === undefined ? contract : contracts.get(dataset)
  switch (kind) {
    case 'column':
      return Object.keys(contract.columns)
    case 'dataset':
      return [...contracts.keys()]
    case 'table':
      return of ? Object.keys(of.tables) : null
    case 'measure':
      return listOf(of?.tables[table]?.measures)
    case 'dimension': {
      const dimensions = of?.tables[table]?.dimensions.map((dimension) => dimension.column)
      return dimensions ? [...(allowsPeriod ? ['period'] : []), ...dimensions] : null
    }
    case 'code':
      return listCodes(contract, column ?? '')
    case 'bound':
      return listBounds(contract.columns[column ?? '']?.type.kind, name)
    case 'level':
      return places && [...new Set([...places.all.map((place) => place.level), ...LEVELS_BUILT_IN])]
  }
}

/** Levels that the built-in contracts name: a portal need not have places of each. */
const LEVELS_BUILT_IN: ReadonlySet<string> = new Set(
  DATASETS.flatMap((dataset) => listReferences(dataset).flatMap(({ kind, name }) => (kind === 'level' ? [name] : []))),
)

function listOf(record: Readonly<Record<string, unknown>> | undefined): string[] | null {
  return record ? Object.keys(record) : null
}

/** Codes of a column of a list, with what its blanks stand for; null where its values are free. */
function listCodes(contract: Contract, id: string): string[] | null {
  const column = contract.columns[id]
  if (column?.type.kind === 'yes-no') return ['yes', 'no']
  if (column?.type.kind !== 'list') return null
  return [...column.type.items.map(({ code }) => code), ...(column.blank === undefined ? [] : [column.blank])]
}

/** A bound that is no date or number holds for every row or for none, so the forms stand in for a wrong one. */
function listBounds(kind: ColumnType['kind'] | undefined, bound: string): string[] | null {
  const form = kind && BOUND_FORMS[kind]
  if (!form) return null
  return form.pattern.test(bound) ? [bound] : form.shapes
}

const TIME = {
  pattern: /^\d{4}(-\d\d(-\d\d( \d\d:\d\d)?)?)?$/,
  shapes: ['YYYY', 'YYYY-MM', 'YYYY-MM-DD', 'YYYY-MM-DD HH:mm'],
}
const NUMBER = { pattern: /^-?\d+(\.\d+)?$/, shapes: ['0', '12.5'] }

const BOUND_FORMS: Partial<Record<ColumnType['kind'], { pattern: RegExp; shapes: string[] }>> = {
  date: TIME,
  datetime: TIME,
  month: TIME,
  year: TIME,
  integer: NUMBER,
  number: NUMBER,
  percent: NUMBER,
}
