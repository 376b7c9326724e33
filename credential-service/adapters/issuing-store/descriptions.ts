// SPDX-License-Identifier: EUPL-1.2
import type { Kysely } from 'kysely'
import type { Text } from '#domain/text.ts'
import type { Descriptions } from '#service/use-cases/issuing/ports.ts'
import type { IssuingTables } from './tables.ts'

/** A framework as a credential names it. */
export type DescribedFramework = { id: string; title: Text; competences: { code: string; label: Text }[] }

type ScenarioFile = { id: string; title: Text; summary: Text; framework: string }

/** What credentials say of the scenario (the very version that was played) and of its holder. */
export function tableDescriptions(
  db: Kysely<IssuingTables>, origin: string, frameworkOf: (id: string) => Promise<DescribedFramework | null>,
): Descriptions {
  return {
    async describe(order) {
      const [scenario, person] = [await versionOf(db, order.scenarioDigest), await personOf(db, order.learner)]
      const framework = scenario && (await frameworkOf(scenario.framework))
      if (!scenario || !person || !framework) return null
      const labels = new Map(framework.competences.map(({ code, label }) => [code, label]))
      return {
        holder: { displayName: person.display_name },
        scenario: {
          id: scenario.id,
          address: `${origin}/api/scenarios/${scenario.id}`,
          digest: order.scenarioDigest,
          title: scenario.title,
          summary: scenario.summary,
        },
        framework: { id: framework.id, address: `${origin}/api/frameworks/${framework.id}`, title: framework.title },
        competences: order.results.competences.map(({ code, result }) =>
          ({ code, label: labels.get(code) ?? { fr: code, en: code }, result })),
      }
    },
    async titleOf(scenario) {
      const row = await db.selectFrom('scenario_versions').select('text').where('id', '=', scenario).limit(1).executeTakeFirst()
      return row ? (JSON.parse(row.text) as ScenarioFile).title : { fr: scenario, en: scenario }
    },
  }
}

async function versionOf(db: Kysely<IssuingTables>, digest: string): Promise<ScenarioFile | null> {
  const row = await db.selectFrom('scenario_versions').select('text').where('digest', '=', digest).executeTakeFirst()
  return row ? (JSON.parse(row.text) as ScenarioFile) : null
}

const personOf = (db: Kysely<IssuingTables>, id: string) =>
  db.selectFrom('people').select('display_name').where('id', '=', id).executeTakeFirst()
