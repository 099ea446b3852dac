import type { LocalText } from '../command/bilingual.ts'
import { checkLikeness } from './check-likeness.ts'
import type { Likeness } from './likeness.ts'

/*
 * Before a program's pictures are checked, the check itself is tested: one small picture as it should be, and copies of it that
 * are broken in the ways that were found. Whatever does not find fault with the copies proves nothing.
 */

export interface Control {
  name: string
  svg: string
  /** True where the comparison with the sound picture finds what was broken; for the sound picture, where it finds nothing. */
  isSeen(likeness: Likeness): boolean
  /** What it means where it is not seen. */
  unseen: LocalText
}

const describeUnseen = (zh: string, en: string): LocalText => ({
  zh: `对照图：${zh}，比较却没有发现`,
  en: `Control: ${en}, and the comparison did not see it`,
})

const RIM =
  '<g fill="#fff" stroke="#fff" stroke-width="4"><text x="20" y="70">网格事件按期办结</text><text x="150" y="70">89.4%</text></g>'
const WORDS = '<g fill="#b3341f"><text x="20" y="70">网格事件按期办结</text><text x="150" y="70">89.4%</text></g>'

const SOUND = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="120" viewBox="0 0 240 120">\
<rect width="240" height="120" fill="#fff"/>\
<g font-family="Noto Sans CJK SC,sans-serif" font-size="14">\
<path d="M10 30h220M10 60h220" fill="none" stroke="#d9d5cb"/>\
<path d="M10 90l40-50 60 20 60-30" fill="none" stroke="#2f4f7f" stroke-width="2"/>\
<path d="M190 75h40v40h-40z" fill="#e6e9ec"/>\
${RIM}${WORDS}\
<text x="20" y="105" fill="#1b1d1f">来源：示范数据</text>\
</g></svg>
`

export const SOUND_CONTROL: Control = {
  name: 'control-sound',
  svg: SOUND,
  isSeen: (likeness) => checkLikeness(likeness).length === 0,
  unseen: { zh: '对照图：完好的图被判有错', en: 'Control: a fault was found in the correct picture' },
}

export const BROKEN_CONTROLS: readonly Control[] = [
  {
    name: 'control-variables',
    svg: SOUND.replace(/stroke="#(d9d5cb|2f4f7f)"/g, 'stroke="var(--now)"'),
    isSeen: (likeness) => likeness.missingMarks.length === 2,
    unseen: describeUnseen('线没有颜色', 'lines without a colour'),
  },
  {
    name: 'control-tone',
    // A tile of the lightest tone that is not painted.
    svg: SOUND.replace('fill="#e6e9ec"', 'fill="#fff"'),
    isSeen: (likeness) => likeness.missingMarks.length === 1,
    unseen: describeUnseen('最浅的色块没有画', 'a tile of the lightest tone is not painted'),
  },
  {
    name: 'control-boxes',
    // No font has a letter at the first place of private use: whatever a program shows for missing letters comes up.
    svg: SOUND.replace(/\p{Script=Han}/gu, '\u{e000}'),
    isSeen: (likeness) => likeness.strangeLetters.filter((letter) => /\p{Script=Han}/u.test(letter)).length >= 14,
    unseen: describeUnseen('汉字成了方框', 'Chinese letters are boxes'),
  },
  {
    name: 'control-covered',
    svg: SOUND.replace(RIM + WORDS, WORDS + RIM),
    isSeen: (likeness) => likeness.strangeLetters.length >= 13,
    unseen: describeUnseen('文字被白边遮住', 'letters are covered by their rim'),
  },
  {
    name: 'control-filled',
    svg: SOUND.replace('fill="none" stroke="#2f4f7f"', 'stroke="#2f4f7f"'),
    isSeen: (likeness) => likeness.strayShare > 0.01,
    unseen: describeUnseen('折线被填成了黑块', 'a line is filled with black'),
  },
]
