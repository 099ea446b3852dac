import { expect, test } from 'vitest'
import { addMonths } from '../../../src/calendar/months.ts'
import { getPeriodBefore } from '../../../src/calendar/period.ts'
import { toPlainText } from '../../../src/compose/rich.ts'
import { readCellText } from './cells.ts'
import { PAGES, SITE, sentencesOf } from './pages.ts'

/** Sentences about cases and about satisfaction, with the place and the month that they speak of. */
const SENTENCES = [...PAGES].flatMap(([path, page]) => {
  const month = /^\/reports\/(.+)\/$/.exec(path)?.[1] ?? SITE.published.tables.get('cases/flow')?.periods.at(-1) ?? ''
  const place = /^\/places\/(.+)\/$/.exec(path)?.[1] ?? SITE.settings.city ?? ''
  return sentencesOf(page, 'zh').map((sentence) => ({ path, month, place, text: toPlainText(sentence) }))
})

const newestQuarter = SITE.published.tables.get('satisfaction/districts')?.periods.at(-1) ?? ''

const addressAccepted = (place: string, month: string) => readCellText(`cases/flow/${month}?place=${place}#accepted`)
const addressOnTime = (place: string, month: string) => readCellText(`cases/flow/${month}?place=${place}#on_time_rate`)
const addressDue = (place: string, month: string) => readCellText(`cases/flow/${month}?place=${place}#due`)
/** The city month by month, a district by the quarter. */
const addressRating = (place: string, period: string, measure: string) =>
  readCellText(
    `satisfaction/${place === SITE.settings.city ? 'ratings' : 'districts'}/${period}?place=${place}#${measure}`,
  )

/** What the sentence should say of the change since the month before; null where only the other number is given. */
function changeSaid(place: string, month: string): string | null {
  const [now, before] = [addressAccepted(place, month), addressAccepted(place, addMonths(month, -1))]
  const [a, b] = [Number(now), Number(before)]
  if (now === '' || before === '') return null
  if (a === b) return '与上月持平'
  if (Math.max(a, b) < 30) return null
  if (Math.abs(a - b) / Math.min(a, b) < 0.01) return '与上月大致持平'
  // Below a hundred a percentage would say more than it knows.
  if (Math.max(a, b) < 100) return `比上月${a > b ? '多' : '少'}${Math.abs(a - b)}件`
  if (a / b >= 2 && b >= 100) return `是上月的${(Math.round((a / b) * 10 + 1e-9) / 10).toFixed(1)}倍`
  return `比上月${a > b ? '多' : '少'}${(Math.round(Math.abs((a / b - 1) * 100) * 10 + 1e-9) / 10).toFixed(1)}%`
}

/** How many months the rate has gone one way by a point and more, of a hundred cases and more: 连续3个月上升. Null below two. */
function findTrend(place: string, month: string): string | null {
  let [steps, way] = [0, '']
  for (let at = month; steps < 11; at = addMonths(at, -1)) {
    const [now, before] = [addressOnTime(place, at), addressOnTime(place, addMonths(at, -1))]
    if (now === '' || before === '' || Math.abs(Number(now) - Number(before)) < 0.95) break
    if (Number(addressDue(place, at)) < 100 || Number(addressDue(place, addMonths(at, -1))) < 100) break
    const here = Number(now) > Number(before) ? '上升' : '下降'
    if (steps > 0 && here !== way) break
    way = here
    steps += 1
  }
  return steps < 2 ? null : `连续${steps}个月${way}`
}

test('cases: more or fewer than the month before, and the run of the rate', () => {
  const sentences = SENTENCES.filter(({ text }) => text.includes('受理网格事件') && text.includes('；应结'))
  expect(sentences.length).toBeGreaterThan(80)
  const wrong = sentences.filter(({ place, month, text }) => {
    const change = /受理网格事件[\d,]+件，([^；]+)；/.exec(text)?.[1] ?? null
    const trend = /连续\d+个月(?:上升|下降)/.exec(text)?.[0] ?? null
    return change !== changeSaid(place, month) || trend !== findTrend(place, month)
  })
  expect(wrong).toEqual([])
})

test('the overview of every month says what its cells say, by the rule of comparison', () => {
  const overviews = SENTENCES.filter(({ text }) => /^\d{4}年\d+月，全市受理网格事件/.test(text))
  expect(overviews.length).toBeGreaterThan(30)
  const sayStep = (now: string, before: string, name: string): string => {
    const [a, b] = [Number(now), Number(before)]
    if (a === b) return `与${name}持平`
    if (Math.abs(a - b) / Math.min(a, b) < 0.01) return `与${name}大致持平`
    if (a / b >= 1.95)
      return a / b < 2.05 ? `比${name}翻番` : `是${name}的${(Math.round((a / b) * 10) / 10).toFixed(1)}倍`
    const percent = (Math.round(Math.abs((a / b - 1) * 100) * 10 + 1e-9) / 10).toFixed(1)
    return `比${name}${a > b ? '增加' : '减少'}${percent}%`
  }
  for (const { month, place, text } of overviews) {
    const now = addressAccepted(place, month)
    const earlier = [
      [addMonths(month, -1), '上月'],
      [addMonths(month, -12), '上年同月'],
    ] as const
    const said = earlier.flatMap(([at, name]) => {
      const before = addressAccepted(place, at)
      return before === '' ? [] : [sayStep(now, before, name)]
    })
    expect(/件((?:，[^。]*)?)。/.exec(text)?.[1] ?? '', month).toBe(said.map((step) => `，${step}`).join(''))
  }
})

test('satisfaction: the interval is the published one, and only intervals that are apart make a difference', () => {
  const sentences = SENTENCES.filter(({ text }) => text.includes('95%区间'))
  expect(sentences.length).toBeGreaterThan(40)
  for (const { path, place, month: ofPage, text } of sentences) {
    const readValue = (at: string, measure: string) => Number(addressRating(place, at, measure))
    const month = place === SITE.settings.city ? ofPage : newestQuarter
    const [low, high] = [readValue(month, 'top2_low'), readValue(month, 'top2_high')]
    expect(text, path).toContain(`（95%区间${low}%—${high}%）`)
    const before = getPeriodBefore(month)
    const last = month === newestQuarter ? '上一季度' : '上月'
    const said = new RegExp(`(比${last}[高低]\\d+个百分点|与${last}没有明显差别)。`)
    const difference = said.exec(text)?.[1] ?? null
    if (addressRating(place, before, 'top2_rate') === '') {
      expect(difference, path).toBeNull()
      continue
    }
    const isApart = low > readValue(before, 'top2_high') || readValue(before, 'top2_low') > high
    const points = readValue(month, 'top2_rate') - readValue(before, 'top2_rate')
    const apart = `比${last}${points > 0 ? '高' : '低'}${Math.abs(points)}个百分点`
    expect(difference, path).toBe(isApart ? apart : `与${last}没有明显差别`)
  }
})

test('what nobody reported is said to be missing, and nothing else is', () => {
  const missing = SENTENCES.filter(({ text }) => text.includes('回访满意度数据未报'))
  expect(missing.length).toBeGreaterThan(0)
  expect(missing.filter(({ place, month }) => addressRating(place, month, 'asked') !== '')).toEqual([])
})
