import { describe, expect, inject, test } from 'vitest'
import { openFileReader } from './page-reader.ts'

const { visit } = openFileReader(inject('site'))
const LANGUAGES = [
  { home: '/', reported: /太旧/ },
  { home: '/en/', reported: /too old/ },
] as const

describe.each(LANGUAGES)('a browser that is too old, from $home', ({ home, reported }) => {
  test('gets a message where it searches, with a link to the site map', async () => {
    const { text, link, requests } = await visit(`${home}search/`, async (page) => {
      // As Chromium below 97, which does not know the word of the policy that lets WebAssembly run.
      await page.addInitScript(() => {
        Reflect.set(WebAssembly, 'Module', () => {
          throw new WebAssembly.CompileError('disallowed by embedder')
        })
      })
      const requests: string[] = []
      page.on('request', (request) => requests.push(request.url()))
      await page.goto(`${page.url()}?q=permit`)
      const status = page.locator('[data-search-status]')
      await status.locator('a').waitFor()
      return {
        text: await status.innerText(),
        link: await status.locator('a').getAttribute('href'),
        requests: requests.filter((url) => url.includes('pagefind')),
      }
    })
    expect(text).toMatch(reported)
    expect(link).toBe(`${home}sitemap/`)
    expect(requests).toEqual([])
  })

  test.each([
    ['a built-in lacks', '/check/', () => Reflect.deleteProperty(Object, 'hasOwn')],
    ['the script does not arrive', '/check/', null],
  ] as const)('is told so where it checks a file: %s', async (_, address, spoil) => {
    const { text, isShut } = await visit(`${home.slice(0, -1)}${address}`, async (page) => {
      if (spoil) await page.addInitScript(spoil)
      else await page.route('**/_astro/*.js', (route) => route.abort())
      await page.reload({ waitUntil: 'load' })
      await page.locator('#too-old').waitFor()
      return { text: await page.locator('main').innerText(), isShut: await page.locator('#tray').isHidden() }
    })
    expect(text).toMatch(reported)
    expect(text).toContain('npm run check')
    expect(isShut).toBe(true)
  })
})

test('a browser that is not too old hears nothing of it', async () => {
  const [hidden, text] = await visit('/check/', async (page) => [
    await page.locator('#too-old').isHidden(),
    await page.locator('main').innerText(),
  ])
  expect(hidden).toBe(true)
  expect(text).not.toMatch(/太旧/)
})
