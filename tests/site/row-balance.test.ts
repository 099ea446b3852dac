import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { read as openBook } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { main as check } from '../../scripts/check.ts'
import { runScript, withPortal } from './with-portal.ts'

test('a balance that fails within a row is named at its cell and marked there in the copy', () =>
  withPortal(['small', 'broken/balance-broken'], async (folder) => {
    const copies = join(folder, 'copies')
    const { code, out } = await runScript(check, folder, ['--lang', 'zh', '--annotate', copies])
    expect(code).toBe(1)
    expect(out).toContain('raw/street-lamps/2026-10.csv › 第2行第6列   实为 1320')
    const book = openBook(await readFile(join(copies, 'street-lamps/2026-10.csv.核对.xlsx')))
    const cells: Record<string, { v?: unknown; c?: { t: string }[] }> = book.Sheets['2026-10.csv'] ?? {}
    const noted = Object.entries(cells).flatMap(([at, cell]) => (cell.c?.length ? [[at, String(cell.v)]] : []))
    expect(noted).toEqual([['F2', '1320']])
    expect(cells['F2']?.c?.[0]?.t).toContain('1270 + 60 − 0 = 1330')
  }))
