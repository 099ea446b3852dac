import { expect, test } from 'vitest'
import { listMovedPages } from '../../../src/views/moved.ts'
import { SITE } from './pages.ts'

test('every address that once was, or means the newest, and where it leads', () => {
  expect(listMovedPages(SITE).map(({ frame, links }) => `${frame.path} → ${links[0]?.path}`)).toMatchInlineSnapshot(`
    [
      "/places/990103/ → /places/990110/",
      "/places/990103001/ → /places/990110001/",
      "/places/990103002/ → /places/990110002/",
      "/places/990103003/ → /places/990110003/",
      "/places/990107/ → /places/990110/",
      "/places/990107001/ → /places/990110004/",
      "/places/990107002/ → /places/990110005/",
      "/reports/latest/ → /reports/2026-10/",
    ]
  `)
})
