import { addressOf, type Rich, rich } from '../../compose/rich.ts'
import { listPublishedItems } from '../../contracts/published-items.ts'
import { rankByValue } from '../../measure/change.ts'
import { compareCells } from '../../measure/compare.ts'
import { findCell } from '../../measure/select.ts'
import { formatPeriod } from '../../text/format.ts'
import { capitalise } from '../../text/join-names.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'
import { formatBeside, type HeadlineScope, measureIn, nameOfHeadline, pickOf } from './headline-scope.ts'
import { PARTS_MAX } from './table-shape.ts'

/** So many of a long list are named. */
const NAMED_MAX = 3

/**
 * The items of a list side by side, each with its remark: 2026年10月石榴市月末盏数：发光二极管2,000，比上月增加4.2%；钠灯670。They are not added up, because not every
 * list divides a whole. Of a long list only the greatest counts are named.
 */
export function composeListSentence(
  scope: HeadlineScope,
  column: string,
  { lang, composeRemark }: { lang: Lang; composeRemark: (of: HeadlineScope, value: number, lang: Lang) => Rich },
): Rich {
  const items = listPublishedItems(scope.contract.columns[column])
  if (items.length === 0) return []
  const { measure } = scope.headline
  const all = items.map((item) => {
    const pick = pickOf(scope, measure, { [column]: item.code })
    return { item, pick, cell: findCell(scope.site.published, pick, scope.period) }
  })
  const ranked = rankByValue(all)
  if (ranked.length === 0) return []
  const isLong = ranked.length > PARTS_MAX
  if (isLong && 'rate' in measureIn(scope, measure)) return []
  // A short list keeps its own order, in which a reader may know it.
  const shown = isLong
    ? ranked.slice(0, NAMED_MAX)
    : ranked.toSorted(
        (a, b) => all.findIndex(({ item }) => item === a.item) - all.findIndex(({ item }) => item === b.item),
      )
  // The last that is named must clearly be more than the first that is not.
  const isTop = isLong && compareCells(shown.at(-1)?.cell, ranked[NAMED_MAX]?.cell) === 'up'
  const lead = leadOf({ isLong, isTop })
  const name = nameOfHeadline(scope)[lang]
  const parts = shown.flatMap(({ item, pick, value }, index): Rich => {
    const text = formatBeside(value, measureIn(scope, measure), name, lang)
    const number = { text, role: 'now' as const, cell: addressOf(pick, scope.period) }
    const comma = lang === 'zh' ? '；' : '; '
    const where = { ...(scope.headline.where ?? {}), [column]: item.code }
    const remark = composeRemark({ ...scope, headline: { ...scope.headline, where } }, value, lang)
    return rich`${index === 0 ? '' : comma}${item[lang]}${lang === 'zh' ? '' : ' '}${number}${remark}`
  })
  const place = scope.place?.names[lang] ?? ''
  const when = formatPeriod(scope.period, lang)
  if (lang === 'zh') return rich`${when}${place}${name}${lead.zh}${parts}。`
  return rich`${capitalise(name)}${place && ` in ${place}`} in ${when}${lead.en}: ${parts}.`
}

/** Of a long list only some are named, the greatest where they may be called so. */
function leadOf({ isLong, isTop }: Record<'isLong' | 'isTop', boolean>): LocalText {
  if (!isLong) return { zh: '：', en: '' }
  return isTop ? { zh: '最多的是', en: ', the highest' } : { zh: '中有', en: ', among others' }
}
