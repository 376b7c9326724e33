// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { sayEvents } from '#domain/scenario/index.ts'
import { Icon } from '../../ui/icon.tsx'
import { usePageTitle } from '../../ui/page.tsx'
import { useSay } from '../../ui/say.ts'
import type { LiveAttempt } from './attempt.ts'
import { useProgress } from './use-session.ts'

const known = new Set(['arc', 'shock', 'accident', 'eye-hit'])

/** The attempt ended by itself: said plainly, without shame, and with what to do next. */
export function Ended({ attempt: { session }, debrief }: { attempt: LiveAttempt; debrief: () => void }) {
  const { t } = useTranslation('workshop')
  const { say } = useSay()
  const progress = useProgress(session)
  const reason = known.has(session.over ?? '') ? session.over : 'accident'
  const heading = usePageTitle(t(`ended.${reason}.title`))
  useEffect(() => heading.current?.focus(), [heading])
  return (
    <main className="attempt-ended" data-gestures={session.actions().length} id="main" aria-labelledby="ended-title">
      <div className="stack">
        <h1 id="ended-title" ref={heading} tabIndex={-1}>{t(`ended.${reason}.title`)}</h1>
        <p className="lead">{t(`ended.${reason}.text`)}</p>
        <p className="lead">{t('ended.stop')}</p>
        <section className="what" aria-labelledby="ended-what">
          <h2 id="ended-what">{t('ended.what')}</h2>
          {sayEvents(session.scenario, progress).map((text) => <p key={text.fr}>{say(text)}</p>)}
        </section>
        <p>{t('ended.next')}</p>
        <div className="row"><button type="button" className="button main" data-finish="ended" onClick={debrief}>{t('ended.debrief')}<Icon name="arrow" /></button></div>
      </div>
    </main>
  )
}
