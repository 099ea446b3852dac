import { rankByValue } from '../../measure/change.ts'
import { formatCount } from '../../text/format.ts'
import { sum } from '../../text/sum.ts'
import type { ChartKind } from '../chart-kind.ts'
import type { DataTable } from '../figure-base.ts'
import { composeMissingClause, composeRangeClause, composeSmallClause, type Voice, voiceOfShares } from '../phrases.ts'
import { isSmallSample } from '../small-sample.ts'
import {
  buildShareColumn,
  COUNT,
  deriveCell,
  describeSample,
  type Entry,
  ITEM,
  makeFinalCell,
  SAMPLE,
  unitOf,
} from '../table-columns.ts'
import { translateTerm } from '../terms.ts'
import { drawLikert, gradeShares } from './draw-likert.ts'
import type { LikertSpec } from './likert-spec.ts'

export type { LikertSpec } from './likert-spec.ts'

export const likert: ChartKind<LikertSpec> = { draw: drawLikert, table: buildLikertTable, summarise: summariseLikert }

function buildLikertTable(spec: LikertSpec): DataTable {
  const unit = unitOf(spec)
  const hasSmall = spec.items.some((item) => isSmallSample(item.n))
  const columns = [
    ITEM,
    ...spec.grades.map((grade) => ({ ...grade, ...unit })),
    COUNT,
    ...spec.grades.map((grade) => buildShareColumn(grade, spec.shareDecimals)),
    ...(hasSmall ? [SAMPLE] : []),
  ]
  const rows = spec.items.map((item): Entry[] => [
    item.label,
    ...item.cells,
    item.n,
    ...gradeShares(item).map((share) => deriveCell(share, item.cells, spec.shareDecimals)),
    ...(hasSmall ? [describeSample(item.n)] : []),
  ])
  return { columns, rows }
}

/** Share in % of the published count of the better half; null where the table has none. */
function shareGood({ good, n }: LikertSpec['items'][number]): number | null {
  return good && good.value !== null && n.value ? (good.value / n.value) * 100 : null
}

/** From where to where the share of the better half of the answers reaches; samples are not ranked. */
function summariseLikert(spec: LikertSpec, own: Voice): string {
  const voice = voiceOfShares(own, spec.shareDecimals)
  const { lang } = voice
  const half = Math.floor(spec.grades.length / 2)
  const good = voice.list(spec.grades.slice(0, half).map((grade) => grade.label[lang]))
  const measured = spec.items.flatMap((item) => {
    const shares = gradeShares(item).slice(0, half)
    if (shares.some((share) => share === null)) return []
    return [
      {
        label: item.label[lang],
        n: item.n.value ?? 0,
        cell: makeFinalCell(shareGood(item) ?? sum(shares.map((share) => share ?? 0))),
      },
    ]
  })
  const ranked = rankByValue(measured)
  const small = spec.items.filter((item) => isSmallSample(item.n)).map((item) => item.label[lang])
  const missing = composeMissingClause(
    spec.items.map((item) => ({ label: item.label[lang], cell: item.n })),
    voice,
  )
  if (ranked.length === 0)
    return voice.composeSentence([composeSmallClause(small, voice) ?? translateTerm('missing', lang)])
  const say = (item: { value: number; n: number }): string => {
    const words = [voice.say({ value: item.value, status: 'final' }), `n = ${formatCount(item.n, lang)}`]
    return lang === 'zh' ? `${words[0]}（${words[1]}）` : `${words[0]} (${words[1]})`
  }
  const what = lang === 'zh' ? `回答${good}的合计占比` : `the share answering ${good}`
  const labelled = ranked.map((item) => ({ label: item.label, said: say(item), cell: item.cell }))
  const range = composeRangeClause(what, labelled, voice)
  return voice.composeSentence([range, composeSmallClause(small, voice), missing])
}
