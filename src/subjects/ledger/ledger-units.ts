import type { Unit } from '../../text/units.ts'

/** What the documents count, in English. A unit of measurement is known to every dataset and is not repeated here. */
const COUNTED: Readonly<Record<string, { one: string; other: string }>> = {
  件: { one: 'case', other: 'cases' },
  户: { one: 'household', other: 'households' },
  家: { one: 'organisation', other: 'organisations' },
  个: { one: 'item', other: 'items' },
  项: { one: 'item', other: 'items' },
  次: { one: 'time', other: 'times' },
  条: { one: 'record', other: 'records' },
  份: { one: 'document', other: 'documents' },
  张: { one: 'permit', other: 'permits' },
  所: { one: 'institution', other: 'institutions' },
  名: { one: 'person', other: 'people' },
  辆: { one: 'vehicle', other: 'vehicles' },
  人次: { one: 'person-time', other: 'person-times' },
}

/** The unit of a row of the ledger, by the name that the document prints. */
export function unitOfDocument(name: string): Unit {
  const en = COUNTED[name]
  return en ? { zh: name, en } : name
}
