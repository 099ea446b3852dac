/** What the words before a number, or the header of its column, say that the number is. */
export type NumberCue = 'resident' | 'card' | 'phone' | 'code' | 'amount'

/** The first of a list wins where two end at the same character: 身份证编号 is a resident number, not a code. */
const CUES: readonly (readonly [NumberCue, RegExp])[] = [
  [
    'resident',
    /(?:身份证|身份号|公民身份|证件号|身份信息|社会保障号|社保号|社保卡号|残疾人证|残疾证|低保证|特困证|驾驶证|居住证|[一二]代证|ID ?CARD|RESIDENT ID|IDENTITY)(?:件)?(?:号码|编号|号|NO\.?| NUMBER)?/g,
  ],
  [
    'card',
    /(?:银行卡|卡号|账号|帐号|账户|帐户|开户行|工资卡|储蓄卡|信用卡|借记卡|工行卡?|农行卡?|建行卡?|中行卡?|交行卡?|招行卡?|邮储卡?|农商行卡?|社保卡|补贴卡|惠民卡|一卡通|存折|一卡通|打卡|汇款至|BANK CARD|CARD NO\.?|BANK ACCOUNT)(?:号码|编号|号)?/g,
  ],
  [
    'phone',
    /(?:手机|电\s?话|联系方式|联系号码|通讯方式|座机|固话|固定电话|宅电|(?<![一-龥])宅(?=[:号])|TEL|PHONE|MOBILE|CELL|来电|拨打|致电|号主)(?:号码|号)?/g,
  ],
  [
    'code',
    /网格|单元格|编码|编号|代码|案件号|案号|案卷号|任务号|工单号?|单号|流水号|序列号|批号|文号|索引号|备案号?|备案|许可证号?|登记号|登记证号|税号|合同号|标段|订单号?|发票号?|条码|条形码|设备号|部件|档案号|卷宗号|受理号|回执号|运单号?|快递|坐标|经度|纬度|宗地|不动产|产权证号|票据|序号|标识码|识别码|证书号|学号|工号|门牌号|信用代码|机构代码|资产号|车架号|表号|户号|批准号|指标|CODE|SERIAL|ORDER|CASE|TICKET|ISBN|ISSN|IMEI|GRID|HASH|SHA/g,
  ],
  [
    'amount',
    /金额|投资|资金|造价|总额|面积|产值|收入|预算|决算|支出|补贴|人口|总数|数量|合计|累计|用量|用[水电气]|[^质]量(?:为|达|约|共|:)?$|AMOUNT|TOTAL|POPULATION|[¥￥$]/g,
  ],
]

/** How far before a number its cue may be. */
const REACH = 16

/** The cue nearest before `start`, not beyond the end of a sentence; else that of the header. */
export function findNumberCue(text: string, start: number, header: string): NumberCue | null {
  const before = text.slice(Math.max(0, start - REACH), start)
  const sentence = before.slice(
    Math.max(before.lastIndexOf('。'), before.lastIndexOf(';'), before.lastIndexOf('\n')) + 1,
  )
  return findNearestCue(sentence) ?? findNearestCue(header)
}

/** What every cue has. */
const CUE_SIGN = /[A-Z¥￥$\u4e00-\u9fff]/

function findNearestCue(words: string): NumberCue | null {
  if (!CUE_SIGN.test(words)) return null
  let found: NumberCue | null = null
  let nearest = -1
  for (const [cue, pattern] of CUES) {
    for (const match of words.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (end <= nearest) continue
      nearest = end
      found = cue
    }
  }
  return found
}
