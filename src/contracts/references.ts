import { listCoarseningReferences } from './coarsening-references.ts'
import type { ColumnType, Condition, Contract, Identity, Measure, RowRule, TableSpec, Where } from './contract.ts'
import { listPresentationReferences } from './presentation.ts'
import type { Profile } from './profile.ts'
import type { Reference } from './value-references.ts'

/**
 * A name that a contract refers to, and where: a check that names what is not there would check nothing. The path counts from the
 * top of the contract: `['tables', 'flow', 'identities', 0, 'minus', 1]`.
 */
export interface ContractReference extends Omit<Reference, 'kind' | 'table'> {
  kind: Reference['kind'] | 'column' | 'rate' | 'level' | 'item'
  /** Table of a measure or a dimension; left out where a measure may be in any. */
  table?: string
  /** What the column must hold for its use to check or to count anything; left out where any column may be named. */
  holds?: ColumnUse
}

/**
 * Types of the columns that a use can work with. Of a number or a text nobody knows which values are required, so only places
 * and lists can be complete.
 */
export const COLUMN_USES = {
  required: ['place', 'list'],
  items: ['list'],
  numbers: ['integer', 'number', 'percent'],
  days: ['date', 'datetime'],
  times: ['date', 'datetime', 'month', 'year'],
} as const satisfies Record<string, readonly ColumnType['kind'][]>
export type ColumnUse = keyof typeof COLUMN_USES

type Path = PropertyKey[]

/** Every column, measure, table, dimension, code, level of places and dataset that the contract names. */
export function listReferences(contract: Contract): ContractReference[] {
  return [
    ...citeColumns(['key'], contract.key),
    ...citeColumns(['complete'], contract.complete ?? [], 'required'),
    ...(contract.rules ?? []).flatMap((rule, at) => listRuleReferences(rule, ['rules', at])),
    ...(contract.statuses ?? []).flatMap(({ where }, at) => citeConditions(['statuses', at, 'where'], where)),
    ...Object.entries(contract.columns).flatMap(([id, { type }]) =>
      citeLevels(['columns', id, 'type', 'levels'], type.kind === 'place' ? type.levels : undefined),
    ),
    ...listCoarseningReferences(contract),
    ...Object.entries(contract.tables).flatMap(([id, table]) => listTableReferences(id, table)),
    ...listProfileReferences(contract.profile),
    ...listPresentationReferences(contract),
  ]
}

function citeColumn(path: Path, name: string | undefined, holds?: ColumnUse): ContractReference[] {
  return name === undefined ? [] : [{ kind: 'column', name, path, ...(holds ? { holds } : {}) }]
}

function citeColumns(path: Path, names: readonly string[], holds?: ColumnUse): ContractReference[] {
  return names.flatMap((name, at) => citeColumn([...path, at], name, holds))
}

function citeLevels(path: Path, names: readonly string[] | undefined): ContractReference[] {
  return (names ?? []).map((name, at) => ({ kind: 'level', name, path: [...path, at] }))
}

function citeConditions(path: Path, where: Where | undefined): ContractReference[] {
  return (where ?? []).flatMap((all, at) => conditionsOf([...path, at], all))
}

function conditionsOf(path: Path, all: readonly Condition[]): ContractReference[] {
  return all.flatMap((condition, at) => {
    const own = [...path, at]
    const citeCodes = (key: 'is' | 'not', value: string | string[]): ContractReference[] =>
      [value].flat().map((name) => ({ kind: 'code', name, path: [...own, key], column: condition.column }))
    return [
      ...citeColumn([...own, 'column'], condition.column),
      ...('notAfter' in condition ? citeColumn([...own, 'notAfter'], condition.notAfter) : []),
      ...('is' in condition ? citeCodes('is', condition.is) : []),
      ...('not' in condition ? citeCodes('not', condition.not) : []),
      ...('from' in condition ? citeBound([...own, 'from'], condition.column, condition.from) : []),
      ...('to' in condition ? citeBound([...own, 'to'], condition.column, condition.to) : []),
    ]
  })
}

function citeBound(path: Path, column: string, name: string | undefined): ContractReference[] {
  return name === undefined ? [] : [{ kind: 'bound', name, path, column }]
}

function listRuleReferences(rule: RowRule, path: Path): ContractReference[] {
  const named = Object.entries(rule).filter(([key]) => COLUMN_KEYS.has(key))
  const holds = RULE_TYPES[rule.kind]
  return [
    ...named.flatMap(([key, value]: [string, unknown]) => {
      if (typeof value === 'string') return citeColumn([...path, key], value, holds)
      return Array.isArray(value) ? citeColumns([...path, key], value.map(String), holds) : []
    }),
    ...('when' in rule ? conditionsOf([...path, 'when'], rule.when) : []),
  ]
}

/** Keys of rules whose values are columns; a new kind of rule that names a column by another key is found by its test. */
const COLUMN_KEYS: ReadonlySet<string> = new Set(
  'a b total parts plus minus equals rate numerator denominator column columns open from to'.split(' '),
)

/** Rules that can only be checked of columns of certain types. */
const RULE_TYPES: Partial<Record<RowRule['kind'], ColumnUse>> = {
  sum: 'numbers',
  balance: 'numbers',
  rate: 'numbers',
  'not-after-period': 'times',
  'belongs-to-period': 'times',
  validity: 'days',
}

