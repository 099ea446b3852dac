import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { read as openBook } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { main as check } from '../../scripts/check.ts'
import { checkFile } from '../../src/checker/worker/check-file.ts'
import { reportOf } from '../../src/checker/worker/file-report.ts'
import { createProblem } from '../../src/problems/create-problem.ts'
import { ignore, portalOf, SMALL } from '../checker/portals.ts'
import { runScript, treeOf, withPortal } from './with-portal.ts'

/** One value of each kind, of no living person, and as it may be shown. It is in a column of a closed list. */
const PERSONAL: Record<string, [text: string, secret: string, shown: string]> = {
  mobile: ['电话13800138000', '13800138000', '138******00'],
  landline: ['住宅电话：025-83601234', '83601234', '025******34'],
  'resident-id': ['110105194912310021', '110105194912310021', '110***********0021'],
  'bank-card': ['6222020000000000000', '6222020000000000000', '6222***********0000'],
  plate: ['苏A12345', '苏A12345', '苏A****5'],
  email: ['zhangsan@qq.com', 'zhangsan@qq.com', 'Z***********COM'],
  passport: ['护照E12345678', 'E12345678', 'E******78'],
  account: ['微信号ZHANGSAN88', 'ZHANGSAN88', 'Z********8'],
  address: ['家住锦绣苑3栋501室', '3栋501室', '*****室'],
}

const FILE = 'data/raw/satisfaction/2026-10.csv'

/** The month with these texts where the grade of satisfaction belongs, a row each, and one of them as a header. */
async function withPersonal(folder: string): Promise<void> {
  const [header = '', ...rows] = (await readFile(join(folder, FILE), 'utf8')).split('\n')
  const texts = Object.values(PERSONAL).map(([text]) => text)
  const changed = rows.map((row, index) => row.replace(/[^,]*$/, (grade) => texts[index] ?? grade))
  await writeFile(join(folder, FILE), [`${header},电话13800138000`, ...changed.map((row) => `${row},`)].join('\n'))
}

/** What a printer has written must show each value covered, or not at all, and never as it was. */
function expectCovered(printed: string, where: string): void {
  for (const [kind, [, secret]] of Object.entries(PERSONAL)) {
    expect(printed.toUpperCase().includes(secret.toUpperCase()), `${kind} in ${where}`).toBe(false)
  }
}

test('the terminal, the report for programs, the notes of a marked copy and the memory of the line cover them', () =>
  withPortal(['small'], async (folder) => {
    await withPersonal(folder)
    const copies = join(folder, 'copies')
    for (const lang of ['zh', 'en']) {
      const { code, out, err } = await runScript(check, folder, ['--lang', lang, '--annotate', copies])
      expect(code).toBe(1)
      expect(out).toContain('value-unlisted')
      expectCovered(out + err, `terminal ${lang}`)
    }
    const json = await runScript(check, folder, ['--format', 'json'])
    expectCovered(json.out, 'json')
    for (const [, , shown] of Object.values(PERSONAL)) expect(json.out).toContain(shown)

    const memory = Object.values(await treeOf(join(folder, 'memory'))).join('\n')
    expect(memory).toContain('value-unlisted')
    expectCovered(memory, 'memory')

    const book = openBook(await readFile(join(copies, 'satisfaction/2026-10.csv.核对.xlsx')))
    const list = JSON.stringify(book.Sheets['核对结果'])
    const notes = Object.values(book.Sheets['2026-10.csv'] ?? {}).flatMap((cell) => cell?.c ?? [])
    expect(list).toContain('138******00')
    expect(notes.length).toBeGreaterThan(0)
    expectCovered(list + JSON.stringify(notes), 'marked copy')
  }))

test('the page that checks a file covers them, in the rows that it shows around a cell too', () =>
  withPortal(['small'], async (folder) => {
    await withPersonal(folder)
    const portal = await portalOf(SMALL)
    const bytes = await readFile(join(folder, FILE))
    const checked = checkFile(
      { name: '2026-10.csv', bytes, dataset: 'satisfaction', period: '2026-10' },
      portal,
      ignore,
    )
    for (const lang of ['zh', 'en'] as const) {
      const report = JSON.stringify(reportOf(1, checked, { problems: checked.problems, portal, lang }))
      expect(report).toContain('138******00')
      expectCovered(report, `page ${lang}`)
    }
  }))

test('a number is covered before a long text is cut, in every part of a problem', () => {
  const long = `${'文'.repeat(112)}13800138000`
  const secret = '13800138000'
  const made = createProblem(
    'value-unlisted',
    { columnName: secret, file: `raw/cases/${secret}.csv`, sheet: `联系${secret}` },
    { found: long, expected: secret, params: { a: secret, b: { zh: secret, en: secret }, c: Number(secret), d: 7 } },
  )
  expect(JSON.stringify(made)).not.toContain('1380013')
  expect(made).toMatchObject({ file: 'raw/cases/138******00.csv', sheet: '联系138******00', params: { d: 7 } })
})
