import type { FoldedHit } from './hit.ts'

/**
 * Addresses below the community: a building with its entrance or door, a lane with its number, or a building of a housing
 * estate. Rooms of offices and counts of buildings are none.
 */
export function findAddressHits(text: string, header: string): FoldedHit[] {
  const hits: FoldedHit[] = []
  if (!MARK.test(text)) return hits
  for (const pattern of ADDRESSES) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (hits.some((hit) => hit.start < end && start < hit.end)) continue
      const before = text.slice(Math.max(0, start - 24), start)
      if (isPublicPlace(before, text.slice(end, end + 8), header)) continue
      hits.push({ kind: 'address', start, end })
    }
  }
  const title = HOME.test(header) && !OFFICE.test(header)
  if (title) addHouseNumbers(text, hits)
  return joinParts(text, hits)
}

/** Below 住址 any number of a house is part of a home's address. */
function addHouseNumbers(text: string, hits: FoldedHit[]): void {
  for (const match of text.matchAll(HOUSE)) {
    const [start, end] = [match.index, match.index + match[0].length]
    if (!hits.some((hit) => hit.start < end && start < hit.end)) hits.push({ kind: 'address', start, end })
  }
}

/** Parts of one address are one hit: 45号3栋1门6号. */
function joinParts(text: string, hits: readonly FoldedHit[]): FoldedHit[] {
  const joined: FoldedHit[] = []
  for (const hit of [...hits].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && PART_GAP.test(text.slice(last.end, hit.start))) last.end = hit.end
    else joined.push({ ...hit })
  }
  return joined
}

