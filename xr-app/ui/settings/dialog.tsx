// SPDX-License-Identifier: EUPL-1.2
import { Button } from 'react-aria-components/Button'
import { Dialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslation } from 'react-i18next'
import { AriaLanguage } from '../aria-language.tsx'
import { SettingsSheet } from './sheet.tsx'

/** The same settings over an attempt, which waits behind: nothing is left. */
export default function SettingsDialog({ close }: { close: () => void }) {
  const { t } = useTranslation('settings')
  return (
    <AriaLanguage><ModalOverlay isOpen isDismissable onOpenChange={(open) => { if (!open) close() }}>
      <Modal className="modal settings-dialog">
        <Dialog className="stack">
          <Heading slot="title">{t('title')}</Heading>
          <p>{t('intro')}</p>
          <SettingsSheet level="h3" />
          <Button slot="close" className="button main">{t('done')}</Button>
        </Dialog>
      </Modal>
    </ModalOverlay></AriaLanguage>
  )
}
