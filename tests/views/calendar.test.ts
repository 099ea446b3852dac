import { describe, expect, test } from 'vitest'
import type { Site } from '../../src/compose/site.ts'
import type { Delivery } from '../../src/deliveries/delivery.ts'
import { renderCalendar } from '../../src/views/calendar-file.ts'
import { buildCalendar } from '../../src/views/calendar-page.ts'
import { buildQuality } from '../../src/views/quality-page.ts'
import { departmentsOf } from '../portal/list-texts.ts'
import { CITY, PLACES, SETTINGS } from './city.ts'
import { ON_TIME as delivery } from './on-time-delivery.ts'

const satisfaction = { ...delivery, dataset: 'satisfaction', department: 'government-hotline' }
const nothing = { received: null, accepted: null, released: null, release: null }

const ROWS: Delivery[] = [
  { ...delivery, period: '2026-05', due: { day: '2026-06-05' }, state: 'before-record', received: '2026-06-22' },
  delivery,
  { ...delivery, period: '2026-07', due: { day: '2026-08-07' }, state: 'late', received: '2026-08-17', daysLate: 10 },
  { ...delivery, ...nothing, period: '2026-08', due: { day: '2026-09-07' }, state: 'not-due' },
  {
    ...satisfaction,
    refusals: 2,
    errors: { 'value-unlisted': 2, 'number-format': 1 },
    accepted: '2026-07-09',
    repairs: ['place-alias'],
    withdrawals: 1,
    withdrawn: '2026-08-28',
    tables: 0,
  },
  { ...satisfaction, ...nothing, period: '2026-07', due: { day: '2026-08-14' }, state: 'not-reported', daysLate: 17 },
  { ...satisfaction, ...nothing, period: '2026-12', due: { unpublished: 2027 }, state: 'unjudged' },
  {
    ...delivery,
    period: '2026-04',
    corrections: 1,
    corrected: '2026-08-20',
    state: 'before-record',
    received: '2026-06-22',
    due: { day: '2026-05-05' },
  },
]
const DEPARTMENTS =
  'id,name_zh,name_en,aliases,places\ncity-operations,城运中心,Operations,,\ngovernment-hotline,热线中心,Hotline,,\n'
const site: Site = {
  ...CITY,
  departments: departmentsOf(DEPARTMENTS, PLACES).departments,
  deliveries: { day: '2026-08-31', rows: ROWS, path: 'deliveries.3.csv' },
}
const none: Site = { ...CITY, deliveries: { day: null, rows: [], path: null } }

describe('the calendar', () => {
  const page = buildCalendar(site)

  test('says how many files came how, since when and as of which day', () => {
    expect(page.lead).toEqual({
      zh: '截至2026年8月31日：2份按时，1份迟报，1份未报。收件记录自2026年6月22日起。',
      en: 'As of 31 August 2026: 2 on time, 1 late, 1 not reported. Files have been recorded since 22 June 2026.',
    })
    expect(page.notes).toEqual([])
  })

  test('lists each department’s files by their due day, the newest first, and counts what was there before', () => {
    expect(
      page.departments.map(({ names, rows, before }) => [
        names.zh,
        rows.map(({ subject, due, state, isLate }) => `${subject.zh} ${due.zh} ${state.zh}${isLate ? '!' : ''}`),
        before?.en ?? null,
      ]),
    ).toEqual([
      [
        '城运中心',
        ['2026年7月网格事件 2026年8月7日 迟报10天!', '2026年6月网格事件 2026年7月7日 按时'],
        '2 more files were received before the record began on 22 June 2026; the day of receipt was not recorded.',
      ],
      [
        '热线中心',
        ['2026年7月回访满意度 2026年8月14日 未报，已逾期17天!', '2026年6月回访满意度 2026年7月7日 按时'],
        null,
      ],
    ])
  })

  test('says of a file of which nothing is public any more that it was withdrawn', () => {
    const released = page.departments.map(({ rows }) => rows.map(({ released }) => released.zh))
    expect(released[1]).toEqual(['—', '2026年7月20日，2026年8月28日撤下'])
  })

  test('lists what is due next, an unknown day last and with its reason', () => {
    expect(page.upcoming.map(({ subject, due }) => `${subject.en}: ${due.en}`)).toEqual([
      'Grid cases, August 2026: 7 September 2026',
      'Satisfaction with handling, December 2026: the holidays of 2027 are not yet published',
    ])
  })

  test('where nothing can be judged, that is said, and what came since is listed all the same', () => {
    const unjudged = { ...delivery, due: { beforeTable: 2026 }, state: 'unjudged' as const }
    const rows = [unjudged, { ...unjudged, period: '2026-07', received: '2026-08-05' }]
    const page = buildCalendar({ ...site, deliveries: { day: '2026-08-31', rows, path: null } })
    expect(page.lead.zh).toBe('截至2026年8月31日，还没有一份文件可以判断是否按时。')
    expect(
      page.departments.map(({ rows: own, before }) => [
        own.map(({ due, state }) => `${due.en}: ${state.en}`),
        before?.zh,
      ]),
    ).toEqual([
      [
        ['the holidays of 2026 are not in the list: not judged'],
        '另有1份在收件记录开始（2026年7月6日）前已经到了，哪天到的没有记录。',
      ],
    ])
  })

  test('a portal without departments, or without a record, says so', () => {
    expect(buildCalendar({ ...CITY, deliveries: site.deliveries }).notes[0]?.zh).toContain('本站没有部门名单')
    expect(buildCalendar(none).lead.zh).toContain('发布记录里还没有收件情况')
    expect([buildCalendar(none).hasFile, buildQuality(none).lead]).toEqual([false, buildCalendar(none).lead])
  })
})

