import type { Problem } from '../problems/problem.ts'
import type { LocalText } from '../text/local-text.ts'
import { type KnownNames, listDatasets } from './check-references.ts'
import { type ContentSource, reportUnknownName } from './content-names.ts'
import type { DutiesFile, Stated, SystemsFile } from './systems-schema.ts'

type Source<T> = ContentSource<T> | null

const FAMILY: LocalText = { zh: '门类（families）', en: 'family (a key of families)' }
const KIND: LocalText = { zh: '种类（kinds）', en: 'kind (a key of kinds)' }
const SYSTEM: LocalText = { zh: '制度（systems.yaml）', en: 'system of systems.yaml' }
const DATASET: LocalText = { zh: '数据集', en: 'dataset' }
const TABLE: LocalText = { zh: '表', en: 'table' }
const COLUMN: LocalText = { zh: '已公布的列', en: 'published column' }

/** Every family, kind, system and dataset that the systems and the duties name and that is not there. */
export function checkSystemNames(
  { systems, duties }: { systems: Source<SystemsFile>; duties: Source<DutiesFile> },
  known: KnownNames,
): Problem[] {
  const stated = systems?.fitted?.value.stated
  const datasets = listDatasets(known)
  const ids = (systems?.fitted?.value.systems ?? []).flatMap(({ id }) => (id === '' ? [] : [id]))
  return [
    ...(systems && stated ? checkStated(systems, stated, { contracts: known.contracts, datasets }) : []),
    ...checkSystems(systems, { datasets, ids }),
    ...checkRecord(duties, { contracts: known.contracts, datasets }),
    ...checkDuties(duties, { datasets, ids }),
  ]
}

interface Names {
  /** Null where there may be others. */
  datasets: readonly string[] | null
  ids: readonly string[]
}

function checkSystems(source: Source<SystemsFile>, { datasets, ids }: Names): Problem[] {
  if (!source?.fitted) return []
  const { value } = source.fitted
  const families = Object.keys(value.families)
  return value.systems.flatMap((system, index) => {
    const composePath = (...path: PropertyKey[]) => ['systems', index, ...path]
    return [
      ...requireKnown(source, composePath('family'), [system.family], { known: families, kind: FAMILY }),
      ...requireKnown(source, composePath('related'), system.related, { known: ids, kind: SYSTEM }),
      ...requireKnown(source, composePath('datasets'), system.datasets, { known: datasets, kind: DATASET }),
    ]
  })
}

function checkStated(
  source: ContentSource<SystemsFile>,
  { dataset, table, column, shows }: Stated,
  { contracts, datasets }: Pick<KnownNames, 'contracts'> & Pick<Names, 'datasets'>,
): Problem[] {
  const contract = contracts.get(dataset)
  const unknown = requireKnown(source, ['stated', 'dataset'], [dataset], { known: datasets, kind: DATASET })
  if (!contract) return unknown
  const spec = contract.tables[table]
  const tables = Object.keys(contract.tables)
  if (!spec) return requireKnown(source, ['stated', 'table'], [table], { known: tables, kind: TABLE })
  // What is not published has no text to print.
  const known = [...spec.dimensions.map((dimension) => dimension.column), ...(spec.attributes ?? [])]
  const columns = { known, kind: COLUMN }
  return [
    ...requireKnown(source, ['stated', 'column'], [column], columns),
    ...shows.flatMap(({ from, inBrackets }, index) => [
      ...requireKnown(
        source,
        ['stated', 'shows', index, 'from'],
        Array.isArray(from) ? from : [from.zh, from.en],
        columns,
      ),
      ...requireKnown(
        source,
        ['stated', 'shows', index, 'inBrackets'],
        inBrackets === undefined ? [] : [inBrackets],
        columns,
      ),
    ]),
  ]
}

function checkRecord(
  source: Source<DutiesFile>,
  { contracts, datasets }: Pick<KnownNames, 'contracts'> & Pick<Names, 'datasets'>,
): Problem[] {
  const record = source?.fitted?.value.record
  if (!source || !record) return []
  const { dataset, table, ...columns } = record
  const contract = contracts.get(dataset)
  if (!contract) return requireKnown(source, ['record', 'dataset'], [dataset], { known: datasets, kind: DATASET })
  const spec = contract.tables[table]
  const tables = Object.keys(contract.tables)
  if (!spec) return requireKnown(source, ['record', 'table'], [table], { known: tables, kind: TABLE })
  const known = [...spec.dimensions.map((dimension) => dimension.column), ...(spec.attributes ?? [])]
  return Object.entries(columns).flatMap(([key, column]) =>
    requireKnown(source, ['record', key], [column], { known, kind: COLUMN }),
  )
}

function checkDuties(source: Source<DutiesFile>, { datasets, ids }: Names): Problem[] {
  if (!source?.fitted) return []
  const { value } = source.fitted
  const kinds = Object.keys(value.kinds)
  return value.duties.flatMap((duty, index) => {
    const composePath = (...path: PropertyKey[]) => ['duties', index, ...path]
    const named = duty.dataset === undefined ? [] : [duty.dataset]
    return [
      ...requireKnown(source, composePath('kind'), [duty.kind], { known: kinds, kind: KIND }),
      ...requireKnown(source, composePath('systems'), duty.systems, { known: ids, kind: SYSTEM }),
      ...requireKnown(source, composePath('dataset'), named, { known: datasets, kind: DATASET }),
    ]
  })
}

function requireKnown(
  source: ContentSource<unknown>,
  path: readonly PropertyKey[],
  names: readonly string[] | undefined,
  { known, kind }: { known: readonly string[] | null; kind: LocalText },
): Problem[] {
  if (known === null) return []
  return (names ?? []).flatMap((found) =>
    known.includes(found) ? [] : reportUnknownName(source, path, { found, known, kind }),
  )
}
