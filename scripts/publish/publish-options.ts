import { FORMAT, LANG, type Read, TODAY } from '../command/options.ts'

/** Words for the release. */
const WORDS = {
  'note-zh': {
    kind: 'text',
    placeholder: 'TEXT',
    help: { en: 'note of the release in Chinese', zh: '发布说明' },
  },
  'note-en': { kind: 'text', placeholder: 'TEXT', help: { en: 'the same in English', zh: '英文发布说明' } },
  reason: {
    kind: 'text',
    placeholder: 'TEXT',
    help: {
      en: 'why something published is corrected or withdrawn, in words for both languages',
      zh: '更正或撤下的原因（中英文页面同用）',
    },
  },
  'reason-zh': { kind: 'text', placeholder: 'TEXT', help: { en: 'the reason in Chinese', zh: '更正或撤下的原因' } },
  'reason-en': { kind: 'text', placeholder: 'TEXT', help: { en: 'the same in English', zh: '英文原因' } },
} as const

export const OPTIONS = {
  format: FORMAT,
  lang: LANG,
  ...WORDS,
  withdraw: {
    kind: 'text',
    placeholder: 'NAME',
    help: {
      en: 'take a table, a period or a revision out instead: cases/flow, cases/flow/2026-10, cases/flow/2026-10.2',
      zh: '不作发布，而撤下一张表、一个期次或一个版本',
    },
  },
  yes: {
    kind: 'switch',
    help: { en: 'write without asking; needed where nobody can be asked', zh: '不再询问，直接写入；无人应答时必须' },
  },
  date: {
    kind: 'text',
    placeholder: 'YYYY-MM-DD',
    help: { en: 'day of publication, that of --today by default', zh: '发布日期，默认同--today' },
  },
  today: TODAY,
  engine: {
    kind: 'choice',
    choices: ['line', 'duckdb'],
    fallback: 'line',
    help: {
      en: 'what checks rows and makes tables: this program, or DuckDB with the SQL that `npm run sql` prints',
      zh: '由谁核对各行并制表：本程序，或用npm run sql所打印的SQL由DuckDB完成',
    },
  },
  tables: {
    kind: 'folder',
    help: {
      en: 'take the tables of a dataset from this folder, or of several from the folders in it, where an engine has made them of rows that `npm run sql -- --hand-over` wrote',
      zh: '数据集的表取自此文件夹（几个数据集则各取自其中的文件夹）：由引擎用npm run sql -- --hand-over交出的行制成',
    },
  },
  preview: {
    kind: 'folder',
    help: { en: 'publish to a copy in this folder instead, without asking', zh: '发布到此文件夹的副本，不询问' },
  },
} as const

export type PublishOptions = Read<typeof OPTIONS>
