import { addMonths } from '../../calendar/months.ts'
import { itemsOf } from '../../compose/describe-figure.ts'
import { type Rich, rich } from '../../compose/rich.ts'
import { say } from '../../compose/say.ts'
import { cityOf, has, listAnnotations, type Site } from '../../compose/site.ts'
import { findCell, type Pick } from '../../measure/select.ts'
import { lowerFirst } from '../../text/join-names.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'

/** Minor classes that are named: those that an event has multiplied. */
const NAMED_MAX = 2
const TIMES_MIN = 2
const CASES_MIN = 30

/**
 * What happened in the month, as `events.yaml` has it, and the minor classes that grew most with it; nothing where nothing
 * happened. A class is named where it has at least 30 cases and twice those of the month before.
 */
export function composeEventSentence(site: Site, month: string, lang: Lang): Rich {
  const place = cityOf(site).code
  const events = listAnnotations(site, { dataset: 'cases', place, periods: [month] }).filter(
    ({ kind }) => kind === 'event',
  )
  if (events.length === 0) return []
  const named = events.map((event) => event.label[lang])
  const grown = listGrownClasses(site, place, month).map(({ label, code }): Rich => {
    const pick = pickAccepted(place, code)
    const [now, before] = [say(site, pick, month, lang), say(site, pick, addMonths(month, -1), lang)]
    return lang === 'zh'
      ? rich`${label.zh}${now}（上月${before}）`
      : rich`${lowerFirst(label.en)}, ${now} (${before} the month before)`
  })
  const [opening, colon, joint, stop] =
    lang === 'zh' ? [named.join('、'), '：', '，', '。'] : [named.join(', '), ': ', '; ', '.']
  const classes = grown.flatMap((words, index): Rich => [index === 0 ? colon : joint, ...words])
  return [opening, ...classes, stop]
}

function listGrownClasses(site: Site, place: string, month: string): { code: string; label: LocalText }[] {
  const contract = site.published.contracts.get('cases')
  if (!contract || !has(site, 'cases', 'minor')) return []
  return itemsOf(contract, 'minor')
    .map(({ code, zh, en }) => {
      const findValue = (period: string) => findCell(site.published, pickAccepted(place, code), period).value
      return { code, label: { zh, en }, now: findValue(month) ?? 0, before: findValue(addMonths(month, -1)) }
    })
    .filter(({ now, before }) => before !== null && now >= CASES_MIN && now >= before * TIMES_MIN)
    .toSorted((a, b) => b.now - (b.before ?? 0) - (a.now - (a.before ?? 0)))
    .slice(0, NAMED_MAX)
}

function pickAccepted(place: string, minor: string): Pick {
  return { dataset: 'cases', table: 'minor', measure: 'accepted', where: { place, minor } }
}
