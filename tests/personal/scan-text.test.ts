import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scanText } from '../../src/personal/scan-text.ts'

const listKinds = (text: string, header = '') => scanText(text, { header }).map((hit) => hit.kind)

describe('spellings of one number', () => {
  test.each([
    ['plain', '13800138000'],
    ['full width', '１３８００１３８０００'],
    ['Chinese numerals', '一三八零零一三八零零零'],
    ['telephone numerals', '幺三八〇〇幺三八〇〇〇'],
    ['circled digits', '①③⑧⓪⓪①③⑧⓪⓪⓪'],
    ['zero-width characters', '138\u200b0013\u200d8000'],
    ['long dashes', '138—0013—8000'],
    ['digit by digit', '1 3 8 0 0 1 3 8 0 0 0'],
    ['letters for digits', 'l38OOl38OOO'],
    ['country code', '+86 138-0013-8000'],
    ['weak mask', '1380013800*'],
  ])('%s', (_, text) => {
    expect(listKinds(`联系${text}。`)).toEqual(['mobile'])
  })
})

describe('codes of the domain come first', () => {
  test.each([
    ['grid code that is a valid old resident number', '110101001001001', ''],
    ['component code of Gansu that passes the check of a card', '6201020103000012', ''],
    ['permit number', '91130200699229617X001P', ''],
    ['credit code', '91130200699229617X', ''],
    ['case number', '320113202610120041', ''],
    ['case number that passes the check of a resident number', '320113202610120017', '案件编号'],
    ['index number', '000014349/2017-00110', ''],
    ['matter code of Hebei', '13010206010', '事项代码'],
    ['longitude', '130.12345678', ''],
    ['amount', '15000000000元', ''],
    ['time stamp', '20261012093000', ''],
    ['hotline', '400-838-9661', ''],
    ['masked number', '138****8000', ''],
  ])('%s', (_, text, header) => {
    expect(listKinds(text, header)).toEqual([])
  })
})

describe('the header of a column decides', () => {
  test.each([
    ['110101490101001', '网格编码', []],
    ['110101001001001', '身份证号', ['resident-id']],
    ['110105194912310021', '证件号码', ['resident-id']],
    ['84512345', '联系电话', ['landline']],
    ['84512345', '数量', []],
    ['陈晓东', '姓名', ['name']],
    ['陈晓东', '法定代表人', []],
    ['仙林大道18号3幢101室', '经营场所', []],
    ['仙林大道18号3幢101室', '家庭住址', ['address']],
    ['E12345678', '护照号码', ['passport']],
    ['E12345678', '批次', []],
  ])('%s below %s', (text, header, kinds) => {
    expect(listKinds(text, header)).toEqual(kinds)
  })
})

test('landline numbers of a publisher pass where the publisher lists them, not by their form', () => {
  expect(listKinds('拨打025-83639000')).toEqual(['landline'])
  expect(scanText('拨打025-83639000', { allowed: new Set(['02583639000']) })).toEqual([])
})

test('a hit names where it was in the text as received', () => {
  const text = '户主\u200b李秀英，１３８００１３８０００'
  expect(scanText(text).map(({ start, end }) => text.slice(start, end))).toEqual(['李秀英', '１３８００１３８０００'])
})

test('a resident number is masked to three and four characters', () => {
  expect(scanText('11010519491231002X')[0]?.masked).toBe('110***********002X')
})

test('no mask shows more than half of what was found, whatever surrounds it', () => {
  const data = [
    '13800138000',
    '11010519491231002X',
    '6222020000000000000',
    '苏A12345',
    'zhangsan@qq.com',
    '025-83639000',
  ]
  const words = fc.stringMatching(/^[，。；、反映处理核实井盖 ]{0,12}$/)
  fc.assert(
    fc.property(fc.constantFrom(...data), words, words, (datum, before, after) => {
      const hits = scanText(`${before}${datum}${after}`)
      expect(hits).toHaveLength(1)
      const { masked } = hits[0] ?? { masked: datum }
      expect(masked).not.toContain(datum)
      expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(masked.length / 2)
    }),
  )
})

test('any text is scanned without an error, and hits neither overlap nor leave the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      let last = 0
      for (const { start, end } of scanText(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        last = end
      }
    }),
  )
})

test('a long text without an end costs no more than its length', () => {
  const started = process.cpuUsage().user
  scanText('1'.repeat(20_000))
  scanText('幢单元'.repeat(7_000))
  scanText('a.'.repeat(10_000))
  expect(process.cpuUsage().user - started).toBeLessThan(5_000_000)
})

describe('a number that a spreadsheet has cut to 15 digits is the number of a person still', () => {
  test.each([
    ['110105194912310000', '身份证号', ['resident-id']],
    ['110105194912310016', '证件号码', ['resident-id']],
    ['320102194910010000', '身份证号', ['resident-id']],
    ['320102194910009984', '身份证号', ['resident-id']],
    ['6222020000000000000', '银行卡号', ['bank-card']],
    ['913502001234567000', '统一社会信用代码', []],
    ['913502001234567936', '统一社会信用代码', []],
  ])('%s below %s', (text, header, kinds) => {
    expect(listKinds(text, header)).toEqual(kinds)
  })
})
