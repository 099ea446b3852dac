import type { Status } from '../contracts/table.ts'
import type { LocalText } from './local-text.ts'

const STATUS: Record<Status, LocalText> = {
  final: { zh: '', en: '' },
  provisional: { zh: '[初步]', en: '[p]' },
  revised: { zh: '[修订]', en: '[r]' },
  withheld: { zh: '不予公开', en: 'withheld' },
  'not-applicable': { zh: '不适用', en: 'n/a' },
  'not-reported': { zh: '未报', en: 'not reported' },
  forecast: { zh: '[预测]', en: '[f]' },
  reported: { zh: '[报道值]', en: '[as reported]' },
}

/** What stands beside or instead of a value: a word where there is no value, a mark in brackets beside one. */
export function describeStatus(status: Status): LocalText {
  return STATUS[status]
}
