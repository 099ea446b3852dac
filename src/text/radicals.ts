/**
 * The text with radicals as the characters that they look like: ⻓者⻝堂 → 长者食堂. PDFs and old fonts bring them in place of
 * characters, and NFKC leaves all but two of the CJK Radicals Supplement. ⼾ becomes 户, which people write, and not 戶.
 */
export function foldRadicals(text: string): string {
  if (!RADICAL.test(text)) return text
  return text.replace(RADICALS, (radical) => {
    if (radical === '⼾') return '户'
    if (radical >= KANGXI_FIRST) return radical.normalize('NFKC')
    const character = SUPPLEMENT[radical.charCodeAt(0) - SUPPLEMENT_FIRST]
    return character === undefined || character === NONE ? radical : character
  })
}

const RADICAL = /[\u2E80-\u2FD5]/
const RADICALS = /[\u2E80-\u2FD5]/g
const KANGXI_FIRST = '\u2F00'
const SUPPLEMENT_FIRST = 0x2e80
/** Stands for U+2E80, which has no equivalent, and for U+2E9A, which is no character. */
const NONE = '\u3000'
/** `EquivalentUnifiedIdeograph` of U+2E80 to U+2EF3, in their order: Unicode Character Database 15.0. */
const SUPPLEMENT = [
  ...'　厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵　旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
]
