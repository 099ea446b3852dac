import { type Company, createCompanies } from './companies.ts'
import { addFiveYearsLessOneDay, dateOf, toDayNumber } from './demo-dates.ts'
import { type Random, randomOf } from './random.ts'

type PermitClass = 'key' | 'simplified' | 'registration'

/** What happens to one permit, as days since 1970. */
export interface PermitLife {
  number: string
  company: Company
  class: PermitClass
  issued: number
  /** Renewals, each with the end of the term before it. */
  renewals: { on: number; previousEnd: number }[]
  changes: number[]
  cancelled: number | null
  revoked: number | null
}

/** Lives go on beyond the last month, so that some applications are still open in it. */
const LAST_DAY = toDayNumber('2027-03-31')
const FIRST_DAY = toDayNumber('2023-11-01')

/** All permits and registrations. The national campaign of 2019–2020 makes 2024–2025 a crest of renewals. */
export function createPermitLives(seed: number): PermitLife[] {
  const random = randomOf(seed, 'permits')
  const lives: PermitLife[] = []
  const holders = createCompanies(random, 300)
  for (const [n, company] of holders.entries()) {
    const kind = kindOf(n)
    const issued = n < OLD_HOLDERS ? drawFirstIssue(random) : random.drawBetween(FIRST_DAY, LAST_DAY)
    const life = simulateLife({ company, class: kind, issued: avoidLeapDay(issued), sequence: 1 }, random)
    lives.push(life)
    const movedDown = kind === 'simplified' && life.cancelled !== null && random.drawChance(0.75)
    if (!movedDown || life.cancelled === null) continue
    const start = avoidLeapDay(life.cancelled)
    lives.push(simulateLife({ company, class: 'registration', issued: start, sequence: 2 }, random))
  }
  revokeSome(lives)
  return lives.toSorted((a, b) => (a.number < b.number ? -1 : 1))
}

/** End of the term that runs on a day. */
export function computeTermEnd(life: PermitLife, day: number): number {
  const last = life.renewals.filter((renewal) => renewal.on <= day).at(-1)
  return addFiveYearsLessOneDay(last ? last.on : life.issued)
}

/** Classes of the old holders and of those that came in the three years, dealt in turn. */
const OLD_CLASSES: readonly PermitClass[] = [
  ...repeatClass('key', 3),
  ...repeatClass('simplified', 4),
  ...repeatClass('registration', 3),
]
const NEW_CLASSES: readonly PermitClass[] = [
  ...repeatClass('key', 1),
  ...repeatClass('simplified', 1),
  ...repeatClass('registration', 6),
]
const OLD_HOLDERS = 232

function kindOf(n: number): PermitClass {
  const dealt = n < OLD_HOLDERS ? OLD_CLASSES : NEW_CLASSES
  return dealt[n % dealt.length] ?? 'registration'
}

function repeatClass(permitClass: PermitClass, count: number): PermitClass[] {
  return Array.from({ length: count }, () => permitClass)
}

function drawFirstIssue(random: Random): number {
  const year = random.pick([
    ['2018', 1],
    ['2019', 3],
    ['2020', 6],
    ['2021', 2],
    ['2022', 1.2],
    ['2023', 0.8],
  ] as const)
  // The campaign ended in September 2020, and most were issued in its last months.
  if (year === '2020' && random.drawChance(0.7))
    return random.drawBetween(toDayNumber('2020-06-15'), toDayNumber('2020-09-30'))
  return random.drawBetween(toDayNumber(`${year}-01-02`), toDayNumber(`${year}-10-30`))
}

function simulateLife(
  born: { company: Company; class: PermitClass; issued: number; sequence: number },
  random: Random,
): PermitLife {
  const { company, issued, sequence } = born
  const letter = born.class === 'registration' ? 'W' : 'P'
  const life: PermitLife = {
    number: `${company.creditCode}${String(sequence).padStart(3, '0')}${letter}`,
    company,
    class: born.class,
    issued,
    renewals: [],
    changes: [],
    cancelled: null,
    revoked: null,
  }
  renewOrEnd(life, random)
  const last = life.cancelled ?? LAST_DAY
  for (let day = issued + random.drawBetween(200, 1500); day < last; day += random.drawBetween(400, 2400)) {
    if (day <= computeTermEnd(life, day)) life.changes.push(day)
  }
  if (life.cancelled === null && random.drawChance(0.05)) cancelMidTerm(life, random)
  return life
}

/** At the end of each term: renewed in time, renewed late, left to expire, or cancelled before. Mutates the life. */
function renewOrEnd(life: PermitLife, random: Random): void {
  for (let end = addFiveYearsLessOneDay(life.issued); end <= LAST_DAY; ) {
    const shrinks = life.class === 'simplified'
    const what = random.pick([
      ['in-time', shrinks ? 5.5 : 8.4],
      ['late', 0.7],
      ['expire', 0.5],
      ['cancel', shrinks ? 5 : 0.6],
    ] as const)
    if (what === 'expire') return
    if (what === 'cancel') {
      life.cancelled = end - random.drawBetween(10, 200)
      return
    }
    const on = avoidLeapDay(what === 'late' ? end + random.drawBetween(9, 75) : end - random.drawBetween(2, 40))
    life.renewals.push({ on, previousEnd: end })
    end = addFiveYearsLessOneDay(on)
  }
}

function cancelMidTerm(life: PermitLife, random: Random): void {
  const from = Math.max(FIRST_DAY, life.issued + 90)
  const day = random.drawBetween(from, LAST_DAY)
  if (day > computeTermEnd(life, day)) return
  life.cancelled = day
  life.renewals = life.renewals.filter((renewal) => renewal.on < day)
  life.changes = life.changes.filter((change) => change < day)
}

/** Three revocations, among permits that run unharmed. Mutates the lives. */
function revokeSome(lives: PermitLife[]): void {
  const days = ['2024-05-21', '2025-03-12', '2026-06-18'].map(toDayNumber)
  const candidates = lives.filter((life) => life.class !== 'registration' && life.cancelled === null)
  for (const [n, day] of days.entries()) {
    const life = candidates.find(
      (candidate, at) => at > n * 25 && candidate.issued < day && computeTermEnd(candidate, day) > day,
    )
    if (!life) throw new Error('no permit left to revoke')
    life.revoked = day
    life.renewals = life.renewals.filter((renewal) => renewal.on < day)
    life.changes = life.changes.filter((change) => change < day)
  }
}

/** A term that starts on 29 February has no plain end five years on. */
function avoidLeapDay(day: number): number {
  return dateOf(day).endsWith('-02-29') ? day - 1 : day
}
