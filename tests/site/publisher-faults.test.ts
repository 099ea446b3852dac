import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main as bench } from '../../scripts/bench.ts'
import { main as build } from '../../scripts/build.ts'
import { main as publish } from '../../scripts/publish.ts'
import { runScript, treeOf, withPortal } from './with-portal.ts'

/** What a publisher gets wrong in a file of the portal, and what is said of it in each language. */
const FAULTS = [
  {
    file: 'content/site.yaml',
    from: 'city: "990200"',
    to: 'city: "990210"',
    zh: '“city”写着“990210”，但没有这个地区',
    en: '“city” says “990210”, but there is no such place in places.csv',
    near: '990200 石榴市',
  },
  {
    file: 'content/topics/lamps/zh.mdx',
    from: 'measure: lit_rate',
    to: 'measure: lit-rate',
    zh: '但没有这个指标',
    en: 'there is no such measure',
    near: 'lit_rate',
  },
  {
    file: 'content/topics/lamps/en.mdx',
    from: '\n---\n',
    to: '\n---\n\n<b>not closed\n',
    zh: '行的正文无法解析',
    en: 'The text cannot be parsed at line',
    near: '<b>',
  },
  {
    file: 'data/places.csv',
    from: 'code,',
    to: 'kode,',
    zh: 'places.csv的表头不对',
    en: 'The header of places.csv is wrong',
    near: 'code',
  },
  {
    file: 'data/contracts/street-lamps.ts',
    from: "class: 'O'",
    to: "class: 'X'",
    zh: '数据约定的“class”不合规定',
    en: '“class” in the contract is not valid',
    near: 'O | P | S',
  },
]

describe.each([
  ['build', build],
  ['bench', bench],
] as const)('%s', (_, main) => {
  test.each(FAULTS)('$file at fault: exit 1 before anything is built, in the language asked for', (fault) =>
    withPortal(['small'], async (folder) => {
      await cp(join(folder, 'output'), join(folder, 'data/published'), { recursive: true })
      const text = await readFile(join(folder, fault.file), 'utf8')
      expect(text).toContain(fault.from)
      await writeFile(join(folder, fault.file), text.replace(fault.from, fault.to))
      for (const lang of ['zh', 'en'] as const) {
        const args = main === bench ? ['--only', 'bytes', '--quick'] : []
        // Bench measures a site of its own by default; --out is where build writes.
        const { code, err } = await runScript(main, folder, [...args, '--lang', lang])
        expect(err).toContain(fault[lang])
        expect(err).not.toContain(fault[lang === 'zh' ? 'en' : 'zh'])
        expect(err).toContain(fault.near)
        expect(err).toContain(fault.file.replace(/^data\//, ''))
        expect(err).not.toContain('    at ')
        expect(code).toBe(1)
      }
    }),
  )
})

test.each(FAULTS)('publish: $file at fault: exit 1 and nothing is published', (fault) =>
  withPortal(['small'], async (folder) => {
    const text = await readFile(join(folder, fault.file), 'utf8')
    await writeFile(join(folder, fault.file), text.replace(fault.from, fault.to))
    for (const lang of ['zh', 'en'] as const) {
      const { code, out } = await runScript(publish, folder, ['--lang', lang])
      expect(out).toContain(fault[lang])
      expect(out).toContain(fault.near)
      expect(code).toBe(1)
    }
    expect(await treeOf(join(folder, 'data/published'))).toEqual({})
  }),
)
