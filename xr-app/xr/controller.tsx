// SPDX-License-Identifier: EUPL-1.2
import { DefaultXRController, DefaultXRControllerGrabPointer, type DefaultXRControllerOptions } from '@react-three/xr'
import { SmallPictures } from './small-pictures.tsx'

type Options = { rayPointer: Exclude<DefaultXRControllerOptions['rayPointer'], boolean | undefined>; grabPointer: Exclude<DefaultXRControllerOptions['grabPointer'], boolean | undefined> }

/**
 * A controller whose trigger acts on what its ray meets, however near that is, and whose grip acts on what it is at.
 * The library lets only one of the two be: a hand that came within a palm's breadth of a lever could pull its trigger in
 * vain, and from seven to twenty centimetres neither answered.
 */
export const controllerWith = ({ rayPointer, grabPointer }: Options) => function Controller() {
  return <>
    <DefaultXRController grabPointer={false} rayPointer={{ ...rayPointer, minDistance: 0 }} />
    <DefaultXRControllerGrabPointer {...grabPointer} />
    <SmallPictures />
  </>
}
