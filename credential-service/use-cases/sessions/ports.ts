// SPDX-License-Identifier: EUPL-1.2

/** A time during which a teacher is there and watches. */
export type Session = {
  id: string
  code: string
  scenario: string
  school: string
  /** Person id of the teacher. */
  teacher: string
  openedAt: Date
  closedAt: Date | null
}

export type SessionStore = {
  /** False when an open session already has this code. */
  open(session: Session): Promise<boolean>
  /** The open session with this code; otherwise the last one that had it, or null. */
  byCode(code: string): Promise<Session | null>
  byId(id: string): Promise<Session | null>
  close(id: string, at: Date): Promise<void>
  /** A teacher's own sessions, newest first. */
  ofTeacher(person: string): Promise<Session[]>
}
