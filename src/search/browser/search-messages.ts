/** Messages of the search in the browser: one module a language, fetched only when somebody searches. */
export interface SearchMessages {
  loading: string
  none: string
  failed: string
  count: (whole: number, partial: number) => string
  partial: string
  all: string
  more: string
  group: { zh: string; en: string }
  facet: { kind: string; topic: string; place: string; month: string }
  formatMonth: (month: string) => string
}
