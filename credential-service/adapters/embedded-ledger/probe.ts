// SPDX-License-Identifier: EUPL-1.2
/** Whether a node answers at this address. */
export async function isLedgerAnswering(rpcUrl: string): Promise<boolean> {
  const answer = await fetch(rpcUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] }),
    signal: AbortSignal.timeout(900),
  })
  const { result } = await answer.json() as { result?: unknown }
  return typeof result === 'string'
}
