import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main as publish } from '../../../scripts/publish.ts'
import { openSite } from '../../../src/compose/open-site.ts'
import { toPlainText } from '../../../src/compose/rich.ts'
import type { Report } from '../../../src/compose/section.ts'
import type { Site } from '../../../src/compose/site.ts'
import { LANGS } from '../../../src/text/local-text.ts'
import { buildComparePage } from '../../../src/views/compare/compare-page.ts'
import { comparePathOf, listPairs } from '../../../src/views/compare/compared-sides.ts'
import { buildHome } from '../../../src/views/home-page.ts'
import { buildPlaceReport } from '../../../src/views/place-page.ts'
import { buildReport } from '../../../src/views/report-page.ts'
import { buildSearchRecords } from '../../../src/views/search-records.ts'
import { buildTopicReport } from '../../../src/views/topic-page.ts'
import { printComparison } from '../../views/printed-comparison.ts'
import { printReport } from '../../views/printed-report.ts'
import { runScript, withPortal } from '../with-portal.ts'

const FIRST = ['--yes', '--today', '2026-11-20', '--note-zh', '首次发布', '--note-en', 'First release']
const CONTRACT = 'data/contracts/street-lamps.ts'
const NEWEST = 'data/raw/street-lamps/2026-10.csv'

/** The rooms of a portal as text, each as a reader of either language meets it. */
function printRooms(site: Site): Record<'bulletin' | 'place' | 'topic' | 'home' | 'compare', string> {
  const home = buildHome(site)
  const front: Report = { lead: home.lead, sections: [] }
  const topics = LANGS.map((lang) => toPlainText(home.topics.lamps?.[lang] ?? []))
  return {
    bulletin: printReport(buildReport(site, '2026-10')),
    place: printReport(buildPlaceReport(site, '990201')),
    topic: printReport(buildTopicReport(site, { id: 'lamps' })),
    compare: listPairs(site)
      .map((pair) => `${comparePathOf(pair)}\n${printComparison(buildComparePage(site, pair))}`)
      .join('\n'),
    home: [printReport(front), ...topics, ...home.figures.map(({ title }) => title.zh)].join('\n'),
  }
}

async function openRooms(folder: string): Promise<{ site: Site; rooms: ReturnType<typeof printRooms> }> {
  const run = await runScript(publish, folder, FIRST)
  expect(run.code, run.out + run.err).toBe(0)
  const [data, content] = [join(folder, 'data'), join(folder, 'content')]
  const site = await openSite({ data, published: join(data, 'published'), content })
  return { site, rooms: printRooms(site) }
}

async function change(folder: string, path: string, edits: readonly (readonly [string, string])[]): Promise<void> {
  let text = await readFile(join(folder, path), 'utf8')
  for (const [from, to] of edits) {
    expect(text).toContain(from)
    text = text.replace(from, to)
  }
  await writeFile(join(folder, path), text)
}

test('a contract of the portal’s own, without code, is in every room and in search, in both languages', () =>
  withPortal(['small'], async (folder) => {
    const { site, rooms } = await openRooms(folder)
    for (const [room, text] of Object.entries(rooms)) {
      await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'rooms', `${room}.txt`))
    }
    const found = buildSearchRecords(site).filter(({ topic }) => topic === 'lamps')
    expect(found.map(({ lang, kind, url }) => `${lang} ${kind} ${url}`)).toContain(
      'en figure /en/topics/lamps/#street-lamps-lamps-lamps-end-over-time',
    )
    expect(new Set(found.map(({ lang }) => lang))).toEqual(new Set(LANGS))
  }))

