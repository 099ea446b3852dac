import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { openPortal } from '../../src/portal/portal.ts'
import { readIfThere, sha256 } from '../../src/store/disk.ts'
import { main as build } from '../build.ts'
import { main as check } from '../check.ts'
import { PROJECT } from '../command/options.ts'
import { runStage } from '../command/progress-reporter.ts'
import { main as publish } from '../publish.ts'
import { serveUntilStopped } from '../serve.ts'
import { computeDigest, computePortalDigest } from './source-digest.ts'
import type { StartOptions } from './start-options.ts'

/** `npm start`: check → publish to a preview → build → serve. What has not changed is not built again. */
export async function startSite(options: StartOptions): Promise<void> {
  const store = join(PROJECT, '.mingge')
  const preview = join(store, 'preview', hashShort(options.data))
  await mkdir(preview, { recursive: true })
  await check(['--data', options.data, '--content', options.content, '--lang', options.lang])
  await publish([
    ...['--data', options.data, '--content', options.content, '--preview', preview],
    '--lang',
    options.lang,
  ])

  const program = ['src', 'scripts', 'public', 'astro.config.mjs', 'package-lock.json'].map((text) =>
    join(PROJECT, text),
  )
  const stamp = join(store, `built-${hashShort(options.out)}.txt`)
  const now = await runStage({ zh: '查看变化', en: 'Looking for changes' }, async () => {
    const inputs = await computeDigest([options.content, preview, ...program])
    // Whatever the site takes of the data folder beside what is published, it takes from the portal as it was opened.
    const portal = computePortalDigest(await openPortal(options.data))
    return `${inputs} ${portal} ${options.base} ${relative(PROJECT, preview)}`
  })
  const isBuilt =
    (await readTextOrNull(stamp)) === now && (await readTextOrNull(join(options.out, 'index.html'))) !== null
  if (!isBuilt) {
    const folders = ['--data', options.data, '--content', options.content, '--out', options.out]
    await build([...folders, '--base', options.base, '--published', preview, '--lang', options.lang])
    await writeFile(stamp, now)
  }
  await runStage({ zh: '网站', en: 'The site' }, (progress) => {
    progress.setResult(isBuilt ? { zh: '没有变化', en: 'unchanged' } : { zh: '已更新', en: 'up to date' })
  })
  await serveUntilStopped(options.out, options)
}

function hashShort(text: string): string {
  return sha256(text).slice(0, 12)
}

async function readTextOrNull(file: string): Promise<string | null> {
  const bytes = await readIfThere(file)
  return bytes && new TextDecoder().decode(bytes)
}
