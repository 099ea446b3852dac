import type { Level } from '../problems/problem.ts'
import type { Lang } from '../text/local-text.ts'
import { pluralise } from '../text/plural.ts'
import type { RuleGroup } from './list-rules.ts'

/** Every word of the report, in one language. */
export interface ReportWords {
  title: string
  on(day: string): string
  lead(files: number, rows: string): string
  clean: string
  warned: string
  stopped: string
  unaccepted: string
  noFiles: string
  file: string
  rows(read: string, used: string, refused: string): string
  sums(count: number): string
  fingerprint: string
  datasets: string
  findings(files: number): string
  noFindings: string
  level: Record<Level, string>
  places(count: string): string
  causesLeft(count: number): string
  rules: string
  rulesLead: string
  group: Record<RuleGroup, string>
  tried: string
  passed: string
  failed: string
  repaired: string
  untried: string
  allFiles(count: number): string
  blank(count: string): string
  unmet(count: string): string
  unreached(count: string): string
  notTried: string
  columns: string
  columnsLead: string
  missing: string
  distinct: string
  range: string
  ofItems(used: number, all: number): string
  length(low: string, high: string): string
  unique: string
  times(count: string): string
  moreTimes: string
  others(count: number): string
  closed: string
  closedLead: string
  name: string
  before: string
  noBefore: string
  period: string
  read: string
  used: string
  refused: string
  rowsByPeriod: string
  come(column: string, names: string): string
  gone(column: string, names: string): string
  figure: string
  now: string
  lastPeriod: string
  lastYear: string
  difference: string
  portal: string
  howTo: string
  terms: readonly (readonly [string, string])[]
}

const zh: ReportWords = {
  title: '核对报告',
  on: (day) => `核对于${day}`,
  lead: (files, rows) => `核对了${files}个文件，共${rows}行。`,
  clean: '没有发现问题。',
  warned: '没有错误，有几处需要人看一眼。',
  stopped: '有错误，改好之前不能发布。',
  unaccepted: '没有错误，有警告须由人核准，写入exceptions.csv之前不能发布。',
  noFiles: '没有可以核对的文件。',
  file: '文件',
  rows: (read, used, refused) => `读入${read}行＝采用${used}行＋退回${refused}行`,
  sums: (count) => `另有${count}行合计，已与各行之和核对`,
  fingerprint: 'SHA-256',
  datasets: '数据集',
  findings: (files) => (files > 1 ? `发现的问题（全部${files}个文件）` : '发现的问题'),
  noFindings: '没有发现问题。',
  level: { error: '错误', warning: '警告', note: '说明' },
  places: (count) => `${count}处`,
  causesLeft: (count) => `另有${count}类没有列出。`,
  rules: '逐条核对',
  rulesLead: '数据约定的每一条规则。左边是这个文件，右边是这次核对的全部文件。',
  group: { cells: '各列的单元格', rows: '各行', figures: '由各行算出的表' },
  tried: '核对',
  passed: '通过',
  failed: '未过',
  repaired: '其中修复',
  untried: '未核对',
  allFiles: (count) => `全部${count}个文件`,
  blank: (count) => `留空${count}`,
  unmet: (count) => `不适用${count}`,
  unreached: (count) => `所在行已退回${count}`,
  notTried: '没有可核对的',
  columns: '各列',
  columnsLead: '统计采用的行。',
  missing: '空缺',
  distinct: '不同值',
  range: '范围',
  ofItems: (used, all) => `用到${used}项，共${all}项`,
  length: (low, high) => (low === high ? `都是${low}字` : `${low}至${high}字`),
  unique: '各行不同，不作图',
  times: (count) => `出现${count}次的值`,
  moreTimes: '出现更多次的值',
  others: (count) => `其余${count}项`,
  closed: '不公开的列',
  closedLead: '只计数，不列任何值。',
  name: '列',
  before: '与以前各期比较',
  noBefore: '没有以前的文件可比。',
  period: '期次',
  read: '读入',
  used: '采用',
  refused: '退回',
  rowsByPeriod: '各期采用的行数',
  come: (column, names) => `${column}，上期没有、本期有：${names}。`,
  gone: (column, names) => `${column}，上期有、本期没有：${names}。`,
  figure: '数字',
  now: '本期',
  lastPeriod: '上期',
  lastYear: '上年同期',
  difference: '比上期',
  portal: '不属于任何数据集的问题',
  howTo: '怎样读这份报告',
  terms: [
    ['核对＝通过＋未过', '规则在多少个单元格或多少行上试过。表中的规则，每作一次比较算一次。'],
    ['其中修复', '通过了，但读入时作过处理（全角数字、日期写法等），处理逐类列在“说明”里。'],
    ['未核对', '可以留空而留空的、规则不适用的，或者所在行在此之前已因别的问题退回的。核对＋未核对＝全部。'],
    ['空缺、不同值', '统计采用的行；退回的行不在其中。'],
  ],
}

