import type { Entry } from './entry.ts'

/** What can be wrong with a `profile.yaml` by itself, before any file is read. */
export const PROFILE_RULES = {
  'profile-invalid': {
    level: 'error',
    message: {
      zh: 'profile.yaml的“{columnName}”不合规定',
      en: '“{columnName}” in profile.yaml is not valid',
    },
    remedy: {
      zh: '现写作“{found}”，应如：{expected}',
      en: 'It is “{found}” and should look like: {expected}',
    },
  },
  'profile-yaml': {
    level: 'error',
    message: {
      zh: 'profile.yaml第{row}行写得不对',
      en: 'Line {row} of profile.yaml cannot be understood',
    },
    remedy: {
      zh: '这一行写的是“{found}”。请核对：冒号用半角“:”，后面空一格；缩进只用空格，同一层对齐；同一个键不写两次；引号和括号成对。',
      en: 'It reads “{found}”. Check that each colon is the ASCII “:” with a space after it, that indents are spaces and line up, that no key occurs twice, and that quotes and brackets are closed.',
    },
  },
  'profile-key-unknown': {
    level: 'error',
    message: {
      zh: 'profile.yaml里没有“{columnName}”这一项',
      en: '“{columnName}” is not a setting of profile.yaml',
    },
    remedy: {
      zh: '请改为：{expected}；用不着的请删去。',
      en: 'It should be one of: {expected}. Delete it if it is not needed.',
    },
  },
  'profile-column-unknown': {
    level: 'error',
    message: {
      zh: 'profile.yaml的{key}写着“{columnName}”，数据集没有这一列',
      en: '“{key}” of profile.yaml names “{columnName}”, but the dataset has no such column',
    },
    remedy: {
      zh: '相近的列：{expected}。请改写为列的英文标识；用不着的请删去。',
      en: 'Closest matches: {expected}. Write the id of the column, or delete the line.',
    },
  },
  'profile-encoding': {
    level: 'error',
    message: {
      zh: 'profile.yaml不是UTF-8编码',
      en: 'profile.yaml is not in UTF-8',
    },
    remedy: {
      zh: '请用UTF-8另存后再试。',
      en: 'Save it in UTF-8.',
    },
  },
  'profile-empty': {
    level: 'error',
    message: {
      zh: 'profile.yaml里没有可用的内容',
      en: 'profile.yaml contains nothing usable',
    },
    remedy: {
      zh: '请照此写明：{expected}；用不着的请删去这个文件。',
      en: 'Write it like this: {expected}; or delete the file if it is not needed.',
    },
  },
} satisfies Record<string, Entry>
