import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { listAddresses } from '../../src/compose/bound/propose-binding.ts'
import { findTypedNumbers } from '../../src/compose/bound/typed-numbers.ts'
import type { Site } from '../../src/compose/site.ts'
import { nameOf, readYaml } from '../../src/portal/yaml.ts'
import { createProblem } from '../../src/problems/create-problem.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { LANGS, type Lang, type LocalText } from '../../src/text/local-text.ts'
import { locateInSource } from '../../src/views/locate-in-source.ts'

/** A text of a YAML file that nothing in it can bind to a cell. */
interface StatedText {
  text: string
  lang: Lang
  path: readonly PropertyKey[]
}

/** Texts with the phrases that are no figures in them, and where these are listed. */
interface StatedGroup {
  texts: readonly StatedText[]
  notFigures: readonly string[]
  path: readonly PropertyKey[]
}

/** Numbers that the texts of systems state: in figures they would be data, in words they count parts of a system. */
export async function checkSystemWords(site: Site, content: string): Promise<Problem[]> {
  if (site.systems === null) return []
  const { notFigures = [], systems } = site.systems
  const texts = systems.flatMap((system, index) =>
    (['line', 'discloses'] as const).flatMap((key) => listBoth(system[key], ['systems', index, key])),
  )
  const group = { texts, notFigures, path: ['notFigures'] }
  return await checkStated(site, content, { name: 'systems/systems.yaml', groups: [group], isStated: hasDigit })
}

/** Numbers in the words of terms and of answers, in figures and in words; each entry lists its own phrases that are none. */
export async function checkEntryWords(site: Site, content: string): Promise<Problem[]> {
  const terms = site.terms.map(({ means, not, notFigures = [] }, index) => ({
    texts: [...listBoth(means, [index, 'means']), ...listBoth(not, [index, 'not'])],
    notFigures,
    path: [index, 'notFigures'],
  }))
  const questions = site.questions.map(({ question, answer, links = [], notFigures = [] }, index) => ({
    texts: [
      ...listBoth(question, [index, 'question']),
      ...listBoth(answer, [index, 'answer']),
      ...links.flatMap(({ label }, at) => listBoth(label, [index, 'links', at, 'label'])),
    ],
    notFigures,
    path: [index, 'notFigures'],
  }))
  return [
    ...(await checkStated(site, content, { name: 'terms.yaml', groups: terms })),
    ...(await checkStated(site, content, { name: 'questions.yaml', groups: questions })),
  ]
}

function listBoth(words: LocalText | undefined, path: readonly PropertyKey[]): StatedText[] {
  return words === undefined ? [] : LANGS.map((lang) => ({ text: words[lang], lang, path: [...path, lang] }))
}

function hasDigit(text: string): boolean {
  return /\d/.test(text)
}

async function checkStated(
  site: Site,
  content: string,
  of: { name: string; groups: readonly StatedGroup[]; isStated?: (text: string) => boolean },
): Promise<Problem[]> {
  const path = join(content, of.name)
  if (of.groups.length === 0 || !existsSync(path)) return []
  const file = `content/${of.name}`
  const source = await readFile(path, 'utf8')
  const { lineOf } = readYaml(source, z.unknown(), { file })
  const lines = source.split(/\r\n?|\n/)
  const { isStated = () => true } = of
  return of.groups.flatMap((group) => {
    const numbers = group.texts.flatMap(({ text, lang, path }) =>
      findTypedNumbers(text, lang, group.notFigures)
        .filter((typed) => isStated(typed.text))
        .map((typed) => {
          const at = locateInSource(lines, { line: lineOf(path) ?? 1, text }, typed)
          const expected = listAddresses(site, typed).join(' | ') || '—'
          return createProblem(
            'content-number-stated',
            { file, ...at, columnName: nameOf(path) },
            { found: typed.text, expected },
          )
        }),
    )
    const stale = group.notFigures.filter((phrase) => !group.texts.some(({ text }) => text.includes(phrase)))
    return [
      ...numbers,
      ...stale.map((found) => createProblem('content-phrase-stale', { file, row: lineOf(group.path) }, { found })),
    ]
  })
}
