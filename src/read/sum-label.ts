import { simplify } from '../codes/simplified.ts'
import { comparable } from './comparable.ts'

/** What the label of a row of sums means. */
export interface SumLabel {
  /** all: 合计, 总计. group: 小计, of the rows beside it. page: 本页小计. part: 其中, which is in another row already. */
  of: 'all' | 'group' | 'page' | 'part'
  /** The name before 小计 or after 其中: 锦北区小计, 其中：公办; empty where there is none. */
  name: string
  /** False for words that may be a name as well: Total, 总数, 累计, 其中参保人数. */
  isPlain: boolean
}

/** Reads the label of a row of sums; null for any other text. `own` holds the labels of the profile, in their plain form. */
export function sumLabelOf(text: string, own: ReadonlySet<string> = NONE): SumLabel | null {
  // For speed: most names end otherwise and need no further test.
  if (own.size === 0 && !LIKELY.test(text)) return null
  const whole = plainLabel(text)
  const key = whole.replace(/\([^()]*\)$/, '').replace(/:$/, '')
  if (own.has(whole) || own.has(key)) return { of: 'all', name: '', isPlain: true }
  const part = /^其中([:,、]?)(.*)$/.exec(whole)
  if (part) return { of: 'part', name: part[2] ?? '', isPlain: part[1] !== '' || part[2] === '' }
  if (/^(总数|总计数|合计数|累计|total|grandtotal)$/.test(key)) return { of: 'all', name: '', isPlain: false }
  if (key === 'subtotal') return { of: 'group', name: '', isPlain: false }
  if (/^本页(小计|合计|总计)$|^pagetotal$/.test(key)) return { of: 'page', name: '', isPlain: true }
  const sum = /^(.*?)(合计|总计|共计|小计)$/.exec(key)
  if (!sum) return null
  const name = sum[1] ?? ''
  const isOfWhole = name === '' || WHOLE.test(name)
  if (isOfWhole) return { of: sum[2] === '小计' ? 'group' : 'all', name: '', isPlain: true }
  return sum[2] === '共计' ? null : { of: 'group', name, isPlain: true }
}

/** The form in which labels are compared: that of names, in simplified characters. */
export function plainLabel(text: string): string {
  return simplify(comparable(text))
}

/** The sum label that is the first word of a row, with at most numbers to its left. */
export function leadingLabel(cells: readonly string[], own: ReadonlySet<string> = NONE): SumLabel | null {
  const word = cells.find((cell) => /\p{L}/u.test(cell))
  return word === undefined ? null : sumLabelOf(word, own)
}

const NONE: ReadonlySet<string> = new Set()
const LIKELY = /^[\s\u3000\u200B-\u200F\uFEFF]*其|[计計数數lLｌＬ:：)）\s\u200B-\u200F\uFEFF]$/
/** 全市合计, 市合计, 本年合计: of everything that the sheet is about. */
const WHOLE = /^(全|本)?(省|市|州|盟|地区|县|区|旗|镇|乡|街道|社区|村|部门|单位|系统|行业|表|年|期)$/
