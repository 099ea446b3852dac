/** The fictional city of the demonstration. Codes are in the unused range 99…; no name is that of a real district. */
interface District {
  code: string
  zh: string
  en: string
  tile: { column: number; row: number }
  subdistricts: Subdistrict[]
}

export interface Subdistrict {
  code: string
  zh: string
  en: string
  /** Code before the merger of 2014; the same where nothing changed. */
  oldCode: string
  /** How many people it had in 2000, in relation to the others. */
  weight: number
  /** Above 1: older than the city. */
  age: number
}

export const CITY = { code: '990100', zh: '云锦市', en: 'Yunjin' }

/** The districts that became 绫湾区 on 1 January 2014. */
const MERGED = [
  { code: '990103', zh: '绫东区', en: 'Lingdong District' },
  { code: '990107', zh: '绮湾区', en: 'Qiwan District' },
] as const
export const MERGER_YEAR = 2014

export const DISTRICTS: readonly District[] = [
  createDistrict(
    '990101',
    ['锦中区', 'Jinzhong'],
    [1, 1],
    [
      '织星 Zhixing 1.05 1.5',
      '梭影 Suoying 0.9 1.5',
      '经楼 Jinglou 0.95 1.45',
      '玉杼 Yuzhu 0.85 1.4',
      '机声 Jisheng 0.7 1.35',
    ],
  ),
  createDistrict(
    '990102',
    ['栖云区', 'Qiyun'],
    [2, 0],
    [
      '云裾 Yunju 1.1 0.95',
      '岫烟 Xiuyan 0.95 1',
      '栖谷 Qigu 0.9 0.9',
      '松杼 Songzhu 0.8 0.95',
      '望岫镇 Wangxiu 0.75 1.15',
    ],
  ),
  createDistrict(
    '990104',
    ['梭桥区', 'Suoqiao'],
    [0, 1],
    ['梭口 Suokou 1.1 1.05', '桥纹 Qiaowen 1 1', '纬渡 Weidu 0.95 0.9', '石梭 Shisuo 0.8 0.95', '线埠 Xianbu 0.7 0.85'],
  ),
  createDistrict(
    '990105',
    ['锦朔区', 'Jinshuo'],
    [1, 0],
    [
      '朔锦 Shuojin 1.15 0.9',
      '北杼 Beizhu 1.05 0.85',
      '霜纨 Shuangwan 0.9 0.9',
      '寒机 Hanji 0.8 0.8',
      '素坡镇 Supo 0.7 1.1',
    ],
  ),
  createDistrict(
    '990106',
    ['经纶区', 'Jinglun'],
    [2, 1],
    [
      '经畦 Jingqi 1.1 0.8',
      '纶台 Luntai 1.05 0.75',
      '丝衢 Siqu 1 0.75',
      '缉亭 Jiting 0.85 0.8',
      '茧园 Jianyuan 0.8 0.85',
    ],
  ),
  createDistrict(
    '990108',
    ['霞浣区', 'Xiahuan'],
    [0, 0],
    [
      '霞纱 Xiasha 1 0.9',
      '浣绡 Huanxiao 0.95 0.9',
      '晚绮 Wanqi 0.85 0.95',
      '绛汀 Jiangting 0.75 1',
      '染坞镇 Ranwu 0.65 1.2',
    ],
  ),
  createDistrict(
    '990109',
    ['素汀区', 'Suting'],
    [0, 2],
    [
      '素练 Sulian 0.95 1',
      '汀绢 Tingjuan 0.85 1',
      '白绫 Bailing 0.8 1.05',
      '葛汀 Geting 0.7 1.05',
      '苎浦镇 Zhupu 0.65 1.25',
    ],
  ),
  createDistrict(
    '990110',
    ['绫湾区', 'Lingwan'],
    [1, 2],
    [
      '绫东 Lingdong 1 1.15 990103001',
      '绫泽 Lingze 0.85 1.1 990103002',
      '绸港 Chougang 0.75 1.1 990103003',
      '绮湾 Qiwan 0.9 0.95 990107001',
      '绮汐 Qixi 0.8 0.9 990107002',
    ],
  ),
]

export const SUBDISTRICTS: readonly Subdistrict[] = DISTRICTS.flatMap((district) => district.subdistricts)

/** places.csv as text. */
export function buildPlacesCsv(): string {
  const lines = ['code,name_zh,name_en,level,parent,from,to,successor,aliases,tile_column,tile_row']
  const lastDay = `${MERGER_YEAR - 1}-12-31`
  lines.push(`${CITY.code},${CITY.zh},${CITY.en},city,,,,,云锦|全市|市本级,,`)
  for (const district of DISTRICTS) {
    const from = district.subdistricts.some((sub) => sub.oldCode !== sub.code) ? `${MERGER_YEAR}-01-01` : ''
    const { column, row } = district.tile
    lines.push(
      `${district.code},${district.zh},${district.en},district,${CITY.code},${from},,,${district.zh.slice(0, 2)},${column},${row}`,
    )
  }
  for (const former of MERGED) {
    lines.push(`${former.code},${former.zh},${former.en},district,${CITY.code},,${lastDay},990110,,,`)
  }
  for (const sub of SUBDISTRICTS) {
    const changed = sub.oldCode !== sub.code
    const from = changed ? `${MERGER_YEAR}-01-01` : ''
    lines.push(`${sub.code},${sub.zh},${sub.en},subdistrict,${sub.code.slice(0, 6)},${from},,,${shortenName(sub)},,`)
    if (!changed) continue
    const parent = sub.oldCode.slice(0, 6)
    lines.push(`${sub.oldCode},${sub.zh},${sub.en},subdistrict,${parent},,${lastDay},${sub.code},${shortenName(sub)},,`)
  }
  return `${lines.join('\n')}\n`
}

function createDistrict(
  code: string,
  names: [string, string],
  tile: [number, number],
  subdistricts: string[],
): District {
  return {
    code,
    zh: names[0],
    en: `${names[1]} District`,
    tile: { column: tile[0], row: tile[1] },
    subdistricts: subdistricts.map((line, n) => createSubdistrict(code, line, n + 1)),
  }
}

/** `织星 Zhixing 1.05 1.5`: name, Pinyin, weight, age, old code. Towns (镇) have codes from 100 on. */
function createSubdistrict(district: string, line: string, position: number): Subdistrict {
  const [name = '', pinyin = '', weight = '', age = '', oldCode] = line.split(' ')
  const town = name.endsWith('镇')
  const code = `${district}${String(town ? 100 : position).padStart(3, '0')}`
  return {
    code,
    zh: town ? name : `${name}街道`,
    en: `${pinyin} ${town ? 'Town' : 'Subdistrict'}`,
    oldCode: oldCode ?? code,
    weight: Number(weight),
    age: Number(age),
  }
}

function shortenName(sub: Subdistrict): string {
  return sub.zh.endsWith('街道') ? sub.zh.slice(0, -2) : ''
}
