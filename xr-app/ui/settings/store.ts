// SPDX-License-Identifier: EUPL-1.2
// The settings of whoever uses this device: kept on it under one name, never sent, applied at once.
import { useSyncExternalStore } from 'react'
import { keepChoice, readChoice } from '../device.ts'
import { isLanguage } from '../language.ts'
import { defaults, readSettings, type Settings } from './choices.ts'

/** public/first-light.js reads the same place before the first paint. */
export const SETTINGS_PLACE = 'compagnon.settings'
const version = 1

type Kept = {
  settings: Settings
  /** What was kept could not be understood: the usual settings are there instead, and this is said. */
  damaged: boolean
  /** Whether the words about health were read here, before the first time in a headset. Never carried elsewhere. */
  healthRead: boolean
}

function read(): Kept {
  const text = readChoice(SETTINGS_PLACE)
  if (text === null) return { settings: defaults, damaged: false, healthRead: false }
  try {
    const kept = JSON.parse(text) as { v?: unknown; settings?: unknown; healthRead?: unknown } | null
    if (kept?.v !== version) return { settings: defaults, damaged: true, healthRead: false }
    return { ...readSettings(kept.settings), healthRead: kept.healthRead === true }
  } catch (error) {
    console.info('The settings kept here cannot be read: the usual ones apply.', error)
    return { settings: defaults, damaged: true, healthRead: false }
  }
}

let kept = read()
const listeners = new Set<() => void>()

// Another tab of the same device changed them.
globalThis.addEventListener?.('storage', (event) => {
  if ((event as StorageEvent).key !== SETTINGS_PLACE) return
  kept = read()
  apply(kept.settings)
  listeners.forEach((tell) => tell())
})

function keep(next: Kept): void {
  kept = next
  keepChoice(SETTINGS_PLACE, JSON.stringify({ v: version, settings: kept.settings, healthRead: kept.healthRead }))
  apply(kept.settings)
  listeners.forEach((tell) => tell())
}

const mark = (name: string, value: string | null) => {
  if (value === null) delete document.documentElement.dataset[name]
  else document.documentElement.dataset[name] = value
}

/** A device that asks for more contrast gets it, unless another theme was chosen here. */
const systemTheme = () => (matchMedia('(prefers-contrast: more)').matches ? 'contrast' : null)

/** Marks the document, so that tokens.css can answer. What is usual leaves no mark. */
export function apply(settings: Settings): void {
  mark('theme', settings.theme === 'system' ? systemTheme() : settings.theme)
  mark('font', settings.font === 'dyslexic' ? 'dyslexic' : null)
  mark('text', settings.textSize === 100 ? null : String(settings.textSize))
  mark('calm', settings.calm ? 'yes' : null)
  mark('targets', settings.largeTargets ? 'large' : null)
}

export const settings = (): Settings => kept.settings
export const change = (changes: Partial<Settings>): void => keep({ ...kept, damaged: false, settings: { ...kept.settings, ...changes } })
export const forgetDamage = (): void => keep({ ...kept, damaged: false })
export const healthWasRead = (): boolean => kept.healthRead
export const readHealth = (): void => keep({ ...kept, healthRead: true })

export function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

export const useSettings = (): Settings => useSyncExternalStore(subscribe, settings)
export const useDamaged = (): boolean => useSyncExternalStore(subscribe, () => kept.damaged)

/** The language chosen here; null: as the browser says. */
export const chosenLanguage = () => (isLanguage(kept.settings.language) ? kept.settings.language : null)

/** Whether nothing may flash, swing or startle: as chosen here, or as the device asks. */
export const calmHere = (): boolean => kept.settings.calm || matchMedia('(prefers-reduced-motion: reduce)').matches
export const useCalm = (): boolean => useSyncExternalStore(subscribe, calmHere)
