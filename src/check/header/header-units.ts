import { simplify } from '../../codes/simplified.ts'
import { splitScale } from '../values/quantity.ts'

/** A header parted into its name and the unit printed after it. */
interface NamedUnit {
  name: string
  unit: string
}

const OPEN = '(\\[【〔{'
const CLOSE = ')\\]】〕}'
const INSIDE = `[${OPEN}]([^${OPEN}${CLOSE}]*)[${CLOSE}]`
const AT_END = new RegExp(`^(.*?)\\s*${INSIDE}$`, 's')
const ANYWHERE = new RegExp(INSIDE, 'g')
const AT_START = new RegExp(`^${INSIDE}`)
const PAIR = new RegExp(`[^${OPEN}${CLOSE}]${INSIDE}`, 'g')
/** What follows a bracket or a full stop is prose. */
const END = new RegExp(`[${OPEN}${CLOSE}。]`)

/** What is longer is prose, and no name with a unit after it. */
const HEADER_LENGTH_MAX = 500

/** `养老床位（万张）`, `养老床位/张`, `养老床位，单位：张`, a unit on a line of its own → name and unit, the likeliest first. */
export function splitUnits(header: string): NamedUnit[] {
  const text = header.normalize('NFKC').trim()
  if (text.length > HEADER_LENGTH_MAX) return []
  const bracket = AT_END.exec(text)
  const said = /^(.*?)[,;、\s]*(?:计量)?[单單]位\s*:\s*(.+)$/s.exec(text)
  const after = [/^(.*)\/([^/]+)$/s, /^(.*\S)\s+(\S+)$/s].map((form) => form.exec(text))
  const loose = after.filter((found) => isUnit(found?.[2] ?? ''))
  return [bracket, said, ...loose].flatMap((found) => {
    if (!found?.[1]) return []
    return [{ name: found[1], unit: (found[2] ?? '').replace(/^\s*(?:计量)?[单單]位\s*:/, '').trim() }]
  })
}

/** Everything in a header that may be a unit: what its brackets hold, part by part, and what follows 单位 or a slash. */
export function listUnitsIn(header: string): string[] {
  const text = header.normalize('NFKC').trim()
  const inside = [...text.matchAll(ANYWHERE)].flatMap(([, content = '']) => partsOf(content))
  const outside = splitUnits(header).flatMap(({ unit }) => partsOf(unit))
  return [...new Set([...inside, ...outside])]
}

/** True for the names of units and powers of ten of them: 张, 百张, 万元, %. */
export function isUnit(text: string): boolean {
  return UNITS.has(splitScale(text).base) || UNITS.has(simplify(text.trim()))
}

/**
 * The units that texts around a table state: `单位：万张、万人`, `（单位：百人）`, `單位：萬人`, and a bare `（万人）` where
 * `isOfColumn` knows it. Whose form it is (填报单位：民政局) states none, nor does 见表头.
 */
export function listStatedUnits(texts: readonly string[], isOfColumn: (unit: string) => boolean): string[] {
  const found = texts.flatMap((received) => {
    const text = simplify(received.normalize('NFKC'))
    const said = [...text.matchAll(SAID)].flatMap(({ groups }) => {
      const { before = '', rest = '' } = groups ?? {}
      if (OWNER.test(before)) return []
      const units = unitsOf(rest, isOfColumn)
      // 各单位：请于月底前报送 speaks to organisations; only a known unit counts after other words than these.
      return before === '' || MEASURE.test(before) ? units : units.filter((unit) => isUnit(unit) || isOfColumn(unit))
    })
    const bare = [...text.matchAll(ANYWHERE)].flatMap(([, content = '']) => partsOf(content))
    return [...said, ...bare.filter((candidate) => splitScale(candidate).power > 0 && isOfColumn(candidate))]
  })
  return [...new Set(found)]
}

/** Of the words before 单位 the last few are enough; more would make a long text slow. */
const SAID = new RegExp(
  `(?<=(?<before>\\p{Script=Han}{0,4}))单位(?:\\s*[:为]\\s*|\\s*(?=[${OPEN}]))(?<rest>(?:(?!单位).)*)`,
  'gsu',
)
/** Words before 单位 that make it an organisation. */
const OWNER =
  /(填报|填表|报送|上报|申报|编制|编报|制表|制作|主管|主办|承办|牵头|协办|责任|负责|提供|供数|来源|印发|发布|公开|审核|汇总|归口|所属|隶属|所在|工作|实施|组织|管理|使用|建设|施工|产权|权属|监测|检测|调查|统计|报告|联系|用人|运营|经办|受理|办理|处置|采集|举办)$/u
const MEASURE = /(计量|数量|金额|货币|计算|计数)$/u
const SEEN_ELSEWHERE = /^(见|详见|如|按|各|同|无|不|\/|-|—|人民币$)/u
const ORGANISATION =
  /盖章|公章|签章|.{2}(局|委|会|办|中心|站|科|股|室|部|院|校|学|园|馆|集团|公司|政府|街道|镇|乡|村|区|市|县|省|队|厅|署|所|处)$/u

function unitsOf(rest: string, isOfColumn: (unit: string) => boolean): string[] {
  const isKnown = (text: string) => isUnit(text) || isOfColumn(text)
  // 机构（家）、床位（张）: what is counted, and its unit.
  const paired = [...rest.matchAll(PAIR)].flatMap(([, content = '']) => partsOf(content))
  if (paired.length > 0 && paired.every(isKnown)) return paired
  const opened = AT_START.exec(rest)?.[1]
  const [first = '', ...more] = (opened ?? rest.split(END)[0] ?? '').trim().split(/\s+/)
  // What follows a space may be the date of the table.
  const tokens = [
    first,
    ...more.filter((candidate) => partsOf(candidate).every((part) => isOfColumn(part) || isUnit(part))),
  ]
  // 件/% are two units, 毫克/升 is one.
  const split = (text: string) => (!isKnown(text) && text.split('/').every(isKnown) ? text.split('/') : [text])
  return tokens
    .flatMap(partsOf)
    .flatMap(split)
    .filter((candidate) => !SEEN_ELSEWHERE.test(candidate) && (isKnown(candidate) || !ORGANISATION.test(candidate)))
}

function partsOf(text: string): string[] {
  return text
    .replace(/^\s*(?:计量)?[单單]位\s*:/, '')
    .split(/[、,;:。]|[和及与](?=\p{Script=Han})/u)
    .map((part) => part.replace(/\s/g, ''))
    .filter((part) => part !== '')
}

/** Names of units that exports print. */
const UNITS: ReadonlySet<string> = new Set(
  [
    '人 人次 户 户次 件 件次 张 张床 张床位 床 家 所 处 个 项 次 条 份 名 位 例 起 宗 批 本 册 篇 台 套 座 栋 幢 间',
    '辆 艘 架 只 头 株 棵 块 盏 根 对 双 元 美元 港元 欧元 人民币元 克 公斤 千克 吨 标准煤 米 千米 公里 厘米 毫米',
    '平方米 平方公里 平方千米 公顷 亩 立方米 升 毫升 毫克 毫克/升 微克/立方米 瓦 千瓦 千瓦时 度 分贝 摄氏度',
    '秒 分 分钟 小时 天 日 周 月 年 岁 % ‰ 百分点 个百分点 人/平方公里 张/千人',
  ].flatMap((line) => line.split(' ')),
)
