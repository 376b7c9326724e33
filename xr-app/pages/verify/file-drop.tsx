// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { DropZone, type DropZoneProps } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useTranslation } from 'react-i18next'
import { AriaLanguage } from '../../ui/aria-language.tsx'
import { Ember } from '../../ui/ember.tsx'
import { Icon } from '../../ui/icon.tsx'

type DropEvent = Parameters<NonNullable<DropZoneProps['onDrop']>>[0]

/** Where a file is dropped, pasted or chosen. */
export function FileDrop({ choose }: { choose: (file: File) => void }) {
  const { t } = useTranslation('verify')
  const [refused, setRefused] = useState(false)
  const drop = async ({ items }: DropEvent) => {
    const item = items.find((one) => one.kind === 'file')
    if (item?.kind === 'file') choose(await item.getFile())
    else setRefused(true)
  }
  const select = (files: FileList | null) => {
    const file = files?.[0]
    if (file) choose(file)
  }
  return (
    <AriaLanguage><DropZone className="drop" aria-label={t('drop.label')} onDrop={(event) => void drop(event)}>
      <Ember level={0.35} size={48} />
      <p className="drop-words">{t('drop.here')}</p>
      <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={select}>
        <Button className="button main"><Icon name="file" />{t('drop.choose')}</Button>
      </FileTrigger>
      <p className="small quiet">{t('drop.kind')}</p>
      {refused && <p className="small" role="alert">{t('drop.notAFile')}</p>}
    </DropZone></AriaLanguage>
  )
}
