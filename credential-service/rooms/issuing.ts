// SPDX-License-Identifier: EUPL-1.2
import { randomBytes, randomUUID } from 'node:crypto'
import compiled from '#contracts/generated/CredentialAnchor.json' with { type: 'json' }
import { DomainError } from '#domain/errors.ts'
import { contexts } from '#resources/contexts/index.ts'
import { diplomas as governedDiplomas } from '../adapters/diploma-store/index.ts'
import { frameworkLibrary } from '../adapters/frameworks/index.ts'
import { tableDescriptions, tableForms, tableIssuers, tableIssuing } from '../adapters/issuing-store/index.ts'
import type { IssuingTables } from '../adapters/issuing-store/index.ts'
import { keepPlace, ledgerOn, readThrough } from '../adapters/ledger/index.ts'
import type { Happening, LedgerTables } from '../adapters/ledger/index.ts'
import { makeSdJwt } from '../adapters/sd-jwt/index.ts'
import { sealWith } from '../adapters/seal/seal.ts'
import { competences, tableStatusActs, tableStatuses } from '../adapters/status-store/index.ts'
import { selectiveDisclosure } from '../adapters/linked-data/index.ts'
import { issuerAgent } from '../adapters/veramo/index.ts'
import type { AgentTables } from '../adapters/veramo/index.ts'
import { problemTable } from '../problems/table.ts'
import type { Room, Shared } from '../rooms.ts'
import { diplomaRoutes } from '../routes/diplomas.ts'
import { credentialRoutes } from '../routes/credentials.ts'
import { formRoutes } from '../routes/forms.ts'
import { claimRoutes, heldDiplomaRoutes } from '../routes/held-diplomas.ts'
import { issuerRoutes } from '../routes/issuers.ts'
import { ledgerRoutes } from '../routes/ledger.ts'
import { diplomaSearchRoutes, statusActRoutes } from '../routes/status-acts.ts'
import { statusRoutes } from '../routes/status.ts'
import { diplomaNeeds } from './diplomas.ts'
import { renewedFiles, runResealing } from './resealing.ts'
import { ServiceError } from '../use-cases/errors.ts'
import { readDiploma } from '../use-cases/diplomas/index.ts'
import { handedOver, heldCompetences, runIssuing } from '../use-cases/issuing/index.ts'
import type { FormsNeeds, IssuingNeeds } from '../use-cases/issuing/index.ts'
import { statusUseCases } from '../use-cases/status/index.ts'

export type IssuingShared = Pick<Shared, 'database' | 'secrets' | 'edge' | 'ledger'> & {
  config: Pick<Shared['config'], 'publicOrigin' | 'dataDir' | 'ledger'>
  /** Told what becomes of transactions, for the log. */
  tell?: (happening: Happening) => void
}

/** On the embedded ledger nothing asks for more, and nobody else's transactions fill its blocks. */
const STUCK_SECONDS = 30
const MAX_FEE = 500_000_000_000n
const EVERY_MS = { busy: 300, idle: 1_000 }
/** Credentials validated within two seconds go into one batch; eight leaves at least, so that its size says little. */
const BATCHING = { afterMs: 2_000, size: 1_024, least: 8 }

const HAPPENED: Record<Happening['what'], string> = {
  outbid: 'a transaction was stuck: it is offered again at the same nonce for higher fees',
  undone: 'a block was undone: its transaction is sent again',
  displaced: 'the key of this account was used elsewhere: a transaction gets another nonce',
  filled: 'the ledger waits for a nonce that nothing holds: it is filled with a payment of nothing',
  taken: 'another account anchored a root of ours first: the batch gets another root; whoever did it signed with its own account',
}

/** What an operator can do something about, with what to do; else where it came from. */
function logFailure(logger: Shared['logger'], cause: unknown): void {
  if (cause instanceof ServiceError) {
    const { title, remedy } = problemTable[cause.code]
    return logger.error({ code: cause.code, values: cause.values }, `${title.en}. ${remedy.en}`)
  }
  logger.error({ err: cause }, cause instanceof DomainError
    ? 'a record breaks a rule: it is left aside, with the reason in credentials.problem'
    : 'a round of issuing failed; it is taken up again')
}

