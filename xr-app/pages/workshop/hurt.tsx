// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslation } from 'react-i18next'
import { sayEvents } from '#domain/scenario/index.ts'
import type { Session } from '../../engine/session.ts'
import { useHurt } from '../../ui/aids/hurt.ts'
import { useWorn } from '../../ui/aids/worn.ts'
import { useSay } from '../../ui/say.ts'
import { useProgress } from './use-session.ts'

/**
 * What has just hurt is said. Practice: one goes on from just before it, or ends; the world has gone back already.
 * Assessment: it has ended, and a headset stays as it is until this is read, there or here.
 */
export function Hurt({ session, end, afterMs }: { session: Session; end: () => void; afterMs: number }) {
  const { t } = useTranslation('workshop')
  const { say } = useSay()
  const progress = useProgress(session)
  const hurt = useHurt(session)
  const seen = useSeen(session.actions().length, afterMs)
  const worn = useWorn()
  // Without a headset, the page that says why an assessment ended comes by itself.
  if (!hurt || !seen || (hurt.over && !worn)) return null
  const { how, over, goOn } = hurt
  return (
    <ModalOverlay isOpen onOpenChange={(open) => { if (!open) goOn() }}>
      <Modal className="modal">
        <Dialog role="alertdialog" className="stack">
          <Heading slot="title">{t(`ended.${how}.title`)}</Heading>
          <p>{t(`ended.${how}.text`)}</p>
          {sayEvents(session.scenario, progress).map((text) => <p key={text.fr} className="quiet">{say(text)}</p>)}
          <p>{t(over ? 'ended.stop' : 'ended.before')}</p>
          <div className="row">
            <Button className="button main" data-hurt="go-on" autoFocus onPress={goOn}>{t(over ? 'ended.read' : 'ended.goOn')}</Button>
            {!over && <Button className="button" data-hurt="end" onPress={end}>{t('ended.debrief')}</Button>}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Whether there was time to see and hear what the last gesture did. */
function useSeen(gestures: number, afterMs: number): boolean {
  const [seen, setSeen] = useState(gestures)
  useEffect(() => {
    const timer = setTimeout(() => setSeen(gestures), afterMs)
    return () => clearTimeout(timer)
  }, [gestures, afterMs])
  return seen === gestures
}
