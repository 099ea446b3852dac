import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { DESKTOP, openFileReader, PHONE } from './page-reader.ts'

const site = inject('site')
const { visit } = openFileReader(site)

/** What a reader does: types into the search box and presses Enter, or follows a link of the page by its address. */
type Step = { search: string } | { follow: string }

/** Further away than this, a reader gives up. */
const STEPS_MAX = 3

interface Task {
  who: 'resident' | 'journalist' | 'official'
  asks: string
  steps: Step[]
  /** What the last page must say. */
  answers: RegExp[]
}

const TASKS: Task[] = [
  {
    who: 'resident',
    asks: 'is the permit of this company valid today',
    steps: [{ search: readHolder() }, { follow: '/permits/' }],
    answers: [/状态\s*(有效|已|未|限期|遗失)/, /有效期止/, /今天是否有效，请向.+查询/],
  },
  {
    who: 'resident',
    asks: 'did my subdistrict get slower this year',
    steps: [{ search: '茧园街道' }, { follow: '/places/990106005/' }],
    answers: [/1—10月按期办结率[\d.]+%（\d+÷\d+），上年同期[\d.]+%（\d+÷\d+）/],
  },
  {
    who: 'resident',
    asks: 'how old is my district, and what will it be in 2040',
    steps: [{ search: '栖云区' }, { follow: '/places/990102/' }],
    answers: [/60岁及以上占[\d.]+%/, /预测2040年(占|为)[\d.]+%/],
  },
  {
    who: 'resident',
    asks: 'what does 按期办结率 mean, and who sets the limit',
    steps: [{ search: '按期办结率是什么意思' }, { follow: '#cases-on_time_rate' }],
    answers: [/在时限以前办结的有多少/, /时限由小类决定/],
  },
  {
    who: 'journalist',
    asks: 'how satisfied are two districts, and is the difference real',
    steps: [{ follow: '/en/topics/' }, { follow: '/en/topics/satisfaction/' }],
    answers: [/Qiyun District/, /95% interval/, /within chance/],
  },
  {
    who: 'journalist',
    asks: 'the on-time rate by district for all months as one file',
    steps: [{ follow: '/en/data/' }, { follow: '/en/data/cases/' }],
    answers: [/On-time rate/, /XLSX/, /CSV/, /Cite/],
  },
  {
    who: 'journalist',
    asks: 'was any figure ever corrected',
    steps: [{ search: 'corrections' }, { follow: '/en/help/' }, { follow: '/en/changes/' }],
    answers: [/Corrected/i, /2026/],
  },
  {
    who: 'journalist',
    asks: 'may I rank the slowest subdistricts',
    steps: [{ search: 'ranking' }, { follow: '/en/help/' }],
    answers: [/Where cases are few, or a difference lies within chance, only the numbers are given/],
  },
  {
    who: 'official',
    asks: 'a permanent link of the newest bulletin, who answers for it, how to cite it',
    steps: [{ follow: '/reports/' }, { follow: '/reports/2026-10/' }],
    answers: [/本期为最新一期/, /引用/, /政府信息公开/],
  },
  {
    who: 'official',
    asks: 'which departments were late this year',
    steps: [{ search: '哪些部门迟报' }, { follow: '/help/' }, { follow: '/calendar/' }],
    answers: [/迟报\d+天/, /未报，已逾期\d+天/],
  },
  {
    who: 'official',
    asks: 'what happened in the storm month of last year',
    steps: [{ search: '暴雨' }, { follow: '/reports/2025-07/' }],
    answers: [/特大暴雨/, /路面积水|道路积水/],
  },
]

test.each(TASKS)('$who: $asks', async ({ who, steps, answers }) => {
  expect(steps.length).toBeLessThanOrEqual(STEPS_MAX)
  const viewport = who === 'resident' ? PHONE : DESKTOP
  const text = await visit(
    who === 'journalist' ? '/en/' : '/',
    async (page) => {
      for (const step of steps) await take(page, step)
      return page.locator('main').innerText()
    },
    { viewport },
  )
  for (const answer of answers) expect(text).toMatch(answer)
})

test('resident with a keyboard alone: the first key leads past the header to the page itself', async () => {
  const focused = await visit('/', async (page) => {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    return page.evaluate(() => document.activeElement?.closest('main') !== null)
  })
  expect(focused).toBe(true)
})

async function take(page: Page, step: Step): Promise<void> {
  if ('search' in step) {
    await page.fill('input[type=search]', step.search)
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-search-output][aria-busy="false"]', { state: 'attached' })
    return
  }
  // Of a page with results it is a result that is followed, and not a link of the header.
  const within = (await page.locator('[data-search-results] a').count()) > 0 ? '[data-search-results] ' : ''
  await page.locator(`${within}a[href*="${step.follow}"]`).filter({ visible: true }).first().click()
  await page.waitForLoadState()
}

/** A company of the register, by the page of one of its permits. */
function readHolder(): string {
  const [permit = ''] = readdirSync(join(site, 'permits')).filter((name) => /^\d/.test(name))
  const html = readFileSync(join(site, 'permits', permit, 'index.html'), 'utf8')
  return /<h1[^>]*>([^<]+)</.exec(html)?.[1] ?? ''
}
