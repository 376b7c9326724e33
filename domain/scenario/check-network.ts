// SPDX-License-Identifier: EUPL-1.2
import { idIn, partIn } from '../workshop/kind.ts'
import type { Network } from '../workshop/setup.ts'
import { invalid } from './named-conditions.ts'
import type { Scenario } from './schema.ts'

/** A node where the file writes it: by whom (a pole is its device's own end), and at which place. */
type Use = { node: string; owner?: string; path: string }

/**
 * Refuses ERR_SCENARIO_INVALID for a node that leads nowhere: no terminal, no source, no earth, no end of a device's own
 * pole, and nothing else of the network joins it. A misspelt node would otherwise cut a wire that nobody meant to cut.
 * Looked at in the network of each variant, and of each variant with each chance.
 */
export function checkNetwork(scenario: Scenario): void {
  const { variants, chances, network } = scenario
  const fed = new Set([network, ...[...variants, ...chances].map(({ changes }) => changes.network ?? {})].flatMap(sourceNodes))
  const terminals = terminalsOf(scenario)
  for (const variant of variants) {
    for (const chance of [undefined, ...chances]) {
      const changes = [{ at: `/variants/${variant.id}`, by: variant.changes.network }, { at: `/chances/${chance?.id}`, by: chance?.changes.network }]
      const uses = usesIn(network, changes)
      const lost = uses.find((use, index) => !isKnown(use) && !uses.some(({ node }, other) => other !== index && node === use.node))
      if (lost) throw invalid(lost.path, advice(lost.node))
    }
  }

  function isKnown({ node, owner }: Use): boolean {
    const listed = terminals.get(idIn(node))
    return fed.has(node) || !!listed?.has(partIn(node) ?? '') || (owner === idIn(node) && listed?.size === 0)
  }
  function advice(node: string): string {
    const listed = [...terminals.get(idIn(node)) ?? []]
    const has = listed.length > 0 ? ` (${idIn(node)} has ${listed.join(', ')})` : ''
    return `${node} leads nowhere${has}: correct it, list it among its terminals, or join it to something`
  }
}

/** The terminals of each piece of equipment, those that a variant gives it included. */
function terminalsOf({ equipment, variants, chances }: Scenario): Map<string, Set<string>> {
  return new Map(equipment.map(({ id, terminals = [] }) =>
    [id, new Set([...terminals, ...[...variants, ...chances].flatMap(({ changes }) => changes.equipment?.[id]?.terminals ?? [])])]))
}

const sourceNodes = ({ sources = [], earth }: Partial<Network>): string[] =>
  [...sources.flatMap(({ phases, neutral }) => [...phases, neutral]), ...(earth ? [earth] : [])]

type Changes = readonly { at: string; by: Partial<Network> | undefined }[]

/** Every node of a network as these changes make it, with its place. */
function usesIn(network: Network, changes: Changes): Use[] {
  const of = <Key extends keyof Network>(key: Key): { list: Network[Key]; at: string } =>
    changes.reduce<{ list: Network[Key]; at: string }>((before, { at, by }) => {
      const list = by?.[key] as Network[Key] | undefined
      return list === undefined ? before : { list, at: `${at}/changes/network/${key}` }
    }, { list: network[key], at: `/network/${key}` })
  const uses = (at: string, index: number, nodes: readonly string[], owner?: string): Use[] =>
    nodes.map((node) => ({ node, path: `${at}/${index}`, ...(owner === undefined ? {} : { owner }) }))
  const [sources, conductors, switches, loads] = [of('sources'), of('conductors'), of('switches'), of('loads')]
  const [contacts, coils, motors] = [of('contacts'), of('coils'), of('motors')]
  return [
    ...sources.list.flatMap(({ startsWhenDead }, i) => uses(sources.at, i, startsWhenDead ? [startsWhenDead] : [])),
    ...conductors.list.flatMap((pair, i) => uses(conductors.at, i, pair)),
    ...switches.list.flatMap(({ device, poles }, i) => uses(switches.at, i, poles.flat(), device)),
    ...loads.list.flatMap(({ between }, i) => uses(loads.at, i, [...new Set(between.flat())])),
    ...(contacts.list ?? []).flatMap(({ device, between }, i) => uses(contacts.at, i, between, device)),
    ...(coils.list ?? []).flatMap(({ between }, i) => uses(coils.at, i, between)),
    // The star of a motor joins its own three windings.
    ...(motors.list ?? []).flatMap(({ windings }, i) => uses(motors.at, i, windings.flat())),
  ]
}
