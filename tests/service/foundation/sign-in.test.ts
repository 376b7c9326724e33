// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startService, type RunningService } from '#tests/support/service.ts'

let service: RunningService
beforeAll(async () => { service = await startService() })
afterAll(() => service?.close())

describe('signing in', () => {
  it('knows nobody at first', async () => {
    expect(await (await service.visitor().get('/api/me')).json()).toEqual({ person: null })
  })

  it('goes through the provider and comes back as the chosen person', async () => {
    const ines = await service.signIn('demo-ines')
    const { person } = await (await ines.get('/api/me')).json() as { person: unknown }
    expect(person).toMatchObject({
      displayName: 'Inès Moreau', roles: ['student'], school: { name: 'Lycée professionnel Louise-Michel (démonstration)' },
    })
  })
})
