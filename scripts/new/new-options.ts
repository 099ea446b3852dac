import { LANG, PUBLISHED, type Read, TODAY } from '../command/options.ts'

const ROWS = {
  kind: 'number',
  min: 1,
  max: 100_000,
  fallback: 40,
  help: { en: 'rows of a sample; a return has as many as are required', zh: '样例的行数；须报齐的表以应报的行数为准' },
} as const

const SEED = {
  kind: 'number',
  min: 0,
  max: 2 ** 31 - 1,
  fallback: 1,
  help: { en: 'another seed makes another sample', zh: '不同的种子生成不同的样例' },
} as const

const PERIOD = {
  kind: 'text',
  placeholder: 'PERIOD',
  help: { en: 'period of a sample; the newest that has a file by default', zh: '样例的期次，默认为已有文件的最近一期' },
} as const

export const OPTIONS = {
  lang: LANG,
  rows: ROWS,
  seed: SEED,
  period: PERIOD,
  published: PUBLISHED,
  today: TODAY,
} as const

export type NewOptions = Read<typeof OPTIONS>
