import { createRequire } from 'node:module'
import { join } from 'node:path'
import { sha256 } from '../../src/store/disk.ts'
import { isWithoutGlyph, openRasteriser } from '../../src/views/rasterise.ts'
import { PROJECT } from '../command/options.ts'
import { InputError } from '../command/run-command.ts'
import { openPngs } from './open-drawings.ts'

/**
 * What a build that draws PNG needs to know. Throws InputError where sharp is not installed, and where the machine has no
 * Chinese font: it would leave out the words, or draw boxes, without saying so.
 */
export async function openPictures(): Promise<Record<string, string>> {
  const program = findProgram()
  const draw = openRasteriser(program)
  const drawText = async (text: string) => sha256(await draw(renderText(text)))
  if (await isWithoutGlyph(program, '云')) {
    throw new InputError({
      zh: '本机没有中文字体，PNG图片里不会有字。请安装一种（如 fonts-noto-cjk），或去掉 --pictures。',
      en: 'This machine has no Chinese font: PNG pictures would have no words. Install one, such as fonts-noto-cjk, or leave out --pictures.',
    })
  }
  return {
    MINGGE_PICTURES: program,
    MINGGE_FONTS: await drawText('云锦直骨 Abc 0123%—（）'),
    MINGGE_PNGS: await openPngs(),
  }
}

function findProgram(): string {
  try {
    return createRequire(join(PROJECT, 'package.json')).resolve('sharp')
  } catch {
    throw new InputError({
      zh: '没有装好 sharp，不能画PNG。请运行 npm install --include=optional，或去掉 --pictures。',
      en: 'sharp is not installed, and no PNG can be drawn. Run npm install --include=optional, or leave out --pictures.',
    })
  }
}

function renderText(text: string): string {
  const words = ['Noto Sans CJK SC,sans-serif', 'Noto Serif CJK SC,serif'].map(
    (family, line) => `<text x="4" y="${30 + 40 * line}" font-size="24" font-family="${family}">${text}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="90">${words.join('')}</svg>`
}
