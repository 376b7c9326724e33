// SPDX-License-Identifier: EUPL-1.2
import { resolve } from 'node:path'
import { Type, type Static, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { StartError } from './words.ts'

const Url = (schemes: string) => Type.String({ pattern: `^(${schemes})://[^\\s]+$` })

/** In wei. */
const GWEI = 1e9

/** Every setting, as the environment gives it; .env.example explains each. */
export const Settings = Type.Object({
  PORT: Type.Integer({ minimum: 1, maximum: 65535, default: 3000 }),
  HOST: Type.String({ minLength: 1, default: 'localhost' }),
  DATA_DIR: Type.String({ minLength: 1, default: '.data' }),
  DATABASE_URL: Type.Optional(Url('postgres|postgresql')),
  LEDGER_RPC_URL: Type.Optional(Url('https?')),
  LEDGER_CHAIN_ID: Type.Optional(Type.Integer({ minimum: 1 })),
  LEDGER_CONFIRMATIONS: Type.Integer({ minimum: 1, maximum: 10_000, default: 12 }),
  LEDGER_MAX_FEE: Type.Number({ minimum: 0, maximum: 1_000_000, default: 500 }),
  LEDGER_STUCK_SECONDS: Type.Integer({ minimum: 5, maximum: 86_400, default: 120 }),
  LEDGER_ACCOUNT_KEY: Type.Optional(Type.String({ pattern: '^0x[0-9a-fA-F]{64}$' })),
  LEDGER_NODES: Type.Optional(Type.String({ pattern: '^https://[^/\\s,;]+(,https://[^/\\s,;]+)*$' })),
  PUBLIC_ORIGIN: Type.Optional(Type.String({ pattern: '^https?://[^/\\s]+$' })),
  SECRET_KEY: Type.Optional(Type.String({ pattern: '^[0-9a-fA-F]{64}$' })),
  OIDC_ISSUER: Type.Optional(Url('https?')),
  OIDC_CLIENT_ID: Type.Optional(Type.String({ minLength: 1 })),
  OIDC_CLIENT_SECRET: Type.Optional(Type.String({ minLength: 1 })),
  OIDC_ROLES_CLAIM: Type.String({ minLength: 1, default: 'compagnon_roles' }),
  RATE_LIMIT: Type.Integer({ minimum: 1, default: 6000 }),
  TRUST_PROXY: Type.Integer({ minimum: 0, maximum: 10, default: 0 }),
  DEMONSTRATION: Type.Enum(['yes', 'no'], { default: 'no' }),
  VC_API_SANDBOX: Type.Enum(['0', '1'], { default: '0' }),
  LOG_FILE: Type.Optional(Type.String({ minLength: 1 })),
  LOG_LEVEL: Type.Enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug'], { default: 'info' }),
})

export type Config = {
  port: number
  host: string
  /** Absolute path of the folder that holds everything the embedded parts write. */
  dataDir: string
  /** Where PostgreSQL is; without it, PGlite in dataDir. */
  databaseUrl?: string
  /** An outside EVM network; without it, an Anvil node with its state in dataDir. */
  ledger?: { rpcUrl: string; chainId?: number; accountKey?: string; confirmations: number; maxFee?: bigint; stuckSeconds?: number }
  /** Ledger nodes of others that the verification page may read besides this service's own, as https origins. */
  ledgerNodes: string[]
  /** The address people use, without a trailing slash: cookies, links and sign-in are bound to it. */
  publicOrigin: string
  /** 64 hexadecimal digits; without it, a key kept in dataDir/secret.key. */
  secretKey?: string
  /** An outside OpenID provider; without it, the embedded one with demonstration people. */
  oidc?: { issuer: string; clientId: string; clientSecret?: string }
  rolesClaim: string
  /** Requests per minute and per address. */
  rateLimit: number
  /** How many proxies in front add to X-Forwarded-For; what stands further left in it is only said by the caller. */
  trustProxy: number
  /** Whether /vc-api signs what anyone gives it, as an issuer that is nobody. */
  vcApiSandbox: boolean
  logLevel: string
  /** A path, or `-` for standard output. */
  logFile: string
}

/**
 * Reads and checks the settings.
 * @throws StartError naming the setting, what it must be, and nothing of its value (it may be a secret).
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const settings = parse(env)
  if (settings.OIDC_ISSUER && !settings.OIDC_CLIENT_ID) throw wrong('OIDC_CLIENT_ID')
  if (env.DATABASE_URL && env.NODE_ENV === 'production' && !settings.SECRET_KEY) throw wrong('SECRET_KEY')
  if (!settings.OIDC_ISSUER && settings.DEMONSTRATION === 'no' && isReal(settings)) throw openDoor()
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDir: resolve(settings.DATA_DIR),
    databaseUrl: settings.DATABASE_URL,
    ledger: settings.LEDGER_RPC_URL
      ? {
          rpcUrl: settings.LEDGER_RPC_URL, chainId: settings.LEDGER_CHAIN_ID, accountKey: settings.LEDGER_ACCOUNT_KEY,
          confirmations: settings.LEDGER_CONFIRMATIONS, stuckSeconds: settings.LEDGER_STUCK_SECONDS,
          maxFee: BigInt(Math.round(settings.LEDGER_MAX_FEE * GWEI)),
        }
      : undefined,
    ledgerNodes: settings.LEDGER_NODES?.split(',') ?? [],
    publicOrigin: settings.PUBLIC_ORIGIN ?? `http://localhost:${settings.PORT}`,
    secretKey: settings.SECRET_KEY,
    oidc: settings.OIDC_ISSUER && settings.OIDC_CLIENT_ID
      ? { issuer: settings.OIDC_ISSUER, clientId: settings.OIDC_CLIENT_ID, clientSecret: settings.OIDC_CLIENT_SECRET }
      : undefined,
    rolesClaim: settings.OIDC_ROLES_CLAIM,
    rateLimit: settings.RATE_LIMIT,
    trustProxy: settings.TRUST_PROXY,
    vcApiSandbox: settings.VC_API_SANDBOX === '1',
    logLevel: settings.LOG_LEVEL,
    logFile: settings.LOG_FILE ?? (settings.DATABASE_URL ? '-' : resolve(settings.DATA_DIR, 'service.log')),
  }
}

/** Whether an address can be reached from this machine alone. */
export const isLocal = (origin: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname)

/** A network or an address of others: a service there is no trial on one's own machine. */
const isReal = ({ LEDGER_RPC_URL, PUBLIC_ORIGIN }: Static<typeof Settings>) =>
  LEDGER_RPC_URL !== undefined || (PUBLIC_ORIGIN !== undefined && !isLocal(PUBLIC_ORIGIN))

function parse(env: Record<string, string | undefined>): Static<typeof Settings> {
  const names = Object.keys(Settings.properties)
  // An empty variable means "not set": that is how .env files and containers switch one off.
  const given = Object.fromEntries(names.filter((name) => env[name]).map((name) => [name, env[name]]))
  const settings = Value.Convert(Settings, Value.Default(Settings, given))
  const bad = Value.Errors(Settings as TSchema, settings)[0]
  if (bad) throw wrong(bad.instancePath.slice(1) || names.find((name) => bad.message.includes(name)) || '?')
  return settings as Static<typeof Settings>
}

const wrong = (name: string) => new StartError({
  fr: `Le réglage ${name} n'est pas valable ou manque : voir .env.example, qui l'explique.`,
  en: `The setting ${name} is not valid or is missing: see .env.example, which explains it.`,
})

const openDoor = () => new StartError({
  fr: "Sans OIDC_ISSUER, n'importe qui entre sans mot de passe comme enseignant de démonstration : avec LEDGER_RPC_URL, "
    + "ou une adresse PUBLIC_ORIGIN autre que localhost, donnez OIDC_ISSUER, ou DEMONSTRATION=yes si c'est ce qui est voulu.",
  en: 'Without OIDC_ISSUER, anyone comes in without a password as a demonstration teacher: with LEDGER_RPC_URL, or a '
    + 'PUBLIC_ORIGIN other than localhost, set OIDC_ISSUER, or DEMONSTRATION=yes if that is what is wanted.',
})
