import { LANG, type Read, TODAY } from '../command/options.ts'

const FORMAT = {
  kind: 'choice',
  choices: ['text', 'json', 'sarif'],
  fallback: 'text',
  help: { en: 'how to print the result; sarif is for CI', zh: '结果的输出格式；sarif 供持续集成使用' },
} as const

const SUGGEST = {
  kind: 'text',
  placeholder: 'FILE',
  help: {
    en: 'file to draft a profile for, instead of checking',
    zh: '不作核对，而为此文件起草profile.yaml',
  },
} as const

const REPORT = {
  kind: 'text',
  placeholder: 'FILE.html',
  help: {
    en: 'file for a report of all that was tried, rule by rule and column by column',
    zh: '核对报告写入此文件：逐条规则、逐列列出核对了多少、通过了多少',
  },
} as const

const ANNOTATE = {
  kind: 'folder',
  help: {
    en: 'folder for copies of the files with errors or warnings, their cells marked',
    zh: '存放批注过的工作簿：有错误或警告的文件各一份，单元格已标出',
  },
} as const

export const OPTIONS = {
  format: FORMAT,
  lang: LANG,
  annotate: ANNOTATE,
  report: REPORT,
  suggest: SUGGEST,
  today: TODAY,
} as const

export type CheckOptions = Read<typeof OPTIONS>
