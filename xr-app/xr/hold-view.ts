// SPDX-License-Identifier: EUPL-1.2
let held = false

/** While a gesture uses the pointer on the canvas, the view does not turn with it. */
export const holdView = (hold: boolean): void => { held = hold }
export const viewHeld = (): boolean => held
