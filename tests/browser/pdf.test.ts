import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName, PDFStream, PDFString } from '@cantoo/pdf-lib'
import { expect, inject, test, vi } from 'vitest'
import { describePrinted, locateReport } from '../../scripts/pdf/describe-report.ts'
import { finishPdf } from '../../scripts/pdf/finish-pdf.ts'
import { type PrintedPage, printFonts, printPage } from '../../scripts/pdf/print-page.ts'
import { printReports } from '../../scripts/pdf/print-reports.ts'
import { findChromium } from '../../scripts/test/launch-chromium.ts'
import { openReader } from '../../scripts/test/reader.ts'
import { openSite } from '../../src/compose/open-site.ts'
import { PROJECT } from '../house/files.ts'
import { writeFontsWithoutChinese } from '../scripts/build/without-fonts.ts'
import { openFileReader } from './page-reader.ts'
import { readTaggedPdf, stripSpaces } from './printed-pdf.ts'

const site = inject('site')
const { openTab } = openFileReader(site)
const opened = openSite({
  data: `${PROJECT}/data`,
  published: `${PROJECT}/data/published`,
  content: `${PROJECT}/content`,
})

/** A plain month in English, and the storm month, which has words of an editor, in Chinese. */
const PRINTED = [
  { month: '2026-10', lang: 'en' },
  { month: '2025-07', lang: 'zh' },
] as const

test.each(PRINTED)(
  'the PDF of $month ($lang) says what its page says, with tags, bookmarks and fonts',
  async ({ month, lang }) => {
    const printed = describePrinted(await opened, '/', locateReport(month, lang))
    const { bytes, said } = await print(printed)
    const read = await readTaggedPdf(bytes)

    expect(read.tagged).toBe(stripSpaces(said.text).slice(0, -stripSpaces(printed.running.join('')).length))
    expect(read.info).toMatchObject({ Title: printed.title, Language: printed.lang, Author: printed.author })
    expect(read.isMarked).toBe(true)
    expect(read.outline.map(({ title }) => title)).toEqual(said.headings)
    expect(Math.max(...read.outline.map(({ depth }) => depth))).toBe(2)
    // Three charts and the code of the address.
    expect(read.descriptions.filter((text) => text.trim() !== '')).toHaveLength(4)
    for (const tag of ['H1', 'H2', 'H3', 'P', 'Table', 'TH', 'TD', 'Link'])
      expect(read.tags.get(tag), tag).toBeGreaterThan(0)

    const pages = read.artifacts.length
    const heads = read.artifacts.map((text, at) => text.replace(`${at + 1}/${pages}`, ''))
    expect(heads[0]).toBe('')
    for (const head of heads.slice(1)) expect(head.startsWith(stripSpaces(printed.running.join('')))).toBe(true)

    expect(read.links.length).toBeGreaterThan(5)
    for (const { url, contents } of read.links) {
      expect(contents).toContain(url)
      expect(url).toMatch(/^https:\/\/(?:mingge\.example|creativecommons\.org)\//)
    }
    expect(await listLooseFonts(bytes)).toEqual([])
  },
)

test('the same page printed again, by another browser, is the same file', async () => {
  const whole = await opened
  const files = new Map<string, Uint8Array>()
  const count = await printReports(
    { site: whole, base: '/', folder: site, months: ['2026-10'] },
    SILENT,
    async ({ file }, bytes) => {
      files.set(file, bytes)
    },
  )
  expect([count, ...files.keys()]).toEqual([2, 'reports/2026-10/2026-10.pdf', 'en/reports/2026-10/2026-10.pdf'])
  const { bytes } = await print(describePrinted(whole, '/', locateReport('2026-10', 'en')))
  expect(Buffer.from(files.get('en/reports/2026-10/2026-10.pdf') ?? []).equals(Buffer.from(bytes))).toBe(true)
  // Ids of Chromium count from the start of its process.
  expect(await listIds(bytes)).toEqual(['e000001', 'e000002'])
})

const SILENT = { setTotal: () => {}, advance: () => {}, setResult: () => {}, markFailed: () => {} }

/** The first ids of elements. */
async function listIds(bytes: Uint8Array): Promise<string[]> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false })
  const ids = context.enumerateIndirectObjects().flatMap(([, object]) => {
    const id = object instanceof PDFDict ? object.lookup(PDFName.of('ID')) : undefined
    return id instanceof PDFString ? [id.decodeText()] : []
  })
  return ids.toSorted().slice(0, 2)
}

