import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read as openBook } from '@e965/xlsx'
import type { Download, Page } from 'playwright'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import type { ProblemJson } from '../../src/problems/json.ts'
import type { Lang } from '../../src/text/local-text.ts'
import { findViolations } from './axe.ts'
import { composeManyRows, fileOf, NAME, readBrokenFile, runCommandLine, sent } from './checker-files.ts'
import { DESKTOP, openFileReader, PHONE } from './page-reader.ts'
import { listSights } from './sights.ts'

const { visit } = openFileReader(inject('site'))
const LANGUAGES = [
  { lang: 'zh', address: '/check/' },
  { lang: 'en', address: '/en/check/' },
] as const
/** How often the page must come to do something else while a long file is checked; hundreds of times is usual. */
const TURNS_MIN = 20

describe.each(LANGUAGES)('$lang: the page for checking a file', ({ lang, address }) => {
  test('finds what the command line finds, in the same words', async () => {
    const commanded = await runOnBroken()
    const { listed, shown, reported } = await lookAtBroken(address, lang)
    const omitFile = (problems: ProblemJson[]) => problems.map((problem) => ({ ...problem, file: null }))
    expect(commanded.length).toBeGreaterThan(3)
    expect(omitFile(listed)).toEqual(omitFile(commanded))
    expect(new Set(shown)).toEqual(new Set(commanded.map((problem) => problem.rule)))
    for (const { message } of commanded) expect(reported).toContain(message[lang])
  })

  test('shows the cell among its neighbours and counts the rows', async () => {
    const drawn = await lookAtBroken(address, lang)
    expect([drawn.fault, drawn.row]).toEqual([['不错'], '5'])
    const [read = 0, used = 0, refused = 0] = [...drawn.rows.replaceAll(',', '').matchAll(/\d+/g)].map(Number)
    expect([read, refused]).toEqual([sent.trim().split('\n').length - 1, 4])
    expect(used + refused).toBe(read)
  })

  test('axe finds nothing in what it draws', async () => {
    expect((await lookAtBroken(address, lang)).violations).toEqual([])
  })

  test('reports of a clean file that nothing was found, and saves what was tried, as the command line makes it', async () => {
    const { html, ...verdict } = await visit(address, async (page) => {
      await putIn(page, NAME, sent)
      return {
        kind: await verdictOf(page),
        causes: await page.locator('.cause').count(),
        html: (await bytesOf(await saveDownload(page, 'report'))).toString('utf8'),
      }
    })
    expect(verdict).toEqual({ kind: 'clean', causes: 0 })
    expect(html).toMatch(/^<!doctype html>/)
    expect(html).toContain('月份等于文件的期次')
    const rows = (sent.trim().split('\n').length - 1).toLocaleString('en')
    expect(html).toContain(`读入${rows}行＝采用${rows}行＋退回0行`)
    expect(html).not.toMatch(/<script|https?:\/\//)
  })

  test('without JavaScript it explains what to do instead', async () => {
    const text = await visit(address, (page) => page.locator('main').innerText(), { javaScriptEnabled: false })
    expect(text).toContain('npm run check')
    expect(text).not.toMatch(/拖到|Drop files/)
  })
})

/** What the command line finds in the broken file, and what the page in each language does; each is asked once. */
let commandedOnce: Promise<ProblemJson[]> | undefined
const looks = new Map<string, ReturnType<typeof lookWithBroken>>()

function runOnBroken(): Promise<ProblemJson[]> {
  commandedOnce ??= runCommandLine(readBrokenFile())
  return commandedOnce
}

function lookAtBroken(address: string, lang: Lang): ReturnType<typeof lookWithBroken> {
  const seen = looks.get(address) ?? lookWithBroken(address, lang)
  looks.set(address, seen)
  return seen
}

function lookWithBroken(address: string, lang: Lang) {
  return visit(address, async (page) => {
    await putIn(page, NAME, readBrokenFile())
    const cells = page.locator('[data-rule=value-unlisted] table.cells')
    const read = {
      // The page writes the records that its printer makes.
      listed: JSON.parse((await bytesOf(await saveDownload(page, 'list'))).toString('utf8')) as ProblemJson[],
      shown: await page
        .locator('.cause')
        .evaluateAll((causes) => causes.map((cause) => cause.getAttribute('data-rule'))),
      reported: await page.locator('.sheet').innerText(),
      fault: await cells.locator('td.marked').allInnerTexts(),
      row: await cells.locator('tr.at th').innerText(),
      rows: await page.locator('.rows-read').innerText(),
    }
    const wide: string[] = []
    for (const viewport of [PHONE, DESKTOP]) {
      await page.setViewportSize(viewport)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > viewport.width) wide.push(`${viewport.width}: wide`)
    }
    // Last, since axe is shown a part of long tables only.
    return { ...read, violations: [...wide, ...(await findViolations(page, listSights(lang)))] }
  })
}

