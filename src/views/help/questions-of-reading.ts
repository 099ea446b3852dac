import { has, type Site } from '../../compose/site.ts'
import type { Question } from '../../portal/plain-words.ts'
import { localise, t } from '../../text/ui.ts'
import { buildNavigation } from '../navigation.ts'

/** How numbers are to be read. */
export function listReading(site: Site): Question[] {
  const hasPlaces = site.settings.city !== undefined
  return [
    ...(hasPlaces
      ? [
          {
            id: 'compare',
            question: { zh: '为什么有的地方没有排名？', en: 'Why is there sometimes no ranking?' },
            also: {
              zh: ['为什么没有排名', '排名', '排行榜', '为什么不比较', '没有明显差别', '持平'],
              en: ['ranking', 'why no ranking', 'not clearly different', 'significance'],
            },
            answer: {
              zh: '件数太少，或差别在误差之内，就只列数字，不作比较。规则写在算法页，全站用同一条。',
              en: 'Where cases are few, or a difference lies within chance, only the numbers are given. The rule is on the page of methods and is the same everywhere.',
            },
            links: [{ to: '/methods/#compare', label: localise((lang) => t(lang, 'methods')) }],
          },
        ]
      : []),
    {
      id: 'totals',
      question: { zh: '为什么合计和分项之和对不上？', en: 'Why do parts not add up to the total?' },
      also: {
        zh: ['合计不等于分项', '加起来不对', '四舍五入', '总数对不上', '取整'],
        en: ['rounding', 'do not add up', 'total differs', 'sum of parts'],
      },
      answer: {
        zh: '记事物的表，合计必等于分项之和，对不上就不发布。涉及人的表先隐去小的数、再取整，合计与分项各自取整，所以可以差一点，表下都有说明。',
        en: 'In tables of things a total always equals its parts, or nothing is published. In tables about people small counts are withheld and the others rounded, total and parts each on its own, so they may differ a little; a note says so below the table.',
      },
      links: [{ to: '/methods/privacy/', label: { zh: '哪些数不公开', en: 'What is withheld, and why' } }],
    },
    {
      id: 'read',
      question: { zh: '字太小、看不清图，怎么办？', en: 'The type is small or the chart unclear: what can I do?' },
      also: {
        zh: ['放大', '字体', '老年人', '读屏', '看不懂图', '打印'],
        en: ['accessibility', 'larger text', 'screen reader', 'print', 'zoom'],
      },
      answer: {
        zh: '用浏览器放大，页面不会横向滚动。每张图下面都有一句话说明和数据表，读屏软件可以读；打印时数据表会自动展开。',
        en: 'Zoom in with your browser: pages do not scroll sideways. Below each chart there is a sentence and a data table for screen readers; on paper the table is unfolded.',
      },
    },
  ]
}

/** Where things are. */
export function listFinding(site: Site): Question[] {
  const rooms = new Set(buildNavigation(site).map(({ key }) => key))
  return [
    ...(rooms.has('places')
      ? [
          {
            id: 'my-place',
            question: { zh: '怎样查我住的街道的情况？', en: 'How do I look up my own district?' },
            also: {
              zh: ['我家附近', '我们区', '社区', '街道', '附近'],
              en: ['near me', 'my area', 'neighbourhood', 'my street'],
            },
            answer: {
              zh: '在搜索框里输入区或街道的名称，或从“地区”进入。',
              en: 'Type its name into the search box, or begin at “Places”.',
            },
            links: [{ to: '/places/', label: localise((lang) => t(lang, 'places')) }],
          },
        ]
      : []),
    ...(has(site, 'permits', 'register')
      ? [
          {
            id: 'look-up-permit',
            question: { zh: '怎样查一家企业有没有排污许可证？', en: 'How do I look up a company’s discharge permit?' },
            also: {
              zh: ['查许可证', '查企业', '工厂有没有证', '排污证查询', '污染企业'],
              en: ['find a permit', 'look up a company', 'factory permit'],
            },
            answer: {
              zh: '在搜索框里输入单位名称、统一社会信用代码或许可证编号，连写或只写一部分都可以。',
              en: 'Type its name, its credit code or the number of the permit, whole or in part, into the search box.',
            },
            links: [{ to: '/permits/', label: localise((lang) => t(lang, 'permits')) }],
          },
        ]
      : []),
    {
      id: 'download',
      question: { zh: '怎样下载数据，用Excel打开？', en: 'How do I download the data and open them in Excel?' },
      also: {
        zh: ['下载Excel', '下载CSV', 'CSV乱码', '打开是乱码', '导出', '表格文件', '编号前面的0没了'],
        en: ['download', 'Excel', 'CSV', 'export', 'garbled', 'leading zeros'],
      },
      answer: {
        zh: '每个数据集的页面都有XLSX，Excel和WPS直接打开，不会乱码，编号前面的0也在。CSV有两种：写明“Excel用”的直接打开，另一种给程序用。',
        en: 'The page of each dataset has XLSX files, which Excel opens with all characters and leading zeros right. There are two kinds of CSV: the one named for Excel opens there directly, the other is for programs.',
      },
      links: [{ to: '/data/', label: localise((lang) => t(lang, 'data')) }],
    },
    ...(site.settings.url
      ? [
          {
            id: 'subscribe',
            question: { zh: '怎样订阅更新？', en: 'How do I subscribe to updates?' },
            also: {
              zh: ['订阅', 'RSS', '通知', '提醒', '关注'],
              en: ['subscribe', 'RSS', 'Atom', 'feed', 'notify', 'alerts'],
            },
            answer: {
              zh: '全站、每个数据集和每个区都有Atom和JSON订阅，更正另有一个；日历可以订阅到手机。',
              en: 'There are Atom and JSON feeds of the site, of each dataset and of each district, and one of corrections alone; the calendar can be subscribed to on a phone.',
            },
            links: [
              { to: '/changes/', label: localise((lang) => t(lang, 'changes')) },
              { to: '/calendar/', label: localise((lang) => t(lang, 'calendar')) },
            ],
          },
        ]
      : []),
    {
      id: 'embed',
      question: { zh: '可以把图放到我的网站上吗？', en: 'May I put a chart on my own site?' },
      also: { zh: ['嵌入', '图表代码', '放到网页', '公众号', '分享图片'], en: ['embed', 'iframe', 'share a chart'] },
      answer: {
        zh: '可以。每张图下面的“引用与嵌入”有现成的代码：一种总是最新的数，一种固定在某次发布。',
        en: 'Yes. “Cite and embed” below each chart has the code: one that always shows the newest numbers, one that stays with a release.',
      },
    },
  ]
}
