import type { Entry } from './entry.ts'

/** What can be wrong with a portal’s folder: names and kinds of raw files, and the record of them. */
export const PORTAL_RULES = {
  'raw-dataset-unknown': {
    level: 'error',
    message: {
      zh: '文件夹“{found}”不是任何数据集',
      en: 'The folder “{found}” is not a dataset',
    },
    remedy: {
      zh: '数据集有：{expected}。请改名，或在contracts/中补上数据约定。',
      en: 'The datasets are: {expected}. Rename it, or add a contract in contracts/.',
    },
  },
  'raw-file-stray': {
    level: 'error',
    message: {
      zh: '这里不该有这个文件',
      en: 'This file does not belong here',
    },
    remedy: {
      zh: '原始文件应为raw/<数据集>/<期次>.csv或.xlsx。请移走或改名。',
      en: 'A raw file is raw/<dataset>/<period>.csv or .xlsx. Move or rename it.',
    },
  },
  'raw-folder-nested': {
    level: 'error',
    message: {
      zh: '数据集的文件夹里还有文件夹',
      en: 'There is a folder within the folder of a dataset',
    },
    remedy: {
      zh: '请把文件直接放在数据集的文件夹里。',
      en: 'Put the files directly into the dataset’s folder.',
    },
  },
  'raw-link': {
    level: 'error',
    message: {
      zh: '符号链接不予读取',
      en: 'A symbolic link is not read',
    },
    remedy: {
      zh: '请放入文件本身。',
      en: 'Put the file itself there.',
    },
  },
  'raw-missing': {
    level: 'warning',
    message: {
      zh: '没有原始文件',
      en: 'There are no raw files',
    },
    remedy: {
      zh: '请把导出的文件放入raw/<数据集>/。',
      en: 'Put exported files into raw/<dataset>/.',
    },
  },
  'raw-file-open': {
    level: 'error',
    message: {
      zh: '有工作簿还开着',
      en: 'A workbook is still open',
    },
    remedy: {
      zh: '这是Excel、WPS或LibreOffice打开文件时留下的锁文件。请保存并关闭“{found}”再运行；若已关闭，请删去锁文件。',
      en: 'This is the lock file of Excel, WPS or LibreOffice. Save and close “{found}”, then run again; if it is closed, delete the lock file.',
    },
  },
  'raw-file-ignored': {
    level: 'note',
    message: {
      zh: '不作数据的文件没有读取',
      en: 'A file that is not data was not read',
    },
    remedy: {
      zh: '{found}是系统文件，或文件名以点开头。若是数据，请改成期次文件名；否则无须处理。',
      en: '{found} is a system file, or its name begins with a dot. If it is data, name it after its period; otherwise no action is needed.',
    },
  },
  'raw-period-invalid': {
    level: 'error',
    message: {
      zh: '文件名不是期次',
      en: 'The file name is not a period',
    },
    remedy: {
      zh: '文件名应为{expected}。',
      en: 'It should be {expected}.',
    },
  },
  'raw-period-twice': {
    level: 'error',
    message: {
      zh: '同一期有两个文件',
      en: 'There are two files for one period',
    },
    remedy: {
      zh: '另一个是{other}。请只留一个。',
      en: 'The other is {other}. Keep only one.',
    },
  },
  'raw-not-a-file': {
    level: 'error',
    message: {
      zh: '这里不是普通文件，不予打开',
      en: 'This is not a regular file and was not opened',
    },
    remedy: {
      zh: '管道、套接字和设备不能作为原始文件。请移走，放入文件本身。',
      en: 'Pipes, sockets and devices are not raw files. Remove it and put the file itself there.',
    },
  },
  'received-line-invalid': {
    level: 'error',
    message: {
      zh: 'received.jsonl有一行不能读取',
      en: 'A line of received.jsonl cannot be read',
    },
    remedy: {
      zh: '{found}。这份收件记录由check和publish自动追加，请勿手工改动；请从备份恢复这一行，或删去写坏的最后一行。',
      en: '{found}. check and publish append to this record of received files; it is not edited by hand. Restore the line from a backup, or delete a last line that was cut off.',
    },
  },
} satisfies Record<string, Entry>
