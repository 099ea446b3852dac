import type { Level } from '../problems/problem.ts'
import type { Lang } from '../text/words.ts'

/** What the desk says beside the problems themselves, whose words are those of the command line. */
export interface DeskWords {
  reading(name: string): string
  checking(name: string, done: number, total: number): string
  cancel: string
  cancelled: string
  again: string
  remove: string
  removed(name: string): string
  dataset: string
  choose: string
  period: string
  guessed: string
  recheck: string
  whichDataset: string
  severalDatasets: string
  whichPeriod(shape: string): string
  wrongPeriod(typed: string, shape: string): string
  clean: string
  repaired: string
  warned: string
  stopped: string
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
  saveCopy: string
  saveList: string
  preparing: string
  saved(name: string): string
  done(files: number): string
  fault: string
  blank: string
}

const group = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',')
const plural = (count: number, word: string) => `${group(count)} ${word}${count === 1 ? '' : 's'}`

const zh: DeskWords = {
  reading: (name) => `正在读取${name}`,
  checking: (name, done, total) => `正在核对${name}：${group(done)}行，共${group(total)}行`,
  cancel: '停止',
  cancelled: '已停止，没有得出结果。',
  again: '重新核对',
  remove: '移走',
  removed: (name) => `已移走${name}`,
  dataset: '数据集',
  choose: '请选择',
  period: '所属期间',
  guessed: '自动识别，可改',
  recheck: '按此核对',
  whichDataset: '表头与各数据集都对不上，请选择它属于哪个数据集。',
  severalDatasets: '表头同时符合几个数据集，请选择其中之一。',
  whichPeriod: (shape) => `从文件名和内容都看不出所属期间，请按${shape}的格式填写。`,
  wrongPeriod: (typed, shape) => `“${typed}”不是这个数据集的期间，请按${shape}的格式填写。还没有核对。`,
  clean: '没有发现问题。',
  repaired: '没有错误。读入时作过的处理逐类列在下面，无须改动。',
  warned: '没有错误，但有几处需要人看一眼。',
  stopped: '这个文件还不能发布。改好下面的错误，再放进来核对一次。',
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
  saveCopy: '保存批注过的工作簿（XLSX）',
  saveList: '保存问题清单（JSON）',
  preparing: '正在制作……',
  saved: (name) => `已保存：${name}`,
  done: (files) => `${group(files)}个文件已核对完毕。`,
  fault: '核对程序自身出错，不是文件的问题。请把下面的内容转告网站管理员：',
  blank: '（空）',
}

const en: DeskWords = {
  reading: (name) => `Reading ${name}`,
  checking: (name, done, total) => `Checking ${name}: ${group(done)} of ${plural(total, 'row')}`,
  cancel: 'Stop',
  cancelled: 'Stopped; there is no result.',
  again: 'Check again',
  remove: 'Remove',
  removed: (name) => `${name} removed`,
  dataset: 'Dataset',
  choose: 'Choose one',
  period: 'Period',
  guessed: 'recognised; change it if wrong',
  recheck: 'Check as this',
  whichDataset: 'The header answers to no dataset. Choose the dataset that the file belongs to.',
  severalDatasets: 'The header answers to several datasets. Choose one of them.',
  whichPeriod: (shape) => `Neither name nor content tells the period. Fill it in as ${shape}.`,
  wrongPeriod: (typed, shape) =>
    `“${typed}” is no period of this dataset. Write it as ${shape}. Nothing has been checked.`,
  clean: 'Nothing found.',
  repaired: 'No errors. What was done on reading is listed below; you need not change anything.',
  warned: 'No errors, but somebody should look at a few places.',
  stopped: 'This file cannot be published yet. Correct the errors below, then drop it here again.',
  rows: (read, used, refused) => `${plural(read, 'row')} read = ${group(used)} used + ${group(refused)} refused`,
  level: { error: 'Error', warning: 'Warning', note: 'Note' },
  times: (count) => plural(count, 'place'),
  found: 'found',
  expected: 'expected',
  was: 'was',
  readAs: 'read as',
  others: (count) => `${group(count)} more of the same`,
  more: (count) => `… and ${group(count)} not listed here; the annotated workbook has more of them.`,
  causesLeft: (count) => `${plural(count, 'more kind')} of problem not listed.`,
  around: 'The row and its neighbours',
  row: 'row',
  saveCopy: 'Save the annotated workbook (XLSX)',
  saveList: 'Save the list of problems (JSON)',
  preparing: 'Preparing…',
  saved: (name) => `Saved: ${name}`,
  done: (files) => `${plural(files, 'file')} checked.`,
  fault: 'This is a fault of the program, not of your file. Please pass this on to whoever runs the site:',
  blank: '(blank)',
}

export const DESK_WORDS: Record<Lang, DeskWords> = { zh, en }
