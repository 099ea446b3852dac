import { mkdir, readdir, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { PROJECT } from '../command/options.ts'
import { forgetOldEditions, hashMaker } from './kept-editions.ts'

/** Pictures of earlier builds, a folder for each state of the code that draws them. */
const KEPT = join(PROJECT, '.mingge', 'drawings')
/** States of the code whose pictures are kept. */
const STATES_MAX = 4
/** Some thirty builds of the demonstration in which each picture has changed; a fuller folder is emptied. */
const PICTURES_MAX = 40_000
/** Some three builds of the demonstration. */
const PNGS_MAX = 3_000
/** Some ten builds of the demonstration in which each bulletin has changed. */
const PDFS_MAX = 1_000

/** The folder in which this build keeps its pictures; those of older code are deleted. */
export function openDrawings(): Promise<string> {
  return openKept(KEPT, PICTURES_MAX, 'src/charts/index.ts')
}

/** The same for PNG, of which each is a hundred times as large. */
export function openPngs(): Promise<string> {
  return openKept(join(PROJECT, '.mingge', 'pictures'), PNGS_MAX, 'src/charts/index.ts')
}

/** The same for bulletins as PDF, by the code that prints them. */
export function openPdfs(): Promise<string> {
  return openKept(join(PROJECT, '.mingge', 'pdfs'), PDFS_MAX, 'scripts/pdf/print-page.ts')
}

async function openKept(kept: string, max: number, maker: string): Promise<string> {
  const folder = join(kept, (await hashMaker(maker)).slice(0, 32))
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > max) {
    await rm(folder, { recursive: true })
    await mkdir(folder)
  }
  const now = new Date()
  await utimes(folder, now, now)
  await forgetOldEditions(kept, STATES_MAX)
  return folder
}
