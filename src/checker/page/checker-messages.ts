import type { Level } from '../../problems/problem.ts'
import type { Lang } from '../../text/local-text.ts'
import { choosePlural } from '../../text/plural.ts'

/** How a file fared: it is in order, cannot be published, waits for the clerk, and so on. */
export type Fared = 'stopped' | 'unread' | 'unknown' | 'warned' | 'repaired' | 'clean'

/** What the checker page says besides the problems themselves, whose words are those of the command line. */
export interface CheckerMessages {
  reading(name: string): string
  nth(at: number, of: number): string
  checking(name: string, done: number, total: number): string
  /** Without a percentage, what is going on. */
  scanning(name: string, percent?: number): string
  cancel: string
  cancelled: string
  again: string
  remove: string
  removed(name: string): string
  removeAll: string
  removedAll: string
  dataset: string
  choose: string
  period: string
  guessed: string
  recheck: string
  whichDataset: string
  severalDatasets: string
  whichPeriod(shape: string): string
  wrongPeriod(typed: string, shape: string): string
  unread: string
  failed: string
  unsaved: string
  noFiles: string
  replaces(names: string): string
  clean: string
  repaired: string
  warned: string
  stopped: string
  unaccepted: string
  rows(read: number, used: number, refused: number): string
  level: Record<Level, string>
  times(count: number): string
  found: string
  expected: string
  was: string
  readAs: string
  others(count: number): string
  more(count: number): string
  causesLeft(count: number): string
  around: string
  row: string
  save: Record<'copy' | 'list' | 'report', string>
  noReport: string
  preparing: string
  saved(name: string): string
  done(files: number, fared: string): string
  fared: Record<Fared, (files: number) => string>
  error: string
  blank: string
}

const group = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',')
const pluralise = (count: number, word: string) =>
  `${group(count)} ${choosePlural(count, { one: word, other: `${word}s` })}`

const zh: CheckerMessages = {
  reading: (name) => `正在读取${name}`,
  nth: (at, of) => `（第${group(at)}个，共${group(of)}个）`,
  checking: (name, done, total) => `正在核对${name}：${group(done)}行，共${group(total)}行`,
  scanning: (name, percent) => `正在核对${name}${percent === undefined ? '' : `：${percent}%`}`,
  cancel: '停止',
  cancelled: '已停止，没有得出结果。',
  again: '重新核对',
  remove: '移走',
  removed: (name) => `已移走${name}。`,
  removeAll: '全部移走',
  removedAll: '已全部移走。',
  dataset: '数据集',
  choose: '请选择',
  period: '所属期次',
  guessed: '自动识别，可改',
  recheck: '按此核对',
  whichDataset: '表头与各数据集都对不上，请选择它属于哪个数据集。',
  severalDatasets: '表头同时符合几个数据集，请选择其中之一。',
  whichPeriod: (shape) => `从文件名和内容都看不出所属期次，请按${shape}的格式填写。`,
  wrongPeriod: (typed, shape) => `“${typed}”不是这个数据集的期次，请按${shape}的格式填写。还没有核对。`,
  unread: '浏览器读不了这个文件。放进来之后改动过、移走了，或正由别的程序独占的，请关闭那个程序，再放进来一次。',
  failed: '核对程序在这个文件上出错，不是文件的问题；其他文件不受影响。请把下面的内容转告网站管理员：',
  unsaved: '没能保存：这个文件放进来之后改动过或移走了，请再放进来一次。',
  noFiles: '里面没有CSV或XLSX文件。',
  replaces: (names) => `代替先前放入的${names}。`,
  clean: '没有发现问题。',
  repaired: '没有错误。读入时作过的处理逐类列在下面，无须改动。',
  warned: '没有错误，但有几处需要人看一眼。',
  stopped: '这个文件还不能发布。改好下面的错误，再放进来核对一次。',
  unaccepted:
    '没有错误，但有须核准的警告：请改正后再放进来；若属实，由发布单位在exceptions.csv中逐条写明原因，才能发布。',
  rows: (read, used, refused) => `读入${group(read)}行＝采用${group(used)}行＋退回${group(refused)}行`,
  level: { error: '错误', warning: '警告', note: '说明' },
  times: (count) => `${group(count)}处`,
  found: '实为',
  expected: '应为',
  was: '原为',
  readAs: '读作',
  others: (count) => `同类问题另有${group(count)}处`,
  more: (count) => `……另有${group(count)}处没有列出，批注过的工作簿里更全。`,
  causesLeft: (count) => `另有${group(count)}类问题没有列出。`,
  around: '所在行及其前后',
  row: '行',
  save: { copy: '保存批注过的工作簿（XLSX）', list: '保存问题清单（JSON）', report: '保存核对报告（HTML）' },
  noReport: '没能作出报告：要连着网络，或者文件已改动、移走。',
  preparing: '正在制作……',
  saved: (name) => `已保存：${name}`,
  done: (files, fared) => `${group(files)}个文件已核对完毕：${fared}。`,
  fared: {
    stopped: (files) => `${group(files)}个要改`,
    unread: (files) => `${group(files)}个没能读取`,
    unknown: (files) => `${group(files)}个还要选数据集或填期次`,
    warned: (files) => `${group(files)}个要看一眼`,
    repaired: (files) => `${group(files)}个没有错误`,
    clean: (files) => `${group(files)}个没有问题`,
  },
  error: '核对程序自身出错，不是文件的问题。请把下面的内容转告网站管理员：',
  blank: '（空）',
}

