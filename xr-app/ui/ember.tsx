// SPDX-License-Identifier: EUPL-1.2
const shape = 'M12 1.5c.9 6 3.5 8.6 9.5 10.5-6 1.9-8.6 4.5-9.5 10.5-.9-6-3.5-8.6-9.5-10.5 6-1.9 8.6-4.5 9.5-10.5Z'

type Props = {
  /** 0 is out, 1 is bright. */
  level: number
  /** In CSS pixels. */
  size?: number
  /** 'unseen': nothing was shown either way. */
  look?: 'lit' | 'unseen'
  breathing?: boolean
}

/** The mark: one spark that brightens. The only ornament, and the progress indicator; a word beside it says the same. */
export function Ember({ level, size = 24, look = 'lit', breathing = false }: Props) {
  const state = level > 0 ? '' : look === 'unseen' ? 'unseen' : 'out'
  return (
    <svg className={`ember ${state} ${breathing ? 'breathing' : ''}`} viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <circle className="halo" cx="12" cy="12" r="13" opacity={level >= 1 ? 0.55 : 0} />
      <path className="spark" d={shape} opacity={level} />
      <path className="rim" d={shape} />
    </svg>
  )
}
