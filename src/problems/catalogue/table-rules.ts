import type { Entry } from './entry.ts'

/** What can be wrong with the figures that are made of the rows. */
export const TABLE_RULES = {
  'small-cell-unsafe': {
    level: 'error',
    message: {
      zh: '这一格涉及的人太少，归并到最粗一级也不能安全公布',
      en: 'A cell counts so few people that it cannot be published safely, not even on the last step of its ladder',
    },
    remedy: {
      zh: '{found}。请在数据约定的ladder中再加更粗的一级（更长的期次、更大的地区），或减少这张表的分组。期次后有版本号（如2026-10.1）的，是已公布的旧版本泄露的：请先用publish -- --withdraw撤下那一版。',
      en: '{found}. Add a coarser step to the ladder of its table (a longer period, larger places), or group it by fewer columns. A period with a version, such as 2026-10.1, belongs to an earlier version that reveals it: withdraw that version first, with publish -- --withdraw.',
    },
  },
  'table-balance': {
    level: 'error',
    message: {
      zh: '{table}：平衡关系不成立',
      en: '{table}: the figures do not balance',
    },
    remedy: {
      zh: '{tableRow}：{sum}，而“{equals}”为{found}，相差{difference}。请核对本期与上期的明细。',
      en: '{tableRow}: {sum}, but “{equals}” is {found}, a difference of {difference}. Check the rows of this period and the previous period.',
    },
  },
  'table-carry': {
    level: 'error',
    message: {
      zh: '{table}：“{opening}”不等于上期的“{closing}”',
      en: '{table}: “{opening}” does not equal the “{closing}” of the previous period',
    },
    remedy: {
      zh: '{tableRow}：本期（{period}）“{opening}”为{found}，上期（{before}）“{closing}”为{expected}。请核对两期之间漏报或重报的记录。',
      en: '{tableRow}: “{opening}” of {period} is {found}, “{closing}” of {before} was {expected}. Look for records omitted or reported twice between the two periods.',
    },
  },
  'table-at-most': {
    level: 'error',
    message: {
      zh: '{table}：“{a}”大于“{b}”',
      en: '{table}: “{a}” is greater than “{b}”',
    },
    remedy: {
      zh: '{tableRow}：“{a}”为{found}，应{expected}。',
      en: '{tableRow}: “{a}” is {found} and should be {expected}.',
    },
  },
  'table-adds-up': {
    level: 'error',
    message: {
      zh: '{table}：“{measure}”各下级之和不等于上级',
      en: '{table}: “{measure}” of the parts does not add up to the whole',
    },
    remedy: {
      zh: '{tableRow}：{sum}，上级为{found}，相差{difference}。',
      en: '{tableRow}: {sum}, the place above has {found}, a difference of {difference}.',
    },
  },
  'table-cumulative': {
    level: 'error',
    message: {
      zh: '{table}：累计数“{measure}”有误',
      en: '{table}: the running total “{measure}” is wrong',
    },
    remedy: {
      zh: '{tableRow}：本期累计为{found}，应{expected}（上期{before}）。同一年里累计数不会减少；请核对当月数与累计数是否填反。',
      en: '{tableRow}: the running total is {found} and should be {expected} (previous period: {before}). It never falls within a year; check whether the month’s figure and the running total are swapped.',
    },
  },
  'table-same-as': {
    level: 'error',
    message: {
      zh: '{table}：“{measure}”与{other}的“{equals}”不一致',
      en: '{table}: “{measure}” does not equal “{equals}” of {other}',
    },
    remedy: {
      zh: '{tableRow}：{sum}，{other}为{expected}，相差{difference}。请核对两处的口径和期次。',
      en: '{tableRow}: {sum}, but {other} has {expected}, a difference of {difference}. Check scope and period of both.',
    },
  },
} satisfies Record<string, Entry>
