// SPDX-License-Identifier: EUPL-1.2
import { useXR } from '@react-three/xr'
import { useKeepPauses as useCount } from '#app/ui/aids/pause.ts'

export { isPauseDue, pauseLater, usePauseDue } from '#app/ui/aids/pause.ts'

/** Counts the time in the headset, for as long as a view is on. Proposes a pause, never imposes one. */
export const useKeepPauses = (): void => useCount(useXR((s) => Boolean(s.session)))
