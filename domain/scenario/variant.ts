// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../errors.ts'
import type { Equipment, Network, Setup } from '../workshop/setup.ts'
import type { Scenario, Variant } from './schema.ts'

/** The variant a seed chooses: the seed modulo the number of variants. */
export function variantOf(scenario: Scenario, seed: number): Variant {
  const variant = scenario.variants[seed % scenario.variants.length]
  if (!Number.isSafeInteger(seed) || seed < 0 || !variant) throw new DomainError('ERR_SEED_MISMATCH', { seed })
  return variant
}

/** The misfortunes a seed draws: what is left of the seed once the variant is taken, one chance after another. */
export function chancesOf(scenario: Scenario, seed: number): string[] {
  let rest = Math.floor(seed / scenario.variants.length)
  return scenario.chances.filter(({ oneIn }) => {
    const drawn = rest % oneIn === oneIn - 1
    rest = Math.floor(rest / oneIn)
    return drawn
  }).map(({ id }) => id)
}

/** The equipment and the network as the seed makes them. */
export function setupOf(scenario: Scenario, seed: number): Setup {
  const drawn = chancesOf(scenario, seed)
  const changes = [variantOf(scenario, seed), ...scenario.chances.filter(({ id }) => drawn.includes(id))]
    .map((one) => one.changes)
  const equipment = scenario.equipment.map((one): [string, Equipment] =>
    [one.id, changes.reduce((before, { equipment: by }) => withChange(before, by?.[one.id]), one)])
  const network = changes.reduce<Network>((before, change) => ({ ...before, ...change.network }), scenario.network)
  return { equipment: Object.fromEntries(equipment), network }
}

const withChange = (before: Equipment, change: Partial<Equipment> | undefined): Equipment =>
  (change ? { ...before, ...change, start: { ...before.start, ...change.start } } : before)
