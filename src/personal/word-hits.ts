import type { FoldedHit, PersonalKind } from './hit.ts'
import { isNumberPlate, isPassportNumber, TRAVEL } from './number-shapes.ts'

/** Plates, passports, addresses of mail and accounts of messengers. */
export function findWordHits(text: string, header: string): FoldedHit[] {
  const hits: FoldedHit[] = []
  if (!MARK.test(text) && !MARK.test(header)) return hits
  for (const { kind, pattern, holds } of SHAPES) {
    for (const match of text.matchAll(pattern)) {
      const found = match[1] ?? match[0]
      const start = match.index + match[0].indexOf(found)
      const end = start + found.length
      const context = { before: text.slice(Math.max(0, start - 20), start), after: text.slice(end, end + 6), header }
      if (holds(found, context)) hits.push({ kind, start, end })
    }
  }
  return hits
}

interface Context {
  before: string
  after: string
  header: string
}

interface WordShape {
  kind: PersonalKind
  /** Its first group, if any, is the datum. */
  pattern: RegExp
  holds: (found: string, context: Context) => boolean
}

const PROVINCE = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新'
/** What every word below has. */
const MARK = new RegExp(
  `@|[([]AT[)\\]]|微信|加微|抖音|快手|小红书|微博|永久居留|支付宝|钉钉|陌陌|企鹅|艾特|[A-Z0-9]#[A-Z0-9]|[+➕加]Q| DOT [A-Z]|V信|VX|WX|WEIXIN|WECHAT|加V|薇信|QQ|扣扣|Q号|官证|兵证|台湾|台胞|[A-Z][A-Z0-9]\\d{6}|[${PROVINCE}][ -]?[A-HJ-NP-Z]`,
)
/** 梯11苏A00138(20): the registration of a lift, a boiler or a vessel has the plate's form inside. */
const SPECIAL_EQUIPMENT = /[锅容管梯起索游厂]\d{2}\s?$/
/** Hosts at which people have their mail. */
const MAIL_HOSTS =
  '(?:VIP\\.)?(?:QQ|163|126|139|189|WO|GMAIL|HOTMAIL|OUTLOOK|LIVE|FOXMAIL|SINA|SOHU|YEAH|ALIYUN|ICLOUD|TOM|21CN)'
/** Letters before @ that name an office or a service, not a person. */
const ROLE =
  /^(?:INFO|SERVICES?|SUPPORT|WEBMASTER|ADMIN|OFFICE|CONTACT|NO-?REPLY|PRESS|KEFU|KF|KEFU\d*|XXGK|BGS|ZWGK|JUBAO|TOUSU|XINFANG|HELP|SALES|HR|MAIL|12345|OPENDATA|DATA|FEEDBACK|EDITOR|SECURITY|ABUSE|POSTMASTER|PRIVACY)@/

