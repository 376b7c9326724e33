// SPDX-License-Identifier: EUPL-1.2
import { isBytes32, toHex } from '#domain/anchoring/index.ts'
import { nodeIn, pathFrom, toFlatTree } from '#domain/anchoring/tree.ts'
import type { FlatTree } from '#domain/anchoring/tree.ts'
import { kinds } from '#domain/credential/index.ts'
import { eachInTurn } from '../issuing/each-in-turn.ts'
import { ServiceError } from '../errors.ts'
import type { BatchOnLedger, DiplomaBatch, DiplomaNeeds, DiplomaPart, IssuingSession, Issuer, Node } from './ports.ts'

type Needs = Pick<DiplomaNeeds, 'ledger' | 'juries' | 'issuers' | 'store' | 'edge' | 'hashLevel'>
type Decided = IssuingSession & { deliberation: string }

/**
 * Has a batch anchored: by its root, or, once another account has anchored that, by the two nodes under it, and so on
 * down. The jury signed all of them with the session's root, so each is anchored with its path to it.
 * `above` leads from the batch's root to what the jury signed.
 */
export const anchorBatch = (needs: Needs, session: Decided) => async (batch: DiplomaBatch, above: readonly string[]): Promise<void> => {
  const { issuers, store, ledger, edge } = needs
  const issuer = await issuers.issuerNamed(session.issuer)
  if (!issuer) return
  const whole: DiplomaPart = { level: 0, place: 0, root: batch.root, turn: batch.turn, confirmedAt: null }
  const nodes = batch.parts.length > 0 ? batch.parts : [whole]
  const done = new Set(nodes.filter(({ confirmedAt }) => confirmedAt !== null))
  const anchor = anchorNode(needs, { session, batch, issuer, above })
  await eachInTurn(nodes.filter(node => !done.has(node)), async node => { if (await anchor(node)) done.add(node) })
  if (done.size < nodes.length) return
  const accreditation = await ledger.accreditation(issuer.account, kinds.diploma)
  await store.keepConfirmed(session.id, batch.ordinal, edge.now(), { accreditation, decision: await decisionOf(needs.juries, session.deliberation) })
}

/** What the ledger says was decided. Refuses ERR_NOT_READY while a node lies behind the one that confirmed the anchor. */
async function decisionOf(juries: Needs['juries'], deliberation: string): Promise<BatchOnLedger['decision']> {
  const found = isBytes32(deliberation) ? await juries.read(deliberation) : null
  if (!isBytes32(deliberation) || !found?.root || found.closedAt === null) throw new ServiceError('ERR_NOT_READY')
  const { results, root, round, quorum, members, closedAt } = found
  return {
    deliberation, results, root, round, quorum, decidedAt: closedAt,
    members: members.filter(({ replaced }) => !replaced).length, signatures: members.filter(({ signed }) => signed).length,
  }
}

type Around = { session: Decided; batch: DiplomaBatch; issuer: Issuer; above: readonly string[] }

/** Says whether the node is confirmed. */
const anchorNode = (needs: Needs, { session, batch, issuer, above }: Around) => async (node: DiplomaPart): Promise<boolean> => {
  const { ledger, store, edge } = needs
  const { root, turn, level, place } = node
  // Mostly the root itself, which needs no tree.
  const within = level === 0 ? [] : pathFrom(await treeOf(needs, session, batch), level, place).map(toHex)
  const on = await ledger.anchorDecided({ root, deliberation: session.deliberation, path: [...within, ...above], issuer: issuer.account, turn })
  if (on.state === 'taken') await store.halve(session.id, batch.ordinal, node, halvesOf(await treeOf(needs, session, batch), node))
  else if (on.state === 'reverted' && level === 0) await store.nextTurn(session.id, batch.ordinal)
  else if (on.state === 'reverted') await store.nextTurnOfPart(session.id, batch.ordinal, node)
  else if (on.state === 'confirmed' && level > 0) await store.keepPartConfirmed(session.id, batch.ordinal, node, edge.now())
  return on.state === 'confirmed'
}

const treeOf = async ({ store, hashLevel }: Needs, { id }: Decided, { ordinal }: DiplomaBatch): Promise<FlatTree> =>
  toFlatTree(await store.leavesOf(id, ordinal), hashLevel)

/** @throws ServiceError ERR_LEDGER_REFUSED for a leaf: whoever took every node above it had a jury sign each */
function halvesOf(tree: FlatTree, { level, place, root }: Node): Node[] {
  if (2 ** level >= tree.leafCount) throw new ServiceError('ERR_LEDGER_REFUSED', { root })
  return [2 * place, 2 * place + 1].map(half => ({ level: level + 1, place: half, root: toHex(nodeIn(tree, level + 1, half)) }))
}
