import { sourceOf } from '../../src/accept/index.ts'
import type { CheckerPortal } from '../../src/checker/checker-portal.ts'
import type { CheckerFile } from '../../src/checker/protocol.ts'
import { checkAsSaid } from '../../src/checker/worker/check-as-said.ts'
import type { CheckedFile } from '../../src/checker/worker/check-file.ts'
import { checkFilesTogether } from '../../src/checker/worker/check-files-together.ts'
import { checkPlainFile } from '../../src/checker/worker/check-plain-file.ts'
import { reportOf } from '../../src/checker/worker/file-report.ts'
import type { Given } from '../../src/checker/worker/recognise.ts'
import { ignore, TODAY } from './portals.ts'

/** A file on the page, with those that are put in beside it. */
interface Compared extends Given, Pick<CheckerFile, 'before'> {
  beside?: readonly CheckedFile[]
}

/** All that the page can know of a file that was checked. */
interface Known {
  checked: Omit<CheckedFile, 'readSheets'>
  /** In Chinese and in English, as the page draws it. */
  reports: ReturnType<typeof reportOf>[]
  /** What the saved list and the annotated copy are made of. */
  problems: unknown
}

/** The file as its bytes are accepted, and as it is read and checked as a whole; the first is null where it is not accepted. */
export function checkBothWays(
  { beside = [], ...given }: Compared,
  portal: CheckerPortal,
): { plain: Known | null; whole: Known } {
  const { bytes, ...file } = given
  const plain = checkPlainFile({ ...file, source: sourceOf(bytes), size: bytes.length }, portal, ignore)
  const collectKnown = (checked: CheckedFile): Known => {
    const { readSheets: _, ...rest } = checked
    const problems = checkFilesTogether([...beside, checked], portal, TODAY).get(checked) ?? []
    const reports = (['zh', 'en'] as const).map((lang) => reportOf(1, checked, { problems, portal, lang }))
    return { checked: rest, reports, problems }
  }
  return { plain: plain && collectKnown(plain), whole: collectKnown(checkAsSaid(given, portal, ignore)) }
}
