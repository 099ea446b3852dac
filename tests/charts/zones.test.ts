import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('a figure is the same in every time zone and locale', () => {
  const script = `
    import { EXAMPLES } from '${new URL('./chart-examples.ts', import.meta.url).href}'
    import { drawFigure } from '${new URL('../../src/charts/index.ts', import.meta.url).href}'
    for (const spec of Object.values(EXAMPLES)) console.log(drawFigure(spec, 'zh').wide, drawFigure(spec, 'en').narrow)`
  const run = (TZ: string, LANG: string): string =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ, LANG, LC_ALL: LANG },
      encoding: 'utf8',
    })
  const shanghai = run('Asia/Shanghai', 'zh_CN.UTF-8')
  expect(shanghai).toContain('<svg')
  expect(run('America/New_York', 'de_DE.UTF-8')).toBe(shanghai)
})
