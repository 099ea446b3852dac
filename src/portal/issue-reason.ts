import type { z } from 'zod'
import type { LocalText } from '../text/local-text.ts'
import { pluralise } from '../text/plural.ts'

type Issue = z.core.$ZodIssue

/** Options of a refinement that says in both languages which shape a text should have. */
export function explainShape(zh: string, en: string): { error: string; params: { zh: string } } {
  return { error: en, params: { zh } }
}

/**
 * Why a value is not valid, in the words of people who write such files: validators say `object` and `undefined`. `zh` is the
 * same issue with the validator's own Chinese words, for what has none here.
 */
export function reasonOf(issue: Issue, zh: Issue, value: unknown): LocalText {
  if (issue.code === 'invalid_type')
    return describeNeeded(KINDS[issue.expected] ?? { zh: issue.expected, en: issue.expected }, value)
  if (issue.code === 'invalid_value') return describeNeeded(listValues(issue.values.map(String)), value)
  // A part of no kind.
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options))
    return describeNeeded(listValues(issue.options.map(String)), value)
  if (issue.code === 'too_small') return describeLeast(issue)
  if (issue.code === 'too_big') return describeMost(issue)
  const own = issue.code === 'custom' ? issue.params?.['zh'] : MESSAGES[issue.message]
  return { zh: typeof own === 'string' ? own : zh.message, en: issue.message }
}

function describeLeast({ origin, minimum, inclusive }: Limited<'too_small'>): LocalText {
  const least = Number(minimum)
  const counted = LENGTHS[origin]
  if (counted && least === 1) return { zh: '不能为空', en: 'it must not be empty' }
  if (counted)
    return { zh: `至少应有${least}${counted.zh}`, en: `it should have at least ${pluralise(least, counted.en)}` }
  return inclusive === false
    ? { zh: `应大于${least}`, en: `it should be more than ${least}` }
    : { zh: `应不小于${least}`, en: `it should be ${least} or more` }
}

function describeMost({ origin, maximum, inclusive }: Limited<'too_big'>): LocalText {
  const most = Number(maximum)
  const counted = LENGTHS[origin]
  if (counted)
    return { zh: `至多可有${most}${counted.zh}`, en: `it should have at most ${pluralise(most, counted.en)}` }
  return inclusive === false
    ? { zh: `应小于${most}`, en: `it should be less than ${most}` }
    : { zh: `应不大于${most}`, en: `it should be ${most} or less` }
}

type Limited<Code> = Extract<Issue, { code: Code }>

/** Of what the length is limited: characters of a text, items of a list. */
const LENGTHS: Partial<Record<string, LocalText>> = {
  string: { zh: '个字', en: 'character' },
  array: { zh: '项', en: 'item' },
}

function describeNeeded(needed: LocalText, value: unknown): LocalText {
  if (value === undefined) return { zh: `没有填写，应为${needed.zh}`, en: `it is missing; it should be ${needed.en}` }
  const found = KINDS[kindOf(value)]
  return found === undefined || found === needed || needed.en.startsWith('one of')
    ? { zh: `应为${needed.zh}`, en: `it should be ${needed.en}` }
    : { zh: `应为${needed.zh}，写的是${found.zh}`, en: `it should be ${needed.en}, not ${found.en}` }
}

function listValues(values: readonly string[]): LocalText {
  const [only = ''] = values
  return values.length === 1
    ? { zh: only, en: only }
    : { zh: `${values.join('、')}之一`, en: `one of ${values.join(', ')}` }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  return value === null ? 'null' : typeof value
}

const ITEMS: LocalText = { zh: '一组“项: 值”', en: 'a group of items with values' }
const KINDS: Record<string, LocalText> = {
  string: { zh: '文本', en: 'text' },
  number: { zh: '数', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true或false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: ITEMS,
  record: ITEMS,
  null: { zh: '空值', en: 'nothing' },
}

/** Messages that schemas have of their own; a test looks for others. */
const MESSAGES: Record<string, string> = {
  'lower-case ASCII, starting with a letter': '应以小写英文字母开头，只含小写字母、数字和连字符',
  'lower-case letters, digits and hyphens, as in the address of the figure':
    '只含小写字母、数字和连字符，与图的地址一致',
  'a path below the site, such as /data/cases/': '应为网站内的路径，如/data/cases/',
  'a day, such as 2026-10-31': '应为日期，如2026-10-31',
  'an address, such as https://data.example.gov.cn': '应为网址，如https://data.example.gov.cn',
  'DATASET/MEASURE, or DATASET/COLUMN/CODE of a list': '应写作“数据集/指标”，列表里的值写作“数据集/列/代码”',
  'a page of the site, such as /data/, or an address with https:, tel: or mailto:':
    '应为网站内的页面（如/data/），或以https:、tel:、mailto:开头的地址',
  'S and a number, such as S12': '应为S加数字，如S12',
  'D and a number, such as D3': '应为D加数字，如D3',
  'month and day, such as 03-31': '应为月和日，如03-31',
  'the id of a department of departments.csv, or { zh, en }': '应为departments.csv中的部门编号，或{ zh, en }',
}
