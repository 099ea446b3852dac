import { basename, join } from 'node:path'
import { type EngineResults, engineResults, HANDED_FILES } from '../../src/sql/handed-manifest.ts'
import { readIfThere } from '../../src/store/disk.ts'
import { readJson, refuse } from './handed-folder.ts'
import { type HandedFolder, openHanded, requireSame } from './list-handed.ts'

/** What an engine made of folders of one dataset that it ran together; its results are in one of them. */
export interface HandedRun {
  folder: string
  folders: HandedFolder[]
  results: EngineResults
}

/**
 * The runs whose results lie in these folders. Throws InputError where a folder was not run, was run twice, or is not there
 * as it was when it was run: the tables would lack its rows, or count them twice.
 */
export async function listRuns(folders: readonly string[]): Promise<HandedRun[]> {
  const opened: HandedFolder[] = []
  for (const folder of folders) opened.push(await openHanded(folder))
  const runs: HandedRun[] = []
  for (const { folder } of opened) {
    if ((await readIfThere(join(folder, HANDED_FILES.results))) === null) continue
    const results = await readJson(folder, HANDED_FILES.results, engineResults)
    const own = results.manifests.map((hash) => opened.find((handed) => handed.hash === hash) ?? refuseAbsent(folder))
    requireSame(own)
    runs.push({ folder, folders: own, results })
  }
  for (const { folder } of opened) {
    const own = runs.filter((run) => run.folders.some((handed) => handed.folder === folder))
    if (own.length !== 1) refuseRuns(folder, own)
  }
  return runs
}

function refuseAbsent(folder: string): never {
  refuse(HANDED_FILES.results, {
    zh: `文件夹${basename(folder)}的结果所用的某个文件夹不在这里，或交出后又有改动，请重新运行`,
    en: `the results in ${basename(folder)} are of a folder that is not here, or has changed since: run again`,
  })
}

function refuseRuns(folder: string, runs: readonly HandedRun[]): never {
  const names = runs.map((run) => basename(run.folder)).join(', ')
  const isNone = runs.length === 0
  refuse(HANDED_FILES.results, {
    zh: isNone
      ? `没有文件夹${basename(folder)}的结果，请先运行`
      : `文件夹${basename(folder)}算了不止一次（结果在${names}），请重新运行`,
    en: isNone
      ? `there are no results of the folder ${basename(folder)}: run it first`
      : `the folder ${basename(folder)} was run more than once (results in ${names}): run again`,
  })
}
