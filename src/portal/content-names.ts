import type { z } from 'zod'

import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import { listFigureReferences, type Reference } from '../contracts/figure-declaration.ts'
import { listValueReferences } from '../contracts/value-references.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import type { LocalText } from '../text/local-text.ts'
import { findUnknown } from './check-references.ts'
import { PLACE_KIND, suggestPlaces } from './near-places.ts'
import { suggestNames } from './schema-issues.ts'
import type { DeclaredFigure, DeclaredSection, EventNote, NamesOfSettings, topicHeadSchema } from './settings.ts'
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
  settings: ContentSource<NamesOfSettings>
  events: ContentSource<EventNote[]> | null
  heads: readonly ContentSource<z.infer<typeof topicHeadSchema>>[]
}

/** Every place, dataset, table, column and value that the words name and that the portal does not have. */
export function checkNames({ settings, events, heads }: Sources, known: KnownNames): Problem[] {
  return [
    ...(settings.value ? checkSettingsNames(settings.value, settings, known) : []),
    ...(events?.value ?? []).flatMap((event, index) => checkEventNames(event, index, { source: events, known })),
    ...heads.flatMap((head) => (head.value ? checkHeadNames(head.value, { source: head, known }) : [])),
  ]
}

type Source = Pick<ContentSource<unknown>, 'file' | 'lineOf'>

function checkSettingsNames(settings: NamesOfSettings, source: Source, { contracts, places }: KnownNames): Problem[] {
  const { city } = settings
  const problems = city === undefined || places.get(city) ? [] : [reportUnknownPlace(source, ['city'], city, places)]
  const datasets = Object.keys(settings.datasets ?? {}).filter((id) => !contracts.has(id))
  const moved = (settings.moved ?? []).flatMap(({ to }, index) => {
    const id = /^\/data\/([^/]+)\/$/.exec(to)?.[1]
    return id === undefined || contracts.has(id)
      ? []
      : [reportUnknownDataset(source, ['moved', index, 'to'], id, contracts)]
  })
  return [...problems, ...datasets.map((id) => reportUnknownDataset(source, ['datasets', id], id, contracts)), ...moved]
}

function checkEventNames(
  event: EventNote,
  index: number,
  { source, known }: { source: Source | null; known: KnownNames },
): Problem[] {
  if (source === null) return []
  const datasets = event.datasets.flatMap((id, at) =>
    known.contracts.has(id) ? [] : [reportUnknownDataset(source, [index, 'datasets', at], id, known.contracts)],
  )
  const places = (event.places ?? []).flatMap((code, at) =>
    known.places.get(code) ? [] : [reportUnknownPlace(source, [index, 'places', at], code, known.places)],
  )
  return [...datasets, ...places]
}

interface InSource {
  source: Source
  known: KnownNames
}

function checkHeadNames({ figures = [], sections = [] }: z.infer<typeof topicHeadSchema>, where: InSource): Problem[] {
  return [
    ...figures.flatMap((figure, index) => checkFigureNames(figure, ['figures', index], where)),
    ...sections.flatMap((section, at) => [
      ...checkSectionNames(section, ['sections', at], where),
      ...(section.figures ?? []).flatMap((figure, index) =>
        checkFigureNames(figure, ['sections', at, 'figures', index], where),
      ),
    ]),
  ]
}

function checkFigureNames(figure: DeclaredFigure, path: PropertyKey[], { source, known }: InSource): Problem[] {
  const contract = known.contracts.get(figure.dataset)
  if (!contract) return [reportUnknownDataset(source, [...path, 'dataset'], figure.dataset, known.contracts)]
  return listFigureReferences(figure).flatMap((reference) =>
    checkReferenceName(contract, reference, path, { source, known }),
  )
}

/** Values of a section are cells of any dataset. */
function checkSectionNames(
  { text = [], values = {} }: DeclaredSection,
  path: PropertyKey[],
  where: InSource,
): Problem[] {
  const texts = text.map((words, at) => ({ words, path: ['text', at] }))
  return listValueReferences({ values, texts }).flatMap((reference) => checkReferenceName(null, reference, path, where))
}

function checkReferenceName(
  contract: Contract | null,
  reference: Reference,
  path: PropertyKey[],
  { source, known }: InSource,
): Problem[] {
  const unknown = findUnknown(contract, reference, known)
  return unknown ? [createUnknown(source, [...path, ...reference.path], { found: reference.name, ...unknown })] : []
}

function reportUnknownDataset(
  source: Source,
  path: readonly PropertyKey[],
  found: string,
  contracts: ReadonlyMap<string, Contract>,
): Problem {
  return reportUnknownName(source, path, { found, known: [...contracts.keys()], kind: { zh: '数据集', en: 'dataset' } })
}

function reportUnknownPlace(source: Source, path: readonly PropertyKey[], found: string, places: Places): Problem {
  return createUnknown(source, path, { found, expected: suggestPlaces(found, places), kind: PLACE_KIND })
}

/** An unknown name, for which the nearest known names are offered. */
export function reportUnknownName(
  source: Source,
  path: readonly PropertyKey[],
  { found, known, kind }: { found: string; known: readonly string[]; kind: LocalText },
): Problem {
  return createUnknown(source, path, { found, expected: suggestNames(found, known), kind })
}

function createUnknown(
  { file, lineOf }: Source,
  path: readonly PropertyKey[],
  { found, expected, kind }: { found: string; expected: string; kind: LocalText },
): Problem {
  const at = { file, row: lineOf(path), columnName: nameOf(path) }
  return createProblem('content-name-unknown', at, { found, expected, params: { kind } })
}