test('nothing leaves the page and nothing is fetched: all works without a network', async () => {
  const { requests, kinds, book } = await visit('/check/', async (page) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.context().setOffline(true)
    await putIn(page, NAME, readBrokenFile())
    const kinds = [await verdictOf(page)]
    const download = await saveDownload(page, 'copy')
    const copy = await bytesOf(download)
    await page.click('[data-do=remove]')
    await cancelAt(page, '[data-do=cancel]')
    await page.setInputFiles('#tray input', fileOf(NAME, composeManyRows(100_000)))
    await page.click('.saving button')
    await page.locator('.sheet').waitFor()
    kinds.push(await page.locator('.rows-read').innerText())
    return { requests: asked.filter((url) => !url.startsWith('blob:')), kinds, book: openBook(copy) }
  })
  expect(requests).toEqual([])
  expect(kinds).toEqual(['stopped', '读入100,000行＝采用100,000行＋退回0行'])
  expect(book.SheetNames).toEqual(['核对结果', NAME])
  expect(book.Sheets[NAME]?.['H5'].c[0].t).toMatch(/^value-unlisted\n/)
})

test('200,000 rows do not freeze the page, and can be stopped', async () => {
  // From disk: handing the bytes over through the test's own channel would itself keep the page busy.
  const folder = await mkdtemp(join(tmpdir(), 'mingge-checker-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, NAME), composeManyRows(200_000))
  const seen = await visit('/check/', async (page) => {
    await cancelAt(page, '.running progress[value]')
    await page.setInputFiles('#tray input', join(folder, NAME))
    await page.locator('.saving button').first().waitFor()
    const stopped = {
      text: await page.locator('#checker-status').innerText(),
      sheets: await page.locator('.sheet').count(),
    }
    await countTurns(page)
    await page.click('.saving button')
    await page.locator('.sheet').waitFor()
    return {
      reported: await page.evaluate(() => String(Reflect.get(window, 'shownAtCancel'))),
      stopped,
      rows: await page.locator('.rows-read').innerText(),
      turns: await page.evaluate(() => Number(Reflect.get(window, 'turns'))),
    }
  })
  expect(seen.reported).toMatch(/^正在核对2026-10\.csv：\d+%$/)
  expect(seen.stopped).toEqual({ text: '已停止，没有得出结果。', sheets: 0 })
  expect(seen.rows).toBe('读入200,000行＝采用200,000行＋退回0行')
  expect(seen.turns).toBeGreaterThan(TURNS_MIN)
})

test('the keyboard alone suffices, and the result is announced', async () => {
  const reached = await visit(
    '/check/',
    async (page) => {
      // Listened for from the start: Chromium learns of it by a separate message.
      const chooser = page.waitForEvent('filechooser')
      for (let press = 0; press < 40; press += 1) {
        if (await page.evaluate(() => document.activeElement?.matches('#tray input') ?? false)) break
        await page.keyboard.press('Tab')
      }
      await page.keyboard.press('Enter')
      await (await chooser).setFiles(fileOf(NAME, readBrokenFile()))
      await page.locator('.sheet').waitFor()
      const focus = await page.evaluate(() => document.activeElement?.textContent)
      await page.keyboard.press('Tab')
      const next = await page.evaluate(() => document.activeElement?.tagName)
      return { status: await page.locator('#checker-status').innerText(), focus, next }
    },
    { viewport: DESKTOP },
  )
  expect(reached).toEqual({ status: '1个文件已核对完毕：1个要改。', focus: NAME, next: 'SELECT' })
})

test('a file let go anywhere on the page is taken up, and what it is can be corrected', async () => {
  const kinds = await visit('/check/', async (page) => {
    await page.evaluate((text) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], '导出.csv'))
      document.querySelector('footer')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }))
    }, '甲,乙\n1,2\n')
    await page.locator('.sheet').waitFor()
    const kinds = [await verdictOf(page)]
    await page.selectOption('select[name=dataset]', 'satisfaction')
    await page.fill('input[name=period]', '2026-10')
    await page.click('.what [type=submit]')
    await page.locator('[data-outcome=stopped]').waitFor()
    kinds.push(await verdictOf(page), ...((await page.locator('[data-rule=header-missing]').count()) ? ['header'] : []))
    return kinds
  })
  expect(kinds).toEqual(['unknown', 'stopped', 'header'])
})

/**
 * Has the page itself press "cancel" as soon as an element appears: a press from here may come when all is done. Keeps
 * what the page showed by then as `shownAtCancel`.
 */
async function cancelAt(page: Page, selector: string): Promise<void> {
  await page.evaluate((awaited) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector(awaited) === null) return
      observer.disconnect()
      Object.assign(window, { shownAtCancel: document.querySelector('.running p')?.textContent })
      document.querySelector<HTMLElement>('[data-do=cancel]')?.click()
    })
    observer.observe(document.body, { subtree: true, childList: true, attributes: true })
  }, selector)
}

/** Counts how often the page comes to do something else while a file is being checked, from now on, as `turns`. */
async function countTurns(page: Page): Promise<void> {
  await page.evaluate(() => {
    let turns = 0
    const count = () => {
      if (document.querySelector('.running') !== null) turns += 1
      Object.assign(window, { turns })
      setTimeout(count)
    }
    count()
  })
}

async function putIn(page: Page, name: string, text: string): Promise<void> {
  await page.setInputFiles('#tray input', fileOf(name, text))
  await page.locator('.sheet').waitFor()
}

async function verdictOf(page: Page): Promise<string | null> {
  return page.locator('.sheet').first().getAttribute('data-outcome')
}

async function saveDownload(page: Page, kind: 'copy' | 'list' | 'report'): Promise<Download> {
  const download = page.waitForEvent('download')
  await page.click(`[data-save=${kind}]`)
  return download
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path())
}
