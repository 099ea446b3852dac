import { getLastDay } from '../calendar/period.ts'
import { findPermitStatus, type PermitEvent } from '../codes/permit-status.ts'
import { itemOf, itemsOf } from '../compose/describe-figure.ts'
import { memoisePerSite } from '../compose/once.ts'
import { findLastPeriod, keeperOf, type Site } from '../compose/site.ts'
import { findTable } from '../measure/select.ts'
import type { PublishedRow } from '../store/published-tables.ts'
import { formatDay } from '../text/format.ts'
import type { Lang, LocalText, UiKey } from '../text/local-text.ts'
import { localise, t } from '../text/ui.ts'
import type { Frame } from './page-frame.ts'
import { namePermitStatus } from './permit-status-words.ts'

/** Entries on one plain page of the register. */
export const PAGE_SIZE = 50

/** One entry of the register as it was at the data date. */
export interface Permit {
  number: string
  holder: string
  place: string
  text: Record<string, string>
}

/** The newest snapshot of the register in the order of permit numbers; [] where none is published. */
export const listPermits = memoisePerSite((site): readonly Permit[] => {
  const table = findTable(site.published, 'permits', 'register')
  const month = table?.periods.at(-1)
  if (!table || month === undefined) return []
  return table
    .readRows(month)
    .map(permitOf)
    .toSorted((a, b) => (a.number < b.number ? -1 : 1))
})

function permitOf(row: PublishedRow): Permit {
  const text = { ...row.key, ...row.text }
  const [number, holder, place] = [text.number, text.holder, text.place]
  if (number === undefined || holder === undefined || place === undefined) {
    throw new Error('views: an entry of permits/register lacks number, holder or place')
  }
  return { number, holder, place, text }
}

export function permitPathOf(number: string): string {
  return `/permits/${number.toLowerCase()}/`
}

/** True for an entry that is a registration: it has a number and dates, but is no permit. */
function isRegistration(permit: Permit): boolean {
  return permit.text.class === 'registration'
}

