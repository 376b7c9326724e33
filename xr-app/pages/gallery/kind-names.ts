// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '#domain/text.ts'
import en from '../../ui/locales/en/gallery.json' with { type: 'json' }
import fr from '../../ui/locales/fr/gallery.json' with { type: 'json' }

const names: Readonly<Record<keyof Text, Readonly<Record<string, string>>>> = { fr: fr.kind, en: en.kind }

/** What a kind of equipment is called; its own id while nobody has named it (a test says so). */
export const kindName = (kind: string): Text => ({ fr: names.fr[kind] ?? kind, en: names.en[kind] ?? kind })
