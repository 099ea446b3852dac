import { EXPIRING_DAYS, type PermitStatus, RENEWAL_DAYS } from '../../codes/permit-status.ts'
import { STATUSES } from '../../contracts/table.ts'
import type { LocalText } from '../../text/local-text.ts'
import { describeStatus, explainStatus } from '../../text/status.ts'
import { localise } from '../../text/ui.ts'
import { namePermitStatus } from '../permit-status-words.ts'
import { type GlossaryEntry, NO_NAMES } from './glossary-entry.ts'

/** The marks that are printed beside a number or in its place, as every page has them. */
export function listStatusTerms(): GlossaryEntry[] {
  return STATUSES.flatMap((status) => {
    const name = describeStatus(status)
    if (name.zh === '') return []
    const explained = explainStatus(status)
    return [
      {
        id: `status-${status}`,
        name,
        means: { zh: `${explained.zh}。`, en: `The value ${explained.en}.` },
        not: status === 'withheld' || status === 'not-reported' ? NOT_ZERO : null,
        also: NO_NAMES,
        asked: ASKED[status] ?? NO_NAMES,
        formula: null,
        example: null,
      },
    ]
  })
}

const NOT_ZERO: LocalText = { zh: '从不记作零。', en: 'It is never counted as zero.' }

const ASKED: Partial<Record<(typeof STATUSES)[number], GlossaryEntry['asked']>> = {
  provisional: { zh: ['初步数', '初步统计', '待定'], en: ['provisional', 'preliminary'] },
  revised: { zh: ['修订', '更正', '改过的数'], en: ['revised', 'corrected'] },
  withheld: {
    zh: ['[c]', '少于5', '隐去', '不公开', '保密', '星号'],
    en: ['withheld', 'suppressed', 'hidden', 'less than 5'],
  },
  'not-applicable': { zh: ['没有可算的'], en: ['not applicable'] },
  'not-reported': { zh: ['缺报', '没有数据', '待报'], en: ['missing', 'no data'] },
  forecast: { zh: ['预测数', '预计'], en: ['forecast', 'projection'] },
  reported: { zh: ['来源所载'], en: ['as stated by the source'] },
}

/** What each status of a permit means, with the days by which it is decided. */
export function listPermitTerms(): GlossaryEntry[] {
  return Object.entries(PERMIT_MEANINGS).map(([status, { means, not = null, asked }]) => ({
    id: `permit-${status}`,
    // The keys of the record are the statuses.
    name: namePermitStatus(status as PermitStatus),
    means,
    not,
    also: NO_NAMES,
    asked,
    formula: null,
    example: null,
  }))
}

interface Meaning {
  means: LocalText
  not?: LocalText
  asked: GlossaryEntry['asked']
}

const PERMIT_MEANINGS: Record<PermitStatus, Meaning> = {
  'not-yet-valid': {
    means: { zh: '已经发证，有效期还没有开始。', en: 'Issued, but its term has not begun.' },
    asked: { zh: ['还没生效'], en: ['pending'] },
  },
  valid: {
    means: {
      zh: '截至数据日期在有效期内，没有注销、撤销或吊销。',
      en: 'Within its term at the date of the data, and neither cancelled nor revoked.',
    },
    not: {
      zh: '不表示单位达标排放，也不表示今天仍然有效：状态按数据日期判断。',
      en: 'It does not say that the holder keeps within its limits, nor that it is valid today: a status is as of the date of the data.',
    },
    asked: { zh: ['许可证有效', '在有效期内', '没过期'], en: ['in force', 'active'] },
  },
  expiring: {
    means: localise((lang) =>
      lang === 'zh'
        ? `有效，离到期不足${EXPIRING_DAYS}天。`
        : `Valid, with less than ${EXPIRING_DAYS} days to its last day.`,
    ),
    not: {
      zh: '不是法定期限，是本站提醒读者的界限。',
      en: 'This is no legal term but the limit at which this site alerts its readers.',
    },
    asked: { zh: ['临期', '快到期', '即将到期'], en: ['expiring soon', 'about to expire'] },
  },
  'renewal-overdue': {
    means: localise((lang) =>
      lang === 'zh'
        ? `有效，但离到期不足${RENEWAL_DAYS}天；《排污许可管理条例》要求至少提前${RENEWAL_DAYS}天申请延续。`
        : `Valid, but with less than ${RENEWAL_DAYS} days to its last day; renewal must be requested at least ${RENEWAL_DAYS} days before (Regulation on Discharge Permits).`,
    ),
    not: {
      zh: '不表示没有申请延续：登记簿里没有申请日期。',
      en: 'It does not say that no renewal was requested: the register has no date of requests.',
    },
    asked: { zh: ['过了延续期限'], en: ['renewal overdue'] },
  },
  expired: {
    means: {
      zh: '有效期已经截止，登记簿里没有延续。',
      en: 'Its term has ended and the register shows no renewal.',
    },
    asked: { zh: ['过期', '失效', '到期'], en: ['expired', 'lapsed'] },
  },
  cancelled: {
    means: {
      zh: '发证机关按规定注销，例如单位关闭或不再排污。',
      en: 'Ended by the authority as the rules provide, for example because the holder closed or no longer discharges.',
    },
    not: { zh: '不是处罚。', en: 'It is no penalty.' },
    asked: { zh: ['注销', '注销的许可证'], en: ['cancelled', 'closed down'] },
  },
  withdrawn: {
    means: {
      zh: '当初不该准予的许可，发证机关依法撤销。',
      en: 'Taken back by the authority because it should not have been granted.',
    },
    asked: { zh: ['撤销', '撤销的许可证'], en: ['revoked', 'annulled'] },
  },
  revoked: {
    means: { zh: '作为行政处罚，许可证被吊销。', en: 'Taken away as an administrative penalty.' },
    asked: { zh: ['吊销', '处罚'], en: ['penalty'] },
  },
  lost: {
    means: { zh: '许可证遗失，正在补领。', en: 'The document was lost and is being replaced.' },
    asked: { zh: ['遗失', '补领'], en: ['lost'] },
  },
  rectifying: {
    means: {
      zh: '发证机关要求在期限内整改。',
      en: 'The authority has set a term within which faults must be mended.',
    },
    asked: { zh: ['整改'], en: ['rectification'] },
  },
}
