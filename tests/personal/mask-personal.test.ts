import { expect, test } from 'vitest'
import { maskPersonal } from '../../src/personal/mask-personal.ts'
import { scanText } from '../../src/personal/scan-text.ts'

// Numbers of no living person: samples of the standards, births before 1901, and mobile numbers of documentation.
test.each([
  [
    '张某（13800138000，身份证110101190001310009）',
    ['mobile', 'resident-id'],
    '张某（138******00，身份证110***********0009）',
  ],
  ['身份证号末位有误：110105194912310021', ['resident-id'], '身份证号末位有误：110***********0021'],
  ['电话 138-0013-8000', ['mobile'], '电话 138******00'],
  ['TEL+8613800138000', ['mobile'], 'TEL+861********00'],
  ['１３８００１３８０００', ['mobile'], '138******00'],
  ['卡号6222 0200 0000 0000 000', ['bank-card'], '卡号6222***********0000'],
  ['车苏A·12345停在路口', ['plate'], '车苏A****5停在路口'],
  ['身份证110105491231002', ['resident-id'], '身份证110********1002'],
  ['电话138.1234.5678', ['mobile'], '电话138******78'],
  ['电话1 3 8 0 0 1 3 8 0 0 0', ['mobile'], '电话138******00'],
  ['住宅电话：025-83601234', ['landline'], '住宅电话：025******34'],
  ['举报人电话(025)83601234已核', ['landline'], '举报人电话(025******34已核'],
  ['宅电02583601234', ['landline'], '宅电025******34'],
  // An office may be called where it lists its number; its form says nothing.
  ['办公电话：025-83601234', ['landline'], '办公电话：025******34'],
  ['咨询电话025-83601234转801', ['landline'], '咨询电话025******34转801'],
  ['邮箱ZHANGSAN@QQ.COM', ['email'], '邮箱Z***********COM'],
  ['A@MYGOV.CN', ['email'], 'A******.CN'],
  ['A@GOV.CN.COM', ['email'], 'A********COM'],
  ['护照E12345678', ['passport'], '护照E******78'],
  ['护照号：G12345678', ['passport'], '护照号：G******78'],
  ['微信号ZHANGSAN88', ['account'], '微信号Z********8'],
  ['QQ：12345678', ['account'], 'QQ：1******8'],
  ['户主李四，住锦绣路12号3幢2单元501室', ['name', 'address'], '户主李*，住锦绣路12号********室'],
  ['家住锦绣苑3栋501室', ['address'], '家住锦绣苑*****室'],
  // Addresses of firms, offices and places are no homes; 15 digits without a word are a grid.
  ['公司住所：锦绣路12号3幢2单元501室', [], '公司住所：锦绣路12号3幢2单元501室'],
  ['住宅小区3幢2单元501室改作日间照料场所', ['address'], '住宅小区********室改作日间照料场所'],
  ['入住老人3幢12人', [], '入住老人3幢12人'],
  ['网格110105491231002', [], '网格110105491231002'],
  ['东经130.12345678', [], '东经130.12345678'],
  ['信箱ts@yunjin.gov.cn', [], '信箱ts@yunjin.gov.cn'],
  ['微信公众号yunjin2026', [], '微信公众号yunjin2026'],
  ['微信WeChat支付，QQ群123456789', [], '微信WeChat支付，QQ群123456789'],
  ['通行证E1234', [], '通行证E1234'],
  ['第1 3 5 7 9号', [], '第1 3 5 7 9号'],
  // Codes of the register are no persons.
  ['91130200699229617X', [], '91130200699229617X'],
  ['许可证91130200699229617X001P，已换发', [], '许可证91130200699229617X001P，已换发'],
  ['云锦市皓绡织造有限公司', [], '云锦市皓绡织造有限公司'],
  ['热线12345、96105，400-838-9661', [], '热线12345、96105，400-838-9661'],
  ['文号：云环〔2026〕138号', [], '文号：云环〔2026〕138号'],
])('%s', (text, kinds, masked) => {
  expect(scanText(text).map((hit) => hit.kind)).toEqual(kinds)
  expect(maskPersonal(text)).toBe(masked)
})

test('a number with invisible characters in it is a number, and is covered', () => {
  expect(maskPersonal('电话138\u200B0013\u20668000')).not.toMatch(/0013/)
})

test('a number has one hash however it is written, and another number another', () => {
  const hashOf = (text: string) => scanText(text)[0]?.hash
  expect(hashOf('电话13800138000')).toMatch(/^[0-9a-f]{6}$/)
  for (const text of ['电话138 0013 8000', '电话１３８００１３８０００', '电话一三八00138000']) {
    expect(hashOf(text)).toBe(hashOf('电话13800138000'))
  }
  expect(hashOf('电话13800138001')).not.toBe(hashOf('电话13800138000'))
})
