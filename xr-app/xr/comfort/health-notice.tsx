// SPDX-License-Identifier: EUPL-1.2
import { Button } from 'react-aria-components/Button'
import { Dialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslation } from 'react-i18next'
import { AriaLanguage } from '#app/ui/aria-language.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useSay } from '#app/ui/say.ts'

const lines = ['room', 'stop', 'not', 'here'] as const

/** What to know before the first time in a headset on this device. The button that accepts is the one that enters. */
export default function HealthNotice({ accept, close }: { accept: () => void; close: () => void }) {
  const { t } = useTranslation('scene')
  const { say } = useSay()
  return (
    <AriaLanguage><ModalOverlay isOpen isDismissable onOpenChange={(open) => { if (!open) close() }}>
      <Modal className="modal">
        <Dialog className="stack">
          <Heading slot="title">{t('health.title')}</Heading>
          <ul className="stack">{lines.map((line) => <li key={line}>{say(t(`health.${line}`))}</li>)}</ul>
          <div className="row">
            <Button className="button main" data-health="accept" onPress={accept}><Icon name="headset" />{t('health.accept')}</Button>
            <Button className="button" slot="close">{t('health.back')}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay></AriaLanguage>
  )
}
