import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { utils, type WorkSheet, write } from '@e965/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exitCodeOf } from '../../scripts/command/run-command.ts'
import { readAllowed } from '../../scripts/scan/print-hits.ts'
import { main } from '../../scripts/scan.ts'
import { catchOutput } from '../site/with-portal.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingge-scan-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function scan(...args: string[]) {
  const { result, out, err } = await catchOutput(() => exitCodeOf(main, args))
  return { code: result, out, err }
}

test('a CSV: each cell with its header as context, in the declared form, exit 1', async () => {
  const file = join(folder, 'cases.csv')
  await writeFile(file, '网格编码,身份证号,备注\n110101001001001,11010519491231002X,无\n,,电话13800138000\n')
  const { code, out } = await scan(file, '--format', 'json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toEqual({
    hits: [
      { file, row: 2, column: 2, kind: 'resident-id', masked: '110***********002X' },
      { file, row: 3, column: 3, kind: 'mobile', masked: '138******00' },
    ],
  })
})

test('a workbook: cells, comments, properties and the name of a sheet', async () => {
  const sheet: WorkSheet = utils.aoa_to_sheet([
    ['姓名', '编号'],
    ['陈晓东', 'A1'],
  ])
  const cell = sheet['B2'] as { c?: { t: string }[] }
  cell.c = [{ t: '请联系13800138000' }]
  const book = { SheetNames: ['名单'], Sheets: { 名单: sheet }, Props: { Author: '王秀兰' } }
  const file = join(folder, 'book.xlsx')
  await writeFile(file, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  const { code, out } = await scan(file, '--format', 'json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toEqual({
    hits: [
      { file, row: null, column: null, kind: 'name', masked: '王**' },
      { file, sheet: '名单', row: 2, column: 1, kind: 'name', masked: '陈**' },
      { file, sheet: '名单', row: 2, column: 2, kind: 'mobile', masked: '138******00' },
    ],
  })
})

test('a folder: prose by line, escaped JSON, the names of files; nothing of the datum is printed', async () => {
  const inside = join(folder, 'deep', 'er')
  await mkdir(inside, { recursive: true })
  await writeFile(join(inside, 'a.mdx'), '---\ntitle: 公报\n---\n\n户主李秀英反映，家住仙林新村12幢3单元502室。\n')
  await writeFile(join(inside, 'b.json'), '{"t": "\\u8054\\u7cfb13800138000"}\n')
  await writeFile(join(inside, '13912345678.txt'), '无\n')
  await writeFile(join(inside, 'c.png'), Buffer.from([1, 2, 3]))
  const { code, out, err } = await scan(join(folder, 'deep'))
  expect(code).toBe(1)
  expect(out.replaceAll(inside, '…').split('\n')).toEqual([
    '…/139******78.txt  手机号  139******78',
    '…/a.mdx:5:3  姓名  李**',
    '…/a.mdx:5:15  社区以下的住址  *********室',
    '…/b.json:1:10  手机号  138******00',
    '发现4处。',
    '',
  ])
  expect(err).toContain('c.png')
})

test('nothing found: exit 0; a path that is not there and no path at all: exit 2', async () => {
  const file = join(folder, 'clean.csv')
  await writeFile(file, '案件编号,数量\n320113202610120017,138\n')
  expect(await scan(file, '--format', 'json')).toEqual({ code: 0, out: '{"hits":[]}\n', err: '' })
  expect((await scan(join(folder, 'gone'))).code).toBe(2)
  expect((await scan()).code).toBe(2)
})

test('--allow: numbers that the publisher has made public', async () => {
  const file = join(folder, 'contact.txt')
  const list = join(folder, 'numbers.csv')
  await writeFile(file, '联系电话025-83639000\n')
  await writeFile(list, '025-83639000,城管局办公室\n')
  expect((await scan(file)).code).toBe(1)
  expect((await scan(file, '--allow', list)).code).toBe(0)
  expect(readAllowed('025-83639000,城管局\n\n12345\n')).toEqual(new Set(['02583639000', '12345']))
})
