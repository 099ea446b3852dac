import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPictures } from '../../../scripts/build/open-pictures.ts'
import { main as build } from '../../../scripts/build.ts'
import { main as check } from '../../../scripts/check.ts'
import { exitCodeOf, InputError } from '../../../scripts/command/run-command.ts'
import { main as create } from '../../../scripts/new.ts'
import { main as publish } from '../../../scripts/publish.ts'
import { hashDatum } from '../../../src/personal/hash-datum.ts'
import { openPortal } from '../../../src/portal/portal.ts'
import { catchOutput, runScript, treeOf, withPortal } from '../with-portal.ts'

const FIRST = ['--yes', '--today', '2026-11-20', '--note-zh', '首次发布', '--note-en', 'First release']

/** Runs `new` as the command line would. */
async function runNew(...args: string[]) {
  const { result, out, err } = await catchOutput(() => exitCodeOf(create, args))
  return { code: result, out, err }
}

/** A folder with a new portal in it. */
function withNewPortal(work: (folder: string, out: string) => Promise<void>): Promise<void> {
  return withPortal([], async (folder) => {
    const { code, out, err } = await runNew('portal', folder)
    expect(code, err).toBe(0)
    await work(folder, out)
  })
}

/** The words of a page without its markup. */
async function readWords(folder: string, path: string): Promise<string> {
  const html = await readFile(join(folder, 'dist', path, 'index.html'), 'utf8')
  return html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')
}

