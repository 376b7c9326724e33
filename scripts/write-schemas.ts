// SPDX-License-Identifier: EUPL-1.2
// Writes resources/schemas/ from the shapes in domain/. tests/domain/scenario/schemas.test.ts fails when it is stale.
import { writeFileSync } from 'node:fs'
import { FrameworkSchema } from '#domain/competence/index.ts'
import { LayoutSchema } from '#domain/scenario/layout.ts'
import { scenarioJsonSchema } from '#domain/scenario/json-schema.ts'

export const schemaFiles: Readonly<Record<string, object>> = {
  'scenario.schema.json': scenarioJsonSchema(),
  'layout.schema.json': { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'Compagnon layout', ...LayoutSchema },
  'framework.schema.json': { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'Compagnon framework', ...FrameworkSchema },
}

/** The text of a schema file. */
export const schemaText = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`

if (process.argv[1] === import.meta.filename) {
  for (const [name, schema] of Object.entries(schemaFiles)) {
    writeFileSync(new URL(`../resources/schemas/${name}`, import.meta.url), schemaText(schema))
  }
}
