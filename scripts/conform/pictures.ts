import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { toBilingual } from '../command/bilingual.ts'
import { InputError } from '../command/run-command.ts'
import { findChromium, launchChromium } from '../test/launch-chromium.ts'
import { BROKEN_CONTROLS, type Control, SOUND_CONTROL } from './broken-pictures.ts'
import { checkLikeness } from './check-likeness.ts'
import type { ConformCheck, ConformResult } from './conform-check.ts'
import { compareRasters, type Reference } from './likeness.ts'
import { ProgramError, runIfThere } from './outside.ts'
import { PICTURE_PROGRAMS, type PictureProgram, pngOf, type Render } from './picture-programs.ts'
import { type Easel, rasterOf, referenceOf, setUpEasel } from './reference.ts'

/** The pictures for download of a built site, in each program that people put pictures into. */
export const PICTURE_CHECKS: readonly ConformCheck[] = PICTURE_PROGRAMS.map((program) => ({
  name: program.name,
  about: program.about,
  run: (context) => checkProgram(program, context),
}))

/**
 * One picture of each name in each language, as paths below `site`: to a program, the same chart of forty places is
 * one case.
 */
export async function choosePictures(site: string): Promise<string[]> {
  const entries = await readdir(site, { recursive: true })
  const files = entries.map((entry) => entry.replaceAll('\\', '/')).filter((entry) => entry.endsWith('.svg'))
  const chosen = new Map<string, string>()
  for (const file of files.toSorted()) {
    const key = `${file.startsWith('en/') ? 'en' : 'zh'} ${basename(file)}`
    if (!chosen.has(key) && PICTURE.test(await readFile(join(site, file), 'utf8'))) chosen.set(key, file)
  }
  return [...chosen.values()]
}

type Context = Parameters<ConformCheck['run']>[0]

/** How a picture for download begins; a publisher's own drawings need not. */
const PICTURE = /^<svg xmlns="[^"]+" width="\d+" height="\d+" viewBox="[^"]+" xml:lang="[^"]+" role="img"/

/** What the pictures name first. Without them each program takes the font it likes, and letters cannot be compared. */
const FONTS = ['Noto Sans CJK SC', 'Noto Serif CJK SC']

async function checkProgram(program: PictureProgram, { site, workDir, report }: Context): Promise<ConformResult> {
  const home = join(workDir, 'pictures')
  await mkdir(home, { recursive: true })
  const reportLacking = (lacks: string): ConformResult => ({ kind: 'lacking', program: program.name, lacks })
  const font = await findLackingFont()
  if (font !== null) return reportLacking(font)
  const started = await program.start(home)
  if (started.kind === 'lacking') return reportLacking(started.lacks)
  const path = await findChromiumOrLack()
  if (typeof path !== 'string') return reportLacking(path.lacks)
  const browser = await launchChromium(path)
  try {
    const easel = await setUpEasel(browser)
    const pictures = await picturesOf(site, { home, easel })
    report(toBilingual({ zh: `${program.name}：${pictures.length} 幅图`, en: `${pictures.length} pictures` }))
    const findings = await findingsOf(pictures, {
      render: started.render,
      folder: join(home, `drawn-by-${program.name}`),
      easel,
    })
    return { kind: 'ran', program: program.name, version: started.version, findings }
  } finally {
    await browser.close()
  }
}

/** A picture and how the browser draws it. */
interface Picture {
  /** Path below the site, or the name of a control. */
  name: string
  /** A copy with a name of its own, for programs that write into one folder. */
  file: string
  reference: Reference
  control?: Control
}

interface Means {
  home: string
  easel: Easel
}

/** By site and folder: the browser's own drawings are the same for every program of one run. */
const known = new Map<string, Promise<Picture[]>>()

function picturesOf(site: string, means: Means): Promise<Picture[]> {
  const key = JSON.stringify([site, means.home])
  const pictures = known.get(key) ?? readPictures(site, means)
  known.set(key, pictures)
  return pictures
}

async function readPictures(site: string, { home, easel }: Means): Promise<Picture[]> {
  const folder = join(home, 'svg')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  const pictures: Picture[] = []
  for (const name of await choosePictures(site)) {
    const file = join(folder, name.replaceAll('/', '--'))
    await copyFile(join(site, name), file)
    pictures.push({ name, file, reference: await referenceOf(easel, file) })
  }
  const sound = join(folder, `${SOUND_CONTROL.name}.svg`)
  await writeFile(sound, SOUND_CONTROL.svg)
  const reference = await referenceOf(easel, sound)
  for (const control of [SOUND_CONTROL, ...BROKEN_CONTROLS]) {
    const file = join(folder, `${control.name}.svg`)
    await writeFile(file, control.svg)
    // A broken copy is compared with the sound picture.
    pictures.push({ name: control.name, file, reference, control })
  }
  return pictures
}

async function findingsOf(
  pictures: readonly Picture[],
  { render, folder, easel }: { render: Render; folder: string; easel: Easel },
): Promise<string[]> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  const files = pictures.map((picture) => picture.file)
  const findings: string[] = []
  if (pictures.every((picture) => picture.control)) {
    findings.push(toBilingual({ zh: '网站里没有可供下载的图。', en: 'The site holds no picture for download.' }))
  }
  findings.push(...(await catchProgramError(() => render(files, folder))))
  for (const { name, file, reference, control } of pictures) {
    const png = pngOf(file, folder)
    // A program may end well and leave out a file.
    if (!existsSync(png)) {
      findings.push(toBilingual({ zh: `${name}：没有画出。`, en: `${name}: was not drawn.` }))
      continue
    }
    const likeness = compareRasters(reference, await rasterOf(easel, await readFile(png)))
    if (!control) findings.push(...checkLikeness(likeness).map((difference) => `${name}: ${difference}`))
    else if (!control.isSeen(likeness)) findings.push(toBilingual(control.unseen))
  }
  return findings
}

/** The program's own fault is a finding; any other is ours and goes on. */
async function catchProgramError(work: () => Promise<void>): Promise<string[]> {
  try {
    await work()
    return []
  } catch (error) {
    if (error instanceof ProgramError) return [error.message]
    throw error
  }
}

async function findLackingFont(): Promise<string | null> {
  for (const font of FONTS) {
    const listed = await runIfThere('fc-list', [font, 'family'])
    // Systems without fontconfig are taken at their word.
    if (listed !== null && listed.stdout.trim() === '') return `${font} (Debian: fonts-noto-cjk)`
  }
  return null
}

async function findChromiumOrLack(): Promise<string | { lacks: string }> {
  try {
    return await findChromium()
  } catch (error) {
    if (error instanceof InputError) return { lacks: error.message }
    throw error
  }
}
