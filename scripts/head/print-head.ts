import { join } from 'node:path'
import { sha256 } from '../../src/store/disk.ts'
import { openFolder } from '../../src/store/file-reader.ts'
import { linesOf, readReleases } from '../../src/store/log.ts'
import { readTexts } from '../../src/store/verified-texts.ts'
import { toBilingual } from '../command/bilingual.ts'
import { InputError } from '../command/run-command.ts'
import { toInputError } from '../line/run-line-over.ts'
import type { HeadOptions } from './head-options.ts'

/** Prints the hash of the last line of the log, to be kept where the publisher cannot change it. */
export async function printHead(options: HeadOptions): Promise<void> {
  const { line, release, date } = await readLast(join(options.data, 'published')).catch((error: unknown) => {
    throw toInputError(error, options.lang)
  })
  const head = sha256(line)
  if (options.format === 'json') {
    process.stdout.write(`${JSON.stringify({ head, release, date })}\n`)
    return
  }
  process.stderr.write(
    `${toBilingual({ zh: `第${release}次发布，${date}。核验：npm run verify -- 网址 --head`, en: `Release ${release}, ${date}. To verify: npm run verify -- URL --head` })} ${head}\n`,
  )
  process.stdout.write(`${head}\n`)
}

/** The last line of a log that holds, over files that are as they were published. */
async function readLast(published: string): Promise<{ line: string; release: number; date: string }> {
  const read = openFolder(published)
  const { log, releases } = await readReleases(read)
  await readTexts(read, releases)
  const [line, last] = [linesOf(log).at(-1), releases.at(-1)]
  if (line !== undefined && last) return { line, release: last.release, date: last.date }
  throw new InputError({ zh: `还没有发布任何内容：${published}。`, en: `Nothing is published yet in ${published}.` })
}
