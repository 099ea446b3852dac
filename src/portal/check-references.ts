import { PERIOD_SHAPES, parsePeriod } from '../calendar/period.ts'
import type { Places } from '../codes/places.ts'
import type { ColumnType, Contract } from '../contracts/contract.ts'
import { COLUMN_USES, type ColumnUse, type ContractReference, listReferences } from '../contracts/references.ts'
import { DATASETS } from '../datasets/index.ts'
import { createProblemAtLevel, type Problem } from '../problems/problem.ts'
import type { LocalText } from '../text/local-text.ts'
import type { Fitted } from './fit-schema.ts'
import { PLACE_KIND, suggestPlaces } from './near-places.ts'
import { suggestNames } from './schema-issues.ts'

/** What the files of a portal may name. */
export interface KnownNames {
  contracts: ReadonlyMap<string, Contract>
  /** Contracts at fault, as far as they can be understood. Null where not even their ids are known; left out: none. */
  doubtful?: ReadonlyMap<string, Fitted<Contract>> | null | undefined
  /** Null where places.csv is at fault itself: every place and every level would then be called unknown. */
  places: Places | null
}

/**
 * Every name of a contract that nothing has, with its path and the nearest right names. A rule, an identity or a key with
 * a misspelt column would otherwise check nothing, without a word.
 */
export function checkReferences(
  contract: Contract,
  file: string,
  { fitted, ...around }: KnownNames & { fitted?: Fitted<Contract> },
): Problem[] {
  return listReferences(contract).flatMap((reference) => {
    const isDoubtful = fitted && (fitted.isDoubtful(reference.path) || isTargetInDoubt(fitted, reference))
    const unknown = isDoubtful ? null : findUnknown(contract, reference, around)
    if (unknown === null) return []
    const path = fitted?.toWritten(reference.path) ?? reference.path
    const at = { dataset: contract.id, file, columnName: path.map(String).join('.') }
    const { expected, kind } = unknown
    return [
      createProblemAtLevel('contract-name-unknown', 'error', at, { found: reference.name, expected, params: { kind } }),
    ]
  })
}

/** True where that is in doubt which a name would be looked up in. */
function isTargetInDoubt({ isDoubtful, isWhole }: Fitted<Contract>, reference: ContractReference): boolean {
  const { kind, name, table = '', column = '', holds } = reference
  switch (kind) {
    case 'column':
      return holds ? !isWhole(['columns', name]) : isDoubtful(['columns'])
    case 'code':
    case 'bound':
    case 'item':
      return !isWhole(['columns', column])
    case 'measure':
      return table === '' ? !isWhole(['tables']) : isDoubtful(['tables', table, 'measures'])
    case 'rate':
      return !isWhole(['tables', table, 'measures', name])
    case 'dimension':
      return !(isWhole(['tables', table, 'dimensions']) && isWhole(['tables', table, 'attributes']))
    case 'table':
      return isDoubtful(['tables'])
    case 'register':
      return isDoubtful(['tables', name, 'kind'])
    default:
      return false
  }
}

/**
 * What a name should have been, and what it is the name of; null where it is right, or where the fault lies in another.
 * `contract` is null where each reference names its own dataset.
 */
export function findUnknown(
  contract: Contract | null,
  reference: ContractReference,
  around: KnownNames,
): { expected: string; kind: LocalText } | null {
  const { kind, name, column = '', dataset } = reference
  const of = dataset === undefined ? contract : findContract(dataset, around)
  const doubtful = of && around.doubtful?.get(of.id)
  if (doubtful && isTargetInDoubt(doubtful, reference)) return null
  const known = listKnown(of, reference, around)
  if (known === null || known.includes(name)) return null
  if (kind === 'code' && of?.columns[column]?.type.kind === 'place' && around.places)
    return { expected: suggestPlaces(name, around.places), kind: PLACE_KIND }
  return { expected: suggestNames(name, known), kind: reference.holds ? USES[reference.holds] : KINDS[kind] }
}

/** A column that is there and holds something else than its use needs is not called missing. */
const USES: Record<ColumnUse, LocalText> = {
  required: { zh: '地区或代码表列', en: 'column of places or of a list' },
  items: { zh: '代码表列', en: 'column of a list' },
  numbers: { zh: '数字列', en: 'column of numbers' },
  days: { zh: '日期列', en: 'column of dates' },
  times: { zh: '日期、月份或年份列', en: 'column of dates, months or years' },
}

