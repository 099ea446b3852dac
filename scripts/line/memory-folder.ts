import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { PROJECT } from '../command/options.ts'

/** What runs keep for the next, and what may be deleted at any time. */
const KEPT = join(PROJECT, '.mingge')

/** One folder a portal; `MINGGE_MEMORY` puts them elsewhere than into the project. */
export function chooseMemoryFolder(dataDir: string): string {
  const folder = process.env['MINGGE_MEMORY'] ?? join(KEPT, 'line')
  return join(folder, createHash('sha256').update(dataDir).digest('hex').slice(0, 16))
}
