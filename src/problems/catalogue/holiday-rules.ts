import type { Entry } from './entry.ts'

/** What can be wrong with the list of holidays. */
export const HOLIDAY_RULES = {
  'holidays-header': {
    level: 'error',
    message: {
      zh: 'holidays.csv的表头不对',
      en: 'The header of holidays.csv is wrong',
    },
    remedy: {
      zh: '表头应为{expected}。',
      en: 'It should be {expected}.',
    },
  },
  'holidays-field': {
    level: 'error',
    message: {
      zh: 'holidays.csv的“{columnName}”填写有误',
      en: '“{columnName}” in holidays.csv is not valid',
    },
    remedy: {
      zh: '现为“{found}”，应为{expected}。date写日期，kind写rest（工作日放假）或work（周末上班），name写节日名。',
      en: 'It is “{found}” and should be {expected}. A line has a date, the kind rest (a weekday off) or work (a working day at a weekend), and the name of the holiday.',
    },
  },
  'holidays-twice': {
    level: 'error',
    message: {
      zh: 'holidays.csv中日期重复',
      en: 'A date occurs twice in holidays.csv',
    },
    remedy: {
      zh: '{found}在第{other}行已有。请只保留一行。',
      en: '{found} is already in row {other}. Keep one of them.',
    },
  },
  'holidays-rest-weekend': {
    level: 'error',
    message: {
      zh: 'holidays.csv中的放假日本来就是周末',
      en: 'A day off in holidays.csv is a weekend day anyway',
    },
    remedy: {
      zh: '{found}是周六或周日，不必写为rest。请删去这一行，或核对日期；若当天上班，kind应为work。',
      en: '{found} is a Saturday or Sunday and needs no line as rest. Delete the line or check the date; if it is a working day, its kind is work.',
    },
  },
  'holidays-work-weekday': {
    level: 'error',
    message: {
      zh: 'holidays.csv中的上班日本来就是工作日',
      en: 'A working day in holidays.csv is a weekday anyway',
    },
    remedy: {
      zh: '{found}是周一至周五，不必写为work。请删去这一行，或核对日期；若当天放假，kind应为rest。',
      en: '{found} is a day from Monday to Friday and needs no line as work. Delete the line or check the date; if it is a day off, its kind is rest.',
    },
  },
  'holidays-year': {
    level: 'error',
    message: {
      zh: 'holidays.csv中间缺了一年',
      en: 'A year is missing from holidays.csv',
    },
    remedy: {
      zh: '前后各年都有，缺{found}年。请补上该年国务院公布的放假和调休安排。',
      en: 'There are lines for the years before and after, but none for {found}. Add the holidays of that year as the State Council published them.',
    },
  },
  'holidays-missing': {
    level: 'warning',
    message: {
      zh: '{title}：没有节假日表holidays.csv，未判断{period}的文件是否逾期',
      en: '{title}: holidays.csv is missing; the file for {period} was not checked for lateness',
    },
    remedy: {
      zh: '报送期限（{dueRule}）按工作日计算。请在数据文件夹中放入holidays.csv：一行一天，写明日期、rest（工作日放假）或work（周末上班）和节日名。',
      en: 'The due date ({dueRule}) is counted in working days. Put holidays.csv into the data folder: one day per row, with its date, rest (a weekday off) or work (a working day at a weekend), and the name of the holiday.',
    },
  },
} satisfies Record<string, Entry>
