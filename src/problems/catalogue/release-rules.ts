import type { Entry } from './entry.ts'

/** What can be wrong with what has been published, and with a site that was built of it. */
export const RELEASE_RULES = {
  'release-line-invalid': {
    level: 'error',
    message: {
      zh: '发布记录的第{line}行不合规定',
      en: 'Line {line} of the release log is not valid',
    },
    remedy: {
      zh: '原因：{found}。发布记录只由publish追加，不可手工修改；请从备份或版本库恢复releases.jsonl。',
      en: 'Reason: {found}. Only the publish command writes to the log; it must not be edited by hand. Restore releases.jsonl from a backup or the repository.',
    },
  },
  'release-chain-broken': {
    level: 'error',
    message: {
      zh: '发布记录被改动：第{line}行与第{before}行对不上',
      en: 'The release log was changed: line {line} does not follow from line {before}',
    },
    remedy: {
      zh: '第{line}行记有前一行的校验值，与第{before}行的内容不符。请从备份或版本库恢复releases.jsonl。',
      en: 'Line {line} contains a hash that no longer matches line {before}. Restore releases.jsonl from a backup or the repository.',
    },
  },
  'release-heads-differ': {
    level: 'error',
    message: {
      zh: '发布记录与heads.txt不符：第{line}行',
      en: 'The release log and heads.txt differ at line {line}',
    },
    remedy: {
      zh: 'releases.jsonl第{line}行的校验值应与heads.txt第{line}行相同，二者之一被改动或删短。请从备份或版本库恢复这两个文件。',
      en: 'The hash of line {line} of releases.jsonl should be in line {line} of heads.txt. One of the two was changed or cut short. Restore both from a backup or the repository.',
    },
  },
  'release-log-moved': {
    level: 'error',
    message: {
      zh: '核对期间另有一次发布',
      en: 'Something else was published in the meantime',
    },
    remedy: {
      zh: '什么都没有写入。请重新运行publish，核对这次会改动什么。',
      en: 'Nothing was written. Run publish again and look at what it would change.',
    },
  },
  'release-date-back': {
    level: 'error',
    message: {
      zh: '发布日期早于上一次发布',
      en: 'The publication date is earlier than the last release',
    },
    remedy: {
      zh: '应为{expected}，而不是{found}。请核对--date或本机时钟。',
      en: 'It should be {expected}, not {found}. Check --date or the clock of this computer.',
    },
  },
  'release-final-corrected': {
    level: 'error',
    message: {
      zh: '终审后的表不能再更正',
      en: 'A table about people that is final would be corrected again',
    },
    remedy: {
      zh: '涉及人的表先发布初步数，更正一次后即为终审；多个版本放在一起，会让人推出个别人。现在的文件得出了不同的数。若确有错误，请用publish -- --withdraw撤下这一期，再发布。',
      en: 'A table about people is first provisional and, corrected once, final: several versions side by side could reveal individuals. The files now give other figures. If they must be corrected, take this period out with publish -- --withdraw and publish it again.',
    },
  },
  'published-file-missing': {
    level: 'error',
    message: {
      zh: '已发布的文件不见了',
      en: 'A published file is missing',
    },
    remedy: {
      zh: '已发布的文件不可删除。请从备份或版本库恢复。',
      en: 'Published files must not be deleted. Restore the file from a backup or the repository.',
    },
  },
  'published-file-changed': {
    level: 'error',
    message: {
      zh: '已发布的文件被改动',
      en: 'A published file was changed',
    },
    remedy: {
      zh: '内容与发布时的校验值不符。请恢复原文件；要更正数字，请修改原始文件后重新发布，旧版会保留。',
      en: 'It no longer matches the hash recorded at publication. Restore it. To correct a figure, correct the raw file and publish again; the old version is kept.',
    },
  },
  'site-file-changed': {
    level: 'error',
    message: {
      zh: '网站的文件与SHA256SUMS不符',
      en: 'A file of the site differs from SHA256SUMS',
    },
    remedy: {
      zh: '生成网站之后，这个文件或它在SHA256SUMS中的一行被改动。请重新生成并上传网站。',
      en: 'This file, or its line in SHA256SUMS, was changed after the site was built. Build and upload the site again.',
    },
  },
  'site-file-missing': {
    level: 'error',
    message: {
      zh: '网站缺少应有的文件',
      en: 'A file of the site is missing',
    },
    remedy: {
      zh: '这个文件应在网站上，取不到。请重新生成并上传网站。',
      en: 'The site should have it. Build and upload the site again.',
    },
  },
  'site-file-unlisted': {
    level: 'warning',
    message: {
      zh: '有文件不在清单里',
      en: 'A file is on no list',
    },
    remedy: {
      zh: '发布记录和SHA256SUMS都没有列出它，无从核对。请确认来源，不需要的请删除。',
      en: 'Neither the release log nor SHA256SUMS names it, so it cannot be verified. Find out where it comes from, or remove it.',
    },
  },
  'site-list-invalid': {
    level: 'error',
    message: {
      zh: 'SHA256SUMS的写法不对',
      en: 'SHA256SUMS is not valid',
    },
    remedy: {
      zh: '应为一行一个文件：校验值、两个空格、路径。请重新生成并上传网站。',
      en: 'It should have one file per line: hash, two spaces, path. Build and upload the site again.',
    },
  },
  'site-download-differs': {
    level: 'error',
    message: {
      zh: '整表下载与各期文件不一致',
      en: 'The download of a whole table differs from its periods',
    },
    remedy: {
      zh: '整表应由各期文件逐行相接而成。请重新生成并上传网站。',
      en: 'It should have exactly the lines of the files of its periods. Build and upload the site again.',
    },
  },
  'site-head-differs': {
    level: 'error',
    message: {
      zh: '页脚的校验值与发布记录不符',
      en: 'The hash in the footer of a page is not that of the release log',
    },
    remedy: {
      zh: '页面与发布记录不是同一次生成的，或其中之一被改动。请重新生成并上传网站。',
      en: 'Page and log are not from the same build, or one of them was changed. Build and upload the site again.',
    },
  },
  'site-withdrawn-there': {
    level: 'error',
    message: {
      zh: '已撤下的文件仍在',
      en: 'A withdrawn file is still there',
    },
    remedy: {
      zh: '发布记录写明已撤下，请删除这个文件。',
      en: 'The release log says that it was withdrawn. Delete it.',
    },
  },
  'log-head-unknown': {
    level: 'error',
    message: {
      zh: '发布记录中没有这一校验值',
      en: 'No line of the release log has this hash',
    },
    remedy: {
      zh: '给出的校验值留存之后，发布记录被改写过；也可能抄错，或属于另一个网站。',
      en: 'The log was rewritten after the hash was kept, or the hash was copied wrongly or belongs to another site.',
    },
  },
  'published-file-unreadable': {
    level: 'error',
    message: {
      zh: '已发布的文件无法读取',
      en: 'A published file cannot be read',
    },
    remedy: {
      zh: '原因：{found}。',
      en: 'Reason: {found}.',
    },
  },
  'published-header-old': {
    level: 'error',
    message: {
      zh: '已发布的文件与现行规定的列不符',
      en: 'The columns of a published file differ from the current definition of its table',
    },
    remedy: {
      zh: '表的定义在发布之后有过修改。请运行publish重新发布。',
      en: 'The table was changed after it was published. Run publish again.',
    },
  },
  'published-entry-lapsed': {
    level: 'error',
    message: {
      zh: '已发布的文件里有期满的条目',
      en: 'A published file has an entry that has lapsed',
    },
    remedy: {
      zh: '最近一次发布（{date}）时，条目的最后公开日已过，不得再公开。请运行publish，它会把期满的条目从各版本中撤下。',
      en: 'Its last public day was before the last release ({date}), so it must no longer be public. Run publish, which removes such entries from every revision.',
    },
  },
  'published-without-contract': {
    level: 'error',
    message: {
      zh: '已发布的文件不属于任何数据集',
      en: 'A published file belongs to no dataset',
    },
    remedy: {
      zh: '它的数据集或表已不在定义之中。请恢复data/contracts/或程序中的定义。',
      en: 'Its dataset or table is no longer defined. Restore the definition in data/contracts/ or in the program.',
    },
  },
  'published-link': {
    level: 'error',
    message: {
      zh: '已发布的文件夹里有符号链接',
      en: 'There is a symbolic link in the published folder',
    },
    remedy: {
      zh: '符号链接不予读取，以免发布文件夹以外的内容。请换回文件本身。',
      en: 'It is not followed, so that nothing from outside the folder is published. Put the file itself back.',
    },
  },
} satisfies Record<string, Entry>
