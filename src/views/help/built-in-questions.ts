import type { LocalText } from '../../text/local-text.ts'
import type { BuiltInQuestion } from './built-in-question.ts'

const WITHHELD: LocalText = { zh: '哪些数不公开', en: 'What is withheld, and why' }

/** Questions that readers ask of any site of this kind, in the order of the page. */
export const BUILT_IN_QUESTIONS: readonly BuiltInQuestion[] = [
  {
    id: 'when',
    question: { zh: '新的数字什么时候发布？', en: 'When do new figures come out?' },
    also: {
      zh: '公报什么时候发布、多久更新一次、下一期什么时候出、更新时间、几号出数据、发布日历、什么时候公布、最新一期',
      en: 'next bulletin, latest bulletin, how often updated, update schedule, publication date, release calendar',
    },
    answer: {
      zh: '每个数据集的文件何时到期、何时收到，写在报送日历上；核对无误的才发布。{next}',
      en: 'The calendar says when the file of each dataset is due and when it came; only what passes its checks is published. {next}',
    },
    links: [
      { to: '/calendar/', label: 'calendar' },
      { to: '/reports/', label: 'reports', needs: 'reports' },
    ],
  },
  {
    id: 'late',
    question: { zh: '哪些部门迟报了？', en: 'Which departments were late?' },
    also: { zh: '迟报、未报、逾期、谁没按时交、没有按时报送', en: 'late departments, overdue, missing files, on time' },
    answer: {
      zh: '报送日历按部门列出每份文件哪天到期、哪天收到，是按时、迟报还是未报。',
      en: 'The calendar lists by department when each file was due and when it came: on time, late or not at all.',
    },
    links: [{ to: '/calendar/', label: 'calendar' }],
  },
  {
    id: 'corrections',
    question: { zh: '哪些数字更正过？', en: 'Which numbers were corrected?' },
    also: {
      zh: '更正记录、改过的数字、修订说明、以前的数字为什么变了、哪里错了、发布记录、撤下的数据、旧数字',
      en: 'corrections, revisions, changed numbers, errata, mistakes, withdrawn data',
    },
    answer: {
      zh: '每次发布、更正和撤下都有编号和日期，写明改了什么、为什么；更正过的数字旁边印“[修订]”，没有撤下的旧版本可以下载。',
      en: 'Each release, correction and withdrawal has a number and a day, and says what was changed and why. A corrected number is marked “[r]”; earlier versions that were not withdrawn can be downloaded.',
    },
    links: [{ to: '/changes/', label: 'changes' }],
  },
  {
    id: 'reuse',
    question: { zh: '可以转载和再利用这里的数据吗？', en: 'May I reuse the data?' },
    also: {
      zh: '版权、用到论文里、使用许可、授权、商用、转载、能不能用在文章里、许可协议、免费吗',
      en: 'copyright, licence, license, terms of use, commercial use, permission, free to use',
    },
    answer: {
      zh: '数据按{licence}许可发布，可以做什么、要注明什么，以许可全文为准；请一并写明出处和版本。',
      en: 'The data are licensed under {licence}, whose text says what is allowed and what must be named; please give source and version.',
    },
    links: [{ to: '/about/', label: 'about' }],
  },
  {
    id: 'cite',
    question: { zh: '怎样引用这里的数字？', en: 'How do I cite a number from here?' },
    also: {
      zh: '引用格式、参考文献、出处怎么写、注明来源、固定链接、永久地址',
      en: 'citation, reference, how do I cite, permanent link, BibTeX',
    },
    answer: {
      zh: '公报、数据集和图下面都有“引用”，给出国标、APA、BibTeX、RIS和CSL-JSON的写法。写上版本号，别人就能找到同一个数。',
      en: 'Below bulletins, datasets and charts there is “Cite”, with the reference in GB/T 7714, APA, BibTeX, RIS and CSL-JSON. Give the version, and others will find the same number.',
    },
  },
  {
    id: 'report-error',
    question: { zh: '发现数字有错，找谁？', en: 'Whom do I tell about an error?' },
    also: {
      zh: '纠错、纠错电话、数字错了、数字不对、联系方式、反映错误、举报错误、意见建议、联系谁',
      en: 'report an error, report a mistake, contact, wrong number, feedback, complain about data',
    },
    answer: {
      zh: '请告诉{publisher}{contact}。写明网页地址、哪一个数、您认为应是多少。更正了的数字都写进发布记录。',
      en: 'Tell {publisher}{contact}. Give the address of the page, the number, and what it should be. Every correction is in the record of releases.',
    },
    links: [{ to: '/changes/', label: 'changes' }],
  },
  {
    id: 'who',
    question: { zh: '这个网站由谁负责？', en: 'Who is responsible for this site?' },
    also: {
      zh: '主办单位、谁办的、谁发布、负责人、哪个部门、数据从哪里来、数据来源',
      en: 'who is responsible, publisher, who runs this site, departments',
    },
    answer: {
      zh: '{publisher}。数据由各部门交来，每个数据集的页面写明主管部门。',
      en: '{publisher}. The data come from the departments; the page of each dataset names the one that keeps it.',
    },
    links: [
      { to: '/about/', label: 'about' },
      { to: '/data/', label: 'data' },
    ],
  },
  {
    id: 'real',
    needs: 'demonstration',
    question: { zh: '这里的数据是真的吗？', en: 'Are these real data?' },
    also: { zh: '真实数据、示范数据、虚构、可信吗、是不是假的', en: 'fictional, demonstration, real data, fake' },
    answer: { zh: '{demonstration}', en: '{demonstration}' },
    links: [{ to: '/about/', label: 'about' }],
  },
  {
    id: 'verify',
    question: { zh: '怎样核实一个数字？', en: 'How can I verify a number?' },
    also: {
      zh: '查证、数字的来历、来源、怎么知道没改过、篡改、校验值、哈希、可靠吗、追溯',
      en: 'verify, where does a number come from, trace, checksum, hash, trustworthy, tampered',
    },
    answer: {
      zh: '图下面的“数字的来历”写着它来自哪个文件、哪一格、哪次发布。页脚的校验值由全部发布记录算出，改动任何一个旧数字它都会变；拿它与您上次记下的比较即可。',
      en: '“Where the numbers come from” below a chart names file, cell and release. The checksum at the foot of each page is computed from the whole record of releases and changes if any earlier number does; compare it with the one that you noted.',
    },
    links: [
      { to: '/methods/', label: 'methods' },
      { to: '/quality/', label: 'quality' },
    ],
  },
  {
    id: 'privacy',
    question: { zh: '会不会泄露我的个人信息？', en: 'Does this site give away personal data?' },
    also: { zh: '隐私、个人信息保护、泄露、会看到我的投诉吗、姓名电话', en: 'privacy, personal data, data protection' },
    answer: {
      zh: '涉及个人的列到核对为止，不进任何公布的文件；涉及人的表，人数太少的不公开，每次发布前先试着反推，推得出就不发布。',
      en: 'Columns about persons end at the check and are in no published file. In tables about people very small counts are withheld, and before each release an attempt is made to work them back; what can be worked back is not published.',
    },
    links: [{ to: '/methods/privacy/', label: WITHHELD }],
  },
  {
    id: 'compare',
    needs: 'places',
    question: { zh: '为什么有的地方没有排名？', en: 'Why is there sometimes no ranking?' },
    also: {
      zh: '排名、排行榜、为什么不比较、没有明显差别、持平',
      en: 'ranking, why no ranking, not clearly different, significance',
    },
    answer: {
      zh: '件数太少，或差别在误差之内，就只列数字，不作比较。规则写在算法页，全站用同一条。',
      en: 'Where cases are few, or a difference lies within chance, only the numbers are given. The rule is on the page of methods and is the same everywhere.',
    },
    links: [{ to: '/methods/#compare', label: 'methods' }],
  },
  {
    id: 'totals',
    question: { zh: '为什么合计和分项之和对不上？', en: 'Why do parts not add up to the total?' },
    also: {
      zh: '合计不等于分项、加起来不对、四舍五入、总数对不上、取整',
      en: 'rounding, do not add up, total differs, sum of parts',
    },
    answer: {
      zh: '涉及人的表先隐去小的数、再取整，合计与分项各自取整，所以可以差一点，表下有说明。其余的表，约定写明的合计必等于分项之和，对不上就不发布。',
      en: 'In tables about people small counts are withheld and the others rounded, total and parts each on its own, so they may differ a little; a note says so. In other tables a declared total equals its parts, or nothing is published.',
    },
    links: [{ to: '/methods/privacy/', label: WITHHELD }],
  },
  {
    id: 'read',
    question: { zh: '字太小、看不清图，怎么办？', en: 'The type is small or the chart unclear: what can I do?' },
    also: {
      zh: '放大、字体、老年人、长者模式、老年版、大字版、读屏、看不懂图、打印',
      en: 'accessibility, larger text, large print, elderly, screen reader, print, zoom',
    },
    answer: {
      zh: '点页首的“长者模式”：字大，对比强，按钮大，菜单少。也可以用浏览器放大，页面不会横向滚动。图下面都有一句话说明和数据表，读屏软件可以读；打印时数据表会自动展开。',
      en: 'Choose “Large print” at the top of the page: large type, black and white, large buttons, a short menu. Or zoom in with your browser: pages do not scroll sideways. Below a chart there is a sentence and a data table for screen readers; on paper the table is unfolded.',
    },
  },
  {
    id: 'my-place',
    needs: 'places',
    question: { zh: '怎样查我住的地方的情况？', en: 'How do I look up my own district?' },
    also: { zh: '我家附近、我们区、社区、街道、附近', en: 'near me, my area, neighbourhood, my street' },
    answer: {
      zh: '在搜索框里输入地名，或从“地区”进入。',
      en: 'Type its name into the search box, or begin at “Places”.',
    },
    links: [{ to: '/places/', label: 'places' }],
  },
  {
    id: 'look-up-permit',
    needs: 'permits',
    question: { zh: '怎样查一家企业有没有排污许可证？', en: 'How do I look up a company’s discharge permit?' },
    also: {
      zh: '查许可证、查企业、工厂有没有证、排污证查询、污染企业',
      en: 'find a permit, look up a company, factory permit',
    },
    answer: {
      zh: '在搜索框里输入单位名称、统一社会信用代码或许可证编号，只写一部分也可以。',
      en: 'Type its name, its credit code or the number of the permit, whole or in part, into the search box.',
    },
    links: [{ to: '/permits/', label: 'permits' }],
  },
  {
    id: 'download',
    question: { zh: '怎样下载数据，用Excel打开？', en: 'How do I download the data and open them in Excel?' },
    also: {
      zh: '下载Excel、下载CSV、CSV乱码、打开是乱码、导出、表格文件、编号前面的0没了',
      en: 'download, Excel, CSV, export, garbled, leading zeros',
    },
    answer: {
      zh: '每个数据集的页面都有XLSX，Excel和WPS直接打开，不会乱码，编号前面的0也在。CSV有两种：写明“Excel用”的直接打开，另一种给程序用。',
      en: 'The page of each dataset has XLSX files, which Excel opens with all characters and leading zeros right. There are two kinds of CSV: the one named for Excel opens there directly, the other is for programs.',
    },
    links: [{ to: '/data/', label: 'data' }],
  },
  {
    id: 'subscribe',
    needs: 'address',
    question: { zh: '怎样订阅更新？', en: 'How do I subscribe to updates?' },
    also: { zh: '订阅、RSS、通知、提醒、关注', en: 'subscribe, RSS, Atom, feed, notify, alerts' },
    answer: {
      zh: '全站和每个数据集都有Atom和JSON订阅，更正另有一个；报送日历可以订阅到手机。',
      en: 'There are Atom and JSON feeds of the site and of each dataset, and one of corrections alone; the calendar can be subscribed to on a phone.',
    },
    links: [
      { to: '/changes/', label: 'changes' },
      { to: '/calendar/', label: 'calendar' },
    ],
  },
  {
    id: 'embed',
    question: { zh: '可以把图放到我的网站上吗？', en: 'May I put a chart on my own site?' },
    also: { zh: '嵌入、图表代码、放到网页、公众号、分享图片', en: 'embed, iframe, share a chart, chart in my article' },
    answer: {
      zh: '可以。图下面的“引用与嵌入”有现成的代码：一种总是最新的数，一种固定在某次发布。',
      en: 'Yes. “Cite and embed” below a chart has the code: one that always shows the newest numbers, one that stays with a release.',
    },
  },
]
