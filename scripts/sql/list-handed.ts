import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { HANDED_FILES, type HandedManifest, handedManifest } from '../../src/sql/handed-manifest.ts'
import { isMissing, sha256 } from '../../src/store/disk.ts'
import { readBytes, readJson, refuse } from './handed-folder.ts'

/** A folder of handed rows, or the folders of several datasets and readers in it, in the order of their names. */
export async function listHanded(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  if (folders.length === 0 || entries.some(({ name }) => name === HANDED_FILES.manifest)) return [folder]
  return folders.sort().map((name) => join(folder, name))
}

/** A folder with what its manifest says, and the manifest's hash, by which results name it. */
export interface HandedFolder {
  folder: string
  manifest: HandedManifest
  hash: string
}

export async function openHanded(folder: string): Promise<HandedFolder> {
  const manifest = await readJson(folder, HANDED_FILES.manifest, handedManifest)
  return { folder, manifest, hash: sha256(await readBytes(folder, HANDED_FILES.manifest)) }
}

/**
 * Folders by dataset: those of one dataset are run together, so that a key that two readers have is found. Throws InputError
 * where two of them were handed over with different statements, for then contracts or lists of places differ.
 */
export async function groupHanded(folders: readonly string[]): Promise<HandedFolder[][]> {
  const opened: HandedFolder[] = []
  for (const folder of folders) opened.push(await openHanded(folder))
  const groups = [...Map.groupBy(opened, ({ manifest }) => manifest.dataset).values()]
  for (const group of groups) requireSame(group)
  return groups
}

/** Throws InputError where folders of one dataset have different contracts or statements. */
export function requireSame([first, ...others]: readonly HandedFolder[]): void {
  for (const { folder, manifest } of others) {
    if (!first || (manifest.contract === first.manifest.contract && manifest.sql === first.manifest.sql)) continue
    const of = manifest.contract === first.manifest.contract ? PLACES : CONTRACT
    const [a, b] = [basename(first.folder), basename(folder)]
    refuse(HANDED_FILES.manifest, {
      zh: `文件夹${a}与${b}交出“${manifest.dataset}”时所用的${of.zh}不同，请用同一版本重新交出`,
      en: `the folders ${a} and ${b} hand over ${manifest.dataset} with different ${of.en}: hand over again with the same`,
    })
  }
}

const CONTRACT = { zh: '数据约定', en: 'contracts' }
const PLACES = { zh: 'SQL（地点表、引擎或程序版本）', en: 'SQL (list of places, engine or version of the program)' }
