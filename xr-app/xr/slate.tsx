// SPDX-License-Identifier: EUPL-1.2
import { useMemo, useState } from 'react'
import { useThree } from '@react-three/fiber'
import { useXR } from '@react-three/xr'
import { useTranslation } from 'react-i18next'
import type { Language, Text } from '#domain/text.ts'
import type { HeldTool } from '#app/scenes/contract.ts'
import type { Session } from '#app/engine/session.ts'
import { settings, useSettings } from '#app/ui/settings/store.ts'
import { wordFor } from '#app/ui/settings/words.ts'
import { pauseLater, usePauseDue } from './comfort/pause.ts'
import { goToSafePlace } from './comfort/safe-place-door.ts'
import { turnBy } from './comfort/turning.ts'
import type { PanelModel, PanelRow } from './panel-layout.ts'
import { Panel } from './panel.tsx'
import { SETTINGS_PAGES, settingRows } from './slate-settings.ts'

type Props = {
  session: Session; language: Language; words: (key: string) => string
  hint: Text | null
  /** The last thing that happened, in words: the caption of what was seen and heard. */
  last: readonly Text[]
  held: HeldTool | null
  recentre: () => void; leave: () => void; finish: () => void
}

/** In the headset: the board at one's side, with what the page shows elsewhere (mode, hint, captions, settings, the ways out). */
export function Slate(props: Props) {
  const [page, setPage] = useState<number | null>(null)
  const chosen = useSettings()
  const work = useWork(props, () => setPage(0))
  const model = useSettingsModel(page, setPage, props.words)
  // On the side of the hand that does not act; of the only hand, when there is one.
  const right = (chosen.hand === 'left') !== chosen.oneHand
  return (
    <group position={[right ? 0.86 : -0.86, 1.28, 0.98]} rotation={[0, right ? -1.25 : 1.25, 0]}><Panel model={model ?? work} /></group>
  )
}

function useWork({ session, language, words, hint, last, held, recentre, leave, finish }: Props, open: () => void): PanelModel {
  const pauseDue = usePauseDue()
  const turns = useTurns(words)
  const inVr = useXR((s) => s.mode === 'immersive-vr')
  return useMemo((): PanelModel => {
    const lines = last.map((text): PanelRow => ({ kind: 'text', text: text[language] }))
    const calm = { id: 'safe-place', label: words('safePlace.go'), press: () => goToSafePlace(true) }
    return { rows: [
      { kind: 'title', text: words(session.mode) },
      ...(pauseDue ? [{ kind: 'text' as const, text: words('pause.due') }, { kind: 'button' as const, button: { id: 'pause-later', label: words('pause.later'), press: pauseLater } }] : []),
      ...(hint ? [{ kind: 'text' as const, text: `${words('hint')} ${hint[language]}` }] : []),
      ...lines,
      ...(held ? [{ kind: 'text' as const, text: `${words('inHand')} ${held.name}` }, { kind: 'buttons' as const, buttons: [
        { id: 'held-gestures', label: words('gestures'), press: held.gestures },
        { id: 'held-put-down', label: words('putDown'), press: held.putDown }] }] : []),
      { kind: 'buttons', buttons: [{ id: 'recentre', label: words('recentre'), press: recentre }, ...(inVr ? turns : [])] },
      { kind: 'buttons', buttons: [...(inVr ? [calm] : []), { id: 'settings', label: words('settings'), press: open }] },
      { kind: 'buttons', buttons: [{ id: 'leave-vr', label: words('leaveVr'), press: leave },
        { id: 'finish', label: words('finish'), strong: true, press: finish }] },
    ] }
  }, [session, language, words, hint, last, held, recentre, leave, finish, pauseDue, turns, inVr])
}

/** Turning without a stick: for bare hands, for a gaze, for a chair that does not turn. */
function useTurns(words: Props['words']) {
  const origin = useXR((s) => s.origin)
  const gl = useThree((s) => s.gl)
  return useMemo(() => ([['left', 1], ['right', -1]] as const).map(([side, way]) => ({
    id: `turn-${side}`, label: words(`turn.${side}`),
    press: () => { if (origin) turnBy(origin, gl, way * (settings().turn || 30)) },
  })), [origin, gl, words])
}

function useSettingsModel(page: number | null, setPage: (page: number | null) => void, words: Props['words']): PanelModel | null {
  const { t, i18n } = useTranslation('settings')
  const chosen = useSettings()
  return useMemo(() => page === null ? null : {
    rows: [
      { kind: 'title', text: t('title') },
      ...settingRows(chosen, page, (name, value) => (value === undefined ? t(`${name}.title`) : wordFor(t, i18n, name, value))),
      { kind: 'buttons', buttons: [
        { id: 'settings-more', label: words('more'), press: () => setPage((page + 1) % SETTINGS_PAGES) },
        { id: 'settings-close', label: words('close'), strong: true, press: () => setPage(null) }] },
    ],
  }, [page, setPage, words, t, i18n, chosen])
}
