import { createHash } from 'node:crypto'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What runs keep for the next, and what may be deleted at any time. */
const KEPT = join(resolve(dirname(fileURLToPath(import.meta.url)), '../..'), '.mingge')

/** One folder a portal; `MINGGE_MEMORY` puts them elsewhere than into the project. */
export function chooseMemoryFolder(dataDir: string): string {
  const folder = process.env['MINGGE_MEMORY'] ?? join(KEPT, 'line')
  return join(folder, createHash('sha256').update(dataDir).digest('hex').slice(0, 16))
}
