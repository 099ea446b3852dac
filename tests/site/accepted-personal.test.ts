import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main as check } from '../../scripts/check.ts'
import { main as publish } from '../../scripts/publish.ts'
import { checkFile } from '../../src/checker/worker/check-file.ts'
import { checkFilesTogether } from '../../src/checker/worker/check-files-together.ts'
import { portalOf } from '../checker/portals.ts'
import { runScript, treeOf, withPortal } from './with-portal.ts'

const RAW = 'data/raw/street-lamps/2026-10.csv'
const HEADER = 'rule,dataset,period,key,reason,until,owner\n'
const PHONE = '13800138000'

/** The month as received, in the encoding of its office, or as rewritten below. */
async function readRaw(folder: string): Promise<string> {
  const bytes = await readFile(join(folder, RAW))
  const isUtf8 = !new TextDecoder().decode(bytes).includes('\ufffd')
  return new TextDecoder(isUtf8 ? 'utf-8' : 'gb18030').decode(bytes)
}

/** Writes words into the remark of the first lamp, and declares what a remark is. */
async function writeRemark(folder: string, remark: string, privacy: 'public' | 'free-text'): Promise<void> {
  const contract = join(folder, 'data/contracts/street-lamps.ts')
  const text = await readFile(contract, 'utf8')
  await writeFile(contract, text.replace("privacy: 'free-text', optional", `privacy: '${privacy}', optional`))
  const [header = '', first = '', ...rest] = (await readRaw(folder)).split('\n')
  const at = header.trim().split(',').indexOf('备注')
  const cells = first.trim().split(',')
  cells[at] = remark
  await writeFile(join(folder, RAW), [header, cells.join(','), ...rest].join('\n'))
}

interface Found {
  rule: string
  level: string
  found: string | null
  remedy: { zh: string }
}

/** What the remedy tells the clerk to write. */
function findKey(found: readonly Found[]): string {
  return /key写作([^。]+)。/.exec(found[0]?.remedy.zh ?? '')?.[1] ?? ''
}

async function checkOver(folder: string): Promise<{ code: number; found: Found[]; text: string }> {
  const { code, out, err } = await runScript(check, folder, ['--format', 'json'])
  // The form of `check --format json`.
  const { problems } = JSON.parse(out) as { problems: Found[] }
  return { code, found: problems.filter(({ rule }) => /personal|exception/.test(rule)), text: out + err }
}

test('a hit in a raw cell stops, and a person may accept it by file, cell and hash with reason, owner and end', () =>
  withPortal(['small'], async (folder) => {
    await writeRemark(folder, `报修电话${PHONE}`, 'public')
    const stopped = await checkOver(folder)
    expect(stopped.code).toBe(1)
    expect(stopped.found).toMatchObject([{ rule: 'personal-data', level: 'error', found: '138******00' }])
    const key = findKey(stopped.found)
    expect(key).toMatch(/^2\/\d+\/[0-9a-f]{6}$/)

    const accept = async (line: string) => {
      await writeFile(join(folder, 'data/exceptions.csv'), `${HEADER}${line}\n`)
      return checkOver(folder)
    }
    const accepted = await accept(
      `personal-data,street-lamps,${RAW.slice(5)},${key},依法公开的报修电话,2099-12-31,照明科`,
    )
    expect(accepted.found).toMatchObject([
      { rule: 'personal-data', level: 'warning', remedy: { zh: expect.stringContaining('依法公开的报修电话') } },
    ])
    expect(accepted.code).toBe(0)
    expect(accepted.text).not.toContain(PHONE)

    // An engine gets the accepted row as the line does.
    const publishBy = async (engine: string) => {
      const out = join(folder, `by-${engine}`)
      const run = await runScript(publish, folder, [
        '--yes',
        '--today',
        '2026-11-20',
        '--engine',
        engine,
        '--preview',
        out,
      ])
      expect(run.code, run.out + run.err).toBe(0)
      return treeOf(out)
    }
    expect(await publishBy('duckdb')).toEqual(await publishBy('line'))

    // The page that checks in the browser says the same of the same file, whatever the clerk has called it.
    const sendFile = async () => {
      const portal = await portalOf(join(folder, 'data'))
      const bytes = await readFile(join(folder, RAW))
      const file = { name: '路灯10月.csv', bytes, dataset: 'street-lamps', period: '2026-10' }
      const checked = checkFile(file, portal, () => {})
      const found = checkFilesTogether([checked], portal, '2026-11-23').get(checked) ?? []
      const levels = found.filter(({ rule }) => rule === 'personal-data').map(({ level }) => level)
      return { levels, tables: checked.tables.length, rowsRefused: checked.rowsRefused }
    }
    expect(await sendFile()).toEqual({ levels: ['warning'], tables: expect.any(Number), rowsRefused: 0 })
    expect((await sendFile()).tables).toBeGreaterThan(0)

    // Another number in the same cell is another matter.
    await writeRemark(folder, '报修电话13800138001', 'public')
    const other = await checkOver(folder)
    expect(other.code).toBe(1)
    expect(other.found.map(({ rule, level }) => `${level} ${rule}`)).toEqual([
      'error personal-data',
      'error exception-unused',
    ])
    expect(await sendFile()).toMatchObject({ levels: ['error'] })
  }))

