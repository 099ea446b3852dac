import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, extname, join } from 'node:path'
import { parse } from 'yaml'
import { thesaurusSchema } from '../../src/portal/settings.ts'
import { buildIndex, type IndexReport, type SearchRecord } from '../../src/search/build-index.ts'
import { openThesaurus } from '../../src/search/thesaurus.ts'

const PERMIT = '91990101MA0012345X001P'

const RECORDS: SearchRecord[] = [
  {
    url: `/permits/${PERMIT}/`,
    lang: 'zh',
    title: '锦丰印染有限公司',
    content: `排污许可证 ${PERMIT} 织星街道 简化管理`,
    kind: 'permit',
    topic: 'permits',
    place: '990101',
  },
  {
    url: '/topics/cases/#on-time',
    lang: 'zh',
    title: '按期办结率四个月回升',
    content: '按期办结 ÷ 应结',
    kind: 'figure',
  },
]

const MAIN = 'data-pagefind-body data-search-kind'

/** Path → language, attributes of `main`, its HTML. */
const PAGES: [path: string, lang: string, attributes: string, html: string][] = [
  [
    '/topics/permits/',
    'zh-CN',
    `${MAIN}="topic" data-search-topic="permits" data-search-authority`,
    '<h1>排污许可</h1><p>有效排污许可证的数量、核发与注销。</p>',
  ],
  [
    '/topics/satisfaction/',
    'zh-CN',
    `${MAIN}="topic" data-search-topic="satisfaction" data-search-authority`,
    '<h1>群众满意度</h1><p>回访当事人，满意与非常满意合计为满意率。</p>',
  ],
  [
    '/places/990102/',
    'zh-CN',
    `${MAIN}="place" data-search-place="990102"`,
    '<h1>栖云区</h1><p>栖云区排污许可证十二张。</p>',
  ],
  [
    '/en/topics/permits/',
    'en',
    `${MAIN}="topic" data-search-topic="permits" data-search-authority`,
    '<h1>Discharge permits</h1><p>Permits in force.</p>',
  ],
  ...['2026-08', '2026-09', '2026-10'].map((month): [string, string, string, string] => [
    `/reports/${month}/`,
    'zh-CN',
    `${MAIN}="report" data-search-month="${month}"`,
    `<h1>2026年${Number(month.slice(5))}月城市运行公报</h1><p>全市有效排污许可证三百张，回访满意率八成。</p>`,
  ]),
  ['/plain/', 'zh-CN', '', '<h1>不入索引</h1><p>排污许可证</p>'],
]

/** Writes a small site below the folder and indexes it. */
export async function buildSmallSite(folder: string, base: string): Promise<IndexReport> {
  for (const [path, lang, attributes, html] of PAGES)
    write(folder, path, renderPage({ lang, attributes, html, search: renderBox(base, 'panel') }))
  const output = '<p role="status" data-search-status></p><div data-search-output></div>'
  const search = `${renderBox(base, '')}${output}<div data-search-facets></div>`
  const labels = JSON.stringify({ kind: { topic: '专题', report: '公报', permit: '许可证', place: '地区' } })
  const html = `<h1>搜索</h1>${search}<script type="application/json" data-search-labels>${labels}</script>`
  write(folder, '/search/', renderPage({ lang: 'zh-CN', attributes: '', html, search: '' }))
  const yaml = readFileSync(new URL('../../content/thesaurus.yaml', import.meta.url), 'utf8')
  return buildIndex({
    siteDir: folder,
    records: RECORDS,
    thesaurus: openThesaurus(thesaurusSchema.parse(parse(yaml)), []),
  })
}

function renderBox(base: string, panel: string): string {
  const inside =
    panel &&
    '<div data-search-panel hidden><p role="status" data-search-status></p><div data-search-output></div></div>'
  return `<form class="search" action="${base}search/" data-search="${base}" data-lang="zh" data-limit="${panel ? 6 : 10}">
<input type="search" name="q" aria-label="搜索"><button>搜索</button>${inside}</form>`
}

function renderPage({
  lang,
  attributes,
  html,
  search,
}: {
  lang: string
  attributes: string
  html: string
  search: string
}): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,"></head>
<body>${search}<main ${attributes}>${html}</main><footer><a href="/foo/sitemap/">站点地图</a></footer>${bootScript()}</body></html>`
}

/** The very lines that a page carries. */
function bootScript(): string {
  const source = readFileSync(new URL('../../src/components/SearchBoot.astro', import.meta.url), 'utf8')
  return source
    .slice(source.indexOf('<script'))
    .replace(/ data-failed=.*>\n/, ' data-failed="检索没有载入。" data-old="浏览器太旧。">\n')
}

function write(folder: string, path: string, html: string): void {
  const file = join(folder, path, 'index.html')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, html)
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
}

/** Serves a folder under a base path on a free port of this machine. */
export async function serve(folder: string, base: string): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = join(folder, path.slice(base.length), path.endsWith('/') ? 'index.html' : '')
    try {
      if (!path.startsWith(base)) throw new Error('outside the base path')
      const body = readFileSync(file)
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}${base}`, close: () => server.close() }
}
