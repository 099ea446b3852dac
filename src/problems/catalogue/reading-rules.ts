import type { Entry } from './entry.ts'

/** How a cell was read that does not say it all by itself. */
export const READING_RULES = {
  'text-traditional': {
    level: 'note',
    message: {
      zh: '“{columnName}”有繁体字（{count}处，如{found}），照录原文',
      en: '“{columnName}” contains traditional characters (cells: {count}, such as {found}); they are kept as they are',
    },
    remedy: {
      zh: '无须处理；搜索时繁体与简体等同，名称不作改写。',
      en: 'No action is needed; search treats both forms alike, and names are not rewritten.',
    },
  },
  'month-by-period': {
    level: 'note',
    message: {
      zh: '“{columnName}”只写月份，年份取自文件期次（{count}处）',
      en: '“{columnName}” gives only the month; the year was taken from the file’s period (cells: {count})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'cell-filled-down': {
    level: 'note',
    message: {
      zh: '“{columnName}”的空白单元格按约定取上一行（{count}处）',
      en: 'Blank cells in “{columnName}” were filled from the cell above, as declared (cells: {count})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'workbook-makers': {
    level: 'note',
    message: {
      zh: '工作簿属性里有作者、单位等信息，不予发布',
      en: 'The workbook’s properties name its author or organisation; they are not published',
    },
    remedy: {
      zh: '无须处理。若不愿内部流转时带出，可在“文件→信息→检查文档”中清除。',
      en: 'No action is needed; “File → Info → Inspect Document” removes them from the file itself.',
    },
  },
  'preamble-left-out': {
    level: 'note',
    message: {
      zh: '表头以上{count}行不作数据',
      en: 'The rows above the header are not data ({count})',
    },
    remedy: {
      zh: '第{rows}行。请看一眼其中有无应读取的内容；没有则无须处理。',
      en: 'Rows: {rows}. Check whether they contain anything that should be read; otherwise no action is needed.',
    },
  },
  'footnotes-left-out': {
    level: 'note',
    message: {
      zh: '表下的注释{count}行不作数据，也不发布',
      en: 'The notes below the table are not data and are not published ({count})',
    },
    remedy: {
      zh: '第{rows}行。说明口径的内容请另行写入方法说明；其余无须处理。',
      en: 'Rows: {rows}. Explanations of the figures belong in the description of methods; otherwise no action is needed.',
    },
  },
  'time-zone': {
    level: 'note',
    message: {
      zh: '“{columnName}”写明的时区不是北京时间，已换算（{count}处，如{found}→{expected}）',
      en: '“{columnName}” states another time zone and was converted to Beijing time, UTC+8 (cells: {count}, such as {found} → {expected})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'number-noise': {
    level: 'note',
    message: {
      zh: '“{columnName}”末尾的计算误差已去掉（{count}处，如{found}→{expected}）',
      en: 'Calculation errors in the last digits of “{columnName}” were removed (cells: {count}, such as {found} → {expected})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'percent-spaced': {
    level: 'note',
    message: {
      zh: '“{columnName}”里“%”前的空格已去掉（{count}处）',
      en: 'The space before % in “{columnName}” was removed (cells: {count})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'cell-apostrophe': {
    level: 'note',
    message: {
      zh: '“{columnName}”开头的撇号已去掉（{count}处，如{found}）',
      en: 'The apostrophe before the text of “{columnName}” was removed (cells: {count}, such as {found})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'key-spaced': {
    level: 'note',
    message: {
      zh: '“{columnName}”汉字之间的空格已去掉（{count}处，如{found}→{expected}）',
      en: 'Spaces between Chinese characters in “{columnName}” were removed (cells: {count}, such as {found} → {expected})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'name-traditional': {
    level: 'note',
    message: {
      zh: '“{columnName}”的繁体字按简体识别（{count}处，如{found}→{expected}）',
      en: 'Traditional characters in “{columnName}” were read as simplified characters (cells: {count}, such as {found} → {expected})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
} satisfies Record<string, Entry>
