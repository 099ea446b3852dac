/** Words for a person behind which, or below which as a header, a name is that person's. */
const PERSONS =
  '姓\\s{0,3}名|名字|户\\s?主|联系人|举报人|投诉人|报案人|申请人|申领人|当事人|诉求人|来电人|反映人|信访人|上访人|受访人|受访者|被访人|业主|房主|租户|承租人|租客|监护人|配偶|丈夫|妻子|父亲|母亲|儿子|女儿|家属|亲属|代办人|经办人|委托人|代理人|收件人|收货人|寄件人|患者|病人|死者|伤者|受害人|被害人|犯罪嫌疑人|嫌疑人|违法行为人|违法人|违章人|被处罚人|被罚款人|车主|驾驶员|驾驶人|持证人|持卡人|开户人|收款人|救助对象|低保对象|特困人员|残疾人|服务对象|护理员|网格员|巡查员|志愿者|学生|学员|考生|老人|儿童|居民|村民|市民|群众|独居老人|孤寡老人|宝宝|签收人|登记人|填表人|制表人|审核人|填报人|录入人|负责同志|承办人|邻居|路人|目击者|证人|原告人?|被告人?|第三人|APPLICANT|NAME|CONTACT'

/** The cue, and the sign or word between it and the name; nothing where the name follows directly. */
export const NAME_CUE = new RegExp(
  `((?:${PERSONS})(?:的)?(?:姓名|名字|名称)?)(\\s{0,3}[:=]\\s{0,3}|(?:是|为|叫|系|名叫|名为|名字叫|一名|\\()|\\s{1,3}|)(?=[一-龥A-Z])`,
  'g',
)
export const NAME_HEADER = new RegExp(`^(?:.*(?:${PERSONS})(?:的)?(?:姓名|名字)?)(?:$|\\()`)

/** Cues after which a name may follow without a sign between. */
export const LOOSE_CUE =
  /人$|户\s?主|姓\s{0,3}名|业主|居民|村民|市民|老人|学生|患者|车主|驾驶员|配偶|丈夫|妻子|父亲|母亲|儿子|女儿|网格员|护理员|邻居|对象|儿童|被告|原告|租户|死者|伤者|志愿者|群众|学员/

/** Persons whose names the law makes public with the permit or the office that they hold. */
export const LAWFUL =
  /法定代表|法人代表|法人|主要负责|单位负责|企业负责|公司负责|发言人|新闻联系人|LEGAL REPRESENTATIVE/

/** Headers that contain a word for a person and head something else: 投诉人数, 户主电话. */
export const OTHER_HEADER =
  /数|单位|名称|企业|公司|地名|机构|店名|项目|FILE|COLUMN|TABLE|USER ?NAME|PLACE|类型|类别|电话|号码|地址|意见|评价|DISTRICT/

/** Words that follow a name within a sentence: 李秀英反映, 张建国电话. */
export const NEXT_WORD =
  /^(?:\d|电话|手机|联系|身份|住址|地址|性别|年龄|出生|民族|家住|反映|投诉|举报|来电|表示|称|诉|说|系|现|因|于|在|与|和|及|向|的|等|已|被|将|为|是|有|不|到|对|把|给|要|自|从|年|今|之|未|家|住|患|男|女|同志|先生|女士|老师|医生|主动|多次|提出|申请|签收|登记|来访|送|领|办|报|独居|确认|签字|本人|走访|入户|上门|巡查|巡逻|发现|协助|赶到|前往|带领|通过|拨打|要求|认为|希望|感谢|觉得|询问|咨询|建议|提供|负|承担|违|驾|酒后|突发|摔|受伤|死亡|获|曾|正|刚|又|也|还|均|共|欠|缴|住院|就医|生病|去世|退休|失业|居住|户|身患|个人|家中|家里|一家|夫妇|夫妻|等人|两|三|四|今年|去年|生前|未能|拒|不满|不服|逾期|违停|投保|借|购|买|卖|租|晾|私|擅|占|堆|养|饲|种|养狗|回复|回访|答|口头|书面|指|告|请|求|盼|望|需|应|可|能|愿|同意|配合|清理|整改|放|停|独自|近日|昨|前来|到场|受理|名下|所在|其|该|无|没|再次|经常|仍|则|都|就|才|先|后|时|进|出|来|去|跑|坐|站|走|驾车|骑|跌|烧|做|发|收|交|付|取|退|租住|入住|搬|探|看|钓|摆|乱|违规|占道|私搭)/

/** Words that end a name behind a colon in a form without punctuation. */
export const FORM_WORD =
  /^(?:电话|手机|联系|身份证?|住址|地址|性别|年龄|出生|民族|家住|反映|投诉|举报|来电|表示|女|男|系|户籍|工作|职务|因|于20|已|签)/
