import { cp, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { main as check } from '../../scripts/check.ts'
import { runScript, withPortal } from '../site/with-portal.ts'

const DEMO = join(import.meta.dirname, '../../data')

/** A report of `npm run check -- --report` over three months of two datasets of the demonstration. */
async function reportOf(use: (html: string, code: number) => void | Promise<void>): Promise<void> {
  await withPortal([], async (folder) => {
    for (const name of ['places.csv', 'departments.csv', 'holidays.csv'])
      await cp(join(DEMO, name), join(folder, 'data', name))
    for (const [dataset, file] of FILES) {
      await mkdir(join(folder, 'data/raw', dataset), { recursive: true })
      await cp(join(DEMO, 'raw', dataset, file), join(folder, 'data/raw', dataset, file))
    }
    const path = join(folder, 'out', 'report.html')
    const run = await runScript(check, folder, ['--report', path])
    await use(await readFile(path, 'utf8'), run.code)
  })
}

const FILES = [
  ['satisfaction', '2026-09.csv'],
  ['satisfaction', '2026-10.csv'],
  ['elder-care', '2025.xlsx'],
] as const

test('a report is one file that asks for nothing, in both languages, with every rule of the contract', () =>
  reportOf((html) => {
    const { document } = parseHTML(html)
    expect(html).not.toMatch(/<script|<link|\bsrc=|https?:\/\/|url\(/)
    expect([...document.querySelectorAll('main')].map((main) => main.getAttribute('lang'))).toEqual(['zh-CN', 'en'])
    const [zh, en] = [...document.querySelectorAll('main')].map((main) => main.textContent ?? '')
    for (const words of ['月份等于文件的期次', '回访单号不重复', '是否接通为否时，评价必须留空', '接通不大于回访'])
      expect(zh).toContain(words)
    expect(en).toContain('Callback number identifies a row')
    expect(zh).toContain('养老服务设施：入住床位不大于养老床位')
    // The same numbers in the same order in both languages.
    const listNumbers = (index: number) =>
      [...(document.querySelectorAll('main')[index]?.querySelectorAll('.rules .n') ?? [])]
        .map((cell) => cell.textContent ?? '')
        .filter((text) => /^[\d,]+$/.test(text))
    expect(listNumbers(0).length).toBeGreaterThan(100)
    expect(listNumbers(0)).toEqual(listNumbers(1))
  }))

test('no value of a column that is not public is in it, and those of the others are', () =>
  reportOf(async (html) => {
    const sent = await readFile(join(DEMO, 'raw/satisfaction/2026-10.csv'), 'utf8')
    const [, ...lines] = sent.trim().split('\n')
    for (const line of lines) expect(html).not.toContain(line.split(',')[0])
    expect(html).toContain('非常满意')
  }))

test('a chart names its numbers for those who do not see it, and every id is there once', () =>
  reportOf((html) => {
    const { document } = parseHTML(html)
    const charts = [...document.querySelectorAll('svg')]
    expect(charts.length).toBeGreaterThan(10)
    for (const chart of charts) {
      expect(chart.querySelector('title')?.textContent).not.toBe('')
      expect(chart.querySelector('desc')?.textContent).toMatch(/\d/)
    }
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
    expect(new Set(ids).size).toBe(ids.length)
  }))
