// SPDX-License-Identifier: EUPL-1.2
import type { Bundle } from '#domain/verification/index.ts'

/** What a file says, whether true or not: every value may be missing. */
export type Statement = {
  title: string | null
  holder: string | null
  school: string | null
  from: string | null
  competences: { code: string; name: string; acquired: boolean | null }[]
  /** 'self', 'online' or 'supervised'. */
  assurance: string | null
  /** What a diploma says beside; null when it is none. */
  diploma: {
    birth: string | null
    birthPlace: string | null
    speciality: string | null
    mention: string | null
    session: string | null
    code: string | null
    /** Where the candidate was taught; the issuer is the academy. */
    schooledAt: string | null
  } | null
}

type Node = Record<string, unknown>
const node = (value: unknown): Node => (typeof value === 'object' && value !== null ? value as Node : {})
const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(node)
// Invisible and direction-changing characters of a hostile file must not rearrange the page.
const text = (value: unknown) => (typeof value === 'string' ? value.replaceAll(/\p{C}/gu, '').slice(0, 300) : null)

/** Reads an Open Badges 3.0 AchievementCredential for display. The file may be forged: nothing in it is assumed. */
export function statementOf({ credential }: Bundle): Statement {
  const subject = node(credential.credentialSubject)
  const achievement = node(subject.achievement)
  const results = new Map(nodes(subject.result).map((one) => [lastPart(text(one.resultDescription)), text(one.value)]))
  return {
    title: text(credential.name) ?? text(achievement.name),
    holder: achievement.achievementType === 'Diploma' ? nameOf(subject) : text(nodes(subject.identifier)[0]?.identityHash),
    school: text(node(credential.issuer).name),
    from: text(credential.validFrom),
    competences: nodes(achievement.alignment).slice(0, 100).map(({ targetCode, targetName }) => {
      const code = text(targetCode) ?? ''
      const value = results.get(code)
      return { code, name: text(targetName) ?? '', acquired: value === undefined ? null : value === 'acquired' }
    }),
    assurance: results.get('assurance') ?? null,
    diploma: achievement.achievementType === 'Diploma' ? diplomaOf(subject, achievement) : null,
  }
}

const nameOf = ({ givenName, familyName }: Node) => [text(givenName), text(familyName)].filter(Boolean).join(' ') || null

function diplomaOf(subject: Node, achievement: Node): Statement['diploma'] {
  const school = node(subject.source)
  const [name, uai] = [text(school.name), text(nodes(school.otherIdentifier)[0]?.identifier)]
  return {
    birth: text(subject.dateOfBirth),
    birthPlace: text(nodes(subject.identifier).find(({ identityType }) => identityType === 'ext:birthPlace')?.identityHash),
    speciality: text(achievement.specialization),
    mention: text(nodes(subject.result).find(({ id }) => lastPart(text(id)) === 'mention')?.value),
    session: text(subject.term),
    code: text(achievement.humanCode),
    schooledAt: name && uai ? `${name} (${uai})` : name,
  }
}

const lastPart = (address: string | null) => address?.split('#').at(-1) ?? ''
