import { test } from 'vitest'
import { openSite } from '../../../src/views/open.ts'
import { pageFigures } from '../../../src/views/figures.ts'
import { openPortal } from '../../../src/release/portal.ts'
import { diskEffects, runLine } from '../../../scripts/line.ts'
test('t', async () => {
  let t = performance.now()
  const lap = (n: string) => { console.log(n, Math.round(performance.now() - t)); t = performance.now() }
  const site = await openSite({ data: 'data', published: 'data/published', content: 'content' })
  lap('open')
  const p = pageFigures(site)
  lap(`figures ${p.length} ${p.reduce((a, b) => a + b.figures.length, 0)}`)
  const portal = await openPortal('data')
  const r = await runLine(portal, diskEffects('data'))
  lap(`line ${r.tables.length} ${r.problems.length}`)
})
