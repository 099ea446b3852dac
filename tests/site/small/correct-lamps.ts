import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'

/** One more lamp of 东湾区 is out in October: its file as GB 18030, with full-width digits. */
export async function correctLamps(folder: string): Promise<void> {
  const raw = join(folder, 'data/raw/street-lamps/2026-10.csv')
  const text = new TextDecoder('gb18030').decode(await readFile(raw))
  expect(text).toContain('１６')
  await writeFile(raw, text.replace('１６', '17'))
}
