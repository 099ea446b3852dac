import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { computeCreditCheckDigit } from '../../../src/codes/credit-code.ts'
import { FILES, linesOf, PUBLISHED } from './cells.ts'
import { SITE } from './pages.ts'

/** Shapes of personal data, looked for in any text. Simple on purpose: a stricter scanner may miss what these see. */
const SHAPES: Record<string, RegExp> = {
  'resident number':
    /(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/,
  'mobile number': /(?<![0-9A-Za-z.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![0-9A-Za-z])/,
  'landline number': /(?<!\d)\(?0\d{2,3}\)?[- ]\d{7,8}(?!\d)/,
  'number plate': /[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-HJ-NP-Z]·?[A-HJ-NP-Z0-9]{5,6}/,
  'e-mail address': /[\w.+-]+@[\w-]+\.[a-z]{2,}/i,
  'bank card': /(?<![0-9A-Za-z])62\d{14,17}(?![0-9A-Za-z])/,
  'form of address': /[\u4e00-\u9fff](?:先生|女士|同志)/,
  'label of a person': /姓名|身份证|联系人|手机号|电话号码|户主|法定代表人/,
}

/** Lawful codes of the register, recognised by their check characters before anything else is looked for. */
function removeLawfulCodes(text: string): string {
  return text
    .replace(/(?<![0-9A-Za-z])[0-9A-Z]{18}\d{3}[A-Z](?![0-9A-Za-z])/g, (code) =>
      isCreditCode(code.slice(0, 18)) ? '' : code,
    )
    .replace(/(?<![0-9A-Za-z])[0-9A-Z]{18}(?![0-9A-Za-z])/g, (code) => (isCreditCode(code) ? '' : code))
    .replace(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g, '')
}

function isCreditCode(code: string): boolean {
  return computeCreditCheckDigit(code.slice(0, 17)) === code[17]
}

function findPersonal(text: string): string[] {
  const rest = removeLawfulCodes(text)
  return Object.entries(SHAPES).flatMap(([name, shape]) => {
    const match = shape.exec(rest)
    return match ? [`${name}: ${match[0]}`] : []
  })
}

test.each([
  ['居民身份证11010519491231002X', ['resident number: 11010519491231002X', 'label of a person: 身份证']],
  ['回电13812345678', ['mobile number: 13812345678']],
  ['电话025-84712345', ['landline number: 025-84712345']],
  ['车牌苏A·12345', ['number plate: 苏A·12345']],
  ['zhang.san@example.com', ['e-mail address: zhang.san@example.com']],
  ['卡号6222020200112233445', ['bank card: 6222020200112233445']],
  ['王先生反映', ['form of address: 王先生']],
  ['2026-10,990101001,1284,89.4,final', []],
])('in %s is found what is there', (text, expected) => {
  expect(findPersonal(text)).toEqual(expected)
})

test('no published file holds anything that looks like a person’s number, address or name', () => {
  const files = [...FILES.values(), 'releases.jsonl']
  expect(files.length).toBeGreaterThan(400)
  const leaks = files.flatMap((path) => {
    const text = readFileSync(`${PUBLISHED}/${path}`, 'utf8')
    return findPersonal(text).map((leak) => `${path} ${leak}`)
  })
  expect(leaks).toEqual([])
})

test('every published column is declared public, a dimension or a measure', () => {
  const undeclared = [...SITE.published.tables.values()].flatMap(({ contract, id, spec, periods }) => {
    const columns = Object.keys(linesOf(`${contract.id}/${id}/${periods.at(-1)}`)[0] ?? {})
    return columns.filter((column) => {
      if (column === 'period' || column === 'status' || Object.hasOwn(spec.measures, column)) return false
      // The status of a measure, and the name and the level of a place, reveal no more than what they are beside.
      if (Object.hasOwn(spec.measures, column.replace(/_status$/, ''))) return false
      const privacy =
        contract.columns[column.replace(/_(name|level)$/, '')]?.privacy ?? contract.columns[column]?.privacy
      return privacy !== 'public' && privacy !== 'dimension'
    })
  })
  expect(undeclared).toEqual([])
})

test('holders of permits are organisations, not people', () => {
  const months = SITE.published.tables.get('permits/register')?.periods ?? []
  const holders = new Set(months.flatMap((month) => linesOf(`permits/register/${month}`).map((line) => line['holder'])))
  expect(holders.size).toBeGreaterThan(100)
  expect([...holders].filter((holder) => !/(公司|厂|院|站|中心|局|学校|合作社)$/.test(holder ?? ''))).toEqual([])
})