const en: CheckerMessages = {
  reading: (name) => `Reading ${name}`,
  nth: (at, of) => ` (${group(at)} of ${pluralise(of, 'file')})`,
  checking: (name, done, total) => `Checking ${name}: ${group(done)} of ${pluralise(total, 'row')}`,
  scanning: (name, percent) => `Checking ${name}${percent === undefined ? '' : `: ${percent}%`}`,
  cancel: 'Stop',
  cancelled: 'Stopped; there is no result.',
  again: 'Check again',
  remove: 'Remove',
  removed: (name) => `${name} removed.`,
  removeAll: 'Remove all',
  removedAll: 'All files removed.',
  dataset: 'Dataset',
  choose: 'Choose one',
  period: 'Period',
  guessed: 'recognised; change it if wrong',
  recheck: 'Check as this',
  whichDataset: 'The header matches no dataset. Choose the dataset that the file belongs to.',
  severalDatasets: 'The header matches several datasets. Choose one of them.',
  whichPeriod: (shape) => `Neither the file name nor the content states the period. Enter it as ${shape}.`,
  wrongPeriod: (typed, shape) =>
    `“${typed}” is not a period of this dataset. Enter it as ${shape}. Nothing has been checked.`,
  unread:
    'The browser cannot read this file. If it was changed or moved after you added it, or another program has it open, close that program and add the file again.',
  failed:
    'The program failed on this file. The file is not at fault, and other files are not affected. Please report this to whoever runs the site:',
  unsaved: 'Not saved: the file was changed or moved after you added it. Add it again.',
  noFiles: 'There is no CSV or XLSX file in it.',
  replaces: (names) => `Replaces ${names}, which you added before.`,
  clean: 'Nothing found.',
  repaired: 'No errors. What was done on reading is listed below; you do not need to change anything.',
  warned: 'No errors, but somebody should look at a few places.',
  stopped: 'This file cannot be published yet. Correct the errors below, then drop it here again.',
  unaccepted:
    'No errors, but warnings that must be accepted. Correct the file and drop it here again; if they are correct, the publisher lists each in exceptions.csv with a reason before the file can be published.',
  rows: (read, used, refused) => `${pluralise(read, 'row')} read = ${group(used)} used + ${group(refused)} refused`,
  level: { error: 'Error', warning: 'Warning', note: 'Note' },
  times: (count) => pluralise(count, 'place'),
  found: 'found',
  expected: 'expected',
  was: 'was',
  readAs: 'read as',
  others: (count) => `${group(count)} more of the same`,
  more: (count) => `… and ${group(count)} not listed here; the annotated workbook has more of them.`,
  causesLeft: (count) => `${pluralise(count, 'more kind')} of problem not listed.`,
  around: 'The row and its neighbours',
  row: 'row',
  save: {
    copy: 'Save the annotated workbook (XLSX)',
    list: 'Save the list of problems (JSON)',
    report: 'Save the check report (HTML)',
  },
  noReport: 'No report: it needs the network and the unchanged file.',
  preparing: 'Preparing…',
  saved: (name) => `Saved: ${name}`,
  done: (files, fared) => `${pluralise(files, 'file')} checked: ${fared}.`,
  fared: {
    stopped: (files) => `${group(files)} to correct`,
    unread: (files) => `${group(files)} not read`,
    unknown: (files) => `${group(files)} waiting for dataset or period`,
    warned: (files) => `${group(files)} to look at`,
    repaired: (files) => `${group(files)} without errors`,
    clean: (files) => `${group(files)} in order`,
  },
  error: 'This is a fault of the program, not of your file. Please report this to whoever runs the site:',
  blank: '(blank)',
}

export const CHECKER_MESSAGES: Record<Lang, CheckerMessages> = { zh, en }
