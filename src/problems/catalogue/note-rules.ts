import type { Entry } from './entry.ts'

/** Repairs: what was understood though it was not in the right form. Each is published with the release. */
export const NOTE_RULES = {
  'cell-width': {
    level: 'note',
    message: {
      zh: '“{columnName}”的全角字符已转为半角（{count}处）',
      en: 'Full-width characters in “{columnName}” were converted to half-width (cells: {count})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'cell-trimmed': {
    level: 'note',
    message: {
      zh: '“{columnName}”首尾的空格已去掉（{count}处）',
      en: 'Leading and trailing spaces in “{columnName}” were removed (cells: {count})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'cell-invisible': {
    level: 'note',
    message: {
      zh: '“{columnName}”里看不见的字符已去掉（{count}处）',
      en: 'Invisible characters in “{columnName}” were removed (cells: {count})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'text-from-date': {
    level: 'note',
    message: {
      zh: '“{columnName}”里的日期已写成文字（{count}处，如“{found}”）',
      en: 'Dates in “{columnName}” were converted to text (cells: {count}, such as “{found}”)',
    },
    remedy: {
      zh: '无须处理。若原来写的是“3-4”一类的内容，被表格软件改成了日期，请把这一列的格式设为“文本”后照原样重新填写。',
      en: 'No action is needed. If an entry such as “3-4” was typed and a spreadsheet turned it into a date, set the column to “Text” and retype it.',
    },
  },
  'missing-mark': {
    level: 'note',
    message: {
      zh: '“{columnName}”里的缺失标记按空白处理（{count}处，如“{found}”）',
      en: 'Marks for a missing value in “{columnName}” were read as blank (cells: {count}, such as “{found}”)',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'missing-reason': {
    level: 'note',
    message: {
      zh: '“{columnName}”注明没有数值（{count}处，如“{found}”）',
      en: '“{columnName}” states why there is no value (cells: {count}, such as “{found}”)',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'missing-covered': {
    level: 'note',
    message: {
      zh: '“{columnName}”的值在来文中已遮盖（{count}处）',
      en: 'Values of “{columnName}” were masked by the sender (cells: {count})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'number-grouped': {
    level: 'note',
    message: {
      zh: '“{columnName}”的千分位逗号已去掉（{count}处）',
      en: 'Thousands separators in “{columnName}” were removed (cells: {count})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'number-scaled': {
    level: 'note',
    message: {
      zh: '“{columnName}”里的“万”“亿”已换算（{count}处，如{found}＝{expected}）',
      en: '万 and 亿 in “{columnName}” were converted (cells: {count}, such as {found} = {expected})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'month-form': {
    level: 'note',
    message: {
      zh: '“{columnName}”的月份写法已统一（{count}处，如{found}→{expected}）',
      en: 'Months in “{columnName}” were converted to one format (cells: {count}, such as {found} → {expected})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'month-dotted': {
    level: 'note',
    message: {
      zh: '“{columnName}”的月份写成了小数（{count}处，如{found}→{expected}）',
      en: 'Months in “{columnName}” were written as decimals (cells: {count}, such as {found} → {expected})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'year-form': {
    level: 'note',
    message: {
      zh: '“{columnName}”的年份写法已统一（{count}处）',
      en: 'Years in “{columnName}” were converted to one format (cells: {count})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'date-form': {
    level: 'note',
    message: {
      zh: '“{columnName}”的日期写法已统一（{count}处，如{found}→{expected}）',
      en: 'Dates in “{columnName}” were converted to one format (cells: {count}, such as {found} → {expected})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'date-serial': {
    level: 'note',
    message: {
      zh: '“{columnName}”的日期序号已还原（{count}处，如{found}→{expected}）',
      en: 'Day numbers in “{columnName}” were converted to dates (cells: {count}, such as {found} → {expected})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'date-time-dropped': {
    level: 'note',
    message: {
      zh: '“{columnName}”只取日期，时刻已略去（{count}处）',
      en: 'Only the date in “{columnName}” was kept (cells: {count})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'datetime-seconds-dropped': {
    level: 'note',
    message: {
      zh: '“{columnName}”精确到分，秒已略去（{count}处）',
      en: 'Seconds in “{columnName}” were dropped (cells: {count})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'code-spaced': {
    level: 'note',
    message: {
      zh: '“{columnName}”编码中的空格已去掉（{count}处）',
      en: 'Spaces within the codes in “{columnName}” were removed (cells: {count})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'code-lower-case': {
    level: 'note',
    message: {
      zh: '“{columnName}”编码中的小写字母已改为大写（{count}处）',
      en: 'Lower-case letters in the codes in “{columnName}” were converted to upper case (cells: {count})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'permit-letter': {
    level: 'note',
    message: {
      zh: '“{columnName}”末位不是P（{count}处，如{found}），照录，不作解释',
      en: 'The last letter of “{columnName}” is not P (cells: {count}, such as {found}); it is kept as it is and not interpreted',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'place-alias': {
    level: 'note',
    message: {
      zh: '“{columnName}”里的别名已对应到区划代码（{count}处，如{found}→{expected}）',
      en: 'Other names in “{columnName}” were matched with their codes (cells: {count}, such as {found} → {expected})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'rows-taken-out': {
    level: 'note',
    message: {
      zh: '合计、小计、其中等{count}行不作数据，只用来核对',
      en: 'Rows of totals were left out of the data and used only as checks ({count})',
    },
    remedy: {
      zh: '{list}。无须处理；此项会写入数据处理说明。若其中有应发布的记录，请写全名称。',
      en: 'Row {list}. No action is needed; this is recorded under “What was done to the data”. If any of them is a record to be published, write its full name.',
    },
  },
} satisfies Record<string, Entry>
