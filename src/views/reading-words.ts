import type { LocalText } from '../text/local-text.ts'

/** Words of what helps to read a page. */
export const READING_WORDS = {
  elderMode: { zh: '长者模式', en: 'Large print' },
  leaveElderMode: { zh: '退出长者模式', en: 'Leave large print' },
} as const satisfies Record<string, LocalText>
