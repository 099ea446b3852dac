import { getLastDay, periodOf } from '../calendar/period.ts'
import { makeReference, type Rich, rich } from '../compose/rich.ts'
import { composeInBoth, type Section } from '../compose/section.ts'
import type { Site } from '../compose/site.ts'
import type { Delivery } from '../deliveries/delivery.ts'
import type { Lang } from '../text/local-text.ts'
import { choosePlural, pluralise } from '../text/plural.ts'
import { describeState, describeSubject, nameKeeper } from './delivery-words.ts'

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
          : 'Words such as rose, fell, highest and lowest are used only where the rule on the page of methods allows; where cases are few or a difference lies within chance, only the numbers are given.',
      ]),
    ].filter(({ zh }) => zh.length > 0),
  }
}

/** Files of the periods that end in the month, as the newest release judged them. */
function listDeliveriesOf(site: Site, month: string): Delivery[] {
  return site.deliveries.rows.filter(({ period }) => periodOf(getLastDay(period), 'month') === month)
}

/** Who was late with what; [] where no file of the month is on record. */
export function composeDeliveries(site: Site, month: string, lang: Lang): Rich {
  const rows = listDeliveriesOf(site, month)
  const isChinese = lang === 'zh'
  const named = rows.filter(isWanting)
  const onTime = rows.filter(({ state }) => state === 'on-time').length
  if (named.length > 0) {
    const clauses = named.flatMap(
      (row, index): Rich => [...(index === 0 ? [] : [isChinese ? '；' : '; ']), ...composeDelivery(site, row, lang)],
    )
    return isChinese ? ['报送情况：', ...clauses, '。'] : ['Deliveries: ', ...clauses, '.']
  }
  if (onTime === 0) return []
  return isChinese
    ? rich`本期按时报送的文件有${makeReference(`${onTime}份`)}，没有迟报或未报的记录。`
    : rich`${makeReference(pluralise(onTime, 'file'))} of this issue arrived on time; none is recorded as late or missing.`
}

function isWanting({ state }: Delivery): boolean {
  return state === 'late' || state === 'not-reported' || state === 'refused'
}

/** True where a file of the month came late, was refused or is missing. */
export function hasLateFiles(site: Site, month: string): boolean {
  return listDeliveriesOf(site, month).some(isWanting)
}

/** `城市运行中心的2026年10月网格事件迟报10天` */
function composeDelivery(site: Site, row: Delivery, lang: Lang): Rich {
  const [keeper, subject] = [nameKeeper(site, row)[lang], describeSubject(site, row)[lang]]
  const isLate = row.state === 'late'
  // How long a missing file is overdue grows from release to release; a bulletin says only that it is missing.
  const state = describeState(isLate ? row : { ...row, daysLate: 0 })[lang]
  const said = isLate ? makeReference(state) : state
  return lang === 'zh' ? rich`${keeper}的${subject}${said}` : rich`${subject} (${keeper}): ${said}`
}

export function composeCorrections(count: number, lang: Lang): Rich {
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
