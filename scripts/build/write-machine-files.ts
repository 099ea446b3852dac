import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { listMachineFiles } from '../../src/catalogue/machine-files.ts'
import type { Site } from '../../src/compose/site.ts'
import { MANIFEST, manifest } from '../../src/store/manifest.ts'
import { pluralise } from '../../src/text/plural.ts'
import { runStage } from '../command/progress-reporter.ts'

/** What programs find the data by; it needs the address that the site is to have. */
export async function writeMachineFiles(
  site: Site,
  base: string,
  at: { derived: string; next: string },
): Promise<void> {
  await runStage({ zh: '写入目录和订阅源', en: 'Writing catalogue and feeds' }, async (progress) => {
    const files = manifest.parse(JSON.parse(await readFile(join(at.derived, MANIFEST), 'utf8')))
    const made = listMachineFiles(site, base, files)
    for (const { path, text } of made) {
      await mkdir(dirname(join(at.next, path)), { recursive: true })
      await writeFile(join(at.next, path), text)
    }
    progress.setResult(
      made.length > 0
        ? { zh: `${made.length} 个文件`, en: pluralise(made.length, 'file') }
        : { zh: 'site.yaml 没有写 url，未生成', en: 'none: site.yaml has no url' },
    )
  })
}
