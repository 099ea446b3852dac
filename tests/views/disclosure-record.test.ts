import { expect, test } from 'vitest'
import { toPlainText } from '../../src/compose/rich.ts'
import type { Site } from '../../src/compose/site.ts'
import { describeArticle, listDisclosure } from '../../src/views/disclosure-record.ts'
import { listFooterItems } from '../../src/views/footer.ts'
import { listPageTags } from '../../src/views/page-tags.ts'
import { buildReportFrame, composeMonthLead } from '../../src/views/report-page.ts'
import { CITY, SETTINGS } from './city.ts'

const withSettings = (more: Partial<Site['settings']>): Site => ({ ...CITY, settings: { ...SETTINGS, ...more } })
const printAll = (site: Site, head: Parameters<typeof listDisclosure>[2]['head'], lang: 'zh' | 'en' = 'zh') =>
  listDisclosure(site, '2026-10', { lang, head }).map(({ label, text }) => `${label}：${text}`)

test('a composed bulletin states what the releases give, and nothing else', () => {
  const [issuer, written, published, ...others] = printAll(CITY, {})
  expect(issuer).toBe('发文机关：云锦市数据公开办公室')
  expect([written, published].map((line) => line?.replace(/\d+/g, 'N'))).toEqual([
    '成文日期：N年N月N日',
    '发布日期：N年N月N日',
  ])
  expect(others).toEqual([])
  // Its abstract is its lead, as the description of the page.
  expect(buildReportFrame(CITY, '2026-10').description.zh).toBe(toPlainText(composeMonthLead(CITY, '2026-10').zh))
})

test('what the portal and the head state is printed in the order of the forms', () => {
  const site = withSettings({
    disclosure: {
      subject: { zh: '城市管理', en: 'City management' },
      openness: 'proactive',
      contact: { zh: '服务台', en: 'Desk' },
    },
  })
  const head = {
    index: '123456789/2026-00012',
    documentNumber: '云数发[2026]12号',
    writtenOn: '2026-11-05',
    publishedOn: '2026-11-06',
    validity: 'in-force',
    abstract: '概述。',
    keywords: ['网格', '满意度'],
    editor: '张编',
  } as const
  expect(printAll(site, head)).toEqual([
    '索引号：123456789/2026-00012',
    '主题分类：城市管理',
    '发文机关：云锦市数据公开办公室',
    '文号：云数发〔2026〕12号',
    '成文日期：2026年11月5日',
    '发布日期：2026年11月6日',
    '有效性：有效',
    '公开方式：主动公开',
    '关键词：网格；满意度',
    '内容概述：概述。',
    '责任编辑：张编',
    '联系方式：服务台',
  ])
  expect(printAll(site, head, 'en')).toContain('Disclosed：on the office’s own initiative')
})

test('a page says which site, column and article it is, as far as that is stated', () => {
  const site = withSettings({ url: 'https://data.example.gov.cn', formalities: { siteCode: '3200000000' } })
  const article = describeArticle(site, '2026-10', { lang: 'zh', head: { publishedOn: '2026-11-06' } })
  const tags = listPageTags(site, buildReportFrame(site, '2026-10'), { lang: 'zh', article })
  expect(tags.map(({ name, content }) => `${name}=${content}`)).toEqual([
    'SiteName=明格 · 云锦市',
    'SiteDomain=data.example.gov.cn',
    'SiteIDCode=3200000000',
    'ColumnName=公报',
    'ArticleTitle=2026年10月云锦市城市运行公报',
    'PubDate=2026-11-06',
    'ContentSource=云锦市数据公开办公室',
  ])
})

test('a demonstration lists the filings that it has not; another site prints what it has', () => {
  expect(listFooterItems(CITY, 'zh').map(({ label, text }) => `${label}：${text}`)).toEqual([
    '演示站点，无下列各项：开办审批、党政机关网站标识、网站标识码、ICP备案号、公安备案号',
  ])
  const filed = withSettings({ formalities: { icp: '苏ICP备12345678号' } })
  expect(listFooterItems(filed, 'en').map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'ICP filing: 苏ICP备12345678号',
    'None of these, as this is a demonstration site: Approval; Mark of party and government sites; Site code; Police filing',
  ])
  const { demonstration: _, ...settings } = SETTINGS
  const site = { ...CITY, settings: { ...settings, formalities: { icp: '苏ICP备12345678号' } } }
  expect(listFooterItems(site, 'en')).toEqual([
    { label: 'ICP filing', text: '苏ICP备12345678号', url: 'https://beian.miit.gov.cn/' },
  ])
})
