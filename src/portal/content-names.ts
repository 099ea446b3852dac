import type { z } from 'zod'

import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import { listFigureReferences, type Reference } from '../contracts/figure-declaration.ts'
import { listValueReferences } from '../contracts/value-references.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import type { LocalText } from '../text/local-text.ts'
import { findUnknown } from './check-references.ts'
import { PLACE_KIND, placesNear } from './near-places.ts'
import { namesNear } from './schema-issues.ts'
import type { DeclaredFigure, DeclaredSection, EventNote, Settings, topicHeadSchema } from './settings.ts'
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
    ...heads.flatMap((head) => (head.value ? headNames(head.value, { source: head, known }) : [])),
  ]
}

type Source = Pick<ContentSource<unknown>, 'file' | 'lineOf'>

function settingsNames(settings: Settings, source: Source, { contracts, places }: KnownNames): Problem[] {
  const { city } = settings
  const problems = city === undefined || places.get(city) ? [] : [unknownPlace(source, ['city'], city, places)]
  const datasets = Object.keys(settings.datasets ?? {}).filter((id) => !contracts.has(id))
  const moved = (settings.moved ?? []).flatMap(({ to }, index) => {
    const id = /^\/data\/([^/]+)\/$/.exec(to)?.[1]
    return id === undefined || contracts.has(id) ? [] : [unknownDataset(source, ['moved', index, 'to'], id, contracts)]
  })
  return [...problems, ...datasets.map((id) => unknownDataset(source, ['datasets', id], id, contracts)), ...moved]
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

interface InSource {
  source: Source
  known: KnownNames
}

function headNames({ figures = [], sections = [] }: z.infer<typeof topicHeadSchema>, where: InSource): Problem[] {
  return [
    ...figures.flatMap((figure, index) => figureNames(figure, ['figures', index], where)),
    ...sections.flatMap((section, at) => [
      ...sectionNames(section, ['sections', at], where),
      ...(section.figures ?? []).flatMap((figure, index) =>
        figureNames(figure, ['sections', at, 'figures', index], where),
      ),
    ]),
  ]
}

function figureNames(figure: DeclaredFigure, path: PropertyKey[], { source, known }: InSource): Problem[] {
  const contract = known.contracts.get(figure.dataset)
  if (!contract) return [unknownDataset(source, [...path, 'dataset'], figure.dataset, known.contracts)]
  return listFigureReferences(figure).flatMap((reference) =>
    referenceNames(contract, reference, path, { source, known }),
  )
}

/** Values of a section are cells of any dataset. */
function sectionNames({ text = [], values = {} }: DeclaredSection, path: PropertyKey[], where: InSource): Problem[] {
  const texts = text.map((words, at) => ({ words, path: ['text', at] }))
  return listValueReferences({ values, texts }).flatMap((reference) => referenceNames(null, reference, path, where))
}

function referenceNames(
  contract: Contract | null,
  reference: Reference,
  path: PropertyKey[],
  { source, known }: InSource,
): Problem[] {
  const unknown = findUnknown(contract, reference, known)
  return unknown ? [createUnknown(source, [...path, ...reference.path], { found: reference.name, ...unknown })] : []
}

function unknownDataset(
  source: Source,
  path: readonly PropertyKey[],
  found: string,
  contracts: ReadonlyMap<string, Contract>,
): Problem {
  return unknownName(source, path, { found, known: [...contracts.keys()], kind: { zh: '数据集', en: 'dataset' } })
}

function unknownPlace(source: Source, path: readonly PropertyKey[], found: string, places: Places): Problem {
  return createUnknown(source, path, { found, expected: placesNear(found, places), kind: PLACE_KIND })
}

/** A name that is none of the known ones, of which the nearest are offered. */
export function unknownName(
  source: Source,
  path: readonly PropertyKey[],
  { found, known, kind }: { found: string; known: readonly string[]; kind: LocalText },
): Problem {
  return createUnknown(source, path, { found, expected: namesNear(found, known), kind })
}

function createUnknown(
  { file, lineOf }: Source,
  path: readonly PropertyKey[],
  { found, expected, kind }: { found: string; expected: string; kind: LocalText },
): Problem {
  const at = { file, row: lineOf(path), columnName: nameOf(path) }
  return createProblem('content-name-unknown', at, { found, expected, params: { kind } })
}
