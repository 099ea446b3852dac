import {
  BARE_NUMBER,
  type Claim,
  type DeclaredValue,
  type Fixed,
  listOperands,
  listPlaceholders,
} from './declared-values.ts'

/** Name of a dataset's table, measure, dimension or code that plain data refers to, and where. */
export interface Reference {
  kind: 'dataset' | 'table' | 'register' | 'measure' | 'dimension' | 'code' | 'bound' | 'value'
  name: string
  path: PropertyKey[]
  table: string
  /** Column that a code or a bound belongs to, `period` for a bound of the periods. */
  column?: string
  /** A second column that the code may belong to. */
  otherColumn?: string
  /** Dataset of the table, where it is another than that of the whole declaration. */
  dataset?: string
  /** True where `period` is a dimension too. */
  allowsPeriod?: boolean
  /** Values that the same declaration has: of those a name of kind `value` must be one. */
  known?: readonly string[]
}

/** Columns that are fixed and their values; several values are distinguished only in a register. */
export function listFixedReferences(
  where: Fixed,
  { table, path }: { table: string; path: PropertyKey[] },
): Reference[] {
  return Object.entries(where).flatMap(([column, value]): Reference[] => [
    { kind: 'dimension', name: column, path: [...path, column], table },
    ...[value].flat().map((name): Reference => ({ kind: 'code', name, path: [...path, column], table, column })),
    ...(Array.isArray(value) ? [{ kind: 'register' as const, name: table, path: [...path, column], table }] : []),
  ])
}

interface Words {
  zh: string
  en: string
}

/** What holds values and names them: a figure, or a section of a topic. */
interface WithValues {
  values: Readonly<Record<string, DeclaredValue>>
  texts: readonly { words: Words; path: PropertyKey[] }[]
  claims?: readonly Claim[]
  /** Table and measure of a value that names none. */
  table?: string
}

/** Every name of a value, and every table, measure, column and code that the values refer to. */
export function listValueReferences({ values, texts, claims = [], table = '' }: WithValues): Reference[] {
  const known = Object.keys(values)
  const referTo = (name: string, path: PropertyKey[]): Reference => ({ kind: 'value', name, path, table, known })
  const referToOperand = (name: string | number | undefined, path: PropertyKey[]) =>
    typeof name === 'string' ? [referTo(name, path)] : []
  return [
    ...Object.entries(values).flatMap(([id, value]) => {
      const path = ['values', id]
      return [
        ...listOperands(value).map((item) => referTo(item.name, [...path, ...item.path])),
        ...listCellReferences(value, path, table),
      ]
    }),
    ...texts.flatMap(({ words, path }) =>
      listPlaceholders(words).flatMap(({ name, part }) => [
        referTo(name, path),
        ...listPartReferences(values[name], { part, path, table }),
      ]),
    ),
    ...claims.flatMap(({ value, below, above }, at) => [
      referTo(value, ['when', at, 'value']),
      ...referToOperand(below, ['when', at, 'below']),
      ...referToOperand(above, ['when', at, 'above']),
    ]),
  ]
}

function listCellReferences(value: DeclaredValue, path: PropertyKey[], own: string): Reference[] {
  if (!('where' in value)) return []
  const { table, ...elsewhere } = tableOf(value, own)
  const references: Reference[] = listFixedReferences(value.where, { table, path: [...path, 'where'] })
  const add = (kind: Reference['kind'], key: string, name: string | undefined) => {
    if (name !== undefined) references.push({ kind, name, path: [...path, key], table, column: 'period' })
  }
  add('measure', 'measure', value.measure)
  add('bound', 'period', value.period)
  if ('dataset' in value) {
    add('dataset', 'dataset', value.dataset)
    add('table', 'table', value.table)
  }
  return references.map((reference) => ({ ...reference, ...elsewhere }))
}

/** Table of a value, and its dataset where it names a dataset. */
function tableOf(value: DeclaredValue, own: string): { table: string; dataset?: string } {
  return 'dataset' in value ? { table: value.table, dataset: value.dataset } : { table: own }
}

/** `{share.year}`: a column of the row that the value is of. What is computed has no row. */
function listPartReferences(
  value: DeclaredValue | undefined,
  { part, path, table }: { part: string | undefined; path: PropertyKey[]; table: string },
): Reference[] {
  if (value === undefined || part === undefined || part === BARE_NUMBER) return []
  if (!('where' in value)) return [{ kind: 'value', name: part, path, table, known: [BARE_NUMBER] }]
  return [{ kind: 'dimension', name: part, path, ...tableOf(value, table) }]
}

/** What the words of a figure name: its values in title, note and marks, and its computed points. */
export function listFigureWordReferences(figure: {
  table: string
  values?: Readonly<Record<string, DeclaredValue>> | undefined
  when?: readonly Claim[] | undefined
  title?: Words | undefined
  note?: Words | undefined
  marks?: readonly { label: Words }[] | undefined
  points?: readonly { value: string }[] | undefined
}): Reference[] {
  const { table, values = {}, title, note, marks = [], points = [], when = [] } = figure
  const texts = [
    ...(title ? [{ words: title, path: ['title'] }] : []),
    ...(note ? [{ words: note, path: ['note'] }] : []),
    ...marks.map(({ label }, at) => ({ words: label, path: ['marks', at, 'label'] })),
  ]
  const known = Object.keys(values)
  return [
    ...listValueReferences({ values, texts, claims: when, table }),
    ...points.map(
      ({ value }, at): Reference => ({ kind: 'value', name: value, path: ['points', at, 'value'], table, known }),
    ),
  ]
}
