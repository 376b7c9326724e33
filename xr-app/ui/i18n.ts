// SPDX-License-Identifier: EUPL-1.2
import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { keepLanguage, languages, preferredLanguage } from './language.ts'

const files = import.meta.glob<{ default: Record<string, unknown> }>('./locales/*/*.json')

/** Each namespace of each language is a small file, fetched when a page first needs it. */
const textFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, done) {
    const file = files[`./locales/${language}/${namespace}.json`]
    if (!file) return done(new Error(`No texts named ${namespace} in ${language}`), false)
    file().then((texts) => done(null, texts.default), (reason: unknown) => done(reason as Error, false))
  },
}

/** Starts the texts: French first, English beside it. Resolves when the shell's own texts are there. */
export async function startTexts(): Promise<void> {
  i18next.on('languageChanged', (language) => { document.documentElement.lang = language })
  await i18next.use(textFiles).use(initReactI18next).init({
    lng: preferredLanguage(),
    supportedLngs: [...languages],
    fallbackLng: false,
    ns: ['common'],
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    react: { useSuspense: true },
  })
}

/** Changes the language everywhere, at once, and remembers it on this device. */
export async function chooseLanguage(language: (typeof languages)[number]): Promise<void> {
  keepLanguage(language)
  await i18next.changeLanguage(language)
}

export const loadTexts = (namespace: string) => i18next.loadNamespaces(namespace)
