import { expect, test } from 'vitest'
import { convertPage } from '../../../scripts/build/convert-page.ts'
import { openTraditional } from '../../../src/text/traditional.ts'

/** The page `/foo/reports/2026-10/` of a site of two pages, converted. */
function convert(body: string, head = ''): string {
  return convertPage(`<!DOCTYPE html><html lang="zh-CN"><head>${head}</head><body>${body}</body></html>`, {
    base: '/foo/',
    path: '/reports/2026-10/',
    address: 'https://city.example/foo/zh-hant/reports/2026-10/',
    isConverted: (path) => path === '/' || path === '/reports/2026-10/',
    convert: openTraditional(['云锦市']),
    texts: new Set(['锦绣织造厂']),
  })
}

const bodyOf = (html: string) => /<body>(.*)<\/body>/s.exec(html)?.[1]

test.each([
  // Texts, also of pictures, and what is spoken.
  ['<p>云锦市受理<b>1,065件</b></p>', '<p>云锦市受理<b>1,065件</b></p>'],
  ['<p class="网">网格 &amp; 时限&nbsp;2</p>', '<p class="网">網格 &amp; 時限&nbsp;2</p>'],
  [
    '<svg viewBox="0 0 1 1" aria-description="办结率"><title>办结率</title><path d="M0 0"/><text x="1">办结</text></svg>',
    '<svg viewBox="0 0 1 1" aria-description="辦結率"><title>辦結率</title><path d="M0 0"/><text x="1">辦結</text></svg>',
  ],
  ['<input placeholder="许可证" value="许可证">', '<input placeholder="許可證" value="许可证">'],
  ['<h2 id="四个承诺">四个承诺</h2>', '<h2 id="四个承诺">四個承諾</h2>'],
  // What is copied, run or in another language.
  ['<pre>数据</pre><code>数据</code><p>数据</p>', '<pre>数据</pre><code>数据</code><p>資料</p>'],
  ['<script data-failed="没有载入">"没有"</script>', '<script data-failed="沒有載入">"没有"</script>'],
  [
    '<script type="application/ld+json">{"name":"数据"}</script>',
    '<script type="application/ld+json">{"name":"数据"}</script>',
  ],
  [
    '<p lang="ja" title="関数">関数</p><p translate="no">数据</p>',
    '<p lang="ja" title="関数">関数</p><p translate="no">数据</p>',
  ],
  // An entry of a register in a cell; the same words elsewhere are words.
  ['<td>锦绣织造厂</td><p>锦绣织造厂</p>', '<td>锦绣织造厂</td><p>錦繡織造廠</p>'],
  // Links.
  ['<a href="/foo/">首页</a>', '<a href="/foo/zh-hant/">首頁</a>'],
  ['<a href="/foo/reports/2026-10/#s">图</a>', '<a href="/foo/zh-hant/reports/2026-10/#s">圖</a>'],
  ['<a href="/foo/search/?q=1">搜索</a><a href="#s">图</a>', '<a href="/foo/search/?q=1">搜尋</a><a href="#s">圖</a>'],
  ['<a href="https://city.example/foo/">数据</a>', '<a href="https://city.example/foo/">資料</a>'],
  ['<details data-trace="/foo/reports/2026-10/#t">', '<details data-trace="/foo/zh-hant/reports/2026-10/#t">'],
  ['<form action="/foo/search/">', '<form action="/foo/search/">'],
  [
    '<a href="/foo/zh-hant/reports/2026-10/" lang="zh-Hant" hreflang="zh-Hant">繁體</a><p>开</p>',
    '<a href="/foo/reports/2026-10/" lang="zh-CN" hreflang="zh-CN">简体</a><p>開</p>',
  ],
])('%s', (body, converted) => {
  expect(bodyOf(convert(body))).toBe(converted)
})

test('the head says which version it is; records of the document stay', () => {
  const head = [
    '<title>公报</title><meta name="description" content="数据"><meta name="ArticleTitle" content="公报">',
    '<link rel="canonical" href="https://city.example/foo/reports/2026-10/">',
    '<link rel="alternate" hreflang="zh-CN" href="https://city.example/foo/reports/2026-10/">',
    '<meta property="og:url" content="https://city.example/foo/reports/2026-10/"><meta property="og:title" content="公报">',
  ]
  const [title, canonical, alternate, shared] = head
  expect(convert('', head.join('\n'))).toBe(
    `<!DOCTYPE html><html lang="zh-Hant"><head>${[
      title?.replace('公报</title>', '公報</title>').replace('"数据"', '"資料"'),
      canonical?.replace('/foo/', '/foo/zh-hant/'),
      alternate,
      shared?.replace('/foo/', '/foo/zh-hant/').replace('公报', '公報'),
    ].join(
      '\n',
    )}<style>:root{--song:"Songti TC","Noto Serif CJK TC",PMingLiU,serif;--hei:system-ui,sans-serif}</style></head><body></body></html>`,
  )
})

test('the page is left out of the search index and says first that it is converted', () => {
  expect(
    bodyOf(convert('<main id="main" data-pagefind-body data-search-title="公报" data-search-authority>报</main>')),
  ).toBe(
    '<main id="main"><p class="small">本頁由<a href="/foo/reports/2026-10/" hreflang="zh-CN">簡體版</a>自動轉換，名稱和登記內容保留原文；如有出入，以簡體版為準。</p>報</main>',
  )
})
