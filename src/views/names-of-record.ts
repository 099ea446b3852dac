import type { Site } from '../compose/site.ts'

/** Names that are written in one way whatever a page is converted to. */
interface NamesOfRecord {
  /** Of the publisher, its offices, places and documents: wherever a text has them. */
  names: ReadonlySet<string>
  /** Texts that are quoted as they came, such as the holder of a permit, where one fills a cell. */
  texts: ReadonlySet<string>
}

/** The Chinese names of record of a portal: all that it lists as a name, and every text of its published registers. */
export function listNamesOfRecord(site: Site): NamesOfRecord {
  const { settings, places, departments, systems, duties } = site
  const { formalities = {}, disclosure = {}, footer, datasets = {} } = settings
  const names = [
    ...[settings.title, settings.area, settings.publisher, settings.signer].map((words) => words?.zh),
    ...Object.values(datasets).map(({ publisher }) => publisher?.zh),
    ...footer.map(({ text }) => text?.zh),
    ...[formalities.approval, formalities.contact].map((words) => words?.zh),
    ...[formalities.icp, formalities.police],
    ...[disclosure.issuer, disclosure.editor, disclosure.contact].map((words) => words?.zh),
    ...[...places.all, ...departments.all].flatMap((one) => [one.names.zh, ...one.aliases]),
    ...(systems?.systems ?? []).flatMap(({ documents = [] }) => documents),
    ...(duties?.duties ?? []).map(({ document }) => document),
  ]
  const quoted = (duties?.duties ?? []).map(({ clock }) => clock)
  return { names: keepTexts(names), texts: keepTexts([...quoted, ...listRegisterTexts(site)]) }
}

function keepTexts(texts: readonly (string | undefined)[]): Set<string> {
  return new Set(texts.filter((text) => text !== undefined))
}

/** Texts of columns that hold any text, in every published period of every register. */
function listRegisterTexts({ published }: Site): string[] {
  return [...published.tables.values()].flatMap(({ contract, spec, periods, readRows }) => {
    if (spec.kind !== 'register') return []
    const shown = [...spec.dimensions.map(({ column }) => column), ...(spec.attributes ?? [])]
    const columns = shown.filter((id) => contract.columns[id]?.type.kind === 'text')
    return periods.flatMap(readRows).flatMap(({ key, text }) => columns.map((id) => key[id] ?? text[id] ?? ''))
  })
}
