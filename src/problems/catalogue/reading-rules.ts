import type { Entry } from './entry.ts'

/** How a cell was read that does not say it all by itself. */
export const READING_RULES = {
  'text-traditional': {
    level: 'note',
    message: {
      zh: '“{columnName}”有繁体字（{count}处，如{found}），照录原文',
      en: '“{columnName}” has traditional characters (cells: {count}, such as {found}); they are kept as they are',
    },
    remedy: {
      zh: '无须处理；检索时繁体与简体等同，名称不作改写。',
      en: 'Nothing to do; search treats both forms as one, and no name is rewritten.',
    },
  },
  'month-by-period': {
    level: 'note',
    message: {
      zh: '“{columnName}”只写月份，年份取自文件期次（{count}处）',
      en: '“{columnName}” names the month alone; the year is that of the file (cells: {count})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'Nothing to do; this goes into the notes on data handling.',
    },
  },
  'cell-filled-down': {
    level: 'note',
    message: {
      zh: '“{columnName}”的空白单元格按约定取上一行（{count}处）',
      en: 'Blank cells of “{columnName}” repeat the cell above, as declared (cells: {count})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'Nothing to do; this goes into the notes on data handling.',
    },
  },
  'workbook-makers': {
    level: 'note',
    message: {
      zh: '工作簿属性里有作者、单位等信息，不予发布',
      en: 'The workbook names its makers in its properties; they are not published',
    },
    remedy: {
      zh: '无须处理。若不愿内部流转时带出，可在“文件→信息→检查文档”中清除。',
      en: 'Nothing to do; “File → Info → Inspect Document” removes them from the file itself.',
    },
  },
  'preamble-left-out': {
    level: 'note',
    message: {
      zh: '表头以上{count}行不作数据',
      en: 'The rows above the header are no data ({count})',
    },
    remedy: {
      zh: '第{rows}行。请看一眼其中有无应读取的内容；没有则无须处理。',
      en: 'Rows: {rows}. See whether they hold anything that should be read; otherwise there is nothing to do.',
    },
  },
  'footnotes-left-out': {
    level: 'note',
    message: {
      zh: '表下的注释{count}行不作数据，也不发布',
      en: 'The notes below the table are no data and are not published ({count})',
    },
    remedy: {
      zh: '第{rows}行。说明口径的内容请另行写入方法说明；其余无须处理。',
      en: 'Rows: {rows}. What explains the figures belongs in the description of methods; otherwise there is nothing to do.',
    },
  },
  'time-zone': {
    level: 'note',
    message: {
      zh: '“{columnName}”写明的时区不是北京时间，已换算（{count}处，如{found}→{expected}）',
      en: '“{columnName}” names another time zone; brought to Beijing time, UTC+8 (cells: {count}, such as {found} → {expected})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'Nothing to do; this is stated in the notes on the data.',
    },
  },
  'number-noise': {
    level: 'note',
    message: {
      zh: '“{columnName}”末尾的计算误差已去掉（{count}处，如{found}→{expected}）',
      en: 'Rounding errors of a calculation in “{columnName}” were removed (cells: {count}, such as {found} → {expected})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'Nothing to do; this is stated in the notes on the data.',
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
      en: 'Nothing to do; this is stated in the notes on the data.',
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
      en: 'Nothing to do; this is stated in the notes on the data.',
    },
  },
  'key-spaced': {
    level: 'note',
    message: {
      zh: '“{columnName}”汉字之间的空格已去掉（{count}处，如{found}→{expected}）',
      en: 'Spaces beside the Chinese characters of “{columnName}” were removed (cells: {count}, such as {found} → {expected})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'Nothing to do; this is stated in the notes on the data.',
    },
  },
  'name-traditional': {
    level: 'note',
    message: {
      zh: '“{columnName}”的繁体字按简体识别（{count}处，如{found}→{expected}）',
      en: 'Traditional characters of “{columnName}” were read as simplified ones (cells: {count}, such as {found} → {expected})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'Nothing to do; this is stated in the notes on the data.',
    },
  },
} satisfies Record<string, Entry>
