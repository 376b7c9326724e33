// SPDX-License-Identifier: EUPL-1.2
type Values = Readonly<Record<string, string | number>>

/** What the service refused (RFC 9457), with the stable code that pages put into words. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly values: Values
  /** What happened and what to do, in the words of the service; null when it gave none. */
  readonly words: { title: string; help: string } | null

  constructor(status: number, code: string, values: Values = {}, words: Problem['words'] = null) {
    super(`${status} ${code}`)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.values = values
    this.words = words
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
  const { code, values, title, detail } = await answer.json() as Record<'code' | 'title' | 'detail', string | undefined>
    & { values?: Values }
  return new Problem(answer.status, code ?? `HTTP_${answer.status}`, values, title && detail ? { title, help: detail } : null)
}