test('a measure, a table and an item of a list that are added there change those pages', () =>
  withPortal(['small'], async (folder) => {
    const before = (await openRooms(folder)).rooms
    await withPortal(['small'], async (other) => {
      await change(other, CONTRACT, [
        ["{ code: 'sodium'", "{ code: 'halogen', zh: '卤素灯', en: 'Halogen' },\n          { code: 'sodium'"],
        [
          '    dark: { type',
          "    repaired: { type: { kind: 'integer', min: 0 }, names: { zh: '修复', en: 'Repaired' }, privacy: 'count', absent: true },\n    dark: { type",
        ],
        [
          '        dark: {\n',
          "        repaired: { names: { zh: '修复盏数', en: 'Repaired lamps' }, unit: '', sum: 'repaired' },\n        dark: {\n",
        ],
        [
          '  tables: {\n',
          `  tables: {
    kinds: {
      title: { zh: '按光源', en: 'By light' },
      kind: 'figures',
      dimensions: [{ column: 'light' }],
      measures: { lamps: { names: { zh: '总盏数', en: 'Lamps in all' }, unit: '', sum: 'lamps_end' } },
    },
`,
        ],
      ])
      await writeFile(
        join(other, NEWEST),
        `所在区,光源,月初盏数,新装,拆除,月末盏数,熄灭盏数,修复,巡查日期,巡查人,备注
东湾区,LED,1270,60,0,1330,16,7,2026-10-30,巡查员甲,
东湾区,钠灯,730,0,60,670,18,5,2026-10-30,巡查员甲,
东湾区,卤素灯,0,30,0,30,1,0,2026-10-30,巡查员甲,
西岭区,LED,650,20,0,670,8,2,2026-10-29,巡查员乙,
西岭区,钠灯,0,0,0,0,0,0,2026-10-29,巡查员乙,
西岭区,卤素灯,0,0,0,0,0,0,2026-10-29,巡查员乙,
`,
      )
      const after = (await openRooms(other)).rooms
      for (const text of [after.bulletin, after.place, after.topic, after.home]) {
        expect(text).toContain('卤素灯')
        expect(text).toContain('Halogen')
      }
      for (const text of [after.bulletin, after.place, after.topic]) expect(text).toContain('Repaired lamps')
      expect(after.topic).toContain('总盏数')
      expect(Object.values(before).join('\n')).not.toMatch(/卤素灯|Repaired lamps|总盏数/)
    })
  }))

test('what a contract declares goes before what is derived', () =>
  withPortal(['small'], async (folder) => {
    await change(folder, CONTRACT, [
      [
        '  key: [',
        `  presentation: {
    name: { zh: '公共照明', en: 'Public lighting' },
    headline: [
      {
        table: 'lamps',
        measure: 'installed',
        where: { light: 'led' },
        better: 'higher',
        verb: { zh: '新装LED', en: { one: 'was installed', other: 'were installed' } },
      },
      { table: 'lamps', measure: 'lit_rate', where: { light: 'sodium' }, better: 'higher' },
    ],
    figures: [{ id: 'lit', kind: 'tiles', table: 'lamps', measure: 'lit_rate', where: { light: 'sodium' }, worse: 'low' }],
    rooms: ['bulletin', 'home'],
  },
  key: [`,
      ],
    ])
    const { site } = await openRooms(folder)
    const report = buildReport(site, '2026-10')
    const readText = (lang: 'zh' | 'en') =>
      toPlainText([...report.lead[lang], ...(report.sections.at(-2)?.say?.[lang] ?? [])])
    expect(readText('zh')).toContain('2026年10月石榴市新装LED80盏，比上月增加35盏。')
    expect(readText('zh')).toContain(
      '2026年10月石榴市亮灯率（钠灯）为97.3%（亮灯盏数652÷月末盏数670），与上月大致持平。',
    )
    expect(readText('en')).toContain('In October 2026, 80 lamps were installed in Shiliu, up 35 on the month before.')
    expect(readText('en')).toContain(
      'Lit rate (Sodium) in Shiliu was 97.3% in October 2026 (lit lamps 652 ÷ lamps at end 670), about the same as the month before.',
    )
    expect(report.sections.at(-2)?.figures.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['street-lamps-lit tiles'])
    expect(buildPlaceReport(site, '990201').sections).toEqual([])
  }))

test('a dataset that is switched off is in no room, no search and no download', () =>
  withPortal(['small'], async (folder) => {
    await change(folder, 'content/site.yaml', [
      ['topics: [lamps]', 'datasets: { satisfaction: { shown: false } }\ntopics: [lamps]'],
    ])
    const { site, rooms } = await openRooms(folder)
    expect(Object.values(rooms).join('\n')).not.toMatch(/满意|satisf/i)
    expect(site.contracts.has('satisfaction')).toBe(false)
    expect(site.published.releases.flatMap(({ files }) => files.map(({ dataset }) => dataset))).not.toContain(
      'satisfaction',
    )
    expect(JSON.stringify(buildSearchRecords(site))).not.toMatch(/satisf/i)
  }))

test('a declared figure that leaves a dimension open is named, and nothing is built', () =>
  withPortal(['small'], async (folder) => {
    await change(folder, 'content/topics/lamps/zh.mdx', [['    where: { light: led }\n', '']])
    await expect(openRooms(folder)).rejects.toMatchObject({
      problems: [{ rule: 'content-key-missing', columnName: 'lit-rate.where.light' }],
    })
  }))
