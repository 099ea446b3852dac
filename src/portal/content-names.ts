import type { z } from 'zod'

import type { Places } from '../codes/places.ts'
import type { Contract, TableSpec } from '../contracts/contract.ts'
import { listFigureReferences, type Reference } from '../contracts/figure-declaration.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import type { LocalText } from '../text/local-text.ts'
import { findNearest } from '../text/nearest.ts'
import { namesNear } from './schema-issues.ts'
import type { DeclaredFigure, EventNote, Settings, topicHeadSchema } from './settings.ts'
import { nameOf, type YamlReading } from './yaml.ts'

/** What the words of a portal may name. */
export interface KnownNames {
  contracts: ReadonlyMap<string, Contract>
  places: Places
}

/** A file of words as it was read, with the name by which its problems go. */
export interface ContentSource<T> extends YamlReading<T> {
  file: string
}

interface Sources {
  settings: ContentSource<Settings>
  events: ContentSource<EventNote[]> | null
  heads: readonly ContentSource<z.infer<typeof topicHeadSchema>>[]
}

/** Every place, dataset, table, column and value that the words name and that the portal does not have. */
export function checkNames({ settings, events, heads }: Sources, known: KnownNames): Problem[] {
  return [
    ...(settings.value ? settingsNames(settings.value, settings, known) : []),
    ...(events?.value ?? []).flatMap((event, index) => eventNames(event, index, { source: events, known })),
    ...heads.flatMap((head) =>
      (head.value?.figures ?? []).flatMap((figure, index) => figureNames(figure, { source: head, known, index })),
    ),
  ]
}

type Source = Pick<ContentSource<unknown>, 'file' | 'lineOf'>

function settingsNames(settings: Settings, source: Source, { contracts, places }: KnownNames): Problem[] {
  const { city } = settings
  const problems = city === undefined || places.get(city) ? [] : [unknownPlace(source, ['city'], city, places)]
  const datasets = Object.keys(settings.datasets ?? {}).filter((id) => !contracts.has(id))
  return [...problems, ...datasets.map((id) => unknownDataset(source, ['datasets', id], id, contracts))]
}

function eventNames(
  event: EventNote,
  index: number,
  { source, known }: { source: Source | null; known: KnownNames },
): Problem[] {
  if (source === null) return []
  const datasets = event.datasets.flatMap((id, at) =>
    known.contracts.has(id) ? [] : [unknownDataset(source, [index, 'datasets', at], id, known.contracts)],
  )
  const places = (event.places ?? []).flatMap((code, at) =>
    known.places.get(code) ? [] : [unknownPlace(source, [index, 'places', at], code, known.places)],
  )
  return [...datasets, ...places]
}

function figureNames(
  figure: DeclaredFigure,
  { source, known, index }: { source: Source; known: KnownNames; index: number },
): Problem[] {
  const at = (...path: PropertyKey[]) => ['figures', index, ...path]
  const contract = known.contracts.get(figure.dataset)
  if (!contract) return [unknownDataset(source, at('dataset'), figure.dataset, known.contracts)]
  const table = contract.tables[figure.table]
  if (!table) {
    const kind = { zh: '表', en: 'table' }
    return [unknownName(source, at('table'), { found: figure.table, known: Object.keys(contract.tables), kind })]
  }
  return listFigureReferences(figure).flatMap((reference) =>
    checkReference(reference, at(...reference.path), { source, known, contract, table }),
  )
}

interface ReferenceScope {
  source: Source
  known: KnownNames
  contract: Contract
  table: TableSpec
}

function checkReference(reference: Reference, path: readonly PropertyKey[], scope: ReferenceScope): Problem[] {
  const { kind, name, column } = reference
  if (kind === 'code') return column === undefined ? [] : valueNames(name, path, { ...scope, column })
  const dimensions = scope.table.dimensions.map((dimension) => dimension.column)
  const names = {
    table: Object.keys(scope.contract.tables),
    measure: Object.keys(scope.table.measures),
    dimension: reference.allowsPeriod ? ['period', ...dimensions] : dimensions,
  }[kind]
  const words = { table: { zh: '表', en: 'table' }, measure: { zh: '指标', en: 'measure' }, dimension: DIMENSION }[kind]
  return names.includes(name) ? [] : [unknownName(scope.source, path, { found: name, known: names, kind: words })]
}

const DIMENSION: LocalText = { zh: '维度', en: 'dimension' }

/** A value of a dimension that can only be one of a list or of the places; others may be whatever was published. */
function valueNames(
  value: string,
  path: readonly PropertyKey[],
  of: { source: Source; known: KnownNames; contract: Contract; table: TableSpec; column: string },
): Problem[] {
  if (!of.table.dimensions.some(({ column }) => column === of.column)) return []
  const type = of.contract.columns[of.column]?.type
  if (type?.kind === 'place') {
    return of.known.places.get(value) ? [] : [unknownPlace(of.source, path, value, of.known.places)]
  }
  if (type?.kind !== 'list') return []
  const codes = type.items.map(({ code }) => code)
  const blank = of.contract.columns[of.column]?.blank
  if (codes.includes(value) || value === blank) return []
  return [unknownName(of.source, path, { found: value, known: codes, kind: { zh: '代码', en: 'code' } })]
}

function unknownDataset(
  source: Source,
  path: readonly PropertyKey[],
  found: string,
  contracts: ReadonlyMap<string, Contract>,
): Problem {
  return unknownName(source, path, { found, known: [...contracts.keys()], kind: { zh: '数据集', en: 'dataset' } })
}

/** Codes are offered with their names: who wrote a name where the code belongs finds it as well. */
function unknownPlace(source: Source, path: readonly PropertyKey[], found: string, places: Places): Problem {
  const codes = new Map(
    places.all.flatMap(({ code, names, aliases }) =>
      [code, names.zh, names.en, ...aliases].map((name) => [name, `${code} ${names.zh}`] as const),
    ),
  )
  const near = [...new Set(findNearest(found, codes.keys()).map((name) => codes.get(name) ?? name))]
  return unknownName(source, path, {
    found,
    known: near.length > 0 ? near : [...new Set(codes.values())].slice(0, PLACES_OFFERED_MAX),
    kind: { zh: '地区（places.csv）', en: 'place in places.csv' },
    near: true,
  })
}

const PLACES_OFFERED_MAX = 5

/** `near` says that the known names are the near ones already. */
export function unknownName(
  { file, lineOf }: Source,
  path: readonly PropertyKey[],
  { found, known, kind, near = false }: { found: string; known: readonly string[]; kind: LocalText; near?: boolean },
): Problem {
  const expected = near ? known.join(' | ') : namesNear(found, known)
  const at = { file, row: lineOf(path), columnName: nameOf(path) }
  return createProblem('content-name-unknown', at, { found, expected, params: { kind } })
}
