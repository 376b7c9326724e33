// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import { Ember } from '../../ui/ember.tsx'
import { monthIn } from '../../ui/month.ts'
import { useSay } from '../../ui/say.ts'
import type { Statement } from './statement.ts'

const levels = ['self', 'online', 'supervised']

/** Who, what, when, from whom: what the file says, and whether to believe it. */
export function StatementSheet({ statement, believed }: { statement: Statement; believed: boolean }) {
  const { t } = useTranslation('verify')
  const { language, day, say } = useSay()
  const { title, holder, school, from, competences, assurance, diploma } = statement
  const date = from && !Number.isNaN(Date.parse(from)) ? day(from) : null
  const birth = diploma?.birth && (Number.isNaN(Date.parse(diploma.birth)) ? diploma.birth : day(diploma.birth))
  const facts = ([['holder', holder], ['birth', birth], ['birthPlace', diploma?.birthPlace], ['title', title && say(title)],
    ['speciality', diploma?.speciality], ['mention', diploma?.mention], ['session', diploma?.session && monthIn(diploma.session, language)],
    [diploma ? 'academy' : 'school', school], ['schooledAt', diploma?.schooledAt], ['diplomaCode', diploma?.code], ['date', date],
    ['assurance', assurance && (levels.includes(assurance) ? t(`assurance.${assurance}`) : assurance)]] as const)
  return (
    <section className={`card statement ${believed ? '' : 'doubted'}`} aria-labelledby="statement-title">
      <h2 id="statement-title">{t(believed ? 'says' : 'claims')}</h2>
      <dl>{facts.map(([name, value]) => value && <div key={name}><dt>{t(`facts.${name}`)}</dt><dd>{value}</dd></div>)}</dl>
      {competences.length > 0 && (
        <ul className="shown">
          {competences.map(({ code, name, acquired }) => (
            <li key={code}>
              <Ember level={believed && acquired ? 1 : 0} size={20} />
              <span>
                <b>{code}</b> · {name}
                {acquired !== null && <span className="quiet"> ({t(acquired ? 'acquired' : 'notAcquired')})</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {!diploma && <p className="small quiet">{t('notALicence')}</p>}
    </section>
  )
}
