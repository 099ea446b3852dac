import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { PDFDocument, PDFName, type PDFPage, PDFString } from '@cantoo/pdf-lib'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkBuiltSite } from '../../scripts/scan/check-built-site.ts'
import { listMarkupRuns } from '../../scripts/scan/markup-runs.ts'
import { zip } from '../../src/annotate/write-zip.ts'
import { writeWorkbook } from '../../src/downloads/workbook/write-workbook.ts'
import { hashDatum } from '../../src/personal/hash-datum.ts'

let site = ''
beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'mingge-built-'))
})
afterEach(() => rm(site, { recursive: true, force: true }))

async function scan(files: Record<string, string | Uint8Array>, accepted: string[] = []) {
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(site, path)), { recursive: true })
    await writeFile(join(site, path), bytes)
  }
  const { problems } = await checkBuiltSite(site, {
    allowed: new Set(['02583639000']),
    acceptedHashes: new Set(accepted),
  })
  return problems.map(({ file, row, found }) => [file, row, found])
}

const PHONE = '138******00'
const CSV = new TextEncoder().encode('单位,电话\n甲,13800138000\n')
const PARQUET = new Uint8Array(
  parquetWriteBuffer({ columnData: [{ name: '电话', data: ['025', '13800138000'], type: 'STRING' }] }),
)
const WORKBOOK = writeWorkbook('甲', [
  { name: '甲', rows: [[{ text: '13800138000', look: 'code' }]], widths: [9], isTable: false, links: [] },
])
const COMMENT = new TextEncoder().encode('手机13800138000')
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xfe, 0, COMMENT.length + 2, ...COMMENT, 0xff, 0xd9])
const DRAWN = await makePdf((document) => document.addPage().drawText('In October\n138 0013 8000', { y: 400 }))
const TITLED = await makePdf((document) => document.setTitle('手机13800138000'))
const LINKED = await makePdf(({ context }, page) => {
  const action = { Type: 'Action', S: 'URI', URI: PDFString.of('tel:13800138000') }
  const link = context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: action })
  page.node.set(PDFName.of('Annots'), context.obj([link]))
})
const INNER = zip([{ path: 'a.csv', content: CSV }])

test.each<[string, string, string | Uint8Array, number | null]>([
  ['words of a page', 'a/index.html', '<p>\n电话<b>138</b>0013<i>8000</i></p>', 2],
  ['entities', 'a/index.html', '<p>1&#51;8&#x30;0138000</p>', 1],
  ['an attribute', 'a/index.html', '<div>\n<img alt="手机13800138000" src="/a.png"></div>', 2],
  ['an address', 'a/index.html', '<a href="tel:13800138000">电话</a>', 1],
  ['an encoded address', 'a/index.html', '<a href="/search/?q=%E6%89%8B%E6%9C%BA13800138000">查</a>', 1],
  ['a comment', 'a/index.html', '<!-- 13800138000 -->', 1],
  ['data in a script', 'a/index.html', '<script type="application/json">{"n":"13800138000"}</script>', 1],
  ['a drawing', 'a/flow.svg', '<svg><title>13800138000</title><path d="M0,0"/></svg>', 1],
  ['a download', 'data/a.csv', '单位,电话\n甲,13800138000\n', 2],
  ['a download for programs', 'data/a.json', '{"rows":[{"电话":13800138000}]}', 1],
  ['Parquet', 'data/a.parquet', PARQUET, 3],
  ['a workbook', 'data/a.xlsx', WORKBOOK, 1],
  ['a package', 'data/a.zip/a.csv', zip([{ path: 'a.csv', content: CSV }]), 2],
  ['a package of packages', 'data/a.zip/b.zip/a.csv', zip([{ path: 'b.zip', content: INNER, isPacked: true }]), 2],
  ['a comment of a picture', 'a/photo.jpg', JPEG, null],
  ['a page of a PDF', 'reports/a.pdf', DRAWN, 2],
  ['the title of a PDF', 'reports/a.pdf', TITLED, null],
  ['a link of a PDF', 'reports/a.pdf', LINKED, 1],
  ['the log', 'data/releases.jsonl', '{}\n{"note":"\\u624b\\u673a13800138000"}\n', 2],
  [
    'the search index',
    'pagefind/fragment/a.pf_fragment',
    gzipSync('pagefind_dcd{"content":"电话 13800138000 止"}'),
    null,
  ],
])('%s', async (_, path, bytes, row) => {
  // Of a file in an archive, the archive is what is on the disk.
  const onDisk = path.replace(/(\.zip)\/.*$/, '$1')
  expect(await scan({ [onDisk]: bytes })).toEqual([[path, row, PHONE]])
  expect(await scan({}, [hashDatum('13800138000')])).toEqual([])
  expect(await scan({}, [PHONE])).toHaveLength(1)
})

test('numbers of neighbouring cells, shapes, styles and telephones of offices are none', async () => {
  const page = `<table><tr><td>138</td><td>0013</td><td>8000</td></tr></table>
    <svg><path d="M13800138000,4"/></svg><style>.a{--n:13800138000}</style><p>电话 025-83639000</p>`
  expect(await scan({ 'index.html': page, '_astro/check.js': 'const a = "13800138000"' })).toEqual([])
})

test('tags within a word do not part it, other tags do; lines are those of the file', () => {
  expect(listMarkupRuns('<h1>\n一<b>二</b></h1>\n<p title="三">四<br>五 &amp; 六</p>')).toEqual([
    { text: '一二', row: 2 },
    { text: '三', row: 3 },
    { text: '四', row: 3 },
    { text: '五 & 六', row: 3 },
  ])
})

/** A PDF whose first page is empty but for what is done to it. */
async function makePdf(change: (document: PDFDocument, page: PDFPage) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  change(document, document.addPage())
  return document.save()
}

test('a data file that cannot be read stops the build', async () => {
  await expect(scan({ 'reports/a.pdf': '%PDF-1.7' })).rejects.toThrow('reports/a.pdf')
  await rm(join(site, 'reports/a.pdf'))
  const packed = await makePdf((document) => document.attach(CSV, 'a.csv', { mimeType: 'text/csv' }))
  await expect(scan({ 'reports/b.pdf': packed })).rejects.toThrow('reports/b.pdf')
  await rm(join(site, 'reports/b.pdf'))
  const damaged = await makePdf(({ catalog, context }) => catalog.Pages().set(PDFName.of('Kids'), context.obj([7])))
  await expect(scan({ 'reports/c.pdf': damaged })).rejects.toThrow('reports/c.pdf')
  await rm(join(site, 'reports/c.pdf'))
  await expect(scan({ 'data/a.parquet': 'PAR1' })).rejects.toThrow('data/a.parquet')
})
