// SPDX-License-Identifier: EUPL-1.2
import { Component, type ReactNode } from 'react'
import { Failure } from './states.tsx'

type Props = { children: ReactNode }

/** A page that breaks says so and leaves the header usable. `key` it by the path so that another page starts afresh. */
export class ErrorBoundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return <Failure error={this.state.error} again={() => location.reload()} whole />
  }
}
