import type { Site } from '../compose/site.ts'
import type { Contract } from '../contracts/contract.ts'
import { type Protection, protectionOf } from '../contracts/count-protection.ts'
import type { PublishedTable } from '../store/published-tables.ts'
import { formatCount, formatDay, formatNumber } from '../text/format.ts'
import type { LocalText } from '../text/local-text.ts'
import { localise, t } from '../text/ui.ts'
import { listDatasets, tablesOf } from './dataset-page.ts'
import type { Frame } from './page-frame.ts'
import { sayProtection } from './release-audit.ts'

/** One table about people and how much of it is withheld, over all periods. */
interface WithheldLine {
  title: LocalText
  path: string
  counts: LocalText
  hidden: LocalText
  share: LocalText
}

/** A dataset, how its counts are printed, and its columns that are in no published file. */
interface DatasetLine {
  title: LocalText
  path: string
  rule: LocalText
  left: LocalText
}

interface PrivacyPage {
  /** Each paragraph under its heading. */
  sections: { id: string; heading: LocalText; paragraphs: LocalText[] }[]
  datasets: DatasetLine[]
  tables: WithheldLine[]
  /** What the last release that was attacked came to, as a sentence, with its number; null where there is none. */
  attacked: { title: LocalText; path: string; says: LocalText } | null
}

export function buildPrivacyFrame(): Frame {
  return {
    path: '/methods/privacy/',
    title: { zh: '哪些数不公开', en: 'What is withheld, and why' },
    description: {
      zh: '涉及个人的内容怎样不外泄，小的数为什么隐去，隐去了多少。',
      en: 'How personal data is kept out of what is published, why small counts are hidden, and how many are.',
    },
    crumbs: [{ label: { zh: '方法', en: 'Methods' }, path: '/methods/' }],
    room: 'methods',
    search: { kind: 'page', authority: true },
  }
}

export function buildPrivacyPage(site: Site): PrivacyPage {
  const contracts = listDatasets(site)
  const people = contracts.filter((contract) => contract.class !== 'O')
  return {
    sections: SECTIONS,
    datasets: contracts.map((contract) => ({
      title: contract.title,
      path: `/data/${contract.id}/`,
      rule: describeRule(contract),
      left: describeLeft(contract),
    })),
    tables: people.flatMap((contract) => tablesOf(site, contract.id).map(countWithheld)),
    attacked: findAttacked(site),
  }
}

function findAttacked({ published }: Site): PrivacyPage['attacked'] {
  const release = published.releases.findLast(({ audit }) => audit !== undefined)
  const says = release ? sayProtection(release) : null
  if (!release || !says) return null
  const { release: n, date } = release
  const title = localise((lang) => t(lang, 'releaseTitle', { n, date: formatDay(date, lang) }))
  return { title, path: `/changes/#r${n}`, says }
}

function countWithheld(table: PublishedTable): WithheldLine {
  let [all, hidden] = [0, 0]
  for (const period of table.periods) {
    for (const { cells } of table.readRows(period)) {
      for (const [id, measure] of Object.entries(table.spec.measures)) {
        if (!('count' in measure || 'sum' in measure || 'take' in measure)) continue
        all += 1
        if (cells[id]?.status === 'withheld') hidden += 1
      }
    }
  }
  const share = all === 0 ? 0 : (hidden / all) * 100
  return {
    title: table.spec.title,
    path: `/data/${table.contract.id}/`,
    counts: localise((lang) => formatCount(all, lang)),
    hidden: localise((lang) => formatCount(hidden, lang)),
    share: localise(() => `${formatNumber(share, 1)}%`),
  }
}

function describeRule(contract: Contract): LocalText {
  const printing = protectionOf(contract)
  if (printing) return describePrinting(printing)
  if (contract.class === 'O') return { zh: '记的是事物，照实公布', en: 'of things: printed exactly' }
  return {
    zh: '记的是人，数都很大，照实公布；出现1至4的计数，连同能推出它的数一并不公开',
    en: 'of people in large counts: printed exactly; a count of 1 to 4 would be withheld with counts that give it back',
  }
}

