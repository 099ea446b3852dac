import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { runProgram } from '../../../scripts/command/child.ts'
import { PROJECT } from '../../house/files.ts'
import { writeFontsWithoutChinese } from './without-fonts.ts'

// Fonts are chosen by fontconfig on Linux alone, once a process.
test.runIf(process.platform === 'linux')('a machine without a Chinese font is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mingge-fonts-'))
  const file = join(folder, 'fonts.conf')
  await writeFontsWithoutChinese(file)
  const module = pathToFileURL(join(PROJECT, 'scripts/build/open-pictures.ts')).href
  const program = `await (await import('${module}')).openPictures().catch((error) => console.log(error.name, error.message))`
  const args = ['--input-type=module', '--eval', program]
  const { output } = await runProgram(process.execPath, args, { gather: true, env: { FONTCONFIG_FILE: file } })
  await rm(folder, { recursive: true })
  expect(output).toMatch(
    /^InputError 本机没有中文字体，PNG图片里不会有字。[\s\S]*This machine has no Chinese font: PNG/,
  )
})
