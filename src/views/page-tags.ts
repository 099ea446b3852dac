import type { Site } from '../compose/site.ts'
import type { Lang } from '../text/local-text.ts'
import { t } from '../text/ui.ts'
import type { Article, Frame } from './page-frame.ts'

/**
 * Meta tags by which programs gather pages of government sites: of the site, of the column that a page is in, and of an
 * article. What the portal has not stated is left out.
 */
export function listPageTags(
  { settings }: Site,
  { room, title }: Frame,
  { lang, article }: { lang: Lang; article?: Article | undefined },
): { name: string; content: string }[] {
  const tags: [string, string | undefined][] = [
    ['SiteName', settings.title[lang]],
    ['SiteDomain', settings.url && new URL(settings.url).hostname],
    ['SiteIDCode', settings.formalities?.siteCode],
    ['ColumnName', room === null ? undefined : t(lang, room)],
    ...(article
      ? ([
          ['ArticleTitle', title[lang]],
          ['PubDate', article.published],
          ['ContentSource', article.source],
          ['Keywords', article.keywords?.join(lang === 'zh' ? '；' : '; ')],
          ['Author', article.editor],
        ] satisfies [string, string | undefined][])
      : []),
  ]
  return tags.flatMap(([name, content]) => (content ? [{ name, content }] : []))
}
