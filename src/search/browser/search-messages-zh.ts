import type { SearchMessages } from './search-messages.ts'

export const messages: SearchMessages = {
  loading: '正在搜索……',
  none: '没有找到。请换个说法，或从站点地图查找。',
  failed: '搜索没有载入。请检查网络后重试，也可以从站点地图查找。',
  count: (whole, partial) => {
    if (whole === 0) return `没有完全匹配的结果，另有 ${partial} 条部分匹配。`
    return partial === 0 ? `找到 ${whole} 条结果。` : `找到 ${whole} 条结果，另有 ${partial} 条部分匹配。`
  },
  partial: '部分匹配',
  all: '查看全部结果',
  more: '再显示十条',
  group: { zh: '中文页面', en: '英文页面' },
  facet: { kind: '类型', topic: '专题', place: '地区', month: '月份' },
  formatMonth: (month) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`,
}
