// SPDX-License-Identifier: EUPL-1.2
// The constants of the soldering model. Where each comes from, and which are only didactic: docs/soldering-model.md.
import type { Pace } from './pieces.ts'

/** One step of calculation: 10 ms of the gesture's time. */
export const stepSeconds = 0.01
/** A step in quarters of a millisecond, so that a slowed clock stays in whole numbers. */
export const stepQuarters = 40
/** Quarters of a millisecond of the gesture's time for each millisecond of the learner's. */
export const quartersPerMs: Readonly<Record<Pace, number>> = { full: 4, half: 2, quarter: 1 }

export const ambient = 25
/** Sn96.5Ag3Cu0.5 begins to melt; it is taken as molten from here. */
export const melting = 217

/** Heat capacities, in joules per kelvin. */
export const capacity = { tip: 3, pad: 0.08, groundPad: 0.2, lead: 0.06 } as const
/** What each loses to the board or the air, in watts per kelvin. */
export const loss = { tip: 0.02, pad: 0.03, groundPad: 0.066, lead: 0.02 } as const
/** The station's heater: watts at most, and watts for each kelvin that is missing. */
export const heater = { most: 70, perKelvin: 4 } as const
export const readyWithin = 5

/** What a clean, tinned tip at a good angle gives, in watts per kelvin, by what it touches. */
export const conductance = { pad: { pad: 0.13, both: 0.1 }, lead: { lead: 0.1, both: 0.075 } } as const
/** Between pad and lead: dry, and through solder. */
export const across = { dry: 0.006, solder: 0.06, fullAt: 3 } as const
/** A drop of molten solder under the tip carries more heat. */
export const bridgeOfHeat = { gain: 0.5, fullAt: 2 } as const

/** The angles told apart, in degrees above the board, and the share of the contact that each gives. */
export const angles = [15, 30, 45, 60, 75] as const
export const angleShare: Readonly<Record<number, number>> = { 15: 0.9, 30: 1, 45: 1, 60: 0.8, 75: 0.45 }

/** The wire: speeds told apart (mm/s), joules that a millimetre takes to melt, flux that it brings. */
export const rates = { slow: 2, steady: 4, fast: 8 } as const
export const wire = { joulesPerMm: 0.3, fluxPerMm: 0.25, ontoTip: { solder: 0.6, flux: 0.15 } } as const
/** Flux burns away: share lost each second, warm and hot. */
export const fluxBurn = { from: 150, warm: 0.2, hotFrom: 280, hot: 0.7, spent: 0.05 } as const

/** Wetting: share of what is left that is wetted each second, by how far above melting it is, and by the flux there is. */
export const wetting = { perSecond: 1.6, over: 30, most: 1.4, withoutFlux: 0.08, fluxWanted: 0.25 } as const

/** A pad's glue: from which temperature it suffers, and how many kelvin-seconds it bears. */
export const padBears = { from: 265, kelvinSeconds: 150 } as const
/** A component's lead: not longer than this above that. */
export const leadBears = { from: 260, seconds: 10 } as const

/** Millimetres of wire: what is too little, too much, and what runs over to the neighbour. */
export const amount = { some: 0.3, least: 2.4, most: 7, bridge: 9, bridgeFlat: 5 } as const
/** A joint that is wetted less than this on either side is cold. */
export const wetEnough = 0.75

/** The braid soaks up so many millimetres a second, and carries less heat than the tip. */
export const braidTakes = { perSecond: 3, share: 0.7, leaves: 0.2 } as const
/** A tip oxidises while hot and bare; solder on it burns off. Shares each second. */
export const tipAges = { from: 200, perSecond: 1 / 900, hotFrom: 385, hotTimes: 3, filmPerSecond: 1 / 90 } as const
/** What a clean, bare tip loses for want of solder on it, and what oxide takes away. */
export const tipPasses = { bare: 0.65, oxide: 0.75, filmFrom: 0.1 } as const

/** Hot enough to burn a finger. */
export const burnsFrom = 60
/** Seconds of smoke before it is felt. */
export const smokeFelt = 1