test.each([
  ['no owner', 'raw/street-lamps/2026-10.csv,KEY,理由,2099-12-31,', 'exception-field'],
  ['no end', 'raw/street-lamps/2026-10.csv,KEY,理由,,照明科', 'exception-field'],
  ['an end that has passed', 'raw/street-lamps/2026-10.csv,KEY,理由,2020-01-01,照明科', 'exception-expired'],
  ['no file', ',KEY,理由,2099-12-31,照明科', 'exception-field'],
  ['no cell', 'raw/street-lamps/2026-10.csv,,理由,2099-12-31,照明科', 'exception-field'],
  ['the datum itself for a key', `raw/street-lamps/2026-10.csv,${PHONE},理由,2099-12-31,照明科`, 'exception-field'],
])('%s accepts nothing', (_, rest, rule) =>
  withPortal(['small'], async (folder) => {
    await writeRemark(folder, `报修电话${PHONE}`, 'public')
    const key = findKey((await checkOver(folder)).found)
    const line = `personal-data,street-lamps,${rest.replace('KEY', key)}\n`
    await writeFile(join(folder, 'data/exceptions.csv'), `${HEADER}${line}`)
    const { code, found, text } = await checkOver(folder)
    expect(code).toBe(1)
    expect(
      found
        .filter(({ level }) => level === 'error')
        .map((problem) => problem.rule)
        .sort(),
    ).toEqual([rule, 'personal-data'])
    expect(text).not.toContain(PHONE)
  }),
)

test('a hit in the words of a contract stops its dataset, and a person may accept it by its key', () =>
  withPortal(['small'], async (folder) => {
    const contract = join(folder, 'data/contracts/street-lamps.ts')
    await writeFile(contract, (await readFile(contract, 'utf8')).replace('城市照明管理部门', `照明科 ${PHONE}`))
    const stopped = await checkOver(folder)
    expect(stopped.code).toBe(1)
    expect(stopped.found).toMatchObject([{ rule: 'portal-personal', level: 'error', found: '138******00' }])
    expect(stopped.text).not.toContain(PHONE)
    const { code } = await runScript(publish, folder, ['--yes', '--today', '2026-11-20'])
    expect(code).toBe(1)
    expect(await treeOf(join(folder, 'data/published'))).toEqual({})

    const line = `portal-personal,street-lamps,,${findKey(stopped.found)},值班电话,2099-12-31,照明科`
    await writeFile(join(folder, 'data/exceptions.csv'), `${HEADER}${line}\n`)
    const accepted = await checkOver(folder)
    expect(accepted.code).toBe(0)
    expect(accepted.found).toMatchObject([{ rule: 'portal-personal', level: 'warning' }])
  }))

test('free text and columns of persons reach neither the memory of the line nor what is published', () =>
  withPortal(['small'], async (folder) => {
    await writeRemark(folder, `报修电话${PHONE}`, 'free-text')
    const raw = await readRaw(folder)
    const column = (raw.split('\n')[0] ?? '').split(',').indexOf('巡查人')
    const inspectors = raw
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[column] ?? '')
    const secrets = [PHONE, ...inspectors.filter((name) => name.length > 1)]
    expect(secrets.length).toBeGreaterThan(1)
    expect((await checkOver(folder)).code).toBe(0)
    const { code, err } = await runScript(publish, folder, ['--yes', '--today', '2026-11-20'])
    expect(err).not.toContain(PHONE)
    expect(code).toBe(0)
    const kept = { ...(await treeOf(join(folder, 'memory'))), ...(await treeOf(join(folder, 'data/published'))) }
    expect(Object.keys(kept).length).toBeGreaterThan(5)
    for (const [path, text] of Object.entries(kept)) {
      for (const secret of secrets) expect(text.includes(secret), `${path}: ${secret}`).toBe(false)
    }
  }))
