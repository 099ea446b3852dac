import type { Command, Option, Options } from './command.ts'

/** The help text of a script: English first, then Chinese. */
export function buildHelpText(command: Command<Options>, options: Options): string {
  const rows = Object.entries(options).map(([name, option]) =>
    formatRow(`--${name}${formatPlaceholder(option)}`, option),
  )
  const rest = command.rest ? ` ${command.rest}` : ''
  return [
    command.does.en,
    command.does.zh,
    '',
    `  npm run ${command.verb} -- [options]${rest}`,
    '',
    ...rows,
    formatRow('--help', { help: { en: 'this text', zh: '本说明' } }),
    '',
    'Exit codes 退出码: 0 done 完成 · 1 the input is at fault 输入有误 · 2 wrong usage 用法有误 · 3 our fault 程序有误',
  ].join('\n')
}

const COLUMN = 26

function formatRow(name: string, option: Pick<Option, 'help'> & { fallback?: string | number }): string {
  const fallback = option.fallback === undefined ? '' : ` [${option.fallback}]`
  return `  ${name.padEnd(COLUMN)}${option.help.en} ${option.help.zh}${fallback}`
}

function formatPlaceholder(option: Option): string {
  switch (option.kind) {
    case 'switch':
      return ''
    case 'folder':
      return ' DIR'
    case 'text':
      return ` ${option.placeholder}`
    case 'choice':
      return ` ${option.choices.join('|')}`
    case 'number':
      return ' N'
    case 'base':
      return ' /foo/'
  }
}
