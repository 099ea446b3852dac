import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { toBilingual } from '../../command/bilingual.ts'
import { PROJECT } from '../../command/options.ts'
import type { ConformCheck, ConformContext, ConformResult } from '../conform-check.ts'
import { installFromPyPi } from '../outside.ts'
import { BROKEN_READERS, CONTROL, type Control } from './broken-readers.ts'
import { addTallies, compareBook, type Tally } from './compare-cells.ts'
import { drawBook } from './draw-book.ts'
import { collectCoveredCells } from './merges.ts'
import { type Reader, readOurs } from './our-cells.ts'
import { readLibreOfficeVersion, type ShownSheets, showByLibreOffice } from './shown-by-libreoffice.ts'
import { CALAMINE, readTypesByCalamine, type TypedSheets } from './typed-by-calamine.ts'

/** Workbooks that are drawn at random beside those of the repository. */
const DRAWN = 320
/** Where the repository has workbooks: the raw files of the demonstration, and inputs of tests. */
const FOLDERS = ['data/raw', 'tests', 'scripts/new']

/** Each cell of many workbooks as our line reads it, beside two readers that are not ours. */
export const CELLS_CHECK: ConformCheck = {
  name: 'cells',
  about: {
    zh: '每个单元格，本程序所读与LibreOffice所示、calamine所判的类型和值一致，不一致的已退回或说明',
    en: 'each cell is read as LibreOffice shows it and calamine types it, or is refused or noted',
  },
  run: checkCells,
}

interface Book {
  /** Path in the repository, or `drawn 17`. */
  name: string
  /** A copy with a name of its own. */
  file: string
  bytes: Uint8Array
}

async function checkCells({ workDir, report }: ConformContext): Promise<ConformResult> {
  const office = await readLibreOfficeVersion()
  if (office === null) return reportLacking('LibreOffice', 'soffice (Debian: libreoffice-calc)')
  const home = join(workDir, '..', 'calamine')
  const lacks = await installFromPyPi(home, [CALAMINE])
  if (lacks !== null) return reportLacking(CALAMINE.name, lacks)
  const books = await gatherBooks(join(workDir, 'books'))
  const files = books.map(({ file }) => file)
  const shown = await showByLibreOffice(files, workDir, (done) =>
    report(toBilingual({ zh: `LibreOffice：${done}个`, en: `${done} of ${files.length} shown` })),
  )
  const typed = await readTypesByCalamine(files, home)
  const by = { shown, typed }
  const [control, ...others] = books
  if (!control) throw new Error('conform: no control')
  const findings = testControls(control, by)
  const tally = addTallies(others.map((book) => compare(book, by)))
  const program = `LibreOffice, ${CALAMINE.name} ${CALAMINE.version}`
  return {
    kind: 'ran',
    program,
    version: office,
    findings: [...findings, ...tally.disagreements],
    summary: summaryOf(tally, others.length, by),
  }
}

function reportLacking(program: string, lacks: string): ConformResult {
  return { kind: 'lacking', program, lacks }
}

interface Readings {
  shown: ReadonlyMap<string, ShownSheets>
  typed: ReadonlyMap<string, TypedSheets>
}

function compare({ name, file, bytes }: Book, { shown, typed }: Readings, reader?: Reader): Tally {
  const ours = readOurs(bytes, name, reader)
  return compareBook(name, ours, {
    shown: shown.get(file),
    typed: typed.get(file),
    covered: collectCoveredCells(bytes),
  })
}

/** The comparison is tried first: on a workbook that our reader reads rightly, and on copies of the reader that do not. */
function testControls(book: Book, by: Readings): string[] {
  const listSeen = (control: Control) => compare(book, by, control.read).disagreements
  const sound = compare(book, by).disagreements.map((text) => `control: ${text}`)
  const blind = BROKEN_READERS.filter((control) => listSeen(control).length === 0).map((control) =>
    toBilingual(control.unseen),
  )
  return [...sound, ...blind]
}

/** The control first, then every workbook of the repository, then those that are drawn. */
async function gatherBooks(folder: string): Promise<Book[]> {
  await mkdir(folder, { recursive: true })
  const own: { name: string; bytes: Uint8Array }[] = [{ name: 'control', bytes: CONTROL }]
  for (const place of FOLDERS) {
    const entries = await readdir(join(PROJECT, place), { recursive: true, withFileTypes: true })
    const paths = entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.xlsx'))
      .map((entry) => join(entry.parentPath, entry.name))
    for (const path of paths.sort()) {
      own.push({ name: relative(PROJECT, path).replaceAll('\\', '/'), bytes: await readFile(path) })
    }
  }
  for (let nth = 1; nth <= DRAWN; nth += 1) own.push({ name: `drawn ${nth}`, bytes: drawBook(nth) })
  const books: Book[] = []
  for (const [index, { name, bytes }] of own.entries()) {
    const file = join(folder, `b${String(index).padStart(4, '0')}.xlsx`)
    await writeFile(file, bytes)
    books.push({ name, file, bytes })
  }
  return books
}

/** The table of the closing note: how much was compared, and how it came out. */
function summaryOf(tally: Tally, files: number, { shown, typed }: Readings): string[] {
  const unread = files - Math.min(files, shown.size - 1)
  return [
    `workbooks ${tally.workbooks} (${DRAWN} drawn; LibreOffice opened ${shown.size - 1}, calamine ${typed.size - 1})`,
    `cells ${tally.cells}  equal ${tally.equal}  refused ${tally.refused}  noted ${tally.noted}  disagreements ${tally.disagreements.length}`,
    ...(unread > 0
      ? [toBilingual({ zh: `LibreOffice没有打开的：${unread}个`, en: `${unread} not opened by LibreOffice` })]
      : []),
  ]
}
