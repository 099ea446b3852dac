import type { LocalText } from '../../src/text/local-text.ts'
import { arrivalOf } from './arrivals.ts'

/** One release of the demonstration: its day, its words, and what had been handed in by then. */
export interface HistoryStep {
  /** Day of publication, and the day by which lateness is decided. */
  date: string
  note: LocalText
  /** Why something published is corrected; only there where something is. */
  reason?: LocalText
  /** What the release takes out, instead of publishing: a table, a period or a revision by its name. */
  withdraw?: string
  /** Last month of the files that had arrived: `2026-06`. */
  through: string
}

/** Who answers for the releases of the demonstration. */
export const SIGNER: LocalText = { zh: '数据公开审核岗（虚构）', en: 'Reviewer of public data (fictional)' }

/** Every release that the demonstration has had. The days are fixed, so that a second run gives the same bytes. */
export const HISTORY: readonly HistoryStep[] = [
  { date: '2026-06-22', through: '2026-05', note: { zh: '首次发布', en: 'First release' } },
  { date: '2026-07-20', through: '2026-06', note: { zh: '2026年6月数据', en: 'Figures for June 2026' } },
  {
    date: '2026-08-20',
    through: '2026-07',
    note: { zh: '2026年7月数据；排污许可申请未报', en: 'Figures for July 2026; permit applications were not reported' },
  },
  {
    date: '2026-09-18',
    through: '2026-08',
    note: {
      zh: '2026年8月数据；补入迟报的2026年7月排污许可申请',
      en: 'Figures for August 2026, and the permit applications of July, reported late',
    },
  },
  { date: '2026-10-20', through: '2026-09', note: { zh: '2026年9月数据', en: 'Figures for September 2026' } },
  {
    date: '2026-10-28',
    through: '2026-09',
    note: {
      zh: '更正2026年9月回访满意度：补入首次报送时漏导的回访',
      en: 'Corrects satisfaction in September 2026: adds callbacks that the first export had left out',
    },
    reason: {
      zh: '首次报送的文件漏导了末尾若干条回访',
      en: 'The file that was first handed in lacked its last callbacks',
    },
  },
  {
    date: '2026-11-20',
    through: '2026-11',
    note: { zh: '2026年10月数据；文献数据', en: 'Figures for October 2026, and the document ledger' },
  },
  {
    date: '2026-11-23',
    through: '2026-11',
    note: {
      zh: '更正文献数据F114至F116的章节：应为“社区网格化学习体会”，误作“合江社区”；数字没有变动',
      en: 'Corrects the section of ledger rows F114 to F116, which is 社区网格化学习体会 and was given as 合江社区; no figure has changed',
    },
    reason: {
      zh: '录入文献台账时章节名误抄',
      en: 'The name of the section was copied wrongly into the ledger',
    },
  },
  {
    date: '2026-11-23',
    through: '2026-11',
    withdraw: 'satisfaction/class/2026-Q3.1',
    note: {
      zh: '撤下2026年第三季度分类满意度的旧版',
      en: 'Withdraws the first version of satisfaction by class in the third quarter of 2026',
    },
    reason: {
      zh: '旧版各事件大类漏计的多少不一，容易被误引；请用更正后的版本',
      en: 'It lacks more callbacks of some classes than of others and is easily misquoted; use the corrected version',
    },
  },
]

/** A file as it first arrived: until a day, with other bytes than it has now. */
interface Earlier {
  until: string
  undo(text: string): string
}

const EARLIER = new Map<string, Earlier>([
  ['raw/satisfaction/2026-08.csv', { until: '2026-09-14', undo: withUnlistedRatings }],
  ['raw/permits/2026-09.csv', { until: '2026-10-12', undo: withWrongCreditCode }],
  ['raw/satisfaction/2026-09.csv', { until: '2026-10-27', undo: removeLastRows }],
  ['raw/ledger/2026-11.csv', { until: '2026-11-23', undo: withWrongSection }],
])

/**
 * Whether a raw file had been handed in by a day: that of its arrival, or else of the release that it came with. Years lie
 * before the first.
 */
export function hasArrived(path: string, { date }: { date: string }): boolean {
  const arrival = arrivalOf(path)
  if (arrival !== null) return arrival <= date
  const through = HISTORY.findLast((step) => step.date <= date)?.through ?? ''
  const period = /\/(\d{4}(?:-\d{2})?)\.[a-z]+$/.exec(path)?.[1] ?? ''
  return period.length === 4 || period <= through
}

/** The bytes of a raw file as they were on a day. Throws where the file no longer holds what was corrected in it. */
export function bytesAt(path: string, { date }: { date: string }, now: Uint8Array): Uint8Array {
  const earlier = EARLIER.get(path)
  if (!earlier || date >= earlier.until) return now
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(now)
  const before = earlier.undo(text)
  if (before === text) throw new Error(`demo: nothing to correct in ${path}`)
  return new TextEncoder().encode(before)
}

const ROWS_LEFT_OUT = 12

function removeLastRows(text: string): string {
  const lines = text.split('\r\n')
  return [...lines.slice(0, -1 - ROWS_LEFT_OUT), ''].join('\r\n')
}

/** Three answers that the list does not have. */
function withUnlistedRatings(text: string): string {
  let left = 3
  return text.replace(/,(?:满意|基本满意)\r\n/g, (rating) => (left-- > 0 ? ',还可以\r\n' : rating))
}

/** The second permit of the file under a credit code whose check character is wrong. */
function withWrongCreditCode(text: string): string {
  const lines = text.split('\r\n')
  const line = lines[2] ?? ''
  const code = line.split(',')[1] ?? ''
  const wrong = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
  return lines.with(2, line.replace(`,${code},`, `,${wrong},`)).join('\r\n')
}

function withWrongSection(text: string): string {
  return text.replace(/^(F11[456],.*),社区网格化学习体会,/gm, '$1,合江社区,')
}
