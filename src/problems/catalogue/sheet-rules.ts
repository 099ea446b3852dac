import type { Entry } from './entry.ts'

/** What can be wrong with a worksheet, its rows and its cells as they are. */
export const SHEET_RULES = {
  'sheet-missing': {
    level: 'error',
    message: {
      zh: '找不到指定的工作表',
      en: 'The sheet named in the profile does not exist',
    },
    remedy: {
      zh: '请核对工作表名称，或修改profile.yaml中的sheet。现有工作表：{found}。',
      en: 'Check the name of the sheet, or change “sheet” in profile.yaml. The file has: {found}.',
    },
  },
  'sheet-unclear': {
    level: 'error',
    message: {
      zh: '有几张工作表，不知该读哪一张',
      en: 'There are several sheets, and it is not clear which to read',
    },
    remedy: {
      zh: '请只留一张，或把要读的工作表命名为“{expected}”，或在profile.yaml中写明sheet。现有：{found}。',
      en: 'Keep only one, or name the sheet to read “{expected}”, or set “sheet” in profile.yaml. The file has: {found}.',
    },
  },
  'sheet-unused': {
    level: 'warning',
    message: {
      zh: '这张工作表没有使用',
      en: 'This sheet was not used',
    },
    remedy: {
      zh: '如不需要，请删去；如需要，请在profile.yaml中写明sheet。',
      en: 'Delete it if it is not needed; otherwise set “sheet” in profile.yaml.',
    },
  },
  'sheet-empty': {
    level: 'error',
    message: {
      zh: '表中没有内容',
      en: 'The sheet is empty',
    },
    remedy: {
      zh: '请确认导出是否成功，再重新提交。',
      en: 'Check that the export succeeded, and send the file again.',
    },
  },
  'sheet-too-long': {
    level: 'error',
    message: {
      zh: '行数超过上限',
      en: 'There are too many rows',
    },
    remedy: {
      zh: '请按期拆分后分别提交，每个文件{expected}行。',
      en: 'Split it by period; a file may have at most {expected} rows.',
    },
  },
  'sheet-too-wide': {
    level: 'error',
    message: {
      zh: '列数超过上限',
      en: 'There are too many columns',
    },
    remedy: {
      zh: '请删去多余的列，列数{expected}。',
      en: 'Delete needless columns; a sheet may have at most {expected}.',
    },
  },
  'sheet-hidden': {
    level: 'error',
    message: {
      zh: '有数据的工作表被隐藏',
      en: 'A sheet with data is hidden',
    },
    remedy: {
      zh: '请取消隐藏并核对内容，或删去这张工作表；若是模板自带的字典等，请在profile.yaml中写明要读的sheet。',
      en: 'Unhide it and check its content, or delete it; if it belongs to the template, as a list of codes does, name the sheet to read in “sheet” of profile.yaml.',
    },
  },
  'row-hidden': {
    level: 'error',
    message: {
      zh: '有数据的行被隐藏或筛选掉',
      en: 'A row with data is hidden or filtered out',
    },
    remedy: {
      zh: '隐藏的行也会被发布。请取消筛选和隐藏，核对后再提交；不该发布的行请删去。',
      en: 'Hidden rows would be published. Clear filters, unhide and check them; delete those that must not be published.',
    },
  },
  'column-hidden': {
    level: 'error',
    message: {
      zh: '有数据的列被隐藏',
      en: 'A column with data is hidden',
    },
    remedy: {
      zh: '请取消隐藏并核对；不需要的列请删去，或写入profile.yaml的ignore。',
      en: 'Unhide and check it; delete a column that is not needed, or list it in “ignore” of profile.yaml.',
    },
  },
  'cell-too-long': {
    level: 'error',
    message: {
      zh: '单元格内容过长',
      en: 'A cell is too long',
    },
    remedy: {
      zh: '请核对是否漏了引号或把整段文字粘进了一格；长度{expected}。',
      en: 'Check whether a quote is missing or a whole text was pasted into one cell; the length may be {expected}.',
    },
  },
  'row-ragged': {
    level: 'error',
    message: {
      zh: '这一行的列数与表头不同',
      en: 'The row and the header have different numbers of cells',
    },
    remedy: {
      zh: '表头有{expected}列，这一行有{found}列。请检查多余或缺少的分隔符；含有逗号的内容应加双引号。',
      en: 'The header has {expected}, this row has {found}. Look for a missing or extra delimiter; text with commas must be quoted.',
    },
  },
  'cell-beyond-header': {
    level: 'error',
    message: {
      zh: '这一行在表头以外还有内容',
      en: 'The row has content beyond the header',
    },
    remedy: {
      zh: '表头共{count}列，这一格在表头右边。请移走或删去这一格的内容；若确是数据，请补上这一列的表头。',
      en: 'The header has {count} columns, and this cell is to the right of them. Move or delete its content; if it is data, give the column a header.',
    },
  },
  'header-repeated': {
    level: 'note',
    message: {
      zh: '表中重复的表头、表题{count}行不作数据',
      en: 'Repeated headers and titles among the rows are not data ({count})',
    },
    remedy: {
      zh: '无须处理；分页导出的文件每页都有表头。',
      en: 'No action is needed; paged exports print the header on every page.',
    },
  },
  'sheet-second-table': {
    level: 'error',
    message: {
      zh: '从这一行起像是另一张表',
      en: 'Another table seems to begin at this row',
    },
    remedy: {
      zh: '一个文件或一张工作表只放一张表。请把“{found}”以下的内容移到另一个文件；不需要的请删去。',
      en: 'A file or sheet may contain only one table. Move everything from “{found}” onwards to a file of its own, or delete it.',
    },
  },
  'more-of-the-same': {
    level: 'error',
    message: {
      zh: '同类问题还有{count}处，没有逐一列出',
      en: '{count} more of the same kind are not listed',
    },
    remedy: {
      zh: '请先处理已列出的问题，再重新检查。',
      en: 'Resolve those that are listed, then check again.',
    },
  },
} satisfies Record<string, Entry>
