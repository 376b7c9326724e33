// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react'
import type { Language, Text } from '#domain/text.ts'
import type { HeldTool } from '#app/scenes/contract.ts'
import type { Session } from '#app/engine/session.ts'
import type { PanelModel, PanelRow } from './panel-layout.ts'
import { Panel } from './panel.tsx'

type Props = {
  session: Session; language: Language; words: (key: string) => string
  hint: Text | null
  /** The last thing that happened, in words: the caption of what was seen and heard. */
  last: readonly Text[]
  held: HeldTool | null
  recentre: () => void; leave: () => void; finish: () => void
}

/** In the headset: the board at one's left, with what the page shows elsewhere (mode, hint, captions, the ways out). */
export function Slate({ session, language, words, hint, last, held, recentre, leave, finish }: Props) {
  const model = useMemo((): PanelModel => {
    const lines: PanelRow[] = last.map((text) => ({ kind: 'text', text: text[language] }))
    return {
      rows: [
        { kind: 'title', text: words(session.mode) },
        ...(hint ? [{ kind: 'text' as const, text: `${words('hint')} ${hint[language]}` }] : []),
        ...lines,
        ...(held ? [{ kind: 'text' as const, text: `${words('inHand')} ${held.name}` }, { kind: 'buttons' as const, buttons: [
          { id: 'held-gestures', label: words('gestures'), press: held.gestures },
          { id: 'held-put-down', label: words('putDown'), press: held.putDown }] }] : []),
        { kind: 'button', button: { id: 'recentre', label: words('recentre'), press: recentre } },
        { kind: 'button', button: { id: 'leave-vr', label: words('leaveVr'), press: leave } },
        { kind: 'button', button: { id: 'finish', label: words('finish'), strong: true, press: finish } },
      ],
    }
  }, [session, language, words, hint, last, held, recentre, leave, finish])
  return <group position={[-0.86, 1.28, 0.98]} rotation={[0, 1.25, 0]}><Panel model={model} /></group>
}
