import type { Entry } from './entry.ts'

const NOTHING_TO_DO = {
  zh: '无须处理；此项会写入数据处理说明。',
  en: 'No action is needed; this is recorded under “What was done to the data”.',
}

/** What the other cells, rows and files show to be wrong or left out. */
export const EVIDENCE_RULES = {
  'date-placeholder': {
    level: 'error',
    message: {
      zh: '“{columnName}”是数据库里表示“没有”的日期',
      en: '“{columnName}” contains a date that databases write for “no date”',
    },
    remedy: {
      zh: '第{row}行写{found}。没有日期的请留空；日期确实如此的，请向业务系统核对。',
      en: 'Row {row} says {found}. Leave the cell blank where there is no date; check the source system where there is one.',
    },
  },
  'text-formula': {
    level: 'error',
    message: {
      zh: '“{columnName}”里是公式，不是结果',
      en: '“{columnName}” contains a formula instead of its result',
    },
    remedy: {
      zh: '第{row}行写{found}。请导出公式算出的结果（在Excel中复制后选择性粘贴为数值）。',
      en: 'Row {row} says {found}. Export the result of the formula (in Excel: copy, then paste as values).',
    },
  },
  'text-quoted': {
    level: 'note',
    message: {
      zh: '“{columnName}”多余的引号已去掉（{count}处，如{found}→{expected}）',
      en: 'Quotation marks around “{columnName}” were dropped (cells: {count}, such as {found} → {expected})',
    },
    remedy: NOTHING_TO_DO,
  },
  'rows-above-header': {
    level: 'error',
    message: {
      zh: '表头上面有数据',
      en: 'There are data above the header',
    },
    remedy: {
      zh: '第{rows}行像是数据（{found}），表头却在第{header}行。请把表头移到数据上面再导出。',
      en: 'Rows {rows} look like data ({found}), but the header is in row {header}. Move it above the data and export again.',
    },
  },
  'key-shape': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: {
      zh: '“{columnName}”的写法与其他各行不同',
      en: '“{columnName}” is written differently from all other rows',
    },
    remedy: {
      zh: '第{row}行写{found}，其他各行都像{expected}。请核对是否漏字、错字或把0写成O；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: 'Row {row} says {found}; the others look like {expected}. Check for a lost or wrong character, such as O for 0; if it is correct, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
  'date-far': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: {
      zh: '“{columnName}”有日期与其他各行相差多年',
      en: 'A date in “{columnName}” is years away from all others',
    },
    remedy: {
      zh: '第{row}行写{found}，其他各行在{expected}之间。请核对年份；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: 'Row {row} says {found}; the others are within {expected}. Check the year; if it is correct, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
  'number-scaled-far': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: {
      zh: '“{columnName}”带“万”“亿”的数比其他各行大得多',
      en: 'A number in “{columnName}” written with 万 or 亿 is far greater than all others',
    },
    remedy: {
      zh: '第{row}行读作{found}，其他各行{expected}。请核对单位；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: 'Row {row} reads {found}; the others are {expected}. Check the unit; if it is correct, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
  'cell-zero': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: { zh: '“{columnName}”有一格变成了0', en: 'A cell of “{columnName}” has become 0' },
    remedy: {
      zh: '{name}（{key}）：这一期0，此前{before}。请核对是否漏填；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: '{name} ({key}): 0 now, {before} before. Check whether it was left out; if it is correct, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
  'cell-jump-years': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: {
      zh: '“{columnName}”有一格与前后各年相差太多',
      en: 'A cell of “{columnName}” differs too much from the years around it',
    },
    remedy: {
      zh: '{name}（{key}）：写{found}，前后各年为{before}。请核对位数和单位；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: '{name} ({key}): {found}, and {before} in the years around it. Check digits and unit; if it is correct, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
  'column-flat': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: { zh: '“{columnName}”每一行都是同一个数', en: '“{columnName}” has the same number in every row' },
    remedy: {
      zh: '这一期依次为{found}，上期为{expected}，像是一格拖满了整列。请重新导出；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: 'They are {found} now, and were {expected}, as if one cell had been dragged down the column. Export it again; if it is correct, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
  'columns-equal': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: {
      zh: '“{columnName}”与“{other}”每一行都相同',
      en: '“{columnName}” and “{other}” are the same in every row',
    },
    remedy: {
      zh: '这一期依次为{found}，上期“{columnName}”为{expected}，像是一列贴到了另一列上。请重新导出；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: 'They are {found} now; “{columnName}” was {expected}, as if one column had been pasted over the other. Export it again; if it is correct, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
  'numbers-left-out': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: { zh: '“{columnName}”是连号，却缺了号', en: 'Numbers of “{columnName}” are missing from the sequence' },
    remedy: {
      zh: '此前{files}期的编号都连续不断，这一期缺{count}个（{found}等）。请核对是否漏导；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: 'The numbers of the {files} files before have no gap; here {count} are missing ({found} …). Check whether rows were lost; if it is correct, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
  'rows-gone': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: { zh: '登记簿里原有的记录不见了', en: 'Entries of the register have disappeared' },
    remedy: {
      zh: '上期有、这一期没有：{found}等{count}条；此前{files}期从未减少过。请核对是否漏导或写错编号；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: 'The previous period has them and this period does not: {found} …, {count} in all; in the {files} periods before, none ever disappeared. Check whether rows were lost or numbers mistyped; if it is correct, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
  'attributes-changed': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: {
      zh: '“{columnName}”有许多行与上期不同',
      en: '“{columnName}” differs from the period before in many rows',
    },
    remedy: {
      zh: '{share}%的记录变了（{found}等{count}条），以往至多{usual}%。请核对这一列是否错行或单独排过序；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: 'It changed in {share}% of the entries ({found} …, {count} in all), and in {usual}% at most before. Check whether the column was moved or sorted alone; if it is correct, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
  'time-left-out': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: { zh: '“{columnName}”中间缺了一年', en: 'A year of “{columnName}” is missing' },
    remedy: {
      zh: '文件从{first}年到{last}年，缺{expected}年。请核对是否漏导；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: 'The file goes from {first} to {last}, without {expected}. Check whether rows were lost; if it is correct, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
  'pair-left-out': {
    level: 'warning',
    acceptable: 'before-publishing',
    message: { zh: '“{columnName}”有一年缺了一个地方', en: 'A year of “{columnName}” lacks a place' },
    remedy: {
      zh: '{year}年缺{name}，其他各年都有。请核对是否漏导；若属实，须在exceptions.csv中写明原因和截止日，否则不予发布。',
      en: '{year} lacks {name}, which other years have. Check whether rows were lost; if it is correct, list it as an exception in exceptions.csv, with a reason and an end date; otherwise it will not be published.',
    },
  },
} satisfies Record<string, Entry>
