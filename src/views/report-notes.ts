import { getLastDay, periodOf } from '../calendar/period.ts'
import { makeReference, type Rich, rich } from '../compose/rich.ts'
import { composeInBoth, type Section } from '../compose/section.ts'
import type { Site } from '../compose/site.ts'
import type { Delivery } from '../deliveries/delivery.ts'
import type { Lang } from '../text/local-text.ts'
import { choosePlural } from '../text/plural.ts'

/** 数据说明: what came late, what was corrected, and by which rule differences are spoken of. */
export function buildNotes(site: Site, month: string, corrections: number): Section {
  return {
    id: 'notes',
    heading: { zh: '数据说明', en: 'About the data' },
    figures: [],
    paragraphs: [
      composeInBoth((lang) => composeDeliveries(site, month, lang)),
      composeInBoth((lang) => composeCorrections(corrections, lang)),
      composeInBoth((lang) => [
        lang === 'zh'
          ? '文中说升降、高低、最多最少，都按算法页所列的规则；件数少或差别在误差之内的，只列数字，不说升降。'
          : 'Rises and falls, highest and lowest are called so only by the rule on the page of methods; where cases are few or a difference lies within chance, only the numbers are given.',
      ]),
    ].filter(({ zh }) => zh.length > 0),
  }
}

/** Files of the periods that end in the month, as the newest release judged them. */
function listOf(site: Site, month: string): Delivery[] {
  return site.deliveries.rows.filter(({ period }) => periodOf(getLastDay(period), 'month') === month)
}

function composeDeliveries(site: Site, month: string, lang: Lang): Rich {
  const rows = listOf(site, month)
  const isChinese = lang === 'zh'
  const late = rows.filter(({ state }) => state === 'late')
  const missing = rows.filter(({ state }) => state === 'not-reported' || state === 'refused')
  const judged = rows.filter(({ state }) => state === 'on-time' || state === 'late')
  if (late.length + missing.length === 0) {
    if (judged.length === 0) return []
    return isChinese
      ? rich`本期${makeReference(`${judged.length}`)}项数据均按时报送。`
      : rich`All ${makeReference(`${judged.length}`)} datasets of this issue were delivered on time.`
  }
  const clauses = [
    ...late.map((row) =>
      isChinese
        ? rich`${sayWho(site, row, lang)}迟报${makeReference(`${row.daysLate}天`)}`
        : rich`${sayWho(site, row, lang)} was ${makeReference(`${row.daysLate} ${choosePlural(row.daysLate, { one: 'day', other: 'days' })}`)} late`,
    ),
    ...missing.map((row) => rich`${sayWho(site, row, lang)}${isChinese ? '未报' : ' was not delivered'}`),
  ]
  const joined = clauses.flatMap((clause, index): Rich => (index === 0 ? clause : [isChinese ? '；' : '; ', ...clause]))
  return isChinese ? ['报送情况：', ...joined, '。'] : ['Deliveries: ', ...joined, '.']
}

/** 城市运行中心的网格事件 */
function sayWho(site: Site, { dataset, department }: Delivery, lang: Lang): string {
  const title = site.contracts.get(dataset)?.title[lang] ?? dataset
  if (department === null) return title
  const name = site.departments.nameOf(department)[lang]
  return lang === 'zh' ? `${name}的${title}` : `${title} (${name})`
}

function composeCorrections(count: number, lang: Lang): Rich {
  if (count === 0)
    return [
      lang === 'zh'
        ? '本期的数字发布以来没有更正过。'
        : 'No figure of this issue has been corrected since it was published.',
    ]
  return lang === 'zh'
    ? rich`本期有${makeReference(`${count}处`)}更正或撤下，见本页开头的说明。`
    : rich`${makeReference(String(count))} ${choosePlural(count, { one: 'correction or withdrawal', other: 'corrections or withdrawals' })} of this issue: see the top of this page.`
}
