// SPDX-License-Identifier: EUPL-1.2
import { Suspense, type ReactNode } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { routes } from './routes.tsx'
import { SendLeftovers } from './service/evidence-queue-home.tsx'
import { PersonProvider } from './service/person.tsx'
import { AidsWhenChosen } from './ui/aids/when-chosen.tsx'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { Frame } from './ui/frame.tsx'
import { Lost } from './ui/lost.tsx'
import { Loading } from './ui/states.tsx'

/** Every page: its frame, a net under it, and something to look at while it comes. */
export function App() {
  return (
    <PersonProvider>
      <SendLeftovers />
      <AidsWhenChosen />
      <Switch>
        {routes.map(({ path, Page, frame }) => (
          <Route key={path} path={path}>
            {frame === 'bare' ? <Net><Page /></Net> : <Frame><Net><Page /></Net></Frame>}
          </Route>
        ))}
        <Route><Frame><Lost /></Frame></Route>
      </Switch>
    </PersonProvider>
  )
}

function Net({ children }: { children: ReactNode }) {
  const [path] = useLocation()
  return <ErrorBoundary key={path}><Suspense fallback={<Loading />}>{children}</Suspense></ErrorBoundary>
}
