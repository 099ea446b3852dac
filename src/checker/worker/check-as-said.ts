import { recallSettings } from '../again.ts'
import type { CheckerPortal } from '../checker-portal.ts'
import type { CheckerFile } from '../protocol.ts'
import { type CheckedFile, checkFile, type Watch } from './check-file.ts'
import type { Given, Progress } from './recognise.ts'

/** Checks a file; once more where what the clerk said of the file of this name before says what it does not. */
export function checkAsSaid(
  given: Given & Pick<CheckerFile, 'before'>,
  portal: CheckerPortal,
  progress: Progress,
  watch?: Watch,
): CheckedFile {
  const { before, ...file } = given
  const checked = checkFile(file, portal, progress, watch)
  const more = before && recallSettings(checked, before)
  return more ? checkFile({ ...file, ...more }, portal, progress, watch) : checked
}
