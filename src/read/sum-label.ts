import { simplify } from '../codes/simplified.ts'
import { toComparable } from './comparable.ts'

/** What the label of a row of sums says. */
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
  // Most names hold none of these words, and longer names are prose.
  if (text.length > LABEL_LENGTH_MAX || (own.size === 0 && !LIKELY.test(text))) return null
  if (SCAR.test(text)) return null
  const whole = simplifyLabel(text)
  const key = removeRemark(whole)
  if (own.has(whole) || own.has(key)) return { of: 'all', name: '', isPlain: true }
  const part = /^(?:其中|(?:of|in)which(?=[:,]))([:,、]?)(.*)$/.exec(whole)
  if (part) return { of: 'part', name: part[2] ?? '', isPlain: part[1] !== '' || part[2] === '' }
  const bare = labelOfWords(listWords(removeDecoration(key)))
  // 合计（人） is a sum of 人 and no group of them; Total（合计） says it in its brackets.
  return bare?.isPlain ? bare : (labelOfWords(listWords(removeDecoration(whole))) ?? bare)
}

/** The form in which labels are compared: that of names, in simplified characters. */
export function simplifyLabel(text: string): string {
  return simplify(toComparable(text))
}

/** The label that the first word of a row is: left of it are numbers at most. */
export function findLeadingLabel(cells: readonly string[], own: ReadonlySet<string> = NONE): SumLabel | null {
  const word = cells.find((cell) => /\p{L}/u.test(cell))
  return word === undefined ? null : sumLabelOf(word, own)
}

/** A character of the name is lost: 男?合计 is none of the sums. */
const SCAR = /(?<=\p{Script=Han})[?〓□■]+(?=\p{Script=Han})/u

const NONE: ReadonlySet<string> = new Set()
const LABEL_LENGTH_MAX = 60
const LIKELY = /其|[计計数數总總和合汇匯共Σσ∑]|tot|sum|overall|aggreg|which|ｔｏｔ|ｓｕｍ/iu

/** 合计（人）, 小计[张]: the remark or unit that a label may end in. */
function removeRemark(whole: string): string {
  return whole.replace(/(?<=.)(?:\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕)$/u, '').replace(/:$/, '')
}

/** Without numbering and the brackets, dashes and stars around it: 【合计】, 一、合计, ——总计——, *合计*. */
function removeDecoration(whole: string): string {
  return whole
    .replace(/^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,3}[.、)])/u, '')
    .replace(/^[^\p{L}\p{N}σ∑]+|[^\p{L}\p{N}σ∑]+$/gu, '')
}

/** A label of two languages by its words: 总计total, total/合计, 合计(total). */
function listWords(label: string): string[] {
  return label
    .replace(/sub[-_]total/g, 'subtotal')
    .replace(/grand[-_]total/g, 'grandtotal')
    .split(/[^\p{L}\p{N}σ∑]+|(?<=[a-z'σ∑])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=[a-zσ∑])/u)
    .filter((word) => word !== '')
}

/** The label that words make together; each is a sum by itself, or the name that the sums are of. */
function labelOfWords(words: readonly string[]): SumLabel | null {
  if (words.length === 0 || words.length > WORDS_MAX) return null
  const labels = words.flatMap((word) => labelOfWord(word) ?? [])
  const [first] = labels
  const names = words.filter((word) => labelOfWord(word) === null && !WHOLE.test(word) && !ENGLISH_WHOLE.test(word))
  if (!first || names.length > 1) return null
  if (words.length === 1) return first
  const [name = ''] = names
  // One language says it twice (合计 Total), or names what is summed (全国 Total); a name of one's own makes a group.
  if (name === '') return { ...first, of: labels.find(({ of }) => of !== 'all')?.of ?? first.of, isPlain: true }
  const isNamed = words.length === 2 && /\p{Script=Han}/u.test(name)
  return isNamed ? { of: 'group', name, isPlain: true } : null
}

const WORDS_MAX = 4

function labelOfWord(word: string): SumLabel | null {
  if (/^(本页(小计|合计|总计)|pagetotals?)$/.test(word)) return { of: 'page', name: '', isPlain: true }
  if (/^(小计数|subtotals?)$/.test(word)) return { of: 'group', name: '', isPlain: word === '小计数' }
  if (LOOSE_SUM.test(word)) return { of: 'all', name: '', isPlain: false }
  if (PLAIN_SUM.test(word)) return { of: 'all', name: '', isPlain: true }
  const sum = /^(.*?)(合计|总计|共计|小计|总和)(?:数|值|行|栏)?$/.exec(word)
  if (!sum) return null
  const [, name = '', kind = ''] = sum
  if (name === '' || WHOLE.test(name)) {
    return { of: kind === '小计' ? 'group' : 'all', name: '', isPlain: kind !== '总和' || name !== '' }
  }
  return kind === '小计' || kind === '合计' || kind === '总计' ? { of: 'group', name, isPlain: true } : null
}

/** Words that may be names as well. */
const LOOSE_SUM =
  /^(总数|总计数|合计数|累计|累计数|总量|总体|总和|总|the|(grand|overall|national|city|provincial|district|annual|sum)?(totals?|sums?|overall|aggregate)(of(all|theabove))?|intotal)$/
const PLAIN_SUM = /^(计|总合计|合总计|合共|总共|共|总合|求和|求和项|汇总|全部汇总|合计汇总|数据汇总|[σ∑])$/u
/** 全市合计, 市合计, 本年合计, 以上合计, 各项合计: of everything that the sheet is about. */
const WHOLE =
  /^(以上|上述|全部|所有|各项|各类|各|全|本|上述各|以上各)?(全部|各项|各类|国|省|市|州|盟|地区|城|县|区|旗|镇|乡|街道|社区|村|部门|单位|系统|行业|表|年|年度|季|季度|月|月份|周|期|校|院|园区|辖区|项|项目|类|机构|数据|数)?$/u
const ENGLISH_WHOLE = /^(national|nationwide|all|city|citywide|province|district|county|whole(country|city)?|country)$/
