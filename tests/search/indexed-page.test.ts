import { expect, test } from 'vitest'
import { readPage } from '../../src/search/indexed-page.ts'

function composeSource(main: string, lang = 'zh-CN'): string {
  return `<!doctype html><html lang="${lang}"><head><title>x</title></head><body><nav>导航</nav>${main}</body></html>`
}

const MAIN = `<main data-pagefind-body data-search-kind="report" data-search-month="2026-10" data-search-authority>
<h1>十月公报</h1><p>受理案卷</p><svg><text>图中字</text></svg><div data-pagefind-ignore>不检索</div>
<table><tr><th>企业清单</th><th>企业状态</th></tr></table><p>____区</p></main>`

test('a page without data-pagefind-body is not indexed', () => {
  expect(readPage(composeSource('<main><h1>a</h1></main>'), 'a.html')).toBeNull()
})

test('facets, title and text of a page, without what it asks to ignore', () => {
  const page = readPage(composeSource(MAIN), 'a.html')
  expect(page).toMatchObject({
    lang: 'zh',
    title: '十月公报',
    facets: { kind: 'report', month: '2026-10' },
    authority: '1',
    text: '十月公报受理案卷 企业清单 企业状态 ____区',
  })
})

test.each([
  ['one after the other', '<svg><text>图</text></svg><p>中</p><svg><text>图</text></svg>'],
  ['within each other', '<svg><svg><text>图</text></svg><text>图</text></svg><p>中</p>'],
])('pictures %s leave nothing behind', (_, pictures) => {
  expect(readPage(composeSource(`<main data-pagefind-body><h1>甲</h1>${pictures}</main>`), 'a.html')?.text).toBe('甲中')
})

test('a title given for the search is used', () => {
  const html = composeSource(MAIN.replace('<main ', '<main data-search-title="2026年10月公报" '))
  expect(readPage(html, 'a.html')?.title).toBe('2026年10月公报')
  expect(readPage(html, 'a.html')?.renderHtml({})).toContain(
    'data-pagefind-meta="title[data-v]" data-v="2026年10月公报"',
  )
})

test('the copy for the index has hidden words, one attribute a filter, cells apart, and no blanks of a form', () => {
  const html = readPage(composeSource(MAIN), 'a.html')?.renderHtml({ t: '十月 "公报"' }) ?? ''
  expect(html).toContain('<html lang="zh-cn">')
  expect(html).toContain('<span data-pagefind-meta="t[data-v]" data-v="十月 &quot;公报&quot;" hidden></span>')
  expect(html).toContain('<span data-pagefind-filter="kind[data-v]" data-v="report" hidden></span>')
  expect(html).toContain('<span data-pagefind-filter="month[data-v]" data-v="2026-10" hidden></span>')
  expect(html).toContain('<th>企业清单 </th>')
  expect(html).toContain('<p>……区</p>')
  expect(html).not.toMatch(/图中字|不检索|导航/)
})

test.each([
  [
    composeSource('<main data-pagefind-body><p>a</p></main>'),
    'has neither data-search-title nor an h1 within data-pagefind-body',
  ],
  [composeSource('<main data-pagefind-body><h1>a</h1></main>', 'fr'), 'has lang="fr", expected zh-CN or en'],
  [
    composeSource('<main data-pagefind-body><h1>a</h1></main><p data-pagefind-body>b</p>'),
    'has 2 elements with data-pagefind-body',
  ],
])('a page that cannot be indexed stops the build', (html, message) => {
  expect(() => readPage(html, 'a.html')).toThrow(message)
})

test.each([
  [
    'an element within one of its name that is ignored',
    '<div data-pagefind-ignore><div>甲</div>乙</div><p>丙</p>',
    '丙',
  ],
  ['a tag in an attribute', '<p title="<b>">丙</p>', '丙'],
  ['a tag in a script', '<script>"<script>甲"</script><p>丙</p>', '丙'],
  ['an empty picture', '<svg/><p>丙</p>', '丙'],
  ['entities', '<p>&lt;丙&#39;&#x4E01;&nbsp;&copy;</p>', "<丙'丁 ©"],
  ['items without an end', '<ul><li>丙<li>丁</ul><br><p>戊</p>', '丙 丁 戊'],
  ['a comment', '<p>丙<!-- <p>甲 --></p>', '丙'],
])('%s', (_, html, text) => {
  const page = readPage(composeSource(`<main data-pagefind-body><h1>题</h1>${html}</main><p>外</p>`), 'a.html')
  expect(page?.text).toBe(`题${text}`)
})
