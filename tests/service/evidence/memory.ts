// SPDX-License-Identifier: EUPL-1.2
// Stores in memory: the rules of the use cases, without a database. The adapters have tests of their own.
import { scenarioLibrary } from '#service/adapters/evidence-store/index.ts'
import { evidenceUseCases } from '#service/use-cases/evidence/index.ts'
import type {
  AttemptFile, AttemptLine, Chance, EvidenceStore, TeacherLine, Write,
} from '#service/use-cases/evidence/ports.ts'
import type { IssuingOrder } from '#service/use-cases/issuing/ports.ts'
import type { Session, SessionStore } from '#service/use-cases/sessions/ports.ts'

type Memory = { files: Map<string, AttemptFile>; orders: IssuingOrder[]; texts: Map<string, string>; sessions: Map<string, Session> }

function evidenceInMemory(memory: Memory): EvidenceStore {
  const { files, texts, sessions } = memory
  const withSession = (file: AttemptFile): AttemptFile =>
    ({ ...file, session: sessions.get(file.attempt.session ?? '') ?? null })
  return {
    create: async (attempt, text) => {
      files.set(attempt.id, { attempt, session: null, chunks: [], results: null, decision: null, credential: null })
      texts.set(attempt.head.scenario.digest, text)
    },
    read: async (id) => files.has(id) ? withSession(files.get(id) as AttemptFile) : null,
    change: async (id, decide) => {
      const file = files.get(id)
      if (!file) return null
      const { answer, writes } = decide(withSession(file))
      files.set(id, writes.reduce((before, write) => written(memory, before, write), file))
      return answer
    },
    attemptOfNonce: async (nonce) => [...files.values()].find((file) => file.attempt.head.nonce === nonce)?.attempt.id ?? null,
    openAttempts: async (person, since) => [...files.values()]
      .filter(({ attempt }) => attempt.person === person && attempt.status === 'open' && attempt.startedAt > since).length,
    linesOf: async (person) => [...files.values()].filter(({ attempt }) => attempt.person === person).map(lineOf),
    linesOfSchool: async (school, status, except) => [...files.values()]
      .filter(({ attempt }) => attempt.school === school && attempt.status === status
        && attempt.person !== except && attempt.head.mode === 'assessed')
      .map((file): TeacherLine => ({
        ...lineOf(file), learner: { displayName: `name of ${file.attempt.person}` }, unfinishedOthers: 0, longestSilenceMs: 0,
      })),
    displayNameOf: async (person) => `name of ${person}`,
    scenarioText: async (digest) => texts.get(digest) ?? null,
  }
}

function written(memory: Memory, file: AttemptFile, write: Write): AttemptFile {
  if (write.kind === 'chunk') return { ...file, chunks: [...file.chunks, write.chunk] }
  if (write.kind === 'assessed') {
    const { finishedAt, results } = write
    return { ...file, results, attempt: { ...file.attempt, status: 'assessed', finishedAt } }
  }
  if (write.order) memory.orders.push(write.order)
  return { ...file, decision: write.decision, attempt: { ...file.attempt, status: write.decision.decision } }
}

function lineOf({ attempt, results }: AttemptFile): AttemptLine {
  const { id, head, status, startedAt, finishedAt } = attempt
  return {
    id, scenario: head.scenario.id, mode: head.mode, assurance: head.assurance, status, startedAt, finishedAt,
    acquired: results?.acquired ?? null,
    criteriaMet: results?.criteria.filter(({ result }) => result === 'met').length ?? null,
    criteriaTotal: results?.criteria.length ?? null,
    eliminated: results?.eliminated.length ?? null,
  }
}

function sessionsInMemory({ sessions }: Memory): SessionStore {
  const all = () => [...sessions.values()]
  return {
    open: async (session) => {
      if (all().some(({ code, closedAt }) => code === session.code && closedAt === null)) return false
      sessions.set(session.id, session)
      return true
    },
    byCode: async (code) => all().find((one) => one.code === code && one.closedAt === null)
      ?? all().findLast((one) => one.code === code) ?? null,
    byId: async (id) => sessions.get(id) ?? null,
    close: async (id, closedAt) => {
      const session = sessions.get(id)
      if (session) sessions.set(id, { ...session, closedAt })
    },
    ofTeacher: async (person) => all().filter(({ teacher }) => teacher === person),
  }
}

/** The use cases with everything in memory, a clock that a test moves, and foreseeable chance. */
export async function evidenceForTests() {
  const memory: Memory = { files: new Map(), orders: [], texts: new Map(), sessions: new Map() }
  const clock = { time: Date.parse('2026-11-23T08:00:00Z'), now: () => new Date(clock.time) }
  const next = { seed: 0, count: 0 }
  const chance: Chance = {
    id: () => `id-${next.count += 1}`,
    seed: () => next.seed,
    nonce: () => String(next.count += 1).padStart(32, '0'),
    sessionCode: () => String(next.count += 1).padStart(6, '0'),
  }
  const evidence = evidenceInMemory(memory)
  const scenarios = await scenarioLibrary(evidence)
  const useCases = evidenceUseCases({ evidence, sessions: sessionsInMemory(memory), scenarios, chance, clock })
  return { ...useCases, clock, next, orders: memory.orders, files: memory.files }
}
