import type { APIRoute } from 'astro'
import { SCHEMA_NAMES, toSchemaText } from '../../portal/schemas.ts'

/** JSON Schemas of a portal's own files, for editors: `/schema/contract.json`. */
export function getStaticPaths() {
  return SCHEMA_NAMES.map((name) => ({ params: { name }, props: { name } }))
}

export const GET: APIRoute = ({ props }) => new Response(toSchemaText(props.name))
