import type { Site } from '../compose/site.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Lang } from '../text/local-text.ts'
import { localise, t } from '../text/ui.ts'
import type { Frame } from './page-frame.ts'

/** The page that checks a file in the browser, as it is before a file is put in. */
interface CheckPage {
  frame: Frame
  message: Record<Lang, CheckMessage>
  /** Datasets that the page takes, by whether anything of them is published. */
  published: Contract[]
  others: Contract[]
}

interface CheckMessage {
  lead: string
  /** On the tray: what to do with a mouse, and with a finger. */
  drop: string
  choose: string
  pick: string
  several: string
  notes: { term: string; text: string }[]
  datasets: string
  others: string
  /** Both end before the command that does the same. */
  noScript: string
  tooOld: string
}

export function buildCheckPage(site: Site): CheckPage {
  const contracts = [...site.contracts.values()]
  const isPublished = ({ id }: Contract) => site.published.contracts.has(id)
  return {
    frame: buildCheckFrame(),
    message: MESSAGE,
    published: contracts.filter(isPublished),
    others: contracts.filter((contract) => !isPublished(contract)),
  }
}

function buildCheckFrame(): Frame {
  return {
    path: '/check/',
    title: localise((lang) => t(lang, 'check')),
    description: {
      zh: '把CSV或XLSX文件放上来，按发布时所用的同一套规则核对，逐格指出问题和改法。文件不上传。',
      en: 'Drop a CSV or XLSX file to check it cell by cell against the rules used for publishing. Nothing is uploaded.',
    },
    crumbs: [],
    room: null,
    search: null,
  }
}

const MESSAGE: Record<Lang, CheckMessage> = {
  zh: {
    lead: '把部门导出的表放上来，当场就知道哪一格要改、怎么改。',
    drop: '把文件拖到这里',
    pick: '选择文件',
    choose: '或点此选择CSV、XLSX，可一次放多个',
    several: 'CSV、XLSX，可一次选多个',
    notes: [
      {
        term: '文件不上传',
        text: '只在这台电脑的浏览器里读。页面打开之后，断开网络也能用；只有制作核对报告时，要再从本站取一次程序。',
      },
      { term: '收什么', text: 'CSV（UTF-8、GB18030、UTF-16）和XLSX。旧式的XLS、ET请先另存为XLSX。' },
      {
        term: '查什么',
        text: '列与代码、日期与先后、重复、合计与分项，都与发布时相同；已经核准的例外同样算数。算出的数字与本站最近一期和上年同期对照。行数、最后一天、缺了哪一类、哪一格突变，要有以往的原始文件才能比，本站不公开这些文件：请把前两期的文件一起放进来，它们会互相对照。',
      },
      {
        term: '得到什么',
        text: '逐类列出的问题，和一份批注过的工作簿：有问题的单元格涂了底色，附有批注。还有一份核对报告：每条规则试了多少、通过了多少，逐列的空缺和分布。原文件不动。',
      },
    ],
    datasets: '本站收这些数据集，各列的要求见数据字典：',
    others: '还没有发布、同样可以核对的：',
    noScript: '此页要用JavaScript。不用它，也可以在命令行核对，结果相同：',
    tooOld:
      '核对程序没有启动：这个浏览器太旧，或者文件没有载入完整。请换用较新的浏览器（Chromium 103及以上的内核），或者重新打开本页；也可以在命令行核对，结果相同：',
  },
  en: {
    lead: 'Add the table that a department has exported, and see at once which cells to correct, and how.',
    drop: 'Drop files here',
    pick: 'Choose files',
    choose: 'or click to choose; CSV or XLSX, several at once if you like',
    several: 'CSV or XLSX, several at once if you like',
    notes: [
      {
        term: 'Nothing is uploaded',
        text: 'Files are read only by the browser on this computer. Once the page is open, it works without a network; only a check report needs one more program from this site.',
      },
      {
        term: 'Accepted files',
        text: 'CSV (UTF-8, GB18030, UTF-16) and XLSX. Save old XLS and ET files as XLSX first.',
      },
      {
        term: 'What it checks',
        text: 'What publishing checks: columns and codes, dates and their order, duplicates, totals and parts; accepted exceptions apply here too. Figures computed from a file are compared with the newest period on this site and with the same period a year before. Rows, last day, missing classes and single cells can be compared only with earlier raw files, which this site does not publish: add the files of the two previous periods as well, and they are compared with each other.',
      },
      {
        term: 'What you get',
        text: 'The problems by cause, and an annotated workbook: faulty cells are coloured and have a comment. Also a check report: how often each rule was tried and passed, and what each column contains. Your file is not changed.',
      },
    ],
    datasets: 'Files of these datasets can be checked; their dictionaries say what each column must contain:',
    others: 'Not published yet, but checked as well:',
    noScript: 'This page needs JavaScript. Without it, the command line checks the same:',
    tooOld:
      'The checker did not start: this browser is too old, or the page did not load completely. Use a newer browser (based on Chromium 103 or later), or reload the page; the command line checks the same:',
  },
}
