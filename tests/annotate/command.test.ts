import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { read as openBook } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { main as check } from '../../scripts/check.ts'
import { runScript, treeOf, withPortal } from '../site/with-portal.ts'

const PORTAL = ['small', join('broken', 'code-unknown')]

test('check --annotate writes one workbook for each file with an error, and nothing over the raw files', () =>
  withPortal(PORTAL, async (folder) => {
    const before = await treeOf(join(folder, 'data'))
    const out = join(folder, 'copies')
    const { code } = await runScript(check, folder, ['--annotate', out])
    expect(code).toBe(1)
    expect(Object.keys(await treeOf(out))).toEqual(['satisfaction/2026-10.csv.核对.xlsx'])
    const book = openBook(await readFile(join(out, 'satisfaction/2026-10.csv.核对.xlsx')))
    expect(book.SheetNames).toEqual(['核对结果', '2026-10.csv'])
    expect(book.Sheets['2026-10.csv']?.['H2'].c[0].t).toMatch(/^value-unlisted\n“评价”的值不在代码表内/)
    // What has come in is recorded beside the raw files, which stay as they are.
    const { 'received.jsonl': received, ...after } = await treeOf(join(folder, 'data'))
    expect(received).toContain('raw/satisfaction/2026-10.csv')
    expect(after).toEqual(before)
  }))

test('it does not write among the raw files', () =>
  withPortal(PORTAL, async (folder) => {
    const { code, err } = await runScript(check, folder, ['--annotate', join(folder, 'data/raw/satisfaction')])
    expect(code).toBe(2)
    expect(err).toContain('--annotate')
  }))
