// SPDX-License-Identifier: EUPL-1.2
/** A sinusoidal voltage as a point of the complex plane: its length is the effective value in volts. */
export type Phasor = { re: number; im: number }

export const zero: Phasor = { re: 0, im: 0 }

// Exact to the last bit on every machine: no sine or cosine, whose last digit differs between engines.
const half = Math.sqrt(3) / 2
const directions: readonly Phasor[] = [{ re: 1, im: 0 }, { re: -0.5, im: -half }, { re: -0.5, im: half }]

/** The potential of phase 0, 1 or 2 (L1, L2, L3) of a three-phase supply of so many volts to neutral. */
export function phase(index: number, volts: number): Phasor {
  const direction = directions[index] ?? zero
  return { re: direction.re * volts, im: direction.im * volts }
}

/** The voltage between two potentials, in volts (effective value). */
export function voltsBetween(a: Phasor, b: Phasor): number {
  return Math.sqrt((a.re - b.re) ** 2 + (a.im - b.im) ** 2)
}
