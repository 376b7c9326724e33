// SPDX-License-Identifier: EUPL-1.2
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canonicalJson } from '#domain/canonical.ts'
import type { Digest } from '#domain/canonical.ts'
import { digestOfScenario, readScenario } from '#domain/scenario/index.ts'
import type { EvidenceStore, Playable, ScenarioLibrary } from '../../use-cases/evidence/ports.ts'

const FOLDER = fileURLToPath(new URL('../../../resources/scenarios/', import.meta.url))

/**
 * The scenarios in resources/scenarios, read once at the start, and the versions kept with earlier attempts.
 * @throws ERR_SCENARIO_INVALID when a file is malformed: the service must not start with it
 */
export async function scenarioLibrary(
  kept: Pick<EvidenceStore, 'scenarioText'>, folder = FOLDER,
): Promise<ScenarioLibrary> {
  const offered = await readOffered(folder)
  const known = new Map(offered.map((playable): [Digest, Playable] => [playable.digest, playable]))
  return {
    current: async (id) => offered.find(({ scenario }) => scenario.id === id) ?? null,
    all: async () => offered,
    version: async (digest) => {
      const already = known.get(digest)
      if (already) return already
      const text = await kept.scenarioText(digest)
      if (text === null) return null
      const playable = playableOf(JSON.parse(text))
      known.set(digest, playable)
      return playable
    },
  }
}

async function readOffered(folder: string): Promise<Playable[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const files = names.map(({ name }) => readFile(join(folder, name, 'scenario.json'), 'utf8'))
  return (await Promise.all(files)).map((text) => playableOf(JSON.parse(text)))
}

const playableOf = (json: unknown): Playable =>
  ({ digest: digestOfScenario(json), scenario: readScenario(json), text: canonicalJson(json) })