const en: ReportWords = {
  title: 'Check report',
  on: (day) => `Checked on ${day}`,
  lead: (files, rows) => `${pluralise(files, 'file')} checked, ${rows} rows in all.`,
  clean: 'Nothing found.',
  warned: 'No errors, but somebody should look at a few places.',
  stopped: 'There are errors; nothing is published until they are corrected.',
  unaccepted: 'No errors, but warnings that must be accepted in exceptions.csv before anything is published.',
  noFiles: 'There was no file to check.',
  file: 'File',
  rows: (read, used, refused) => `${read} rows read = ${used} used + ${refused} refused`,
  sums: (count) => `${pluralise(count, 'row')} of totals beside them, compared with the sum of the rows`,
  fingerprint: 'SHA-256',
  datasets: 'Datasets',
  findings: (files) => (files > 1 ? `Findings in all ${files} files` : 'Findings'),
  noFindings: 'Nothing found.',
  level: { error: 'Error', warning: 'Warning', note: 'Note' },
  places: (count) => (count === '1' ? '1 place' : `${count} places`),
  causesLeft: (count) => `${pluralise(count, 'more kind')} not listed.`,
  rules: 'Rule by rule',
  rulesLead: 'Every rule of the data contract: on the left in this file, on the right in all files of this check.',
  group: { cells: 'Cells of each column', rows: 'Rows', figures: 'Tables made of the rows' },
  tried: 'tried',
  passed: 'passed',
  failed: 'failed',
  repaired: 'of them repaired',
  untried: 'not tried',
  allFiles: (count) => `all ${pluralise(count, 'file')}`,
  blank: (count) => `${count} blank`,
  unmet: (count) => `${count} out of scope`,
  unreached: (count) => `${count} in refused rows`,
  notTried: 'nothing to try it on',
  columns: 'Columns',
  columnsLead: 'Statistics of the rows that were used.',
  missing: 'missing',
  distinct: 'distinct',
  range: 'range',
  ofItems: (used, all) => `${used} of ${all} codes used`,
  length: (low, high) => (low === high ? `${low} characters each` : `${low} to ${high} characters`),
  unique: 'different in every row, so there is no chart',
  times: (count) => (count === '1' ? 'values in 1 row' : `values in ${count} rows`),
  moreTimes: 'values in more rows',
  others: (count) => `${count} others`,
  closed: 'Columns that are not public',
  closedLead: 'Counted only; no value is shown.',
  name: 'column',
  before: 'Compared with earlier periods',
  noBefore: 'There is no earlier file to compare with.',
  period: 'period',
  read: 'read',
  used: 'used',
  refused: 'refused',
  rowsByPeriod: 'Rows used, by period',
  come: (column, names) => `${column}, not in the period before: ${names}.`,
  gone: (column, names) => `${column}, only in the period before: ${names}.`,
  figure: 'figure',
  now: 'this period',
  lastPeriod: 'period before',
  lastYear: 'a year before',
  difference: 'change',
  portal: 'Problems outside any dataset',
  howTo: 'How to read this report',
  terms: [
    [
      'tried = passed + failed',
      'The number of cells or rows on which a rule was tried; for a rule about tables, the number of comparisons.',
    ],
    [
      'of them repaired',
      'Passed, but the value was converted on reading (full-width digits, date formats); conversions are listed by kind among the notes.',
    ],
    [
      'not tried',
      'Blank where that is allowed, outside the scope of the rule, or in a row already refused for another reason. tried + not tried = all.',
    ],
    ['missing, distinct', 'Statistics of the rows that were used; refused rows are not included.'],
  ],
}

export const REPORT_WORDS: Record<Lang, ReportWords> = { zh, en }
