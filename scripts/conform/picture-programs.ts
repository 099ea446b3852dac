import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LocalText } from '../command/bilingual.ts'
import { installFromNpm, installFromPyPi, resolvePython, runOrThrow, versionOf } from './outside.ts'
import { SCALE, sizeOf } from './reference.ts'

/** A program that draws SVG files. */
export interface PictureProgram {
  name: string
  /** What is proven, and what the program does otherwise. */
  about: LocalText
  /** Finds the program on this machine, or installs it into `workDir`. */
  start(workDir: string): Promise<Started>
}

type Started = { kind: 'started'; version: string; render: Render } | { kind: 'lacking'; lacks: string }

/** Draws SVG files, each as `pngOf(file, folder)`, `SCALE` pixels a unit. Throws a ProgramFault where the program fails. */
export type Render = (files: readonly string[], folder: string) => Promise<void>

export function pngOf(svg: string, folder: string): string {
  return join(folder, `${basename(svg, '.svg')}.png`)
}

const librsvg: PictureProgram = {
  name: 'librsvg',
  about: {
    zh: '维基百科、GNOME 与 sharp 所用的 librsvg 画出的图与浏览器相同。',
    en: 'librsvg, which draws for Wikipedia, GNOME and sharp, draws the pictures as the browser does.',
  },
  async start() {
    const version = await versionOf('rsvg-convert', ['--version'])
    if (version === null) return { kind: 'lacking', lacks: 'rsvg-convert (Debian: librsvg2-bin)' }
    const render: Render = async (files, folder) => {
      for (const file of files) {
        await runOrThrow('rsvg-convert', ['--zoom', String(SCALE), '--output', pngOf(file, folder), file])
      }
    }
    return { kind: 'started', version, render }
  },
}

const RESVG = { name: '@resvg/resvg-js', version: '2.6.2' }

const RESVG_SCRIPT = `
import { readFileSync, writeFileSync } from 'node:fs'
import { Resvg } from '${RESVG.name}'
for (const [svg, png] of JSON.parse(process.argv[1])) {
  writeFileSync(png, new Resvg(readFileSync(svg), { fitTo: { mode: 'zoom', value: ${SCALE} } }).render().asPng())
}`

const resvg: PictureProgram = {
  name: 'resvg',
  about: {
    zh: '许多网站与排版程序所用的 resvg 画出的图与浏览器相同。',
    en: 'resvg, which draws for many websites and typesetters, draws the pictures as the browser does.',
  },
  async start(workDir) {
    const home = join(workDir, 'resvg')
    const lacks = await installFromNpm(home, RESVG)
    if (lacks !== null) return { kind: 'lacking', lacks }
    const render: Render = async (files, folder) => {
      const work = JSON.stringify(files.map((file) => [file, pngOf(file, folder)]))
      await runOrThrow(process.execPath, ['--input-type=module', '--eval', RESVG_SCRIPT, work], { folder: home })
    }
    return { kind: 'started', version: RESVG.version, render }
  },
}

const CAIROSVG_SCRIPT = `
import sys, cairosvg
for svg, png in zip(sys.argv[1::2], sys.argv[2::2]):
    cairosvg.svg2png(url=svg, write_to=png, scale=${SCALE})`

