import type { Site } from '../compose/site.ts'
import type { Delivery } from '../deliveries/delivery.ts'
import { kindOf } from '../problems/describe-problem.ts'
import { formatCount, formatDay, formatPeriod } from '../text/format.ts'
import type { LocalText, UiKey } from '../text/local-text.ts'
import { pluralise } from '../text/plural.ts'
import { sum } from '../text/sum.ts'
import { localise, t } from '../text/ui.ts'
import { listDatasets } from './dataset-page.ts'
import {
  describeSubject,
  findRecordStart,
  groupByDepartment,
  isOnRecord,
  NO_TABLE,
  sayNoDepartments,
} from './delivery-words.ts'
import type { Frame } from './page-frame.ts'
import { listRevisedPeriods, revisionsPathOf } from './revisions.ts'
import { treatmentOf } from './treatment.ts'

/** How many files of a department or a month came how, each number in words, in the order of `COUNTS`. */
interface QualityRow {
  name: LocalText
  counts: LocalText[]
}

const COUNTS = [
  'filesDue',
  'filesOnTime',
  'filesLate',
  'filesMissing',
  'filesRefused',
  'filesRepaired',
  'filesCorrected',
  'filesWithdrawn',
] as const

interface QualityTable {
  id: 'departments' | 'months'
  title: LocalText
  /** Of the column of names. */
  head: LocalText
  rows: QualityRow[]
}

/** Rules and how many files each concerned. */
interface RuleList {
  id: 'refused' | 'repaired'
  title: LocalText
  rules: { kind: LocalText; files: LocalText }[]
}

/** Files of which something was changed after they were published, and the page that says what. */
interface ChangeList {
  id: 'corrected' | 'withdrawn'
  title: LocalText
  files: { subject: LocalText; change: LocalText; path: string }[]
}

/** Lists and tables without an entry are left out. */
interface QualityPage {
  lead: LocalText
  notes: LocalText[]
  /** Heads of the columns of counts, the same in both tables. */
  heads: LocalText[]
  tables: QualityTable[]
  rules: RuleList[]
  changes: ChangeList[]
  exceptions: { subject: LocalText; kind: LocalText; reason: string; until: LocalText }[]
}

export function buildQualityFrame(site: Site): Frame {
  return {
    path: '/quality/',
    title: localise((lang) => t(lang, 'quality')),
    description: {
      zh: `${site.settings.area.zh}各部门报来的数据：按时多少，退回多少、为什么，导入时修复了什么，发布后更正和撤下了什么。`,
      en: `Data handed in by the departments of ${site.settings.area.en}: how much arrived on time, and what was refused and why, repaired on import, and corrected or withdrawn after publication.`,
    },
    crumbs: [{ label: localise((lang) => t(lang, 'data')), path: '/data/' }],
    room: 'data',
    search: { kind: 'page', authority: true },
  }
}

export function buildQuality(site: Site): QualityPage {
  const { day, rows } = site.deliveries
  const since = findRecordStart(rows)
  const judged = rows.filter((row) => isOnRecord(row, since) && row.state !== 'not-due' && row.state !== 'unjudged')
  const noDepartments = sayNoDepartments(site)
  return {
    lead: day === null ? NO_TABLE : sayScope(judged.length, { day, since }),
    notes: noDepartments ? [noDepartments] : [],
    heads: COUNTS.map(sayBoth),
    tables: listTables(site, judged),
    rules: listRules(rows),
    changes: [listChanges(site, 'corrected'), listChanges(site, 'withdrawn')].filter(({ files }) => files.length > 0),
    exceptions: listDatasets(site).flatMap((contract) =>
      treatmentOf(site, contract).accepted.map(({ kind, where, subject, reason, until }) => ({
        subject: joinParts([contract.title, where, subject]),
        kind,
        reason,
        until,
      })),
    ),
  }
}

function sayBoth(key: UiKey): LocalText {
  return localise((lang) => t(lang, key))
}

