import { comparePeriods } from '../../src/calendar/period.ts'
import type { PublishedFile } from '../../src/store/published-tables.ts'
import type { LocalText } from '../../src/text/local-text.ts'
import { choosePlural } from '../../src/text/plural.ts'
import { UsageError } from '../command/run-command.ts'

/** Words of the command line for a release. */
interface GivenWords {
  'note-zh': string | undefined
  'note-en': string | undefined
  reason: string | undefined
  'reason-zh': string | undefined
  'reason-en': string | undefined
}

/** The note of a person, or a note made of what is new. */
export function noteOf(given: GivenWords): (files: readonly PublishedFile[]) => LocalText {
  const { 'note-zh': zh, 'note-en': en } = given
  if (zh === undefined && en === undefined) return describeFiles
  if (zh !== undefined && en !== undefined) return () => ({ zh, en })
  throw new UsageError({ zh: '发布说明须中英文都有。', en: 'A note needs both --note-zh and --note-en.' })
}

/** Why something published is changed; undefined where no reason is given. */
export function reasonOf(given: GivenWords): LocalText | undefined {
  const [zh, en] = [given['reason-zh'] ?? given.reason, given['reason-en'] ?? given.reason]
  if (zh === undefined && en === undefined) return undefined
  if (zh !== undefined && en !== undefined) return { zh, en }
  throw new UsageError({ zh: '原因须中英文都有。', en: 'A reason needs both --reason-zh and --reason-en.' })
}

/** Nothing that is published is changed without words of a person. */
export function requireReason(reason: LocalText | undefined, what: LocalText): asserts reason is LocalText {
  if (reason !== undefined) return
  throw new UsageError({
    zh: `${what.zh}须写明原因：--reason，或--reason-zh和--reason-en。没有写入任何内容。`,
    en: `${what.en} needs a reason: --reason, or --reason-zh and --reason-en. Nothing was written.`,
  })
}

/** What is new, in words, where nobody wrote a note: 新增12个文件，更正1个文件. */
function describeFiles(files: readonly PublishedFile[]): LocalText {
  // Superseded files may be taken out and nothing published instead.
  if (files.length === 0) return { zh: '撤下含期满条目的旧版', en: 'Withdraws earlier versions with lapsed entries' }
  const lapsed = files.filter((file) => file.onlyLapsed).length
  const revised = files.filter((file) => file.revision > 1).length - lapsed
  const fresh = files.length - revised - lapsed
  const nameFiles = (count: number) => choosePlural(count, { one: 'file', other: 'files' })
  const zh = [
    fresh > 0 ? `新增${fresh}个文件` : '',
    revised > 0 ? `更正${revised}个文件` : '',
    lapsed > 0 ? `${lapsed}个文件去掉期满条目` : '',
  ]
  const made = [fresh > 0 ? `${fresh} new` : '', revised > 0 ? `${revised} revised` : ''].filter(isGiven)
  const en = [
    made.length > 0 ? `${made.join(', ')} ${nameFiles(fresh + revised)}` : '',
    lapsed > 0 ? `lapsed entries taken out of ${lapsed} ${nameFiles(lapsed)}` : '',
  ]
  return { zh: zh.filter(isGiven).join('，'), en: en.filter(isGiven).join('; ') }
}

function isGiven(part: string): boolean {
  return part !== ''
}

/** What is taken out, in words: 撤下cases/flow：2026-09、2026-10. Many periods are counted: 2023-11至2026-10，36期. */
export function describeWithdrawn(files: readonly PublishedFile[]): LocalText {
  const tables = Map.groupBy(files, (file) => `${file.dataset}/${file.table}`)
  const parts = [...tables].map(([table, same]) => {
    const periods = [...new Set(same.map((file) => file.period))].sort(comparePeriods)
    const [first, last] = [periods[0], periods.at(-1)]
    if (periods.length <= PERIODS_NAMED) return { table, zh: periods.join('、'), en: periods.join(', ') }
    return {
      table,
      zh: `${first}至${last}，${periods.length}期`,
      en: `${first} to ${last}, ${periods.length} periods`,
    }
  })
  return {
    zh: `撤下${parts.map(({ table, zh }) => `${table}：${zh}`).join('；')}`,
    en: `Withdraws ${parts.map(({ table, en }) => `${table}: ${en}`).join('; ')}`,
  }
}

/** More periods than this are counted in a note, not named one by one. */
const PERIODS_NAMED = 4
