/**
 * CJK Radicals Supplement, each with its ideograph, by Unicode's EquivalentUnifiedIdeograph. Chromium's PDFs with Noto
 * Sans CJK store 居民 as 居⺠. The Kangxi radicals are folded by NFKC, but for ⼾, which it makes the traditional 戶.
 */
const PAIRS =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀戶户'

/** Signs that share one glyph in Noto Sans CJK or DejaVu Sans: a PDF stores whichever the font names first. */
const SHARED = '〜~・·‧·―—‒–'

const FOLDED = new Map<string, string>()
const characters = [...PAIRS, ...SHARED]
for (let at = 0; at + 1 < characters.length; at += 2) FOLDED.set(characters[at] ?? '', characters[at + 1] ?? '')

/** A PDF's text as it was written; both sides of a comparison are folded, so that 戶 and 户 are the same. */
export function foldGlyphs(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\u2e80-\u2eff戶〜・‧―‒]/g, (sign) => FOLDED.get(sign) ?? sign)
}
