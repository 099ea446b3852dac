import { MAJORS } from '../../src/datasets/cases/case-codes.ts'
import type { GridCase } from './case-lives.ts'
import { getMonthEnd, getMonthStart, MONTHS } from './demo-dates.ts'
import { DISTRICTS } from './demo-places.ts'
import { encodeUtf8 } from './encode.ts'
import { type Random, randomOf } from './random.ts'

const HEADER = '回访单号,月份,所在区,回访渠道,事件大类,是否回访,是否接通,评价'
/** The hotline never handed this month in: the site shows it as not reported. */
const MISSING_MONTH = '2025-02'
const SHARE_ASKED = 0.8

/** How many people reported one case, and how often: a street lamp is reported by all who pass under it. */
const REPORTERS = [
  [1, 40],
  [2, 30],
  [3, 20],
  [4, 10],
] as const

/** Reached of those asked, and answering of those reached: people pick up the telephone and ignore text messages. */
const CHANNELS = {
  电话: { weight: 46, reached: 0.74, answers: 0.9 },
  短信: { weight: 38, reached: 0.97, answers: 0.24 },
  网页: { weight: 16, reached: 1, answers: 0.52 },
} as const
type Channel = keyof typeof CHANNELS

/** One row a callback, drawn from the people who reported the cases closed in the month. */
export function buildSatisfactionFiles(cases: readonly GridCase[], seed: number): Map<string, Uint8Array> {
  const random = randomOf(seed, 'satisfaction')
  const files = new Map<string, Uint8Array>()
  for (const month of MONTHS) {
    const [start, end] = [getMonthStart(month), getMonthEnd(month)]
    const closed = cases.filter(
      (gridCase) => gridCase.closed !== null && gridCase.closed >= start && gridCase.closed < end,
    )
    const reported = closed.flatMap((gridCase) => Array.from({ length: random.pick(REPORTERS) }, () => gridCase))
    const asked = reported.filter(() => random.drawChance(SHARE_ASKED))
    const lines = asked.map(
      (gridCase, n) =>
        `HF${month.replace('-', '')}${String(n + 1).padStart(4, '0')},${createCallback(gridCase, month, random)}`,
    )
    if (month !== MISSING_MONTH) files.set(`raw/satisfaction/${month}.csv`, encodeUtf8([HEADER, ...lines]))
  }
  return files
}

function createCallback(gridCase: GridCase, month: string, random: Random): string {
  const entries = Object.entries(CHANNELS).map(([name, of]) => [name, of.weight] as const)
  const channel = random.pick(entries) as Channel // The names are the keys of CHANNELS.
  const { reached, answers } = CHANNELS[channel]
  const isReached = random.drawChance(reached)
  const isRated = isReached && random.drawChance(answers)
  const district = DISTRICTS.find((other) => gridCase.place.code.startsWith(other.code))
  const major = MAJORS.find((other) => gridCase.minor.startsWith(other.code))
  if (!district || !major) throw new Error(`case without district or class: ${gridCase.number}`)
  return [
    month,
    district.zh,
    channel,
    major.zh,
    '是',
    isReached ? '是' : '否',
    isRated ? drawRating(gridCase, channel, random) : '',
  ].join()
}

/** Late cases, rework and the web make for worse answers; 栖云 is recognised by its name. */
function drawRating(gridCase: GridCase, channel: Channel, random: Random): string {
  const late = gridCase.closed !== null && gridCase.due !== null && gridCase.closed > gridCase.due
  const slow = gridCase.place.code.startsWith('990102')
  const penalty = (late ? 1 : 0) + (gridCase.rework > 0 ? 0.8 : 0) + (channel === '网页' ? 0.35 : 0) + (slow ? 0.3 : 0)
  return random.pick([
    ['非常满意', 50 - penalty * 17],
    ['满意', 38 - penalty * 5],
    ['一般', 8 + penalty * 9],
    ['不满意', 4 + penalty * 11],
  ] as const)
}
