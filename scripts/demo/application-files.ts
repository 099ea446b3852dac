import { dateOf, getMonthEnd, getMonthStart, MONTHS } from './demo-dates.ts'
import { encodeUtf8 } from './encode.ts'
import { CLASS_WORDS } from './permit-files.ts'
import type { PermitLife } from './permit-lives.ts'
import { type Random, randomOf } from './random.ts'

const HEADER =
  '申请编号,许可证编号,办理事项,管理类别,所在街道,申请日期,受理日期,审查完成日期,决定日期,审批结果,发证（办结）日期,补正天数'

/** The office changed its system and has not handed these months in yet: the site shows them as not reported. */
const LATE_MONTHS = ['2026-01', '2026-02']

type Action = '申领' | '变更' | '延续' | '注销' | '撤销'

interface Application {
  number: string
  life: PermitLife
  action: Action
  applied: number
  accepted: number
  reviewed: number
  decided: number
  issued: number | null
  supplementDays: number
}

/** One row an application, derived backwards from the day on which the register changed. */
export function buildApplicationFiles(lives: readonly PermitLife[], seed: number): Map<string, Uint8Array> {
  const random = randomOf(seed, 'applications')
  const all = numberApplications(
    lives.filter((life) => life.class !== 'registration').flatMap((life) => applicationsOf(life, random)),
  )
  const files = new Map<string, Uint8Array>()
  for (const month of MONTHS) {
    if (LATE_MONTHS.includes(month)) continue
    const [first, last] = [getMonthStart(month) / 1440, getMonthEnd(month) / 1440 - 1]
    const there = all.filter(
      (application) => application.applied <= last && (application.issued ?? application.decided) >= first,
    )
    files.set(
      `raw/permit-applications/${month}.csv`,
      encodeUtf8([HEADER, ...there.map((application) => lineOf(application, last))]),
    )
  }
  return files
}

function applicationsOf(life: PermitLife, random: Random): Application[] {
  const found = [createApplication(life, '申领', life.issued, random)]
  for (const renewal of life.renewals) found.push(createApplication(life, '延续', renewal.on, random))
  for (const change of life.changes) found.push(createApplication(life, '变更', change, random))
  if (life.cancelled !== null) found.push(createApplication(life, '注销', life.cancelled, random))
  if (life.revoked !== null) found.push(createApplication(life, '撤销', life.revoked, random))
  // Now and then a change is refused first and asked for again.
  if (life.changes[0] !== undefined && random.drawChance(0.12)) {
    const refused = createApplication(life, '变更', life.changes[0] - random.drawBetween(40, 90), random)
    if (refused.applied > life.issued) found.push({ ...refused, issued: null })
  }
  return found
}

const REVIEW_DAYS: Record<Action, readonly [number, number]> = {
  申领: [9, 24],
  变更: [3, 11],
  延续: [6, 17],
  注销: [1, 5],
  撤销: [14, 40],
}

function createApplication(life: PermitLife, action: Action, issued: number, random: Random): Application {
  const slow = life.company.place.code.startsWith('990102') ? 1.35 : 1
  const [low, high] = REVIEW_DAYS[action]
  const asksForPapers = action !== '注销' && action !== '撤销' && random.drawChance(life.class === 'key' ? 0.34 : 0.22)
  const supplementDays = asksForPapers ? random.drawBetween(3, 26) : 0
  const decided = issued - random.drawBetween(0, 4)
  const reviewed = decided - random.drawBetween(1, 6)
  const accepted = reviewed - Math.round(random.drawBetween(low, high) * slow) - supplementDays
  const applied = accepted - random.drawBetween(0, 4)
  return { number: '', life, action, applied, accepted, reviewed, decided, issued, supplementDays }
}

/** Numbers by day of application: `SQ2025070012`. */
function numberApplications(all: readonly Application[]): Application[] {
  const order = all.toSorted((a, b) => a.applied - b.applied || (a.life.number < b.life.number ? -1 : 1))
  const counts = new Map<string, number>()
  return order.map((application) => {
    const month = dateOf(application.applied).slice(0, 7).replace('-', '')
    const count = (counts.get(month) ?? 0) + 1
    counts.set(month, count)
    return { ...application, number: `SQ${month}${String(count).padStart(4, '0')}` }
  })
}

/** An application as it was on a day. */
function lineOf(application: Application, day: number): string {
  const formatOn = (date: number | null) => (date !== null && date <= day ? dateOf(date) : '')
  const known = application.action !== '申领' || (application.issued !== null && application.issued <= day)
  const verdict = application.issued === null ? '不予' : '准予'
  const result = application.decided <= day ? verdict : ''
  const days = application.reviewed <= day ? application.supplementDays : 0
  return [
    application.number,
    known ? application.life.number : '',
    application.action,
    CLASS_WORDS[application.life.class],
    application.life.company.place.zh,
    formatOn(application.applied),
    formatOn(application.accepted),
    formatOn(application.reviewed),
    formatOn(application.decided),
    result,
    formatOn(application.issued),
    days,
  ].join()
}
