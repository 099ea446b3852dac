import type { Entry } from './entry.ts'

/** What can be wrong with the list of exceptions. */
export const EXCEPTION_RULES = {
  'exceptions-header': {
    level: 'error',
    message: {
      zh: 'exceptions.csv的表头不对',
      en: 'The header of exceptions.csv is wrong',
    },
    remedy: {
      zh: '表头应为{expected}。',
      en: 'It should be {expected}.',
    },
  },
  'exception-field': {
    level: 'error',
    message: {
      zh: 'exceptions.csv的“{columnName}”未填或不对',
      en: '“{columnName}” in exceptions.csv is blank or wrong',
    },
    remedy: {
      zh: '每一条都要写明原因（reason）和截止日（until，YYYY-MM-DD）；核准疑似个人信息的，还要写明责任人（owner）。',
      en: 'Each line needs a reason and an end date (until, YYYY-MM-DD), and an owner where it accepts possible personal data.',
    },
  },
  'exception-rule': {
    level: 'error',
    message: {
      zh: '这条规则不能例外',
      en: 'This rule allows no exceptions',
    },
    remedy: {
      zh: '可以例外的规则有：{expected}。其余的请改正原始文件。',
      en: 'Rules that allow exceptions: {expected}. Anything else must be corrected in the raw file.',
    },
  },
  'exception-expired': {
    level: 'error',
    message: {
      zh: '例外已过截止日',
      en: 'An exception has expired',
    },
    remedy: {
      zh: '“{reason}”只准到{until}。请重新核对{rule}，再删去或延长这一条。',
      en: '“{reason}” was valid until {until}. Review {rule} again, then delete the line or extend it.',
    },
  },
  'exception-unused': {
    level: 'error',
    message: {
      zh: '例外已无用处',
      en: 'An exception is not needed',
    },
    remedy: {
      zh: '没有{rule}需要它。请删去这一条，或核对数据集、期次和键是否写对。',
      en: 'It matches no finding of {rule}. Delete the line, or check its dataset, period and key.',
    },
  },
} satisfies Record<string, Entry>
