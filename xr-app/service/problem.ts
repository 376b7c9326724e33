// SPDX-License-Identifier: EUPL-1.2
type Values = Readonly<Record<string, string | number>>

/** What the service refused (RFC 9457), with the stable code that pages put into words. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly values: Values

  constructor(status: number, code: string, values: Values = {}) {
    super(`${status} ${code}`)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.values = values
  }
}

/** The service did not answer at all: stopped, or no network. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The service does not answer', { cause })
    this.name = 'Unreachable'
  }
}

/** Reads a refusal; an answer that is not a problem document keeps its status as its code. */
export async function problemOf(answer: Response): Promise<Problem> {
  const type = answer.headers.get('content-type') ?? ''
  if (!type.includes('json')) return new Problem(answer.status, `HTTP_${answer.status}`)
  const body = await answer.json() as { code?: string; values?: Values }
  return new Problem(answer.status, body.code ?? `HTTP_${answer.status}`, body.values)
}
