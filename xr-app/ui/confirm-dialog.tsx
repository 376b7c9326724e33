// SPDX-License-Identifier: EUPL-1.2
import { Button } from 'react-aria-components/Button'
import { Dialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { AriaLanguage } from './aria-language.tsx'

type Props = { title: string; text: string; yes: string; no: string; confirm: () => void; cancel: () => void }

/** Asks before what cannot be taken back. Escape and the first button keep things as they are. */
export default function ConfirmDialog({ title, text, yes, no, confirm, cancel }: Props) {
  return (
    <AriaLanguage><ModalOverlay isOpen onOpenChange={(open) => { if (!open) cancel() }}>
      <Modal className="modal">
        <Dialog role="alertdialog" className="stack">
          <Heading slot="title">{title}</Heading>
          <p>{text}</p>
          <div className="row">
            <Button className="button" onPress={cancel} autoFocus>{no}</Button>
            <Button className="button danger" onPress={confirm}>{yes}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay></AriaLanguage>
  )
}
