import { CELLS_CHECK } from './cells/index.ts'
import type { ConformCheck } from './conform-check.ts'
import { ENGINE_CHECKS } from './engine-checks.ts'
import { FIREFOX_CHECK } from './firefox.ts'
import { FORMAT_CHECKS } from './formats/index.ts'
import { PICTURE_CHECKS } from './pictures.ts'
import { SPARK_CHECK } from './spark/index.ts'

/** Every check, in the order in which they run. */
export const CHECKS: readonly ConformCheck[] = [
  CELLS_CHECK,
  ...FORMAT_CHECKS,
  ...ENGINE_CHECKS,
  FIREFOX_CHECK,
  ...PICTURE_CHECKS,
  SPARK_CHECK,
]
