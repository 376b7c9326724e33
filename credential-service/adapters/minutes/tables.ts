// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '#domain/text.ts'
import type { Closing, Minutes } from '#service/use-cases/deliberation/ports.ts'
import type { Row } from './document.ts'
import { count, fill, moment, words } from './words.ts'

const PLAIN = { size: 10 }
const BOLD = { size: 10, weight: 'bold' } as const
/** 66 characters fit on a line. */
const EXACT = { size: 7.8 }

/** How many were admitted, with which mention, and refused. */
export function resultsOf({ results: { counts } }: Minutes): Row[] {
  if (counts === null) return []
  const row = (label: Text, value: number, indented = false): Row => [
    { text: `${indented ? '    ' : ''}${label.fr}`, from: 0, width: 0.42, style: indented ? PLAIN : BOLD },
    { text: label.en, from: 0.42, width: 0.33, style: { size: 9, colour: 'steel', lang: 'en' } },
    { text: count(value, 'fr'), from: 0.75, width: 0.25, style: { ...(indented ? PLAIN : BOLD), align: 'right' } },
  ]
  const mentions = ['tres-bien', 'bien', 'assez-bien', 'none'] as const
  return [
    row(words.admitted, counts.admitted),
    ...mentions.map((mention) => row(words[mention], counts.mentions[mention], true)),
    row(words.refusedCandidates, counts.refused),
    row(words.total, counts.admitted + counts.refused),
  ]
}

const SIGNED = { decided: words.signedDecision, refused: words.signedRefusal } as const

/** Everyone ever named, in the order they were, the absent with who sat instead. */
export const juryOf = ({ members }: Minutes): Row[] => members.map(({ name, vote, signedAt, replacedBy }) => {
  const said = replacedBy !== null ? words.absent : vote === null ? words.notSigned : SIGNED[vote]
  const values: Record<string, string> = replacedBy === null ? {} : { name: replacedBy }
  const at = signedAt !== null && replacedBy === null
  return [
    { text: name, from: 0, width: 0.31, style: BOLD },
    { text: fill(said, 'fr', values), below: fill(said, 'en', values), from: 0.32, width: 0.28, style: PLAIN },
    {
      text: at ? fill(words.at, 'fr', { moment: moment(signedAt, 'fr') }) : '', below: at ? fill(words.at, 'en', { moment: moment(signedAt, 'en') }) : '',
      from: 0.6, width: 0.4, style: { size: 8.8, align: 'right' },
    },
  ]
})

const detail = (label: Text, text: string, below?: string): Row => [
  { text: label.fr, below: label.en, from: 0, width: 0.33, style: { size: 9.5 } },
  { text, below, from: 0.34, width: 0.66, style: EXACT },
]

/** What the ledger holds of it, under which names. */
export function detailsOf({ ledger, results, root, previous }: Minutes): Row[] {
  return [
    detail(words.deliberation, ledger.deliberation),
    ...(previous === null ? [] : [detail(words.previous, previous)]),
    detail(words.digest, results.digest),
    detail(words.salted, results.salted),
    root === null ? detail(words.root, words.noRoot.fr, words.noRoot.en) : detail(words.root, root),
    ...(ledger.closing === null ? [] : whereOf(ledger.closing)),
    detail(words.network, String(ledger.chainId)),
    detail(words.contract, ledger.contract),
    detail(words.issuer, ledger.issuer),
  ]
}

/** In which transaction and block. */
function whereOf({ transaction, block }: Closing): Row[] {
  const at = (language: 'fr' | 'en') => fill(words.blockAt, language, { number: block.number, moment: moment(block.timestamp, language) })
  return [detail(words.transaction, transaction), detail(words.block, at('fr'), at('en')), detail(words.blockHash, block.hash)]
}
