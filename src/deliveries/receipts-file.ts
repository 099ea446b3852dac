import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PortalError } from '../portal/portal-error.ts'
import { createProblemAtLevel } from '../problems/problem.ts'
import { isLink, readIfThere } from '../store/disk.ts'
import { findNewReceipts, formatReceipts, parseReceipts, RECEIVED_FILE, type Receipt } from './receipt.ts'

/** The record of a data folder; [] where none has been kept. Throws PortalError. */
export async function readReceipts(dataDir: string): Promise<Receipt[]> {
  return parseReceipts(await readText(dataDir))
}

/** Appends those of a run that say something new, and returns the whole record. A reader sees whole lines only. */
export async function appendReceipts(dataDir: string, found: readonly Receipt[]): Promise<Receipt[]> {
  const text = await readText(dataDir)
  const known = parseReceipts(text)
  const fresh = findNewReceipts(known, found)
  if (fresh.length > 0) {
    const path = join(dataDir, RECEIVED_FILE)
    const ended = text === '' || text.endsWith('\n') ? text : `${text}\n`
    await writeFile(`${path}.part`, `${ended}${formatReceipts(fresh)}`)
    await rename(`${path}.part`, path)
  }
  return [...known, ...fresh]
}

async function readText(dataDir: string): Promise<string> {
  const path = join(dataDir, RECEIVED_FILE)
  if (await isLink(path)) throw new PortalError([createProblemAtLevel('raw-link', 'error', { file: RECEIVED_FILE })])
  const bytes = await readIfThere(path)
  return bytes === null ? '' : new TextDecoder().decode(bytes)
}
