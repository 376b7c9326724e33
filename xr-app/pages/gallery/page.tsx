// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense, use, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { PieceKind } from '#domain/workshop/pieces.ts'
import { loadBodies } from '../../equipment/kinds.ts'
import { Page } from '../../ui/page.tsx'
import { letters } from '../../ui/letters.ts'
import { useSay } from '../../ui/say.ts'
import { Loading } from '../../ui/states.tsx'
import { canDraw } from '../../xr/device.ts'
import { everyKind, exhibitOf } from './exhibit.ts'
import './gallery.css'
import { kindName } from './kind-names.ts'

const Gallery3D = lazy(async () => (await Promise.all([import('./gallery-3d.tsx'), letters()]))[0])

// Each exhibit is what its body says it is.
const everyBody = loadBodies(everyKind)

/** Every kind of equipment there is, alone, in each of its states: where one is made, looked at, and chosen for a scenario. */
export default function GalleryPage() {
  use(everyBody)
  const { t } = useTranslation('gallery')
  const { say, language } = useSay()
  const [query, setQuery] = useSearchParams()
  const kind = everyKind.find((one) => one === query.get('kind')) ?? 'breaker'
  const [state, setState] = useState(0)
  const exhibit = useMemo(() => exhibitOf(kind, kindName(kind)), [kind])
  // As in a dictionary, in the language that is read: one who looks for a tool knows its name, not its family.
  const inOrder = useMemo(() => everyKind.toSorted((a, b) => kindName(a)[language].localeCompare(kindName(b)[language], language)), [language])
  const choose = useCallback((one: PieceKind) => {
    setState(0)
    setQuery({ kind: one }, { replace: true })
  }, [setQuery])
  const step = useCallback((by: number) => {
    const at = inOrder.indexOf(kind) + by + inOrder.length
    choose(inOrder[at % inOrder.length] ?? 'breaker')
  }, [kind, choose, inOrder])
  const name = say(kindName(kind))
  return (
    <Page title={t('title')} className="gallery">
      <p className="lead">{t('lead', { count: everyKind.length })}</p>
      <div className="hall">
        <nav aria-label={t('kinds')} className="kinds"><ul>
          {inOrder.map((one) => <li key={one}><button type="button" className="button plain" aria-pressed={one === kind} data-kind={one} onClick={() => choose(one)}>{say(kindName(one))}</button></li>)}
        </ul></nav>
        <section aria-label={name} className="show">
          <div className="canvas" data-stage tabIndex={0} aria-label={t('around')} role="group">
            {canDraw() ? <Suspense fallback={<Loading what={t('loading')} />}><Gallery3D exhibit={exhibit} name={name} state={Math.min(state, exhibit.states.length - 1)} show={setState} step={step} /></Suspense> : <p>{t('unable')}</p>}
          </div>
          <h2>{name}</h2>
          <div className="row states" role="group" aria-label={t('states')}>
            {exhibit.states.map((one, i) => <button key={`${kind}-${i}`} type="button" className="button" aria-pressed={i === state} data-state={i} onClick={() => setState(i)}>{say(one.name)}</button>)}
          </div>
          <p className="small quiet">{t('kindIs')} <code>{kind}</code></p>
        </section>
      </div>
    </Page>
  )
}