/** What every address below has. */
const MARK = /[幢栋座弄巷]|号楼|单元|[号户室#房]|胡同|\d-\d|ROOM|FLAT|APARTMENT/

const N = '[0-9一二三四五六七八九十百零〇○甲乙丙丁A-H]{1,5} ?'
const BUILDING = `${N}(?:-\\d{1,2})?(?:幢|栋|座|号楼|#楼|#|号院|楼(?=${N}单元))`
const UNIT = `${N}(?:单元|门洞|门(?!口)|梯)`
/** 502室, 502, 五楼东户. */
const DOOR = `(?:(?:${N}[楼层])?[ -]?${N}(?:室|户|房(?!屋|产|间数)|号房)|${N}[楼层][东西南北中][边侧]?户)`
const ESTATE =
  '(?:新村|小区|花园|家园|公寓|苑|嘉园|雅居|里弄|新苑|名城|名都|名郡|华庭|山庄|府邸|花城|社区|佳苑|景园|名苑|村|里|庭|湾)'

/** Parts of a large estate: 二期, 东区. */
const SECTION = '(?:[东西南北中甲乙丙丁A-D一二三四五六1-6]区|[一二三四五六1-6]期){0,2}'

const HOUSE = new RegExp(`(?<=[一-龥])${N}号(?!线|码)`, 'g')
/** No more than a few characters and no sign are between the parts of an address. */
const PART_GAP = /^[ -]?[一-龥]{0,3}[ -]?$/

const ADDRESSES: readonly RegExp[] = [
  new RegExp(`${BUILDING}[ -]?(?:${UNIT})?[ -]?${DOOR}`, 'g'),
  new RegExp(
    `${BUILDING}[ -]?${UNIT}(?:[ -]?(?:${N}[楼层])?[ -]?\\d{3,4}(?!\\d)(?:室|户)?|[ -]?${N}[楼层](?:[东西南北中][边侧]?户)?)?`,
    'g',
  ),
  new RegExp(`${BUILDING}[ -]?[甲乙丙丁东西]?\\d{3,4}(?![\\d年元米户人个件㎡])`, 'g'),
  new RegExp(`${BUILDING}[ -]?${N}号门[ -]?\\d{3,4}(?!\\d)`, 'g'),
  new RegExp(`${N}弄[ -]\\d{1,3}-\\d{3,4}(?![\\d-])`, 'g'),
  new RegExp(`${N}单元[ -]?\\d{3,4}(?![\\d年元米户人个件㎡])`, 'g'),
  /(?<=楼[上下]|隔壁|对[门面])\d{3,4}(?![\d年元米平户人个件号路次])室?/g,
  new RegExp(`${UNIT}[ -]?(?:${DOOR}|${N}[楼层])`, 'g'),
  new RegExp(`(?<=[一-龥])${N}号(?:院)?[ -]?${DOOR}`, 'g'),
  new RegExp(`(?<=[巷弄里村街])${N}号之${N}(?:室|户)?`, 'g'),
  /(?:ROOM|FLAT|APARTMENT) ?\d{2,4},? ?(?:UNIT ?\d{1,2},? ?)?(?:BUILDING|BLOCK|BLDG) ?\d{1,3}(?![^;\n]{0,30}(?:PARK|CENT[ER]{2}|TOWER|PLAZA|OFFICE|SCHOOL|HOSPITAL|UNIVERSITY))/g,
  new RegExp(`${N}(?:弄|巷|胡同)${N}号(?:${DOOR}|甲|乙)?`, 'g'),
  new RegExp(`(?<=${ESTATE}${SECTION})${N}(?:幢|栋|号楼)(?!住宅|高层|建筑|房屋|教学|厂房|办公)`, 'g'),
  new RegExp(`(?<=里弄|弄堂|里巷)${N}号(?!线|码)(?:${DOOR}|甲|乙)?`, 'g'),
  new RegExp(`(?<=(?:小区|花园|新村|苑|家园|公寓|里|村|庭|湾)${SECTION})\\d{1,3}-\\d{1,2}-\\d{3,4}(?![\\d-])`, 'g'),
  new RegExp(`(?<=[村庄寨屯][一-龥]{0,6}?)(?:${N}|(?<=[一-龥]))(?:组|队|社)${N}号`, 'g'),
  new RegExp(`(?<=[路街道巷]${N}号(?:院)?)${DOOR}`, 'g'),
  new RegExp(
    `(?<=(?:家住|家在|现住|租住|住址|居住地址|家庭地址|户籍地址|家庭住址|居住[在于]|住在)[:为是]?[^。;\\n]{0,24})${N}(?:号(?!线|码)|幢|栋|号楼)(?:${N}(?:室|户|层))?`,
    'g',
  ),
]

const HOME = /家住|家在|现住|租住|住址|家庭|户籍|居住|住在|户主|自住|民宅|住户|独居|出租屋|RESIDENCE|HOME/
const OFFICE =
  /开发区|高新区|科创|大厦|写字楼|商务|科技园|产业园|软件园|工业园|创业园|孵化|办公|服务中心|政务|机关|医院|学校|大学|学院|中学|小学|幼儿园|会议|实验|公司|厂区?|广场|商场|商城|市场|中心|大楼|法院|检察|委员会|政府|街道办|派出所|窗口|教学|酒店|宾馆|基地|总部|园区|仓库|车间|门面|商铺|营业|经营|注册地|登记地|生产|局$|所$|银行|展馆|图书馆|博物馆|车站|机场|港区|体育|剧院/
/** 新建12栋, 共25幢: a count of buildings. */
const COUNTED =
  /(?:共|新建|建设|建成|拆除|改造|完成|涉及|约|近|达|余|总计|合计|新增|等|规划|在建|竣工|计|为|整治|排查|加装|惠及)\s?$/
const COUNTED_AFTER =
  /^(?:住宅|高层|楼房|建筑|房屋|厂房|居民楼|公寓楼|教学楼|安置房|别墅|危房|商品房|多层|老旧|住房|楼宇|楼(?![\d道上下顶]))/

function isPublicPlace(before: string, after: string, header: string): boolean {
  const clause = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf(';'), before.lastIndexOf(',')) + 1)
  if (HOME.test(clause) || (HOME.test(header) && !OFFICE.test(header))) return false
  return OFFICE.test(clause) || OFFICE.test(header) || COUNTED.test(clause) || COUNTED_AFTER.test(after)
}
