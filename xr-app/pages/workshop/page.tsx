// SPDX-License-Identifier: EUPL-1.2
import { Loading } from '../../ui/states.tsx'

export default function WorkshopPage() {
  return <Loading />
}
