import { nameIndustry } from './companies.ts'
import { dateOf, getMonthEnd, MONTHS } from './demo-dates.ts'
import { encodeUtf8 } from './encode.ts'
import { computeTermEnd, type PermitLife } from './permit-lives.ts'

const HEADER =
  '许可证编号,统一社会信用代码,单位名称,行业类别,所在街道,管理类别,水污染物,大气污染物,噪声,' +
  '首次发证日期,有效期起,有效期止,原有效期止,变更日期,延续日期,注销日期,撤销日期'

export const CLASS_WORDS = { key: '重点管理', simplified: '简化管理', registration: '登记管理' } as const

/** The register at the end of each month, UTF-8 with a byte order mark. */
export function buildPermitFiles(lives: readonly PermitLife[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const month of MONTHS) {
    const day = getMonthEnd(month) / 1440 - 1
    const known = lives.filter((life) => life.issued <= day)
    files.set(`raw/permits/${month}.csv`, encodeUtf8([HEADER, ...known.map((life) => lineOf(life, day))], true))
  }
  return files
}

/** A permit as the register shows it on a day. */
function lineOf(life: PermitLife, day: number): string {
  const renewal = life.renewals.filter((renewal) => renewal.on <= day).at(-1)
  const change = life.changes.filter((change) => change <= day).at(-1)
  return [
    life.number,
    life.company.creditCode,
    life.company.name,
    nameIndustry(life.company.industry),
    life.company.place.zh,
    CLASS_WORDS[life.class],
    ...formatPollutants(life),
    dateOf(life.issued),
    dateOf(renewal ? renewal.on : life.issued),
    dateOf(computeTermEnd(life, day)),
    renewal ? dateOf(renewal.previousEnd) : '',
    change === undefined ? '' : dateOf(change),
    renewal ? dateOf(renewal.on) : '',
    formatEnded(life.cancelled, day),
    formatEnded(life.revoked, day),
  ]
    .map(quoteCell)
    .join()
}

function formatEnded(on: number | null, day: number): string {
  return on !== null && on <= day ? dateOf(on) : ''
}

/** Wet trades discharge water, hot trades air; nearly all are heard. */
function formatPollutants(life: PermitLife): string[] {
  const wet = ['13', '15', '17', '22', '26', '27', '33', '39', '46']
  const hot = ['22', '26', '27', '30', '33', '36', '44', '77']
  const { industry, creditCode } = life.company
  const digit = creditCode.charCodeAt(14)
  return [wet.includes(industry), hot.includes(industry) || !wet.includes(industry), digit % 5 !== 0].map((yes) =>
    yes ? '是' : '否',
  )
}

function quoteCell(cell: string): string {
  return cell.includes(',') ? `"${cell}"` : cell
}
