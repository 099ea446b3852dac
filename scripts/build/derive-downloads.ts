import { cp, mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Site } from '../../src/compose/site.ts'
import type { Contract } from '../../src/contracts/contract.ts'
import { describeDataset } from '../../src/downloads/dataset-facts.ts'
import { buildDatasetFiles } from '../../src/downloads/dataset-files.ts'
import type { DownloadFile } from '../../src/downloads/download-file.ts'
import { listReleaseBundles, listReleasePackages, renderReleaseBundle } from '../../src/downloads/release-packages.ts'
import { bundleDatasets } from '../../src/downloads/whole-bundle.ts'
import { readIfThere, sha256 } from '../../src/store/disk.ts'
import { type Manifest, manifest } from '../../src/store/manifest.ts'
import { listDatasets, tablesOf } from '../../src/views/dataset-page.ts'
import { PROJECT } from '../command/options.ts'
import { forgetOldEditions, hashMaker } from './kept-editions.ts'

/** Where derived files are kept between builds, by what they are made of. */
const KEPT = join(PROJECT, '.mingge', 'downloads')
/** How many editions of a dataset are kept: those of the portals that are built in turn. */
const EDITIONS_MAX = 4
const MANIFEST = 'manifest.json'

/**
 * Writes every file that is derived from published tables below `folder`, and says which. A dataset of which nothing has
 * changed since an earlier build is copied.
 */
export async function deriveDownloads(site: Site, base: string, folder: string): Promise<Manifest> {
  const salt = await hashMaker('src/downloads/dataset-files.ts')
  const all: Manifest = []
  for (const contract of listDatasets(site)) {
    const key = sha256(JSON.stringify([salt, listIngredients(site, contract, base)])).slice(0, 32)
    const kept = join(KEPT, contract.id, key)
    const made = (await findKept(kept)) ?? (await keep(kept, contract.id, buildDatasetFiles(site, contract, base)))
    const target = join(folder, contract.id)
    await cp(kept, target, { recursive: true })
    await rm(join(target, MANIFEST))
    all.push(...made)
    await forgetOldEditions(dirname(kept), EDITIONS_MAX)
  }
  return [...all, ...(await writeBundles(site, folder))]
}

/** What holds all datasets, of packages that are there already: as they are, and as they were after each release. */
async function writeBundles(site: Site, folder: string): Promise<Manifest> {
  const readPackage = (dataset: string, name: string) => readFile(join(folder, dataset, name))
  const made: Manifest = []
  const write = async ({ path, content }: DownloadFile) => {
    await writeFile(join(folder, path), content)
    made.push({ path, bytes: content.length, sha256: sha256(content) })
  }
  const newest = listDatasets(site).map(async ({ id }) => ({
    path: `${id}.zip`,
    content: await readPackage(id, `${id}.zip`),
  }))
  await write(bundleDatasets(site, await Promise.all(newest)))
  for (const bundle of listReleaseBundles(site.published)) {
    const contents = await Promise.all(bundle.packages.map(({ dataset, name }) => readPackage(dataset, name)))
    await write({ path: bundle.name, content: renderReleaseBundle(bundle, contents) })
  }
  return made
}

/** Everything that the files of a dataset are made of, beside the code. */
function listIngredients(site: Site, contract: Contract, base: string): unknown {
  const tables = tablesOf(site, contract.id).map(({ id, periods, files }) => [
    id,
    periods.map((period) => [period, files.get(period)?.sha256]),
  ])
  const { releases, withdrawn } = site.published
  const kept = releases.flatMap(({ release, date, files }) =>
    files
      .filter(({ dataset, path }) => dataset === contract.id && !withdrawn.has(path))
      .map(({ path, sha256: hash }) => [release, date, path, hash]),
  )
  const packages = listReleasePackages(site.published, contract.id).map(({ name, release, files }) => [
    name,
    release.note,
    files.map(({ sha256: hash }) => hash),
  ])
  return [contract, describeDataset(site, contract, base), site.places.all, tables, kept, packages]
}

async function findKept(folder: string): Promise<Manifest | null> {
  const bytes = await readIfThere(join(folder, MANIFEST))
  if (bytes === null) return null
  const now = new Date()
  await utimes(folder, now, now)
  return manifest.parse(JSON.parse(new TextDecoder().decode(bytes)))
}

/** The folder comes to be whole or not at all: another build may be reading. */
async function keep(folder: string, dataset: string, files: readonly DownloadFile[]): Promise<Manifest> {
  const next = `${folder}.next-${process.pid}`
  const made = files.map(({ path, content }) => ({
    path: `${dataset}/${path}`,
    bytes: content.length,
    sha256: sha256(content),
  }))
  for (const { path, content } of files) {
    await mkdir(dirname(join(next, path)), { recursive: true })
    await writeFile(join(next, path), content)
  }
  await writeFile(join(next, MANIFEST), JSON.stringify(made))
  await rm(folder, { recursive: true, force: true })
  await rename(next, folder)
  return made
}
