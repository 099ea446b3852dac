import { listSamplePages } from '../../tests/browser/sample-pages.ts'
import { type EngineMajor, findEngine } from '../test/engines.ts'
import { findInstalledChromium } from '../test/launch-chromium.ts'
import { openReader, type Reader } from '../test/reader.ts'
import type { ConformCheck, ConformContext, ConformResult } from './conform-check.ts'
import { findingsOf, groupFindings } from './grouped.ts'
import { findLostOnPaper, hasMuchToPrint } from './paper.ts'
import { listReadableTour } from './readable.ts'
import { type Stop, tourOf } from './tour.ts'

/** The last Chromium for Windows 7 and 8, which offices print from. */
const PRINTING = 109

/** Old Chromium engines, as they are in the browsers that offices are given. */
export const ENGINE_CHECKS: readonly ConformCheck[] = [
  {
    name: 'engine-92',
    about: {
      zh: '低于下限的 Chromium 92 仍可阅读：文字、数字、图和清单俱在，搜索说明浏览器过旧',
      en: 'below the floor, in Chromium 92, all can be read, and search says that the browser is too old',
    },
    run: (context) => runTour(92, context, listReadableTour(context.site)),
  },
  ...([103, 109, 114, 122, 123] as const).map((major) => ({
    name: `engine-${major}`,
    about: {
      zh: `Chromium ${major} 与现行版本文字、颜色一致，搜索、筛选、核对可用${major === PRINTING ? '，打印完整' : ''}`,
      en: `Chromium ${major} shows the words and colours of the present one, and does the same${major === PRINTING ? '; its prints are whole' : ''}`,
    },
    run: (context: ConformContext) => runTour(major, context, tourOf(context.site)),
  })),
]

async function runTour(major: EngineMajor, { site, report }: ConformContext, stops: Stop[]): Promise<ConformResult> {
  const program = `Chromium ${major}`
  const engine = await findEngine(major)
  if ('lacks' in engine) return { kind: 'lacking', program, lacks: engine.lacks }
  const present = await findInstalledChromium()
  if (present === null) return { kind: 'lacking', program, lacks: NO_PRESENT }
  const readers = [await openReader(present, site), await openReader(engine.path, site)] as const
  try {
    const tabs = [await readers[0].openTab(), await readers[1].openTab()] as const
    const found: { where: string; findings: string[] }[] = []
    for (const { name, compare } of stops) {
      report(name)
      found.push({ where: name, findings: await findingsOf(compare(...tabs)) })
    }
    if (major === PRINTING) found.push(...(await printFindings(readers[1], { site, report })))
    return { kind: 'ran', program: 'Chromium', version: readers[1].version, findings: groupFindings(found) }
  } finally {
    for (const reader of readers) await reader.close()
  }
}

const NO_PRESENT = '没有可以对照的现行 Chromium There is no current Chromium to compare with: see CHROMIUM_PATH'

async function printFindings(
  { visit }: Reader,
  { site, report }: Pick<ConformContext, 'site' | 'report'>,
): Promise<{ where: string; findings: string[] }[]> {
  const found: { where: string; findings: string[] }[] = []
  for (const page of listSamplePages(site).filter(hasMuchToPrint)) {
    const where = `${page.address} is printed whole`
    report(where)
    found.push({ where, findings: await findingsOf(visit(page.address, findLostOnPaper)) })
  }
  return found
}
