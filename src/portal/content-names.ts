import type { z } from 'zod'

import type { Contract } from '../contracts/contract.ts'
import { listFigureReferences } from '../contracts/figure-declaration.ts'
import type { ContractReference } from '../contracts/references.ts'
import { listValueReferences } from '../contracts/value-references.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import type { LocalText } from '../text/local-text.ts'
import { findContract, findUnknown, type KnownNames, listDatasets } from './check-references.ts'
import { PLACE_KIND, suggestPlaces } from './near-places.ts'
import { suggestNames } from './schema-issues.ts'
import type { DeclaredFigure, DeclaredSection, EventNote, Settings, topicHeadSchema } from './settings.ts'
import { nameOf, type YamlReading } from './yaml.ts'

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
    ...(settings.fitted ? checkSettingsNames(settings.fitted.value, settings, known) : []),
    ...(events?.fitted
      ? events.fitted.value.flatMap((event, index) => checkEventNames(event, index, { source: events, known }))
      : []),
    ...heads.flatMap((head) => (head.fitted ? checkHeadNames(head.fitted.value, { source: head, known }) : [])),
  ]
}

type Source = Pick<ContentSource<unknown>, 'file' | 'fitted' | 'lineOf'>

function checkSettingsNames({ city, datasets, moved }: Settings, source: Source, known: KnownNames): Problem[] {
  const where = { source, known }
  return [
    ...(city === undefined ? [] : checkPlace(city, ['city'], where)),
    ...Object.keys(datasets ?? {}).flatMap((id) => checkDataset(id, ['datasets', id], where)),
    ...(moved ?? []).flatMap(({ to }, index) => {
      const id = /^\/data\/([^/]+)\/$/.exec(to)?.[1]
      return id === undefined ? [] : checkDataset(id, ['moved', index, 'to'], where)
    }),
  ]
}

function checkEventNames({ datasets, places = [] }: EventNote, index: number, where: InSource): Problem[] {
  return [
    ...datasets.flatMap((id, at) => checkDataset(id, [index, 'datasets', at], where)),
    ...places.flatMap((code, at) => checkPlace(code, [index, 'places', at], where)),
  ]
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
  const contract = findContract(figure.dataset, known)
  if (!contract) return checkDataset(figure.dataset, [...path, 'dataset'], { source, known })
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

/** What a name refers to, where the portal does not have it; `contract` is null where each reference names its own dataset. */
export function checkReferenceName(
  contract: Contract | null,
  reference: ContractReference,
  path: PropertyKey[],
  { source, known }: InSource,
): Problem[] {
  const unknown = findUnknown(contract, reference, known)
  return unknown ? createUnknown(source, [...path, ...reference.path], { found: reference.name, ...unknown }) : []
}

function checkDataset(found: string, path: readonly PropertyKey[], { source, known }: InSource): Problem[] {
  const ids = listDatasets(known)
  if (ids === null || ids.includes(found)) return []
  return reportUnknownName(source, path, { found, known: ids, kind: { zh: '数据集', en: 'dataset' } })
}

function checkPlace(found: string, path: readonly PropertyKey[], { source, known: { places } }: InSource): Problem[] {
  if (places === null || places.get(found)) return []
  return createUnknown(source, path, { found, expected: suggestPlaces(found, places), kind: PLACE_KIND })
}

/** An unknown name, for which the nearest known names are offered; none where more than the name is wrong there. */
export function reportUnknownName(
  source: Source,
  path: readonly PropertyKey[],
  { found, known, kind }: { found: string; known: readonly string[]; kind: LocalText },
): Problem[] {
  return createUnknown(source, path, { found, expected: suggestNames(found, known), kind })
}

function createUnknown(
  { file, fitted, lineOf }: Source,
  path: readonly PropertyKey[],
  { found, expected, kind }: { found: string; expected: string; kind: LocalText },
): Problem[] {
  if (fitted?.isDoubtful(path)) return []
  const written = fitted?.toWritten(path) ?? path
  const at = { file, row: lineOf(written), columnName: nameOf(written) }
  return [createProblem('content-name-unknown', at, { found, expected, params: { kind } })]
}
