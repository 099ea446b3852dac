import type { Entry } from './entry.ts'

/** What can be wrong with a file before any cell is looked at. */
export const FILE_RULES = {
  'file-empty': {
    level: 'error',
    message: {
      zh: '文件是空的',
      en: 'The file is empty',
    },
    remedy: {
      zh: '请重新导出；若本期没有数据，请不要提交空文件。',
      en: 'Export it again. If there is nothing for this period, do not send a file.',
    },
  },
  'file-too-large': {
    level: 'error',
    message: {
      zh: '文件过大',
      en: 'The file is too large',
    },
    remedy: {
      zh: '请按期拆分后分别提交，单个文件不超过限额（{expected}字节）。',
      en: 'Split it by period; a file may have at most {expected} bytes.',
    },
  },
  'file-nul': {
    level: 'error',
    message: {
      zh: '文件含有空字节（NUL），可能已损坏',
      en: 'The file contains NUL bytes and may be damaged',
    },
    remedy: {
      zh: '请从业务系统重新导出，不要用二进制方式拼接文件。',
      en: 'Export it again from the source system; do not join files as binary.',
    },
  },
  'file-old-workbook': {
    level: 'error',
    message: {
      zh: '这是旧式表格（.xls、.et）或加密的工作簿，不能读取',
      en: 'This is an old workbook (.xls, .et) or is protected by a password, and cannot be read',
    },
    remedy: {
      zh: '请用Excel或WPS打开，取消密码，选择“另存为”→“Excel工作簿（*.xlsx）”，再提交新文件。',
      en: 'Open it in Excel or WPS, remove the password, choose “Save as” → “Excel workbook (*.xlsx)”, and send the new file.',
    },
  },
  'file-not-a-table': {
    level: 'error',
    message: {
      zh: '文件不是表格：内容是{found}',
      en: 'The file is not a table: it contains {found}',
    },
    remedy: {
      zh: '请提交CSV或.xlsx文件。系统导出的“.xls”若实为网页，请用Excel打开后另存为.xlsx。',
      en: 'Send CSV or .xlsx. If a system exports a web page under the name “.xls”, open it in Excel and save it as .xlsx.',
    },
  },
  'encoding-broken': {
    level: 'error',
    message: {
      zh: '文件标明的编码与内容不符',
      en: 'The file’s content does not match the encoding that it declares',
    },
    remedy: {
      zh: '请重新导出为“CSV UTF-8（逗号分隔）”。声明的编码是{expected}。',
      en: 'Export it again as “CSV UTF-8 (comma delimited)”. The declared encoding is {expected}.',
    },
  },
  'encoding-mixed': {
    level: 'error',
    message: {
      zh: '一个文件里混有两种编码',
      en: 'The file mixes two encodings',
    },
    remedy: {
      zh: '从所示的行起编码不同。请把各部分分别转为UTF-8后再合并。',
      en: 'The encoding changes at the line shown. Convert each part to UTF-8 before joining them.',
    },
  },
  'encoding-scar': {
    level: 'error',
    message: {
      zh: '文件里有已经损坏的汉字（�、锟斤拷）',
      en: 'The file contains characters that are already damaged (�)',
    },
    remedy: {
      zh: '原字已无法恢复。请从业务系统重新导出，中途不要用文本编辑器另存。',
      en: 'The original characters cannot be recovered. Export it again from the source system, without saving it in an editor on the way.',
    },
  },
  'csv-quote-open': {
    level: 'error',
    message: {
      zh: '有一个双引号没有配对',
      en: 'A double quote is not closed',
    },
    remedy: {
      zh: '请从所示的行起检查双引号；单元格内的双引号应写成两个（""）。',
      en: 'Check the double quotes from the line shown onwards; inside a cell, a double quote is written twice ("").',
    },
  },
  'csv-quote-stray': {
    level: 'error',
    message: {
      zh: '双引号的位置不对',
      en: 'A double quote is in the wrong place',
    },
    remedy: {
      zh: '请检查所示的行：用双引号括起的单元格，右引号后应紧跟分隔符；单元格内的双引号应写成两个（""）。',
      en: 'Check the line shown: a delimiter must follow a closing quote; inside a cell, a double quote is written twice ("").',
    },
  },
  'workbook-broken': {
    level: 'error',
    message: {
      zh: '工作簿已损坏，无法打开',
      en: 'The workbook is damaged and cannot be opened',
    },
    remedy: {
      zh: '请用Excel或WPS打开并修复，另存为.xlsx后再提交。',
      en: 'Open and repair it in Excel or WPS, save it as .xlsx and send it again.',
    },
  },
  'workbook-styles-broken': {
    level: 'error',
    message: {
      zh: '工作簿里记载单元格格式的部分已损坏',
      en: 'The part of the workbook that stores the cell formats is damaged',
    },
    remedy: {
      zh: '没有格式，就分不清哪些数是日期、哪些是百分数。请用Excel或WPS打开并修复，核对日期和百分数后另存为.xlsx再提交。',
      en: 'Without it, nobody can know which numbers are dates or percentages. Open and repair it in Excel or WPS, check the dates and percentages, save it as .xlsx and send it again.',
    },
  },
  'workbook-without-sheet': {
    level: 'error',
    message: {
      zh: '工作簿里没有工作表',
      en: 'The workbook has no sheets',
    },
    remedy: {
      zh: '请确认导出是否成功，再重新提交。',
      en: 'Check that the export succeeded, and send the file again.',
    },
  },
  'workbook-too-large': {
    level: 'error',
    message: {
      zh: '工作簿解压后过大',
      en: 'The workbook is too large when unpacked',
    },
    remedy: {
      zh: '请删去图片和多余的格式，或按期拆分；解压后不超过限额（{expected}字节）。',
      en: 'Remove pictures and needless formats, or split it by period; unpacked, it may have at most {expected} bytes.',
    },
  },
  'file-no-rows': {
    level: 'error',
    message: {
      zh: '文件只有表头，没有数据行',
      en: 'The file has a header but no data',
    },
    remedy: {
      zh: '空文件不等于零。请确认导出时的筛选条件和期次，再重新导出；本期确无数据的，请不要提交文件。',
      en: 'An empty file does not mean zero. Check the filter and the period of the export; if there is nothing to report, do not send a file.',
    },
  },
  'encoding-bad-byte': {
    level: 'error',
    message: {
      zh: '有几个字节已损坏，读不成字',
      en: 'A few bytes are damaged and do not form a character',
    },
    remedy: {
      zh: '其余各行都是{expected}；第{row}行第{column}列“{after}”之后的字节（{found}）不是。文件可能在传输或拼接时损坏，请从业务系统重新导出。',
      en: 'All other lines are {expected}; the bytes {found} after “{after}” in row {row}, column {column} are not. The file was damaged in transit; export it again.',
    },
  },
  'file-other-workbook': {
    level: 'error',
    message: {
      zh: '这是{found}格式的表格，不能读取',
      en: 'This is a spreadsheet in the {found} format, and cannot be read',
    },
    remedy: {
      zh: '请用Excel或WPS打开，选择“另存为”→“Excel工作簿（*.xlsx）”，再提交新文件。只改文件名不起作用。',
      en: 'Open it in Excel or WPS, choose “Save as” → “Excel workbook (*.xlsx)”, and send the new file. Renaming it does not help.',
    },
  },
  'file-archive': {
    level: 'error',
    message: {
      zh: '这是压缩包，不是表格',
      en: 'This is an archive, not a table',
    },
    remedy: {
      zh: '里面有：{found}。请先解压，再把其中的CSV或.xlsx文件逐个提交。',
      en: 'It contains: {found}. Unpack it, and send the CSV or .xlsx files in it one by one.',
    },
  },
  'file-json': {
    level: 'error',
    message: {
      zh: '文件不是表格，而是系统接口返回的内容（JSON）',
      en: 'The file is not a table but the response of an interface (JSON)',
    },
    remedy: {
      zh: '请用文本编辑器打开看一看：若是登录超时等出错提示，请重新登录后导出；若是数据，请让系统导出为CSV或.xlsx。',
      en: 'Open it in an editor: if it is an error, such as an expired session, log in and export again; if it is data, have the system export CSV or .xlsx.',
    },
  },
  'encoding-utf16-unmarked': {
    level: 'error',
    message: {
      zh: '文件像是UTF-16编码，却没有标明',
      en: 'The file seems to be UTF-16 but is not marked as such',
    },
    remedy: {
      zh: '请用Excel或记事本打开，确认文字无误后另存为“CSV UTF-8（逗号分隔）”或UTF-8编码，再提交。',
      en: 'Open it in Excel or Notepad, check that the text is right, save it as “CSV UTF-8 (comma delimited)” or in UTF-8, and send it again.',
    },
  },
} satisfies Record<string, Entry>
