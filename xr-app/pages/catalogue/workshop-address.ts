// SPDX-License-Identifier: EUPL-1.2
import type { Mode } from '#domain/evidence/recording.ts'

/** '3d': headset, mouse or touch. 'plain': words and buttons, for the keyboard and a screen reader. */
export type Input = '3d' | 'plain'

type Choice = { mode: Mode; input: Input; sessionCode?: string }

/** The address of the workshop for a scenario, as the catalogue's choices say. */
export function workshopAddress(scenario: string, { mode, input, sessionCode }: Choice): string {
  const query = new URLSearchParams({ mode, input })
  if (sessionCode) query.set('sessionCode', sessionCode)
  return `/atelier/${scenario}?${query}`
}

/** A session code as it is read aloud and typed: case, spaces and dashes do not matter. */
export const tidyCode = (typed: string) => typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
