// SPDX-License-Identifier: EUPL-1.2
import {
  across, ambient, amount, angleShare, braidTakes, bridgeOfHeat, capacity, conductance, fluxBurn, leadBears, loss, melting,
  padBears, stepSeconds, wetting, wire,
} from './constants.ts'
import { isMolten } from './judge.ts'
import type { Contact, Feed, Joint } from './pieces.ts'

/** A joint while it is being calculated: changed in place, step after step. */
export type Hot = { -readonly [K in keyof Joint]: Joint[K] }
/** What surrounds it: its pad, whether a neighbour is near, and what is done to it. */
export type Around = { ground: boolean; near: boolean; contact: Contact | null; feed: Feed | null; braid: boolean }

/** Watts per kelvin from the tip to the pad and to the lead. */
export function contactOf({ contact, braid }: Around, passing: number, joint: Hot): { pad: number; lead: number } {
  if (!contact) return { pad: 0, lead: 0 }
  const drop = isMolten(joint) ? 1 + bridgeOfHeat.gain * Math.min(1, joint.solder / bridgeOfHeat.fullAt) : 1
  const share = (angleShare[contact.angle] ?? 0) * passing * drop * (braid ? braidTakes.share : 1)
  const { touched } = contact
  const pad = touched === 'lead' ? 0 : conductance.pad[touched]
  const lead = touched === 'pad' ? 0 : conductance.lead[touched]
  return { pad: pad * share, lead: lead * share }
}

/** One step of a joint under a tip at `tip` degrees; answers the watts it draws from the tip. */
export function stepJoint(joint: Hot, around: Around, tip: number, passing: number): number {
  const given = contactOf(around, passing, joint)
  const [toPad, toLead] = [given.pad * (tip - joint.pad), given.lead * (tip - joint.lead)]
  const through = (across.dry + across.solder * Math.min(1, joint.solder / across.fullAt)) * (joint.pad - joint.lead)
  const [mass, leak] = around.ground ? [capacity.groundPad, loss.groundPad] : [capacity.pad, loss.pad]
  joint.pad += ((toPad - through - leak * (joint.pad - ambient)) / mass) * stepSeconds
  joint.lead += ((toLead + through - loss.lead * (joint.lead - ambient)) / capacity.lead) * stepSeconds
  melt(joint, around, tip, mass)
  wet(joint)
  soak(joint, around)
  age(joint)
  heal(joint, around)
  return toPad + toLead
}

/** The wire melts on what it touches, when that is hot enough: its heat comes from there, its flux goes there. */
function melt(joint: Hot, { feed, contact, near }: Around, tip: number, mass: number): void {
  if (feed) {
    const onTip = feed.onto === 'tip' && contact !== null
    if (onTip ? tip >= melting : Math.max(joint.pad, joint.lead) >= melting) {
      const mm = feed.rate * stepSeconds * (onTip ? wire.ontoTip.solder : 1)
      joint.solder += mm
      joint.flux += mm * wire.fluxPerMm * (onTip ? wire.ontoTip.flux : 1)
      const joules = onTip ? 0 : (mm * wire.joulesPerMm) / 2
      joint.pad -= joules / mass
      joint.lead -= joules / capacity.lead
    }
  }
  const reach = contact && contact.angle < 30 ? amount.bridgeFlat : amount.bridge
  if (near && joint.solder > reach && isMolten(joint)) joint.bridged = true
}

/** Molten solder spreads over a surface that is hot enough, as long as flux clears the way. */
function wet(joint: Hot): void {
  if (joint.solder < amount.some) return
  const cleared = wetting.withoutFlux + (1 - wetting.withoutFlux) * Math.min(1, joint.flux / wetting.fluxWanted)
  const speed = wetting.perSecond * cleared
  joint.wetPad += wetted(joint.pad, joint.wetPad, speed)
  joint.wetLead += wetted(joint.lead, joint.wetLead, speed)
}

const wetted = (degrees: number, already: number, speed: number): number =>
  (degrees < melting ? 0 : speed * Math.min(wetting.most, 0.4 + (degrees - melting) / wetting.over) * (1 - already) * stepSeconds)

/** The braid drinks the molten solder; what was wrong with the joint goes with it. */
function soak(joint: Hot, { braid, contact }: Around): void {
  if (!braid || !contact || !isMolten(joint)) return
  joint.solder = Math.max(braidTakes.leaves, joint.solder - braidTakes.perSecond * stepSeconds)
  if (joint.solder >= amount.some) return
  Object.assign(joint, { bridged: false, disturbed: false, spiked: false, wetPad: 0, wetLead: 0, flux: 0 })
}

/** What time and heat do: the flux burns, the pad's glue suffers, the component too. */
function age(joint: Hot): void {
  const hottest = Math.max(joint.pad, joint.lead)
  const burn = hottest < fluxBurn.from ? 0 : hottest < fluxBurn.hotFrom ? fluxBurn.warm : fluxBurn.hot
  joint.flux -= joint.flux * burn * stepSeconds
  if (joint.pad > padBears.from) joint.damage += ((joint.pad - padBears.from) * stepSeconds) / padBears.kelvinSeconds
  if (joint.damage >= 1) joint.lifted = true
  if (joint.lead > leadBears.from) joint.overheat += stepSeconds
}

/** Solder molten again under the iron forgets that it moved; with flux, its spike too. */
function heal(joint: Hot, { contact, braid }: Around): void {
  if (!contact || braid || !isMolten(joint)) return
  joint.disturbed = false
  if (joint.flux > fluxBurn.spent) joint.spiked = false
}

/** A joint nothing is done to, at the room's temperature, stays as it is. */
export const atRest = ({ pad, lead }: Joint): boolean => Math.abs(pad - ambient) < 0.01 && Math.abs(lead - ambient) < 0.01
