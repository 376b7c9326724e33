// SPDX-License-Identifier: EUPL-1.2
export type Guide = { title: string; body: string }

const files = import.meta.glob<{ default: Guide }>('../../../resources/scenarios/*/guide.*.md')
const known = new Map<string, Promise<Guide | null>>()

const fileOf = (scenario: string, language: string) => `../../../resources/scenarios/${scenario}/guide.${language}.md`

/** Whether a scenario has a guide in a language: nothing leads to one that is not there. */
export const hasGuide = (scenario: string, language: string): boolean => fileOf(scenario, language) in files

/** A scenario's guide in a language; null when it has none. The same promise each time it is asked. */
export function guideFor(scenario: string, language: string): Promise<Guide | null> {
  const file = fileOf(scenario, language)
  const found = known.get(file) ?? files[file]?.().then((module) => module.default) ?? Promise.resolve(null)
  known.set(file, found)
  return found
}
