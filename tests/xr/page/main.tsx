// SPDX-License-Identifier: EUPL-1.2
// The 3D view alone, without a service: what the tests of this folder and the measures of tests/bench drive.
import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { readScenario } from '#domain/scenario/index.ts'
import { createSession } from '#app/engine/session.ts'
import type { Session } from '#app/engine/session.ts'
import Workshop3D from '#app/pages/workshop/Workshop3D.tsx'
import { startTexts } from '#app/ui/i18n.ts'
import '#app/ui/fonts.css'
import '#app/ui/tokens.css'
import '#app/ui/base.css'
import '#app/ui/components.css'
import '#app/pages/workshop/workshop.css'
import json from '#resources/scenarios/consignation-armoire/scenario.json' with { type: 'json' }

declare global {
  var session: Session
  var finished: boolean
}

const query = new URLSearchParams(location.search)
await startTexts()
globalThis.finished = false
globalThis.session = createSession({
  scenario: readScenario(json),
  head: { scenario: { id: 'consignation-armoire', digest: 'sha256:0' as never }, seed: Number(query.get('seed') ?? 0),
    mode: query.get('mode') === 'assessed' ? 'assessed' : 'guided', assurance: 'self', nonce: '0'.repeat(32) },
  clock: performance, onActions: () => undefined,
})

const place = document.getElementById('app')
if (!place) throw new Error('no #app')
createRoot(place).render(<StrictMode><Suspense fallback={null}>
  <div className="playing in-3d"><main className="three-d">
    <Workshop3D session={globalThis.session} finish={() => { globalThis.finished = true }} toPlain={() => undefined} />
  </main></div>
</Suspense></StrictMode>)
