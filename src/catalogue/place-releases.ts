import type { Place } from '../codes/places.ts'
import { memoisePerSite } from '../compose/once.ts'
import type { Site } from '../compose/site.ts'
import type { Contract } from '../contracts/contract.ts'
import { readRevision } from '../store/compare-revisions.ts'
import type { ReleaseEntry } from '../views/changes-page.ts'

/** The releases that brought, changed or took out figures of a place, with what they did to the datasets that have it. */
export function listReleasesOf(site: Site, releases: readonly ReleaseEntry[], { code }: Place): ReleaseEntry[] {
  return releases.flatMap((entry) => {
    const datasets = entry.datasets.filter(({ contract, withdrawn }) => {
      if (listPlaceColumns(contract).length === 0) return false
      // Whose figures a file held that was taken out nobody can say any more: it is in the feed of every place.
      if (withdrawn !== null) return true
      return entry.release.files.some(
        ({ dataset, path }) => dataset === contract.id && codesIn(site, path, contract.id).has(code),
      )
    })
    return datasets.length === 0 ? [] : [{ ...entry, datasets }]
  })
}

/** Codes of places in a published file; none of a file that was taken out. */
const codesIn = memoisePerSite((site, path: string, dataset: string): ReadonlySet<string> => {
  const contract = site.contracts.get(dataset)
  if (!contract || site.published.withdrawn.has(path)) return new Set()
  const columns = listPlaceColumns(contract)
  const { rows } = readRevision(site.published.textOf({ path }), ['period', ...columns])
  return new Set([...rows.values()].flatMap((row) => columns.flatMap((column) => row[column] ?? [])))
})

function listPlaceColumns({ columns, tables }: Contract): string[] {
  const keys = Object.values(tables).flatMap(({ dimensions, attributes = [] }) => [
    ...dimensions.map(({ column }) => column),
    ...attributes,
  ])
  return [...new Set(keys)].filter((id) => columns[id]?.type.kind === 'place')
}
