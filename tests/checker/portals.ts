import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type CheckerPortal, openPack } from '../../src/checker/checker-portal.ts'
import { packPortal } from '../../src/checker/pack.ts'
import type { CheckedFile } from '../../src/checker/worker/check-file.ts'
import { checkFilesTogether } from '../../src/checker/worker/check-files-together.ts'
import type { Given } from '../../src/checker/worker/recognise.ts'
import { openPortal } from '../../src/portal/portal.ts'
import { isUnaccepted } from '../../src/problems/acceptance.ts'
import { readPublished } from '../../src/store/read-published.ts'

export const PROJECT = resolve(import.meta.dirname, '../..')
export const DEMO = join(PROJECT, 'data')
export const SMALL = join(PROJECT, 'tests/site/small/data')

/**
 * The portal of a data folder as the page of the desk has it: packed into JSON, and opened. One that is committed is
 * opened once for all files of tests: the demonstration is compared with all that it has ever published.
 */
export function portalOf(dataDir: string): Promise<CheckerPortal> {
  if (!COMMITTED.includes(dataDir)) return openPacked(dataDir)
  const opened = PORTALS.get(dataDir) ?? openPacked(dataDir)
  PORTALS.set(dataDir, opened)
  return opened
}

const COMMITTED = [DEMO, SMALL]
const PORTALS = new Map<string, Promise<CheckerPortal>>()

async function openPacked(dataDir: string): Promise<CheckerPortal> {
  const portal = await openPortal(dataDir)
  const folders = { published: join(dataDir, 'published') }
  const published = await readPublished(folders.published, portal.contracts)
  const pack = packPortal({ ...portal, contracts: portal.contracts.values(), published, settings: {} })
  return openPack(JSON.parse(JSON.stringify(pack)))
}

export function giveFile(path: string, more: Partial<Given> = {}): Given {
  return { name: path.replace(/^.*\//, ''), bytes: readFileSync(path), dataset: null, period: null, ...more }
}

export const ignore = () => {}

export const TODAY = '2026-11-23'

/** What is found of several files together, as `2026-10.csv warning figure-jump`. */
export function reportTogether(files: readonly CheckedFile[], portal: CheckerPortal, today = TODAY): string[] {
  return [...checkFilesTogether(files, portal, today)].flatMap(([file, found]) =>
    found.map((problem) => `${file.name} ${isUnaccepted(problem) ? 'unaccepted' : problem.level} ${problem.rule}`),
  )
}
