// SPDX-License-Identifier: EUPL-1.2
import { copperOf } from './copper.ts'
import type { Copper } from './copper.ts'
import { idIn, partIn } from './kind.ts'
import type { Consequence } from './kind.ts'
import type { LinkSpeed, NetworkModule } from './cabling-pieces.ts'
import type { Piece, World } from './pieces.ts'
import { speedBetween } from './wire-map.ts'
import { wiringOf } from './wiring-standard.ts'

/** Brings modules, lights and computers in line with what the copper joins. */
export function settleCabling(world: World): World {
  if (!Object.values(world).some(({ kind }) => kind === 'network-module')) return world
  const copper = copperOf(world)
  const next: Record<string, Piece> = { ...world }
  const ports = portsInUse(world)
  for (const [id, piece] of Object.entries(world)) {
    if (piece.kind === 'network-module') next[id] = moduleNow(world, id, piece, ports)
    if (piece.kind === 'network-switch') next[id] = { ...piece, links: linksOf(world, copper, id, ports) }
    if (piece.kind === 'host') next[id] = { ...piece, speed: best(ports.map(({ port }) => (piece.on ? speedBetween(world, copper, port, piece.on) : 'none'))) }
  }
  return next
}

const best = (speeds: readonly LinkSpeed[]): LinkSpeed => (speeds.includes('gigabit') ? 'gigabit' : speeds.includes('fast') ? 'fast' : 'none')

type PortInUse = { port: string; jack: string; broken: boolean }

/** The switch's ports that a cord joins to a jack. */
function portsInUse(world: World): PortInUse[] {
  const isPort = (place: string) => world[idIn(place)]?.kind === 'network-switch'
  return Object.values(world).flatMap((piece): PortInUse[] => {
    if (piece.kind !== 'patch-cord' || !piece.a || !piece.b) return []
    const broken = piece.broken !== ''
    if (isPort(piece.a)) return [{ port: piece.a, jack: piece.b, broken }]
    return isPort(piece.b) ? [{ port: piece.b, jack: piece.a, broken }] : []
  })
}

function moduleNow(world: World, id: string, piece: NetworkModule, ports: readonly PortInUse[]): NetworkModule {
  const wires = wiresOn(world, id)
  return { ...piece, wires, wired: wiringOf(wires), up: piece.serves !== null && ports.some(({ jack, broken }) => jack === `${id}.jack` && !broken) }
}

/** The wire on each contact of a module: `c1: white-orange`. */
function wiresOn(world: World, id: string): Record<string, string> {
  const wires = Object.values(world).flatMap((piece): [string, string][] => (piece.kind !== 'wire-pair' ? [] : [
    ...(piece.white && idIn(piece.white) === id ? [[partIn(piece.white) ?? '', `white-${piece.colour}`] as [string, string]] : []),
    ...(piece.solid && idIn(piece.solid) === id ? [[partIn(piece.solid) ?? '', piece.colour] as [string, string]] : []),
  ]))
  return Object.fromEntries(wires)
}

/** What each port's light says: rooms in service are up, a computer at the end decides for the others. */
function linksOf(world: World, copper: Copper, id: string, ports: readonly PortInUse[]): Record<string, LinkSpeed> {
  const hosts = Object.values(world).flatMap((piece) => (piece.kind === 'host' && piece.on ? [piece.on] : []))
  return Object.fromEntries(ports.filter(({ port }) => idIn(port) === id).map(({ port, jack, broken }) => {
    const room = world[idIn(jack)]
    const served: LinkSpeed[] = room?.kind === 'network-module' && room.serves ? [broken ? 'fast' : 'gigabit'] : []
    return [partIn(port) ?? '', best([...served, ...hosts.map((host) => speedBetween(world, copper, port, host))])]
  }))
}

/** What is seen of it: lights that come up or go out, a room that loses its network or has it back. */
export function cablingEvents(before: World, after: World): NonNullable<Consequence['events']> {
  return Object.entries(after).flatMap(([id, now]): NonNullable<Consequence['events']> => {
    const then = before[id]
    if (now.kind === 'network-module' && then?.kind === 'network-module' && now.up !== then.up) {
      return [{ name: now.up ? 'service-restored' : 'service-cut', target: id, values: { room: now.serves ?? '' } }]
    }
    if (now.kind !== 'network-switch' || then?.kind !== 'network-switch') return []
    const ports = new Set([...Object.keys(now.links), ...Object.keys(then.links)])
    return [...ports].filter((port) => now.links[port] !== then.links[port] && (now.links[port] ?? 'none') !== (then.links[port] ?? 'none'))
      .map((port) => ({ name: `link-${now.links[port] ?? 'none'}`, target: `${id}.${port}` }))
  })
}
