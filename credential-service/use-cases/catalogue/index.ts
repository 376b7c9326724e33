// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '#domain/errors.ts'
import type { Digest } from '#domain/canonical.ts'
import type { Text } from '#domain/text.ts'
import { modes } from '#domain/scenario/play.ts'
import type { Mode } from '#domain/scenario/play.ts'
import { ServiceError } from '../errors.ts'
import type { Playable, ScenarioLibrary } from '../evidence/ports.ts'

/** A framework's competences, as far as people and credentials name them. */
export type Framework = { id: string; title: Text; competences: { code: string; label: Text }[] }
export type FrameworkLibrary = { framework: (id: string) => Promise<Framework | null> }

/** A scenario as the catalogue shows it. */
export type Offer = {
  id: string
  digest: Digest
  title: Text
  summary: Text
  framework: { id: string; title: Text }
  competences: { code: string; label: Text }[]
  minutes: number
  modes: Mode[]
}

type Needs = { scenarios: Pick<ScenarioLibrary, 'all' | 'current' | 'version'>; frameworks: FrameworkLibrary }

/** What one can learn here, and each scenario and framework as data. */
export const catalogueUseCases = ({ scenarios, frameworks }: Needs) => ({
  listOffers: async (): Promise<Offer[]> =>
    Promise.all((await scenarios.all()).map(async (playable) =>
      offerOf(playable, await frameworks.framework(playable.scenario.framework)))),

  /**
   * A scenario as it is now, or as it was when its content had this digest.
   * @throws ERR_UNKNOWN_SCENARIO
   */
  async readScenario(id: string, digest?: Digest) {
    const playable = digest === undefined ? await scenarios.current(id) : await scenarios.version(digest)
    if (playable?.scenario.id !== id) throw new DomainError('ERR_UNKNOWN_SCENARIO', { scenario: id })
    return { id, digest: playable.digest, scenario: JSON.parse(playable.text) as Record<string, unknown> }
  },

  /** @throws ERR_NOT_FOUND */
  async readFramework(id: string): Promise<Framework> {
    const framework = await frameworks.framework(id)
    if (!framework) throw new ServiceError('ERR_NOT_FOUND', { framework: id })
    return framework
  },
})

export type CatalogueUseCases = ReturnType<typeof catalogueUseCases>

function offerOf({ digest, scenario }: Playable, framework: Framework | null): Offer {
  const { id, title, summary, minutes, rubric } = scenario
  const codes = new Set(rubric.criteria.flatMap(({ competences }) => competences))
  const labelOf = (code: string) =>
    framework?.competences.find((one) => one.code === code)?.label ?? { fr: code, en: code }
  return {
    id,
    digest,
    title,
    summary,
    framework: { id: scenario.framework, title: framework?.title ?? { fr: scenario.framework, en: scenario.framework } },
    competences: [...codes].sort(inOrder).map((code) => ({ code, label: labelOf(code) })),
    minutes,
    modes: [...modes],
  }
}

const inOrder = (one: string, other: string) => one.localeCompare(other, 'fr', { numeric: true })
