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

/** The folder in which this build keeps its pictures; those of older code are deleted. */
export async function openDrawings(): Promise<string> {
  const folder = join(KEPT, (await hashMaker('src/charts/index.ts')).slice(0, 32))
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > PICTURES_MAX) {
    await rm(folder, { recursive: true })
    await mkdir(folder)
  }
  const now = new Date()
  await utimes(folder, now, now)
  await forgetOldEditions(KEPT, STATES_MAX)
  return folder
}
