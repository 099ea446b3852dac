import type { Entry } from './entry.ts'

/** What can be wrong with numbers, dates, codes and places. */
export const VALUE_RULES = {
  'number-format': {
    level: 'error',
    message: {
      zh: '“{columnName}”不是数字',
      en: '“{columnName}” is not a number',
    },
    remedy: {
      zh: '请填阿拉伯数字，如{expected}；千分位须三位一组，中间不加空格。若是表示没有数值的字样，请写入profile.yaml的missing。',
      en: 'Write a number such as {expected}; separators must mark groups of three digits, without spaces. Words that mean “no value” belong in “missing” of profile.yaml.',
    },
  },
  'number-scientific': {
    level: 'error',
    message: {
      zh: '“{columnName}”是科学记数法',
      en: '“{columnName}” is in scientific notation',
    },
    remedy: {
      zh: '请把这一列设为“数值”格式后重新导出。',
      en: 'Set the column to “Number” and export it again.',
    },
  },
  'number-not-integer': {
    level: 'error',
    message: {
      zh: '“{columnName}”应为整数',
      en: '“{columnName}” should be a whole number',
    },
    remedy: {
      zh: '请核对是否误填了比率，或单位是否有误。',
      en: 'Check whether a rate was entered by mistake, or the unit is wrong.',
    },
  },
  'number-out-of-range': {
    level: 'error',
    message: {
      zh: '“{columnName}”超出范围',
      en: '“{columnName}” is out of range',
    },
    remedy: {
      zh: '应为{expected}。请核对数值和单位。',
      en: 'It should be {expected}. Check the value and its unit.',
    },
  },
  'number-qualified': {
    level: 'error',
    message: {
      zh: '“{columnName}”带有“{qualifier}”一类的字样，不是确数',
      en: '“{columnName}” contains “{qualifier}” and is not an exact number',
    },
    remedy: {
      zh: '请填确数；只有约数或界限的，请另设一列写明“约”“以上”等。',
      en: 'Give the exact number; if only a limit or an approximation is known, put the qualifier in a column of its own.',
    },
  },
  'unit-twice': {
    level: 'error',
    message: {
      zh: '“{columnName}”的单位和单元格里的单位、“万”“亿”合不到一起',
      en: 'The unit of “{columnName}” conflicts with the unit, 万 or 亿 in a cell',
    },
    remedy: {
      zh: '请只在一处写单位，以免换算两次。',
      en: 'State the unit in one place only; otherwise it would be applied twice.',
    },
  },
  'percent-not-ratio': {
    level: 'error',
    message: {
      zh: '“{columnName}”应为0到1之间的比值',
      en: '“{columnName}” should be a ratio between 0 and 1',
    },
    remedy: {
      zh: '请核对：95%应写作0.95或“95%”，不能写作95。',
      en: 'Write 95% as 0.95 or “95%”, not as 95.',
    },
  },
  'percent-mixed': {
    level: 'error',
    acceptable: true,
    message: {
      zh: '“{columnName}”里既有比值又有百分数',
      en: '“{columnName}” mixes ratios and percentages',
    },
    remedy: {
      zh: '同一列里有小于1和远大于1的值（{found}）。请统一为百分数，或逐格加上“%”；若0.1就是0.1%，也可在exceptions.csv中写明原因和截止日。',
      en: 'There are values below 1 and far above 1 ({found}). Write percentages throughout, or put % in each cell. Where 0.1 does mean 0.1%, it can also be listed as an exception in exceptions.csv, with a reason and an end date.',
    },
  },
  'month-format': {
    level: 'error',
    message: {
      zh: '“{columnName}”不是月份',
      en: '“{columnName}” is not a month',
    },
    remedy: {
      zh: '请写作{expected}，如2026-10。',
      en: 'Write it as {expected}, such as 2026-10.',
    },
  },
  'month-ambiguous': {
    level: 'error',
    message: {
      zh: '“{columnName}”分不清是1月还是10月',
      en: '“{columnName}” could be January or October',
    },
    remedy: {
      zh: '数字单元格会把2026.10变成2026.1。请写作{january}或{october}，并把这一列设为“文本”。',
      en: 'A numeric cell turns 2026.10 into 2026.1. Write {january} or {october}, and set the column to “Text”.',
    },
  },
  'year-format': {
    level: 'error',
    message: {
      zh: '“{columnName}”不是年份',
      en: '“{columnName}” is not a year',
    },
    remedy: {
      zh: '请写四位年份，如2026。',
      en: 'Write a four-digit year, such as 2026.',
    },
  },
  'date-format': {
    level: 'error',
    message: {
      zh: '“{columnName}”不是日期',
      en: '“{columnName}” is not a date',
    },
    remedy: {
      zh: '请写作{expected}，如2026-10-12。',
      en: 'Write it as {expected}, such as 2026-10-12.',
    },
  },
  'date-order': {
    level: 'error',
    message: {
      zh: '“{columnName}”分不清日和月的先后',
      en: 'In “{columnName}” it is not clear which is the day and which the month',
    },
    remedy: {
      zh: '请写作{expected}；若确为日在前，请在profile.yaml中写明dayFirst: true。',
      en: 'Write it as {expected}; if the day comes first, set “dayFirst: true” in profile.yaml.',
    },
  },
  'date-nonexistent': {
    level: 'error',
    message: {
      zh: '“{columnName}”的日期不存在',
      en: 'The date of “{columnName}” does not exist',
    },
    remedy: {
      zh: '请核对日期，例如平年没有2月29日。',
      en: 'Check it; for example, 29 February exists only in leap years.',
    },
  },
  'date-serial-1904': {
    level: 'error',
    message: {
      zh: '“{columnName}”是未标日期格式的序号，而工作簿从1904年起算',
      en: '“{columnName}” is a day number without a date format in a workbook that counts from 1904',
    },
    remedy: {
      zh: '两种算法相差四年。请把这一列设为“日期”格式后再提交。',
      en: 'The two systems differ by four years. Set the column to a date format.',
    },
  },
  'datetime-format': {
    level: 'error',
    message: {
      zh: '“{columnName}”不是日期时间',
      en: '“{columnName}” is not a date and time',
    },
    remedy: {
      zh: '请写作{expected}，如2026-10-12 09:30。',
      en: 'Write it as {expected}, such as 2026-10-12 09:30.',
    },
  },
  'datetime-without-time': {
    level: 'error',
    message: {
      zh: '“{columnName}”只有日期，没有时刻',
      en: '“{columnName}” has a date but no time',
    },
    remedy: {
      zh: '请导出到分钟：{expected}。缺少时刻会使办理时长失实。',
      en: 'Export it to the minute: {expected}. Without it, handling times would be wrong.',
    },
  },
  'date-fragment': {
    level: 'error',
    message: {
      zh: '“{columnName}”只有年月，且像是被当作小数',
      en: '“{columnName}” has only a year and a month, and looks like a decimal',
    },
    remedy: {
      zh: '数字单元格会把2026.10变成2026.1，日也已不在。请把这一列设为“文本”，从业务系统重新导出为{expected}。',
      en: 'A numeric cell turns 2026.10 into 2026.1, and the day is gone. Set the column to “Text” and export it again as {expected}.',
    },
  },
  'date-span': {
    level: 'error',
    message: {
      zh: '“{columnName}”里不止一个日期',
      en: '“{columnName}” contains more than one date',
    },
    remedy: {
      zh: '一格只填一个日期，写作{expected}。有起止的，请把另一个日期填入它自己的列；没有这一列的，请略去。',
      en: 'Keep one date, written {expected}. For a range, put the other date in its own column, or leave it out if there is no such column.',
    },
  },
  'percent-all-ratio': {
    level: 'error',
    acceptable: true,
    message: {
      zh: '“{columnName}”的值都在0与1之间，像是比值而不是百分数',
      en: 'All values of “{columnName}” are between 0 and 1, like ratios rather than percentages',
    },
    remedy: {
      zh: '值为{found}。此列按百分数读取，0.95会读成百分之零点九五。请逐格加上“%”：百分之九十五写作95%，百分之零点九五写作0.95%。',
      en: 'Values are {found}. The column is read as percentages: 0.95 would be read as 0.95%. Put % in each cell: 95% or 0.95%, whichever is meant.',
    },
  },
} satisfies Record<string, Entry>
