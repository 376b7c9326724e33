// SPDX-License-Identifier: EUPL-1.2
// The workshop's own page without a service: what the tests of this folder and the measures of tests/bench drive.
// ?scenario=<id>&seed=<n>&mode=guided|practice|assessed&input=3d|plain
import { StrictMode, Suspense, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { readScenario } from '#domain/scenario/index.ts'
import type { Mode } from '#domain/evidence/recording.ts'
import { createSession } from '#app/engine/session.ts'
import type { Session } from '#app/engine/session.ts'
import type { LiveAttempt } from '#app/pages/workshop/attempt.ts'
import type { Input } from '#app/pages/workshop/input-switch.tsx'
import { Playing } from '#app/pages/workshop/playing.tsx'
import { AidsWhenChosen } from '#app/ui/aids/when-chosen.tsx'
import type { SceneModule } from '#app/scenes/contract.ts'
import { sceneFor } from '#app/scenes/index.ts'
import { startTexts } from '#app/ui/i18n.ts'
import '#app/ui/fonts.css'
import '#app/ui/tokens.css'
import '#app/ui/base.css'
import '#app/ui/components.css'
import '#app/pages/workshop/workshop.css'

declare global {
  var session: Session
  var viewpoints: () => Promise<SceneModule['viewpoints']>
}

const scenarios = import.meta.glob<{ default: unknown }>('../../../resources/scenarios/*/scenario.json')
const query = new URLSearchParams(location.search)
const id = query.get('scenario') ?? 'consignation-armoire'
const read = scenarios[`../../../resources/scenarios/${id}/scenario.json`]
if (!read) throw new Error(`no scenario ${id}`)

await startTexts()
globalThis.session = createSession({
  scenario: readScenario((await read()).default),
  head: { scenario: { id, digest: 'sha256:0' as never }, seed: Number(query.get('seed') ?? 0),
    mode: (query.get('mode') ?? 'guided') as Mode, assurance: 'self', nonce: '0'.repeat(32) },
  clock: performance, onActions: () => undefined,
})
globalThis.viewpoints = async () => (await sceneFor(globalThis.session.scenario)).viewpoints
const attempt: LiveAttempt = {
  id: 'alone', session: globalThis.session, queue: null, poses: null, finish: () => Promise.resolve(), release: () => undefined,
}

function Page() {
  const [input, setInput] = useState<Input>(query.get('input') === 'plain' ? 'plain' : '3d')
  return <><AidsWhenChosen /><Playing attempt={attempt} input={input} setInput={setInput} /></>
}

const place = document.getElementById('app')
if (!place) throw new Error('no #app')
createRoot(place).render(<StrictMode><Suspense fallback={null}><Page /></Suspense></StrictMode>)
