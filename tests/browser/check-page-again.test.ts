import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, inject, onTestFinished, test } from 'vitest'
import { NAME, readBrokenFile, sent } from './checker-files.ts'
import { openFileReader } from './page-reader.ts'

/** What a clerk does with a file after the first look at it. */
const { visit } = openFileReader(inject('site'))

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mingge-checker-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'inner'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

async function waitUntilSettled(page: Page): Promise<string[]> {
  await page.locator('#checker-status', { hasText: '核对完毕' }).waitFor()
  return page.locator('.sheet').evaluateAll((all) => all.map((item) => item.getAttribute('data-outcome') ?? ''))
}

test('a corrected file replaces the first', async () => {
  const folder = await folderOf({ [NAME]: readBrokenFile() })
  const seen = await visit('/check/', async (page) => {
    await page.setInputFiles('#tray input', join(folder, NAME))
    const kinds = [await waitUntilSettled(page)]
    await writeFile(join(folder, NAME), sent)
    await page.setInputFiles('#tray input', join(folder, NAME))
    await page.locator('[data-outcome=clean]').waitFor()
    kinds.push(await waitUntilSettled(page))
    return { kinds, reported: await page.locator('.sheet .summary').innerText() }
  })
  expect(seen.kinds).toEqual([['stopped'], ['clean']])
  expect(seen.reported).toBe(`代替先前放入的${NAME}。`)
})

test('a file that was changed on the disk is asked for again, and takes no other with it', async () => {
  const folder = await folderOf({ [NAME]: readBrokenFile(), '2026-09.csv': sent.replaceAll('2026-10', '2026-09') })
  const seen = await visit('/check/', async (page) => {
    await page.setInputFiles('#tray input', [join(folder, NAME), join(folder, '2026-09.csv')])
    await waitUntilSettled(page)
    await writeFile(join(folder, NAME), `${sent}\n`)
    const about = page.locator(`[data-file="${NAME}"]`)
    await about.locator('[data-save=copy]').click()
    await about.locator('.saved', { hasText: '再放进来' }).waitFor()
    await about.locator('.what [type=submit]').click()
    await page.locator('[data-outcome=unread]').waitFor()
    return { kinds: await waitUntilSettled(page), reported: await about.locator('.outcome').innerText() }
  })
  expect(seen.kinds[0]).toBe('unread')
  expect(seen.kinds).toHaveLength(2)
  expect(seen.reported).toContain('浏览器读不了这个文件')
})

test('a folder gives the tables that lie in it', async () => {
  const folder = await folderOf({
    [NAME]: sent,
    'inner/2026-09.csv': readBrokenFile(),
    'profile.yaml': 'a: 1',
    '~$a.xlsx': '',
  })
  const names = await visit('/check/', async (page) => {
    const session = await page.context().newCDPSession(page)
    const at = { x: 300, y: 300, data: { items: [], files: [folder], dragOperationsMask: 1 } }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, ...at })
    }
    await waitUntilSettled(page)
    return page.locator('.sheet').evaluateAll((all) => all.map((item) => item.getAttribute('data-file')))
  })
  expect(names.toSorted()).toEqual(['2026-09.csv', NAME])
})

test('an invalid period is reported and nothing is checked; a period typed informally is understood', async () => {
  const folder = await folderOf({ [NAME]: sent })
  const seen = await visit('/check/', async (page) => {
    await page.setInputFiles('#tray input', join(folder, NAME))
    const reported: string[] = []
    for (const typed of ['2026-10-01', '2026年10月']) {
      await waitUntilSettled(page)
      await page.fill('[name=period]', typed)
      await page.keyboard.press('Enter')
      await page.locator(typed === '2026-10-01' ? '[data-outcome=unknown]' : '[data-outcome=clean]').waitFor()
      reported.push(await page.locator('.outcome').innerText(), await page.inputValue('[name=period]'))
    }
    return reported
  })
  expect(seen[0]).toContain('还没有核对')
  expect(seen.slice(1)).toEqual(['2026-10-01', '没有发现问题。', '2026-10'])
})
