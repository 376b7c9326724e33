// SPDX-License-Identifier: EUPL-1.2
import type { Language, Text } from '#domain/text.ts'
import { checkWords, outcomeWords, resultWords, sayCheck } from '#domain/verification/index.ts'
import type { Bundle, Verdict } from '#domain/verification/index.ts'

export const words = {
  usage: {
    fr: `Usage : npm run verify -- FICHIER|DOSSIER [--ledger URL --contract 0x… --chain-id N] [--offline] [--lang fr|en] [--json]
                                           [--broken TECHNIQUE=AAAA-MM-JJ]…
  Un dossier, ou un fichier .ndjson (une attestation par ligne), est vérifié en entier : une ligne par attestation, puis le compte.
  --broken : une technique à laquelle vous ne vous fiez plus depuis ce jour (sha-256, keccak-256, ed25519, secp256k1, p-256…).
  Sans --ledger, le registre du service de cette machine est consulté (DATA_DIR/ledger.json).
  Code de sortie : 0 valide, 1 non valide, 2 on ne peut pas conclure ; de plusieurs, le pire.`,
    en: `Usage: npm run verify -- FILE|FOLDER [--ledger URL --contract 0x… --chain-id N] [--offline] [--lang fr|en] [--json]
                                          [--broken TECHNIQUE=YYYY-MM-DD]…
  A folder, or an .ndjson file (one credential a line), is checked whole: one line for each credential, then how many.
  --broken: a technique that you rely on no more since that day (sha-256, keccak-256, ed25519, secp256k1, p-256…).
  Without --ledger, the ledger of this machine's service is consulted (DATA_DIR/ledger.json).
  Exit code: 0 valid, 1 not valid, 2 cannot tell; of several, the worst.`,
  },
  noneFound: { fr: 'Aucune attestation (.json, .ndjson) dans {file}.', en: 'No credential (.json, .ndjson) in {file}.' },
  fileMissing: { fr: 'Le fichier {file} ne peut pas être lu.', en: 'The file {file} cannot be read.' },
  noLedger: {
    fr: 'Aucun registre n’est connu ici : seul ce que le fichier prouve à lui seul a été vérifié (--ledger pour en consulter un).',
    en: 'No ledger is known here: only what the file proves by itself was checked (--ledger to consult one).',
  },
  offline: {
    fr: 'Vérification sans réseau : seul ce que le fichier prouve à lui seul a été vérifié.',
    en: 'Checked without a network: only what the file proves by itself was checked.',
  },
} satisfies Record<string, Text>

export const COLON = { fr: ' :', en: ':' }
const marks = { passed: '✓', failed: '✗', unknown: '?' } as const

/** The answer as a person reads it: one sentence, then each check with its reason. */
export function report({ verdict, bundle, note, language }: {
  verdict: Verdict; bundle: Bundle | null; note: Text | null; language: Language
}): string {
  const title = typeof bundle?.credential.name === 'string' ? [`  ${printable(bundle.credential.name)}`] : []
  const checks = verdict.checks.map(check =>
    `  ${marks[check.result]} ${checkWords[check.name][language]} (${resultWords[check.result][language]})${COLON[language]} ${sayCheck(check, language)}`)
  return [outcomeWords[verdict.outcome][language], ...title, ...(note ? [note[language]] : []), '', ...checks, ''].join('\n')
}

// The name comes from the file: it must not move the cursor or colour the terminal.
export const printable = (text: string) => text.replaceAll(/\p{C}/gu, '').slice(0, 200)