function listTableReferences(table: string, spec: TableSpec): ContractReference[] {
  const path: Path = ['tables', table]
  return [
    ...spec.dimensions.flatMap((dimension, at) => [
      ...citeColumn([...path, 'dimensions', at, 'column'], dimension.column),
      ...citeLevels([...path, 'dimensions', at, 'levels'], dimension.levels),
    ]),
    ...citeConditions([...path, 'where'], spec.where),
    ...citeColumns([...path, 'attributes'], spec.attributes ?? []),
    ...listEndReferences(spec, [...path, 'currentOnly'], table),
    ...Object.entries(spec.measures).flatMap(([id, measure]) =>
      listMeasureReferences(measure, [...path, 'measures', id], table),
    ),
    ...(spec.identities ?? []).flatMap((identity, at) =>
      listIdentityReferences(identity, [...path, 'identities', at], table),
    ),
  ]
}

/** Entries can lapse where each has its row, and where its end is published with it. */
function listEndReferences({ currentOnly }: TableSpec, at: Path, table: string): ContractReference[] {
  if (!currentOnly) return []
  const { until: name } = currentOnly
  const path = [...at, 'until']
  const register = { kind: 'register', name: table, path: at, table } as const
  return [register, ...citeColumn(path, name, 'days'), { kind: 'dimension', name, path, table }]
}

/** Makes references to measures of a table, by their place below a path. */
function measuresAt(path: Path, table: string) {
  return (key: Path, name: string): ContractReference => ({ kind: 'measure', name, path: [...path, ...key], table })
}

function listMeasureReferences(measure: Measure, path: Path, table: string): ContractReference[] {
  const own = measuresAt(path, table)
  if ('plus' in measure) {
    return [
      ...measure.plus.map((name, at) => own(['plus', at], name)),
      ...(measure.minus ?? []).map((name, at) => own(['minus', at], name)),
    ]
  }
  if ('rate' in measure)
    return (['numerator', 'denominator'] as const).map((part) => own(['rate', part], measure.rate[part]))
  if ('share' in measure) {
    const { of, across } = measure.share
    return [own(['share', 'of'], of), { kind: 'dimension', name: across, path: [...path, 'share', 'across'], table }]
  }
  if ('wilson' in measure) return [{ ...own(['wilson', 'rate'], measure.wilson.rate), kind: 'rate' }]
  if ('cumulative' in measure) return [own(['cumulative', 'of'], measure.cumulative.of)]
  return [
    ...('sum' in measure ? citeColumn([...path, 'sum'], measure.sum, 'numbers') : []),
    ...('take' in measure ? listTakenReferences(measure, path, table) : []),
    ...('between' in measure
      ? [
          ...citeColumn([...path, 'between', 'from'], measure.between.from, 'days'),
          ...citeColumn([...path, 'between', 'to'], measure.between.to, 'days'),
        ]
      : []),
    ...('where' in measure ? citeConditions([...path, 'where'], measure.where) : []),
  ]
}

function listTakenReferences(
  { take, units, bounds }: Extract<Measure, { take: string }>,
  path: Path,
  table: string,
): ContractReference[] {
  const citeAttribute = (key: string, name: string): ContractReference => {
    return { kind: 'dimension', name, path: [...path, key, 'column'], table }
  }
  return [
    ...citeColumn([...path, 'take'], take, 'numbers'),
    ...(units ? [citeAttribute('units', units.column)] : []),
    ...(bounds
      ? [
          citeAttribute('bounds', bounds.column),
          ...(['low', 'high', 'about'] as const).flatMap((key): ContractReference[] => {
            const name = bounds[key]
            return name === undefined
              ? []
              : [{ kind: 'code', name, path: [...path, 'bounds', key], column: bounds.column }]
          }),
        ]
      : []),
  ]
}

function listIdentityReferences(identity: Identity, path: Path, table: string): ContractReference[] {
  const own = measuresAt(path, table)
  const list = (key: string, names: readonly string[]) => names.map((name, at) => own([key, at], name))
  switch (identity.kind) {
    case 'balance':
      return [...list('plus', identity.plus), ...list('minus', identity.minus), own(['equals'], identity.equals)]
    case 'carry':
      return [own(['opening'], identity.opening), own(['closing'], identity.closing)]
    case 'at-most':
      return [own(['a'], identity.a), own(['b'], identity.b)]
    case 'adds-up':
      return list('measures', identity.measures)
    case 'cumulative':
      return [own(['measure'], identity.measure), ...(identity.of === undefined ? [] : [own(['of'], identity.of)])]
    case 'same-as': {
      const { dataset } = identity
      const there = dataset === undefined ? {} : { dataset }
      return [
        own(['measure'], identity.measure),
        ...(dataset === undefined ? [] : [{ kind: 'dataset' as const, name: dataset, path: [...path, 'dataset'] }]),
        { kind: 'table', name: identity.table, path: [...path, 'table'], ...there },
        { kind: 'measure', name: identity.equals, path: [...path, 'equals'], table: identity.table, ...there },
      ]
    }
  }
}

function listProfileReferences(profile: Profile | undefined): ContractReference[] {
  if (!profile) return []
  const listKeys = (key: 'columns' | 'units' | 'constants') =>
    Object.keys(profile[key] ?? {}).flatMap((name) => citeColumn(['profile', key, name], name))
  const { wide } = profile
  return [
    ...listKeys('columns'),
    ...listKeys('units'),
    ...listKeys('constants'),
    ...citeColumn(['profile', 'wide', 'into'], wide?.into),
    ...citeColumn(['profile', 'wide', 'value'], wide?.value),
    ...(wide
      ? Object.entries(wide.headers).map(
          ([header, name]): ContractReference => ({
            kind: 'code',
            name,
            path: ['profile', 'wide', 'headers', header],
            column: wide.into,
          }),
        )
      : []),
  ]
}
