import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Papa from 'papaparse'
import { runOrThrow, versionOf } from '../outside.ts'

/** Rows of texts of each sheet, by its name; row and column count from 0. */
export type ShownSheets = ReadonlyMap<string, readonly (readonly string[])[]>

/*
 * Options of the CSV filter: comma, quote, UTF-8, from the first line, no formats, no language; then quote all texts
 * (no), detect special numbers (no), cells as shown (yes), formulas (no), remove spaces (no), all sheets (-1). The token
 * that counts is the ninth: the manual of LibreOffice 7.4 describes it at eight.
 */
const FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1'
/** Files of one run: a run has a start of some seconds. */
const BATCH = 60

/** Formats of ids that a file does not define are those of the reader's own language. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>zh-CN</value></prop></item>
</oor:items>
`

export function readLibreOfficeVersion(): Promise<string | null> {
  return versionOf('soffice', ['--version'])
}

/** What LibreOffice shows in every cell of workbooks whose names are different; a file that it cannot open is left out. */
export async function showByLibreOffice(
  files: readonly string[],
  workDir: string,
  report: (done: number) => void,
): Promise<Map<string, ShownSheets>> {
  const out = join(workDir, 'shown')
  await mkdir(out, { recursive: true })
  const home = join(workDir, 'libreoffice')
  await mkdir(join(home, 'user'), { recursive: true })
  await writeFile(join(home, 'user', 'registrymodifications.xcu'), SETTINGS)
  const profile = pathToFileURL(home).href
  for (let at = 0; at < files.length; at += BATCH) {
    const batch = files.slice(at, at + BATCH)
    const args = [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', FILTER, '--outdir', out, ...batch]
    // Names of sheets become names of files.
    await runOrThrow('soffice', args, { env: { LC_ALL: 'C.UTF-8' } })
    report(Math.min(files.length, at + BATCH))
  }
  const written = await readdir(out)
  const shown = new Map<string, ShownSheets>()
  for (const file of files) {
    const base = basename(file).replace(/\.[^.]+$/, '')
    const own = written.filter((name) => name.startsWith(`${base}-`))
    const sheets = new Map<string, string[][]>()
    for (const name of own) {
      const text = await readFile(join(out, name), 'utf8')
      sheets.set(name.slice(base.length + 1, -'.csv'.length), Papa.parse<string[]>(text, { delimiter: ',' }).data)
    }
    if (sheets.size > 0) shown.set(file, sheets)
  }
  return shown
}
