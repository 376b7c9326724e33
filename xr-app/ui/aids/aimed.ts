// SPDX-License-Identifier: EUPL-1.2
// What the pointer is over in a 3D view, as a name: the canvas alone does not tell. Null: nothing that answers.
let aimed: string | null = null
export const aimedAt = (): string | null => aimed
export const setAimed = (name: string | null): void => { aimed = name }

// In a headset it is the head that rests: the mouse lies somewhere and means nothing.
let away = false
export const pointerIsAway = (): boolean => away
export const setPointerAway = (isAway: boolean): void => { away = isAway }