const cairosvg: PictureProgram = {
  name: 'cairosvg',
  about: {
    zh: 'Python 的 CairoSVG 画出的图与浏览器相同。它只用列出的第一种字体，没有这种字体时汉字成方框。',
    en: 'CairoSVG of Python draws the pictures as the browser does. It takes the first font that is named and no other: without that font, Chinese is boxes.',
  },
  async start(workDir) {
    const home = join(workDir, 'cairosvg')
    const lacks = await installFromPyPi(home, [
      { name: 'CairoSVG', version: '2.9.1' },
      { name: 'cairocffi', version: '1.7.1' },
      { name: 'cffi', version: '2.1.1' },
      { name: 'cssselect2', version: '0.10.1' },
      { name: 'defusedxml', version: '0.7.1' },
      { name: 'pillow', version: '13.0.0' },
      { name: 'pycparser', version: '3.12' },
      { name: 'tinycss2', version: '1.5.1' },
      { name: 'webencodings', version: '0.6.1' },
    ])
    if (lacks !== null) return { kind: 'lacking', lacks }
    // The package looks for the system's Cairo when it is loaded.
    const version = await versionOf(resolvePython(home), ['-c', 'import cairosvg; print(cairosvg.__version__)'])
    if (version === null) return { kind: 'lacking', lacks: 'Cairo (Debian: libcairo2)' }
    const render: Render = async (files, folder) => {
      const work = files.flatMap((file) => [file, pngOf(file, folder)])
      await runOrThrow(resolvePython(home), ['-c', CAIROSVG_SCRIPT, ...work])
    }
    return { kind: 'started', version, render }
  },
}

const inkscape: PictureProgram = {
  name: 'inkscape',
  about: { zh: '用 Inkscape 打开的图与浏览器相同。', en: 'Inkscape shows the pictures as the browser does.' },
  async start() {
    const version = await versionOf('inkscape', ['--version'])
    if (version === null) return { kind: 'lacking', lacks: 'inkscape' }
    const render: Render = async (files, folder) => {
      // Of several files it puts each PNG beside its SVG.
      const copies = await copyInto(folder, files, (svg) => svg)
      await runOrThrow('inkscape', ['--export-type=png', `--export-dpi=${96 * SCALE}`, ...copies])
    }
    return { kind: 'started', version, render }
  },
}

const libreoffice: PictureProgram = {
  name: 'libreoffice',
  about: {
    zh: '放进 LibreOffice 文档的图与浏览器相同。它只用列出的第一种字体，不画字的白边；字宽略有出入，靠右的字会差几个单位。',
    en: 'LibreOffice shows the pictures as the browser does. It takes the first font that is named, else one of its own, paints no rim around letters, and its letters are a little narrower: words that end at a place may stop a few units before it.',
  },
  async start(workDir) {
    const version = await versionOf('soffice', ['--version'])
    const lacking: Started = { kind: 'lacking', lacks: 'soffice (Debian: libreoffice-draw)' }
    if (version === null) return lacking
    const render: Render = async (files, folder) => {
      const copies = await copyInto(folder, files, enlarge)
      // A profile of its own: a LibreOffice that is open on this machine would take the work over.
      const profile = `-env:UserInstallation=${pathToFileURL(join(workDir, 'libreoffice'))}`
      await runOrThrow('soffice', [profile, '--headless', '--convert-to', 'png', '--outdir', folder, ...copies])
    }
    // A LibreOffice of Calc alone has the program, and draws nothing without a word in its exit code.
    const folder = join(workDir, 'probe')
    await mkdir(folder, { recursive: true })
    const probe = join(workDir, 'probe.svg')
    await writeFile(probe, '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8z"/></svg>')
    await render([probe], folder)
    return existsSync(pngOf(probe, folder)) ? { kind: 'started', version, render } : lacking
  },
}

/** In the order in which they are reported. */
export const PICTURE_PROGRAMS: readonly PictureProgram[] = [librsvg, resvg, cairosvg, inkscape, libreoffice]

async function copyInto(folder: string, files: readonly string[], change: (svg: string) => string): Promise<string[]> {
  const copies: string[] = []
  for (const file of files) {
    const copy = join(folder, basename(file))
    await writeFile(copy, change(await readFile(file, 'utf8')))
    copies.push(copy)
  }
  return copies
}

/** LibreOffice makes a pixel of each unit; a picture that declares a larger size keeps its proportions. */
function enlarge(svg: string): string {
  const { width, height } = sizeOf(svg)
  return svg.replace(/ width="\d+" height="\d+"/, ` width="${width * SCALE}" height="${height * SCALE}"`)
}
