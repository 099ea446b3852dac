import type { Lang } from '../text/local-text.ts'
import { describeProblem, isRule, kindOf } from './describe-problem.ts'
import type { Problem } from './problem.ts'

/**
 * Problems as SARIF 2.1.0 (OASIS), which other people's CI shows beside the files. A line of a CSV is a region; a cell
 * of a workbook has no line that a text viewer could open, so it is a logical location only.
 */
export function buildSarif(problems: readonly Problem[], lang: Lang): object {
  const rules = [...new Set(problems.map(({ rule }) => rule))].toSorted()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Mingge', rules: rules.map((rule) => describeRule(rule, lang)) } },
        language: lang === 'zh' ? 'zh-CN' : 'en',
        results: problems.map((problem) => resultOf(problem, rules.indexOf(problem.rule), lang)),
      },
    ],
  }
}

function describeRule(rule: string, lang: Lang): object {
  return { id: rule, ...(isRule(rule) ? { shortDescription: { text: kindOf(rule)[lang] } } : {}) }
}

function resultOf(problem: Problem, ruleIndex: number, lang: Lang): object {
  const { message, remedy } = describeProblem(problem)
  const found = problem.found === null ? '' : ` [${problem.found}]`
  return {
    ruleId: problem.rule,
    ruleIndex,
    level: problem.level,
    message: { text: `${message[lang]}${found} ${remedy[lang]}`.trim() },
    ...(problem.file === null ? {} : { locations: [locationOf(problem, problem.file)] }),
  }
}

function locationOf(problem: Problem, file: string): object {
  const { sheet, row } = problem
  const region = sheet === null && row !== null ? { region: { startLine: row } } : {}
  const name = nameCell(problem)
  return {
    physicalLocation: { artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') }, ...region },
    ...(name === '' ? {} : { logicalLocations: [{ fullyQualifiedName: name }] }),
  }
}

/** `案件!R18C11`: row and column in numbers, as spreadsheets name cells without letters. */
function nameCell({ sheet, row, column }: Problem): string {
  const cell = `${row === null ? '' : `R${row}`}${column === null ? '' : `C${column}`}`
  return [sheet, cell].filter((part) => part !== null && part !== '').join('!')
}
