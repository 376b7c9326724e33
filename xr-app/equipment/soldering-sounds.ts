// SPDX-License-Identifier: EUPL-1.2
import { cloth, click } from '#app/xr/sound/voice.ts'

/** Flux that boils: soft, like cloth. */
export const hiss = cloth
/** Metal on metal, light. */
export const thin = click
