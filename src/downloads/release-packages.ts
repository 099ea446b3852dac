import { findNewestFiles } from '../store/log.ts'
import type { Published, PublishedFile, Release } from '../store/published-tables.ts'
import { packFiles } from './pack-files.ts'
import { renderBundleReadme, renderReleaseReadme } from './release-readme.ts'

/**
 * All of a dataset as it was after one release. Its bytes are made of the log and of the files that the log names, of nothing
 * that may be edited: no title, no licence, no contract. So what is at its address never changes.
 */
interface ReleasePackage {
  dataset: string
  release: Release
  /** `cases-2026-11-20.7.zip`; where something was taken out since, under another name: `cases-2026-11-20.7.without-9.zip`. */
  name: string
  /** Sorted by path. */
  files: readonly PublishedFile[]
  /** The newest release that took out what belonged to it; null where all is there. */
  without: number | null
}

/** A package for each release that touched the dataset, the first first; none where all of its files were taken out. */
export function listReleasePackages({ releases, withdrawn }: Published, dataset: string): ReleasePackage[] {
  return releases.flatMap((release): ReleasePackage[] => {
    const touched = [...release.files, ...(release.withdrawn ?? [])]
    if (!touched.some(({ path }) => path.startsWith(`${dataset}/`))) return []
    const until = releases.filter((one) => one.release <= release.release)
    const newest = [...findNewestFiles(until).values()].filter((file) => file.dataset === dataset)
    const files = newest.filter(({ path }) => !withdrawn.has(path)).toSorted((a, b) => (a.path < b.path ? -1 : 1))
    if (files.length === 0) return []
    const taken = newest.flatMap(({ path }) => withdrawn.get(path)?.release ?? [])
    const without = findNewest(taken.filter((number) => number > release.release))
    return [
      { dataset, release, name: composeName(dataset, release, without === null ? [] : [without]), files, without },
    ]
  })
}

/** The archive: the files at the paths that they have below the dataset's folder, what they are, and their hashes. */
export function renderReleasePackage(pack: ReleasePackage, published: Published): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  return packFiles([
    { path: README, content: encoder.encode(renderReleaseReadme(pack)) },
    ...pack.files.map((file) => ({
      path: file.path.slice(pack.dataset.length + 1),
      content: encoder.encode(published.textOf(file)),
    })),
  ])
}

/** Everything as it was after one release: of each dataset the package that was the newest then. */
interface ReleaseBundle {
  release: Release
  /** Below `/data/`: `all-datasets-2026-11-20.7.zip`. */
  name: string
  packages: readonly ReleasePackage[]
}

/** A bundle for each release. A dataset that the publisher has taken off the site since is in its name: its bytes differ. */
export function listReleaseBundles(published: Published): ReleaseBundle[] {
  const all = [...published.contracts.keys()].toSorted().flatMap((dataset) => listReleasePackages(published, dataset))
  return published.releases.flatMap((release): ReleaseBundle[] => {
    const then = all.filter((pack) => pack.release.release <= release.release)
    const packages = [...new Map(then.map((pack) => [pack.dataset, pack])).values()]
    if (packages.length === 0) return []
    const without = findNewest(packages.flatMap((pack) => pack.without ?? []))
    const off = [...(published.switchedOff ?? [])].flatMap(([dataset, since]) =>
      since <= release.release ? [dataset] : [],
    )
    const name = composeName(BUNDLE, release, [...(without === null ? [] : [without]), ...off.toSorted()])
    return [{ release, name, packages }]
  })
}

/** The archive of a bundle; `contents` are its packages in their order, which are stored as they are. */
export function renderReleaseBundle(
  { release, packages }: ReleaseBundle,
  contents: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  return packFiles([
    { path: README, content: new TextEncoder().encode(renderBundleReadme(release)) },
    ...packages.map(({ name }, at) => ({ path: name, content: contents[at] ?? new Uint8Array() })),
  ])
}

/** True for the name of a package of one release: catalogues list what is newest. */
export function isReleasePackage(name: string): boolean {
  return RELEASE_PACKAGE.test(name)
}

const BUNDLE = 'all-datasets'
const README = 'README.txt'
const RELEASE_PACKAGE = /-\d{4}-\d{2}-\d{2}\.\d+(?:\.without-[a-z0-9-]+)?\.zip$/

function composeName(stem: string, { release, date }: Release, without: readonly (number | string)[]): string {
  return `${stem}-${date}.${release}${without.length === 0 ? '' : `.without-${without.join('-')}`}.zip`
}

function findNewest(releases: readonly number[]): number | null {
  return releases.length === 0 ? null : Math.max(...releases)
}
