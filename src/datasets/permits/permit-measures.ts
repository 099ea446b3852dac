import type { Measure, Where } from '../../contracts/contract.ts'
import { allOf, countOf } from '../../contracts/measures.ts'
import type { CounterUnit } from '../../text/units.ts'

const PERMITS: CounterUnit = { zh: '张', en: { one: 'permit', other: 'permits' } }

const matchInPeriod = (column: string): Where => [[{ column, when: 'in-period' }]]
const matchAbsent = (column: string): Where => [[{ column, present: false }]]
/** The date lies in the month or after it. */
const matchNotBefore = (column: string): Where => [...matchInPeriod(column), [{ column, when: 'after-period' }]]
const matchAbsentOr = (column: string, when: 'in-period' | 'before-period'): Where => [
  ...matchAbsent(column),
  [{ column, when }],
]

const notEndedBefore = allOf(matchAbsentOr('cancelled_on', 'in-period'), matchAbsentOr('revoked_on', 'in-period'))
const notEnded = allOf(matchAbsent('cancelled_on'), matchAbsent('revoked_on'))
const issuedBefore: Where = [[{ column: 'first_issued', when: 'before-period' }]]

/** A permit renewed this month shows its new term, so what it was at the start follows from the term before. */
const inForceAtStart: Where = [
  ...allOf(issuedBefore, notEndedBefore, matchAbsentOr('renewed_on', 'before-period'), matchNotBefore('valid_to')),
  ...allOf(issuedBefore, notEndedBefore, matchInPeriod('renewed_on'), matchNotBefore('previous_valid_to')),
]
const inForceAtEnd = allOf([[{ column: 'valid_to', when: 'after-period' }]], notEnded)

/** First issued in the month. */
export const ISSUED = countOf(
  {
    zh: '新发',
    en: 'Issued',
    unit: PERMITS,
    about: { zh: '首次发证日期在当月。', en: 'First issued in the month.' },
  },
  matchInPeriod('first_issued'),
)
/** In force when the month ends. */
export const IN_FORCE_END = countOf(
  {
    zh: '月末有效',
    en: 'In force at month’s end',
    unit: PERMITS,
    about: {
      zh: '截至当月最后一日未注销、未撤销，且有效期截止日晚于该日。',
      en: 'Neither cancelled nor revoked, and valid beyond the last day of the month.',
    },
  },
  inForceAtEnd,
)

/** How the stock of permits changes in a month. */
export const PERMIT_FLOW: Record<string, Measure> = {
  in_force_start: countOf(
    {
      zh: '月初有效',
      en: 'In force at month’s start',
      unit: PERMITS,
      about: { zh: '等于上月的月末有效。', en: 'Equals the figure at the end of the previous month.' },
    },
    inForceAtStart,
  ),
  issued: ISSUED,
  renewed: countOf(
    {
      zh: '延续',
      en: 'Renewed',
      unit: PERMITS,
      about: { zh: '延续日期在当月，含到期后才延续的。', en: 'Renewed in the month, late renewals included.' },
    },
    matchInPeriod('renewed_on'),
  ),
  restored: countOf(
    {
      zh: '其中：延续恢复',
      en: 'of which restored',
      unit: PERMITS,
      about: {
        zh: '上月末以前已到期、当月才延续的许可证，重新计入有效。',
        en: 'Expired before the month began and renewed in it; counted in force again.',
      },
    },
    [
      [
        { column: 'renewed_on', when: 'in-period' },
        { column: 'previous_valid_to', when: 'before-period' },
      ],
    ],
  ),
  changed: countOf({ zh: '变更', en: 'Changed', unit: PERMITS }, matchInPeriod('changed_on')),
  cancelled: countOf(
    {
      zh: '注销',
      en: 'Cancelled',
      unit: PERMITS,
      about: { zh: '注销时仍在有效期内的。', en: 'Still valid when cancelled.' },
    },
    allOf(matchInPeriod('cancelled_on'), matchNotBefore('valid_to')),
  ),
  revoked: countOf(
    {
      zh: '撤销',
      en: 'Revoked',
      unit: PERMITS,
      about: { zh: '撤销时仍在有效期内的。', en: 'Still valid when revoked.' },
    },
    allOf(matchInPeriod('revoked_on'), matchNotBefore('valid_to')),
  ),
  expired: countOf(
    {
      zh: '到期未延续',
      en: 'Expired, not renewed',
      unit: PERMITS,
      about: {
        zh: '有效期在当月截止，到月末没有延续，也没有注销或撤销。',
        en: 'Valid until a day in the month, and neither renewed, cancelled nor revoked by its end.',
      },
    },
    allOf(matchInPeriod('valid_to'), notEnded),
  ),
  in_force_end: IN_FORCE_END,
}
