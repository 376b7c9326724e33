// SPDX-License-Identifier: EUPL-1.2
import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseNode, findLedger, forgetNode, isContract, nodeAddress } from '../../service/trusted-ledger.ts'
import type { LedgerPlace } from '../../service/trusted-ledger.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'

const looks: Record<LedgerPlace['from'], { tone: string; icon: IconName }> = {
  service: { tone: 'valid', icon: 'check' },
  chosen: { tone: '', icon: 'arrow' },
  nowhere: { tone: 'unsure', icon: 'offline' },
}

type Props = { ledger: LedgerPlace; choose: (ledger: LedgerPlace) => void }

/** Which ledger is consulted, in plain words, and a way to name another place to read it. */
export function LedgerPanel({ ledger, choose }: Props) {
  const { t } = useTranslation('verify')
  const { from, trust, rpc } = ledger
  const lost = from === 'nowhere'
  return (
    <section className="ledger no-print" aria-labelledby="ledger-title">
      <h2 id="ledger-title" className="small">{t('ledger.title')}</h2>
      <p className="row">
        <span className={`badge tone ${looks[from].tone}`}><Icon name={looks[from].icon} />{t(`ledger.${from}.word`)}</span>
        <span>{t(`ledger.${from}.text`, { node: rpc })}</span>
      </p>
      {trust && <p className="small quiet figures">{t('ledger.trust', trust)}</p>}
      <div className="row">
        {from !== 'service' && (
          <button type="button" className="button" onClick={() => void findLedger().then(choose)}>
            <Icon name="retry" />{t('ledger.again')}
          </button>
        )}
        {from === 'chosen' && (
          <button type="button" className="button" onClick={() => void forgetNode().then(choose)}>{t('ledger.forget')}</button>
        )}
      </div>
      <details open={lost}>
        <summary>{t('ledger.choose')}</summary>
        <NodeForm needsContract={trust === null} choose={choose} />
      </details>
    </section>
  )
}

function NodeForm({ needsContract, choose }: { needsContract: boolean; choose: Props['choose'] }) {
  const { t } = useTranslation('verify')
  const [node, setNode] = useState('')
  const [contract, setContract] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const address = nodeAddress(node)
    if (!address) return setTrouble('address')
    if (needsContract && !isContract(contract)) return setTrouble('contract')
    setTrouble(null)
    chooseNode(address, needsContract ? contract.trim() : null).then(choose, () => setTrouble('silent'))
  }
  return (
    <form className="stack" onSubmit={send} noValidate>
      <Field label={t('ledger.address')} help={t('ledger.addressHelp')}
        value={node} change={setNode} wrong={trouble === 'address'} />
      {needsContract && (
        <Field label={t('ledger.contract')} help={t('ledger.contractHelp')}
          value={contract} change={setContract} wrong={trouble === 'contract'} />
      )}
      {trouble && <p className="notice tone refused" role="alert"><Icon name="stop" />{t(`ledger.trouble.${trouble}`)}</p>}
      <div><button type="submit" className="button">{t('ledger.use')}</button></div>
    </form>
  )
}

type FieldProps = { label: string; help: string; value: string; change: (value: string) => void; wrong: boolean }

function Field({ label, help, value, change, wrong }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="text" inputMode="url" autoComplete="off" spellCheck={false} value={value} aria-invalid={wrong}
        aria-describedby={`${id}-help`} onChange={(event) => change(event.target.value)} />
      <p className="help" id={`${id}-help`}>{help}</p>
    </div>
  )
}
