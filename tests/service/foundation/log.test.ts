// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeError, makeLogger } from '#service/logging.ts'
import { startService, type RunningService } from '#tests/support/service.ts'

let service: RunningService
beforeAll(async () => { service = await startService() })
afterAll(() => service?.close())

describe('the log', () => {
  it('holds nothing of who signed in, nor of any secret, at its most talkative', async () => {
    const ines = await service.signIn('demo-ines')
    const { person } = await (await ines.get('/api/me?who=Moreau')).json() as { person: { id: string } }
    await ines.get('/api/attempts/11111111-2222-4333-8444-555555555555')
    const log = service.log.join('')
    expect(log).toContain('"route":"/api/sign-in/callback"')
    const token = ines.cookieFor('/').split('=')[1] ?? '?'
    for (const never of ['Moreau', 'Inès', 'demo-ines', person.id, token, 'code=', 'state=', '?', '11111111']) {
      expect(log, never).not.toContain(never)
    }
  })

  it('tells where an error came from without its message', () => {
    const lines: string[] = []
    const error = new Error('duplicate key (display_name)=(Moreau)', { cause: new Error('Moreau') })
    makeLogger('info', { write: (line) => { lines.push(line) } }).error({ err: error }, 'failed')
    expect(lines.join('')).not.toContain('Moreau')
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ err: { name: 'Error', cause: { name: 'Error' } } })
    expect(describeError(error).frames).not.toHaveLength(0)
  })
})