const SHAPES: readonly WordShape[] = [
  {
    kind: 'email',
    // Offices may be written to.
    pattern:
      /(?<![A-Z0-9._%+-])[A-Z0-9._%+-]{1,64}\s?(?:@|\(AT\)|\[AT\])\s?(?!(?:[A-Z0-9-]{1,63}\.){0,4}GOV\.CN(?![A-Z0-9.-]))(?:[A-Z0-9-]{1,63}[.。]){1,5}[A-Z]{2,24}(?![A-Z0-9])/g,
    holds: (found) => !ROLE.test(found.replace(/\s/g, '')) && !/\.(?:PNG|JPG|SVG|WEBP|CSS|JS|TS)$/.test(found),
  },
  {
    kind: 'email',
    // The sign replaced or set apart, so that machines do not see it: NAME#163.COM, NAME @ 126 . COM, NAME艾特QQ点COM.
    pattern: new RegExp(
      `(?<![A-Z0-9._%+-])[A-Z0-9][A-Z0-9._-]{2,40}\\s?(?:@|#|艾特|\\(AT\\)|\\[AT\\])\\s?${MAIL_HOSTS}\\s?(?:[.。]|点|DOT)\\s?(?:COM|CN|NET)(?![A-Z0-9])`,
      'g',
    ),
    holds: (found) => !ROLE.test(found.replace(/\s?(?:#|艾特)\s?/, '@')),
  },
  {
    kind: 'plate',
    pattern: new RegExp(`[${PROVINCE}][ -]?[A-HJ-NP-Z][ ·.-]?[0-9A-HJ-NP-Z]{4,6}[警学挂港澳]?(?![0-9A-Z-])`, 'g'),
    holds: (found, { before }) => {
      const bare = found.replace(/[ .·-]/g, '')
      return (
        isNumberPlate(bare) &&
        /\d.*\d/.test(bare) &&
        !SPECIAL_EQUIPMENT.test(before) &&
        !/(?:型号|批号|文号|标准|编号|许可证号?|证号)[:为是]?\s?$/.test(before)
      )
    },
  },
  {
    kind: 'passport',
    pattern: /(?<![A-Z0-9])[A-Z][A-Z0-9]\d{6,9}(?![A-Z0-9])/g,
    holds: (found, { before, after, header }) =>
      (TRAVEL.test(before.slice(-20)) || TRAVEL.test(after) || TRAVEL.test(header)) &&
      (isPassportNumber(found) ||
        /^[A-Z]\d{8,10}$/.test(found) ||
        // Passports of other countries have other forms: directly behind the word only.
        (/^[A-Z]{1,2}\d{6,9}$/.test(found) && /(?:护照|PASSPORT)[^,。;]{0,8}$/.test(before))),
  },
  {
    kind: 'email',
    // Spelled out: NAME AT HOST DOT COM.
    pattern:
      /(?<![A-Z0-9])[A-Z0-9_-]{1,30}(?: DOT [A-Z0-9_-]{1,30}){0,3} AT [A-Z0-9-]{2,30}(?: DOT [A-Z]{2,10}){1,3}(?![A-Z0-9])/g,
    holds: (found) => !/ GOV DOT CN$/.test(found) && !ROLE.test(found.replace(' AT ', '@')),
  },
  {
    kind: 'plate',
    // Written apart: a letter among the five tells it from a list of numbers.
    pattern: new RegExp(`[${PROVINCE}] ?[A-HJ-NP-Z](?: ?[0-9A-HJ-NP-Z]){5,6}(?![0-9A-Z-])`, 'g'),
    holds: (found) => {
      const bare = found.replaceAll(' ', '')
      return / .* /.test(found) && isNumberPlate(bare) && /[A-Z]/.test(bare.slice(2)) && /\d.*\d.*\d/.test(bare)
    },
  },
  {
    kind: 'passport',
    // Foreigners with permanent residence: the code of the country and twelve digits.
    pattern: /(?<![A-Z0-9])[A-Z]{3}\d{12}(?!\d)/g,
    holds: (_, { before, after, header }) => /永久居留|外国人/.test(`${before} ${after} ${header}`),
  },
  {
    kind: 'passport',
    // Residents of Taiwan: eight digits. Officers: 军字第1234567号.
    pattern: /(?:台胞证|台湾居民来往大陆通行证)(?:号码?)?[:为是]?\s{0,2}(\d{8}(?:\d{2})?)(?!\d)/g,
    holds: () => true,
  },
  {
    kind: 'passport',
    pattern: /(?:军官证|士兵证|警官证)(?:号码?)?[:为是]?\s{0,2}(?:[一-龥]字第?)?(\d{6,8})(?!\d)/g,
    holds: () => true,
  },
  {
    kind: 'account',
    // A public account or a group is behind 公众号, 小程序 or 群.
    pattern:
      /(?:微信(?:号码?|账号|帐号|ID)?|V信|(?<![A-Z])[VW]X号?|WEIXIN|WECHAT(?: ID)?|加V|薇信)(?!公众|小程序|群|扫码|支付|平台|服务|关注)[:为是+➕]?\s{0,3}(?=[-_A-Z]*[\d_-]|(?<=[号:为是]\s{0,3})[A-Z]{6,})([A-Z][-_A-Z0-9]{5,19})(?![A-Z0-9@.])/g,
    holds: (found) => !/^(?:WEIXIN|WECHAT|WECHATPAY|MINIPROGRAM|OFFICIAL)$/.test(found),
  },
  {
    kind: 'account',
    pattern:
      /(?:加微|抖音号?|快手号?|小红书号?|微博[号名]?|陌陌号?|钉钉号?|支付宝(?:账号|帐号|号))(?:ID)?[:为是]?\s{0,3}([A-Z][-_A-Z0-9]*\d[-_A-Z0-9]*)(?![A-Z0-9@.])/g,
    holds: (found) => found.length >= 5 && found.length <= 24,
  },
  {
    kind: 'account',
    pattern: /(?:抖音|快手|小红书|陌陌)(?:号|ID)[:为是]?\s{0,3}([1-9]\d{5,11})(?![\dA-Z])/g,
    holds: () => true,
  },
  {
    kind: 'account',
    pattern:
      /(?:QQ(?:号码?|账号)?|扣扣(?:号)?|企鹅号|(?:加我?|我的)企鹅|[+➕加]Q|Q号)[:为是]?\s{0,3}([1-9]\d{4,10})(?!\d|@)/g,
    holds: () => true,
  },
  {
    kind: 'account',
    pattern: /^\s?([1-9]\d{4,10})\s?$/g,
    holds: (_, { header }) => /(?:QQ|扣扣|企鹅号|Q号)/.test(header) && !/群/.test(header),
  },
]
