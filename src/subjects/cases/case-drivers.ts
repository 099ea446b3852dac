import { bareNumberOf, findEarlier, numberOf } from '../../compose/bound/bound-words.ts'
import { findTop } from '../../compose/bound/top-list.ts'
import type { NamedCell } from '../../compose/named-cell.ts'
import { makeReference, type Rich, rich } from '../../compose/rich.ts'
import { composeInBoth } from '../../compose/section.ts'
import { cityOf, has, type Site } from '../../compose/site.ts'
import { compareCells, mayCall } from '../../measure/compare.ts'
import { formatValue } from '../../text/format.ts'
import { lowerFirst } from '../../text/join-names.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'
import { type Both, findCase, NAMED_MAX } from './find-case.ts'

/** Cases more or fewer than this many are a change worth a word. */
const CHANGE_MIN = 10

interface Moved {
  label: LocalText
  now: NamedCell
  before: NamedCell
  change: number
}

function listMoved(site: Site, table: string, month: string, key: string[], open: number): Moved[] {
  const top = findTop(site, { name: { dataset: 'cases', table, key, period: month, measure: 'accepted' }, open })
  if ('fault' in top) return []
  return top.items.flatMap(({ label, of }) => {
    const before = findEarlier(site, of, 'period')
    if (!before || 'fault' in before || before.cell.value === null) return []
    return [{ label, now: of, before, change: (of.cell.value ?? 0) - before.cell.value }]
  })
}

/** Which minor classes and districts the change of the month was in. */
export function composeDrivers(site: Site, month: string): Both | null {
  const city = cityOf(site).code
  const classes = (has(site, 'cases', 'minor') ? listMoved(site, 'minor', month, [city, '*'], 1) : []).map((moved) => ({
    ...moved,
    label: { ...moved.label, en: lowerFirst(moved.label.en) },
  }))
  if (classes.length === 0) return null
  const places = listMoved(site, 'flow', month, ['*'], 0)
  const pickMoved = (moved: readonly Moved[], way: 'up' | 'down') =>
    moved
      .filter(
        ({ now, before, change }) => compareCells(now.cell, before.cell) === way && Math.abs(change) >= CHANGE_MIN,
      )
      .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change))
      .slice(0, NAMED_MAX)
  const total = findCase(site, 'flow', [city], month, 'accepted')
  const earlier = total && findEarlier(site, total, 'period')
  return composeInBoth((lang) => {
    const isChinese = lang === 'zh'
    const list = (moved: readonly Moved[], opening: LocalText, preposition: 'of' | 'in'): Rich[] => {
      const hasMore = pickMoved(moved, 'up').length > 0
      const clauses = [
        composeMoved(
          pickMoved(moved, 'up'),
          { zh: '比上月增加的有', en: `more cases than the month before ${preposition} ` },
          lang,
        ),
        composeMoved(
          pickMoved(moved, 'down'),
          { zh: '比上月减少的有', en: `fewer ${hasMore ? '' : 'cases than the month before '}${preposition} ` },
          lang,
        ),
      ].filter((clause) => clause.length > 0)
      if (clauses.length === 0) return []
      const joined = clauses.flatMap(
        (clause, index): Rich => (index === 0 ? clause : [isChinese ? '；' : '; ', ...clause]),
      )
      return [[opening[lang], ...joined, isChinese ? '。' : '.']]
    }
    const sentences = [
      ...list(classes, { zh: '按小类看，', en: 'By minor class, there were ' }, 'of'),
      ...list(places, { zh: '按地区看，', en: 'By district, there were ' }, 'in'),
    ]
    const whole = total && earlier && !('fault' in earlier) ? composeTotal(total, earlier, lang) : []
    if (sentences.length > 0)
      return [
        ...whole,
        ...sentences.flatMap((sentence, index): Rich => (index === 0 || isChinese ? sentence : [' ', ...sentence])),
      ]
    return isChinese
      ? [...whole, '各小类、各区的受理件数与上月相比，均无明显变化。']
      : [...whole, 'No minor class and no district changed clearly from the month before.']
  })
}

/** What there was to be explained: 全市受理比上月多1,105件。 Nothing where the step may not be called one. */
function composeTotal(now: NamedCell, before: NamedCell, lang: Lang): Rich {
  const step = compareCells(now.cell, before.cell)
  if (!mayCall(step)) return []
  const size = Math.abs((now.cell.value ?? 0) - (before.cell.value ?? 0))
  const { unit } = now.measure
  const said = makeReference(formatValue({ value: size, status: 'final' }, lang === 'zh' ? unit : '', 0, lang))
  if (lang === 'zh') return rich`全市受理比上月${step === 'up' ? '多' : '少'}${said}。`
  return rich`The city accepted ${said} ${step === 'up' ? 'more' : 'fewer'} cases than the month before. `
}

/** 道路积水（405件，上月18件）、… */
function composeMoved(moved: readonly Moved[], opening: LocalText, lang: Lang): Rich {
  if (moved.length === 0) return []
  const parts = moved.flatMap(({ label, now, before }, index): Rich => {
    const [a, b] = [now, before].map((cell) => (lang === 'zh' ? numberOf(cell, lang) : bareNumberOf(cell)))
    if (!a || !b) return []
    const earlier = { ...b, role: 'reference' as const }
    if (lang === 'zh') return rich`${index === 0 ? '' : '、'}${label.zh}（${a}，上月${earlier}）`
    const joint = index === moved.length - 1 ? ' and ' : ', '
    return rich`${index === 0 ? '' : joint}${label.en} (${a}, from ${earlier})`
  })
  return [opening[lang], ...parts]
}
