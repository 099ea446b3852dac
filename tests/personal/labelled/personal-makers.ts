import { composeProse, type Maker } from './maker.ts'
import {
  groupDigits,
  makeAccount,
  makeCardNumber,
  makeDoor,
  makeLandlineNumber,
  makeMobileNumber,
  makePlateNumber,
  makeResidentNumber,
  spaceOut,
  spellInChinese,
  widen,
  withZeroWidth,
} from './numbers.ts'
import { NAMES, OFFICE_CUES, PLACES } from './word-lists.ts'

/** Strings with personal data, in the spellings that people use. */
export const PERSONAL_MAKERS: readonly Maker[] = [
  { kinds: ['resident-id'], times: 20, make: (dice) => ({ text: composeProse(dice, makeResidentNumber(dice)) }) },
  { kinds: ['resident-id'], times: 8, make: (dice) => ({ text: widen(makeResidentNumber(dice)) }) },
  {
    kinds: ['resident-id'],
    times: 6,
    make: (dice) => ({ text: composeProse(dice, spellInChinese(makeResidentNumber(dice).replace('X', '2'))) }),
  },
  {
    kinds: ['resident-id'],
    times: 6,
    make: (dice) => ({ text: composeProse(dice, withZeroWidth(makeResidentNumber(dice))) }),
  },
  {
    kinds: ['resident-id'],
    times: 8,
    make: (dice) => ({
      text: composeProse(dice, makeResidentNumber(dice).replace(/^(.{6})(.{8})/, dice.pick(['$1 $2 ', '$1-$2-']))),
    }),
  },
  {
    kinds: ['resident-id'],
    times: 8,
    make: (dice) => ({
      header: dice.pick(['身份证号', '证件号码', '身份证件号']),
      text: makeResidentNumber(dice).slice(0, 17),
    }),
  },
  { kinds: ['mobile'], times: 20, make: (dice) => ({ text: composeProse(dice, makeMobileNumber(dice)) }) },
  { kinds: ['mobile'], times: 10, make: (dice) => ({ text: composeProse(dice, widen(makeMobileNumber(dice))) }) },
  {
    kinds: ['mobile'],
    times: 10,
    make: (dice) => ({ text: composeProse(dice, spellInChinese(makeMobileNumber(dice))) }),
  },
  {
    kinds: ['mobile'],
    times: 12,
    make: (dice) => ({ text: composeProse(dice, spaceOut(makeMobileNumber(dice), dice.pick([' ', '-', '—', '·']))) }),
  },
  {
    kinds: ['mobile'],
    times: 8,
    make: (dice) => ({ text: composeProse(dice, withZeroWidth(makeMobileNumber(dice))) }),
  },
  {
    kinds: ['mobile'],
    times: 6,
    make: (dice) => ({ text: composeProse(dice, `${dice.pick(['+86', '0086 ', '86-'])}${makeMobileNumber(dice)}`) }),
  },
  {
    kinds: ['landline'],
    times: 20,
    make: (dice) => ({ text: composeProse(dice, makeLandlineNumber(dice).join(dice.pick(['-', ' ', '－']))) }),
  },
  { kinds: ['landline'], times: 8, make: (dice) => ({ header: '联系电话', text: makeLandlineNumber(dice)[1] }) },
  // An office's number is a hit as long as the office has not listed it.
  {
    kinds: ['landline'],
    times: 8,
    make: (dice) => ({ text: `${dice.pick(OFFICE_CUES)}：${makeLandlineNumber(dice).join('-')}` }),
  },
  { kinds: ['bank-card'], times: 12, make: (dice) => ({ text: composeProse(dice, makeCardNumber(dice)) }) },
  {
    kinds: ['bank-card'],
    times: 12,
    make: (dice) => ({
      text: `${dice.pick(['卡号', '银行卡：', '打款账号 '])}${groupDigits(makeCardNumber(dice), dice.pick([' ', '-']))}`,
    }),
  },
  { kinds: ['bank-card'], times: 6, make: (dice) => ({ text: widen(makeCardNumber(dice)) }) },
  { kinds: ['plate'], times: 20, make: (dice) => ({ text: composeProse(dice, makePlateNumber(dice)) }) },
  {
    kinds: ['plate'],
    times: 6,
    make: (dice) => ({ text: `车辆${makePlateNumber(dice).replace(/^(..)/, '$1·').toLowerCase()}停在绿地上` }),
  },
  {
    kinds: ['passport'],
    times: 10,
    make: (dice) => ({
      text: `${dice.pick(['护照号', '护照：', '通行证号码'])}${dice.pick(['E', 'G', 'C'])}${dice.rollDigits(8)}`,
    }),
  },
  {
    kinds: ['email'],
    times: 14,
    make: (dice) => ({
      text: composeProse(
        dice,
        `${dice.pick(['wang.lei', 'lixia', 'z_f', 'sunny'])}${dice.rollDigits(3)}@${dice.pick(['qq.com', '163.com', 'sina.cn', 'mail.com.cn'])}`,
      ),
    }),
  },
  { kinds: ['account'], times: 14, make: (dice) => ({ text: composeProse(dice, makeAccount(dice)) }) },
  {
    kinds: ['address'],
    times: 24,
    make: (dice) => ({ text: composeProse(dice, `${dice.pick(PLACES.estates)}${makeDoor(dice)}`) }),
  },
  {
    kinds: ['address'],
    times: 6,
    make: (dice) => ({
      header: dice.pick(['家庭住址', '户籍地址', '住址']),
      text: `${dice.pick(PLACES.roads)}${dice.rollBetween(1, 300)}号${makeDoor(dice)}`,
    }),
  },
  {
    kinds: ['name'],
    times: 24,
    make: (dice) => ({
      text: `${dice.pick(['姓名：', '联系人:', '户主', '投诉人', '举报人', '申请人：', '报案人'])}${dice.pick(NAMES)}${dice.pick(['', '，已登记', ' 电话待补', '反映路灯不亮'])}`,
    }),
  },
  {
    kinds: ['name'],
    times: 16,
    make: (dice) => ({ header: dice.pick(['姓名', '联系人', '户主姓名', '举报人']), text: dice.pick(NAMES) }),
  },
  {
    kinds: ['name', 'mobile'],
    times: 12,
    make: (dice) => ({ text: `联系人：${dice.pick(NAMES)}（${makeMobileNumber(dice)}）` }),
  },
]