/** Dated actions of a permit, oldest first. */
export function listActions(permit: Permit): { label: LocalText; date: string }[] {
  const names: [string, LocalText][] = [
    isRegistration(permit)
      ? ['first_issued', { zh: '首次登记', en: 'First registered' }]
      : ['first_issued', { zh: '申领（首次发证）', en: 'First issued' }],
    ['changed_on', { zh: '变更', en: 'Changed' }],
    ['renewed_on', { zh: '延续', en: 'Renewed' }],
    ['cancelled_on', { zh: '注销', en: 'Cancelled' }],
    ['revoked_on', { zh: '撤销', en: 'Revoked' }],
  ]
  return names
    .map(([column, label]) => ({ label, date: permit.text[column] ?? '' }))
    .filter((candidate) => candidate.date !== '')
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

export function describeClass(site: Site, permit: Permit): LocalText {
  return labelOf(site, 'class', permit.text.class ?? '')
}

export function describeIndustry(site: Site, permit: Permit): LocalText {
  return labelOf(site, 'industry', permit.text.industry ?? '')
}

/** Status as of the last day of the register's month, never of the reader's clock. */
export function describeStatus(permit: Permit, month: string): LocalText {
  const { valid_from: from, valid_to: to, cancelled_on: cancelled, revoked_on: revoked } = permit.text
  if (from === undefined || to === undefined) throw new Error('views: an entry of permits/register lacks its validity')
  if (permit.text.class === 'registration' && !cancelled && !revoked && to >= getLastDay(month)) {
    return { zh: '已登记', en: 'Registered' }
  }
  return namePermitStatus(findPermitStatus(from, to, getLastDay(month), eventOf(cancelled, revoked)).status)
}

function eventOf(cancelled: string | undefined, revoked: string | undefined): PermitEvent | null {
  if (cancelled) return 'cancelled'
  return revoked ? 'withdrawn' : null
}

function labelOf(site: Site, column: string, code: string): LocalText {
  const contract = site.published.contracts.get('permits')
  if (!contract) throw new Error('views: permits are not published')
  return itemOf(contract, column, code).label
}

/** Street, district: 临月区 某街道. */
export function describePlace(site: Site, code: string): LocalText {
  const chain = site.places
    .listChain(code)
    .filter((place) => place.level !== 'city')
    .toReversed()
  return {
    zh: chain.map((place) => place.names.zh).join(''),
    en: chain
      .toReversed()
      .map((place) => place.names.en)
      .join(', '),
  }
}

/** 水、大气、噪声 in words, those that are yes. */
function describeFactors(permit: Permit, say: (lang: Lang, key: UiKey) => string): LocalText {
  const factors = (['water', 'air', 'noise'] as const).filter((factor) => permit.text[factor] === 'yes')
  return localise((lang) => factors.map((factor) => say(lang, factor)).join(lang === 'zh' ? '、' : ', '))
}

/** What the page of an entry lists of it, by its name in one language. */
export function listPermitFacts(site: Site, permit: Permit, lang: Lang): [name: string, value: string][] {
  const { text, number } = permit
  const month = findRegisterMonth(site)
  const asOf = t(lang, 'asOf', { date: formatDay(getLastDay(month), lang) })
  const status = describeStatus(permit, month)[lang]
  return [
    [t(lang, isRegistration(permit) ? 'registrationNumber' : 'permitNumber'), number],
    [t(lang, 'creditCode'), text.credit_code ?? ''],
    [t(lang, 'status'), lang === 'zh' ? `${status}（${asOf}）` : `${status} (${asOf})`],
    [t(lang, 'class'), describeClass(site, permit)[lang]],
    [t(lang, 'industry'), describeIndustry(site, permit)[lang]],
    [t(lang, 'validFrom'), formatDay(text.valid_from ?? '', lang)],
    [t(lang, 'validTo'), formatDay(text.valid_to ?? '', lang)],
    [t(lang, 'factors'), describeFactors(permit, t)[lang]],
  ]
}

/** By which day the status of an entry is decided, and where to ask about today. */
export function sayStatusDay(site: Site): LocalText {
  const day = getLastDay(findRegisterMonth(site))
  const contract = site.published.contracts.get('permits')
  const keeper = contract ? keeperOf(site, contract) : site.settings.publisher
  return {
    zh: `状态按登记簿的日期（${formatDay(day, 'zh')}）判定，与您打开本页的日期无关；今天是否有效，请向${keeper.zh}查询。`,
    en: `The status is as of the date of the register (${formatDay(day, 'en')}), whenever you open this page; ask ${keeper.en} whether it is valid today.`,
  }
}

export function findRegisterMonth(site: Site): string {
  const month = findLastPeriod(site, 'permits', 'register')
  if (month === null) throw new Error('views: permits/register is not published')
  return month
}

export function buildPermitFrame(site: Site, permit: Permit): Frame {
  const isRegistration = permit.text.class === 'registration'
  return {
    path: permitPathOf(permit.number),
    title: { zh: `${permit.holder} ${permit.number}`, en: `${permit.holder} ${permit.number}` },
    description: {
      zh: `${permit.holder}的${isRegistration ? '排污登记' : '排污许可证'}${permit.number}：${describeClass(site, permit).zh}，${describePlace(site, permit.place).zh}。`,
      en: `${isRegistration ? 'Registration' : 'Discharge permit'} ${permit.number} of ${permit.holder}: ${describeClass(site, permit).en}, ${describePlace(site, permit.place).en}.`,
    },
    crumbs: [{ label: { zh: '许可', en: 'Permits' }, path: '/permits/' }],
    room: 'permits',
    // Permits are records of the index, not pages of it: thousands of numbers would swell it.
    search: null,
  }
}

/** Lists that the register is paged in: everything, each class, each district. Path below `/permits/`. */
export const listRegisterLists = memoisePerSite((site): readonly RegisterList[] => {
  const all = listPermits(site)
  const contract = site.published.contracts.get('permits')
  if (!contract || all.length === 0) return []
  const byClass = Map.groupBy(all, (permit) => permit.text.class ?? '')
  const byDistrict = Map.groupBy(
    all,
    ({ place }) => site.places.listChain(place).find(({ level }) => level === 'district')?.code ?? place,
  )
  return [
    { path: '', label: { zh: '全部', en: 'All' }, permits: all },
    ...itemsOf(contract, 'class').flatMap((item) => {
      const some = byClass.get(item.code)
      return some ? [{ path: `class-${item.code}/`, label: { zh: item.zh, en: item.en }, permits: some }] : []
    }),
    ...[...byDistrict].toSorted().map(([code, some]) => ({
      path: `district-${code}/`,
      label: site.places.get(code)?.names ?? { zh: code, en: code },
      permits: some,
    })),
  ]
})

/** Every page of every list, counted from 1, with how many pages its list has. */
export function listRegisterPages(site: Site): { list: RegisterList; page: number; count: number; path: string }[] {
  return listRegisterLists(site).flatMap((list) => {
    const count = Math.ceil(list.permits.length / PAGE_SIZE)
    return Array.from({ length: count }, (_, index) => {
      return { list, page: index + 1, count, path: registerPathOf(list, index + 1) }
    })
  })
}

/** Below `/permits/`. */
export function registerPathOf(list: RegisterList, page: number): string {
  return `${list.path}${page === 1 ? '' : `page-${page}/`}`
}

interface RegisterList {
  /** Below `/permits/`. */
  path: string
  label: LocalText
  permits: readonly Permit[]
}

/** What a list of the register is called: by its class or district, where it is not the whole. */
export function describeRegister({ path, label }: Pick<RegisterList, 'path' | 'label'>): LocalText {
  if (path === '') return { zh: '排污许可登记簿', en: 'Register of discharge permits' }
  return { zh: `排污许可登记簿：${label.zh}`, en: `Register of discharge permits: ${label.en}` }
}

/** One page of a list of the register, counted from 1. */
export function buildRegisterFrame(site: Site, list: RegisterList, page: number): Frame {
  const title = describeRegister(list)
  const month = findRegisterMonth(site)
  const isFront = list.path === '' && page === 1
  return {
    path: `/permits/${registerPathOf(list, page)}`,
    title:
      page === 1
        ? title
        : {
            zh: `${title.zh}，${t('zh', 'page', { n: page })}`,
            en: `${title.en}, ${t('en', 'page', { n: page }).toLowerCase()}`,
          },
    description: {
      zh: `排污许可证和排污登记，截至${formatDay(getLastDay(month), 'zh')}，可按管理类别和地区查看，每张许可证有自己的页面。`,
      en: `Discharge permits and registrations as of ${formatDay(getLastDay(month), 'en')}, by class and district; every permit has a page.`,
    },
    crumbs: isFront ? [] : [{ label: { zh: '许可', en: 'Permits' }, path: '/permits/' }],
    room: 'permits',
    search: isFront ? { kind: 'page', topic: 'permits', authority: true } : null,
  }
}
