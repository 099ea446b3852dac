import { STATUSES } from '../contracts/table.ts'
import type { Lang } from '../text/local-text.ts'
import { explainStatus } from '../text/status.ts'
import type { DatasetFacts } from './dataset-facts.ts'
import type { TableContent } from './table-content.ts'

/** `README.md` of a dataset's package, Chinese first: source, licence, address, citation, and how to read the files. */
export function renderReadme(facts: DatasetFacts, tables: readonly TableContent[]): string {
  return `${[renderIn('zh', facts, tables), renderIn('en', facts, tables)].join('\n')}`
}

function renderIn(lang: Lang, facts: DatasetFacts, tables: readonly TableContent[]): string {
  const words = WORDS[lang]
  const lines = [
    `${lang === 'zh' ? '#' : '##'} ${facts.title[lang]}`,
    '',
    facts.description[lang],
    ...(facts.demonstration ? ['', `**${facts.demonstration[lang]}**`] : []),
    '',
    `- ${words.publisher}${facts.publisher[lang]}`,
    `- ${words.keeper}${facts.keeper[lang]}`,
    `- ${words.span}${facts.span[lang]}`,
    `- ${words.release}${facts.release} (${facts.released})`,
    `- ${words.licence}${facts.licence.name}${facts.licence.url ? ` <${facts.licence.url}>` : ''}`,
    ...(facts.address ? [`- ${words.address}<${facts.address}>`] : []),
    `- ${words.citation}${facts.citation[lang]}`,
    '',
    `${lang === 'zh' ? '##' : '###'} ${words.files}`,
    '',
    `- \`${facts.id}.xlsx\` ${words.xlsx}`,
    ...tables.map(({ contract, id, title }) => `- \`${contract.id}-${id}.*\` ${title[lang]}`),
    ...words.formats.map((line) => `- ${line}`),
    '',
    `${lang === 'zh' ? '##' : '###'} ${words.reading}`,
    '',
    ...words.rules.map((line) => `- ${line}`),
    ...STATUSES.map((status) => `- \`${status}\` ${explainStatus(status)[lang]}`),
    '',
  ]
  return lines.join('\n')
}

const WORDS = {
  zh: {
    publisher: '发布机构：',
    keeper: '数据来源：',
    span: '时间范围：',
    release: '发布次序和日期：第',
    licence: '许可协议：',
    address: '地址：',
    citation: '引用：',
    files: '文件',
    xlsx: '全部表格，一表一页，附封面、目录、说明',
    formats: [
      '`.csv` 与网站发布记录逐字节相同，UTF-8，供程序读取',
      '`.excel.csv` 供表格软件打开；`.json`、`.parquet` 内容相同；三者代码旁另有中英文名称',
      '`.jsonstat.json` 为 JSON-stat 2.0，登记表没有这一格式',
      '`datapackage.json`（Data Package 2.0）和 `csv-metadata.json`（CSVW）写明每列的类型和含义',
      '`SHA256SUMS` 用 `sha256sum -c SHA256SUMS` 核对',
    ],
    reading: '怎样读',
    rules: [
      '代码是文本：01 不是 1。用程序读 CSV 时请按 `datapackage.json` 指明类型；双击打开 CSV 的表格软件会去掉开头的 0，请改用 XLSX。',
      '百分数以 0—100 记，88.2 即 88.2%。',
      '缺的值留空，从不记作零；旁边的状态列说明原因：有 `<指标>_status` 列的看该列，其余看 `status` 列。',
    ],
  },
  en: {
    publisher: 'Publisher: ',
    keeper: 'Kept by: ',
    span: 'Period: ',
    release: 'Release: ',
    licence: 'Licence: ',
    address: 'Address: ',
    citation: 'Cite as: ',
    files: 'Files',
    xlsx: 'all tables, each on a sheet of its own, with cover, contents and notes',
    formats: [
      '`.csv` (UTF-8, for programs) contains the published lines byte for byte, as hashed in the release log',
      '`.excel.csv` is for spreadsheets; `.json` and `.parquet` have the same content; all three have names in both languages beside the codes',
      '`.jsonstat.json` is JSON-stat 2.0; registers have none',
      '`datapackage.json` (Data Package 2.0) and `csv-metadata.json` (CSVW) state the type and meaning of each column',
      '`SHA256SUMS` is checked by `sha256sum -c SHA256SUMS`',
    ],
    reading: 'How to read them',
    rules: [
      'Codes are text: 01 is not 1. Apply the types of `datapackage.json` when a program reads the CSV; a spreadsheet that opens a CSV drops the zeros, so use the XLSX.',
      'Percentages are 0–100: 88.2 is 88.2 %.',
      'A missing value is blank, never zero; the status beside it says why: in `<measure>_status` where there is such a column, otherwise in `status`.',
    ],
  },
} as const
