// SPDX-License-Identifier: EUPL-1.2
import { readLayout, type Layout } from '#domain/scenario/layout.ts'
import type { Scenario } from '#domain/scenario/index.ts'

// Each scenario's layout is a file beside it, fetched when its workshop is entered. Adding one touches no code.
const files = import.meta.glob<{ default: unknown }>('../../../resources/scenarios/*/layout.json')

/** The layout of a scenario; one that has none, or that does not fit this version of it, is laid out by itself. */
export async function layoutOf(scenario: Scenario): Promise<Layout> {
  const file = await files[`../../../resources/scenarios/${scenario.id}/layout.json`]?.()
  if (!file) return {}
  try {
    return readLayout(file.default, scenario)
  } catch (error) {
    console.warn(String(error))
    return {}
  }
}
