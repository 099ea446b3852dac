import { buildProblemsJson } from '../../src/problems/json.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import { hasErrors } from '../../src/problems/problem.ts'
import { type Verification, verifySite } from '../../src/store/verify-site.ts'
import { type LocalText, toBilingual } from '../command/bilingual.ts'
import { runStage } from '../command/progress-reporter.ts'
import { InputError, UsageError } from '../command/run-command.ts'
import { toInputError } from '../line/run-line-over.ts'
import { openSubject } from './site-reader.ts'
import type { VerifyOptions } from './verify-options.ts'

/** Finds out whether a site, its downloads and its log agree, from nothing but the site. Exit code 1 where not. */
export async function verifyCopy(options: VerifyOptions): Promise<void> {
  const [where, ...more] = options.rest
  if (where === undefined || more.length > 0) {
    throw new UsageError({
      zh: '用法：npm run verify -- 网址或文件夹 [--head 校验值]。',
      en: 'Usage: npm run verify -- URL|DIR [--head HASH].',
    })
  }
  const { head, lang } = options
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) {
    throw new UsageError({
      zh: '--head 应为64位小写十六进制校验值。',
      en: '--head takes a SHA-256 of 64 lower-case hexadecimal digits.',
    })
  }
  const found = await runStage({ zh: '核验', en: 'Verifying' }, async (progress) => {
    try {
      return await verifySite({
        ...(await openSubject(where)),
        ...(head === undefined ? {} : { head }),
        advance: () => progress.advance(),
      })
    } catch (error) {
      throw toInputError(error, lang)
    }
  })
  process.stdout.write(options.format === 'json' ? reportJson(found) : reportText(found, lang))
  // Everything has been said above.
  if (hasErrors(found.problems)) throw new InputError('')
}

function reportJson({ releases, anchored, problems, ...rest }: Verification): string {
  const report = {
    ...rest,
    releases: releases.length,
    anchored: anchored?.release ?? null,
    problems: buildProblemsJson(problems),
  }
  return `${JSON.stringify(report)}\n`
}

function reportText(found: Verification, lang: 'zh' | 'en'): string {
  const lines = listFindings(found).map((line) => `  ${toBilingual(line)}`)
  const problems = printProblems(found.problems, lang)
  const end = hasErrors(found.problems) ? CONTRADICTED : AGREES
  return `${[...lines, ...(problems ? ['', problems, ''] : []), toBilingual(end)].join('\n')}\n`
}

const AGREES: LocalText = {
  zh: '✓ 未发现改动。',
  en: 'Nothing was found to have been changed.',
}
const CONTRADICTED: LocalText = { zh: '✗ 有不一致之处，见上。', en: 'They do not agree; see above.' }

function listFindings(found: Verification): LocalText[] {
  const { releases, head, published, withdrawn, tables, listed, pages, notOffered, anchored } = found
  const last = releases.at(-1)
  const since = releases.length - (anchored?.release ?? 0)
  return [
    ...(last && head
      ? [
          {
            zh: `发布记录：${releases.length}次发布，最近一次${last.date}；校验值${head}`,
            en: `Release log: ${releases.length}, the last on ${last.date}; head ${head}`,
          },
        ]
      : []),
    ...(anchored
      ? [
          {
            zh: `留存的校验值是第${anchored.release}次发布（${anchored.date}）的，此后又有${since}次发布`,
            en: `The head that was kept is that of release ${anchored.release} (${anchored.date}); releases since: ${since}`,
          },
        ]
      : []),
    { zh: `与记录相比的已发布文件：${published}`, en: `Published files compared with the log: ${published}` },
    ...(withdrawn > 0
      ? [{ zh: `记录中已撤下的文件：${withdrawn}`, en: `Files that the log says were withdrawn: ${withdrawn}` }]
      : []),
    ...(tables > 0
      ? [{ zh: `与各期文件相比的整表：${tables}`, en: `Whole tables compared with their periods: ${tables}` }]
      : []),
    ...(listed > 0
      ? [
          {
            zh: `与SHA256SUMS相比的网站文件：${listed}，其中页面${pages}`,
            en: `Files compared with SHA256SUMS: ${listed}, of them pages: ${pages}`,
          },
        ]
      : []),
    ...(notOffered.length > 0
      ? [
          {
            zh: `记录中有而网站不提供的数据集：${notOffered.join('、')}`,
            en: `Datasets in the log that the site does not offer: ${notOffered.join(', ')}`,
          },
        ]
      : []),
  ]
}
