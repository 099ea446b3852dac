import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { annotate } from '../../src/annotate/index.ts'
import { nameAnnotatedCopy } from '../../src/annotate/name.ts'
import type { LineResult } from '../../src/line/run-line.ts'
import { pluralise } from '../../src/text/plural.ts'
import { runStage } from '../command/progress-reporter.ts'
import { UsageError } from '../command/run-command.ts'

/** Throws where the copies would lie among the raw files, whose folder holds what was received and nothing else. */
export function requireApart(folder: string, dataDir: string): void {
  const raw = join(dataDir, 'raw') + sep
  if (!(folder + sep).startsWith(raw)) return
  throw new UsageError({
    zh: `--annotate 不能指向原始文件所在的 ${raw}，请另选文件夹。`,
    en: `--annotate must not name a folder within ${raw}, which holds the raw files; choose another folder.`,
  })
}

/**
 * Writes a copy of each raw file that has errors or warnings, as a workbook with its cells marked:
 * `raw/cases/2026-10.csv` → `DIR/cases/2026-10.csv.核对.xlsx`. Returns the paths.
 */
export function writeAnnotated(result: LineResult, dataDir: string, folder: string): Promise<string[]> {
  const byFile = Map.groupBy(result.problems, (problem) => problem.file)
  const files = result.files.filter(({ path }) => byFile.get(path)?.some((problem) => problem.level !== 'note'))
  return runStage({ zh: '批注工作簿', en: 'Annotating workbooks' }, async (progress) => {
    progress.setTotal(files.length)
    const written: string[] = []
    for (const { path, dataset } of files) {
      progress.advance(path)
      const copy = annotate(await readFile(join(dataDir, path)), path, byFile.get(path) ?? [])
      const target = join(folder, dataset, nameAnnotatedCopy(path))
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, copy)
      written.push(relative(folder, target))
    }
    progress.setResult({
      zh: `${written.length} 个文件，在 ${folder}`,
      en: `${pluralise(written.length, 'file')} in ${folder}`,
    })
    return written
  })
}
