import { composeProse, type Maker } from './maker.ts'
import {
  makeCaseNumber,
  makeCreditCode,
  makeGridCode,
  makeLandlineNumber,
  makeMobileNumber,
  makeResidentNumber,
  padThree,
  padTwo,
} from './numbers.ts'
import { NAMES, OFFICE_CUES, PLACES } from './word-lists.ts'

/** Strings without personal data that look as if they had some. */
export const HARMLESS_MAKERS: readonly Maker[] = [
  { kinds: [], times: 30, make: (dice) => ({ text: composeProse(dice, makeCaseNumber(dice)) }) },
  {
    kinds: [],
    times: 16,
    make: (dice) => ({ header: dice.pick(['案件编号', '任务号', '工单号']), text: makeCaseNumber(dice) }),
  },
  { kinds: [], times: 20, make: (dice) => ({ header: dice.pick(['', '网格编码']), text: makeGridCode(dice) }) },
  { kinds: [], times: 8, make: (dice) => ({ text: `所在网格${makeGridCode(dice)}` }) },
  {
    kinds: [],
    times: 20,
    make: (dice) => ({
      header: dice.pick(['', '部件代码']),
      text: `${dice.pick(['620102', '320113', '441302', '530102', '370102'])}${padTwo(dice.rollBetween(1, 5))}${padTwo(dice.rollBetween(1, 40))}${dice.rollDigits(6)}`,
    }),
  },
  { kinds: [], times: 24, make: (dice) => ({ text: composeProse(dice, makeCreditCode(dice)) }) },
  {
    kinds: [],
    times: 16,
    make: (dice) => ({ text: composeProse(dice, `${makeCreditCode(dice)}${padThree(dice.rollBetween(1, 40))}P`) }),
  },
  {
    kinds: [],
    times: 16,
    make: (dice) => ({ text: composeProse(dice, makeMobileNumber(dice).replace(/^(...).{4}/, '$1****')) }),
  },
  {
    kinds: [],
    times: 12,
    make: (dice) => ({ text: composeProse(dice, makeResidentNumber(dice).replace(/^(.{3}).{11}/, '$1***********')) }),
  },
  {
    kinds: [],
    times: 16,
    make: (dice) => {
      const parts = makeLandlineNumber(dice)
      return { text: `${dice.pick(OFFICE_CUES)}：${parts.join('-')}`, allowed: parts.join('') }
    },
  },
  {
    kinds: [],
    times: 10,
    make: (dice) => ({ text: `${dice.pick(['400', '800'])}-${dice.rollDigits(3)}-${dice.rollDigits(4)}` }),
  },
  {
    kinds: [],
    times: 16,
    make: (dice) => ({
      text: `${dice.pick(['投资', '产值', '累计补贴', '合计'])}${dice.rollBetween(13, 19)}${dice.rollDigits(9)}${dice.pick(['元', '件', '千瓦时'])}`,
    }),
  },
  {
    kinds: [],
    times: 12,
    make: (dice) => ({
      text: `${dice.rollBetween(113, 122)}.${dice.rollDigits(8)},${dice.rollBetween(28, 40)}.${dice.rollDigits(8)}`,
    }),
  },
  {
    kinds: [],
    times: 12,
    make: (dice) => ({
      text: `宁${dice.pick(['环', '城管', '府'])}发〔${dice.rollBetween(2015, 2026)}〕${dice.rollBetween(1, 300)}号`,
    }),
  },
  {
    kinds: [],
    times: 12,
    make: (dice) => ({
      text: `${dice.rollBetween(2015, 2026)}-${padTwo(dice.rollBetween(1, 12))}-${padTwo(dice.rollBetween(1, 28))} ${padTwo(dice.rollBetween(0, 23))}:${padTwo(dice.rollBetween(0, 59))}:${padTwo(dice.rollBetween(0, 59))}`,
    }),
  },
  {
    kinds: [],
    times: 20,
    make: (dice) => ({
      text: `${dice.pick(['投诉人', '联系人', '户主', '居民', '举报人'])}${dice.pick([...'王李张刘陈'])}${dice.pick(['某', '先生', '女士', '某某'])}${dice.pick(['反映噪音扰民', '表示满意', '已回访'])}`,
    }),
  },
  {
    kinds: [],
    times: 30,
    make: (dice) => ({
      text: `${dice.pick(['居民', '业主', '村民', '市民', '户主', '申请人', '当事人'])}${dice.pick(PLACES.looseWords)}`,
    }),
  },
  {
    kinds: [],
    times: 12,
    make: (dice) => ({
      header: dice.pick(['单位名称', '持证单位', '名称']),
      text: `${dice.pick(NAMES).slice(0, 2)}${dice.pick(['记饭店', '建材有限公司', '汽修厂', '诊所'])}`,
    }),
  },
  {
    kinds: [],
    times: 16,
    make: (dice) => ({
      text: `${dice.pick(PLACES.offices)}${dice.rollBetween(1, 9)}${dice.pick(['幢', '号楼', '栋'])}${dice.rollBetween(101, 904)}室`,
    }),
  },
  {
    kinds: [],
    times: 10,
    make: (dice) => ({
      text: `${dice.pick(['共', '新建', '改造', '涉及'])}${dice.rollBetween(2, 90)}${dice.pick(['幢', '栋'])}${dice.pick(['居民楼', '住宅', '楼房'])}`,
    }),
  },
  {
    kinds: [],
    times: 10,
    make: (dice) => ({
      text: `${dice.pick(['微信公众号：', '公众号', '微信小程序'])}${dice.pick(['njcg', 'grid', 'city'])}${dice.rollDigits(4)}`,
    }),
  },
]
