import type { Entry } from './entry.ts'

/** What a cell of a workbook shows and what it stores: where they differ, a person saw something else. */
export const SHOWN_RULES = {
  'cell-merged': {
    level: 'error',
    message: {
      zh: '数据区里有合并的单元格',
      en: 'There are merged cells among the data',
    },
    remedy: {
      zh: '请取消合并，并在每一行填上各自的值。',
      en: 'Unmerge them and fill in the value of each row.',
    },
  },
  'cell-formula': {
    level: 'note',
    message: {
      zh: '公式已按保存时的结果读取（{count}处）',
      en: 'Formulas were read as their saved results (cells: {count})',
    },
    remedy: {
      zh: '无须处理。若结果不是最新，请在Excel中重算并保存后再提交。',
      en: 'No action is needed. If the results are stale, recalculate and save in Excel first.',
    },
  },
  'cell-formula-empty': {
    level: 'error',
    message: {
      zh: '公式没有保存计算结果',
      en: 'A formula was saved without its result',
    },
    remedy: {
      zh: '文件里只有公式，没有算出的数。请用Excel或WPS打开，重新计算（按F9）并核对结果，保存后再提交；引用其他文件的公式，请粘贴为数值。',
      en: 'The file contains the formula but no number. Open it in Excel or WPS, recalculate (F9), check the results, save and send it again; paste formulas that refer to other files as values.',
    },
  },
  'cell-shown-otherwise': {
    level: 'error',
    message: {
      zh: '“{columnName}”显示的与存储的不同',
      en: '“{columnName}” shows something other than its value',
    },
    remedy: {
      zh: '单元格里存的是{found}，按格式显示为“{shown}”，看表的人见到的是后者。请把数字格式改为“常规”，核对后填写要发布的内容；单位写在表头。',
      en: 'The cell contains {found}, but its format shows “{shown}”, which is what people saw. Set the number format to “General”, check, and type what should be published; units belong in the header.',
    },
  },
  'cell-zero-date': {
    level: 'error',
    message: {
      zh: '“{columnName}”是日期格式的0，不是日期',
      en: '“{columnName}” contains 0 in a date format, which is not a date',
    },
    remedy: {
      zh: '多半是公式引用了空单元格，显示为1900年1月0日。没有日期的请留空。',
      en: 'It is usually a formula that refers to a blank cell, shown as 0 January 1900. Leave the cell blank where there is no date.',
    },
  },
  'cell-struck': {
    level: 'error',
    message: {
      zh: '“{columnName}”有加了删除线的内容',
      en: '“{columnName}” contains text that is struck out',
    },
    remedy: {
      zh: '删除线通常表示作废。作废的行或字请删去；仍有效的请取消删除线。',
      en: 'What is struck out is usually void. Delete the row or the words; if they are valid, remove the line through them.',
    },
  },
  'cell-unseen': {
    level: 'error',
    message: {
      zh: '“{columnName}”的文字与底色相同或极小，看不见',
      en: 'The text of “{columnName}” has the colour of its background or is too small to be seen',
    },
    remedy: {
      zh: '请把字体颜色和字号改为看得见的，核对内容；不该发布的请删去。',
      en: 'Give it a colour and size that can be seen and check it; delete what must not be published.',
    },
  },
  'comment-corrects': {
    level: 'warning',
    message: {
      zh: '“{columnName}”的批注说这个值有误',
      en: 'A comment on “{columnName}” says that its value is wrong',
    },
    remedy: {
      zh: '批注不会读取。请照批注改正单元格里的值，并删去批注；若批注已处理，也请删去。',
      en: 'Comments are not read. Correct the value in the cell and delete the comment; delete it too if it has been dealt with.',
    },
  },
  'cell-scaled-unclear': {
    level: 'error',
    message: {
      zh: '“{columnName}”存的数与显示的数不同，又写着单位“{unit}”',
      en: '“{columnName}” stores one number and displays another, and also states the unit “{unit}”',
    },
    remedy: {
      zh: '单元格里存的是{found}，按数字格式显示为{shown}（这一列共{count}处），看不出单位说的是哪个数。请把这一列的数字格式改为“常规”，核对各数与单位相符后再提交。',
      en: 'The cell stores {found} and displays {shown} (cells in this column: {count}); it is not clear which of them the unit refers to. Set the number format of the column to “General”, check that the numbers fit the unit, and send it again.',
    },
  },
  'cell-scaled': {
    level: 'note',
    message: {
      zh: '“{columnName}”显示的数是缩小过的，已按单元格里存的数读取（{count}处）',
      en: '“{columnName}” displays its numbers scaled down; the stored numbers were read (cells: {count})',
    },
    remedy: {
      zh: '无须处理。例如存的是{found}，显示为{shown}；若应以显示的数为准，请把数字格式改为“常规”后重新填写。',
      en: 'No action is needed. For example, {found} is displayed as {shown}; if the displayed number is meant, set the number format to “General” and type it again.',
    },
  },
  'cell-comment': {
    level: 'note',
    message: {
      zh: '批注未读取（{count}处）',
      en: 'Comments were not read ({count})',
    },
    remedy: {
      zh: '无须处理；批注不会发布。',
      en: 'No action is needed; comments are not published.',
    },
  },
} satisfies Record<string, Entry>
