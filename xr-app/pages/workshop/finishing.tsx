// SPDX-License-Identifier: EUPL-1.2
import { Button } from 'react-aria-components/Button'
import { Dialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslation } from 'react-i18next'
import { Ember } from '../../ui/ember.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { LiveAttempt } from './attempt.ts'
import { EvidenceState } from './bar.tsx'
import { useQueueState } from './use-session.ts'

/** An assessment cannot be reopened: asked once, in plain words. */
export function ConfirmFinish({ go, back }: { go: () => void; back: () => void }) {
  const { t } = useTranslation('workshop')
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => { if (!open) back() }}>
      <Modal className="modal">
        <Dialog role="alertdialog" className="stack">
          <Heading slot="title">{t('finish.title')}</Heading>
          <p>{t('finish.text')}</p>
          <div className="row">
            <Button className="button main" data-finish="go" onPress={go}>{t('finish.go')}</Button>
            <Button className="button" slot="close">{t('finish.back')}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** While the last chunks go and the service reads them again; without a connection it says what will happen. */
export function Finishing({ attempt: { queue }, debrief }: { attempt: LiveAttempt; debrief: () => void }) {
  const { t } = useTranslation('workshop')
  const state = useQueueState(queue)
  // Ended there already, or not: either way its debrief is what there is to see.
  const received = () => queue?.finishReceived().then(debrief, debrief)
  const refused = state?.state === 'refused'
  // Nobody is told that they may close the page before the device has kept that they are done.
  const stuck = (state?.state === 'waiting' && state.finish !== 'no') || refused
  return (
    <main className="state" id="main">
      <Ember level={1} size={44} breathing={!stuck} />
      <h1>{t(refused ? 'sending.refused' : stuck ? 'sending.waiting' : 'sending.title')}</h1>
      {stuck && (
        <>
          {!refused && <p>{t(state.finish === 'kept' ? 'sending.help' : 'evidence.notKept')}</p>}
          <EvidenceState state={state} />
          {refused
            ? <button type="button" className="button main" data-finish="received" onClick={() => void received()}>{t('sending.received')}</button>
            : <button type="button" className="button" onClick={() => queue?.wake()}><Icon name="retry" />{t('sending.retry')}</button>}
        </>
      )}
    </main>
  )
}