/** Everything the issuer needs, made from what every room may use. */
export async function issuingNeeds({ config, database, secrets, edge, ledger, tell }: IssuingShared) {
  const origin = config.publicOrigin
  const db = database.db.withTables<IssuingTables>()
  const issuers = tableIssuers(db, origin)
  const agent = issuerAgent({ db: database.db.withTables<AgentTables>(), secret: secrets.keyFor('issuer-keys'), issuers, contexts })
  const accountKey = config.ledger?.accountKey
  const reached = ledgerOn({
    db: database.db.withTables<LedgerTables>(),
    rpcUrl: ledger.rpcUrl,
    chainId: config.ledger?.chainId,
    embedded: ledger.embedded,
    settling: ledger.embedded ? { depth: 1, ms: 0, isKept: ledger.isKept } : { depth: config.ledger?.confirmations ?? 1, ms: 0 },
    patience: { ms: (config.ledger?.stuckSeconds ?? STUCK_SECONDS) * 1_000 },
    maxFee: config.ledger?.maxFee ?? MAX_FEE,
    compiled,
    newKey: agent.newLedgerKey,
    payerKey: accountKey === undefined ? undefined : () => agent.importLedgerKey(accountKey.slice(2)),
    sign: agent.signTransaction,
    now: edge.now,
    tell,
  })
  const { renewals, renewed } = renewedFiles({ database }, origin, reached)
  const needs: IssuingNeeds = {
    origin,
    ledger: reached,
    agent: agent.forIssuing,
    issuers,
    store: tableIssuing(db, origin, sealWith(secrets.keyFor('learner-records'), 'salts')),
    statuses: tableStatuses(db, origin),
    descriptions: tableDescriptions(db, origin, (await frameworkLibrary()).framework),
    contexts,
    renewed,
    edge: { now: edge.now, uuid: randomUUID, bytes32: () => `0x${randomBytes(32).toString('hex')}` },
    batching: BATCHING,
  }
  const forms: FormsNeeds = { ...needs, held: heldCompetences(needs), forms: tableForms(db), makers: { ...selectiveDisclosure(contexts), makeSdJwt } }
  return { needs, forms, renewals, juries: reached.juries, diplomaAnchors: reached.diplomaAnchors, signingKey: agent.signingKey, close: reached.close }
}

/** What issuing shares with juries. */
export type Issuing = Awaited<ReturnType<typeof issuingNeeds>> & { diplomas: Awaited<ReturnType<typeof diplomaNeeds>> }

/** Credentials, their statuses, their issuers and the ledger: the routes, and the issuer at work behind them. */
export async function issuingRoom(shared: Shared): Promise<Room & { issuing: Issuing }> {
  const made = await issuingNeeds({ ...shared, tell: happening => shared.logger.warn(happening, HAPPENED[happening.what]) })
  const { needs, forms, close } = made
  const diplomas = await diplomaNeeds(shared, made)
  const issuing = runIssuing(needs, {
    everyMs: EVERY_MS,
    onError: cause => logFailure(shared.logger, cause),
    onLedger: answers => shared.logger.info({ answers }, answers ? 'the ledger answers' : 'the ledger is away; what waits is sent when it is back'),
    onPlace: place => keepPlace(shared.config.dataDir, place),
  })
  const acts = statusUseCases({
    acts: tableStatusActs(shared.database.db.withTables<IssuingTables>(), [competences(), governedDiplomas()]),
    fileOf: ({ id, kind }) => (kind === 'diploma' ? readDiploma(diplomas.needs)(id, () => true) : handedOver(needs, id, () => true)),
    edge: needs.edge,
  })
  const resealing = await runResealing(shared, { ...made, diplomas })
  return {
    routes: [
      credentialRoutes(needs),
      formRoutes(forms),
      statusRoutes(needs),
      diplomaRoutes(diplomas.needs),
      heldDiplomaRoutes(diplomas.holding, diplomas.forms),
      claimRoutes(diplomas.holding),
      statusActRoutes(acts),
      diplomaSearchRoutes(acts),
      issuerRoutes(needs),
      ledgerRoutes(needs, readThrough(shared.ledger.rpcUrl)),
    ],
    issuing: { ...made, diplomas },
    close: async () => {
      await Promise.all([issuing.stop(), resealing.stop()])
      await diplomas.close()
      close()
    },
  }
}
