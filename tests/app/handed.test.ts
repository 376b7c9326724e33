// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest'
import { handedIn, handing } from '#app/service/handed.ts'

it('takes over a proof of one’s own wallet', () => {
  for (const file of ['/api/wallet/diplomas/22222222-3333-4444-8555-666666666666/bundle', '/api/credentials/c-9/bundle']) expect(handedIn(handing(file))).toBe(file)
})

it.each([null, undefined, 'x', {}, { proof: 3 }, { proof: 'https://elsewhere.example/api/credentials/c-9/bundle' }, { proof: '//elsewhere.example/api/credentials/c-9/bundle' },
  { proof: '/api/credentials/../people/bundle' }, { proof: '/api/credentials/c-9/bundle?x=1' }])('takes nothing else over: %j', (state) => {
  expect(handedIn(state)).toBeNull()
})
