// SPDX-License-Identifier: EUPL-1.2
import { buildModule } from '@nomicfoundation/hardhat-ignition/modules'

/** Deploys the one contract. Its `rootAuthority` is fixed for ever: name it, or the network's first account takes it. */
export default buildModule('CredentialAnchor', m => {
  const anchor = m.contract('CredentialAnchor', [m.getParameter('rootAuthority', m.getAccount(0))])
  return { anchor }
})