test('without an address of the site no link of it is left, and no code', async () => {
  const printed = { ...describePrinted(await opened, '/', locateReport('2026-10', 'zh')), address: null }
  const read = await readTaggedPdf((await print(printed)).bytes)
  expect(read.links.map(({ url }) => new URL(url).host)).toEqual(['creativecommons.org'])
  expect(read.descriptions).toHaveLength(3)
  expect(read.tagged).toContain('[4]网格事件/data/cases/')
})

test('a head that each page repeats is read once, items of lists have a body, and what decorates is no content', async () => {
  const { page, close } = await openTab()
  const rows = Array.from({ length: 90 }, (_, row) => `<tr><th scope="row">区${row}</th><td>${row}</td></tr>`).join('')
  await page.setContent(`<html lang="zh-CN"><body><h1>附表</h1><h2 style="width: 6em">On time in the month</h2><ul><li><a href="https://mingge.example/">网站</a></li></ul>
<p style="border:1px solid;border-radius:4px"><strong>重点</strong></p>
<table><thead><tr><th scope="col">地区</th><th scope="col">件数</th></tr></thead><tbody>${rows}</tbody></table></body></html>`)
  const links = new Map([['https://mingge.example/', '网站']])
  const facts = {
    title: '附表',
    lang: 'zh-CN',
    author: '',
    day: '2026-11-20',
    links,
    headings: ['附表', 'On time in the month'],
    text: '附表On time in the month网站重点地区件数区',
  }
  const bytes = await finishPdf(await page.pdf({ tagged: true, outline: true }), facts)
  await close()
  const read = await readTaggedPdf(bytes)
  // Broken into lines, which costs its bookmark a space.
  expect(read.outline.map(({ title }) => title)).toEqual(['附表', 'On time in the month'])
  expect(read.artifacts.length).toBeGreaterThan(1)
  expect(read.tagged.split('地区件数')).toHaveLength(2)
  expect(read.artifacts).toEqual(['', ...read.artifacts.slice(1).map(() => '地区件数')])
  expect([read.tags.get('LI'), read.tags.get('LBody')]).toEqual([1, 1])
  expect(read.links).toEqual([{ url: 'https://mingge.example/', contents: '网站' }])
})

test.runIf(process.platform === 'linux')('a machine without a Chinese font is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mingge-fonts-'))
  const file = join(folder, 'fonts.conf')
  await writeFontsWithoutChinese(file)
  vi.stubEnv('FONTCONFIG_FILE', file)
  const reader = await openReader(await findChromium(), site)
  vi.unstubAllEnvs()
  try {
    await expect(printFonts(reader)).rejects.toThrow('本机没有中文字体，PDF里不会有字。')
  } finally {
    await reader.close()
    await rm(folder, { recursive: true })
  }
})

async function print(printed: PrintedPage) {
  const tab = await openTab()
  try {
    return await printPage(tab, printed)
  } finally {
    await tab.close()
  }
}

/** Fonts whose shapes are not in the file: neither a font file, nor (Type 3) a drawing of each character. */
async function listLooseFonts(bytes: Uint8Array): Promise<string[]> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false })
  const loose: string[] = []
  let count = 0
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.lookup(PDFName.of('Type')) !== PDFName.of('Font')) continue
    const kind = object.lookup(PDFName.of('Subtype'), PDFName).decodeText()
    if (kind === 'Type0') continue
    count += 1
    const descriptor = object.lookup(PDFName.of('FontDescriptor'))
    const files = ['FontFile', 'FontFile2', 'FontFile3'].map((name) =>
      descriptor instanceof PDFDict ? descriptor.lookup(PDFName.of(name)) : undefined,
    )
    const drawings = object.lookup(PDFName.of('CharProcs'))
    const isDrawn = kind === 'Type3' && drawings instanceof PDFDict && drawings.keys().length > 0
    if (!isDrawn && !files.some((file) => file instanceof PDFStream)) loose.push(`${ref} ${kind}`)
  }
  expect(count).toBeGreaterThan(3)
  return loose
}