test('a new portal is checked, published and built, and its pages hold its words and figures in both languages', () =>
  withNewPortal(async (folder) => {
    const checked = await runScript(check, folder)
    expect(checked.code, checked.out).toBe(0)
    expect(checked.out).toContain('读入18行＝采用18行＋退回0行；0处错误，0处警告')
    expect((await runScript(publish, folder, FIRST)).code).toBe(0)
    const settings = join(folder, 'content/site.yaml')
    await writeFile(settings, (await readFile(settings, 'utf8')).replace(/^# url: .*$/m, 'url: https://city.example'))
    const pictures = await listPictureOptions()
    const built = await runScript(build, folder, ['--base', '/sub/', ...pictures])
    expect(built.code, built.err).toBe(0)
    if (pictures.length > 0) await expectSharedPictures(join(folder, 'dist'))

    // The second quarter by the files: urban 841 + 630 + 303, rural 205 + 411 + 640; printed to 10.
    const [topic, topicEn] = [
      await readWords(folder, 'topics/assistance'),
      await readWords(folder, 'en/topics/assistance'),
    ]
    for (const words of [topic, topicEn]) expect(words).toContain('1,770')
    // 1,779 and 1,774 are printed as 1,780 and 1,770: a difference that rounding may have made is no change.
    expect(topic).toContain('城市1,770，与上季度大致持平')
    expect(topicEn).toContain('about the same as')
    expect(topic).toContain('季末户数等于季初户数加新增户数，减退出户数。')
    expect(topicEn).toContain('plus those added, less those ended.')
    for (const [figure, printed] of [
      ['urban-households', '840'],
      ['rural-households', '210'],
    ]) {
      const csv = await readFile(join(folder, `dist/topics/assistance/${figure}.csv`), 'utf8')
      expect(csv).toContain(printed)
      expect(csv).not.toMatch(/841|205/)
    }
    // Seven households came and four went: each is said to be few, and why.
    const [place, placeEn] = [await readWords(folder, 'places/990301'), await readWords(folder, 'en/places/990301')]
    expect(place).toMatch(/农村\s*200\s*\[c\] 少于10\s*\[c\] 少于10\s*210/)
    expect(place).toContain('合计与分项之和可能不等。哪些数不公开')
    expect(placeEn).toContain('[c] fewer than 10')
    expect(await readWords(folder, 'methods/privacy')).toContain('0和少于10的隐去，其余取整到10')
    expect(await readWords(folder, 'en/data/assistance')).toContain('Persons per household')
    expect(await readWords(folder, 'methods/reference/contract')).toContain('合在一起唯一确定一行的列')
    expect(await readWords(folder, 'en/methods/reference/site')).toContain('Code of the top place in places.csv')
    // The schema beside the files is the schema that the site publishes.
    expect(await readFile(join(folder, 'dist/schema/site.json'), 'utf8')).toBe(
      await readFile(join(folder, 'schema/site.json'), 'utf8'),
    )
  }))

/** `--pictures` where the machine can draw: with sharp, an optional package, and a Chinese font. */
async function listPictureOptions(): Promise<string[]> {
  try {
    await openPictures()
    return ['--pictures']
  } catch (error) {
    if (error instanceof InputError) return []
    throw error
  }
}

/** Links to a figure, to its page and to its dataset show its picture, which is a PNG of 1200 × 630 of this site. */
async function expectSharedPictures(site: string): Promise<void> {
  for (const lang of ['', 'en/']) {
    for (const page of ['topics/assistance', 'f/topics-assistance-assistance-urban-households', 'data/assistance']) {
      const html = await readFile(join(site, lang, page, 'index.html'), 'utf8')
      expect(html, page).toContain(`property="og:image" content="https://city.example/sub/${lang}f/`)
      const [, path = ''] = /og:image" content="https:\/\/city\.example\/sub\/([^"]+)"/.exec(html) ?? []
      const png = await readFile(join(site, path))
      expect([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 1200, 630])
      if (page.startsWith('f/')) expect(path).toBe(`${lang}${page}/share.png`)
    }
    expect(await readFile(join(site, lang, 'about/index.html'), 'utf8')).not.toContain('og:image')
  }
}

test('the faulty file concerns nothing until it is put among the raw files; then each fault has its remedy', () =>
  withNewPortal(async (folder, printed) => {
    const target = join(folder, 'data/raw/assistance')
    expect(printed).toContain(`cp ${join(folder, 'faulty/2026-Q3.csv')} ${target}`)
    await cp(join(folder, 'faulty/2026-Q3.csv'), join(target, '2026-Q3.csv'))
    const [zh, en] = [await runScript(check, folder), await runScript(check, folder, ['--lang', 'en'])]
    expect([zh.code, en.code]).toEqual([1, 1])
    for (const rule of ['place-unknown', 'number-format', 'at-most']) {
      expect(zh.out).toContain(rule)
      expect(en.out).toContain(rule)
    }
    expect(zh.out).toContain('相近的有：归帆区')
    expect(en.out).toContain('Closest matches: 归帆区')
  }))

test('a household that appears from nowhere stops the quarter', () =>
  withNewPortal(async (folder) => {
    const file = join(folder, 'data/raw/assistance/2026-Q1.csv')
    await writeFile(file, (await readFile(file, 'utf8')).replace('临月区,农村,203,4,5,202', '临月区,农村,203,4,5,212'))
    const { code, out } = await runScript(check, folder)
    expect(code).toBe(1)
    expect(out).toMatch(/季末户数/)
  }))

test('a folder that holds anything is left as it is', () =>
  withPortal([], async (folder) => {
    await writeFile(join(folder, 'notes.txt'), 'mine')
    const { code, err } = await runNew('portal', folder)
    expect(code).toBe(1)
    expect(err).toContain('不是空文件夹（有 notes.txt），什么也没有写')
    expect(err).toContain('is not empty (it holds notes.txt); nothing was written')
    expect(await treeOf(folder)).toEqual({ 'notes.txt': 'mine' })
    const file = await runNew('portal', join(folder, 'notes.txt'))
    expect([file.code, file.err]).toEqual([1, expect.stringContaining('is a file, not a folder')])
  }))

test('what follows new is named where it is wrong', async () => {
  for (const [args, message] of [
    [[], 'new takes portal | dataset | report | sample | migrate'],
    [['porta', 'x'], 'not porta'],
    [['portal'], 'Usage: npm run new -- portal DIR.'],
    [['portal', 'a', 'b'], 'Usage: npm run new -- portal DIR.'],
    [['dataset', 'Über'], 'lower-case ASCII'],
  ] as const) {
    const { code, err } = await runNew(...args)
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  }
})

const DAY_CARE = '所在区,日托机构数,月末在托人数,满意率,备注\n临月区,12,287,96.5%,\n归帆区,9,190,94.1%,新开1家\n'

test('a contract drafted for a file takes the file at once, publishes nothing, and is never written over', () =>
  withNewPortal(async (folder) => {
    const [data, file] = [join(folder, 'data'), join(folder, 'day-care-2026-10.csv')]
    await writeFile(file, DAY_CARE)
    const drafted = await runNew('dataset', 'day-care', file, '--data', data, '--lang', 'en')
    expect(drafted.err).toBe('')
    expect(drafted.out).toContain('All 2 rows of day-care-2026-10.csv pass under the draft.')
    const contract = join(data, 'contracts/day-care.ts')
    const text = await readFile(contract, 'utf8')
    expect(text).toContain("import type { Contract } from 'mingge/contract'")
    expect(text).toContain("names: { zh: '满意率', en: 'man_yi_lv' }, privacy: 'personal'")

    await mkdir(join(data, 'raw/day-care'))
    await cp(file, join(data, 'raw/day-care/2026-10.csv'))
    expect((await runScript(check, folder)).code).toBe(0)
    await runScript(publish, folder, FIRST)
    expect(Object.keys(await treeOf(join(data, 'published'))).filter((path) => path.includes('day-care'))).toEqual([])

    const again = await runNew('dataset', 'day-care', file, '--data', data)
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('There is a dataset day-care already.')])
    // A file that does not load as a contract is nobody's to overwrite either.
    await writeFile(join(data, 'contracts/lamps.ts'), 'export const nothing = 1\n')
    const other = await runNew('dataset', 'lamps', '--data', data)
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('exists already and was left as it is')])
    expect(await readFile(join(data, 'contracts/lamps.ts'), 'utf8')).toBe('export const nothing = 1\n')
  }))

