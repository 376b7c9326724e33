// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useTranslation } from 'react-i18next'
import { AriaLanguage } from './aria-language.tsx'
import { chooseTheme, chosenTheme, themes, type Theme } from './theme.ts'

/** How the pages look: as the system says, by day, by night, or with more contrast. Applied at once. */
export default function DisplayDialog({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const [theme, setTheme] = useState(chosenTheme())
  const choose = (value: string) => { chooseTheme(value as Theme); setTheme(value as Theme) }
  return (
    <AriaLanguage><ModalOverlay isOpen isDismissable onOpenChange={(open) => { if (!open) close() }}>
      <Modal className="modal">
        <Dialog className="stack">
          <Heading slot="title">{t('display.title')}</Heading>
          <RadioGroup className="choices" aria-label={t('display.theme')} value={theme} onChange={choose}>
            {themes.map((name) => <Radio key={name} className="choice" value={name}>{t(`display.${name}`)}</Radio>)}
          </RadioGroup>
          <Button slot="close" className="button main">{t('display.done')}</Button>
        </Dialog>
      </Modal>
    </ModalOverlay></AriaLanguage>
  )
}
