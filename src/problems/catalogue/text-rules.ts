import type { Entry } from './entry.ts'

/** What text brings along on its way through systems: marks, pictures, lost, private and garbled characters, code of web pages. */
export const TEXT_RULES = {
  'cell-footnote-mark': {
    level: 'error',
    message: {
      zh: '“{columnName}”带有注释标记“{mark}”',
      en: '“{columnName}” contains the footnote mark “{mark}”',
    },
    remedy: {
      zh: '注释标记不是数或名称的一部分，连着读会读错。请删去标记，把说明写在表下或备注列；若是乘方，请写出完整的数。',
      en: 'A mark is not part of the number or name, but would be read as if it were. Delete it and put the remark below the table or into a column of its own; write powers out in full.',
    },
  },
  'cell-picture': {
    level: 'error',
    message: {
      zh: '“{columnName}”里是图片，不是文字',
      en: '“{columnName}” contains a picture instead of text',
    },
    remedy: {
      zh: '单元格里嵌入了图片，读不出内容。请填写文字或数，或清空这一格。',
      en: 'A picture in a cell cannot be read. Type the text or number, or clear the cell.',
    },
  },
  'time-24': {
    level: 'error',
    message: {
      zh: '“{columnName}”写了24时',
      en: '“{columnName}” says 24:00',
    },
    remedy: {
      zh: '一天到23:59为止，24:00请写作次日零时：{expected}。',
      en: 'A day ends at 23:59. Write 24:00 as the beginning of the next day: {expected}.',
    },
  },
  'text-scar': {
    level: 'error',
    message: {
      zh: '“{columnName}”里有写不出的字',
      en: '“{columnName}” has lost a character',
    },
    remedy: {
      zh: '汉字之间的“?”“〓”“□”多半是系统写不出的生僻字。请改成原字后重新导出（编码选UTF-8）。',
      en: 'A sign such as “?”, 〓 or □ between Chinese characters replaces a rare character that a system could not write. Insert the correct character and export as UTF-8.',
    },
  },
  'text-no-character': {
    level: 'error',
    message: {
      zh: '“{columnName}”里有自造字或无效字符',
      en: '“{columnName}” contains a private or invalid character',
    },
    remedy: {
      zh: '这种字符只在原来的电脑上看得见。请改用标准字符（Unicode）后重新提交。',
      en: 'Such a character is seen on one computer only. Replace it by the standard Unicode character.',
    },
  },
  'text-garbled': {
    level: 'error',
    message: {
      zh: '文字是乱码：{cause}',
      en: 'The text is garbled: {cause}',
    },
    remedy: {
      zh: '例如“{found}”。请从业务系统重新导出；用Excel打开CSV时选对编码（UTF-8或GB18030），不要另存乱码。不必改动profile.yaml。',
      en: 'For example “{found}”. Export it again; when opening a CSV choose its encoding (UTF-8 or GB18030), and do not save what is garbled. Nothing needs to change in profile.yaml.',
    },
  },
  'encoding-unknown': {
    level: 'error',
    message: {
      zh: '文件既不是UTF-8也不是GB18030编码',
      en: 'The file is neither UTF-8 nor GB18030',
    },
    remedy: {
      zh: '看来是西欧编码（如Latin-1、Windows-1252），汉字无法这样保存。请另存为“CSV UTF-8”后重新提交。',
      en: 'It looks like a Western European encoding (Latin-1, Windows-1252), which cannot hold Chinese. Save it as “CSV UTF-8” and send it again.',
    },
  },
  'text-tags': {
    level: 'error',
    message: {
      zh: '“{columnName}”里有网页代码',
      en: '“{columnName}” contains code of a web page',
    },
    remedy: {
      zh: '请导出纯文本，去掉尖括号里的标签和“&…;”一类的代码。',
      en: 'Export plain text, without tags in angle brackets and codes such as “&…;”.',
    },
  },
  'key-case': {
    level: 'error',
    message: {
      zh: '两个编号只差大小写',
      en: 'Two keys differ only in case',
    },
    remedy: {
      zh: '第{earlier}行的编号与“{found}”只差字母大小写，像是同一条。请统一写法，或删去重复的一行。',
      en: 'Row {earlier} has the same key as “{found}” but for its case. Write it one way, or delete the row that repeats it.',
    },
  },
  'text-markup': {
    level: 'note',
    message: {
      zh: '“{columnName}”里的网页代码已还原为文字（{count}处，如{found}→{expected}）',
      en: 'Codes of web pages in “{columnName}” were turned into text (cells: {count}, such as {found} → {expected})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'text-radicals': {
    level: 'note',
    message: {
      zh: '“{columnName}”里的部首字符已换成汉字（{count}处，如{found}→{expected}）',
      en: 'Radicals in “{columnName}” were replaced by the characters that they look like (cells: {count}, such as {found} → {expected})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
  'number-exponent': {
    level: 'note',
    message: {
      zh: '“{columnName}”的科学记数法已还原（{count}处，如{found}＝{expected}）',
      en: 'Exponents of “{columnName}” were written out (cells: {count}, such as {found} = {expected})',
    },
    remedy: {
      zh: '无须处理；此项会写入数据处理说明。',
      en: 'No action is needed; this is recorded under “What was done to the data”.',
    },
  },
} satisfies Record<string, Entry>
