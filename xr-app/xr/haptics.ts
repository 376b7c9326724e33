// SPDX-License-Identifier: EUPL-1.2
/** A short touch felt in the hand that acted; nothing where the device cannot. */
export function pulse(session: XRSession | null | undefined, side: 'left' | 'right', ms = 12, strength = 0.6): void {
  for (const source of session?.inputSources ?? []) {
    if (source.handedness !== side) continue
    const pad = source.gamepad as (Gamepad & { hapticActuators?: { pulse?: (value: number, ms: number) => Promise<boolean> }[] }) | undefined
    void pad?.hapticActuators?.[0]?.pulse?.(strength, ms)
  }
}