const KINDS: Record<ContractReference['kind'], LocalText> = {
  column: { zh: '列', en: 'column' },
  measure: { zh: '指标', en: 'measure' },
  rate: { zh: '比率指标', en: 'measure that is a rate' },
  table: { zh: '表', en: 'table' },
  register: {
    zh: '登记簿（只有登记簿的图可以写多个值）',
    en: 'register (only of a register may several values be listed)',
  },
  value: { zh: '数值（values）', en: 'value (in values)' },
  dimension: { zh: '维度', en: 'dimension' },
  code: { zh: '代码', en: 'code' },
  item: { zh: '代码表中的代码', en: 'code of the list' },
  bound: { zh: '日期、期次或数字', en: 'date, period or number' },
  dataset: { zh: '数据集', en: 'dataset' },
  level: { zh: '地区级别（places.csv）', en: 'level of places.csv' },
}

/** The names that may be there; null where any may, or where the fault lies in another name and is reported there. */
function listKnown(
  contract: Contract | null,
  { kind, name, table = '', column = '', otherColumn, holds, allowsPeriod, known }: ContractReference,
  { contracts, places, doubtful }: KnownNames,
): string[] | null {
  if (kind === 'dataset') return listDatasets({ contracts, doubtful })
  if (kind === 'value') return [...(known ?? [])]
  if (kind === 'bound' && column === 'period') return parsePeriod(name) ? [name] : [PERIOD_SHAPES.occasional]
  if (contract === null) return null
  const spec = contract.tables[table]
  switch (kind) {
    case 'column':
      return listColumns(contract, holds)
    case 'table':
      return Object.keys(contract.tables)
    case 'register':
      return Object.keys(contract.tables).filter((id) => contract.tables[id]?.kind === 'register')
    case 'measure':
      if (table === '') return Object.values(contract.tables).flatMap(({ measures }) => Object.keys(measures))
      return spec ? Object.keys(spec.measures) : null
    case 'rate':
      return spec ? Object.keys(spec.measures).filter((id) => 'rate' in (spec.measures[id] ?? {})) : null
    case 'dimension':
      return spec
        ? [
            ...(allowsPeriod ? ['period'] : []),
            ...spec.dimensions.map((dimension) => dimension.column),
            ...(spec.attributes ?? []),
          ]
        : null
    case 'code': {
      const codes = listCodes(contract, column, places)
      const others = otherColumn === undefined ? [] : listCodes(contract, otherColumn, places)
      return codes && others && [...codes, ...others]
    }
    case 'item': {
      const type = contract.columns[column]?.type
      return type?.kind === 'list' ? type.items.map(({ code }) => code) : null
    }
    case 'bound':
      return listBounds(contract.columns[column]?.type.kind, name)
    case 'level':
      return places && [...new Set([...places.all.map((place) => place.level), ...LEVELS_BUILT_IN])]
  }
}

/** Every dataset that there is; null where there may be others. */
export function listDatasets({ contracts, doubtful = new Map() }: Pick<KnownNames, 'contracts' | 'doubtful'>) {
  return doubtful && [...contracts.keys(), ...doubtful.keys()]
}

/** A contract of that id, one at fault too; null where there is none. */
export function findContract(id: string, { contracts, doubtful }: KnownNames): Contract | null {
  return contracts.get(id) ?? doubtful?.get(id)?.value ?? null
}

function listColumns({ columns }: Contract, holds: ColumnUse | undefined): string[] {
  const types: readonly ColumnType['kind'][] | null = holds ? COLUMN_USES[holds] : null
  return Object.entries(columns).flatMap(([id, { type }]) => (types === null || types.includes(type.kind) ? [id] : []))
}

/** Levels that the built-in contracts name: a portal need not have places of each. */
const LEVELS_BUILT_IN: ReadonlySet<string> = new Set(
  DATASETS.flatMap((dataset) => listReferences(dataset).flatMap(({ kind, name }) => (kind === 'level' ? [name] : []))),
)

/** Codes of a column of a list or of places, with what its blanks stand for; null where its values are free. */
function listCodes(contract: Contract, id: string, places: Places | null): string[] | null {
  const column = contract.columns[id]
  if (column?.type.kind === 'yes-no') return ['yes', 'no']
  const blank = column?.blank === undefined ? [] : [column.blank]
  if (column?.type.kind === 'place') return places && [...places.all.map(({ code }) => code), ...blank]
  if (column?.type.kind !== 'list') return null
  return [...[...column.type.items, ...(column.merge ?? [])].map(({ code }) => code), ...blank]
}

/** A bound that is no date or number holds for every row or for none, so the forms replace a wrong bound. */
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
