import type { Site } from '../../compose/site.ts'
import type { Question } from '../../portal/plain-words.ts'
import { localise, t } from '../../text/ui.ts'

/** What readers may do with the figures, and whom they can turn to. */
export function listRights(site: Site): Question[] {
  const { publisher, licence, demonstration } = site.settings
  return [
    {
      id: 'reuse',
      question: { zh: '可以转载和再利用这里的数据吗？', en: 'May I reuse the data?' },
      also: {
        zh: ['版权', '用到论文里', '使用许可', '授权', '商用', '转载', '能不能用在文章里', '许可协议', '免费吗'],
        en: ['copyright', 'licence', 'license', 'terms of use', 'commercial use', 'permission', 'free to use'],
      },
      answer: {
        zh: `可以，转载、商用都不必另行申请。数据按${licence.name}许可使用，写明出处即可。`,
        en: `Yes, in publications and in business alike, without asking. The data are licensed under ${licence.name}; name the source.`,
      },
      links: [{ to: licence.url, label: { zh: `${licence.name}全文`, en: `${licence.name} in full` } }],
    },
    {
      id: 'cite',
      question: { zh: '怎样引用这里的数字？', en: 'How do I cite a number from here?' },
      also: {
        zh: ['引用格式', '参考文献', '出处怎么写', '注明来源', '固定链接', '永久地址'],
        en: ['citation', 'reference', 'how do I cite', 'permanent link', 'BibTeX'],
      },
      answer: {
        zh: '每期公报、每个数据集和每张图下面都有“引用”，给出国标、APA、BibTeX、RIS和CSL-JSON的写法。写上版本号，别人就能找到同一个数。',
        en: 'Below each bulletin, dataset and chart there is “Cite”, with the reference in GB/T 7714, APA, BibTeX, RIS and CSL-JSON. Give the version, and others will find the same number.',
      },
    },
    {
      id: 'report-error',
      question: { zh: '发现数字有错，找谁？', en: 'Whom do I tell about an error?' },
      also: {
        zh: ['纠错', '纠错电话', '数字错了', '数字不对', '联系方式', '反映错误', '举报错误', '意见建议', '联系谁'],
        en: ['report an error', 'report a mistake', 'contact', 'wrong number', 'feedback', 'complain about data'],
      },
      answer: {
        zh: `请告诉${publisher.zh}，联系方式在每页页脚。写明网页地址、哪一个数、您认为应是多少；核实后更正，并写进发布记录。`,
        en: `Tell ${publisher.en}; how to reach it is at the foot of each page. Give the address of the page, the number, and what it should be. What is confirmed is corrected and recorded.`,
      },
      links: [{ to: '/changes/', label: localise((lang) => t(lang, 'changes')) }],
    },
    {
      id: 'who',
      question: { zh: '这个网站由谁负责？', en: 'Who is responsible for this site?' },
      also: {
        zh: ['主办单位', '谁办的', '谁发布', '负责人', '哪个部门', '数据从哪里来'],
        en: ['who is responsible', 'publisher', 'who runs this site', 'departments'],
      },
      answer: {
        zh: `${publisher.zh}。数据由各部门交来，每个数据集的页面写明主管部门。`,
        en: `${publisher.en}. The data come from the departments; the page of each dataset names the one that keeps it.`,
      },
      links: [
        { to: '/about/', label: localise((lang) => t(lang, 'about')) },
        { to: '/data/', label: localise((lang) => t(lang, 'data')) },
      ],
    },
    ...(demonstration
      ? [
          {
            id: 'real',
            question: { zh: '这里的数据是真的吗？', en: 'Are these real data?' },
            also: {
              zh: ['真实数据', '示范数据', '虚构', '可信吗', '是不是假的'],
              en: ['fictional', 'demonstration', 'real data', 'fake'],
            },
            answer: demonstration.sentence,
            links: [{ to: '/about/', label: localise((lang) => t(lang, 'about')) }],
          },
        ]
      : []),
    {
      id: 'verify',
      question: { zh: '怎样核实一个数字？', en: 'How can I verify a number?' },
      also: {
        zh: ['查证', '数字的来历', '来源', '怎么知道没改过', '篡改', '校验值', '哈希', '可靠吗', '追溯'],
        en: ['verify', 'where does a number come from', 'trace', 'checksum', 'hash', 'trustworthy', 'tampered'],
      },
      answer: {
        zh: '每张图下面的“数字的来历”写着它来自哪个文件、哪一格、哪次发布。页脚的校验值由全部发布记录算出，改动任何一个旧数字它都会变；拿它与您上次记下的比较即可。',
        en: '“Where the numbers come from” below each chart names file, cell and release. The checksum at the foot of each page is computed from the whole record of releases: it changes if any earlier number does. Compare it with the one that you noted.',
      },
      links: [
        { to: '/methods/', label: localise((lang) => t(lang, 'methods')) },
        { to: '/quality/', label: localise((lang) => t(lang, 'quality')) },
      ],
    },
    {
      id: 'privacy',
      question: { zh: '会不会泄露我的个人信息？', en: 'Does this site give away personal data?' },
      also: {
        zh: ['隐私', '个人信息保护', '泄露', '会看到我的投诉吗', '姓名电话'],
        en: ['privacy', 'personal data', 'data protection'],
      },
      answer: {
        zh: '不会。涉及个人的列不离开核对这一步；人数太少的格不公开，并且发布前先试着反推，推得出就不发布。',
        en: 'No. Columns about persons do not get past the check; counts of very few people are not published, and before each release an attempt is made to work them back: what can be worked back is not published.',
      },
      links: [{ to: '/methods/privacy/', label: { zh: '哪些数不公开', en: 'What is withheld, and why' } }],
    },
  ]
}
