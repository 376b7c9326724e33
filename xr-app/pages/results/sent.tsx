// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { useTranslation } from 'react-i18next'
import { Ember } from '../../ui/ember.tsx'
import { useSayResults } from './say-results.ts'

type Props = { name: string; share: number; stop: () => void }

/** A file on its way: how much has come and been checked; then the search for doubles, which takes a moment more. */
export function Sent({ name, share, stop }: Props) {
  const { t } = useTranslation('results')
  const { language } = useSayResults()
  const heading = useRef<HTMLHeadingElement>(null)
  // What was pressed is gone: the focus goes to what took its place.
  useEffect(() => heading.current?.focus(), [])
  const whole = share >= 1
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(share)
  return (
    <section className="card stack sent" aria-labelledby="sent-title">
      <h2 id="sent-title" tabIndex={-1} ref={heading}>{t('sent.title')}</h2>
      <p className="row"><Ember level={share} size={36} breathing={whole} /><span className="file-name">{name}</span></p>
      <ProgressBar aria-labelledby="sent-title" value={share * 100} isIndeterminate={whole} className="progress">
        <span className="track"><span className="fill" style={{ inlineSize: `${share * 100}%` }} /></span>
        <span className="figures">{percent}</span>
      </ProgressBar>
      <p role="status">{t(whole ? 'sent.last' : 'sent.checking')}</p>
      <div><button type="button" className="button" onClick={stop}>{t('sent.stop')}</button></div>
    </section>
  )
}
