// SPDX-License-Identifier: EUPL-1.2
import { toBatch, paddingFor } from '#domain/anchoring/index.ts'
import { eachInTurn } from './each-in-turn.ts'
import type { Batch, IssuingNeeds, MadeBatch } from './ports.ts'

type Needs = Pick<IssuingNeeds, 'ledger' | 'store' | 'edge' | 'batching'>

/**
 * Closes what is due into batches, asks for each root to be anchored, and notes those that are settled.
 * @throws the first failure, after every other batch was served
 */
export const anchorBatches = (needs: Needs) => async (): Promise<void> => {
  const { store, edge, batching } = needs
  const before = new Date(edge.now().getTime() - batching.afterMs)
  while (await store.closeBatch({ before, size: batching.size }, leaves => makeBatch(needs, leaves))) continue
  await eachInTurn(await store.openBatches(), batch => anchor(needs, batch))
}

/**
 * The batch of these leaves: filled with random ones up to a power of two and to a least size, so that neither its
 * size nor its depth says how many people are in it.
 */
function makeBatch({ edge, batching }: Needs, leaves: string[], least = batching.least): MadeBatch {
  const fill = (count: number) => Array.from({ length: count }, () => edge.bytes32())
  const enough = [...leaves, ...fill(Math.max(0, least - leaves.length))]
  const padding = fill(paddingFor(enough.length))
  const { root } = toBatch(enough, padding)
  return { id: edge.uuid(), root, leaves: [...enough, ...padding].sort(), closedAt: edge.now() }
}

async function anchor(needs: Needs, batch: Batch): Promise<void> {
  const { ledger, store, edge, batching } = needs
  const { root, kind, account, turn } = batch
  const on = await ledger.anchor({ root, kind, issuer: account, turn })
  if (on.state === 'reverted') return store.nextTurn(batch.id)
  // Whoever took the root gains nothing by it. Other padding, one random leaf at least, gives a root that nobody has seen.
  if (on.state === 'taken') return store.redraw(batch, leaves => makeBatch(needs, leaves, Math.max(batching.least, leaves.length + 1)))
  if (on.state === 'waiting') return
  await store.keepConfirmed(batch.id, edge.now(), await ledger.accreditation(account, kind))
}