function describePrinting({ n, base, hidesZero, denominatorMin }: Protection): LocalText {
  return {
    zh: `记的是人：${hidesZero ? '0和' : ''}少于${n}的隐去，其余取整到${base}；分母不到${denominatorMin}的比率不公开`,
    en: `of people: ${hidesZero ? '0 and ' : ''}counts below ${n} hidden, others rounded to ${base}; no rate over fewer than ${denominatorMin}`,
  }
}

/** Columns that end in the check: those of persons and free text, and of people also what only serves to compute. */
function describeLeft(contract: Contract): LocalText {
  const isOfPeople = protectionOf(contract) !== null
  const names = Object.values(contract.columns)
    .filter(({ privacy }) => privacy === 'personal' || privacy === 'free-text' || (privacy === 'quasi' && isOfPeople))
    .map(({ names }) => names)
  if (names.length === 0) return { zh: '—', en: '—' }
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') }
}

const SECTIONS: PrivacyPage['sections'] = [
  {
    id: 'columns',
    heading: { zh: '个人信息到核对为止', en: 'Personal data goes no further than the check' },
    paragraphs: [
      {
        zh: '每个数据集先写明每一列是什么：可公开的、用来分组的、计数的、只供计算的、个人信息、自由文字。个人信息和自由文字不进任何公布的文件，只供计算的至多按事先写明的组公布；没有写明可公开的列，进不了任何表格。可公开的格子、网站上的文字、文件名和生成后的每个文件，还要再查一遍有没有身份证号、手机号、银行卡号、车牌、住址、姓名等；查到就停下来，只说在哪一格，不显示内容。',
        en: 'Each dataset first declares what every column is: public, for grouping, a count, only for computing, personal, or free text. Personal data and free text are in no published file; a column only for computing is published at most in groups declared beforehand; a column that is not declared public cannot enter a table. Cells that may be published, the texts of the site, file names and every file of the built site are searched again for identity, telephone and card numbers, number plates, addresses and names. A hit stops publication; the message names its cell and never shows its content.',
      },
    ],
  },
  {
    id: 'small',
    heading: { zh: '小的数为什么隐去', en: 'Why small counts are hidden' },
    paragraphs: [
      {
        zh: '“某街道有1位受访者不满意”，邻居可能就知道是谁。所以涉及人的表，先并大（按季不按月、按区不按街道），再隐去小的数，印作[c]；其余的数取整，同样的数到处都印成一样。[c]不是0：0照印（敏感数据除外）。比率、合计和图都只用印出来的数计算，因取整，合计与分项之和可能不等。',
        en: '“One respondent in this subdistrict is dissatisfied”: neighbours may know who that is. Tables about people are therefore made coarser first (by quarter instead of month, by district instead of subdistrict), then small counts are hidden and printed as [c]; the others are rounded, and equal counts are printed alike everywhere. [c] is not zero: zero is printed, except in sensitive data. Rates, totals and charts are computed from the printed numbers only; because of rounding, parts need not add up to the total.',
      },
      {
        zh: '只隐去几格不够：用合计减去其余，或用本月累计减上月累计，常能反推出来。网站替换之前，程序会像外人一样只拿公布的文件来推：分项与合计、各区与全市、各月与全季、互相重叠的年龄段（60岁及以上、65岁及以上）、各张表之间、每一次更正前后的版本。照实公布的表也在内：其中隐去的数，除0以外可能是任何数。每次发布之前也这样做，结果写进发布记录。隐去的数如果只剩不到3种可能（敏感数据5种），就不发布。任何人都可以对本站再做一遍：npm run audit。',
        en: 'Hiding a few cells is not enough: subtracting the other parts from a total, or last month’s cumulative count from this month’s, often reveals them. Before the site is replaced, the program therefore attacks it as an outsider would, with the published files alone: parts and totals, districts and city, months and quarters, overlapping ages (60 and over, 65 and over), one table and another, each revision. Tables that are printed exactly are among them; a count that they hide may be any number but zero. The same is done before every release, and the result is in its record. A hidden count with fewer than three possible values (five in sensitive data) stops publication. Anyone can repeat this on this site: npm run audit.',
      },
    ],
  },
  {
    id: 'other',
    heading: { zh: '其他泄露途径', en: 'Other ways to learn too much' },
    paragraphs: [
      {
        zh: '比率只用公布的分子和分母计算；公布的分母不到50（敏感数据100）的不给比率；小数位数不超过取整所允许的；不到1,000人的、敏感的，两端写作“≤5%”“≥95%”。由比率反推，只能得到已经公布的数。',
        en: 'Rates are computed from printed counts only; with a printed denominator below 50 (sensitive data: 100) there is no rate; it has no more decimals than the rounding allows; below 1,000 people, and always in sensitive data, the extremes are printed as “≤5%” and “≥95%”. Whoever reverses the calculation finds only the printed counts.',
      },
      {
        zh: '涉及人的表没有中位数、最大值、最小值和金额。记事物的表照实印这些数，同一行印有件数。',
        en: 'Tables about people have no medians, maxima, minima or amounts. Tables of things print them exactly, with counts of cases in the same row.',
      },
      {
        zh: '敏感数据不细于街道（镇）和季度。年龄、原因这类可能认出人的列，只按事先写明的组公布，每个值恰在一组。',
        en: 'Sensitive data is no finer than subdistrict and quarter. Columns that could identify somebody, such as an age or a cause, are published only in groups declared beforehand, each value in exactly one group.',
      },
      {
        zh: '登记簿只印法律要求公开的列。个体工商户（信用代码以92开头）的名称就是许可登记的名称；经营者的姓名、住址、证件号和电话不印，误列为公开也会在核对时拦下。',
        en: 'A register prints only the columns that the law makes public. The name of a sole trader (credit code beginning with 92) is the name in the permit; the owner’s name, home address, document numbers and telephone are not printed, and the check stops if their column was declared public by mistake.',
      },
      {
        zh: '表中的行按代码排列，与收件次序无关；有多少组就有多少行，没有人的组也有一行。印出来一样的数据，文件的每个字节都一样，大小也一样。',
        en: 'Rows are sorted by code, not by order of receipt; every group has a row, even a group of nobody. Data that is printed alike has the same bytes and therefore the same size.',
      },
      {
        zh: '涉及人的表先发布初步数，更正一次即为终审数，不再更正。旧版本仍按同样的规则印出；证明时假定有人知道改动了哪些人，也推不出隐去的数。新旧版本、本月与上月的累计，反推时都算作已知；各表之间的等式，对更正前并列的各版本也用来推。照实公布的表，新旧版本还合在一起推，假定各数的改动都不大于印出来的改动。',
        en: 'A table about people is provisional at first; corrected once, it is final. The earlier version is printed by the same rule, and the proof holds even against somebody who knows whose answers were changed; the attack on hidden counts takes both versions, and the cumulative counts of this month and the last, as known; sums that tables have in common are also taken between the versions that stood beside each other before a correction. Both versions of an exact table are attacked together, as if no count had changed by more than the printed counts have.',
      },
      {
        zh: '图由公布的数画成，里面没有别的数；不公开的画斜线，从不画成零。网站的图片只收PNG、JPEG、WebP，图片附带的说明、拍摄信息和文件末尾的内容都查一遍；PDF、办公文档和压缩包里可能有看不见的文字，不收。画在图片里的字程序认不出，须由人看过。',
        en: 'Charts are drawn from published numbers and contain no others; what is not published is hatched, never drawn as zero. Pictures on the site are PNG, JPEG or WebP; their comments, camera data and any bytes after the end of the picture are searched. PDF, office documents and archives may contain hidden text and are refused. Words drawn in a picture are not recognised: a person must look at it.',
      },
    ],
  },
]
