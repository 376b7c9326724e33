// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Text } from '#domain/text.ts'
import type { Config } from '../config.ts'
import type { Step } from '../server.ts'

/** What a start says of each step; nothing of those that take no time. */
export function narrate(step: Step, { dataDir, databaseUrl, ledger }: Config): Text | null {
  const first = !existsSync(join(dataDir, 'database'))
  if (step === 'database' && !databaseUrl && first) {
    return {
      fr: '  · création de la base de données (une seule fois, environ 10 secondes)…',
      en: '  · making the database (once only, about 10 seconds)…',
    }
  }
  if (step === 'ledger' && !ledger) return { fr: '  · démarrage du registre…', en: '  · starting the ledger…' }
  if (step === 'rooms') return { fr: '  · préparation du service…', en: '  · preparing the service…' }
  return null
}

export const buildingApp: Text = {
  fr: '  · construction de l’application (après chaque changement, environ 30 secondes)…',
  en: '  · building the app (after each change, about 30 seconds)…',
}

export const starting: Text = { fr: 'Compagnon démarre…', en: 'Compagnon is starting…' }
export const stopping: Text = { fr: '\nCompagnon s’arrête…', en: '\nCompagnon is stopping…' }
export const stopped: Text = { fr: 'Tout est arrêté.', en: 'Everything is stopped.' }

/** Where everything is, and how to stop. */
export function whereItIs(config: Config, seconds: number): Text[] {
  const { publicOrigin, dataDir, databaseUrl, ledger, oidc, logFile } = config
  const lines: (Text | false)[] = [
    { fr: `\nCompagnon est prêt (${seconds} s). Ouvrez ${publicOrigin}`, en: `\nCompagnon is ready (${seconds} s). Open ${publicOrigin}` },
    !oidc && {
      fr: '  Pour vous connecter, choisissez une personne de démonstration : aucun mot de passe.',
      en: '  To sign in, choose a demonstration person: there is no password.',
    },
    { fr: `  API : ${publicOrigin}/api/docs   État : ${publicOrigin}/health`, en: `  API: ${publicOrigin}/api/docs   Health: ${publicOrigin}/health` },
    (!databaseUrl || !ledger) && {
      fr: `  Tout ce qui est gardé est dans ${dataDir}`, en: `  Everything kept is in ${dataDir}`,
    },
    logFile !== '-' && { fr: `  Journal : ${logFile}`, en: `  Log: ${logFile}` },
    { fr: '  Pour arrêter : Ctrl-C. Rien n’est perdu.\n', en: '  To stop: Ctrl-C. Nothing is lost.\n' },
  ]
  return lines.filter((line) => line !== false)
}
