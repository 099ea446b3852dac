import { memoisePerSite } from '../../compose/once.ts'
import type { Site } from '../../compose/site.ts'
import type { Contract, Measure } from '../../contracts/contract.ts'
import { listPublishedItems } from '../../contracts/published-items.ts'
import { findTable } from '../../measure/select.ts'
import type { PublishedTable } from '../../store/published-tables.ts'
import { completePresentation } from '../../subjects/derive/derive-presentation.ts'
import { nameWithItems } from '../../subjects/derive/headline-scope.ts'
import { listShapes, PARTS_MAX } from '../../subjects/derive/table-shape.ts'
import { placeColumnOf } from '../../subjects/figures/figure-scope.ts'
import { listSubjects } from '../../subjects/index.ts'
import type { LocalText } from '../../text/local-text.ts'
import { listDatasets } from '../dataset-page.ts'

/** A number that is laid side by side: a measure of a table, with the values of its lists. */
export interface ComparedMeasure {
  table: PublishedTable
  /** Column of the places; undefined where the table has none. */
  place: string | undefined
  id: string
  measure: Measure
  where: Readonly<Record<string, string>>
  /** With the values of its lists: 月末有效（重点管理）. */
  name: LocalText
  /** Which way is an improvement; `neither` where the contract declares none. */
  better: 'higher' | 'lower' | 'neither'
}

/**
 * What is laid side by side of each dataset that is shown: its headlines, then every rate and every median of its tables by
 * place. Datasets are in the order of a bulletin.
 */
export const listComparedMeasures = memoisePerSite((site): readonly ComparedMeasure[] => {
  const order = listSubjects(site).flatMap(({ datasets }) => datasets)
  const contracts = listDatasets(site).toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
  return contracts.flatMap((contract) => {
    const found = new Map<string, ComparedMeasure>()
    for (const wanted of [...listHeadlines(site, contract), ...listComputed(contract)]) {
      for (const one of splitByList(site, contract, wanted)) {
        const key = JSON.stringify([one.table.id, one.id, one.where])
        if (!found.has(key)) found.set(key, one)
      }
    }
    return [...found.values()]
  })
})

interface Wanted {
  table: string
  measure: string
  where: Readonly<Record<string, string>>
}

/** What the subject of the dataset speaks of first, else what the contract gives. */
function listHeadlines(site: Site, contract: Contract): Wanted[] {
  const told = listSubjects(site)
    .flatMap((subject) => subject.told ?? [])
    .filter(({ dataset }) => dataset === contract.id)
  if (told.length > 0)
    return told.flatMap(({ table, measures, where = {} }) => measures.map((measure) => ({ table, measure, where })))
  return completePresentation(contract).headline.map(({ table, measure, where = {} }) => ({ table, measure, where }))
}

function listComputed(contract: Contract): Wanted[] {
  return listShapes(contract)
    .filter(({ list }) => list === null)
    .flatMap(({ id, spec }) =>
      Object.entries(spec.measures)
        .filter(([, measure]) => 'rate' in measure || 'quantile' in measure)
        .map(([measure]) => ({ table: id, measure, where: {} })),
    )
}

/** One for each value of a short list that is left open; none where a list is long, or several are open. */
function splitByList(site: Site, contract: Contract, { table: id, measure, where }: Wanted): ComparedMeasure[] {
  const table = findTable(site.published, contract.id, id)
  const spec = table?.spec.measures[measure]
  if (!table || !spec) return []
  const place = placeColumnOf(contract, table.spec)
  const open = table.spec.dimensions
    .map(({ column }) => column)
    .filter((column) => column !== place && !(column in where))
  const declared = contract.presentation?.headline?.find(
    (headline) => headline.table === id && headline.measure === measure,
  )
  const base = { table, place, id: measure, measure: spec, better: declared?.better ?? ('neither' as const) }
  const describe = (fixed: Readonly<Record<string, string>>): ComparedMeasure => ({
    ...base,
    where: fixed,
    name: nameWithItems(contract, spec.names, fixed),
  })
  const [column, ...others] = open
  if (column === undefined) return [describe(where)]
  const items = listPublishedItems(contract.columns[column])
  if (others.length > 0 || items.length > PARTS_MAX) return []
  return items.map(({ code }) => describe({ ...where, [column]: code }))
}
