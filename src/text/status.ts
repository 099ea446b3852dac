import type { Cell, Status } from '../contracts/table.ts'
import type { LocalText } from './local-text.ts'

const STATUS: Record<Status, LocalText> = {
  final: { zh: '', en: '' },
  provisional: { zh: '[初步]', en: '[p]' },
  revised: { zh: '[修订]', en: '[r]' },
  withheld: { zh: '[c] 为保护个人隐私不公开', en: '[c] not published, to protect privacy' },
  'not-applicable': { zh: '不适用', en: 'n/a' },
  'not-reported': { zh: '未报', en: 'not reported' },
  forecast: { zh: '[预测]', en: '[f]' },
  reported: { zh: '[报道值]', en: '[as reported]' },
  'at-most': { zh: '', en: '' },
  'at-least': { zh: '', en: '' },
  withdrawn: { zh: '已撤下', en: 'withdrawn' },
}

/** What is printed beside or instead of a value: a word where there is no value, a mark in brackets beside a value. */
export function describeStatus(status: Status): LocalText {
  return STATUS[status]
}

/** What is printed in place of a value that is not there; a hidden count of people is small, and never zero. */
export function describeMissing({ status, below }: Cell): LocalText {
  if (status !== 'withheld' || below === undefined) return describeStatus(status)
  return { zh: `[c] 少于${below}`, en: `[c] fewer than ${below}` }
}

const EXPLAINED: Record<Status, LocalText> = {
  final: { zh: '定数', en: 'not expected to change' },
  provisional: { zh: '初步数，以后可能更正', en: 'may still be corrected' },
  revised: { zh: '更正后的数', en: 'corrected since it was first published' },
  withheld: {
    zh: '人数过少，为保护个人隐私不公开',
    en: 'of so few people that it is not published, to protect their privacy',
  },
  'not-applicable': { zh: '不适用，没有可算的', en: 'there is nothing to measure' },
  'not-reported': { zh: '未报', en: 'is due and has not been reported' },
  forecast: { zh: '预测数', en: 'a forecast' },
  reported: { zh: '来源所载，无法复算', en: 'printed by a source and not recomputable' },
  'at-most': { zh: '不高于所列的数', en: 'no more than the value' },
  'at-least': { zh: '不低于所列的数', en: 'no less than the value' },
  withdrawn: { zh: '已撤下', en: 'was taken out after publication' },
}

/** What a status means, for the dictionary of a table. */
export function explainStatus(status: Status): LocalText {
  return EXPLAINED[status]
}
