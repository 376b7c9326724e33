// SPDX-License-Identifier: EUPL-1.2
import i18next, { type BackendModule, type PostProcessorModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { isLanguage, languages, preferredLanguage } from './language.ts'
import { change, chosenLanguage, subscribe } from './settings/store.ts'
import { typeset } from './typeset.ts'

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

const typography: PostProcessorModule = {
  type: 'postProcessor',
  name: 'typography',
  process: (text: string, _key, _options, translator: { language: string }) =>
    (isLanguage(translator.language) ? typeset(text, translator.language) : text),
}

/** Starts the texts: French first, English beside it. Resolves when the shell's own texts are there. */
export async function startTexts(): Promise<void> {
  i18next.on('languageChanged', (language) => { document.documentElement.lang = language })
  await i18next.use(textFiles).use(typography).use(initReactI18next).init({
    lng: preferredLanguage(chosenLanguage()),
    supportedLngs: [...languages],
    fallbackLng: false,
    ns: ['common'],
    defaultNS: 'common',
    postProcess: ['typography'],
    interpolation: { escapeValue: false },
    react: { useSuspense: true },
  })
  subscribe(() => {
    const language = preferredLanguage(chosenLanguage())
    if (language !== i18next.language) void i18next.changeLanguage(language)
  })
}

/** Changes the language everywhere, at once, and remembers it on this device. */
export async function chooseLanguage(language: (typeof languages)[number]): Promise<void> {
  change({ language })
  await i18next.changeLanguage(language)
}

export const loadTexts = (namespace: string) => i18next.loadNamespaces(namespace)