describe('data quality', () => {
  const page = buildQuality(site)
  const shorten = (id: string) =>
    page.tables
      .find((table) => table.id === id)
      ?.rows.map(({ name, counts }) => [name.en, ...counts.map(({ en }) => en)].join(' '))

  test('counts files by department and by the month in which they were due', () => {
    expect(page.heads.map(({ en }) => en).join(', ')).toBe(
      'Due, On time, Late, Missing, Refused, Repaired, Corrected, Withdrawn',
    )
    expect(shorten('departments')).toEqual(['Operations 2 1 1 0 0 0 1 0', 'Hotline 2 1 0 1 2 1 0 1'])
    expect(shorten('months')).toEqual(['August 2026 2 0 1 1 0 0 0 0', 'July 2026 2 2 0 0 2 1 0 1'])
  })

  test('names rules with numbers of files, and what was corrected and withdrawn when', () => {
    const [refused, repaired] = page.rules
    expect(refused?.rules.map(({ kind, files }) => `${kind.zh} ${files.zh} ${files.en}`)).toMatchInlineSnapshot(`
      [
        "某列的值不在代码表内 2份 2 files",
        "某列不是数字 1份 1 file",
      ]
    `)
    expect(repaired?.rules.map(({ files }) => files.en)).toEqual(['1 file'])
    const files = page.changes.flatMap((list) => list.files)
    const changed = files.map(({ subject, change }) => `${subject.en}: ${change.en}`)
    expect(changed).toEqual([
      'Grid cases, April 2026: corrected on 20 August 2026',
      'Satisfaction with handling, June 2026: withdrawn on 28 August 2026',
    ])
  })
})

describe('the calendar file', () => {
  test('is an iCalendar whose lines end with CRLF and have 75 octets at most', () => {
    const text = renderCalendar(
      { ...site, settings: { ...SETTINGS, url: 'https://data.example.gov.cn' } },
      'zh',
      '/foo/',
    )
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const lines = text.split('\r\n')
    expect(lines.filter((line) => /[\r\n]/.test(line) || Buffer.byteLength(line) > 75)).toEqual([])
    expect(text).not.toContain('\uFFFD')
    expect(text.replaceAll('\r\n ', '').split('\r\n')).toMatchInlineSnapshot(`
      [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Mingge//Due dates//ZH",
        "CALSCALE:GREGORIAN",
        "NAME:云锦市数据报送日历",
        "X-WR-CALNAME:云锦市数据报送日历",
        "URL:https://data.example.gov.cn/foo/calendar/",
        "BEGIN:VEVENT",
        "UID:cases.2026-06.ebpckabmpkcafbkb",
        "DTSTAMP:20260831T000000Z",
        "DTSTART;VALUE=DATE:20260707",
        "SUMMARY:2026年6月网格事件：按时",
        "DESCRIPTION:城运中心\\n期末后5个工作日内\\n2026年7月6日收到\\n2026年7月20日发布",
        "URL:https://data.example.gov.cn/foo/data/cases/",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:cases.2026-07.ebpckabmpkcafbkb",
        "DTSTAMP:20260831T000000Z",
        "DTSTART;VALUE=DATE:20260807",
        "SUMMARY:2026年7月网格事件：迟报10天",
        "DESCRIPTION:城运中心\\n期末后5个工作日内\\n2026年8月17日收到\\n2026年7月20日发布",
        "URL:https://data.example.gov.cn/foo/data/cases/",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:cases.2026-08.ebpckabmpkcafbkb",
        "DTSTAMP:20260831T000000Z",
        "DTSTART;VALUE=DATE:20260907",
        "SUMMARY:2026年8月网格事件：应报",
        "DESCRIPTION:城运中心\\n期末后5个工作日内",
        "URL:https://data.example.gov.cn/foo/data/cases/",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:satisfaction.2026-06.ebpckabmpkcafbkb",
        "DTSTAMP:20260831T000000Z",
        "DTSTART;VALUE=DATE:20260707",
        "SUMMARY:2026年6月回访满意度：按时",
        "DESCRIPTION:热线中心\\n期末后10个工作日内\\n2026年7月6日收到\\n2026年7月20日发布\\n2026年8月28日撤下",
        "URL:https://data.example.gov.cn/foo/data/satisfaction/",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:satisfaction.2026-07.ebpckabmpkcafbkb",
        "DTSTAMP:20260831T000000Z",
        "DTSTART;VALUE=DATE:20260814",
        "SUMMARY:2026年7月回访满意度：未报，已逾期17天",
        "DESCRIPTION:热线中心\\n期末后10个工作日内",
        "URL:https://data.example.gov.cn/foo/data/satisfaction/",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
      ]
    `)
  })

  test('is the same bytes for the same table, an identity an event', () => {
    expect(renderCalendar(site, 'en', '/')).toBe(renderCalendar(site, 'en', '/'))
    const uids = [...renderCalendar(site, 'en', '/').matchAll(/^UID:(.*)$/gm)].map(([, uid]) => uid)
    expect(new Set(uids).size).toBe(5)
    // No e-mail address and no run of digits that could be a telephone number.
    expect(uids.join('\n')).not.toMatch(/@|\d{5}/)
  })
})