test('a skeleton without a file is a contract that loads', () =>
  withNewPortal(async (folder) => {
    expect((await runNew('dataset', 'street-lamps', '--data', join(folder, 'data'))).code).toBe(0)
    await mkdir(join(folder, 'data/raw/street-lamps'))
    await writeFile(join(folder, 'data/raw/street-lamps/2026-10.csv'), '地区,数量\n临月区,12\n归帆区,9\n')
    const { code, out } = await runScript(check, folder)
    expect(code, out).toBe(0)
    expect(out).toContain('raw/street-lamps/2026-10.csv')
    await rm(join(folder, 'data/raw/street-lamps'), { recursive: true })
  }))

test('a contract of the older form is rewritten to the same due date, and reported; a second run changes nothing', () =>
  withNewPortal(async (folder) => {
    const contract = join(folder, 'data/contracts/assistance.ts')
    const text = await readFile(contract, 'utf8')
    const old = text.replace('// due: { daysAfterEnd: 10 },', '// dueDays: 9 was it once\n  dueDays: 15,')
    expect(old).not.toBe(text)
    await writeFile(contract, old)
    const dueOf = async () => (await openPortal(join(folder, 'data'))).contracts.get('assistance')
    expect((await dueOf())?.dueDays).toBe(15)

    const { code, out } = await runNew('migrate', folder)
    expect([code, out]).toEqual([
      0,
      '✓ 数据约定：dueDays 改写为 due contracts: dueDays is now due\n  contracts/assistance.ts\n',
    ])
    const migrated = await readFile(contract, 'utf8')
    expect(migrated).toBe(old.replace('  dueDays: 15,', '  due: { daysAfterEnd: 15 },'))
    // A module is loaded once a process, so the rewritten module is opened under another name.
    await cp(contract, join(folder, 'other/contracts/assistance.ts'))
    const { contracts } = await openPortal(join(folder, 'other'))
    expect([contracts.get('assistance')?.due, contracts.get('assistance')?.dueDays]).toEqual([
      { daysAfterEnd: 15 },
      undefined,
    ])

    expect((await runNew('migrate', folder)).out).toContain('nothing was changed')
    expect(await readFile(contract, 'utf8')).toBe(migrated)
  }))

test('personal data accepted in words is named by its hash, one line for each datum that its masked text stood for', () =>
  withNewPortal(async (folder) => {
    const [path, site] = [join(folder, 'data/exceptions.csv'), join(folder, 'content/site.yaml')]
    await writeFile(site, `${await readFile(site, 'utf8')}# 联系人：李秀英；联系人：李明远\n`)
    const composeLine = (key: string) => `content-personal,,content/site.yaml,${key},书中人物,2099-12-31,办公室`
    await writeFile(path, `rule,dataset,file,key,reason,until,owner\n${composeLine('李**')}\n`)
    const { out } = await runNew('migrate', folder)
    expect(out).toContain('named by its hash')
    const hashes = ['李秀英', '李明远'].map(hashDatum)
    expect(await readFile(path, 'utf8')).toBe(
      `rule,dataset,file,key,reason,until,owner\n${hashes.map(composeLine).join('\n')}\n`,
    )
    expect((await runNew('migrate', folder)).out).toContain('nothing was changed')
  }))

test('a folder without a portal is not taken for a migrated one', () =>
  withPortal([], async (folder) => {
    const { code, err } = await runNew('migrate', folder)
    expect([code, err]).toEqual([1, expect.stringContaining('holds neither data/ nor raw/')])
  }))
