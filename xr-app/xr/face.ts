// SPDX-License-Identifier: EUPL-1.2
import { settings } from '#app/ui/settings/store.ts'

const ATKINSON = '"Atkinson Hyperlegible", sans-serif'

/** The letters that panels and captions are written in, as chosen. What is engraved on things keeps its own. */
export const textFace = (): string => (settings().font === 'dyslexic' ? `"OpenDyslexic", ${ATKINSON}` : ATKINSON)
export const titleFace = (): string => (settings().font === 'dyslexic' ? textFace() : `"Bricolage Grotesque", ${ATKINSON}`)

/** Whether panels are drawn larger: for whoever asked for large targets, or for large text. */
export const isLarge = (): boolean => settings().largeTargets || settings().textSize >= 130
