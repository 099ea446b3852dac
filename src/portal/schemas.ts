import { z } from 'zod'
import { contract } from '../contracts/contract.ts'
import { profile } from '../contracts/profile.ts'
import { questionsSchema, termsSchema } from './plain-words.ts'
import { eventsSchema, reportHeadSchemas, settingsSchema, thesaurusSchema, topicHeadSchema } from './settings.ts'

/** Files of a portal whose shape an editor can check, by the name of their JSON Schema: `/schema/site.json`. */
export const SCHEMAS = {
  contract,
  profile,
  site: settingsSchema,
  topic: topicHeadSchema,
  report: reportHeadSchemas.zh,
  events: eventsSchema,
  thesaurus: thesaurusSchema,
  terms: termsSchema,
  questions: questionsSchema,
} as const

export type SchemaName = keyof typeof SCHEMAS

/** The text of a JSON Schema 2020-12. What Zod checks by code (one field against another) is left to the check itself. */
export function toSchemaText(name: SchemaName): string {
  return `${JSON.stringify(z.toJSONSchema(SCHEMAS[name], { io: 'input' }), null, 2)}\n`
}

export const SCHEMA_NAMES = Object.keys(SCHEMAS).filter(isSchemaName)

function isSchemaName(name: string): name is SchemaName {
  return Object.hasOwn(SCHEMAS, name)
}
