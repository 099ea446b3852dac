import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type CheckerPortal, openPack } from '../../src/checker/checker-portal.ts'
import { packPortal } from '../../src/checker/pack.ts'
import type { Given } from '../../src/checker/worker/check-file.ts'
import { openPortal } from '../../src/portal/portal.ts'
import { readPublished } from '../../src/store/read-published.ts'

export const PROJECT = resolve(import.meta.dirname, '../..')
export const DEMO = join(PROJECT, 'data')
export const SMALL = join(PROJECT, 'tests/site/small/data')

/** The portal of a data folder as the page of the desk has it: packed into JSON, and opened. */
export async function portalOf(dataDir: string): Promise<CheckerPortal> {
  const portal = await openPortal(dataDir)
  const folders = { published: join(dataDir, 'published') }
  const published = await readPublished(folders.published, portal.contracts)
  const pack = packPortal({ ...portal, contracts: portal.contracts.values(), published, settings: {} })
  return openPack(JSON.parse(JSON.stringify(pack)))
}

export function given(path: string, more: Partial<Given> = {}): Given {
  return { name: path.replace(/^.*\//, ''), bytes: readFileSync(path), dataset: null, period: null, ...more }
}

export const silent = () => {}
