import type { Entry } from './entry.ts'

/** What can be wrong with codes and places. */
export const CODE_RULES = {
  'code-format': {
    level: 'error',
    message: {
      zh: '“{columnName}”的编码格式不对',
      en: 'The code in “{columnName}” has the wrong format',
    },
    remedy: {
      zh: '应为：{expected}。请核对位数和字符。',
      en: 'It should be: {expected}. Check its length and characters.',
    },
  },
  'code-check': {
    level: 'error',
    message: {
      zh: '“{columnName}”的校验码不符',
      en: 'The check character in “{columnName}” does not match',
    },
    remedy: {
      zh: '按前面各位推算应为{expected}。请核对是否抄错、换位或少位。',
      en: 'Calculated from the preceding characters, the code should be {expected}. Check for miscopied, transposed or missing characters.',
    },
  },
  'code-county': {
    level: 'error',
    message: {
      zh: '“{columnName}”的前六位不是区县代码',
      en: 'The first six digits of “{columnName}” are not a county code',
    },
    remedy: {
      zh: '请核对区划代码（{expected}）。',
      en: 'Check the division code ({expected}).',
    },
  },
  'code-sequence': {
    level: 'error',
    message: {
      zh: '“{columnName}”的顺序号不能全为零',
      en: 'The serial number in “{columnName}” cannot be all zeros',
    },
    remedy: {
      zh: '顺序号应为{expected}。请核对原始编码。',
      en: 'It should be {expected}. Check the original code.',
    },
  },
  'code-zeros-lost': {
    level: 'error',
    message: {
      zh: '“{columnName}”的前导零已丢失',
      en: 'The leading zeros of “{columnName}” have been lost',
    },
    remedy: {
      zh: '应为{expected}。请把这一列设为“文本”后重新导出。',
      en: 'It should be {expected}. Set the column to “Text” and export it again.',
    },
  },
  'place-unknown': {
    level: 'error',
    message: {
      zh: '“{columnName}”的地名或代码不在区划表内',
      en: 'The place in “{columnName}” is not in the list of places',
    },
    remedy: {
      zh: '相近的有：{expected}。若是新名称或别名，请补入places.csv。',
      en: 'Closest matches: {expected}. If it is a new name or an alias, add it to places.csv.',
    },
  },
  'place-none': {
    level: 'error',
    message: {
      zh: '“{columnName}”里不是地名，像是合计、注释、页码或重复的表头',
      en: '“{columnName}” does not contain a place; it looks like a total, a note, a page number or a repeated header',
    },
    remedy: {
      zh: '第{row}行若不是数据，请删去；表下的注释请以“注：”开头，合计行请以“合计”为名，便可识别。',
      en: 'If row {row} is not data, delete it. A note below the table is recognised if it begins with “注：”, a row of totals if it is named “合计”.',
    },
  },
  'place-level': {
    level: 'error',
    message: {
      zh: '“{columnName}”的地名级别不对',
      en: 'The place in “{columnName}” is at the wrong level',
    },
    remedy: {
      zh: '此列应填{levels}一级的名称或代码。若这一行是各行之和，请以“{sum}”为名。',
      en: 'The column takes names or codes at this level: {levels}. If the row is a total of other rows, name it “{sum}”.',
    },
  },
  'place-not-valid': {
    level: 'error',
    message: {
      zh: '“{columnName}”的地名在该期不存在',
      en: 'The place in “{columnName}” did not exist in the period',
    },
    remedy: {
      zh: '该地的存续期为{span}，数据期次为{period}。应为：{expected}。',
      en: 'It existed {span}; the data are for {period}. It should be: {expected}.',
    },
  },
  'place-name-differs': {
    level: 'error',
    message: {
      zh: '“{columnName}”与同行的区划代码不是同一个地方',
      en: '“{columnName}” and the code in its row are different places',
    },
    remedy: {
      zh: '代码{code}是“{expected}”。请核对第{row}行：代码填错了，还是名称填错了；若名称是别名，请补入places.csv。',
      en: '{code} is “{expected}”. Check whether the code or the name in row {row} is wrong; if the name is an alias, add it to places.csv.',
    },
  },
  'place-ambiguous': {
    level: 'error',
    message: {
      zh: '“{columnName}”的地名不止一处',
      en: '“{columnName}” matches more than one place',
    },
    remedy: {
      zh: '可能是：{expected}。请改写为其中的代码，或把上级地名写在前面。',
      en: 'It may be: {expected}. Write the code of the place that is meant, or put the name of its parent place in front.',
    },
  },
  'code-letter': {
    level: 'error',
    message: {
      zh: '“{columnName}”里有编码不使用的字母',
      en: 'The code in “{columnName}” contains a letter that such codes do not use',
    },
    remedy: {
      zh: '统一社会信用代码不用字母I、O、Z、S、V。多半是把数字0录成字母O、把数字1录成字母I，请对照证照改正。',
      en: 'Unified social credit codes do not use the letters I, O, Z, S and V. O is usually the digit 0, and I the digit 1: correct it from the certificate.',
    },
  },
} satisfies Record<string, Entry>
