import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashDatum } from '../../src/personal/hash-datum.ts'
import { checkProse } from '../../src/portal/check-prose.ts'
import { applyExceptions, readExceptions } from '../../src/portal/exceptions.ts'
import { printProblems } from '../../src/problems/print-problems.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingge-prose-'))
  await mkdir(join(folder, 'pages', 'about'), { recursive: true })
  await mkdir(join(folder, 'pictures'))
  await writeFile(join(folder, 'site.yaml'), 'footer:\n  - text: 联系人：李秀英\n')
  await writeFile(
    join(folder, 'pages/about/zh.mdx'),
    '---\ntitle: 关于\n---\n\n办公电话 025-83639000。\n![手机１３８００１３８０００](a.png)\n',
  )
  await writeFile(join(folder, 'pictures/13800138000.svg'), '')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const describeBriefly = (problems: Awaited<ReturnType<typeof checkProse>>) =>
  problems.map(({ file, row, column, found }) => [file, row, column, found])

test('prose, front matter, alternative texts and names of files are scanned, and nothing is printed whole', async () => {
  const problems = await checkProse(folder, new Set())
  expect(describeBriefly(problems)).toEqual([
    ['content/pages/about/zh.mdx', 5, 6, '025******00'],
    ['content/pages/about/zh.mdx', 6, 5, '138******00'],
    ['content/pictures/138******00.svg', null, null, '138******00'],
    ['content/site.yaml', 2, 15, '李**'],
  ])
  expect(printProblems(problems, 'zh')).not.toMatch(/13800138000|１３８|李秀英|83639000/)
})

test('a telephone that an office has listed may be printed', async () => {
  const problems = await checkProse(folder, new Set(['02583639000']))
  expect(problems.map((problem) => problem.found)).not.toContain('025******00')
})

test('what is no personal data is accepted with a reason, an owner and an end', async () => {
  const problems = await checkProse(folder, new Set())
  const head = 'rule,dataset,file,key,reason,until,owner\n'
  const key = String(problems.find(({ found }) => found === '李**')?.params['key'])
  expect(key).toBe(hashDatum('李秀英'))
  const line = `content-personal,,content/site.yaml,${key},《李秀英传》书名,2027-12-31`
  const without = readExceptions(new TextEncoder().encode(`${head}${line},\n`))
  expect(without.problems.map(({ rule, columnName }) => [rule, columnName])).toEqual([['exception-field', 'owner']])

  // Masked text is shared by many: 李** would let every other name of the same length pass too.
  const masked = readExceptions(new TextEncoder().encode(`${head}${line.replace(key, '李**')},办公室\n`))
  expect(masked.problems.map(({ rule, columnName, expected }) => [rule, columnName, expected])).toEqual([
    ['exception-field', 'key', '1a2b3c'],
  ])

  const { exceptions } = readExceptions(new TextEncoder().encode(`${head}${line},办公室\n`))
  const listLevels = (today: string) =>
    applyExceptions(problems, exceptions, today).map(({ rule, level }) => `${rule} ${level}`)
  expect(listLevels('2026-11-30').filter((text) => text === 'content-personal warning')).toHaveLength(1)
  expect(listLevels('2028-01-01')).toContain('exception-expired error')
})

test('what a picture carries beside what it shows is scanned, and a file whose words cannot be read is refused', async () => {
  const own = await mkdtemp(join(tmpdir(), 'mingge-pictures-'))
  const comment = new TextEncoder().encode('拍摄者手机13800138000')
  const jpeg = [0xff, 0xd8, 0xff, 0xfe, 0, comment.length + 2, ...comment, 0xff, 0xd9]
  await writeFile(join(own, 'a.jpg'), Uint8Array.from(jpeg))
  await writeFile(join(own, 'b.png'), 'no picture')
  await writeFile(join(own, 'c.pdf'), '%PDF-1.7')
  const problems = await checkProse(own, new Set())
  await rm(own, { recursive: true })
  expect(problems.map(({ rule, file, found }) => `${rule} ${file} ${found}`)).toEqual([
    'content-personal content/a.jpg 138******00',
    'content-sealed content/b.png .png',
    'content-sealed content/c.pdf .pdf',
  ])
})
