// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'
import { Icon } from '../icon.tsx'
import { codeOf, settingsIn } from './code.ts'
import { change, useSettings } from './store.ts'

/** What follows `#` in the address of a code that was scanned: no server ever sees it. */
const brought = () => /^#code=([\w-]+)$/.exec(location.hash)?.[1] ?? ''
const forget = () => history.replaceState(history.state, '', location.pathname)

/** The settings as a code to take elsewhere, and a code from elsewhere to take up here. */
export function Carry() {
  const { t } = useTranslation('settings')
  const code = codeOf(useSettings())
  const [said, setSaid] = useState<'done' | 'wrong' | null>(null)
  const take = (text: string) => {
    const settings = settingsIn(text)
    if (settings) change(settings)
    setSaid(settings ? 'done' : 'wrong')
    forget()
  }
  return (
    <section className="card carry" aria-labelledby="carry">
      <div className="stack">
        <h2 id="carry">{t('carry.title')}</h2>
        <p>{t('carry.text')}</p>
        <p><span className="visually-hidden">{t('carry.code')}{' : '}</span><span className="code" data-code>{code}</span></p>
        <TakeUp take={take} />
        <p role="status" data-said={said}>{said && <><Icon name={said === 'done' ? 'check' : 'stop'} /> {t(`carry.${said}`)}</>}</p>
      </div>
      <Qr text={`${location.origin}/reglages#code=${code}`} label={t('carry.qr')} />
    </section>
  )
}

function TakeUp({ take }: { take: (code: string) => void }) {
  const { t } = useTranslation('settings')
  const id = useId()
  const [text, setText] = useState(brought)
  const [offered, setOffered] = useState(text !== '')
  useEffect(() => {
    const look = () => {
      setText(brought())
      setOffered(brought() !== '')
    }
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [])
  const keepMine = () => {
    setText('')
    setOffered(false)
    forget()
  }
  return (
    <form onSubmit={(event) => { event.preventDefault(); setOffered(false); take(text) }}>
      {offered && <p role="status" className="notice tone once">{t('carry.offered')}</p>}
      <div className="field">
        <label htmlFor={id}>{t('carry.label')}</label>
        <input id={id} type="text" value={text} autoComplete="off" spellCheck={false} maxLength={40} required
          onChange={(event) => setText(event.target.value)} />
      </div>
      <button type="submit" className="button">{t('carry.apply')}</button>
      {offered && <button type="button" className="button plain" onClick={keepMine}>{t('carry.no')}</button>}
    </form>
  )
}

/** A QR code, drawn here: nothing is fetched. Always dark on white, as readers expect. */
function Qr({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { size, data } = encode(text, { border: 2 })
    const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { size, path: dots.join('') }
  }, [text])
  return <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges"><path d={path} /></svg>
}
