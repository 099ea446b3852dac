import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { annotate } from '../../src/annotate/index.ts'
import { annotatedName } from '../../src/annotate/name.ts'
import type { LineResult } from '../../src/line/run.ts'
import { plural } from '../../src/text/plural.ts'
import { stage } from '../command/progress-reporter.ts'
import { UsageFault } from '../command/run-command.ts'

/** Throws where the copies would lie among the raw files, whose folder holds what was received and nothing else. */
export function requireApart(folder: string, dataDir: string): void {
  const raw = join(dataDir, 'raw') + sep
  if (!(folder + sep).startsWith(raw)) return
  throw new UsageFault({
    zh: `--annotate 不能指向原始文件所在的 ${raw}，请另选文件夹。`,
    en: `--annotate must not lead into ${raw}, where the raw files lie; choose another folder.`,
  })
}

/**
 * Writes a copy of each raw file that has errors or warnings, as a workbook with its cells marked:
 * `raw/cases/2026-10.csv` → `DIR/cases/2026-10.csv.检查.xlsx`. Returns the paths.
 */
export function writeAnnotated(result: LineResult, dataDir: string, folder: string): Promise<string[]> {
  const byFile = Map.groupBy(result.problems, (one) => one.file)
  const files = result.files.filter(({ path }) => byFile.get(path)?.some((one) => one.level !== 'note'))
  return stage({ zh: '批注工作簿', en: 'Annotating workbooks' }, async (told) => {
    told.expect(files.length)
    const written: string[] = []
    for (const { path, dataset } of files) {
      told.step(path)
      const copy = await annotate(await readFile(join(dataDir, path)), path, byFile.get(path) ?? [])
      const target = join(folder, dataset, annotatedName(path))
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, copy)
      written.push(relative(folder, target))
    }
    told.say({ zh: `${written.length} 个文件，在 ${folder}`, en: `${plural(written.length, 'file')} in ${folder}` })
    return written
  })
}
