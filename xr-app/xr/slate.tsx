// SPDX-License-Identifier: EUPL-1.2
import { useMemo, useState } from 'react'
import { useThree } from '@react-three/fiber'
import { useXR } from '@react-three/xr'
import { useTranslation } from 'react-i18next'
import type { Object3D } from 'three'
import type { Language, Text } from '#domain/text.ts'
import type { HeldTool } from '#app/scenes/contract.ts'
import type { Session } from '#app/engine/session.ts'
import { useHurt, type Hurt } from '#app/ui/aids/hurt.ts'
import { settings, useSettings } from '#app/ui/settings/store.ts'
import { wordFor } from '#app/ui/settings/words.ts'
import { standAt, turnBy } from './comfort/moving.ts'
import { pauseLater, usePauseDue } from './comfort/pause.ts'
import { usePlaces } from './comfort/places.ts'
import { goToSafePlace } from './comfort/safe-place-door.ts'
import { isLarge } from './face.ts'
import type { PanelModel, PanelRow } from './panel-layout.ts'
import { Panel } from './panel.tsx'
import { useBeside } from './slate-place.ts'
import { SETTINGS_PAGES, settingRows } from './slate-settings.ts'
import { workRows } from './slate-work.ts'

type Props = {
  session: Session; language: Language; words: (key: string) => string
  hint: Text | null
  /** The last thing that happened, in words: the caption of what was seen and heard. */
  last: readonly Text[]
  held: HeldTool | null
  /** What stands in the room and answers a ray; none where nobody chooses where the slate stands. */
  things: readonly Object3D[]
  recentre: () => void; leave: () => void; finish: () => void
}

/** In the headset: the board at one's side, with what the page shows elsewhere (mode, hint, captions, settings, the ways out). */
export function Slate(props: Props) {
  const [page, setPage] = useState<Page>(null)
  const hurt = useHurt(props.session)
  const work = useWork(props, setPage, hurt)
  const settingsModel = useSettingsModel(page, setPage, props.words)
  const placesModel = usePlacesModel(page, setPage, props)
  return <group ref={useBeside(props.session, props.things, page, hurt !== null)}><Panel model={hurt ? work : settingsModel ?? placesModel ?? work} over={hurt !== null} /></group>
}

/** What the slate shows: the work (null), the places, or a page of the settings. */
type Page = 'places' | number | null

function useWork(props: Props, open: (page: Page) => void, hurt: Hurt | null): PanelModel {
  const { session, language, words, hint, last, held, recentre, leave, finish } = props
  const pauseDue = usePauseDue()
  const turns = useTurns(words)
  const inVr = useXR((s) => s.mode === 'immersive-vr')
  const places = usePlaces().length > 1 && inVr
  const chosen = useSettings()
  return useMemo((): PanelModel => ({ rows: workRows({
    mode: session.mode, language, words, hint, last, held, recentre, leave, finish, isLarge: isLarge(),
    hurt, pause: pauseDue ? pauseLater : null,
    go: {
      places: places ? () => open('places') : null, turns: inVr ? turns : [],
      calm: inVr ? () => goToSafePlace(true) : null, settings: () => open(0),
    },
  }) }), [session, language, words, hint, last, held, recentre, leave, finish, open, hurt, pauseDue, turns, inVr, places, chosen])
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

/** Places to stand at, for whoever does not point at the floor: bare hands, a gaze, one controller without a stick. */
function usePlacesModel(page: Page, setPage: (page: Page) => void, { words, language }: Props): PanelModel | null {
  const places = usePlaces()
  const origin = useXR((s) => s.origin)
  const gl = useThree((s) => s.gl)
  return useMemo(() => page !== 'places' ? null : {
    rows: [
      { kind: 'title', text: words('places') },
      ...places.map(({ id, name, from, to }): PanelRow => ({ kind: 'button', button: { id: `place:${id}`, label: name?.[language] ?? words(`view.${id}`), press: () => {
        setPage(null)
        if (origin) standAt(origin, gl, from, to)
      } } })),
      { kind: 'buttons', buttons: [{ id: 'places-close', label: words('close'), strong: true, press: () => setPage(null) }] },
    ],
  }, [page, setPage, places, origin, gl, words, language])
}

function useSettingsModel(page: Page, setPage: (page: Page) => void, words: Props['words']): PanelModel | null {
  const { t, i18n } = useTranslation('settings')
  const chosen = useSettings()
  return useMemo(() => typeof page !== 'number' ? null : {
    rows: [
      { kind: 'title', text: t('title') },
      ...settingRows(chosen, page, (name, value) => (value === undefined ? t(`${name}.title`) : wordFor(t, i18n, name, value))),
      { kind: 'buttons', buttons: [
        { id: 'settings-more', label: words('more'), press: () => setPage((page + 1) % SETTINGS_PAGES) },
        { id: 'settings-close', label: words('close'), strong: true, press: () => setPage(null) }] },
    ],
  }, [page, setPage, words, t, i18n, chosen])
}
