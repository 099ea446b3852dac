import type { Site } from '../compose/site.ts'
import type { Delivery } from '../deliveries/delivery.ts'
import { kindOf } from '../problems/describe-problem.ts'
import { formatCount, formatDay, formatPeriod } from '../text/format.ts'
import type { LocalText } from '../text/local-text.ts'
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

/** How many files of a department or a month came how, each number in words. */
interface QualityRow {
  name: LocalText
  due: LocalText
  onTime: LocalText
  late: LocalText
  missing: LocalText
  refused: LocalText
  repaired: LocalText
  corrected: LocalText
  withdrawn: LocalText
}

/** A rule and how many files it concerned. */
interface RuleCount {
  kind: LocalText
  files: LocalText
}

/** A file of which something was changed after it was published, and the page that says what. */
interface ChangedFile {
  subject: LocalText
  day: LocalText
  path: string
}

interface QualityPage {
  lead: LocalText
  notes: LocalText[]
  departments: QualityRow[]
  /** By the month in which files were due, the newest first. */
  months: QualityRow[]
  refusals: RuleCount[]
  repairs: RuleCount[]
  corrections: ChangedFile[]
  withdrawals: ChangedFile[]
  exceptions: { subject: LocalText; kind: LocalText; reason: string; until: LocalText }[]
}

export function buildQualityFrame(site: Site): Frame {
  return {
    path: '/quality/',
    title: localise((lang) => t(lang, 'quality')),
    description: {
      zh: `${site.settings.area.zh}各部门报来的数据：按时多少，退回多少、为什么，导入时修复了什么，发布后更正和撤下了什么。`,
      en: `Data handed in by the departments of ${site.settings.area.en}: how much came on time, what was refused and why, repaired on import, and corrected or withdrawn after publication.`,
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
    departments: groupByDepartment(site, rows).map(({ names, rows: own }) => countRows(names, own, judged)),
    months: [...Map.groupBy(judged, findMonthDue)]
      .toSorted(([a], [b]) => (a < b ? 1 : -1))
      .map(([month, own]) =>
        countRows(
          localise((lang) => formatPeriod(month, lang)),
          own,
          judged,
        ),
      ),
    refusals: countRules(rows.flatMap(({ errors }) => Object.entries(errors))),
    repairs: countRules(rows.flatMap(({ repairs }) => repairs.map((rule) => [rule, 1] as [string, number]))),
    corrections: listChanged(site, 'corrected'),
    withdrawals: listChanged(site, 'withdrawn'),
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

/** What was due counts where it is on record; what became of a file counts whenever it came. */
function countRows(name: LocalText, rows: readonly Delivery[], judged: readonly Delivery[]): QualityRow {
  const own = rows.filter((row) => judged.includes(row))
  const countInState = (...states: Delivery['state'][]) => own.filter(({ state }) => states.includes(state)).length
  return {
    name,
    due: describeCount(own.length),
    onTime: describeCount(countInState('on-time')),
    late: describeCount(countInState('late')),
    missing: describeCount(countInState('not-reported', 'refused')),
    refused: describeCount(sum(rows.map(({ refusals }) => refusals))),
    repaired: describeCount(rows.filter(({ repairs }) => repairs.length > 0).length),
    corrected: describeCount(sum(rows.map(({ corrections }) => corrections))),
    withdrawn: describeCount(sum(rows.map(({ withdrawals }) => withdrawals))),
  }
}

function describeCount(count: number): LocalText {
  return localise((lang) => formatCount(count, lang))
}

function findMonthDue({ due }: Delivery): string {
  return due !== null && 'day' in due ? due.day.slice(0, 7) : ''
}

function countRules(found: readonly [rule: string, files: number][]): RuleCount[] {
  const counts = new Map<string, number>()
  for (const [rule, files] of found) counts.set(rule, (counts.get(rule) ?? 0) + files)
  return [...counts]
    .toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([rule, files]) => ({ kind: kindOf(rule), files: { zh: `${files}份`, en: pluralise(files, 'file') } }))
}

/** The newest first. */
function listChanged(site: Site, how: 'corrected' | 'withdrawn'): ChangedFile[] {
  return site.deliveries.rows
    .filter((row) => row[how] !== null)
    .toSorted((a, b) => ((a[how] ?? '') < (b[how] ?? '') ? 1 : -1))
    .map((row) => ({
      subject: describeSubject(site, row),
      day: localise((lang) => formatDay(row[how] ?? '', lang)),
      path: listRevisedPeriods(site, row.dataset).length > 0 ? revisionsPathOf(row.dataset) : '/changes/',
    }))
}

function sayScope(count: number, { day, since }: { day: string; since: string | null }): LocalText {
  const from = since ?? day
  return {
    zh: `${formatDay(from, 'zh')}开始记录收件，截至${formatDay(day, 'zh')}可以判断的有${formatCount(count, 'zh')}份。以下都由记录计算，只有份数和次数。`,
    en: `Files have been recorded since ${formatDay(from, 'en')}; by ${formatDay(day, 'en')} it can be said of ${formatCount(count, 'en')} whether they came in time. All of this is computed from the record, in counts only.`,
  }
}

function joinParts(parts: readonly LocalText[]): LocalText {
  const listGiven = (lang: 'zh' | 'en') => parts.map((part) => part[lang]).filter((part) => part !== '')
  return { zh: listGiven('zh').join('，'), en: listGiven('en').join(', ') }
}
