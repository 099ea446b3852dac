import type { Lang } from '../text/local-text.ts'

/** The language segment of an address: Chinese has none, English is `/en/`. A new list each time: Astro writes on it. */
export function listLanguagePaths(): { params: { lang: string | undefined }; props: { lang: Lang } }[] {
  return [
    { params: { lang: undefined }, props: { lang: 'zh' } },
    { params: { lang: 'en' }, props: { lang: 'en' } },
  ]
}

/** Paths of a page kind in both languages: each item's params and props, once a language. */
export function listInBothLanguages<P extends Record<string, string | undefined>, Q extends object>(
  items: readonly { params: P; props: Q }[],
): { params: P & { lang: string | undefined }; props: Q & { lang: Lang } }[] {
  return listLanguagePaths().flatMap((language) =>
    items.map((item) => ({
      params: { ...item.params, ...language.params },
      props: { ...item.props, ...language.props },
    })),
  )
}
