import type { z } from 'zod'
import type { LocalText } from '../text/local-text.ts'

type Issue = z.core.$ZodIssue

/** Options of a refinement that says in both languages which shape a text should have. */
export function explainShape(zh: string, en: string): { error: string; params: { zh: string } } {
  return { error: en, params: { zh } }
}

/**
 * Why a value is not valid, in the words of people who write such files: validators say `object` and `undefined`. `zh` is the
 * same issue with the validator's own Chinese words, which serve for limits of numbers and lengths.
 */
export function reasonOf(issue: Issue, zh: Issue, value: unknown): LocalText {
  if (issue.code === 'invalid_type')
    return describeNeeded(KINDS[issue.expected] ?? { zh: issue.expected, en: issue.expected }, value)
  if (issue.code === 'invalid_value') return describeNeeded(listValues(issue.values.map(String)), value)
  // A part of no kind.
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options))
    return describeNeeded(listValues(issue.options.map(String)), value)
  const own = issue.code === 'custom' ? issue.params?.['zh'] : MESSAGES[issue.message]
  return { zh: typeof own === 'string' ? own : zh.message, en: issue.message }
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
  'S and a number, such as S12': '应为S加数字，如S12',
  'D and a number, such as D3': '应为D加数字，如D3',
  'month and day, such as 03-31': '应为月和日，如03-31',
  'the id of a department of departments.csv, or { zh, en }': '应为departments.csv中的部门编号，或{ zh, en }',
}
