import { toBilingual } from '../command/bilingual.ts'
import type { Likeness } from './likeness.ts'

/** Letters of one picture that may differ: where two of them touch, smoothing can hide a stroke. */
const STRANGE_SHARE_MAX = 0.02
/** Of the sheet; LibreOffice's softer edges come to 0.015 %. */
const STRAY_SHARE_MAX = 0.001
const NAMED_MAX = 8

/** What is wrong with a picture, as sentences in both languages; none where it is as it should be. */
export function checkLikeness(likeness: Likeness): string[] {
  const { missingMarks, strangeLetters, strayShare } = likeness
  const differences: string[] = []
  if (!likeness.isOfSize) differences.push(toBilingual({ zh: '图的大小不对。', en: 'The sheet has another size.' }))
  if (likeness.marks === 0 || likeness.letters === 0) {
    differences.push(toBilingual({ zh: '没有可比的图形或文字。', en: 'There is no mark or no letter to compare.' }))
  }
  if (missingMarks.length > 0) {
    const names = [...new Set(missingMarks)].slice(0, NAMED_MAX).join(', ')
    const counts = `${missingMarks.length}/${likeness.marks}`
    differences.push(
      toBilingual({
        zh: '图形没有画出或颜色不对。',
        en: `Marks are not drawn, or in another colour (${counts}): ${names}`,
      }),
    )
  }
  if (strangeLetters.length > likeness.letters * STRANGE_SHARE_MAX) {
    const letters = strangeLetters.slice(0, NAMED_MAX).join('')
    const counts = `${strangeLetters.length}/${likeness.letters}`
    differences.push(
      toBilingual({
        zh: '字形不对或被遮住。',
        en: `Letters have another shape, or are covered (${counts}): ${letters}`,
      }),
    )
  }
  if (strayShare > STRAY_SHARE_MAX) {
    const share = `${(strayShare * 100).toFixed(1)}%`
    differences.push(
      toBilingual({ zh: '图上有多出的东西。', en: `What should not be there covers ${share} of the sheet.` }),
    )
  }
  return differences
}
