// SPDX-License-Identifier: EUPL-1.2
import { ConditionSchema } from './condition.ts'
import { ScenarioSchema } from './schema.ts'

type Json = { [key: string]: unknown }

/**
 * The scenario's shape as one JSON Schema (draft 2020-12) for editors and other tools: written to
 * resources/schemas/scenario.schema.json. The condition language, which speaks of itself, stands once, in `$defs`.
 */
export function scenarioJsonSchema(): Json {
  const { $defs } = plain(ConditionSchema) as { $defs: Record<string, Json> }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Compagnon scenario',
    ...(pointing(plain(ScenarioSchema)) as Json),
    $defs: Object.fromEntries(Object.entries($defs).map(([name, { $id: _own, ...schema }]) => [name, pointing(schema)])),
  }
}

/** What JSON keeps of a schema object. */
const plain = (schema: unknown): unknown => JSON.parse(JSON.stringify(schema))

/** Every reference points to the one definition. */
function pointing(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(pointing)
  if (typeof node !== 'object' || node === null) return node
  const ref = (node as Json)['$ref']
  if (typeof ref === 'string') return { $ref: `#/$defs/${ref}` }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, pointing(value)]))
}
