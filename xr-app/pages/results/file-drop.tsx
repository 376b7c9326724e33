// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { DropZone, type DropZoneProps } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useTranslation } from 'react-i18next'
import { AriaLanguage } from '../../ui/aria-language.tsx'
import { Icon } from '../../ui/icon.tsx'

type DropEvent = Parameters<NonNullable<DropZoneProps['onDrop']>>[0]

/** Where a file of results is dropped, pasted or chosen, and what it must be like. */
export function FileDrop({ choose }: { choose: (file: File) => void }) {
  const { t } = useTranslation('results')
  const [refused, setRefused] = useState(false)
  const drop = async ({ items }: DropEvent) => {
    const item = items.find((one) => one.kind === 'file')
    if (item?.kind === 'file') choose(await item.getFile())
    else setRefused(true)
  }
  return (
    <AriaLanguage><DropZone className="drop-results" aria-label={t('drop.label')} onDrop={(event) => void drop(event)}>
      <p className="drop-words">{t('drop.here')}</p>
      <FileTrigger acceptedFileTypes={['.csv', '.txt', '.tsv', '.ndjson', '.jsonl', 'text/csv']} onSelect={(files) => { if (files?.[0]) choose(files[0]) }}>
        <Button className="button main"><Icon name="file" />{t('drop.choose')}</Button>
      </FileTrigger>
      <p className="small quiet">{t('drop.kind')}</p>
      <p className="small quiet">{t('drop.promise')}</p>
      {refused && <p className="small" role="alert">{t('drop.notAFile')}</p>}
    </DropZone></AriaLanguage>
  )
}
