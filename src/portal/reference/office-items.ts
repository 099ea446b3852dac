import type { Settings } from '../settings.ts'
import type { ItemWords } from './item-words.ts'

/** Meanings of what site.yaml states of an office: its filings, its bulletins as public documents, and for whom they are written. */
export const OFFICE_ITEMS: ItemWords = {
  formalities: [
    '政府网站的备案和标识，印在页脚。地址以 .gov.cn 结尾的，前五项缺一不能生成网站；不写则没有，示范网站在“演示站点，无下列各项”后列出。',
    'Filings and marks of a government site, printed in the footer. An address under .gov.cn is not built without the first five; none by default, and a demonstration lists what it has not.',
  ],
  'formalities.approval': ['开办审批的机关或文号；不写则没有。', 'By whom the site was approved; none by default.'],
  'formalities.partyMark': [
    '党政机关网站标识的证书网址；不写则没有。',
    'Address of the certificate of the mark of party and government sites; none by default.',
  ],
  'formalities.siteCode': ['网站标识码；不写则没有。', 'Site code; none by default.'],
  'formalities.icp': ['ICP备案号；不写则没有。', 'ICP filing; none by default.'],
  'formalities.police': ['公安备案号；不写则没有。', 'Police filing; none by default.'],
  'formalities.reportErrors': [
    '“我为政府网站找错”的网址；不写则没有。',
    'Address at which errors of government sites are reported; none by default.',
  ],
  'formalities.contact': ['主办单位的联系方式；不写则没有。', 'How to reach the publisher; none by default.'],
  disclosure: [
    '公报作为政府信息的各项（政府信息公开）；不写则只印能从发布记录得出的。',
    'What bulletins state of themselves as public documents; by default only what the record of releases gives.',
  ],
  'disclosure.issuer': ['发文机关；不写则为主办单位。', 'Who issues them; the publisher by default.'],
  'disclosure.subject': ['主题分类；不写则没有。', 'Subject; none by default.'],
  'disclosure.openness': [
    '公开方式：proactive 主动公开，on-request 依申请公开；不写则没有。',
    'How they are made public: proactive, or on-request; not stated by default.',
  ],
  'disclosure.editor': ['责任编辑；不写则没有。', 'Editor; none by default.'],
  'disclosure.contact': ['联系方式；不写则没有。', 'Contact; none by default.'],
  readingVersions: [
    '由简体页面自动转换的版本：zh-hant 繁体（/zh-hant/…），用台湾通行的字词，名称、法规和文件标题、登记内容保留原文；不写则没有。',
    'Versions converted from the Chinese pages: zh-hant, in Traditional Chinese (/zh-hant/…) with the words of Taiwan; names, titles of laws and documents, and entries of registers stay as they are. None by default.',
  ],
}

export const OFFICE_EXAMPLE: Pick<Settings, 'formalities' | 'disclosure'> = {
  formalities: {
    approval: { zh: '望舒市政府办公室', en: 'General Office of Wangshu' },
    partyMark: 'https://bszs.conac.cn/sitename?method=show',
    siteCode: '3200000000',
    icp: '苏ICP备00000000号',
    police: '苏公网安备 32000002000000号',
    reportErrors: 'https://zfwzgl.www.gov.cn/',
    contact: { zh: '望舒市公开数据服务台', en: 'Service desk of Wangshu public figures' },
  },
  disclosure: {
    issuer: { zh: '望舒市数据公开办公室', en: 'Wangshu Office of Public Data' },
    subject: { zh: '民政、扶贫、救灾', en: 'Civil affairs' },
    openness: 'proactive',
    editor: { zh: '数据公开编辑岗', en: 'Editor of public data' },
    contact: { zh: '望舒市公开数据服务台', en: 'Service desk' },
  },
}