/** By department, and by the month in which files were due, the newest first. */
function listTables(site: Site, judged: readonly Delivery[]): QualityTable[] {
  const months = [...Map.groupBy(judged, findMonthDue)].toSorted(([a], [b]) => (a < b ? 1 : -1))
  const tables: QualityTable[] = [
    {
      id: 'departments',
      title: sayBoth('byDepartment'),
      head: sayBoth('department'),
      rows: groupByDepartment(site, site.deliveries.rows).map(({ names, rows }) => countRows(names, rows, judged)),
    },
    {
      id: 'months',
      title: sayBoth('byMonthDue'),
      head: sayBoth('monthDue'),
      rows: months.map(([month, rows]) => {
        const name = localise((lang) => formatPeriod(month, lang))
        return countRows(name, rows, judged)
      }),
    },
  ]
  return tables.filter(({ rows }) => rows.length > 0)
}

function listRules(rows: readonly Delivery[]): RuleList[] {
  const refused = rows.flatMap(({ errors }) => Object.entries(errors))
  const repaired = rows.flatMap(({ repairs }) => repairs.map((rule) => [rule, 1] as [string, number]))
  const lists: RuleList[] = [
    { id: 'refused', title: sayBoth('refusedByRule'), rules: countRules(refused) },
    { id: 'repaired', title: sayBoth('repairedByRule'), rules: countRules(repaired) },
  ]
  return lists.filter(({ rules }) => rules.length > 0)
}

/** What was due counts where it is on record; what became of a file counts whenever it came. */
function countRows(name: LocalText, rows: readonly Delivery[], judged: readonly Delivery[]): QualityRow {
  const own = rows.filter((row) => judged.includes(row))
  const countInState = (...states: Delivery['state'][]) => own.filter(({ state }) => states.includes(state)).length
  const counts = {
    filesDue: own.length,
    filesOnTime: countInState('on-time'),
    filesLate: countInState('late'),
    filesMissing: countInState('not-reported', 'refused'),
    filesRefused: sum(rows.map(({ refusals }) => refusals)),
    filesRepaired: rows.filter(({ repairs }) => repairs.length > 0).length,
    filesCorrected: sum(rows.map(({ corrections }) => corrections)),
    filesWithdrawn: sum(rows.map(({ withdrawals }) => withdrawals)),
  }
  return { name, counts: COUNTS.map((id) => describeCount(counts[id])) }
}

function describeCount(count: number): LocalText {
  return localise((lang) => formatCount(count, lang))
}

function findMonthDue({ due }: Delivery): string {
  return due !== null && 'day' in due ? due.day.slice(0, 7) : ''
}

function countRules(found: readonly [rule: string, files: number][]): RuleList['rules'] {
  const counts = new Map<string, number>()
  for (const [rule, files] of found) counts.set(rule, (counts.get(rule) ?? 0) + files)
  return [...counts]
    .toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([rule, files]) => ({ kind: kindOf(rule), files: { zh: `${files}份`, en: pluralise(files, 'file') } }))
}

/** The newest first. */
function listChanges(site: Site, id: ChangeList['id']): ChangeList {
  const said = id === 'corrected' ? 'correctedOn' : 'withdrewOn'
  const files = site.deliveries.rows
    .filter((row) => row[id] !== null)
    .toSorted((a, b) => ((a[id] ?? '') < (b[id] ?? '') ? 1 : -1))
    .map((row) => ({
      subject: describeSubject(site, row),
      change: localise((lang) => t(lang, said, { date: formatDay(row[id] ?? '', lang) })),
      path: listRevisedPeriods(site, row.dataset).length > 0 ? revisionsPathOf(row.dataset) : '/changes/',
    }))
  return { id, title: sayBoth(id === 'corrected' ? 'correctedAfter' : 'withdrawnAfter'), files }
}

function sayScope(count: number, { day, since }: { day: string; since: string | null }): LocalText {
  const from = since ?? day
  return {
    zh: `${formatDay(from, 'zh')}开始记录收件，截至${formatDay(day, 'zh')}可以判断的有${formatCount(count, 'zh')}份。以下都由记录计算，只有份数和次数。`,
    en: `Files have been recorded since ${formatDay(from, 'en')}; by ${formatDay(day, 'en')} ${formatCount(count, 'en')} of them can be judged on time or late. All of this is computed from the record, as counts only.`,
  }
}

function joinParts(parts: readonly LocalText[]): LocalText {
  const listGiven = (lang: 'zh' | 'en') => parts.map((part) => part[lang]).filter((part) => part !== '')
  return { zh: listGiven('zh').join('，'), en: listGiven('en').join(', ') }
}
