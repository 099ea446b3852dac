import { expect, test } from 'vitest'
import { findPersonal, maskPersonal } from '../../src/codes/personal-text.ts'

// Numbers of no living person: samples of the standards, births before 1901, and mobile numbers of documentation.
test.each([
  [
    '张某（13800138000，身份证110101190001310009）',
    ['resident', 'mobile'],
    '张某（138****8000，身份证110101**********09）',
  ],
  ['身份证号末位有误：110105194912310021', ['resident'], '身份证号末位有误：110105**********21'],
  ['电话 138-0013-8000', ['mobile'], '电话 138****8000'],
  ['TEL+8613800138000', ['mobile'], 'TEL138****8000'],
  ['１３８００１３８０００', ['mobile'], '138****8000'],
  ['卡号6222 0200 0000 0000 000', ['bank-card'], '卡号6222***********0000'],
  ['车苏A·12345停在路口', ['plate'], '车苏A****5停在路口'],
  // Codes of the register are no persons.
  ['91130200699229617X', [], '91130200699229617X'],
  ['许可证91130200699229617X001P，已换发', [], '许可证91130200699229617X001P，已换发'],
  ['云锦市皓绡织造有限公司', [], '云锦市皓绡织造有限公司'],
  ['热线12345、96105，400-838-9661', [], '热线12345、96105，400-838-9661'],
  ['文号：云环〔2026〕138号', [], '文号：云环〔2026〕138号'],
])('%s', (text, kinds, masked) => {
  expect(findPersonal(text).map((one) => one.kind)).toEqual(kinds)
  expect(maskPersonal(text)).toBe(masked)
})
