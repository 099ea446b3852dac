import type { Entry } from './entry.ts'

/** What can be wrong with a cell, whatever its column holds. */
export const CELL_RULES = {
  'value-missing': {
    level: 'error',
    message: {
      zh: '“{columnName}”没有填',
      en: '“{columnName}” is blank',
    },
    remedy: {
      zh: '此列必填。请补填；确实没有的，请与数据管理部门商定如何填报。',
      en: 'This column requires a value. If there is none, ask the data office how to report it.',
    },
  },
  'value-covered': {
    level: 'error',
    message: {
      zh: '“{columnName}”的值被星号遮盖',
      en: '“{columnName}” is masked with asterisks',
    },
    remedy: {
      zh: '被遮盖不等于缺失。请提交未遮盖的数据，由发布程序统一处理。',
      en: 'Masked does not mean missing. Send the full value; what must be withheld is withheld at publication.',
    },
  },
  'value-unlisted': {
    level: 'error',
    message: {
      zh: '“{columnName}”的值不在代码表内',
      en: 'The value of “{columnName}” is not in its code list',
    },
    remedy: {
      zh: '可填：{expected}{more}。',
      en: 'Accepted values: {expected}{more}.',
    },
  },
  'value-form': {
    level: 'error',
    message: {
      zh: '“{columnName}”的格式不对',
      en: '“{columnName}” has the wrong format',
    },
    remedy: {
      zh: '应为{expected}。',
      en: 'It should be {expected}.',
    },
  },
  'text-too-long': {
    level: 'error',
    message: {
      zh: '“{columnName}”的文字过长',
      en: 'The text of “{columnName}” is too long',
    },
    remedy: {
      zh: '请缩短到{expected}字；确需更长的，可在数据约定中调高这一列的max。',
      en: 'Shorten it to {expected} characters, or raise “max” of the column in the contract.',
    },
  },
  'cell-error': {
    level: 'error',
    message: {
      zh: '“{columnName}”里是公式错误值',
      en: '“{columnName}” contains a formula error',
    },
    remedy: {
      zh: '请在Excel中改正公式，或填入数值后再提交。',
      en: 'Correct the formula in Excel, or fill in the value.',
    },
  },
  'cell-homoglyph': {
    level: 'error',
    message: {
      zh: '“{columnName}”里混有形似的外文字母',
      en: '“{columnName}” contains look-alike letters from another script',
    },
    remedy: {
      zh: '其中有希腊字母或西里尔字母。请用拉丁字母重新输入。',
      en: 'It contains Greek or Cyrillic letters. Retype it in Latin letters.',
    },
  },
  'digits-lost': {
    level: 'error',
    message: {
      zh: '“{columnName}”的末几位数字已丢失',
      en: 'The last digits of “{columnName}” have been lost',
    },
    remedy: {
      zh: '长编码被表格软件当作数字而损坏，无法恢复。请把这一列设为“文本”后从业务系统重新导出。',
      en: 'A spreadsheet treated a long code as a number; the digits cannot be recovered. Set the column to “Text” and export it again from the source system.',
    },
  },
  'text-was-date': {
    level: 'error',
    message: {
      zh: '“{columnName}”里是日期，不是名称或编号',
      en: '“{columnName}” contains a date instead of a name or code',
    },
    remedy: {
      zh: '表格软件会把“3-4”一类的内容自动改成日期，原来写的是什么已看不出来。请把这一列的格式设为“文本”，照原样重新填写后再提交。',
      en: 'Spreadsheets turn entries such as “3-4” into dates, and the original text cannot be recovered. Set the column to “Text”, retype the value, and send the file again.',
    },
  },
  'personal-data': {
    level: 'error',
    acceptable: true,
    message: {
      zh: '“{columnName}”将公开发布，却含有{kinds}',
      en: '“{columnName}” would be published but contains personal data: {kinds}',
    },
    remedy: {
      zh: '号码在此已遮盖。请删去第{row}行这一格里的个人信息，只留应公开的内容，再重新提交。依法应当公开或确非个人信息的，由责任人在exceptions.csv中写明文件、原因、责任人和截止日，key写作{key}。',
      en: 'Numbers are masked in this message. Delete the personal data from this cell of row {row}, keep what is public, and send the file again. What the law makes public, or what is not personal data, can be listed as an exception in exceptions.csv: its file, the key {key}, a reason, an owner and an end date.',
    },
  },
  'cell-debris': {
    level: 'error',
    message: {
      zh: '“{columnName}”里是{what}，不是值',
      en: '“{columnName}” contains {what} instead of a value',
    },
    remedy: {
      zh: '这样的文字是导出程序留下的，读者看不懂。{how}',
      en: 'The program that made the export left it there, and it means nothing to a reader. {how}',
    },
  },
  'codes-cut': {
    level: 'error',
    message: {
      zh: '“{columnName}”的长编号只剩前15位，后面都成了0',
      en: 'The long codes in “{columnName}” have only zeros after their 15th digit',
    },
    remedy: {
      zh: '如{found}。导出程序把编号当作数来写，丢了末几位，无法恢复。{twins}请在导出程序里把这一列改为文本后重新导出。',
      en: 'Such as {found}: the export wrote codes as numbers and lost their last digits, which cannot be restored.{twins} Have it write the column as text, and export again.',
    },
  },
  'date-shifted': {
    level: 'error',
    acceptable: true,
    message: {
      zh: '“{columnName}”有日期比前后各行早1462天',
      en: 'A date in “{columnName}” is 1,462 days before its neighbours',
    },
    remedy: {
      zh: '第{row}行写{found}，像是{expected}：按1904年起算的工作簿经别的程序导出，就会早4年零1天。请核对后重新导出；若属实，请在exceptions.csv中写明原因。',
      en: 'Row {row} says {found}, and may mean {expected}: a workbook that counts days from 1904 loses four years and a day in programs that ignore it. Export it again; if the date is correct, list it as an exception in exceptions.csv, with a reason.',
    },
  },
  'cell-wrapped': {
    level: 'error',
    message: {
      zh: '“{columnName}”的值被等号和引号包着',
      en: 'The value of “{columnName}” is wrapped in an equals sign and quotation marks',
    },
    remedy: {
      zh: '等号和引号是导出时加上的，不是值的一部分。请把这一格改为{expected}，并把这一列设为“文本”后重新导出。',
      en: 'The export put them there; they are not part of the value. Make this cell {expected}, and export the column as “Text”.',
    },
  },
} satisfies Record<string, Entry>
