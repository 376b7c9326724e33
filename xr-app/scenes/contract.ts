// SPDX-License-Identifier: EUPL-1.2
import type { ComponentType } from 'react'
import type { Language, Text } from '#domain/text.ts'
import type { Session } from '#app/engine/session.ts'
import type { Footing } from '#app/xr/ar/place.ts'
import type { Quality } from '#app/xr/quality.ts'

/** Where the flat camera can stand: what it looks at, from where, and how it is called (without a name: the app's word for its id). */
export type Viewpoint = { id: string; name?: Text; from: [number, number, number]; to: [number, number, number] }

/** The tool in the hand: its name, its own gestures, and how it is put down. */
export type HeldTool = { name: string; gestures: () => void; putDown: () => void }

/** What every scene is given. It shows the session's world and acts through the session, by nothing else. */
export type SceneProps = {
  session: Session
  language: Language
  /** The scene's own texts: names of buttons that no scenario holds. */
  words: (key: string) => string
  quality: Quality
  /** Whether flashes and swings are softened. */
  calm: boolean
  /** Told of the tool in the hand, so that the page can say it and offer to put it down. */
  onHeld: (held: HeldTool | null) => void
  /** Asks to end the attempt. */
  finish: () => void
  /** In augmented reality: the equipment and its furniture alone, without the room around them. */
  bare?: boolean
}

export type SceneModule = {
  Scene: ComponentType<SceneProps>
  viewpoints: readonly Viewpoint[]
  /** What stands on a real table, floor or wall in augmented reality, and how much room it takes (metres). */
  ground?: { footing: Footing; size: readonly [number, number] }
}
